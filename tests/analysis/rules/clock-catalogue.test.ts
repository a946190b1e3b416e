import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { CLOCK_RULES } from '#analysis/rules/clock-rules.ts'
import { formatClockLimit } from '#analysis/rules/clock-verdict.ts'
import { noticeClocks, readClocks } from '#analysis/rules/clocks.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aCaseFile, aChild } from '#tests/fixtures/case-file.ts'
import { ENDS, type Event, meet, type More, type Nation, of, pregnancy, read } from '#tests/fixtures/clock-ends.ts'

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
