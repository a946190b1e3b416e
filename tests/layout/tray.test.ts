import { expect, test } from 'vitest'
import { metricsOf } from '#layout/metrics.ts'
import { placeTray, trayWidthPx } from '#layout/tray.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'

const metrics = metricsOf(1)
const HEAD_PX = 184

/** A lane with so many undated events and a height. */
function laneOf(count: number, heightPx: number) {
  const lane = layOut(drawn(`gp ${'●'.repeat(count)} |${'●'.repeat(40)}|`)).lanes[0]
  if (!lane) throw new Error('no lane')
  return { ...lane, heightPx, lineY: lane.y + 12 }
}

const overlaps = (chips: ReturnType<typeof placeTray>) =>
  chips.flatMap((one, place) =>
    chips
      .slice(place + 1)
      .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < metrics.glyphPx * 0.85)
      .map(() => place),
  )

test('up to three chips stand side by side on the line of their lane', () => {
  const chips = placeTray(laneOf(3, 60), metrics, HEAD_PX)
  expect(new Set(chips.map(({ y }) => y))).toEqual(new Set([laneOf(3, 60).lineY]))
  expect(overlaps(chips)).toEqual([])
})

test.each([4, 7, 9, 12])('%i chips stand in rows in a high lane, inside it and apart', (count) => {
  const lane = laneOf(count, 62)
  const chips = placeTray(lane, metrics, HEAD_PX)
  expect(chips).toHaveLength(count)
  expect(overlaps(chips)).toEqual([])
  expect(chips.filter(({ y }) => y < lane.y + 5 || y > lane.y + lane.heightPx - 5)).toEqual([])
  expect(Math.min(...chips.map(({ x }) => x))).toBeGreaterThan(HEAD_PX - trayWidthPx(lane, metrics))
})

test('in a low lane many chips stand closer, and take no more width than three', () => {
  expect(trayWidthPx(laneOf(9, 22), metrics)).toBeCloseTo(trayWidthPx(laneOf(3, 22), metrics))
  expect(trayWidthPx({ ...laneOf(1, 22), tray: [] }, metrics)).toBe(0)
})
