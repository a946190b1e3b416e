import { memo } from 'react'
import type { Metrics } from '#layout/metrics.ts'
import type { PlacedOutline } from '#layout/outlines.ts'

/** An event known only to others: an empty ring, with a line over the stretch of an inexact date. Nothing of it can be chosen. */
export const OutlineShape = memo(function OutlineShape({
  outline,
  metrics,
}: {
  readonly outline: PlacedOutline
  readonly metrics: Metrics
}) {
  const { x, y, x0, x1 } = outline
  const r = metrics.glyphPx * 0.42
  return (
    <>
      {x1 - x0 > metrics.glyphPx && <path className="outline-date" d={`M${x0} ${y}H${x - r}M${x + r} ${y}H${x1}`} />}
      <circle className="outline-ring" cx={x} cy={y} r={r} />
    </>
  )
})

/** Those of one lane, in cells of the grid that say no more than that they are there. */
export function Outlines({
  outlines,
  metrics,
}: {
  readonly outlines: readonly PlacedOutline[]
  readonly metrics: Metrics
}) {
  return outlines.map((outline, place) => (
    <g key={place} role="gridcell" aria-label="An event known only to others" className="outline">
      <OutlineShape outline={outline} metrics={metrics} />
    </g>
  ))
}
