import type { ReactNode } from 'react'
import type { Axis } from '#layout/axis.ts'
import { lengthMs, type Span } from '#model/time.ts'
import { useTrail, walkTrail } from '#store/trail.ts'
import { useRovingTools } from './useRovingTools.ts'
import type { WindowMoves } from './useWindow.ts'

interface ToolProps {
  readonly name: string
  readonly title?: string
  /** It keeps its place and the focus, but does nothing. */
  readonly isOff?: boolean
  readonly onClick: () => void
  readonly children?: ReactNode
}

function Tool({ name, title, isOff = false, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={children === undefined ? undefined : name}
      title={title}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
    >
      {children ?? name}
    </button>
  )
}

/** An arrow that turns back; mirrored it turns forward. */
function Turn({ isForward = false }: { readonly isForward?: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" className={isForward ? 'turn forward' : 'turn'} aria-hidden="true">
      <path d="M4.5 2 1.5 5l3 3M1.5 5H9a3.2 3.2 0 0 1 0 6.4H5" />
    </svg>
  )
}

function TrailTools() {
  const canGoBack = useTrail(({ past }) => past.length > 0)
  const canGoForward = useTrail(({ future }) => future.length > 0)
  return (
    <div className="tool-group">
      <Tool name="Back" title="Back to the view before (B)" isOff={!canGoBack} onClick={() => walkTrail(-1)}>
        <Turn />
      </Tool>
      <Tool name="Forward" title="Forward again (Shift+B)" isOff={!canGoForward} onClick={() => walkTrail(1)}>
        <Turn isForward />
      </Tool>
    </div>
  )
}

interface Props {
  readonly moves: WindowMoves
  readonly axis: Axis
  readonly window: Span
  readonly onAskDate: () => void
  /** What else the bar holds, after what moves the window. */
  readonly children: ReactNode
}

/** Everything a wheel, a drag or a key does to the window, as buttons: one Tab stop, arrows from one to the next. */
export function ChartTools({ moves, axis, window, onAskDate, children }: Props) {
  const roving = useRovingTools()
  const isWhole = lengthMs(window) >= lengthMs(axis.bounds) - 1
  return (
    <div role="toolbar" aria-label="Chart" className="chart-tools" {...roving}>
      <TrailTools />
      <div className="tool-group">
        <Tool name="Earlier" title="Earlier (Page Up)" onClick={() => moves.pageBy(-0.5)}>
          ‹
        </Tool>
        <Tool name="Later" title="Later (Page Down)" onClick={() => moves.pageBy(0.5)}>
          ›
        </Tool>
      </div>
      <div className="tool-group">
        <Tool name="Zoom out" title="Zoom out (−)" isOff={isWhole} onClick={() => moves.zoomBy(1.5)}>
          −
        </Tool>
        <Tool name="Zoom in" title="Zoom in (+)" onClick={() => moves.zoomBy(1 / 1.5)}>
          +
        </Tool>
      </div>
      <div className="tool-group">
        {axis.home !== axis.bounds && (
          <Tool name="First view" title="First view: what the case opens on (0)" onClick={moves.fitHome}>
            First<span className="spare"> view</span>
          </Tool>
        )}
        <Tool name="Whole case" title="Whole case" isOff={isWhole} onClick={() => moves.fit(axis.bounds)}>
          Whole<span className="spare"> case</span>
        </Tool>
        {axis.kind === 'time' && (
          <button
            type="button"
            aria-haspopup="dialog"
            aria-label="Go to a date"
            title="Go to a date (D)"
            onClick={onAskDate}
          >
            Date
          </button>
        )}
      </div>
      {children}
    </div>
  )
}
