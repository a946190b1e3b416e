import { memo } from 'react'
import { type AxisWords, GUIDE_GAP_PX, TICK_GAP_PX } from '#layout/axis-words.ts'
import type { PlacedMeasure } from '#layout/measured.ts'
import type { Picture } from '#layout/place.ts'
import { MeasureOnAxis } from './MeasureShape.tsx'
import { Panned } from './Panned.tsx'

interface Props {
  readonly picture: Picture
  /** The words that are wholly in sight; all of them while that changes with every frame. */
  readonly words?: AxisWords | undefined
  readonly measured?: PlacedMeasure | undefined
  readonly headPx: number
  readonly widthPx: number
}

const ROW_PX = 18

const scaleOf = ({ metrics }: Picture) => metrics.labelPx / 12.5

/** "weeks pregnant · weeks old", or its first words where the lane names leave too little room. */
function titleOf(titles: readonly string[], roomPx: number, labelPx: number): string {
  const whole = titles.join(' · ')
  if (whole.length * labelPx * 0.5 <= roomPx) return whole
  return [...new Set(titles.map((title) => title.split(' ', 1)[0]))].join(' · ')
}

/** What the rows of the axis are, beside them. */
export function AxisTitles({ picture, headPx }: Pick<Props, 'picture' | 'headPx'>) {
  const { child, axisKind, metrics } = picture
  const k = scaleOf(picture)
  return (
    <>
      <text className="axis-title" x={headPx - 10} y={14 * k} textAnchor="end">
        {axisKind === 'order' ? 'order' : ''}
      </text>
      {child.ticks.length > 0 && (
        <text className="axis-title" x={headPx - 10} y={14 * k + ROW_PX * k} textAnchor="end">
          {titleOf(child.titles, headPx - 10, metrics.labelPx)}
        </text>
      )}
    </>
  )
}

/** Dates, then the child's own weeks or years, then the guides' words. */
export function AxisTicks({ picture, words }: Pick<Props, 'picture' | 'words'>) {
  const { metrics } = picture
  const { ticks, child, captions, guides } = words ?? { ...picture, child: picture.child.ticks }
  const k = scaleOf(picture)
  const heightPx = metrics.axisPx
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick.at} className={tick.major ? 'tick major' : 'tick'}>
          {/* A tick without words has those of the one before beside it, and starts below them. */}
          <path d={`M${tick.x} ${(tick.text === '' ? ROW_PX : 2) * k}V${heightPx}`} />
          <text x={tick.x + TICK_GAP_PX} y={14 * k}>
            {tick.text}
          </text>
        </g>
      ))}
      {child.map((tick) => (
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
            x={guide.side === 'left' ? guide.x - GUIDE_GAP_PX : guide.x + GUIDE_GAP_PX}
            y={heightPx - 4}
            textAnchor={guide.side === 'left' ? 'end' : 'start'}
          >
            {guide.text}
          </text>
        </g>
      ))}
    </>
  )
}

/** The axis above the lanes, over a plot that pans. */
export const Axis = memo(function Axis({ picture, words, measured, headPx, widthPx }: Props) {
  const heightPx = picture.metrics.axisPx
  return (
    <div className="axis" style={{ height: heightPx }} aria-hidden="true">
      <svg width={headPx} height={heightPx}>
        <AxisTitles picture={picture} headPx={headPx} />
      </svg>
      <Panned
        leftPx={headPx}
        widthPx={Math.max(0, widthPx - headPx)}
        drawnPx={picture.drawnPx}
        y={0}
        heightPx={heightPx}
      >
        <AxisTicks picture={picture} words={words} />
        {measured && <MeasureOnAxis measured={measured} metrics={picture.metrics} />}
      </Panned>
    </div>
  )
})
