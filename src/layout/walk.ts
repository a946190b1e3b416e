import { minIndex } from 'd3-array'
import type { Stop } from './lane-index.ts'
import type { PlacedLane } from './lanes.ts'

/** Where the keyboard is: a mark, named by lane and event, or a finding. */
export type Focus =
  | { readonly kind: 'event'; readonly agencyId: string; readonly eventId: string }
  | { readonly kind: 'finding'; readonly findingId: string }

export type Step = 'next' | 'previous' | 'up' | 'down' | 'first-in-lane' | 'last-in-lane' | 'first' | 'last'

type Lanes = readonly PlacedLane[]

/** The stop nearest in time; of two as near, the one nearest in the chronology. Undefined for none. */
export function nearest(stops: readonly Stop[], to: Stop): Stop | undefined {
  return stops[minIndex(stops, (stop) => Math.abs(stop.at - to.at) * ORDER_TIE + Math.abs(stop.order - to.order))]
}

/** Larger than any order, so that order decides only between equal times. */
const ORDER_TIE = 1e7

function focusOn(lane: PlacedLane | undefined, stop: Stop | undefined): Focus | undefined {
  return lane && stop && { kind: 'event', agencyId: lane.agency.id, eventId: stop.eventId }
}

function vertical(lanes: Lanes, from: number, here: Stop, by: 1 | -1): Focus | undefined {
  for (let index = from + by; lanes[index]; index += by) {
    const lane = lanes[index]
    const stop = lane && nearest(lane.stops, here)
    if (stop) return focusOn(lane, stop)
  }
  return undefined
}

/** The first mark of the chronology; undefined when no lane has one. */
export function firstFocus(lanes: Lanes): Focus | undefined {
  return extreme(lanes, 'first')
}

function extreme(lanes: Lanes, which: 'first' | 'last'): Focus | undefined {
  const sign = which === 'first' ? 1 : -1
  let found: { readonly lane: PlacedLane; readonly stop: Stop } | undefined
  for (const lane of lanes) {
    const stop = which === 'first' ? lane.stops[0] : lane.stops.at(-1)
    if (stop && (!found || (stop.order - found.stop.order) * sign < 0)) found = { lane, stop }
  }
  return found && focusOn(found.lane, found.stop)
}

/**
 * Where a step leads from a mark: along its lane in time, to the nearest in time of the next lane that has any, or to
 * an end. Undefined when there is nowhere to go, so that focus stays.
 */
export function walk(lanes: Lanes, from: Focus | undefined, step: Step): Focus | undefined {
  if (step === 'first' || step === 'last') return extreme(lanes, step)
  if (from?.kind !== 'event') return firstFocus(lanes)
  const index = lanes.findIndex(({ agency }) => agency.id === from.agencyId)
  const lane = lanes[index]
  if (!lane) return firstFocus(lanes)
  const { stops } = lane
  const at = stops.findIndex(({ eventId }) => eventId === from.eventId)
  const here = stops[at]
  if (!here) return focusOn(lane, stops[0])
  switch (step) {
    case 'next':
      return focusOn(lane, stops[at + 1])
    case 'previous':
      return focusOn(lane, stops[at - 1])
    case 'first-in-lane':
      return focusOn(lane, stops[0])
    case 'last-in-lane':
      return focusOn(lane, stops.at(-1))
    case 'up':
      return vertical(lanes, index, here, -1)
    case 'down':
      return vertical(lanes, index, here, 1)
    default:
      return step satisfies never
  }
}
