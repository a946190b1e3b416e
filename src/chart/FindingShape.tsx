import { memo } from 'react'
import type { BandMark, FindingMark, MissedMark, SignMark, StripMark } from '#layout/findings.ts'
import type { Metrics } from '#layout/metrics.ts'

function Missed({ mark, metrics }: { readonly mark: MissedMark; readonly metrics: Metrics }) {
  const s = metrics.glyphPx / 12
  const far = mark.ghostYs.reduce((a, b) => (Math.abs(b - mark.crossY) > Math.abs(a - mark.crossY) ? b : a), mark.y)
  const c = 4.2 * s
  return (
    <g className="missed">
      <path className="missed-line" d={`M${mark.x} ${far}V${mark.crossY}`} />
      {mark.ghostYs.map((y) => (
        <path
          key={y}
          className="missed-ghost"
          d="M-4.2 -5.4L5.6 0L-4.2 5.4Z"
          transform={`translate(${mark.x} ${y}) scale(${s})`}
        />
      ))}
      <path
        className="missed-cross"
        d={`M${mark.x - c} ${mark.crossY - c}L${mark.x + c} ${mark.crossY + c}M${mark.x - c} ${mark.crossY + c}L${mark.x + c} ${mark.crossY - c}`}
      />
    </g>
  )
}

function Band({ mark }: { readonly mark: BandMark }) {
  const ends = `M${mark.x} ${mark.y}V${mark.y1}${mark.opensRight ? '' : `M${mark.x1} ${mark.y}V${mark.y1}`}`
  return (
    <g className="gap">
      <rect className="gap-paper" x={mark.x} y={mark.y} width={mark.x1 - mark.x} height={mark.y1 - mark.y} />
      <rect className="gap-hatch" x={mark.x} y={mark.y} width={mark.x1 - mark.x} height={mark.y1 - mark.y} />
      <path className="gap-end" d={ends} />
    </g>
  )
}

function Strip({ mark }: { readonly mark: StripMark }) {
  const { x, x1, y, heightPx } = mark
  const ends = `${mark.opensLeft ? '' : `M${x} ${y - 1}V${y + heightPx + 1}`}${mark.opensRight ? '' : `M${x1} ${y - 1}V${y + heightPx + 1}`}`
  if (mark.highlight === 'drift')
    return (
      <g className="drift">
        <path className="drift-line" d={`M${x} ${y + heightPx / 2}H${x1}`} />
        <path className="drift-end" d={ends} />
      </g>
    )
  return (
    <g className="gap">
      <rect className="gap-hatch" x={x} y={y} width={x1 - x} height={heightPx} />
      <path className="gap-end" d={ends} />
    </g>
  )
}

const SIGN_PATH: Readonly<Record<SignMark['sign'], string>> = {
  'good-practice': 'M-4.2 0.4L-1.2 3.4L4.6 -3.6',
  disagreement: 'M-4.4 -1.8H4.4M-4.4 1.8H4.4M2.6 -5L-2.6 5',
  'empty-chair': 'M-3 -4.8V4.8M-3 0.4H3.4V4.8',
  'no-minutes': 'M-3.4 -4.6H3.4V4.6H-3.4ZM-5 5L5 -5',
}

function Sign({ mark, metrics }: { readonly mark: SignMark; readonly metrics: Metrics }) {
  return (
    <path
      className={`sign ${mark.sign}`}
      d={SIGN_PATH[mark.sign]}
      transform={`translate(${mark.x} ${mark.y}) scale(${(metrics.glyphPx / 12) * 0.72})`}
    />
  )
}

/** What a finding looks like. */
export function FindingDrawing({ mark, metrics }: { readonly mark: FindingMark; readonly metrics: Metrics }) {
  switch (mark.form) {
    case 'missed':
      return <Missed mark={mark} metrics={metrics} />
    case 'band':
      return <Band mark={mark} />
    case 'strip':
      return <Strip mark={mark} />
    case 'sign':
      return <Sign mark={mark} metrics={metrics} />
    default:
      return mark satisfies never
  }
}

/** Where a finding can be hit: at least 24 px tall where the drawing is thin, but no wider than what it covers. */
function hitBox(mark: FindingMark, metrics: Metrics) {
  const half = metrics.glyphPx / 2 + 1
  switch (mark.form) {
    case 'missed': {
      const ys = [...mark.ghostYs, mark.crossY]
      return {
        x: mark.x - half,
        y: Math.min(...ys) - half,
        width: half * 2,
        height: Math.max(...ys) - Math.min(...ys) + half * 2,
      }
    }
    case 'band':
      return { x: mark.x, y: mark.y, width: mark.x1 - mark.x, height: mark.y1 - mark.y }
    case 'strip':
      return { x: mark.x, y: mark.y - 2, width: mark.x1 - mark.x, height: mark.heightPx + 4 }
    case 'sign':
      return { x: mark.x - half, y: mark.y - half, width: half * 2, height: half * 2 }
    default:
      return mark satisfies never
  }
}

interface Props {
  readonly mark: FindingMark
  readonly name: string
  readonly metrics: Metrics
  readonly isDim: boolean
  readonly isSelected: boolean
  readonly hasFocus: boolean
  readonly onChoose: (findingId: string) => void
}

/** One finding of the review: a focusable mark in a cell of the lane that held it. */
export const FindingShape = memo(function FindingShape({
  mark,
  name,
  metrics,
  isDim,
  isSelected,
  hasFocus,
  onChoose,
}: Props) {
  return (
    <g role="gridcell">
      <g
        role="button"
        tabIndex={hasFocus ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={name}
        data-finding={mark.finding.id}
        className={`finding ${isDim ? 'dim' : ''} ${isSelected ? 'selected' : ''}`}
        onClick={() => onChoose(mark.finding.id)}
      >
        <rect className="hit" {...hitBox(mark, metrics)} />
        <FindingDrawing mark={mark} metrics={metrics} />
      </g>
    </g>
  )
})
