import { useSyncExternalStore } from 'react'
import { usePreferences } from '#store/preferences.ts'
import { useView } from '#store/view.ts'

/** Where the legend no longer stands beside the chart; the style sheets say the same. */
const NARROW = '(max-width: 73.75em)'

function subscribe(changed: () => void): () => void {
  const narrow = window.matchMedia(NARROW)
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the legend is folded away: as the reader chose, else where it would stand in front of the chart, or beside a chart that has a wide column already. */
export function useLegendFolded(): boolean {
  const isNarrow = useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
  const chosen = usePreferences(({ isLegendFolded }) => isLegendFolded)
  const isReview = useView(({ view }) => view.page === 'review')
  return chosen ?? (isNarrow || isReview)
}
