import { anchorOf } from '#layout/anchor.ts'
import type { Focus } from '#layout/walk.ts'
import { countFrom, readView } from '#store/view.ts'
import type { Timeline } from './useTimeline.ts'

/** Counts the axis from the event in focus, or by the calendar again; why not, where it cannot be. */
export function countByKey({ axis, shown }: Timeline, focus: Focus | undefined): string | undefined {
  if (axis.kind === 'order') return 'This case has an order but no dates to count by.'
  const event = focus?.kind === 'event' ? shown.eventById.get(focus.eventId) : undefined
  const before = readView().view.countFrom
  if (before !== undefined && (!event || event.id === before)) {
    countFrom(undefined)
    return undefined
  }
  if (!event) return 'Only an event can be counted from.'
  if (!anchorOf(event)) return 'Nothing can be counted from this event: nobody knows when it began.'
  countFrom(event.id)
  return undefined
}
