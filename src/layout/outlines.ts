import type { Outline } from '#analysis/knowledge/veil.ts'
import { finite } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'
import { middle } from '#model/time.ts'
import type { Axis } from './axis.ts'
import type { PlacedLane } from './lanes.ts'
import type { Box, Metrics } from './metrics.ts'
import { type Scale, toPx } from './scale.ts'

/** Where an event known only to others stands: an empty ring, over the stretch of its date where that is not one day. */
export interface PlacedOutline {
  readonly agencyId: string
  readonly x: number
  readonly y: number
  readonly x0: number
  readonly x1: number
}

/** Outlines in the lanes that are in sight, each in the first row where it covers no mark and no other outline, else in the last. */
export function placeOutlines(
  outlines: readonly Outline[],
  axis: Axis,
  scale: Scale,
  lanes: readonly PlacedLane[],
  metrics: Metrics,
): readonly PlacedOutline[] {
  if (axis.kind === 'order') return []
  return lanes.flatMap((lane) => {
    const taken = lane.marks.map(({ x, y }) => ({ x, y }))
    const rows = Math.max(1, ...lane.marks.map(({ row }) => row + 1))
    const rowYs = Array.from({ length: rows }, (_, row) => lane.lineY + row * metrics.rowPx)
    const isFree = (x: number, y: number) =>
      taken.every((other) => other.y !== y || Math.abs(other.x - x) >= metrics.glyphPx)
    return outlines.flatMap(({ agencyId, when }): readonly PlacedOutline[] => {
      if (agencyId !== lane.agency.id) return []
      const x = toPx(scale, middle(finite(when)))
      const y = rowYs.find((row) => isFree(x, row)) ?? rowYs.at(-1) ?? lane.lineY
      taken.push({ x, y })
      const isDay = when.kind === 'moment' && isExact(when)
      const [from, to] = isDay ? [x, x] : [toPx(scale, when.span.start), toPx(scale, when.span.end)]
      return [{ agencyId, x, y, x0: Number.isFinite(from) ? from : x, x1: Number.isFinite(to) ? to : x }]
    })
  })
}

export function boxOfOutline({ x, y }: PlacedOutline, metrics: Metrics): Box {
  const half = metrics.glyphPx / 2
  return { x0: x - half, y0: y - half, x1: x + half, y1: y + half }
}
