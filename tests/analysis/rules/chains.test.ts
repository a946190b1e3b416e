import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findChains, HOPS } from '#analysis/rules/chains.ts'
import type { Outcome } from '#model/vocabulary.ts'
import { aBareCase, aQuietCase, lines } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const asked = (date: string | null, outcome?: Outcome, to = 'gp') =>
  anEvent('ask', date, {
    type: 'referral',
    agencies: roles({ maternity: 'sender', [to]: 'recipient' }),
    ...(outcome ? { outcome } : {}),
  })
const reply = (date: string | null) =>
  anEvent('reply', date, {
    type: 'decision',
    agencies: roles({ gp: 'lead' }),
    links: [{ kind: 'answers', event: 'ask' }],
  })
const chase = (id: string, date: string) =>
  anEvent(id, date, {
    type: 'information',
    agencies: roles({ maternity: 'sender', gp: 'recipient' }),
    links: [{ kind: 'chases', event: 'ask' }],
  })

describe('a referral', () => {
  test('without any event after it has no reply, and says so once', () => {
    expect(lines(aBareCase([asked('2016-02-01')]))).toEqual([
      'request-without-reply certain 2016-02-01/.. maternity > gp',
    ])
  })

  test('to an agency that goes on working may have been answered in what it does', () => {
    expect(lines(aQuietCase({}, [asked('2016-02-01')]))).toEqual([
      'request-without-reply possible 2016-02-01/.. maternity > gp',
    ])
  })

  test('so near the end of the record that the reply may lie behind it cannot tell', () => {
    expect(lines(aBareCase([asked('2016-06-20')]))).toEqual([
      'request-without-reply cannot-tell 2016-06-20/.. maternity > gp',
    ])
  })

  test('that was answered, or is recorded as accepted, is no question', () => {
    expect(lines(aBareCase([asked('2016-02-01'), reply('2016-02-10')]))).toEqual([])
    expect(lines(aBareCase([asked('2016-02-01', 'accepted')]))).toEqual([])
  })

  test('answered after the threshold is late by the days between, and with a month for a date cannot tell', () => {
    expect(lines(aBareCase([asked('2016-02-01'), reply('2016-04-01')]))).toEqual([
      'request-without-reply certain 2016-02-01/2016-04-01 maternity > gp',
    ])
    expect(lines(aBareCase([asked('2016-02'), reply('2016-03-15')]))).toEqual([
      'request-without-reply cannot-tell 2016-02/2016-03-15 maternity > gp',
    ])
  })

  test('whose reply has no date is answered; one without a date itself cannot tell', () => {
    expect(lines(aBareCase([asked('2016-02-01'), reply(null)]))).toEqual([])
    expect(lines(aBareCase([asked(null)]))).toEqual(['request-without-reply cannot-tell undated maternity > gp'])
  })

  test('that was chased says how long after, and by whom nothing was heard', () => {
    expect(lines(aBareCase([asked('2016-02-01', 'accepted'), chase('c1', '2016-02-20')]))).toEqual([
      'request-chased certain 2016-02-01/2016-02-20 gp > maternity',
    ])
  })

  test('recorded as not received is a gap whatever the dates', () => {
    expect(lines(aBareCase([asked(null, 'not-received')]))).toEqual([
      'passing-not-received certain undated maternity > gp',
    ])
  })
})

test('a message needs no answer unless it is recorded that none came', () => {
  const message = (outcome?: Outcome) =>
    anEvent('m', '2016-02-01', {
      type: 'information',
      agencies: roles({ maternity: 'sender', gp: 'recipient' }),
      ...(outcome ? { outcome } : {}),
    })
  expect(lines(aBareCase([message()]))).toEqual([])
  expect(lines(aBareCase([message('no-response')]))).toEqual([
    'request-without-reply certain 2016-02-01/.. maternity > gp',
  ])
})

test('a chain follows the links from referral to outcome, with the days at every hop', () => {
  const step = (id: string, date: string, type: 'decision' | 'assessment' | 'meeting', title: string, after: string) =>
    anEvent(id, date, {
      type,
      title,
      agencies: roles({ csc: 'lead' }),
      links: [{ kind: 'results-from', event: after }],
    })
  const of = aBareCase([
    asked('2016-02-01', undefined, 'csc'),
    step('d', '2016-02-02', 'decision', 'Decides to assess', 'ask'),
    step('l', '2016-02-05', 'decision', 'Case is allocated', 'd'),
    step('x', '2016-03-01', 'assessment', 'Assessment completed', 'l'),
    step('o', '2016-03-04', 'meeting', 'Child in need meeting', 'x'),
  ])
  const [chain] = findChains(indexCase(of))
  expect(chain?.hops.map(({ name, lapse }) => `${name} +${lapse.most}`)).toEqual([
    'decision +1',
    'allocation +3',
    'assessment +25',
    'outcome +3',
  ])
  expect(chain?.end).toBe('taken-up')
  expect(HOPS[0]).toBe('receipt')
})

test.each([
  ['not-accepted', 'declined'],
  ['not-received', 'not-received'],
  ['no-response', 'not-received'],
  ['redirected', 'taken-up'],
  [undefined, 'open'],
] as const)('a chain whose referral is recorded as %s ends as %s', (outcome, end) => {
  expect(findChains(indexCase(aBareCase([asked('2016-02-01', outcome)])))[0]?.end).toBe(end)
})
