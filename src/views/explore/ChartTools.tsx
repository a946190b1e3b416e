import type { Axis } from '#layout/axis.ts'
import { lengthMs, type Span } from '#model/time.ts'
import { showEveryMark } from '#store/view.ts'
import type { WindowMoves } from './useWindow.ts'

interface Props {
  readonly moves: WindowMoves
  readonly axis: Axis
  readonly window: Span
  /** Where the selection lies; undefined when nothing with a place is selected. */
  readonly selected: Span | undefined
  /** Whether every mark is shown although some lanes are crowded; undefined where none is. */
  readonly hasEveryMark: boolean | undefined
}

const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end

/** Everything a wheel, a drag or a key does to the window, as buttons. */
export function ChartTools({ moves, axis, window, selected, hasEveryMark }: Props) {
  const isWhole = lengthMs(window) >= lengthMs(axis.bounds) - 1
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
      {hasEveryMark !== undefined && (
        <button type="button" aria-pressed={hasEveryMark} onClick={() => showEveryMark(!hasEveryMark)}>
          Show every mark
        </button>
      )}
      {selected && (
        <button type="button" onClick={() => moves.show(selected)}>
          Fit selection
        </button>
      )}
      {axis.home !== axis.bounds && (
        <button type="button" title="What the case opens on (0)" onClick={moves.fitHome}>
          First view
        </button>
      )}
      {axis.review && !isSame(axis.review, axis.home) && (
        <button type="button" onClick={() => moves.fit(axis.review)}>
          Review period
        </button>
      )}
      <button type="button" disabled={isWhole} onClick={() => moves.fit(axis.bounds)}>
        Whole case
      </button>
    </div>
  )
}
