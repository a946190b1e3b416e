import type { View } from '#analysis/filter.ts'
import type { Axis } from '#layout/axis.ts'
import type { Case } from '#model/case.ts'
import { overlaps, type Span } from '#model/time.ts'
import { formatCount, formatNumber, formatSpan } from '#model/words.ts'

/** What is in sight, for a listener: "Window: 1 October 2013 to 5 January 2014, 43 of 172 events." */
export function nameWindow(of: Case, axis: Axis, window: Span, view: View): string {
  const inSight = of.events.filter((event) => {
    const at = view.events.has(event.id) && axis.spanOfEvent(event)
    return at && overlaps(at, window)
  })
  const count = `${formatNumber(inSight.length)} of ${formatCount(of.events.length, 'event')}`
  const passing = view.events.size < of.events.length ? `; the filter lets ${view.events.size} through` : ''
  const [first, last] = [inSight[0], inSight.at(-1)]
  if (axis.kind === 'time') return `Window: ${formatSpan(window)}, ${count}${passing}.`
  const from = first && last ? `from number ${first.order + 1} to ${last.order + 1}, ` : ''
  return `Window: ${from}${count}${passing}.`
}
