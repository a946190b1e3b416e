import type { ReactNode } from 'react'

interface Props {
  readonly leftPx: number
  readonly widthPx: number
  /** How far what is laid out reaches; nothing beyond is drawn. */
  readonly drawnPx: number
  /** Top and height of what it is about; words, spines and bands may reach beyond. */
  readonly y: number
  readonly heightPx: number
  readonly className?: string
  readonly isHidden?: boolean
  readonly children: ReactNode
}

/**
 * A drawing seen through the plot, on a layer of its own: a pan moves the layer and paints nothing again. It is an
 * element around the drawing that moves, since moving a part of a drawing has all of it laid out anew. Coordinates inside are those of the whole chart.
 */
export function Panned({ leftPx, widthPx, drawnPx, y, heightPx, className, isHidden, children }: Props) {
  return (
    <div className="plot" style={{ left: leftPx, width: widthPx }} role="presentation" aria-hidden={isHidden}>
      <div className="pan" style={{ width: drawnPx }} role="presentation">
        <svg
          role="presentation"
          className={className}
          style={{ top: y }}
          width={drawnPx}
          height={heightPx}
          viewBox={`0 ${y} ${drawnPx} ${heightPx}`}
        >
          {children}
        </svg>
      </div>
    </div>
  )
}
