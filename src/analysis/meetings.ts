import type { Agency, Case, CaseEvent } from '#model/case.ts'
import type { Role } from '#model/vocabulary.ts'

/** How an agency stood to a meeting, as its node on the spine is drawn. */
export type Attendance = 'attended' | 'absent' | 'not-invited' | 'reported'

export interface Attendee {
  readonly agency: Agency
  readonly attendance: Attendance
}

export interface MeetingPoint {
  readonly event: CaseEvent
  /** In the case's order of agencies; at least two. */
  readonly attendees: readonly Attendee[]
  /** `recorded` and `not-recorded` are the review's word; `unknown` is its silence. */
  readonly minutes: 'recorded' | 'not-recorded' | 'unknown'
}

const ATTENDANCE: Readonly<Record<Role, Attendance | undefined>> = {
  lead: 'attended',
  attended: 'attended',
  absent: 'absent',
  'not-invited': 'not-invited',
  reported: 'reported',
  sender: undefined,
  recipient: undefined,
  informed: undefined,
}

/** The meeting point an event is, or undefined when fewer than two agencies met, spoke or should have. The family is not an agency here. */
export function findMeetingPoint(of: Case, event: CaseEvent): MeetingPoint | undefined {
  if (event.agencies.length < 2) return undefined
  const roles = new Map(event.agencies.map(({ id, role }) => [id, role]))
  const attendees = of.agencies.flatMap((agency): Attendee[] => {
    const role = roles.get(agency.id)
    const attendance = role && ATTENDANCE[role]
    return attendance && agency.family !== 'child-and-family' ? [{ agency, attendance }] : []
  })
  if (attendees.length < 2) return undefined
  const minutes = event.outcome === 'recorded' || event.outcome === 'not-recorded' ? event.outcome : 'unknown'
  return { event, attendees, minutes }
}

/** Every meeting point of a case in chronological order; empty when no two agencies ever met. */
export function findMeetingPoints(of: Case): readonly MeetingPoint[] {
  return of.events.flatMap((event) => findMeetingPoint(of, event) ?? [])
}
