import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findHeldConcerns, findReferralsToSocialCare } from '#analysis/rules/concerns.ts'
import type { CaseFile } from '#model/schema.ts'
import { aBareCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { aChild, aPeriod, anEvent, roles } from '#tests/fixtures/case-file.ts'

const worry = (id: string, date: string | null, who = 'gp', concern: 'serious' | 'noted' = 'serious') =>
  anEvent(id, date, { concern, agencies: roles({ [who]: 'lead' }) })
const refer = (date: string | null, from = 'school') =>
  anEvent('refer', date, {
    type: 'referral',
    outcome: 'accepted',
    agencies: roles({ [from]: 'sender', csc: 'recipient' }),
  })
const of = (events: Parameters<typeof aBareCase>[0], more: Partial<CaseFile> = {}) =>
  lines(aBareCase(events, more)).filter((line) => line.startsWith('concern-without-referral'))

describe('a serious concern', () => {
  test('with no referral after it is a question about a missed one', () => {
    expect(of([worry('w', '2016-02-01')])).toEqual(['concern-without-referral certain 2016-02-01/.. gp > csc'])
  })

  test('counts until the first referral by anyone, and not beyond two days', () => {
    expect(of([worry('w', '2016-02-01'), refer('2016-02-20')])).toEqual([
      'concern-without-referral certain 2016-02-01/2016-02-20 gp > csc',
    ])
    expect(of([worry('w', '2016-02-01'), refer('2016-02-03')])).toEqual([])
  })

  test('known to the month cannot tell when some of its days are in time', () => {
    expect(of([worry('w', '2016-02'), refer('2016-03-02')])).toEqual([
      'concern-without-referral cannot-tell 2016-02/2016-03-02 gp > csc',
    ])
    expect(of([worry('w', '2016-02'), refer('2016-02-20')])).toEqual([
      'concern-without-referral cannot-tell 2016-02/2016-02-20 gp > csc',
    ])
  })

  test('with an undated referral that may be the answer cannot tell', () => {
    expect(of([worry('w', '2016-02-01'), refer(null)])).toEqual([
      'concern-without-referral cannot-tell 2016-02-01/.. gp > csc',
    ])
  })

  test('of each agency stands by itself; more of one agency add to its first', () => {
    const held = [worry('w1', '2016-02-01'), worry('w2', '2016-02-10'), worry('w3', '2016-02-12', 'hv')]
    expect(of([...held, refer('2016-03-20')])).toEqual([
      'concern-without-referral certain 2016-02-01/2016-03-20 gp > csc',
      'concern-without-referral certain 2016-02-12/2016-03-20 hv > csc',
    ])
    const [first] = findHeldConcerns(indexCase(aBareCase([...held, refer('2016-03-20')])))
    expect(first?.concerns.map(({ id }) => id)).toEqual(['w1', 'w2'])
  })

  test('that was only noted, or that social care took part in, is none', () => {
    expect(of([worry('w', '2016-02-01', 'gp', 'noted')])).toEqual([])
    expect(
      of([anEvent('w', '2016-02-01', { concern: 'serious', agencies: roles({ gp: 'lead', csc: 'attended' }) })]),
    ).toEqual([])
    expect(of([worry('w', '2016-02-01', 'csc')])).toEqual([])
  })

  test('while social care has the case is asked about until something could have told it; before or after, until a referral', () => {
    const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'csc' ? ['2016-02-01/2016-03-01'] : [] }))
    const held = [worry('w', '2016-02-10')]
    const meet = (date: string) =>
      anEvent('m', date, { type: 'meeting', agencies: roles({ csc: 'lead', gp: 'attended' }) })
    expect(of(held, { agencies })).toEqual(['concern-without-referral possible 2016-02-10/.. gp > csc'])
    expect(of([...held, meet('2016-02-15')], { agencies })).toEqual([])
    expect(of([...held, meet('2016-02-25')], { agencies })).toEqual([
      'concern-without-referral possible 2016-02-10/2016-02-25 gp > csc',
    ])
    const known = [{ agency: 'csc', how: 'told-by-agency' as const, source: ['1'] }]
    expect(of([{ ...worry('w', '2016-02-10'), known }], { agencies })).toEqual([])
    expect(of([worry('w', '2016-04-10')], { agencies })).toHaveLength(1)
  })

  test('while social care has the case adds to an earlier one that still waits for its referral', () => {
    const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'csc' ? ['2016-02-01/2016-03-01'] : [] }))
    const held = [worry('w1', '2016-01-10'), worry('w2', '2016-02-10')]
    expect(of(held, { agencies })).toEqual(['concern-without-referral certain 2016-01-10/.. gp > csc'])
    expect(of([...held, refer('2016-01-20')], { agencies })).toHaveLength(2)
  })

  test('without dates of involvement, an event of social care in the quarter before means that it had the case', () => {
    const visit = (date: string) => anEvent('visit', date, { agencies: roles({ csc: 'lead' }) })
    const held = (visited: string, date: string) =>
      of([visit(visited), worry('w', date)]).map((line) => line.split(' ')[1])
    expect(held('2016-02-01', '2016-03-01')).toEqual(['possible'])
    expect(held('2016-02-01', '2016-06-01')).toEqual(['certain'])
    expect(held('2016-02', '2016-05-10')).toEqual(['cannot-tell'])
  })

  test('before there is a child, or after its death, is none', () => {
    const people = [
      aChild({ born: '2016-05-01', died: '2016-06-01' }),
      aChild({ id: 'aunt', relation: 'maternal aunt, sister of the mother' }),
    ]
    const periods = [aPeriod('pregnancy', '2016-03-01/2016-05-01', { kind: 'pregnancy' })]
    expect(of([worry('w', '2016-02-01')], { people, periods })).toEqual([])
    expect(of([worry('w', '2016-03-10')], { people, periods })).toHaveLength(1)
    expect(of([worry('w', '2016-06-01')], { people, periods })).toEqual([])
    const twin = aChild({ id: 'twin', relation: 'twin brother' })
    expect(of([worry('w', '2016-02-01')], { people: [...people, twin], periods })).toEqual([])
    const sibling = aChild({ id: 'sib', relation: 'older sister', born: '2012' })
    expect(of([worry('w', '2016-02-01')], { people: [...people, sibling], periods })).toHaveLength(1)
  })
})

describe('concerns that were only noted', () => {
  const noted = (dates: readonly string[]) => dates.map((date, place) => worry(`n${place}`, date, 'school', 'noted'))
  const three = noted(['2016-02-01', '2016-02-15', '2016-03-07'])

  test('are asked about together from the third within half a year', () => {
    expect(of(three.slice(0, 2))).toEqual([])
    expect(of(three)).toEqual(['concern-without-referral possible 2016-02-01/.. school > csc'])
    expect(of(noted(['2015-02-01', '2015-10-15', '2016-05-07']))).toEqual([])
  })

  test('start anew when something could have told social care of them', () => {
    const meet = anEvent('m', '2016-02-20', { type: 'meeting', agencies: roles({ csc: 'lead', school: 'attended' }) })
    expect(of([...three, meet])).toEqual([])
    expect(of([...three, refer('2016-03-10', 'gp')])).toEqual([])
    expect(of([...three, refer('2016-03-20', 'gp')])).toEqual([
      'concern-without-referral possible 2016-02-01/2016-03-20 school > csc',
    ])
  })
})

test('a referral to social care is one that social care received, and so is a concern', () => {
  const concern = anEvent('c', '2016-02-01', { type: 'concern', agencies: roles({ gp: 'sender', csc: 'recipient' }) })
  const found = findReferralsToSocialCare(
    indexCase(aBareCase([refer('2016-02-02'), concern, anEvent('x', '2016-02-03')])),
  )
  expect(found.map(({ id }) => id)).toEqual(['c', 'refer'])
})

describe('escalation', () => {
  const refused = anEvent('r', '2016-02-01', {
    type: 'concern',
    outcome: 'not-accepted',
    agencies: roles({ school: 'sender', csc: 'recipient' }),
  })
  const only = (events: Parameters<typeof aBareCase>[0]) =>
    lines(aBareCase(events)).filter((line) => !line.startsWith('concern'))

  test('is asked about after a refusal that nothing takes further', () => {
    expect(only([refused])).toEqual(['refusal-without-challenge possible 2016-02-01/.. school > csc'])
    const challenge = anEvent('x', '2016-02-05', {
      title: 'Head teacher escalates',
      agencies: roles({ school: 'lead' }),
    })
    expect(only([refused, challenge])).toEqual([])
  })

  test('is asked about after the second chase, not the first', () => {
    const ask = anEvent('r', '2016-02-01', {
      type: 'referral',
      outcome: 'accepted',
      agencies: roles({ hv: 'sender', gp: 'recipient' }),
    })
    const chase = (id: string, date: string) =>
      anEvent(id, date, {
        type: 'information',
        agencies: roles({ hv: 'sender', gp: 'recipient' }),
        links: [{ kind: 'chases', event: 'r' }],
      })
    expect(only([ask, chase('c1', '2016-02-10')]).some((line) => line.startsWith('chases'))).toBe(false)
    expect(only([ask, chase('c1', '2016-02-10'), chase('c2', '2016-02-20')])).toContain(
      'chases-without-escalation possible 2016-02-01/2016-02-20 hv > gp',
    )
  })
})
