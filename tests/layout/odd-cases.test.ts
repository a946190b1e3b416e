import { describe, expect, test } from 'vitest'
import { axisOf } from '#layout/axis.ts'
import { orderAgencies } from '#layout/lanes.ts'
import { indexLanes } from '#layout/lane-index.ts'
import { type Box, boxesMeet } from '#layout/metrics.ts'
import type { Picture } from '#layout/place.ts'
import { eventsBetween } from '#layout/ribbons.ts'
import { toPx } from '#layout/scale.ts'
import type { Case } from '#model/case.ts'
import { lengthMs, scaleAbout, middle } from '#model/time.ts'
import { aCase } from '#tests/fixtures/case-file.ts'
import { ODD_CASES } from '#tests/fixtures/odd-cases.ts'
import { METRICS, pictureAt, pictureOf } from '#tests/fixtures/picture.ts'

/** Every number anywhere in a picture that is not one. */
function findNonNumbers(of: unknown, path = 'picture', seen = new Set<unknown>()): string[] {
  if (typeof of === 'number') return Number.isFinite(of) ? [] : [path]
  if (typeof of === 'string') return /NaN|Infinity/.test(of) ? [path] : []
  if (typeof of !== 'object' || of === null || seen.has(of) || path.endsWith('.event')) return []
  seen.add(of)
  return Object.entries(of).flatMap(([key, value]) => findNonNumbers(value, `${path}.${key}`, seen))
}

function countPairs(boxes: readonly Box[], others: readonly Box[]): number {
  return boxes.reduce((sum, box) => sum + others.filter((other) => other !== box && boxesMeet(box, other)).length, 0)
}

/** Every event of a lane in the picture: as a mark, in its ribbon, or in the tray. */
function countEvents(picture: Picture, of: Case): number[] {
  const indexes = indexLanes(of, axisOf(of))
  return picture.lanes.map(({ agency, marks, tray, crowds }) => {
    const found = new Set([...marks, ...tray].map(({ event }) => event.id))
    const index = indexes.get(agency.id)
    const cells = picture.ribbons.flatMap((ribbon) => (ribbon.agencyId === agency.id ? ribbon.cells : []))
    for (const { start, end, count } of [...cells, ...crowds]) {
      expect(count).toBe(index && eventsBetween(index, start, end).length)
      if (index) for (const { event } of eventsBetween(index, start, end)) found.add(event.id)
    }
    return found.size
  })
}

describe.each(ODD_CASES)('the case of $id', (file) => {
  const of = aCase(file)
  const axis = axisOf(of)
  const views = [1, 0.25, 0.02].flatMap((zoom) =>
    [280, 700, 1700].map((plotPx) =>
      pictureOf(of, {
        plotPx,
        window: scaleAbout(axis.home, middle(axis.home), zoom),
        availablePx: 500,
        spreadsWords: true,
      }),
    ),
  )

  test('has a first view with some length, within its bounds', () => {
    expect(lengthMs(axis.home)).toBeGreaterThan(0)
    expect(axis.home.start).toBeGreaterThanOrEqual(axis.bounds.start)
    expect(axis.home.end).toBeLessThanOrEqual(axis.bounds.end)
  })

  test('is made of numbers alone, in rows as finite as its lanes', () => {
    expect(views.flatMap((picture) => findNonNumbers(picture))).toEqual([])
    for (const { lanes, heightPx } of views) {
      expect(Math.max(...lanes.flatMap(({ marks }) => marks.map(({ row }) => row)), 0)).toBeLessThan(9)
      expect(heightPx).toBe(lanes.reduce((sum, lane) => sum + lane.heightPx, 0))
      expect(Math.max(...lanes.map((lane) => lane.heightPx))).toBeLessThanOrEqual(METRICS.mostLanePx * 2.5)
    }
  })

  test('has words on nothing, and everything inside its lane', { timeout: 60_000 }, () => {
    for (const { labels, lanes, scale } of views) {
      // Nor beyond the ends of the case, where no window can reach them.
      const ends = [toPx(scale, axis.bounds.start), toPx(scale, axis.bounds.end)] as const
      expect(labels.filter(({ box }) => box.x0 < ends[0] || box.x1 > ends[1])).toEqual([])
      const boxes = labels.map(({ box }) => box)
      const symbols = lanes.flatMap(({ marks }) =>
        marks.map(({ x, y }): Box => ({ x0: x - 6, x1: x + 6, y0: y - 6, y1: y + 6 })),
      )
      expect([countPairs(boxes, boxes), countPairs(boxes, symbols)]).toEqual([0, 0])
      const astray = lanes.flatMap(({ marks, y, heightPx }) =>
        marks.filter((mark) => mark.y - 6 < y || mark.y + 6 > y + heightPx),
      )
      expect(astray).toEqual([])
    }
  })

  test(
    'loses no event: each is a mark, part of a ribbon or in the tray of every lane it has',
    { timeout: 60_000 },
    () => {
      const wanted = orderAgencies(of).map(
        (agency) => of.events.filter(({ agencies }) => agencies.some(({ id }) => id === agency.id)).length,
      )
      for (const plotPx of [280, 1700])
        expect(countEvents(pictureAt(of, { pxPerMs: plotPx / lengthMs(axis.home), plotPx }), of)).toEqual(wanted)
      expect(wanted.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(of.events.length)
    },
  )
})
