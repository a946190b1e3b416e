import { type FindingKind, HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { CROSS, headOfDrift, HOURGLASS, SIGN_PATH } from './finding-signs.ts'

/** The sign of a kind of finding, as a legend shows it: the same drawing as on the chart, small. */
export function FindingSymbol({ kind }: { readonly kind: FindingKind }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" className={`highlight-symbol ${HIGHLIGHT_OF[kind]}`}>
      <FindingSign kind={kind} />
    </svg>
  )
}

const GAP_LINES = 'M-5 4L-1 -4M-1.5 4L2.5 -4M2 4L6 -4'

/** Explicit lines, since a pattern is found only where there is a chart. */
const GAP: Partial<Record<FindingKind, string>> = {
  'information-not-shared': 'M-3.9 -4V4M-1.3 -4V4M1.3 -4V4M3.9 -4V4',
  'unaware-of-each-other': `${GAP_LINES}M-6 -4L-2 4M-2.5 -4L1.5 4M1 -4L5 4`,
  'record-error': 'M-5.5 -2.5H-3M-0.5 -2.5H2M-3 0H-0.5M2 0H4.5M-5.5 2.5H-3M-0.5 2.5H2',
}

/** The sign alone, round 0. */
export function FindingSign({ kind }: { readonly kind: FindingKind }) {
  switch (kind) {
    case 'missed-referral':
    case 'delayed-referral': {
      const isLate = kind === 'delayed-referral'
      return (
        <g className="missed">
          <path className="missed-ghost" d="M-7.4 -4.5L0 0L-7.4 4.5Z" />
          <path
            className={isLate ? 'missed-late' : 'missed-cross'}
            d={isLate ? HOURGLASS : CROSS}
            transform="translate(4.6 0) scale(0.7)"
          />
        </g>
      )
    }
    case 'handover-gap':
    case 'information-not-shared':
    case 'unaware-of-each-other':
    case 'record-error':
      return (
        <g className="gap">
          <path className={kind === 'record-error' ? 'gap-end gap-squares' : 'gap-end'} d={GAP[kind] ?? GAP_LINES} />
          <path className="gap-end" d="M-6.8 -5V5M6.8 -5V5" />
        </g>
      )
    case 'delay':
    case 'not-assessed':
    case 'supervision-gap':
    case 'escalation-not-used':
      return (
        <g className="drift">
          <path className={`drift-line ${kind}`} d="M-5.5 0H7" />
          <path className="drift-end" d="M7 -3.5V3.5" />
          <path className="drift-end" d={headOfDrift(kind, 3.5)} transform="translate(-5 0)" />
        </g>
      )
    case 'absent-from-meeting':
      return <path className="sign empty-chair" d={SIGN_PATH['empty-chair']} />
    case 'meeting-not-recorded':
      return <path className="sign no-minutes" d={SIGN_PATH['no-minutes']} />
    case 'conflicting-accounts':
      return <path className="sign disagreement" d={SIGN_PATH.disagreement} />
    case 'good-practice':
      return <path className="sign good-practice" d={SIGN_PATH['good-practice']} />
    default:
      return kind satisfies never
  }
}
