import type { Agency } from '#model/case.ts'
import { formatCount, formatList } from '#model/words.ts'
import { showQuietLanes, useView } from '#store/view.ts'

/** Says which agencies have no lane because nothing of theirs is in the first view, and unfolds them. */
export function QuietLanes({ quiet }: { readonly quiet: readonly Agency[] }) {
  const shows = useView(({ view }) => view.showsQuietLanes)
  if (quiet.length === 0) return null
  return (
    <p className="quiet-lanes">
      <button type="button" aria-expanded={shows} onClick={() => showQuietLanes(!shows)}>
        {shows ? 'Fold away' : 'Show'} {formatCount(quiet.length, 'agency', 'agencies')} outside this period
      </button>
      <span>{formatList(quiet.map(({ name }) => name))}</span>
    </p>
  )
}
