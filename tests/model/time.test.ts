import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCalendar,
  ALWAYS,
  clampWithin,
  contains,
  DAY_MS,
  daysBetween,
  hull,
  instant,
  instantOf,
  intersection,
  lengthMs,
  middle,
  overlaps,
  scaleAbout,
  shift,
  span,
  toDate,
} from '#model/time.ts'
import { at } from '#tests/fixtures/when.ts'

// Whole milliseconds far below 2^53, so that sums are exact.
const ms = fc.integer({ min: -4e12, max: 4e12 })
const spans = fc
  .tuple(ms, fc.integer({ min: 0, max: 1e11 }))
  .map(([start, length]) => span(instant(start), instant(start + length)))
const filled = spans.filter((of) => lengthMs(of) > 0)
const numbers = (start: number, end: number) => span(instant(start), instant(end))

describe('instants', () => {
  test('a number that is none is refused', () => {
    expect(() => instant(Number.NaN)).toThrow(RangeError)
  })

  test('months count from 1, and fields out of range roll over', () => {
    expect(toDate(instantOf(2013, 11, 25, 0, 10)).toISOString()).toBe('2013-11-25T00:10:00.000Z')
    expect(instantOf(2013, 13)).toBe(instantOf(2014, 1))
    expect(instantOf(2014, 3, 0)).toBe(instantOf(2014, 2, 28))
  })

  test('the date at an instant reads as the wall clock in every time zone', () => {
    const date = toDate(instantOf(2013, 11, 25, 0, 10))
    expect([date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes()]).toEqual([
      2013, 10, 25, 0, 10,
    ])
  })
})

describe('calendar steps', () => {
  test.each([
    ['2014-01-31', 1, 'month', '2014-02-28'],
    ['2012-02-29', 1, 'year', '2013-02-28'],
    ['2013-12-31', 1, 'day', '2014-01-01'],
    ['2014-03-31', -1, 'month', '2014-02-28'],
  ] as const)('%s and %i %s is %s', (from, amount, unit, to) => {
    expect(addCalendar(at(from), amount, unit)).toBe(at(to))
  })

  test('a day over a change of the clocks is 24 hours, because the wall clock has no zone', () => {
    // The last Sundays of March and October in Europe, the second of March in America.
    for (const before of ['2014-03-29', '2014-10-25', '2014-03-08'])
      expect(addCalendar(at(before), 1, 'day') - at(before)).toBe(DAY_MS)
  })
})

describe('days between', () => {
  test('1 November and 5 December are 34', () => {
    expect(daysBetween(at('2013-11-01'), at('2013-12-05'))).toBe(34)
  })

  test('count midnights, not hours', () => {
    expect(daysBetween(at('2013-11-01T23:59'), at('2013-11-02T00:00'))).toBe(1)
    expect(daysBetween(at('2013-11-01T00:00'), at('2013-11-01T23:59'))).toBe(0)
  })

  test('are negative backwards and endless to an open end', () => {
    expect(daysBetween(at('2013-12-05'), at('2013-11-01'))).toBe(-34)
    expect(daysBetween(at('2013-12-05'), instant(Infinity))).toBe(Infinity)
  })

  test('add up along the way', () => {
    fc.assert(
      fc.property(ms, ms, ms, (a, b, c) => {
        const via = daysBetween(instant(a), instant(b)) + daysBetween(instant(b), instant(c))
        expect(via).toBe(daysBetween(instant(a), instant(c)))
      }),
    )
  })
})

describe('spans', () => {
  test('one that would end before it starts is refused; an empty one is not', () => {
    expect(() => numbers(2, 1)).toThrow(RangeError)
    expect(lengthMs(numbers(1, 1))).toBe(0)
  })

  test('one contains its start and not its end', () => {
    fc.assert(
      fc.property(filled, (of) => {
        expect([contains(of, of.start), contains(of, of.end)]).toEqual([true, false])
      }),
    )
  })

  test('the whole of time contains every moment', () => {
    fc.assert(
      fc.property(ms, (one) => {
        expect(contains(ALWAYS, instant(one))).toBe(true)
      }),
    )
  })

  test('neighbours that only touch do not overlap', () => {
    expect(overlaps(numbers(0, 5), numbers(5, 9))).toBe(false)
    expect(overlaps(numbers(0, 6), numbers(5, 9))).toBe(true)
  })

  test('an empty one overlaps what contains its moment, the start of it included and the end not', () => {
    expect(overlaps(numbers(5, 5), numbers(5, 9))).toBe(true)
    expect(overlaps(numbers(9, 9), numbers(5, 9))).toBe(false)
    expect(overlaps(numbers(7, 7), numbers(5, 9))).toBe(true)
    expect(overlaps(numbers(5, 9), numbers(5, 5))).toBe(true)
    expect(overlaps(numbers(5, 9), numbers(9, 9))).toBe(false)
  })

  test('overlapping goes both ways', () => {
    const near = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
    const small = near.map(([start, length]) => numbers(start, start + length))
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
      }),
    )
    // By its meaning: some moment lies in both.
    const moments = Array.from({ length: 20 }, (_, n) => instant(n))
    const filledSmall = small.filter((of) => lengthMs(of) > 0)
    fc.assert(
      fc.property(filledSmall, filledSmall, (a, b) => {
        expect(overlaps(a, b)).toBe(moments.some((one) => contains(a, one) && contains(b, one)))
      }),
    )
  })

  test('the shared part holds exactly the moments that both hold', () => {
    fc.assert(
      fc.property(filled, filled, ms, (a, b, one) => {
        const shared = intersection(a, b)
        for (const moment of [instant(one), a.start, b.start, a.end, b.end])
          expect(shared !== undefined && contains(shared, moment)).toBe(contains(a, moment) && contains(b, moment))
      }),
    )
  })

  test('spans that do not meet share nothing', () => {
    expect(intersection(numbers(0, 5), numbers(6, 9))).toBeUndefined()
    expect(intersection(numbers(0, 7), numbers(6, 9))).toEqual(numbers(6, 7))
  })

  test('the hull is the smallest span around all, and there is none around nothing', () => {
    expect(hull([])).toBeUndefined()
    expect(hull([numbers(5, 6), numbers(1, 2), numbers(3, 9), numbers(4, 7)])).toEqual(numbers(1, 9))
  })

  test('the middle lies halfway, at the closed end of a half-open stretch, at zero of all time', () => {
    expect(middle(numbers(2, 8))).toBe(5)
    expect(middle(numbers(-Infinity, 8))).toBe(8)
    expect(middle(numbers(8, Infinity))).toBe(8)
    expect(middle(ALWAYS)).toBe(0)
  })
})

describe('moving and zooming', () => {
  test('a move and the same move back is no move', () => {
    fc.assert(
      fc.property(spans, ms, (of, by) => {
        expect(shift(shift(of, by), -by)).toEqual(of)
        expect(shift(of, by).start).toBe(of.start + by)
      }),
    )
  })

  test('a zoom keeps its moment at the same place in the window', () => {
    const factor = fc.constantFrom(0.1, 0.5, 0.9, 1, 1.25, 2, 10)
    fc.assert(
      fc.property(filled, fc.double({ min: 0, max: 1, noNaN: true }), factor, (of, share, by) => {
        const about = instant(of.start + share * lengthMs(of))
        const zoomed = scaleAbout(of, about, by)
        const tolerance = 0.01 + 1e-9 * lengthMs(of)
        expect(Math.abs(lengthMs(zoomed) - by * lengthMs(of))).toBeLessThan(tolerance)
        expect(Math.abs(about - zoomed.start - share * lengthMs(zoomed))).toBeLessThan(tolerance)
      }),
    )
  })

  test('twice as long about its first quarter reaches a quarter of the new length before it', () => {
    expect(scaleAbout(numbers(0, 100), instant(25), 2)).toEqual(numbers(-25, 175))
  })

  test('a window is kept within bounds, at its length when it fits and as the bounds when it does not', () => {
    fc.assert(
      fc.property(spans, filled, (of, bounds) => {
        const kept = clampWithin(of, bounds)
        expect(kept.start).toBeGreaterThanOrEqual(bounds.start)
        expect(kept.end).toBeLessThanOrEqual(bounds.end)
        expect(lengthMs(kept)).toBe(Math.min(lengthMs(of), lengthMs(bounds)))
      }),
    )
  })

  test('a window within bounds stays where it is, and one outside goes to the nearer edge', () => {
    const bounds = numbers(0, 100)
    expect(clampWithin(numbers(10, 30), bounds)).toEqual(numbers(10, 30))
    expect(clampWithin(numbers(-10, 10), bounds)).toEqual(numbers(0, 20))
    expect(clampWithin(numbers(190, 210), bounds)).toEqual(numbers(80, 100))
    expect(clampWithin(numbers(-10, 110), bounds)).toEqual(bounds)
  })
})
