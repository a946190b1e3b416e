import { bisectLeft, max } from 'd3-array'
import { instant, type Instant, type Span } from '#model/time.ts'
import { type LaneIndex, mostWithin } from './lane-index.ts'
import type { PlacedLane, RibbonCell } from './lanes.ts'
import { type Scale, toPx } from './scale.ts'
import type { Tick } from './ticks.ts'

/** A lane too full for symbols: how many events there were, as heights along the lane. */
export interface Ribbon {
  readonly agencyId: string
  readonly y: number
  readonly heightPx: number
  /** An area above the lane's foot, as an SVG path. */
  readonly path: string
  /** In order; stretches without events have none. */
  readonly cells: readonly RibbonCell[]
}

const BUCKET_PX = 5

/** How many of the sorted anchors lie from a moment up to another. */
function countBetween(anchors: Float64Array, start: number, end: number): number {
  return bisectLeft(anchors, end) - bisectLeft(anchors, start)
}

/** The index of events of a lane between two moments, in order. */
export function eventsBetween({ marks, anchors }: LaneIndex, start: Instant, end: Instant): LaneIndex['marks'] {
  return marks.slice(bisectLeft(anchors, start), bisectLeft(anchors, end))
}

/**
 * The ribbon of a lane over a stretch. Heights grow with the square root of the count, so that a single event still
 * shows beside a crowd, and are measured against the fullest bucket of the whole lane, so that they do not change while
 * panning. What it costs depends on the pixels. Without ticks it has no cells.
 */
export function placeRibbon(
  lane: PlacedLane,
  index: LaneIndex,
  within: Span,
  scale: Scale,
  ticks: readonly Tick[] | undefined,
): Ribbon {
  const bucketMs = BUCKET_PX / scale.pxPerMs
  const most = Math.max(1, mostWithin(index.anchors, bucketMs))
  const foot = lane.lineY + lane.heightPx / 4
  const fullPx = lane.heightPx * 0.62
  // Buckets start at multiples of their length, so that they stand still while panning.
  const first = Math.floor(within.start / bucketMs)
  const last = Math.ceil(within.end / bucketMs)
  let path = ''
  let from = bisectLeft(index.anchors, first * bucketMs)
  for (let bucket = first; bucket < last; bucket += 1) {
    const to = bisectLeft(index.anchors, (bucket + 1) * bucketMs, from)
    if (to > from) {
      const x = Math.round(toPx(scale, instant(bucket * bucketMs)))
      const height = Math.max(2, Math.sqrt((to - from) / most) * fullPx)
      path += `M${x} ${foot.toFixed(1)}v${(-height).toFixed(1)}h${BUCKET_PX - 1}V${foot.toFixed(1)}z`
    }
    from = to
  }
  return {
    agencyId: lane.agency.id,
    y: foot - fullPx,
    heightPx: fullPx,
    path,
    cells: ticks ? placeCells(index, within, scale, ticks) : [],
  }
}

function placeCells({ anchors }: LaneIndex, within: Span, scale: Scale, ticks: readonly Tick[]): readonly RibbonCell[] {
  const edges = [
    within.start,
    ...ticks.map(({ at }) => at).filter((at) => at > within.start && at < within.end),
    within.end,
  ]
  return edges.slice(1).flatMap((end, place): RibbonCell[] => {
    const start = edges[place] ?? within.start
    const count = countBetween(anchors, start, end)
    return count === 0 ? [] : [{ start, end, x0: toPx(scale, start), x1: toPx(scale, end), count }]
  })
}

/** The most events of any one cell; 0 without ribbons. */
export function fullestCell(ribbons: readonly Ribbon[]): number {
  return max(ribbons.flatMap(({ cells }) => cells.map(({ count }) => count))) ?? 0
}
