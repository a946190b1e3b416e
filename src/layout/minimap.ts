import type { Outline } from '#analysis/knowledge/veil.ts'
import { type Agency, finite } from '#model/case.ts'
import { middle, type Span, span } from '#model/time.ts'
import type { Family } from '#model/vocabulary.ts'
import type { Axis } from './axis.ts'
import type { LaneIndexes } from './lane-index.ts'
import { scaleOf, toPx } from './scale.ts'
import { placeTicks, placeOrderTicks, type Tick } from './ticks.ts'

/** A lane's events in the strip, as an SVG path of dots; `passing` are those the filter lets through, `others` the rest. */
export interface MinimapLane {
  readonly agencyId: string
  readonly family: Family
  readonly passing: string
  readonly others: string
  /** Events known only to others: that there was one, and about when. */
  readonly outlines: string
}

/** The whole case in a strip: one thin row per lane, a dot wherever it has an event. */
export interface Minimap {
  readonly lanes: readonly MinimapLane[]
  readonly ticks: readonly Tick[]
}

const DOT_PX = 2.4

const LEAST_TICK_PX = 70
/** About what a letter of a tick takes. */
const TICK_LETTER_PX = 7

function dotsAt(columns: ReadonlySet<number>, y: number): string {
  return [...columns].map((column) => `M${column} ${y.toFixed(1)}h${DOT_PX}v${DOT_PX}h${-DOT_PX}z`).join('')
}

/** The minimap of a case over its axis's bounds. Events closer than a dot share one, so its cost depends on the pixels. */
export function placeMinimap(
  indexes: LaneIndexes,
  axis: Axis,
  lanes: readonly Agency[],
  events: number,
  passing: ReadonlySet<string>,
  widthPx: number,
  heightPx: number,
  outlines: readonly Outline[] = [],
): Minimap {
  const scale = scaleOf(axis.bounds, widthPx)
  const rowPx = heightPx / Math.max(1, lanes.length)
  const ticks =
    axis.kind === 'time' ? placeTicks(axis.bounds, scale, LEAST_TICK_PX) : placeOrderTicks(events, scale, LEAST_TICK_PX)
  return {
    lanes: lanes.map(({ id, family }, row): MinimapLane => {
      const on = new Set<number>()
      const off = new Set<number>()
      for (const { event, start, end } of indexes.get(id)?.marks ?? []) {
        const column = Math.round(toPx(scale, middle(span(start, end)))) - 1
        if (passing.has(event.id)) on.add(column)
        else off.add(column)
      }
      const rings = outlines.flatMap((one) =>
        one.agencyId === id ? [Math.round(toPx(scale, middle(finite(one.when)))) - 1] : [],
      )
      const y = (row + 0.5) * rowPx - DOT_PX / 2
      return {
        agencyId: id,
        family,
        passing: dotsAt(on, y),
        others: dotsAt(off, y),
        outlines: axis.kind === 'order' ? '' : dotsAt(new Set(rings), y),
      }
    }),
    // Half a word at the edge reads as a fault.
    ticks: ticks.map((tick) => (tick.x + tick.text.length * TICK_LETTER_PX > widthPx ? { ...tick, text: '' } : tick)),
  }
}

/** Where the window lies on the strip, in pixels, cut to it. */
export function placeMinimapWindow(
  axis: Axis,
  window: Span,
  widthPx: number,
): { readonly x0: number; readonly x1: number } {
  const scale = scaleOf(axis.bounds, widthPx)
  return { x0: Math.max(0, toPx(scale, window.start)), x1: Math.min(widthPx, toPx(scale, window.end)) }
}
