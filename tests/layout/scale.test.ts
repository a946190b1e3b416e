import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  daysPerPx,
  drawnSpan,
  keepDrawn,
  limitWindow,
  scaleOf,
  SHORTEST_WINDOW_MS,
  toInstant,
  toPx,
  windowBetween,
} from '#layout/scale.ts'
import { DAY_MS, instant, lengthMs, scaleAbout, shift, type Span, span } from '#model/time.ts'
import { at } from '#tests/fixtures/when.ts'

const ms = fc.integer({ min: -4e12, max: 4e12 })
const spanOf = (shortest: number, longest: number) =>
  fc
    .tuple(ms, fc.integer({ min: shortest, max: longest }))
    .map(([start, length]) => span(instant(start), instant(start + length)))
const window = spanOf(SHORTEST_WINDOW_MS, 1e12)
const bounds = spanOf(DAY_MS, 2e12)
const october = span(at('2013-10-01'), at('2013-11-01'))

describe('the scale', () => {
  test('fits the window into the width: its start is at 0 and its end at the other edge', () => {
    const scale = scaleOf(october, 310)
    expect([toPx(scale, october.start), toPx(scale, at('2013-10-11')), toPx(scale, october.end)]).toEqual([0, 100, 310])
  })

  test('a chart without width counts as one pixel wide, so that nothing divides by zero', () => {
    expect(toPx(scaleOf(october, 0), october.end)).toBe(1)
  })

  test('a pixel of a 310-pixel October is a tenth of a day', () => {
    expect(daysPerPx(scaleOf(october, 310))).toBeCloseTo(0.1)
  })

  test('from time to pixels and back is the same moment', () => {
    fc.assert(
      fc.property(
        window,
        fc.integer({ min: 200, max: 4000 }),
        fc.double({ min: -2, max: 3, noNaN: true }),
        (of, widthPx, share) => {
          const scale = scaleOf(of, widthPx)
          const moment = instant(Math.round(of.start + share * lengthMs(of)))
          expect(Math.abs(toInstant(scale, toPx(scale, moment)) - moment)).toBeLessThan(1)
        },
      ),
    )
  })

  test('later is further right', () => {
    fc.assert(
      fc.property(window, ms, fc.integer({ min: 1, max: 1e9 }), (of, moment, by) => {
        const scale = scaleOf(of, 1000)
        expect(toPx(scale, instant(moment + by))).toBeGreaterThan(toPx(scale, instant(moment)))
      }),
    )
  })
})

describe('a window is limited', () => {
  test('it lies within the bounds, in whole milliseconds, whatever was wanted', () => {
    const wanted = fc
      .tuple(fc.double({ min: -9e12, max: 9e12, noNaN: true }), fc.double({ min: 0, max: 9e12, noNaN: true }))
      .map(([start, length]) => span(instant(start), instant(start + length)))
    fc.assert(
      fc.property(wanted, bounds, (of, within) => {
        const limited = limitWindow(of, within)
        expect(limited.start).toBeGreaterThanOrEqual(within.start)
        expect(limited.end).toBeLessThanOrEqual(within.end)
        expect(lengthMs(limited)).toBeGreaterThanOrEqual(SHORTEST_WINDOW_MS)
        expect([limited.start, limited.end].every(Number.isInteger)).toBe(true)
      }),
    )
  })

  test('a window that fits is left as it is', () => {
    const within = span(at('2013-01-01'), at('2014-01-01'))
    expect(limitWindow(october, within)).toEqual(october)
  })

  test('one that is too short is widened about its middle', () => {
    const within = span(at('2013-01-01'), at('2014-01-01'))
    const moment = at('2013-10-01T12:00')
    expect(limitWindow(span(moment, moment), within)).toEqual(span(at('2013-10-01T11:45'), at('2013-10-01T12:15')))
  })

  test('panning keeps its length exactly, by whatever part of a pixel', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true })),
        (within, share, moves) => {
          const length = Math.max(SHORTEST_WINDOW_MS, Math.round(lengthMs(within) * share))
          let now: Span = limitWindow(span(within.start, instant(within.start + length)), within)
          for (const move of moves) {
            now = limitWindow(shift(now, move * length), within)
            expect(lengthMs(now)).toBe(length)
          }
        },
      ),
    )
  })
})

describe('the stretch laid out', () => {
  test('contains the window with at least half a window on each side, and no more than a whole one', () => {
    fc.assert(
      fc.property(window, (of) => {
        const drawn = drawnSpan(of)
        const half = lengthMs(of) / 2
        for (const margin of [of.start - drawn.start, drawn.end - of.end]) {
          expect(margin).toBeGreaterThanOrEqual(half - 1)
          expect(margin).toBeLessThanOrEqual(half * 2 + 1)
        }
      }),
    )
  })

  test('is the same for small pans: one window’s length of them needs three at most', () => {
    fc.assert(
      fc.property(window, (of) => {
        const steps = Array.from({ length: 101 }, (_, step) => Math.round((lengthMs(of) * step) / 100))
        const starts = new Set(steps.map((by) => drawnSpan(shift(of, by)).start))
        expect(starts.size).toBeLessThanOrEqual(3)
      }),
    )
  })

  test('is kept while the window lies within it, and contains the window always', () => {
    fc.assert(
      fc.property(
        window,
        fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { maxLength: 30 }),
        (of, shares) => {
          const first = drawnSpan(of)
          let drawn = first
          let now = of
          for (const share of shares) {
            now = shift(now, Math.round(lengthMs(of) * share))
            const next = keepDrawn(drawn, now)
            expect(next.start).toBeLessThanOrEqual(now.start)
            expect(next.end).toBeGreaterThanOrEqual(now.end)
            if (drawn.start <= now.start && now.end <= drawn.end) expect(next).toBe(drawn)
            drawn = next
          }
        },
      ),
    )
  })

  test('is another one for a window of another length', () => {
    fc.assert(
      fc.property(window, (of) => {
        const half = span(of.start, instant(of.start + Math.round(lengthMs(of) / 2)))
        expect(keepDrawn(drawnSpan(of), half)).toEqual(drawnSpan(half))
      }),
    )
  })
})

describe('a window on its way to another', () => {
  test('is the one at the start and the other at the end', () => {
    fc.assert(
      fc.property(window, window, (from, to) => {
        expect(windowBetween(from, to, 0)).toEqual(from)
        expect(windowBetween(from, to, 1)).toEqual(to)
      }),
    )
  })

  test('keeps what has the same place in both where it is, within a pixel', () => {
    fc.assert(
      fc.property(
        window,
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, factor, place, share) => {
          const about = instant(from.start + lengthMs(from) * place)
          const now = windowBetween(from, scaleAbout(from, about, factor), share)
          expect(Math.abs(toPx(scaleOf(now, 1000), about) - place * 1000)).toBeLessThan(1)
        },
      ),
    )
  })

  test('is longer by the same factor after each step of the same length', () => {
    const lengths = [0, 0.25, 0.5, 0.75, 1].map((share) =>
      lengthMs(windowBetween(october, scaleAbout(october, october.start, 16), share)),
    )
    expect(lengths.map((length) => length / lengthMs(october))).toEqual([1, 2, 4, 8, 16])
  })

  test('of the same length slides', () => {
    expect(windowBetween(october, shift(october, 10 * DAY_MS), 0.5)).toEqual(shift(october, 5 * DAY_MS))
  })
})
