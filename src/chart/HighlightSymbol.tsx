import type { FindingKind, Highlight } from '#model/vocabulary.ts'
import { FindingSign } from './FindingSymbol.tsx'
import { EMPTY_CHAIR } from './symbols.ts'

/** The kind whose sign stands for all of a highlight. */
const KIND: Readonly<Record<Exclude<Highlight, 'meeting-point'>, FindingKind>> = {
  'missed-referral': 'missed-referral',
  'handover-gap': 'handover-gap',
  drift: 'delay',
  disagreement: 'conflicting-accounts',
  'good-practice': 'good-practice',
}

/** The sign of a highlight as the legend shows it: the same drawing as on the chart, small. */
export function HighlightSymbol({ highlight }: { readonly highlight: Highlight }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" className={`highlight-symbol ${highlight}`}>
      {highlight === 'meeting-point' ? (
        <path className="node-chair" d={EMPTY_CHAIR} transform="scale(1.08)" />
      ) : (
        <FindingSign kind={KIND[highlight]} />
      )}
    </svg>
  )
}
