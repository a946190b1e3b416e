import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayOf,
  formatLapse,
  isDoubted,
  isPerhapsAfter,
  isSurelyAfter,
  judge,
  lastDayOf,
  measure,
  measureOpen,
  UNKNOWN_LAPSE,
  unsettle,
  weaker,
} from '#analysis/certainty.ts'
import { at, when } from '#tests/fixtures/when.ts'

test.each([
  ['2016-02-01', '2016-02-01', 0, 0],
  ['2016-02-01', '2016-03-01', 29, 29],
  ['2016-02', '2016-04-01', 32, 60],
  ['2016-02-01/2016-02-10', '2016-02-20', 10, 19],
  ['2016-02-01', '../2016-03-01', 0, 29],
  ['2016-02-20', '2016-02', 0, 9],
])('from %s to %s are %i to %i days', (from, to, least, most) => {
  expect(measure(when(from), when(to))).toMatchObject({ least, most })
})

test('an undated end leaves the length unknown', () => {
  expect(measure(undefined, when('2016'))).toEqual(UNKNOWN_LAPSE)
  expect(measureOpen(undefined, at('2016'))).toEqual(UNKNOWN_LAPSE)
})

test('to the end of the record there are at least so many days', () => {
  expect(measureOpen(when('2016-02-01'), at('2016-02-11'))).toMatchObject({ least: 9, most: Infinity })
  expect(measureOpen(when('2016-02-01'), undefined)).toMatchObject({ least: 0, most: Infinity })
})

describe('judging a lapse', () => {
  test.each([
    ['2016-02-01', '2016-02-11', 10, undefined],
    ['2016-02-01', '2016-02-12', 10, 'certain'],
    ['2016-02-01~', '2016-02-12', 10, 'possible'],
    ['2016-01-05/2016-01-28', '2016-02-05', 10, 'possible'],
    ['2016-01', '2016-02-05', 10, 'cannot-tell'],
    ['2016-01', '2016-01-20', 10, 'cannot-tell'],
    ['2016', '2016', 10, 'cannot-tell'],
    ['2016-01', '2016-03', 10, 'certain'],
  ])('%s to %s against %i days is %s', (from, to, limit, expected) => {
    expect(judge(measure(when(from), when(to)), limit)).toBe(expected)
  })

  test('something undated that may cut it short leaves it open', () => {
    expect(judge(unsettle(measure(when('2016-01-01'), when('2016-03-01'))), 10)).toBe('cannot-tell')
  })

  const day = fc.integer({ min: 1, max: 28 })
  const month = fc.integer({ min: 1, max: 12 })
  const pad = (value: number) => String(value).padStart(2, '0')

  test('widening either date never raises the least nor lowers the most, and never makes certain', () => {
    fc.assert(
      fc.property(month, day, month, day, fc.boolean(), fc.boolean(), fc.nat(400), (m, d, n, e, one, other, limit) => {
        const [from, to] = [`2016-${pad(m)}-${pad(d)}`, `2017-${pad(n)}-${pad(e)}`]
        const exact = measure(when(from), when(to))
        const wide = measure(when(one ? from.slice(0, 7) : from), when(other ? to.slice(0, 7) : to))
        expect(wide.least).toBeLessThanOrEqual(exact.least)
        expect(wide.most).toBeGreaterThanOrEqual(exact.most)
        const isGained = judge(exact, limit) !== 'certain' && judge(wide, limit) === 'certain'
        expect(isGained).toBe(false)
      }),
    )
  })
})

test('order is sure only when it holds under every reading; the same day counts as after', () => {
  expect(isSurelyAfter(when('2016-02-01T10:00'), when('2016-02-01'))).toBe(true)
  expect(isSurelyAfter(when('2016-02'), when('2016-02-10'))).toBe(false)
  expect(isPerhapsAfter(when('2016-02'), when('2016-02-10'))).toBe(true)
  expect(isPerhapsAfter(when('2016-01'), when('2016-02-10'))).toBe(false)
})

test('days begin at midnight, and an open end stays open', () => {
  expect(dayOf(at('2016-02-01T10:30'))).toBe(at('2016-02-01'))
  expect(lastDayOf(when('2016-02').span)).toBe(at('2016-02-29'))
  expect(lastDayOf(when('2016-02-01/..').span)).toBe(Infinity)
})

test('doubt at either end of a range is doubt', () => {
  expect(isDoubted(when('2016-02~'))).toBe(true)
  expect(isDoubted(when('2016-02/2016-03?'))).toBe(true)
  expect(isDoubted(when('2016-02'))).toBe(false)
})

test('the less sure of two is the one that claims less', () => {
  expect(weaker('certain', 'possible')).toBe('possible')
  expect(weaker('cannot-tell', 'possible')).toBe('cannot-tell')
})

test.each([
  [1, 1, '1 day'],
  [31, 61, '31 to 61 days'],
  [12, Infinity, 'at least 12 days'],
  [0, Infinity, 'an unknown number of days'],
])('%i to %i days read "%s"', (least, most, words) => {
  expect(formatLapse({ least, most })).toBe(words)
})
