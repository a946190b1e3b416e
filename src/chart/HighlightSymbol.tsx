import type { Highlight } from '#model/vocabulary.ts'
import { EMPTY_CHAIR } from './symbols.ts'

/** The sign of a highlight as the legend shows it: the same drawing as on the chart, small. */
export function HighlightSymbol({ highlight }: { readonly highlight: Highlight }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" className={`highlight-symbol ${highlight}`}>
      <Drawing highlight={highlight} />
    </svg>
  )
}

function Drawing({ highlight }: { readonly highlight: Highlight }) {
  switch (highlight) {
    case 'missed-referral':
      return (
        <g className="missed">
          <path className="missed-ghost" d="M-6 -4.5L1.5 0L-6 4.5Z" />
          <path className="missed-cross" d="M3 -2.4L7.4 2.4M3 2.4L7.4 -2.4" />
        </g>
      )
    case 'handover-gap':
      return (
        <g className="gap">
          <path className="gap-end" d="M-6.5 -5V5M6.5 -5V5" />
          <path className="gap-end" d="M-6 3L-1 -5M-3.5 5L2.5 -5M0 5L6 -5" />
        </g>
      )
    case 'meeting-point':
      return <path className="node-chair" d={EMPTY_CHAIR} transform="scale(1.08)" />
    case 'drift':
      return (
        <g className="drift">
          <path className="drift-line" d="M-6.5 0H6.5" />
          <path className="drift-end" d="M-6.5 -3.5V3.5M6.5 -3.5V3.5" />
        </g>
      )
    case 'disagreement':
      return <path className="sign disagreement" d="M-4.4 -1.8H4.4M-4.4 1.8H4.4M2.6 -5L-2.6 5" />
    case 'good-practice':
      return <path className="sign good-practice" d="M-4.2 0.4L-1.2 3.4L4.6 -3.6" />
    default:
      return highlight satisfies never
  }
}
