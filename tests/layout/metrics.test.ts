import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, boxesMeet, metricsOf } from '#layout/metrics.ts'

const side = fc.integer({ min: 0, max: 20 })
const box = fc
  .tuple(side, side, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }))
  .map(([x0, y0, width, height]): Box => ({ x0, y0, x1: x0 + width, y1: y0 + height }))

describe('boxes', () => {
  test('meet when they share a pixel, and only then', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const inside = ({ x0, y0, x1, y1 }: Box, x: number, y: number) => x0 <= x && x < x1 && y0 <= y && y < y1
        let isShared = false
        for (let x = a.x0; x < a.x1; x += 1) for (let y = a.y0; y < a.y1; y += 1) isShared ||= inside(b, x, y)
        expect(boxesMeet(a, b)).toBe(isShared)
      }),
    )
  })

  test('that only touch do not meet', () => {
    const one: Box = { x0: 0, y0: 0, x1: 5, y1: 5 }
    expect(boxesMeet(one, { x0: 5, y0: 0, x1: 9, y1: 5 })).toBe(false)
    expect(boxesMeet(one, { x0: 0, y0: 5, x1: 5, y1: 9 })).toBe(false)
  })
})

describe('sizes', () => {
  test('all grow with the text, so that a projector shows the same picture larger', () => {
    const desk = metricsOf(1)
    const projector: Readonly<Record<string, number>> = { ...metricsOf(1.5) }
    const wrong = Object.entries(desk).filter(([name, px]: [string, number]) => projector[name] !== px * 1.5)
    expect(wrong).toEqual([])
  })

  test('a row has room for a symbol, and the lowest lane for a row with its padding', () => {
    const { glyphPx, rowPx, lanePadPx, leastLanePx, mostLanePx, periodPx, labelPx } = metricsOf(1)
    expect(rowPx).toBeGreaterThan(glyphPx)
    expect(leastLanePx).toBeGreaterThanOrEqual(rowPx + 2 * lanePadPx)
    expect(mostLanePx).toBeGreaterThan(leastLanePx)
    expect(periodPx).toBeGreaterThanOrEqual(labelPx)
  })
})
