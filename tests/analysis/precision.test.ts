import { expect, test } from 'vitest'
import { countPrecision } from '#analysis/precision.ts'
import { aCase, anEvent } from '#tests/fixtures/case-file.ts'

const counted = (...dates: readonly (string | null)[]) =>
  countPrecision(aCase({ events: dates.map((date, place) => anEvent(`e${place}`, date)) })).map(
    ({ name, count }) => `${count} ${name}`,
  )

test('events are counted by how they are dated, the most exact first', () => {
  expect(
    counted(
      null,
      '2013',
      '2013-10',
      '2013-22',
      '2013-10-01/2013-10-05',
      '2013-10-02',
      '2013-10-03',
      '2013-10-01T10:00',
    ),
  ).toEqual([
    '1 dated to the minute',
    '2 dated to the day',
    '1 dated over a stretch',
    '3 dated to the month or coarser, or in doubt',
    '1 without a date',
  ])
})

test.each(['2013-10-01~', '2013-10-01?', '2013-10-01%', '2013-10-01T10:00~'])(
  '%s is in doubt, however fine it looks',
  (date) => {
    expect(counted(date)).toEqual(['1 dated to the month or coarser, or in doubt'])
  },
)

test('a way of dating that does not occur is not listed', () => {
  expect(counted('2013-10-01')).toEqual(['1 dated to the day'])
  expect(counted()).toEqual([])
})
