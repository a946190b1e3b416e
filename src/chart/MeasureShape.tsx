import { memo } from 'react'
import { type PlacedEnd, type PlacedMeasure, tagOf, tagPx } from '#layout/measured.ts'
import type { Metrics } from '#layout/metrics.ts'
import type { Picture } from '#layout/place.ts'
import type { Extent } from '#layout/rows.ts'
import { ringRadius } from './MarkShape.tsx'
import { Panned } from './Panned.tsx'

/** How far the feet of the line reach up into the axis, in label sizes. */
const FOOT = 0.5

interface Props {
  readonly measured: PlacedMeasure
  readonly metrics: Metrics
}

interface TagProps {
  readonly letter: PlacedEnd['letter']
  readonly x: number
  readonly y: number
  readonly metrics: Metrics
}

function Tag({ letter, x, y, metrics }: TagProps) {
  const side = tagPx(metrics)
  return (
    <g className="measure-tag">
      <rect x={x} y={y} width={side} height={side} rx={2} />
      <text x={x + side / 2} y={y + side * 0.8} textAnchor="middle">
        {letter}
      </text>
    </g>
  )
}

/** The line between the two ends along the foot of the axis: drawn out where it surely is, broken where a date leaves it open. */
export function MeasureOnAxis({ measured, metrics, within }: Props & { readonly within?: Extent }) {
  const { ends, line } = measured
  const { axisPx, labelPx } = metrics
  const y = axisPx - 1.5
  const cut = (x: number) => (within ? Math.min(within.x1, Math.max(within.x0, x)) : x)
  const along = ({ x0, x1 }: Extent) => `M${cut(x0)} ${y}H${cut(x1)}`
  return (
    <g className="measure-on-axis">
      {line && <path className="measure-open" d={along(line.open)} />}
      {line?.sure && <path className="measure-line" d={along(line.sure)} />}
      {ends.map((one) => (
        <g key={one.letter}>
          <path className="measure-line" d={`M${one.x} ${axisPx - labelPx * FOOT}V${axisPx}`} />
          <Tag letter={one.letter} x={tagOf(one, metrics).x0} y={axisPx - 3 - tagPx(metrics)} metrics={metrics} />
        </g>
      ))}
    </g>
  )
}

/** Each end in the lanes: a fine line from the axis to its marks, a ring about each, its letter beside the first. */
export function MeasureInLanes({ measured, metrics }: Props) {
  const r = ringRadius(metrics)
  return measured.ends.map(({ letter, x, markX, ys }) => {
    const [first] = ys
    if (first === undefined) return null
    const isBeside = Math.abs(markX - x) > r
    const drop = isBeside ? `V${first}H${markX < x ? markX + r : markX - r}` : `V${first - r}`
    return (
      <g key={letter} className="measure-end-mark">
        <path className="measure-drop" d={`M${x} 0${drop}`} />
        {ys.map((y) => (
          <circle key={y} cx={markX} cy={y} r={r} />
        ))}
        <Tag
          letter={letter}
          x={markX - r - tagPx(metrics) * 0.7}
          y={first - r - tagPx(metrics) * 0.3}
          metrics={metrics}
        />
      </g>
    )
  })
}

/** Over the marks of the chart. Decoration to a listener: what is measured is said in words beside it. */
export const MeasureLayer = memo(function MeasureLayer({
  measuring,
  picture,
  headPx,
  plotPx,
}: {
  readonly measuring: PlacedMeasure
  readonly picture: Picture
  readonly headPx: number
  readonly plotPx: number
}) {
  const { drawnPx, heightPx, metrics } = picture
  return (
    <Panned className="measure-layer" leftPx={headPx} widthPx={plotPx} y={0} isHidden {...{ drawnPx, heightPx }}>
      <MeasureInLanes measured={measuring} metrics={metrics} />
    </Panned>
  )
})
