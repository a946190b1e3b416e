import { type Attendance, findMeetingPoint } from '#analysis/meetings.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { isExact, type When } from '#model/edtf.ts'
import { type Instant, middle } from '#model/time.ts'
import type { EventType, Role } from '#model/vocabulary.ts'
import type { Axis } from './axis.ts'

/** How a date is drawn: one filled mark, a dashed bar over what is possible, a solid bar over what it lasted, or half-open. */
export type DateForm = 'point' | 'possible' | 'lasting' | 'until' | 'onwards'

/** One event in one lane, ready to be laid out at any scale. */
export interface IndexedMark {
  readonly event: CaseEvent
  readonly role: Role
  /** Set when the mark is a node on a meeting's spine. */
  readonly attendance: Attendance | undefined
  /** Filled when exact, hollow when not. */
  readonly exact: boolean
  readonly form: DateForm
  /** Where the symbol stands. */
  readonly anchor: Instant
  /** The stretch of the date itself. */
  readonly start: Instant
  readonly end: Instant
}

/** An event of a lane that has no place on a dated axis. */
export interface TrayMark {
  readonly event: CaseEvent
  readonly agencyId: string
  readonly type: EventType
  readonly role: Role
}

export interface LaneIndex {
  /** By anchor, then by place in the chronology. */
  readonly marks: readonly IndexedMark[]
  /** The anchors of `marks`, for searching. */
  readonly anchors: Float64Array
  /** Marks with a bar, which may reach into a stretch that their symbol is outside of. */
  readonly bars: readonly IndexedMark[]
  /** In chronological order. */
  readonly tray: readonly TrayMark[]
  /** Every event of the lane in chronological order, for walking. */
  readonly stops: readonly Stop[]
  /** Those of meetings at which somebody's chair was empty, this lane's or another's, by anchor. */
  readonly emptyChairs: readonly IndexedMark[]
}

/** An event as a step of a walk along its lane. */
export interface Stop {
  readonly eventId: string
  readonly order: number
  /** Where its symbol stands; an undated event has the place of the one before it in the chronology. */
  readonly at: number
}

export type LaneIndexes = ReadonlyMap<string, LaneIndex>

/** How a date is drawn. */
export function formOf(when: When | undefined): DateForm {
  if (!when || (when.kind === 'moment' && isExact(when))) return 'point'
  if (when.kind === 'moment') return 'possible'
  if (!when.from) return 'until'
  return when.to ? 'lasting' : 'onwards'
}

function indexMark(
  event: CaseEvent,
  role: Role,
  attendance: Attendance | undefined,
  axis: Axis,
): IndexedMark | undefined {
  const of = axis.spanOfEvent(event)
  if (!of) return undefined
  const when = axis.whenOfEvent(event)
  const form = formOf(when)
  // A day is drawn at its middle, so that a filled mark stands inside the day and not on its first midnight.
  const anchor = form === 'until' ? of.end : form === 'onwards' || form === 'lasting' ? of.start : middle(of)
  return { event, role, attendance, exact: !when || isExact(when), form, anchor, start: of.start, end: of.end }
}

/** Every lane's marks sorted for searching, by agency id. Depends on the case and its axis alone: made once, used at every scale. */
export function indexLanes(of: Case, axis: Axis): LaneIndexes {
  const marks = new Map<string, IndexedMark[]>(of.agencies.map(({ id }) => [id, []]))
  const trays = new Map<string, TrayMark[]>(of.agencies.map(({ id }) => [id, []]))
  const stops = new Map<string, Stop[]>(of.agencies.map(({ id }) => [id, []]))
  const empty = new Set<CaseEvent>()
  let at: number = axis.bounds.start
  for (const event of of.events) {
    const meeting = event.agencies.length > 1 ? findMeetingPoint(of, event) : undefined
    for (const { id, role } of event.agencies) {
      const attendance = meeting?.attendees.find(({ agency }) => agency.id === id)?.attendance
      const mark = indexMark(event, role, attendance, axis)
      if (attendance === 'absent' || attendance === 'not-invited') empty.add(event)
      if (mark) marks.get(id)?.push(mark)
      else trays.get(id)?.push({ event, agencyId: id, type: event.type, role })
      at = mark?.anchor ?? at
      stops.get(id)?.push({ eventId: event.id, order: event.order, at })
    }
  }
  return new Map(
    of.agencies.map(({ id }) => [id, indexLane(marks.get(id) ?? [], trays.get(id) ?? [], stops.get(id) ?? [], empty)]),
  )
}

function indexLane(
  marks: readonly IndexedMark[],
  tray: readonly TrayMark[],
  stops: readonly Stop[],
  empty: ReadonlySet<CaseEvent>,
): LaneIndex {
  const sorted = marks.toSorted((a, b) => a.anchor - b.anchor || a.event.order - b.event.order)
  return {
    marks: sorted,
    anchors: Float64Array.from(sorted, ({ anchor }) => anchor),
    bars: sorted.filter(({ form }) => form !== 'point'),
    tray,
    stops,
    emptyChairs: sorted.filter(({ event }) => empty.has(event)),
  }
}

/**
 * The most anchors that lie within any stretch of a length, its end excluded; 0 for none. One pass, which ends where
 * there are found to be as many as make no more difference.
 */
export function mostWithin(anchors: Float64Array, lengthMs: number, enough = Infinity): number {
  let most = 0
  let first = 0
  for (let last = 0; last < anchors.length && most < enough; last += 1) {
    while ((anchors[last] ?? 0) - (anchors[first] ?? 0) >= lengthMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}
