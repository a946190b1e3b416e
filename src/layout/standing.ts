import { contains, instant, type Span } from '#model/time.ts'
import type { Stop } from './lane-index.ts'
import type { PlacedLane } from './lanes.ts'
import { firstFocus, type Focus, nearest } from './walk.ts'

/** Where the keyboard stands when what is drawn has changed under it. */

type Lanes = readonly PlacedLane[]

/** Where it stands in the lanes drawn: when its lane is gone, the same event in another, else the first mark. */
export function settleFocus(focus: Focus | undefined, lanes: Lanes, first = firstFocus(lanes)): Focus | undefined {
  if (focus?.kind !== 'event' || lanes.some(({ agency }) => agency.id === focus.agencyId)) return focus ?? first
  const other = lanes.find(({ stops }) => stops.some(({ eventId }) => eventId === focus.eventId))
  return other ? { ...focus, agencyId: other.agency.id } : first
}

/** The lanes with what stands in the window, and with the trays of what is undated, which are always in sight. */
function inSight(lanes: Lanes, window: Span): Lanes {
  return lanes.map((lane) => {
    const undated = new Set(lane.tray.map(({ event }) => event.id))
    const isInSight = ({ eventId, at }: Stop) => undated.has(eventId) || contains(window, instant(at))
    return { ...lane, stops: lane.stops.filter(isInSight) }
  })
}

/** The first mark of the chronology that is in sight, where the keyboard enters the chart; else the first there is. */
export function firstInSight(lanes: Lanes, window: Span): Focus | undefined {
  return firstFocus(inSight(lanes, window)) ?? firstFocus(lanes)
}

/**
 * Where it goes when the window has moved on by a page: nowhere while its mark is in sight or nothing is; else to the
 * mark nearest in time among those in sight, of its own lane if that has any, or of the lane closest to it.
 */
export function followWindow(focus: Focus | undefined, lanes: Lanes, window: Span): Focus | undefined {
  const seen = inSight(lanes, window)
  if (focus?.kind !== 'event') return firstFocus(seen) ?? focus
  const home = lanes.findIndex(({ agency }) => agency.id === focus.agencyId)
  const here = lanes[home]?.stops.find(({ eventId }) => eventId === focus.eventId)
  if (!here || seen[home]?.stops.includes(here)) return focus
  const [lane] = seen
    .map((one, index) => ({ one, away: Math.abs(index - home) }))
    .filter(({ one }) => one.stops.length > 0)
    .toSorted((a, b) => a.away - b.away)
  const stop = lane && nearest(lane.one.stops, here)
  return lane && stop ? { kind: 'event', agencyId: lane.one.agency.id, eventId: stop.eventId } : focus
}
