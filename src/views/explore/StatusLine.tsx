import type { View } from '#analysis/filter.ts'
import type { Agency, Case } from '#model/case.ts'
import type { Span } from '#model/time.ts'
import { formatCount, formatNumber, formatSpan } from '#model/words.ts'

interface Props {
  readonly of: Case
  readonly view: View
  readonly lanes: readonly Agency[]
  /** The stretch in sight; undefined where the axis has no dates. */
  readonly window: Span | undefined
}

/** The second line: what is shown and what is not, to be read when wanted. A listener is told once it has come to rest (`useNews`). */
export function StatusLine({ of, view, lanes, window }: Props) {
  const shown = lanes.filter(({ id }) => view.agencies.has(id)).length
  return (
    <p role="status" aria-live="off" className="status">
      {`${formatNumber(view.events.size)} of ${formatCount(of.events.length, 'event')}, ${shown} of ${of.agencies.length} lanes`}
      {window ? `, ${formatSpan(window, 'short')}` : ', in the order told: dates not published'}
      {'.'}
    </p>
  )
}
