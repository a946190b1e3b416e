import { describe, expect, test } from 'vitest'
import { findHeadline, findMinutesSentence } from '#analysis/headline.ts'
import type { CaseFile } from '#model/schema.ts'
import { aCase, aFinding, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { when } from '#tests/fixtures/when.ts'

const headline = (more: Partial<CaseFile>) => findHeadline(aCase(more))

const missed = (id: string, span: string | null) =>
  aFinding(id, { kind: 'missed-referral', span, holders: ['gp'], receivers: ['csc'] })
const gap = (id: string, span: string | null) => aFinding(id, { kind: 'handover-gap', span })
const referral = (id: string, date: string | null, to = 'csc') =>
  anEvent(id, date, {
    type: 'referral',
    agencies: [{ id: 'home', role: 'sender' }, ...roles({ [to]: 'recipient' })],
  })

describe('the headline of a case', () => {
  test('is its first referral after the first missed one to the same agency, with the days between', () => {
    expect(
      headline({
        findings: [missed('f2', '2013-11-20'), missed('f1', '2013-11-01')],
        events: [
          referral('before', '2013-10-01'),
          referral('elsewhere', '2013-11-10', 'gp'),
          referral('later', '2014-01-01'),
          referral('it', '2013-12-05'),
        ],
      }),
    ).toBe('Referral to Social care: 5 December 2013, 34 days after the review’s first reason for one.')
  })

  test('counts from the beginning of a missed referral that lasted', () => {
    expect(
      headline({ findings: [missed('f1', '2013-11-01/2013-11-30')], events: [referral('it', '2013-12-05')] }),
    ).toMatch(/34 days after/)
  })

  test('says from how many to how many days when a date is inexact', () => {
    expect(headline({ findings: [missed('f1', '2013-10')], events: [referral('it', '2013-12-01')] })).toMatch(
      /31 to 61 days after/,
    )
  })

  test('takes a referral only from an event of that type in which the agency is the one to receive it', () => {
    const not = [
      anEvent('contact', '2013-12-01', { agencies: roles({ csc: 'lead' }) }),
      anEvent('information', '2013-12-02', {
        type: 'information',
        agencies: roles({ gp: 'sender', csc: 'recipient' }),
      }),
      anEvent('other-way', '2013-12-03', { type: 'referral', agencies: roles({ csc: 'sender', gp: 'recipient' }) }),
      referral('undated', null),
    ]
    expect(headline({ findings: [missed('f1', '2013-11-01')], events: not })).toBe(
      'The review names 1 missed or delayed referral.',
    )
  })

  test('is its longest handover gap that has both ends', () => {
    expect(
      headline({
        findings: [
          gap('f1', '2013-10-01/2013-10-11'),
          gap('f2', '2013-11-01/2013-12-05'),
          gap('f3', '2013/..'),
          gap('f4', '2012'),
          gap('f5', null),
          aFinding('f6', { kind: 'information-not-shared', span: '2012-01-01/2013-01-01' }),
        ],
      }),
    ).toBe('Longest handover gap: 34 days.')
  })

  test('is not a gap that lasted no day', () => {
    expect(headline({ findings: [gap('f1', '2013-10-01/2013-10-01')] })).toBe(
      'The review names 1 point where information or responsibility stopped.',
    )
  })

  test('is two sentences when there is both a referral and a gap', () => {
    const findings = [missed('f1', '2013-11-01'), gap('f2', '2013-11-01/2013-11-02')]
    expect(headline({ findings, events: [referral('it', '2013-11-03')] })).toBe(
      'Referral to Social care: 3 November 2013, 2 days after the review’s first reason for one. Longest handover gap: 1 day.',
    )
  })

  test('is what the review names, in numbers, when nothing can be measured', () => {
    const findings = [
      missed('f1', null),
      aFinding('f2', { kind: 'delayed-referral' }),
      gap('f3', null),
      aFinding('f4', { kind: 'good-practice' }),
    ]
    expect(headline({ findings })).toBe(
      'The review names 2 missed or delayed referrals, 1 point where information or responsibility stopped and 1 example of good practice.',
    )
  })

  test('is the size of the case when the review names none of these', () => {
    expect(headline({ events: [anEvent('e1', null)], findings: [aFinding('f1', { kind: 'delay' })] })).toBe(
      '1 event in 3 lanes.',
    )
  })
})

describe('the sentence about minutes', () => {
  const meeting = (id: string, date: string | null, outcome?: 'recorded' | 'not-recorded') =>
    anEvent(id, date, {
      type: 'meeting',
      agencies: roles({ gp: 'lead', csc: 'attended' }),
      ...(outcome ? { outcome } : {}),
    })
  const sentence = (window: string | undefined, ...events: CaseFile['events'][number][]) =>
    findMinutesSentence(aCase({ events }), window === undefined ? undefined : when(window).span)

  const three = [
    meeting('e1', '2013-10-01', 'not-recorded'),
    meeting('e2', '2013-11-01', 'recorded'),
    meeting('e3', '2013-12-01', 'not-recorded'),
  ]

  test('counts the meetings without minutes among all', () => {
    expect(sentence(undefined, ...three)).toBe('2 of 3 meetings without minutes')
    expect(sentence(undefined, meeting('e1', null, 'not-recorded'))).toBe('1 of 1 meeting without minutes')
  })

  test('counts within a stretch, and undated meetings always', () => {
    expect(sentence('2013-10/2013-11', ...three)).toBe('1 of 2 meetings without minutes')
    expect(sentence('2013-10/2013-11', ...three, meeting('e4', null, 'not-recorded'))).toBe(
      '2 of 3 meetings without minutes',
    )
  })

  test('leaves out events at which agencies met that are not meetings', () => {
    const care = anEvent('care', '2013-10-01', { type: 'care', agencies: roles({ gp: 'lead', csc: 'attended' }) })
    expect(sentence(undefined, ...three, care)).toBe('2 of 3 meetings without minutes')
  })

  test('is not said when every meeting was recorded, when the review is silent, or without meetings', () => {
    expect(sentence(undefined, meeting('e1', null, 'recorded'))).toBeUndefined()
    expect(sentence(undefined, meeting('e1', null))).toBeUndefined()
    expect(sentence(undefined)).toBeUndefined()
    expect(sentence('2014', ...three)).toBeUndefined()
  })
})
