import { describe, expect, test } from 'vitest'
import { axisOf } from '#layout/axis.ts'
import { indexLanes } from '#layout/lane-index.ts'
import { eventsBetween, fullestCell, type Ribbon } from '#layout/ribbons.ts'
import { boxesMeet } from '#layout/metrics.ts'
import { instant, lengthMs, span } from '#model/time.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { pictureAt, publishedCases } from '#tests/fixtures/picture.ts'
import { at } from '#tests/fixtures/when.ts'

/** The bars of a ribbon's path, from left to right. */
const barsOf = ({ path }: Ribbon) =>
  [...path.matchAll(/M(-?\d+) (-?[\d.]+)v(-[\d.]+)h/g)].map(([, x, foot, rise]) => ({
    x: Number(x),
    foot: Number(foot),
    heightPx: -Number(rise),
  }))

describe('a ribbon', () => {
  const of = drawn('csc |●|\ngp |●●●●●●●●●●          ●|')
  const picture = layOut(of, 1, { plotPx: 21 })
  const [ribbon] = picture.ribbons

  test('counts every event of its lane once, in cells from left to right', () => {
    expect(picture.ribbons.map(({ agencyId }) => agencyId)).toEqual(['gp'])
    expect(ribbon?.cells.reduce((sum, { count }) => sum + count, 0)).toBe(11)
    const edges = ribbon?.cells.flatMap(({ x0, x1 }) => [x0, x1]) ?? []
    expect(edges).toEqual(edges.toSorted((a, b) => a - b))
    expect(ribbon?.cells.every(({ count }) => count > 0)).toBe(true)
  })

  test('rises with the count, one event still showing beside a crowd, and stays within its lane', () => {
    const bars = ribbon ? barsOf(ribbon) : []
    const heights = bars.map(({ heightPx }) => heightPx)
    const lane = picture.lanes.find(({ agency }) => agency.id === 'gp')
    expect(heights.length).toBeGreaterThan(2)
    expect(Math.max(...heights)).toBeLessThanOrEqual((ribbon?.heightPx ?? NaN) + 0.1)
    expect(heights.at(-1)).toBeLessThan(Math.max(...heights))
    expect(heights.at(-1)).toBeGreaterThanOrEqual(2)
    for (const { foot, heightPx } of bars) {
      expect(foot - heightPx).toBeGreaterThanOrEqual(lane?.y ?? NaN)
      expect(foot).toBeLessThanOrEqual((lane?.y ?? NaN) + (lane?.heightPx ?? NaN))
    }
  })

  test('knows its fullest cell, and there is none without ribbons', () => {
    expect(fullestCell(picture.ribbons)).toBe(Math.max(...(ribbon?.cells.map(({ count }) => count) ?? [])))
    expect(fullestCell([])).toBe(0)
  })

  test('is not covered by words', () => {
    const boxes = picture.ribbons.flatMap(({ cells, y, heightPx }) =>
      cells.map(({ x0, x1 }) => ({ x0, x1, y0: y, y1: y + heightPx })),
    )
    expect(picture.labels.filter(({ box }) => boxes.some((other) => boxesMeet(box, other)))).toEqual([])
  })
})

test('the events of a cell are those from its start up to its end', () => {
  const of = drawn('gp |● ●● ●|')
  const index = indexLanes(of, axisOf(of)).get('gp')
  const found = index && eventsBetween(index, at('2013-10-03'), at('2013-10-06'))
  expect(found?.map(({ event }) => event.id)).toEqual(['gp-2', 'gp-3'])
})

test.each(publishedCases())(
  'in $id far out every event of a full lane is counted, and panning does not change a height',
  ({ of }) => {
    const axis = axisOf(of)
    const pxPerMs = 20 / lengthMs(axis.bounds)
    const whole = pictureAt(of, { axis, pxPerMs, plotPx: 20 })
    const indexes = indexLanes(of, axis)
    expect(whole.ribbons.length).toBeGreaterThan(0)
    for (const { agencyId, cells } of whole.ribbons) {
      const count = cells.reduce((sum, cell) => sum + cell.count, 0)
      expect(count).toBe(indexes.get(agencyId)?.marks.length)
    }
    const { start, end } = axis.bounds
    const bucketMs = 5 / pxPerMs
    const later = span(instant(Math.ceil(start / bucketMs + 1) * bucketMs), end)
    const part = pictureAt(of, { axis, pxPerMs, plotPx: 20, within: later })
    for (const ribbon of part.ribbons) {
      const same = whole.ribbons.find(({ agencyId }) => agencyId === ribbon.agencyId)
      const xs = new Set(barsOf(ribbon).map(({ x }) => x))
      expect(barsOf(ribbon)).toEqual(same ? barsOf(same).filter(({ x }) => xs.has(x)) : [])
    }
  },
)
