import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleOf, toPx } from '#layout/scale.ts'
import { placeOrderTicks, placeTicks } from '#layout/ticks.ts'
import { DAY_MS, instant, MINUTE_MS, span } from '#model/time.ts'
import { at } from '#tests/fixtures/when.ts'

const LEAST_PX = 62

function textsBetween(start: string, end: string, widthPx: number) {
  const over = span(at(start), at(end))
  return placeTicks(over, scaleOf(over, widthPx), LEAST_PX).map(({ text, major }) => (major ? `*${text}` : text))
}

describe('ticks of time', () => {
  test('a year on a wide chart is told by its months, and January names the year', () => {
    expect(textsBetween('2013-10-15', '2014-03-15', 400)).toEqual(['Nov', 'Dec', '*Jan 2014', 'Feb', 'Mar'])
  })

  test('a quarter is told by days that begin anew each month, and the first names it', () => {
    expect(textsBetween('2013-10-20', '2013-11-20', 300)).toEqual(['22 Oct', '*Nov 2013', '8 Nov', '15 Nov'])
  })

  test.each([9, 13, 16, 25, 31, 45, 61])('at %i pixels a day no two dates stand far apart', (pxPerDay) => {
    const over = span(at('2014-03-03'), at('2014-05-20'))
    const ticks = placeTicks(over, { start: over.start, pxPerMs: pxPerDay / DAY_MS }, LEAST_PX)
    const gaps = ticks.slice(1).map(({ x }, place) => x - (ticks[place]?.x ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(LEAST_PX * 3.2)
    expect(Math.min(...gaps)).toBeGreaterThan(LEAST_PX * 0.6)
  })

  test('a day is told by the clock, and midnight names the day', () => {
    expect(textsBetween('2013-11-25T18:00', '2013-11-26T07:00', 200)).toEqual(['6pm', '9pm', '*Tue 26 Nov', '', '6am'])
  })

  test('decades are told by years', () => {
    expect(textsBetween('1990', '2014', 300)).toEqual(['1990', '1995', '2000', '2005', '2010'])
  })

  test('words that would run into those of a larger unit are left out, their line is not', () => {
    // "Mon 25 Nov" needs 80 pixels; the hours after it are 40 apart.
    expect(textsBetween('2013-11-25T00:00', '2013-11-25T05:00', 200)).toEqual(['*Mon 25 Nov', '', '2am', '3am', '4am'])
  })

  test('words of twice the size have twice the room', () => {
    const over = span(at('2006-10-31'), at('2015-12-02'))
    const scale = scaleOf(over, 2600)
    const room = (textScale: number) => {
      const ticks = placeTicks(over, scale, LEAST_PX * textScale, textScale)
      const worded = ticks.filter(({ text }) => text !== '')
      return Math.min(...worded.slice(1).map(({ x }, place) => x - (worded[place]?.x ?? x)))
    }
    expect(room(1)).toBeLessThan(80)
    expect(room(2)).toBeGreaterThanOrEqual(80)
  })

  test('they are strictly in order and in place, the first has words, and they keep their distance at every scale', () => {
    const lengths = fc.double({ min: Math.log(30 * MINUTE_MS), max: Math.log(40 * 365 * DAY_MS), noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: at('1990'), max: at('2020') }),
        lengths.map((log) => Math.round(Math.exp(log))),
        fc.integer({ min: 200, max: 2400 }),
        (start, length, widthPx) => {
          const over = span(instant(start), instant(start + length))
          const scale = scaleOf(over, widthPx)
          const ticks = placeTicks(over, scale, LEAST_PX)
          const gaps = ticks.slice(1).map(({ x }, place) => x - (ticks[place]?.x ?? x))
          expect(gaps.filter((gap) => gap <= 0)).toEqual([])
          expect(ticks.filter((tick) => tick.at < over.start || tick.at >= over.end)).toEqual([])
          expect(ticks.filter((tick) => tick.x !== toPx(scale, tick.at))).toEqual([])
          expect(ticks[0]?.text ?? 'no tick').not.toBe('')
          // The clock's words are the shortest: they may stand at six tenths of the distance.
          expect(ticks.length).toBeLessThanOrEqual(widthPx / (LEAST_PX * 0.5) + 2)
        },
      ),
    )
  })

  test('a stretch without length has none', () => {
    const over = span(at('2013-11-01'), at('2013-11-01'))
    expect(placeTicks(over, { start: over.start, pxPerMs: 1 / DAY_MS }, LEAST_PX)).toEqual([])
  })

  test('a whole case in a narrow strip still has ticks that are ten years apart', () => {
    expect(textsBetween('1905', '2025', 20)).toHaveLength(12)
  })
})

describe('ticks of order', () => {
  const slots = (slotPx: number) => ({ start: instant(0), pxPerMs: slotPx / DAY_MS })
  const numbers = (count: number, slotPx: number) =>
    placeOrderTicks(count, slots(slotPx), LEAST_PX / 2).map(({ text }) => text)

  test('every event has its number where there is room', () => {
    expect(numbers(4, 40)).toEqual(['1', '2', '3', '4'])
  })

  test('where they crowd, the first and every fifth or tenth have one', () => {
    expect(numbers(12, 7)).toEqual(['1', '5', '10'])
    expect(numbers(35, 4)).toEqual(['1', '10', '20', '30'])
  })

  test('a number stands in the middle of its slot', () => {
    expect(placeOrderTicks(3, slots(40), 31).map(({ x }) => x)).toEqual([20, 60, 100])
  })

  test('thousands of events are counted by the thousand', () => {
    expect(numbers(3000, 0.01)).toEqual(['1', '1000', '2000', '3000'])
  })

  test('nothing has no numbers', () => {
    expect(numbers(0, 40)).toEqual([])
  })
})
