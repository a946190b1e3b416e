import { findLongestUnseen, findSightings, type Unseen } from '#analysis/child.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { middle } from '#model/time.ts'
import { formatDays } from '#model/words.ts'
import type { Axis } from './axis.ts'
import { cutToWidth } from './labels.ts'
import type { PlacedLane } from './lanes.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import { type Scale, toPx } from './scale.ts'

/** When the child was seen, as a row of ticks on the child's own line, with the longest stretch between two of them. */
export interface Sightings {
  readonly ticks: readonly { readonly eventId: string; readonly x: number }[]
  readonly y: number
  readonly heightPx: number
  /** Undefined with fewer than two dated sightings. `text` is empty when it does not fit. */
  readonly unseen: { readonly x0: number; readonly x1: number; readonly text: string } | undefined
}

const known = new WeakMap<Case, { readonly all: readonly CaseEvent[]; readonly longest: Unseen | undefined }>()

/** Found once for a case: they do not change with the scale, and a large case takes long to go through. */
function sightingsOf(of: Case) {
  const before = known.get(of)
  if (before) return before
  const found = { all: findSightings(of), longest: findLongestUnseen(of) }
  known.set(of, found)
  return found
}

/** Whether the child's line needs a row for sightings. An axis of order has no stretches to show. */
export function hasSightings(of: Case, axis: Axis): boolean {
  return axis.kind === 'time' && sightingsOf(of).all.some(({ when }) => when !== undefined)
}

/** The row of sightings, in order, on the lowest row of the child's lane; undefined when there is none to show. */
export function placeSightings(
  of: Case,
  axis: Axis,
  scale: Scale,
  lanes: readonly PlacedLane[],
  metrics: Metrics,
  measure: MeasureText,
): Sightings | undefined {
  const lane = lanes.find(({ agency }) => agency.family === 'child-and-family')
  if (!lane || !hasSightings(of, axis)) return undefined
  const xOf = (event: Case['events'][number]) => {
    const at = axis.spanOfEvent(event)
    return at && toPx(scale, middle(at))
  }
  const ticks = sightingsOf(of).all.flatMap((event) => {
    const x = xOf(event)
    return x === undefined ? [] : [{ eventId: event.id, x }]
  })
  const { longest } = sightingsOf(of)
  const x0 = longest && xOf(longest.from)
  const x1 = longest && xOf(longest.to)
  const words = longest && `${formatDays(longest.days)} between sightings in the report`
  return {
    ticks,
    y: lane.y + lane.heightPx - metrics.lanePadPx - metrics.periodPx,
    heightPx: metrics.periodPx,
    unseen:
      x0 === undefined || x1 === undefined || words === undefined
        ? undefined
        : {
            x0,
            x1,
            text:
              cutToWidth(words, x1 - x0 - 16, false, measure) === words
                ? words
                : (cutToWidth(words.split(' between')[0] ?? '', x1 - x0 - 8, false, measure) ?? ''),
          },
  }
}
