import { type Attendance, findMeetingPoint } from '#analysis/meetings.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { isExact, type When } from '#model/edtf.ts'
import { middle } from '#model/time.ts'
import type { EventType, Role } from '#model/vocabulary.ts'
import type { Axis } from './axis.ts'
import type { Metrics } from './metrics.ts'
import { type Extent, stackRows } from './rows.ts'
import { type Scale, toPx } from './scale.ts'

/** How a date is drawn: one filled mark, a dashed bar over what is possible, a solid bar over what it lasted, or half-open. */
export type DateForm = 'point' | 'possible' | 'lasting' | 'until' | 'onwards'

/** A mark before its lane has a place: everything but y. */
export interface SizedMark {
  readonly event: CaseEvent
  readonly agencyId: string
  readonly type: EventType
  readonly role: Role
  /** Filled when exact, hollow when not. */
  readonly exact: boolean
  readonly form: DateForm
  /** The centre of the symbol. */
  readonly x: number
  /** The stretch of the date itself; equal to `x` for a point. */
  readonly barX0: number
  readonly barX1: number
  readonly row: number
  /** Set when the mark is a node on a meeting's spine. */
  readonly attendance: Attendance | undefined
}

export interface PlacedMark extends SizedMark {
  readonly y: number
}

/** An event of a lane that has no place on a dated axis. */
export interface TrayMark {
  readonly event: CaseEvent
  readonly agencyId: string
  readonly type: EventType
  readonly role: Role
}

export interface LaneMarks {
  /** In chronological order. */
  readonly marks: readonly SizedMark[]
  readonly tray: readonly TrayMark[]
  readonly rowCount: number
  /** How many marks share the last row because the lane is full. */
  readonly crowded: number
}

export const NO_MARKS: LaneMarks = { marks: [], tray: [], rowCount: 1, crowded: 0 }

function formOf(when: When | undefined): DateForm {
  if (!when || (when.kind === 'moment' && isExact(when))) return 'point'
  if (when.kind === 'moment') return 'possible'
  if (!when.from) return 'until'
  return when.to ? 'lasting' : 'onwards'
}

interface Drawn {
  readonly mark: Omit<SizedMark, 'row'>
  readonly extent: Extent
}

function drawMark(
  event: CaseEvent,
  agencyId: string,
  role: Role,
  axis: Axis,
  scale: Scale,
  metrics: Metrics,
  attendance: Attendance | undefined,
): Drawn | undefined {
  const of = axis.spanOfEvent(event)
  if (!of) return undefined
  const when = axis.whenOfEvent(event)
  const form = formOf(when)
  const start = toPx(scale, of.start)
  const end = toPx(scale, of.end)
  // A day is drawn at its middle, so that a filled mark stands inside the day and not on its first midnight.
  const x = form === 'until' ? end : form === 'onwards' || form === 'lasting' ? start : toPx(scale, middle(of))
  const bar = form === 'point' ? { barX0: x, barX1: x } : { barX0: start, barX1: end }
  const half = metrics.glyphPx / 2 + 1
  return {
    mark: { event, agencyId, type: event.type, role, exact: !when || isExact(when), form, x, ...bar, attendance },
    // Only symbols compete for rows: bars are drawn behind them, or a month would push a week of days down.
    extent: { x0: x - half, x1: x + half },
  }
}

/**
 * The marks of every lane with their rows, by agency id. Rows are found over the whole case at this scale, not over
 * what is in sight, so nothing jumps while panning. Nodes of meetings come first, to keep spines straight and close to
 * the lane's rule. Beyond `mostRows` marks share the last row.
 */
export function sizeMarks(
  of: Case,
  axis: Axis,
  scale: Scale,
  metrics: Metrics,
  mostRows: number,
): ReadonlyMap<string, LaneMarks> {
  const drawn = new Map<string, Drawn[]>()
  const tray = new Map<string, TrayMark[]>()
  for (const event of of.events) {
    const attendance = new Map(findMeetingPoint(of, event)?.attendees.map((one) => [one.agency.id, one.attendance]))
    for (const { id, role } of event.agencies) {
      const one = drawMark(event, id, role, axis, scale, metrics, attendance.get(id))
      if (one) drawn.set(id, [...(drawn.get(id) ?? []), one])
      else tray.set(id, [...(tray.get(id) ?? []), { event, agencyId: id, type: event.type, role }])
    }
  }
  return new Map(of.agencies.map(({ id }) => [id, stackLane(drawn.get(id) ?? [], tray.get(id) ?? [], mostRows)]))
}

function stackLane(drawn: readonly Drawn[], tray: readonly TrayMark[], mostRows: number): LaneMarks {
  const rank = ({ mark }: Drawn) => (mark.attendance ? 0 : 1)
  const inTurn = drawn.toSorted((a, b) => rank(a) - rank(b) || a.extent.x0 - b.extent.x0)
  const { rows, count, shared } = stackRows(
    inTurn.map(({ extent }) => extent),
    mostRows,
  )
  const marks = inTurn.map(({ mark }, place): SizedMark => ({ ...mark, row: rows[place] ?? 0 }))
  return {
    marks: marks.toSorted((a, b) => a.event.order - b.event.order),
    tray,
    rowCount: Math.max(1, count),
    crowded: shared,
  }
}
