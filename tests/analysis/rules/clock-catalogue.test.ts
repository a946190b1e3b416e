import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { CLOCK_RULES } from '#analysis/rules/clock-rules.ts'
import { formatClockLimit, formatElapsed } from '#analysis/rules/clock-verdict.ts'
import { noticeClocks, readClocks, rulesInForce } from '#analysis/rules/clocks.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aCaseFile, aChild, anEvent, aPeriod, roles } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'

/** Each clock of the catalogue that has no test of its own elsewhere: in time, late, on which editions, in which areas. */

type Event = ReturnType<typeof anEvent>
type More = NonNullable<Parameters<typeof aBareCase>[1]>
/** What starts and stops a clock on two dates. */
type Ends = (from: string, to: string) => { readonly events: readonly Event[]; readonly more?: More }

const meet = (id: string, date: string, title: string): Event =>
  anEvent(id, date, { type: 'meeting', title, agencies: roles({ csc: 'lead' }) })
const of = (type: Event['type'], id: string, date: string, title: string, who: Parameters<typeof roles>[0]): Event =>
  anEvent(id, date, { type, title, agencies: roles(who) })
const pregnancy = (from: string) => ({ periods: [aPeriod('pregnancy', `${from}/..`, { kind: 'pregnancy' })] })
const moving = (title: string): Ends => {
  return (from, to) => ({
    events: [
      of('information', 'n', from, title, { csc: 'recipient', school: 'sender' }),
      meet('c', to, 'Transfer-in conference'),
    ],
  })
}

const ENDS: Readonly<Record<string, Ends>> = {
  E2: (from, to) => ({
    events: [
      of('referral', 'r', from, 'Referral', { gp: 'sender', csc: 'recipient' }),
      {
        ...of('information', 'k', to, 'GP asks again', { gp: 'sender', csc: 'recipient' }),
        links: [{ kind: 'chases', event: 'r' }],
      },
    ],
  }),
  E3a: (from, to) => ({
    events: [
      {
        ...of('referral', 'r', from, 'Referral', { gp: 'sender', csc: 'recipient' }),
        outcome: 'accepted',
      },
      of('assessment', 'a', to, 'Initial assessment completed', { csc: 'lead' }),
    ],
  }),
  E3b: (from, to) => ({
    events: [
      meet('s', from, 'Strategy discussion'),
      of('assessment', 'i', from, 'Initial assessment completed', { csc: 'lead' }),
      of('assessment', 'a', to, 'Core assessment completed', { csc: 'lead' }),
    ],
  }),
  E4: (from, to) => ({
    events: [
      of('decision', 'd', from, 'Manager decides on a strategy discussion', { csc: 'lead' }),
      meet('s', to, 'Strategy discussion'),
    ],
  }),
  E5: (from, to) => ({
    events: [
      meet('s', from, 'Strategy meeting'),
      of('decision', 'd', to, 'Section 47 enquiry concluded', { csc: 'lead' }),
    ],
  }),
  E10: (from, to) => ({
    events: [
      of('information', 'i', from, 'Report shared with parents', { csc: 'lead' }),
      meet('c', to, 'Initial child protection conference'),
    ],
  }),
  E10r: (from, to) => ({
    events: [
      of('information', 'i', from, 'Report given to the mother', { csc: 'lead' }),
      meet('c', to, 'Review child protection conference'),
    ],
  }),
  E11: moving('Notified of the move of the family'),
  'E11 Tees': moving('Transfer of the plan accepted'),
  E12: (from, to) => ({
    events: [meet('c', '2018-01-02', 'Initial child protection conference'), meet('g', to, 'Core group')],
    more: { people: [aChild({ born: from })] },
  }),
  E13: (from, to) => ({
    events: [of('referral', 'r', to, 'Referral', { maternity: 'sender', csc: 'recipient' })],
    more: pregnancy(from),
  }),
  E14: (from, to) => ({ events: [meet('s', to, 'Strategy meeting')], more: pregnancy(from) }),
  E14c: (from, to) => ({ events: [meet('c', to, 'Initial child protection conference')], more: pregnancy(from) }),
  H1: (from, to) => ({
    events: [
      // Before week 28 is not the contact that is meant.
      of('contact', 'early', '2022-04-01', 'Health visitor calls', { hv: 'lead' }),
      of('contact', 'v', to, 'Antenatal visit', { hv: 'lead' }),
    ],
    more: pregnancy(from),
  }),
  H4: (from, to) => ({
    events: [
      of('care', 'g', from, 'Family registers with the GP', { gp: 'lead' }),
      of('information', 'a', to, 'Records arrive from the last practice', { gp: 'recipient' }),
    ],
  }),
  R1: (from, to) => ({
    events: [
      of('information', 'k', from, 'Told of the serious injury', { csc: 'recipient', police: 'sender' }),
      of('review', 'n', to, 'Serious incident notified to the Panel', { csc: 'lead' }),
    ],
  }),
  R2: (from, to) => ({
    events: [
      of('review', 'n', from, 'Serious incident notified to the Panel', { csc: 'lead' }),
      of('review', 'r', to, 'Rapid review', { csc: 'lead' }),
    ],
  }),
  W3: (from, to) => ({
    events: [
      meet('s', from, 'Strategy discussion'),
      of('assessment', 'a', to, 'Assessment completed', { csc: 'lead' }),
    ],
  }),
  W5: (from, to) => ({
    events: [of('decision', 'd', from, 'Transfer accepted', { csc: 'lead' }), meet('c', to, 'Transfer-in conference')],
  }),
  X2: (from, to) => ({
    events: [
      of('information', 'e', from, 'Disagreement escalated to the manager', { school: 'sender', csc: 'recipient' }),
      {
        ...of('decision', 'd', to, 'Manager keeps to the decision', { csc: 'lead' }),
        links: [{ kind: 'answers', event: 'e' }],
      },
    ],
  }),
}

/** "E4 24 hours"? The id, the time and the verdict of the one clock asked for; '' when it did not run. */
function read(id: string, from: string, to: string, nation: Nation = 'England', area = 'Somewhere'): string {
  const ends = ENDS[`${id} ${area}`] ?? ENDS[id]
  if (!ends) throw new Error(`no ends for ${id}`)
  const { events, more } = ends(from, to)
  const review = { ...aCaseFile().review, nation, area }
  const readings = readClocks(indexCase(aBareCase(events, { review, ...more }))).filter(({ rule }) => rule.id === id)
  return readings.map(({ rule, elapsed, verdict }) => `${formatElapsed(elapsed, rule.unit)} ${verdict}`).join(', ')
}
type Nation = (typeof CLOCK_RULES)[number]['nation']

describe('on the day, a day late over a bank holiday, and where the month cannot tell', () => {
  // Good Friday and Easter Monday of 2012 are 6 and 9 April, of 2019 the 19th and 22nd, of 2022 the 15th and 18th.
  test.each<readonly [id: string, nation: Nation, area: string, from: string, to: string, expected: string]>([
    ['E2', 'England', 'Somewhere', '2019-04-18', '2019-04-24', '2 working days no-number'],
    ['E3b', 'England', 'Somewhere', '2012-04-05', '2012-05-29', '35 working days within'],
    ['E3b', 'England', 'Somewhere', '2012-04-05', '2012-05-30', '36 working days over'],
    ['E3b', 'England', 'Somewhere', '2012-04-05', '2012-05', '16 to 37 working days cannot-tell'],
    ['E3a', 'England', 'Somewhere', '2012-04-05', '2012-04-23', '10 working days within'],
    ['E3a', 'England', 'Somewhere', '2012-04-05', '2012-04-24', '11 working days over'],
    ['E4', 'England', 'Somewhere', '2019-04-18', '2019-04-25', '7 days no-number'],
    ['E4', 'England', 'Knowsley', '2024-04-18T09:00', '2024-04-19T09:00', '24 hours within'],
    ['E4', 'England', 'Knowsley', '2024-04-18T09:00', '2024-04-19T10:00', '25 hours over'],
    ['E4', 'England', 'Knowsley', '2024-04-18', '2024-04-18', '0 to 23 hours within'],
    ['E4', 'England', 'Knowsley', '2024-04-18', '2024-04-19', '0 to 47 hours cannot-tell'],
    ['E4', 'England', 'Knowsley', '2024-04-18', '2024-04-21', '48 to 95 hours over'],
    ['E4', 'England', 'Stockton-on-Tees', '2019-04-18', '2019-04-21', '48 to 95 hours over'],
    ['E5', 'England', 'Somewhere', '2019-04-18', '2019-04-24', '2 working days no-number'],
    ['E10', 'England', 'East Riding', '2022-04-12T10:00', '2022-04-14T10:00', '48 hours within'],
    ['E10', 'England', 'East Riding', '2022-04-12T10:00', '2022-04-14T09:00', '47 hours short'],
    ['E10', 'England', 'East Riding', '2022-04-12', '2022-04-14', '24 to 71 hours cannot-tell'],
    ['E10', 'England', 'East Riding', '2022-04-12', '2022-04-13', '0 to 47 hours short'],
    ['E10r', 'England', 'East Riding', '2022-04-14', '2022-04-21', '3 working days within'],
    ['E10r', 'England', 'East Riding', '2022-04-14', '2022-04-20', '2 working days short'],
    ['E10r', 'England', 'East Riding', '2022-04-14~', '2022-04-20', '2 working days perhaps-short'],
    ['E10r', 'England', 'East Riding', '2022-04', '2022-04-20', '0 to 11 working days cannot-tell'],
    ['E11', 'England', 'Somewhere', '2019-04-18', '2019-05-14', '15 working days within'],
    ['E11', 'England', 'Somewhere', '2019-04-18', '2019-05-15', '16 working days over'],
    ['E11', 'England', 'Somewhere', '2019-04', '2019-05-15', '10 to 29 working days cannot-tell'],
    ['E11', 'England', 'Tees', '2019-04-18', '2019-05-15', '16 working days over'],
    ['E11', 'England', 'Norfolk', '2019-04-18', '2019-05-14', '15 working days within'],
    ['E11', 'England', 'Norfolk', '2019-04-18', '2019-05-15', '16 working days over'],
    ['E11', 'England', 'Bolton', '2019-04-18', '2019-05-14', '15 working days within'],
    ['E11', 'England', 'Bolton', '2019-04-18', '2019-05-15', '16 working days over'],
    ['E12', 'England', 'London', '2018-03-01', '2018-03-11', '10 days within'],
    ['E12', 'England', 'London', '2018-03-01', '2018-03-12', '11 days over'],
    ['E12', 'England', 'London', '2018-03', '2018-03-25', '0 to 24 days cannot-tell'],
    ['E13', 'England', 'Somewhere', '2022-03-01', '2022-06-21', '16 weeks of pregnancy no-number'],
    ['E13', 'England', 'Doncaster', '2022-03-01', '2022-06-27', '16 weeks of pregnancy within'],
    ['E13', 'England', 'Doncaster', '2022-03-01', '2022-06-28', '17 weeks of pregnancy over'],
    ['E13', 'England', 'Doncaster', '2022-03', '2022-07-10', '14 to 18 weeks of pregnancy cannot-tell'],
    ['E14', 'England', 'Lincolnshire', '2022-03-01', '2022-09-19', '28 weeks of pregnancy within'],
    ['E14', 'England', 'Lincolnshire', '2022-03-01', '2022-09-20', '29 weeks of pregnancy over'],
    ['E14', 'England', 'Lincolnshire', '2022-03', '2022-09-20', '24 to 29 weeks of pregnancy cannot-tell'],
    ['E14c', 'England', 'Lincolnshire', '2022-03-01', '2022-09-27', '30 weeks of pregnancy within'],
    ['E14c', 'England', 'Lincolnshire', '2022-03-01', '2022-09-26', '29 weeks of pregnancy short'],
    ['E14c', 'England', 'Lincolnshire', '2022-03', '2022-09-27', '25 to 30 weeks of pregnancy cannot-tell'],
    ['H1', 'England', 'Somewhere', '2022-03-01', '2022-11-01', '35 weeks of pregnancy within'],
    ['H1', 'England', 'Somewhere', '2022-03-01', '2022-12-13', '41 weeks of pregnancy over'],
    ['H1', 'England', 'Somewhere', '2022-02', '2022-12-08', '40 to 44 weeks of pregnancy cannot-tell'],
    ['H4', 'England', 'Somewhere', '2019-04-18', '2019-07-18', '91 days no-number'],
    ['H4', 'Scotland', 'Somewhere', '2019-04-18', '2019-05-30', '42 days within'],
    ['H4', 'Scotland', 'Somewhere', '2019-04-18', '2019-05-31', '43 days over'],
    ['H4', 'Scotland', 'Somewhere', '2019-04', '2019-05-31', '31 to 60 days cannot-tell'],
    ['R1', 'England', 'Somewhere', '2019-04-18', '2019-04-29', '5 working days within'],
    ['R1', 'England', 'Somewhere', '2019-04-18', '2019-04-30', '6 working days over'],
    ['R1', 'England', 'Somewhere', '2019-04', '2019-04-30', '0 to 19 working days cannot-tell'],
    ['R2', 'England', 'Somewhere', '2019-04-18', '2019-05-14', '15 working days within'],
    ['R2', 'England', 'Somewhere', '2019-04-18', '2019-05-15', '16 working days over'],
    ['W3', 'Wales', 'Somewhere', '2022-04-14', '2022-06-20', '42 working days within'],
    ['W3', 'Wales', 'Somewhere', '2022-04-14', '2022-06-21', '43 working days over'],
    ['W3', 'Wales', 'Somewhere', '2022-04', '2022-06-21', '34 to 52 working days cannot-tell'],
    ['W5', 'Wales', 'Somewhere', '2022-04-14', '2022-05-10', '15 working days within'],
    ['W5', 'Wales', 'Somewhere', '2022-04-14', '2022-05-11', '16 working days over'],
    ['X2', 'England', 'Somewhere', '2024-03-28', '2024-04-03', '2 working days no-number'],
  ])('%s, %s %s: %s to %s is %s', (id, nation, area, from, to, expected) => {
    expect(read(id, from, to, nation, area)).toBe(expected)
  })
})

describe('a clock runs', () => {
  test.each<readonly [id: string, nation: Nation, area: string, before: string, since: string]>([
    ['E3b', 'England', 'Somewhere', '2010-02-26', '2010-03-01'],
    ['E4', 'England', 'Knowsley', '2013-04-12', '2023-06-01'],
    ['E10', 'England', 'East Riding', '2019-09-27', '2019-09-30'],
    ['E10r', 'England', 'East Riding', '2019-09-27', '2019-09-30'],
    ['E11', 'England', 'Somewhere', '2013-04-12', '2013-04-15'],
    ['E12', 'England', 'London', '2017-09-29', '2018-01-03'],
    ['H4', 'Scotland', 'Somewhere', '2009-12-31', '2010-01-04'],
    ['R1', 'England', 'Somewhere', '2018-06-28', '2018-06-29'],
    ['R2', 'England', 'Somewhere', '2018-06-28', '2018-06-29'],
    ['W3', 'Wales', 'Somewhere', '2019-10-31', '2019-11-01'],
    ['W5', 'Wales', 'Somewhere', '2019-10-31', '2019-11-01'],
    ['X2', 'England', 'Somewhere', '2023-12-14', '2023-12-15'],
  ])('%s (%s %s): not from %s, from %s', (id, nation, area, before, since) => {
    expect(read(id, before, '2024-06-03', nation, area)).toBe('')
    expect(read(id, since, '2024-06-03', nation, area)).not.toBe('')
  })

  test.each<readonly [id: string, from: string, until: string]>([
    ['E3a', '2013-04-12', '2013-04-15'],
    ['E3b', '2013-04-12', '2013-04-15'],
  ])('%s: from %s, no longer from %s', (id, from, until) => {
    expect(read(id, from, '2013-07-01')).not.toBe('')
    expect(read(id, until, '2013-07-01')).toBe('')
  })

  test('in weeks of pregnancy by what held in the week it names', () => {
    // Week 40 of the first falls on 30 September 2015, of the second on 1 October.
    expect(read('H1', '2014-12-24', '2015-09-20')).toBe('')
    expect(read('H1', '2014-12-25', '2015-09-20')).toBe('38 weeks of pregnancy within')
    expect(read('E14', '2021-02-16', '2021-08-20', 'England', 'Lincolnshire')).toBe('')
    expect(read('E14', '2021-02-17', '2021-08-20', 'England', 'Lincolnshire')).not.toBe('')
  })

  test('in its own area only', () => {
    const local = ['E10', 'E10r', 'E12', 'E14', 'E14c']
    const ids = (area: string) => rulesInForce(at('2022-01-01'), 'England', area).map(({ id }) => id)
    expect(local.filter((id) => ids('Somewhere').includes(id))).toEqual([])
    expect(ids('The East Riding of Yorkshire')).toEqual(expect.arrayContaining(['E10', 'E10r']))
    expect(ids('Bromley, London')).toContain('E12')
    expect(ids('Lincolnshire')).toEqual(expect.arrayContaining(['E14', 'E14c']))
    // Other boards with other procedures.
    expect(ids('North Lincolnshire')).not.toContain('E14')
    expect(ids('North East Lincolnshire')).not.toContain('E14')
    expect(ids('Committees of Londonderry')).toEqual(ids('Somewhere'))
  })

  test.each([
    ['E4', 'Knowsley', '2024-01-01', 24],
    ['E4', 'Redcar and Cleveland', '2020-01-01', 24],
    ['E4', 'Somewhere', '2024-01-01', null],
    ['E11', 'Norfolk', '2020-01-01', 15],
    ['E13', 'Doncaster', '2022-01-01', 16],
    ['E13', 'Somewhere', '2022-01-01', null],
  ] as const)('%s once in %s, on %s, with the limit %s', (id, area, day, limit) => {
    const found = rulesInForce(at(day), 'England', area).filter((rule) => rule.id === id)
    expect(found.map((rule) => rule.limit)).toEqual([limit])
  })

  test('in Tees from the acceptance, elsewhere from the notice', () => {
    const notice = ENDS['E11']?.('2019-04-18', '2019-05-14').events ?? []
    const inArea = (area: string) => {
      const review = { ...aCaseFile().review, area }
      return readClocks(indexCase(aBareCase(notice, { review }))).filter(({ rule }) => rule.id === 'E11')
    }
    expect(inArea('Tees')).toEqual([])
    expect(inArea('Norfolk')).toHaveLength(1)
  })
})

test('a birth without a conference before it starts no clock for what follows one', () => {
  const late = meet('g', '2018-03-30', 'Core group')
  const review = { ...aCaseFile().review, area: 'London' }
  const people = [aChild({ born: '2018-03-01' })]
  const ids = (events: readonly Event[]) =>
    readClocks(indexCase(aBareCase(events, { review, people }))).map(({ rule }) => rule.id)
  expect(ids([late])).not.toContain('E12')
  expect(ids([meet('c', '2018-03-08', 'Initial child protection conference'), late])).not.toContain('E12')
  expect(ids([meet('c', '2018-01-08', 'Initial child protection conference'), late])).toContain('E12')
})

describe('no antenatal contact', () => {
  const seen = (events: readonly Event[], until = '2023-03-31', agencies?: More['agencies']) => {
    const review = { ...aCaseFile().review, period: `2022-01-01/${until}` }
    const people = [aChild({ born: '2022-12-06' })]
    const more = { review, people, ...pregnancy('2022-03-01'), ...(agencies ? { agencies } : {}) }
    const readings = readClocks(indexCase(aBareCase(events, more)))
    return readings.filter(({ rule }) => rule.id === 'H1').map(({ verdict }) => verdict)
  }
  const later = of('contact', 'x', '2023-02-01', 'GP sees the child', { gp: 'lead' })

  test('is asked about once the weeks are over, where the case has health visitors', () => {
    expect(seen([later])).toEqual(['no-stop'])
    expect(seen([later], '2023-03-31', aCaseFile().agencies)).toEqual([])
    expect(seen([later], '2022-11-30')).toEqual([])
  })

  test('is not made up for by a visit after the birth', () => {
    expect(seen([later, of('contact', 'v', '2022-12-20', 'New birth visit', { hv: 'lead' })])).toEqual(['no-stop'])
  })
})

test('a child’s death stands for the incident where the case has no other', () => {
  const notified = of('review', 'n', '2019-05-07', 'Serious incident notified to the Panel', { csc: 'lead' })
  const review = { ...aCaseFile().review }
  const people = [aChild({ died: '2019-04-18' })]
  const [reading] = readClocks(indexCase(aBareCase([notified], { review, people })))
  expect(reading).toMatchObject({ startName: 'the death', elapsed: { least: 10, most: 10 }, verdict: 'over' })
})

test('a time for which no number is set is read and never asked about', () => {
  for (const id of ['E2', 'E4', 'E5', 'E13', 'H4', 'X2']) {
    const { events, more } = ENDS[id]?.('2024-01-02', '2024-12-02') ?? { events: [] }
    const index = indexCase(aBareCase(events, { review: aCaseFile().review, ...more }))
    expect(readClocks(index).filter(({ rule }) => rule.id === id)).toHaveLength(1)
    expect(noticeClocks(index).filter(({ limit }) => limit.name === `clock ${id}`)).toEqual([])
  }
})

test('what is asked says what was found, against what, and asks for the recorded reason', () => {
  const { events } = ENDS['E10r']?.('2022-04-14', '2022-04-20') ?? { events: [] }
  const review = { ...aCaseFile().review, area: 'East Riding' }
  const [one] = noticeClocks(indexCase(aBareCase(events, { review }))).filter(
    ({ limit }) => limit.name === 'clock E10r',
  )
  expect(one?.text).toBe(
    'Report to parents before the review conference: from “Report given to the mother” (14 Apr 2022), 2 working days to “Review child protection conference”, against at least 3 working days (East Riding partnership): look for the recorded reason?',
  )
  expect(one?.certainty).toBe('certain')
})

test('no clock speaks of a breach or a failure, and each names where it comes from', () => {
  for (const rule of CLOCK_RULES) {
    expect(`${rule.title} ${rule.wording} ${rule.edition}`).not.toMatch(/breach|fail|must|overdue|late\b/i)
    expect(rule.source).toMatch(/^https?:\/\//)
    expect(formatClockLimit(rule) === undefined).toBe(rule.limit === null)
  }
})
