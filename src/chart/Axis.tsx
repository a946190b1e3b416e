import { memo } from 'react'
import type { Picture } from '#layout/place.ts'

interface Props {
  readonly picture: Picture
  readonly headPx: number
  readonly widthPx: number
}

const ROW_PX = 20

/** The axis above the lanes: dates, then the child's own weeks or years, then the guides' words. */
export const Axis = memo(function Axis({ picture, headPx, widthPx }: Props) {
  const { ticks, child, guides, metrics, axisKind } = picture
  const k = metrics.labelPx / 12.5
  const hasChild = child.ticks.length > 0
  const heightPx = axisHeightPx(picture)
  const childTitle = child.titles.join(' · ')
  return (
    <svg className="axis" width={widthPx} height={heightPx} aria-hidden="true">
      <text className="axis-title" x={headPx - 10} y={14 * k} textAnchor="end">
        {axisKind === 'order' ? 'order' : ''}
      </text>
      {hasChild && (
        <text className="axis-title" x={headPx - 10} y={14 * k + ROW_PX * k} textAnchor="end">
          {childTitle}
        </text>
      )}
      <svg x={headPx} width={Math.max(0, widthPx - headPx)} height={heightPx} className="clip">
        <g className="pan">
          {ticks.map((tick) => (
            <g key={tick.at} className={tick.major ? 'tick major' : 'tick'}>
              <path d={`M${tick.x} ${2 * k}V${heightPx}`} />
              <text x={tick.x + 5} y={14 * k}>
                {tick.text}
              </text>
            </g>
          ))}
          {child.ticks.map((tick) => (
            <text key={tick.x} className="tick-child" x={tick.x} y={14 * k + ROW_PX * k} textAnchor="middle">
              {tick.text}
            </text>
          ))}
          {guides.map((guide) => (
            <g key={guide.key} className={`guide ${guide.kind}`}>
              <path d={`M${guide.x} ${heightPx - 14 * k}V${heightPx}`} />
              <text x={guide.x - 4} y={heightPx - 4} textAnchor="end">
                {guide.text}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </svg>
  )
})

/** Height of the axis in pixels: dates, the child's row when it has ticks, the guides' row when there are any. */
export function axisHeightPx({ child, guides, metrics }: Picture): number {
  const rows = 1 + (child.ticks.length > 0 ? 1 : 0) + (guides.length > 0 ? 0.8 : 0)
  return Math.round((ROW_PX * rows + 2) * (metrics.labelPx / 12.5))
}
