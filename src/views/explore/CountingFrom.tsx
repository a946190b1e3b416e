import type { Anchor } from '#layout/anchor.ts'
import { countFrom } from '#store/view.ts'

/** Back to dates. The button goes with it, so the focus goes to the chart, or to the table. */
function stop(): void {
  countFrom(undefined)
  const mark = document.querySelector('.chart-frame [tabindex="0"], .table-scroll')
  if (mark instanceof SVGElement || mark instanceof HTMLElement) mark.focus()
}

/** Says from which event the axis is counted, and ends it. */
export function CountingFrom({ anchor }: { readonly anchor: Anchor }) {
  return (
    <p className="counting-from">
      <span>
        <strong>Counting from:</strong> {anchor.words}
      </span>
      <button type="button" aria-label="Show dates again" title="Show dates again" onClick={stop}>
        ×
      </button>
    </p>
  )
}
