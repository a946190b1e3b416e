import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay, knowsBankHolidays, monthsBetween, workingDaysBetween } from '#analysis/working-days.ts'
import { addCalendar, instant, instantOf } from '#model/time.ts'
import { at } from '#tests/fixtures/when.ts'

test.each([
  ['2013-12-05', '2013-12-05', 0],
  ['2013-12-05', '2013-12-06', 1],
  ['2013-12-05', '2013-12-09', 2],
  ['2013-12-07', '2013-12-08', 0],
  ['2013-12-24', '2013-12-27', 1],
  ['2016-03-24', '2016-03-29', 1],
  ['2022-09-16', '2022-09-20', 1],
  ['2013-12-09', '2013-12-05', 0],
])('from %s to %s are %i working days', (from, to, days) => {
  expect(workingDaysBetween(at(from), at(to))).toBe(days)
})

test.each([
  ['2011-04-29', 'a royal wedding'],
  ['2012-06-05', 'a jubilee'],
  ['2020-05-08', 'the moved May holiday'],
  ['2022-09-19', 'a state funeral'],
  ['2023-05-08', 'a coronation'],
  ['2021-12-28', 'Boxing Day in lieu'],
  ['2005-01-03', 'New Year in lieu'],
  ['2026-12-28', 'the last one known'],
])('%s is no working day: %s', (iso) => {
  expect(isWorkingDay(at(iso))).toBe(false)
  expect(isWorkingDay(addCalendar(at(iso), 7, 'day')) || isWorkingDay(addCalendar(at(iso), 8, 'day'))).toBe(true)
})

test('bank holidays are known from 2005 to 2026', () => {
  expect([2004, 2005, 2026, 2027].map((year) => knowsBankHolidays(instantOf(year, 6)))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(knowsBankHolidays(instant(Infinity))).toBe(false)
})

test('an open end is infinitely far', () => {
  expect(workingDaysBetween(at('2016-01-01'), instant(Infinity))).toBe(Infinity)
  expect(monthsBetween(at('2016-01-01'), instant(Infinity))).toBe(Infinity)
})

test.each([
  ['2016-01-31', '2016-02-29', 1],
  ['2016-01-15', '2016-04-15', 3],
  ['2016-04-15', '2016-01-15', 0],
])('from %s to %s are %i months', (from, to, months) => {
  expect(monthsBetween(at(from), at(to))).toBe(months)
})

describe('counting', () => {
  const day = fc.integer({ min: 0, max: 22 * 365 }).map((offset) => addCalendar(instantOf(2005), offset, 'day'))

  test('is the sum of its parts', () => {
    fc.assert(
      fc.property(day, day, day, (...three) => {
        const [a = instantOf(2005), b = a, c = b] = three.toSorted((x, y) => x - y)
        expect(workingDaysBetween(a, c)).toBe(workingDaysBetween(a, b) + workingDaysBetween(b, c))
      }),
    )
  })

  test('agrees with counting one by one', () => {
    fc.assert(
      fc.property(day, fc.nat(40), (from, length) => {
        let count = 0
        for (let step = 1; step <= length; step += 1) if (isWorkingDay(addCalendar(from, step, 'day'))) count += 1
        expect(workingDaysBetween(from, addCalendar(from, length, 'day'))).toBe(count)
      }),
    )
  })
})
