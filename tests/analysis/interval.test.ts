import { expect, test } from 'vitest'
import { findInterval, formatMeasured } from '#analysis/interval.ts'
import { readDate } from '#model/case.ts'

const between = (a: string, b: string) => {
  const interval = findInterval(readDate(a), readDate(b))
  return interval && formatMeasured(interval)
}

test.each([
  ['2014-01-08', '2014-01-13', '5 days; 0 whole weeks; 3 working days (England)'],
  ['2014-01-13', '2014-01-08', '5 days; 0 whole weeks; 3 working days (England)'],
  ['2013-12-20', '2014-01-03', '14 days; 2 whole weeks; 7 working days (England)'],
  ['2013-10', '2013-12-01', '31 to 61 days; 4 to 8 whole weeks; 21 to 43 working days (England)'],
  [
    '1990-01-01',
    '1990-01-02',
    '1 day; 0 whole weeks; working days not counted: bank holidays of those years are not known here',
  ],
])('from %s to %s is %s', (a, b, words) => {
  expect(between(a, b)).toBe(words)
})

test('where the dates leave open which came first, it says so; without a date there is nothing to measure', () => {
  expect(between('2013-10', '2013-10-15')).toMatch(/^0 to 16 days; .*; the dates leave open which came first$/)
  expect(findInterval(readDate('2013-10'), undefined)).toBeUndefined()
})
