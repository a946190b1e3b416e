import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findOversight } from '#analysis/rules/oversight.ts'
import { aBareCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const talk = (id: string, date: string | null, who = 'csc') =>
  anEvent(id, date, { type: 'supervision', agencies: roles({ [who]: 'lead' }) })
const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'csc' ? ['2016-02-01/2016-04-30'] : [] }))
const of = (events: Parameters<typeof aBareCase>[0]) =>
  lines(aBareCase(events, { agencies })).filter((line) => line.startsWith('supervision'))

test('social work supervision counts from the start of involvement and to its end, by the month', () => {
  expect(of([talk('a', '2016-02-10'), talk('b', '2016-03-20')])).toEqual([
    'supervision-interval certain 2016-02-10/2016-03-20 csc >',
    'supervision-interval certain 2016-03-20/2016-04-30 csc >',
  ])
  expect(of([talk('a', '2016-03-02'), talk('b', '2016-04-02')])).toEqual([])
})

test('elsewhere only the time between two supervisions counts, by the quarter', () => {
  expect(of([talk('a', '2016-01-10', 'hv'), talk('b', '2016-05-10', 'hv')])).toEqual([
    'supervision-interval certain 2016-01-10/2016-05-10 hv >',
  ])
  expect(of([talk('a', '2016-01-10', 'hv')])).toEqual([])
})

test('no supervision in a chronology says nothing', () => {
  expect(findOversight(indexCase(aBareCase([], { agencies })))).toEqual([])
})

test('an undated supervision leaves open the interval in which its place may lie, and no other', () => {
  const events = [
    talk('a', '2016-02-02'),
    talk('b', '2016-03-20'),
    anEvent('x', '2016-03-30'),
    talk('u', null),
    anEvent('y', '2016-04-10'),
  ]
  expect(of(events)).toEqual([
    'supervision-interval certain 2016-02-02/2016-03-20 csc >',
    'supervision-interval cannot-tell 2016-03-20/2016-04-30 csc >',
  ])
})
