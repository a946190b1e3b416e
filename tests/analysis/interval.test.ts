import { expect, test } from 'vitest'
import {
  atEdge,
  type Edge,
  edgesOf,
  findInterval,
  formatApart,
  formatMeasured,
  whichFirst,
} from '#analysis/interval.ts'
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

test('where the dates leave open which came first, it may be nothing; without a date there is nothing to measure', () => {
  expect(between('2013-10', '2013-10-15')).toMatch(/^0 to 16 days; /)
  expect(findInterval(readDate('2013-10'), undefined)).toBeUndefined()
})

const when = (text: string) => {
  const read = readDate(text)
  if (!read) throw new Error('That is no date.')
  return read
}

test.each([
  ['2014-01-08', '2014-01-13', 'first'],
  ['2014-01-13', '2014-01', 'open'],
  ['2014-02', '2014-01-31', 'second'],
  ['2014-01-08', '2014-01-08', 'same-day'],
  ['2014-01-08T10:15', '2014-01-08T14:00', 'first'],
  ['2014-01-08', '2014-01-08T14:00', 'same-day'],
  ['2013-10', '2013-10', 'open'],
  ['2014-01-08/..', '2015', 'open'],
])('of %s and %s the earlier is: %s', (a, b, first) => {
  expect(whichFirst(when(a), when(b))).toBe(first)
})

test('a stretch is measured from its first day, its last, or any of it', () => {
  const stretch = when('2013-12-05/2014-01-08')
  expect(edgesOf(stretch)).toEqual(['start', 'end', 'any'])
  const days = (edge: Edge) => findInterval(atEdge(stretch, edge), readDate('2014-01-13'))?.days
  expect([days('start'), days('end'), days('any')]).toMatchObject([
    { least: 39, most: 39 },
    { least: 5, most: 5 },
    { least: 5, most: 39 },
  ])
  expect(edgesOf(when('../2014-01-08'))).toEqual(['end', 'any'])
  expect(edgesOf(when('2014-01'))).toEqual([])
})

test.each([
  ['2013-12-05', '2014-01-01', '27 days after'],
  ['2014-01-01', '2013-12-05', '27 days before'],
  ['2013-12-05', '2013-12-06', '1 day after'],
  ['2013-12-05', '2013-12-05T14:00', 'the same day'],
  ['2013-12-05', '2014-01', '27 to 57 days after'],
  ['2014-01', '2013-12-05', '27 to 57 days before'],
  ['2013-12-15', '2013-12', '14 days before to 16 days after'],
  ['2013-12-05', '2014-01-01~', 'about 27 days after'],
  ['2013-12-05/2013-12-20', '2014-01-01/2014-03-01', '27 days after'],
  ['2013-12-05', '../2013-12-01', 'at least 4 days before'],
  ['2013-12-05', '../2013-12-05', 'the same day or before'],
  ['2013-12-05', '../2014-01', 'before or after: the dates leave it open'],
  ['2013-12-05T14:00', '2013-12-05T16:15', '2 hours 15 minutes after'],
  ['2013-12-05T00:30', '2013-12-04T23:30', '1 hour before'],
  ['2013-12-05T14:00', '2013-12-05T14:00', 'at the same time'],
  ['2013-12-05T14:00', '2013-12-06T14:00', '1 day after'],
  ['2013-12-05T14:00', '2013-12-05T14:10~', 'about the same day'],
])('from %s, %s lies %s', (from, to, words) => {
  expect(formatApart(when(from), when(to))).toBe(words)
})

test('what has no date lies nowhere from anything', () => {
  expect(formatApart(when('2013-12-05'), undefined)).toBeUndefined()
  expect(formatApart(undefined, when('2013-12-05'))).toBeUndefined()
})
