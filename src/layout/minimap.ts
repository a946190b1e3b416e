import type { Agency, Case } from '#model/case.ts'
import { contains, middle, type Span } from '#model/time.ts'
import type { Family } from '#model/vocabulary.ts'
import type { Axis } from './axis.ts'
import { scaleOf, toPx } from './scale.ts'
import { placeTicks, placeOrderTicks, type Tick } from './ticks.ts'

export interface MinimapDot {
  readonly eventId: string
  readonly x: number
  readonly y: number
  readonly family: Family
}

/** The whole case in a strip: one thin row per lane, a dot per event and lane. */
export interface Minimap {
  readonly dots: readonly MinimapDot[]
  readonly ticks: readonly Tick[]
  readonly windowX0: number
  readonly windowX1: number
}

const LEAST_TICK_PX = 70

/** The minimap of a case over its axis's bounds. The window may reach past the bounds; its edges are cut to the strip. */
export function placeMinimap(
  of: Case,
  axis: Axis,
  lanes: readonly Agency[],
  window: Span,
  widthPx: number,
  heightPx: number,
): Minimap {
  const scale = scaleOf(axis.bounds, widthPx)
  const rowOf = new Map(lanes.map(({ id, family }, row) => [id, { row, family }]))
  const rowPx = heightPx / Math.max(1, lanes.length)
  const dots: MinimapDot[] = []
  for (const event of of.events) {
    const over = axis.spanOfEvent(event)
    if (!over || !contains(axis.bounds, middle(over))) continue
    for (const { id } of event.agencies) {
      const lane = rowOf.get(id)
      if (lane)
        dots.push({ eventId: event.id, x: toPx(scale, middle(over)), y: (lane.row + 0.5) * rowPx, family: lane.family })
    }
  }
  return {
    dots,
    ticks:
      axis.kind === 'time'
        ? placeTicks(axis.bounds, scale, LEAST_TICK_PX)
        : placeOrderTicks(of.events.length, scale, LEAST_TICK_PX),
    windowX0: Math.max(0, toPx(scale, window.start)),
    windowX1: Math.min(widthPx, toPx(scale, window.end)),
  }
}
