import { memo } from 'react'
import type { Picture } from '#layout/place.ts'

interface Props {
  readonly picture: Picture
  readonly headPx: number
  readonly widthPx: number
}

const ROW_PX = 18

/** The axis above the lanes: dates, then the child's own weeks or years, then the guides' words. */
export const Axis = memo(function Axis({ picture, headPx, widthPx }: Props) {
  const { ticks, child, guides, captions, metrics, axisKind } = picture
  const k = metrics.labelPx / 12.5
  const hasChild = child.ticks.length > 0
  const heightPx = metrics.axisPx
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
          {captions.map((caption) => (
            <text key={caption.key} className="caption" x={caption.x} y={heightPx - 5}>
              {caption.text}
            </text>
          ))}
          {guides.map((guide) => (
            <g key={guide.key} className={`guide ${guide.kind}`}>
              <path d={`M${guide.x} ${heightPx - 14 * k}V${heightPx}`} />
              <text
                x={guide.side === 'left' ? guide.x - 4 : guide.x + 4}
                y={heightPx - 4}
                textAnchor={guide.side === 'left' ? 'end' : 'start'}
              >
                {guide.text}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </svg>
  )
})
