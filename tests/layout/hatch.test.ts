import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hatch, hatchLines } from '#layout/hatch.ts'

const HATCHES: readonly Hatch[] = ['rising', 'falling', 'crossed', 'upright', 'squares']

/** The ends of every line of a path of moves, lines, and squares. */
function pointsOf(path: string): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  for (const [, step = '', text = ''] of path.matchAll(/([MLVhvZ])([-\d. ]*)/g)) {
    const [first = 0, second = 0] = text.trim().split(' ').map(Number)
    if (step === 'Z') continue
    if (step === 'V') y = first
    else if (step === 'h') x += first
    else if (step === 'v') y += first
    else [x, y] = [first, second]
    points.push([x, y])
  }
  return points
}

describe.each(HATCHES)('%s', (hatch) => {
  test('stays in its box and fills it from end to end', () => {
    const whole = fc.integer({ min: -400, max: 400 })
    const length = fc.integer({ min: 20, max: 90 })
    fc.assert(
      fc.property(whole, whole, length, fc.integer({ min: 5, max: 30 }), (x0, y0, width, height) => {
        const box = { x0, y0, x1: x0 + width, y1: y0 + height }
        const points = pointsOf(hatchLines(hatch, box))
        expect(points.length).toBeGreaterThan(0)
        for (const [x, y] of points) {
          expect(x).toBeGreaterThanOrEqual(box.x0 - 0.01)
          expect(x).toBeLessThanOrEqual(box.x1 + 0.01)
          expect(y).toBeGreaterThanOrEqual(box.y0 - 0.01)
          expect(y).toBeLessThanOrEqual(box.y1 + 0.01)
        }
        const xs = points.map(([x]) => x)
        expect(Math.min(...xs) - box.x0).toBeLessThan(8)
        expect(box.x1 - Math.max(...xs)).toBeLessThan(8)
      }),
      { numRuns: 40 },
    )
  })

  test('has nothing to draw in a box without size', () => {
    expect(hatchLines(hatch, { x0: 4, x1: 4, y0: 0, y1: 9 })).toBe('')
    expect(hatchLines(hatch, { x0: 4, x1: 2, y0: 0, y1: 9 })).toBe('')
  })
})

test('no two hatches are alike', () => {
  const drawn = HATCHES.map((hatch) => hatchLines(hatch, { x0: 0, x1: 40, y0: 0, y1: 8 }))
  expect(new Set(drawn).size).toBe(HATCHES.length)
})
