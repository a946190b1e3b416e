import type { Focus } from '#layout/walk.ts'
import { toInstant } from '#layout/scale.ts'
import { instant, type Instant } from '#model/time.ts'
import type { Timeline } from './useTimeline.ts'

/** The moment where a mark is drawn, which may be far from the middle of its date; undefined for what has no place in time. */
export function momentOf({ shown, axis, picture }: Timeline, focus: Focus): Instant | undefined {
  if (focus.kind === 'finding') {
    const mark = picture?.findings.find(({ finding }) => finding.id === focus.findingId)
    return mark && picture && toInstant(picture.scale, mark.x)
  }
  const event = shown.eventById.get(focus.eventId)
  // An undated event stands in its lane's tray, always in sight.
  if (!event || !axis.spanOfEvent(event)) return undefined
  const lane = picture?.lanes.find(({ agency }) => agency.id === focus.agencyId)
  const stop = lane?.stops.find(({ eventId }) => eventId === focus.eventId)
  return stop && instant(stop.at)
}
