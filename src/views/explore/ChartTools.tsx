import type { Axis } from '#layout/axis.ts'
import { lengthMs, type Span } from '#model/time.ts'
import type { WindowMoves } from './useWindow.ts'

interface Props {
  readonly moves: WindowMoves
  readonly axis: Axis
  readonly window: Span
}

/** Everything a wheel, a drag or a key does to the window, as buttons. */
export function ChartTools({ moves, axis, window }: Props) {
  const isWhole = lengthMs(window) >= lengthMs(axis.bounds) - 1
  const hasHome = axis.home !== axis.bounds
  return (
    <div role="toolbar" aria-label="Window" className="chart-tools">
      <button type="button" aria-label="Earlier" title="Earlier (Page Up)" onClick={() => moves.pageBy(-0.5)}>
        ‹
      </button>
      <button type="button" aria-label="Later" title="Later (Page Down)" onClick={() => moves.pageBy(0.5)}>
        ›
      </button>
      <button
        type="button"
        aria-label="Zoom out"
        title="Zoom out (−)"
        disabled={isWhole}
        onClick={() => moves.zoomBy(1.5)}
      >
        −
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => moves.zoomBy(1 / 1.5)}>
        +
      </button>
      {hasHome && (
        <button type="button" title="The period under review (0)" onClick={moves.fitHome}>
          Review period
        </button>
      )}
      <button type="button" disabled={isWhole} onClick={moves.fitAll}>
        Whole case
      </button>
    </div>
  )
}
