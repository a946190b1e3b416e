import type { Agency } from '#model/case.ts'
import { formatCount, formatList } from '#model/words.ts'
import { showQuietLanes, useView } from '#store/view.ts'

/** Says how many agencies have no lane because nothing of theirs is in the first view, and unfolds them. */
export function QuietLanes({ quiet }: { readonly quiet: readonly Agency[] }) {
  const shows = useView(({ view }) => view.showsQuietLanes)
  if (quiet.length === 0) return null
  return (
    <button
      type="button"
      className="quiet-lanes"
      aria-expanded={shows}
      title={`${formatList(quiet.map(({ name }) => name))}: nothing in this period`}
      onClick={() => showQuietLanes(!shows)}
    >
      {shows ? 'Fold away' : 'Show'} {formatCount(quiet.length, 'quiet lane')}
    </button>
  )
}
