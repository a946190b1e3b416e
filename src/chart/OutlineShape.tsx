import type { Metrics } from '#layout/metrics.ts'
import { moreAt, type PlacedOutline } from '#layout/outlines.ts'

/** Events known only to others: an empty ring, with a line over the stretch of an inexact date, and how many more it stands for. Nothing of it can be chosen. */
export function OutlineShape({ outline, metrics }: { readonly outline: PlacedOutline; readonly metrics: Metrics }) {
  const { x, y, x0, x1, count } = outline
  const more = moreAt(outline)
  const r = metrics.glyphPx * 0.42
  return (
    <>
      {x1 - x0 > metrics.glyphPx && <path className="outline-date" d={`M${x0} ${y}H${x - r}M${x + r} ${y}H${x1}`} />}
      {count > 0 && <circle className="outline-ring" cx={x} cy={y} r={r} />}
      {more > 0 && (
        <text className="outline-count" x={x + metrics.glyphPx * 0.6 + 2} y={y + metrics.labelPx * 0.34}>
          +{more}
        </text>
      )}
    </>
  )
}

const nameOf = ({ count }: PlacedOutline) =>
  count === 1 ? 'An event known only to others' : `${count} events known only to others`

/** Those of one lane, in cells of the grid that say no more than that they are there. */
export function Outlines({
  outlines,
  metrics,
}: {
  readonly outlines: readonly PlacedOutline[]
  readonly metrics: Metrics
}) {
  return outlines.map((outline, place) => (
    <g key={place} role="gridcell" aria-label={nameOf(outline)} className="outline">
      <OutlineShape outline={outline} metrics={metrics} />
    </g>
  ))
}
