import { describe, expect, test } from 'vitest'
import { formatPeriod, summariseCase } from '#analysis/catalogue.ts'
import type { CaseFile } from '#model/schema.ts'
import { aCase, aCaseFile, aFinding, anEvent, roles } from '#tests/fixtures/case-file.ts'

const review = (period: string | null) => ({ ...aCaseFile().review, published: '2015-05', period })

describe('the library’s entry for a case', () => {
  test('tells what the case is and whose', () => {
    const entry = summariseCase(aCase({ contentNote: ['alcohol'], review: review('2013-06-02/2014-05-14') }))
    expect(entry).toMatchObject({
      id: 'case',
      title: 'Case',
      summary: 'What the case is about.',
      contentNote: ['alcohol'],
      kind: 'Serious case review',
      publisher: 'The board',
      area: 'Somewhere',
      published: '2015-05',
      period: '2013-06-02/2014-05-14',
    })
  })

  test('does not tell the outcome', () => {
    expect(JSON.stringify(summariseCase(aCase({ outcome: 'It ended badly.' })))).not.toContain('ended badly')
  })

  test('counts agencies without the family, events, findings, missed referrals, handover gaps and meeting points', () => {
    const entry = summariseCase(
      aCase({
        events: [
          anEvent('e1', '2013', { type: 'meeting', agencies: roles({ gp: 'lead', csc: 'absent' }) }),
          anEvent('e2', null),
        ],
        findings: [
          aFinding('f1', { kind: 'missed-referral' }),
          aFinding('f2', { kind: 'delayed-referral' }),
          aFinding('f3', { kind: 'record-error' }),
          aFinding('f4', { kind: 'handover-gap' }),
          aFinding('f5', { kind: 'information-not-shared' }),
          aFinding('f6', { kind: 'delay' }),
        ],
      }),
    )
    expect(entry).toMatchObject({
      agencies: 2,
      events: 2,
      findings: 6,
      missedReferrals: 2,
      handoverGaps: 3,
      meetings: 1,
    })
  })
})

describe('the sparkline', () => {
  const lineOf = (more: Partial<CaseFile>) => summariseCase(aCase(more)).sparkline
  const sum = (bins: readonly number[]) => bins.reduce((a, b) => a + b, 0)
  const dated = (...dates: readonly (string | null)[]) => dates.map((date, place) => anEvent(`e${place}`, date))
  // 48 days, so that each of the 48 bins is a day.
  const period = '2013-10-01/2013-11-17'

  test('counts events in equal bins over the review period', () => {
    const bins = lineOf({
      review: review(period),
      events: dated('2013-10-01', '2013-10-01T23:59', '2013-10-03', '2013-11-17'),
    })
    expect(bins).toHaveLength(48)
    expect([bins[0], bins[1], bins[2], bins[47]]).toEqual([2, 0, 1, 1])
    expect(sum(bins)).toBe(4)
  })

  test('leaves out events before and after the review period', () => {
    expect(sum(lineOf({ review: review(period), events: dated('2013-09-30', '2013-11-18', '2013-10-05') }))).toBe(1)
  })

  test('runs over the whole chronology when the review gives no period', () => {
    const bins = lineOf({ events: dated('2013-10-01', '2013-11-17') })
    expect([bins[0], bins[47], sum(bins)]).toEqual([1, 1, 2])
  })

  test('stays flat when fewer than two in five events are dated', () => {
    const review48 = { review: review(period) }
    expect(sum(lineOf({ ...review48, events: dated('2013-10-01', null, null) }))).toBe(0)
    expect(sum(lineOf({ ...review48, events: dated('2013-10-01', '2013-10-02', null, null, null) }))).toBe(2)
  })

  test('stays flat when nothing is dated', () => {
    expect(sum(lineOf({ events: dated(null) }))).toBe(0)
    expect(sum(lineOf({}))).toBe(0)
  })
})

test('the period of a review reads as a date, and its absence in words', () => {
  expect(formatPeriod('2013-06-02/2014-05-14')).toBe('2 June 2013 to 14 May 2014')
  expect(formatPeriod(null)).toBe('Period not given')
})
