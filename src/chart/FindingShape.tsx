import { memo } from 'react'
import type { FindingMark } from '#layout/findings.ts'
import type { Metrics } from '#layout/metrics.ts'
import { findingBox } from '#layout/touch.ts'
import { FindingDrawing } from './FindingDrawing.tsx'

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
  const { x0, y0, x1, y1 } = findingBox(mark, metrics)
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
        <rect className="hit" x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
        <FindingDrawing mark={mark} metrics={metrics} />
      </g>
    </g>
  )
})
