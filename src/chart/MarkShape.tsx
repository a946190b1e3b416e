import { memo } from 'react'
import type { PlacedMark } from '#layout/marks.ts'
import type { Metrics } from '#layout/metrics.ts'
import { DIM_SCALE, EventSymbol } from './EventSymbol.tsx'
import { EMPTY_CHAIR } from './symbols.ts'

/** A node on a meeting's spine: filled = attended, an empty chair = expected and absent, crossed = not invited, half = sent a report. */
export function Node({
  attendance,
  r,
}: {
  readonly attendance: NonNullable<PlacedMark['attendance']>
  readonly r: number
}) {
  const d = r * 0.62
  return (
    <g className={`node ${attendance}`}>
      <circle r={r} className="node-ring" />
      {attendance === 'absent' && (
        <>
          <path className="node-chair-ground" d={EMPTY_CHAIR} transform={`scale(${r / 5})`} />
          <path className="node-chair" d={EMPTY_CHAIR} transform={`scale(${r / 5})`} />
        </>
      )}
      {attendance === 'reported' && <path className="node-half" d={`M0 ${-r}A${r} ${r} 0 0 0 0 ${r}Z`} />}
      {attendance === 'not-invited' && (
        <path className="node-cross" d={`M${-d} ${-d}L${d} ${d}M${-d} ${d}L${d} ${-d}`} />
      )}
    </g>
  )
}

/** The bar of a date that is not one day: dashed over what is possible, solid over what it lasted, with a chevron where it is open. */
export function DateBar({
  mark,
  metrics,
  isDim,
}: {
  readonly mark: PlacedMark
  readonly metrics: Metrics
  readonly isDim: boolean
}) {
  if (mark.form === 'point' || mark.barX1 - mark.barX0 < metrics.glyphPx * 1.1) return null
  return (
    <g className={`date-bar ${isDim ? 'dim' : ''}`} transform={`translate(0 ${mark.y})`}>
      <DateForm mark={mark} h={metrics.glyphPx * 0.28} />
    </g>
  )
}

/** The bar alone, on the line through its symbol. */
export function DateForm({
  mark,
  h,
}: {
  readonly mark: Pick<PlacedMark, 'form' | 'barX0' | 'barX1'>
  readonly h: number
}) {
  const { barX0: x0, barX1: x1 } = mark
  const c = h * 1.6
  switch (mark.form) {
    case 'point':
      return null
    case 'possible':
      return <rect className="date-possible" x={x0} y={-h} width={x1 - x0} height={h * 2} rx={1} />
    case 'lasting':
      return <rect className="date-lasting" x={x0} y={-h * 0.5} width={x1 - x0} height={h} />
    case 'onwards':
      return <path className="date-open" d={`M${x0} 0H${x1}M${x1 - c} ${-c}L${x1} 0L${x1 - c} ${c}`} />
    case 'until':
      return <path className="date-open" d={`M${x1} 0H${x0}M${x0 + c} ${-c}L${x0} 0L${x0 + c} ${c}`} />
    default:
      return mark.form satisfies never
  }
}

/** What a mark looks like, centred on 0: a node of its meeting, else the symbol of its type. */
export function MarkSymbol({
  mark,
  metrics,
  isDim,
}: {
  readonly mark: PlacedMark
  readonly metrics: Metrics
  readonly isDim: boolean
}) {
  const scale = (metrics.glyphPx / 12) * (isDim ? DIM_SCALE : 1)
  return mark.attendance ? (
    <Node attendance={mark.attendance} r={5.5 * scale} />
  ) : (
    <EventSymbol type={mark.type} exact={mark.exact} scale={scale} />
  )
}

/** The empty chairs of a lane once more, over whatever mark of those days would hide them: that somebody was missing is never covered. */
export function EmptyChairs({
  marks,
  metrics,
  isDim,
}: {
  readonly marks: readonly PlacedMark[]
  readonly metrics: Metrics
  readonly isDim: (eventId: string) => boolean
}) {
  const empty = marks.filter(({ attendance }) => attendance === 'absent' || attendance === 'not-invited')
  return (
    <g aria-hidden="true" className="empty-chairs">
      {empty.map((mark) => (
        <g
          key={mark.event.id}
          className={isDim(mark.event.id) ? 'dim' : ''}
          transform={`translate(${mark.x} ${mark.y})`}
        >
          <MarkSymbol mark={mark} metrics={metrics} isDim={isDim(mark.event.id)} />
        </g>
      ))}
    </g>
  )
}

/** Whom a mark tells that it was chosen; stable across renders so that panning redraws no mark. */
export interface MarkActions {
  readonly choose: (eventId: string, agencyId: string) => void
}

interface Props {
  readonly mark: PlacedMark
  readonly name: string
  readonly metrics: Metrics
  readonly isDim: boolean
  readonly isSelected: boolean
  readonly isEvidence: boolean
  readonly hasFocus: boolean
  readonly actions: MarkActions
}

/** Of the ring that points a mark out. */
export const ringRadius = ({ glyphPx }: Metrics): number => Math.max(12, glyphPx)

/** One event in one lane: a focusable mark in a cell of the grid. */
export const MarkShape = memo(function MarkShape({
  mark,
  name,
  metrics,
  isDim,
  isSelected,
  isEvidence,
  hasFocus,
  actions,
}: Props) {
  const state = [isDim && 'dim', isSelected && 'selected', isEvidence && 'evidence'].filter(Boolean).join(' ')
  return (
    <g role="gridcell">
      <g
        role="button"
        tabIndex={hasFocus ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={name}
        data-event={mark.event.id}
        data-lane={mark.agencyId}
        className={`mark ${state}`}
        transform={`translate(${mark.x} ${mark.y})`}
        onClick={() => actions.choose(mark.event.id, mark.agencyId)}
      >
        <circle className="ring" r={ringRadius(metrics)} />
        <MarkSymbol mark={mark} metrics={metrics} isDim={isDim} />
      </g>
    </g>
  )
})
