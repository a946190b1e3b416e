import { memo } from 'react'
import type { FindingMark } from '#layout/findings.ts'
import type { Metrics } from '#layout/metrics.ts'
import { FindingDrawing } from './FindingDrawing.tsx'

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
