import type { Agency, Case, CaseEvent, Finding } from '#model/case.ts'
import { formatList, formatPrecision, formatWhen } from '#model/words.ts'
import { EVENT_TYPE_NAME, FINDING_KIND_NAME, OUTCOME_NAME, ROLE_NAME } from '#model/vocabulary.ts'
import { formatApart } from './interval.ts'
import { findMeetingPoint, type MeetingPoint } from './meetings.ts'

/** Names that are spoken: what a mark says to a reader who listens. Sentences, most telling first. */

const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`)

function namesOf(meeting: MeetingPoint, attendance: string): readonly string[] {
  return meeting.attendees.filter((one) => one.attendance === attendance).map(({ agency }) => agency.name)
}

/** "Meeting with GP 1 and Maternity; Police not invited; no minutes", from one agency's point of view. */
export function nameMeeting(meeting: MeetingPoint, from: Agency | undefined): string {
  const parts: string[] = []
  const present = namesOf(meeting, 'attended').filter((name) => name !== from?.name)
  if (present.length > 0) parts.push(`${from ? 'with' : 'present:'} ${formatList(present)}`)
  for (const [attendance, words] of [
    ['reported', 'sent a report'],
    ['absent', 'expected and absent'],
    ['not-invited', 'not invited'],
  ] as const) {
    const names = namesOf(meeting, attendance)
    if (names.length > 0) parts.push(`${formatList(names)} ${words}`)
  }
  if (meeting.minutes === 'not-recorded') parts.push('no minutes')
  return parts.join('; ')
}

/** Where an event or a finding lies on an axis counted from an event; undefined where it is not, or has no place. */
export function nameApart(counted: CaseEvent | undefined, { id, when }: CaseEvent | Finding): string | undefined {
  return counted?.id === id ? 'The axis counts from here' : formatApart(counted?.when, when)
}

interface Place {
  /** From 1, along its lane. */
  readonly position: number
  readonly count: number
  /** The event that the axis is counted from, if it is. */
  readonly counted?: CaseEvent | undefined
}

/**
 * An event in one lane as a listener hears it: "1 November 2013. Community mental health team. Psychiatrist assesses
 * Ms A. Assessment. Event 12 of 30 in this lane." An axis counted from an event adds "27 days after" to the date.
 */
export function nameEvent(of: Case, event: CaseEvent, agency: Agency, place: Place): string {
  const { position, count, counted } = place
  const meeting = findMeetingPoint(of, event)
  const role = event.agencies.find(({ id }) => id === agency.id)?.role
  const precision = formatPrecision(event.when)
  const others = event.agencies.flatMap(({ id }) => (id === agency.id ? [] : (of.agencyById.get(id)?.name ?? [])))
  const parts = [
    precision ? `${formatWhen(event.when)}, ${precision}` : formatWhen(event.when),
    nameApart(counted, event),
    agency.name,
    event.title,
    event.outcome ? `${EVENT_TYPE_NAME[event.type]}, ${OUTCOME_NAME[event.outcome]}` : EVENT_TYPE_NAME[event.type],
    role && role !== 'lead' && role !== 'attended' ? `This agency: ${ROLE_NAME[role]}` : undefined,
    meeting
      ? `Meeting point ${nameMeeting(meeting, agency)}`
      : others.length > 0
        ? `With ${formatList(others)}`
        : undefined,
    `Event ${position} of ${count} in this lane`,
  ]
  return parts
    .filter((part) => part !== undefined)
    .map(sentence)
    .join(' ')
}

/** A finding as a listener hears it: "Missed referral. October 2013 to … . No referral after … . From CMHT to First Response." */
export function nameFinding(of: Case, finding: Finding, counted?: CaseEvent): string {
  const names = (ids: readonly string[]) => formatList(ids.flatMap((id) => of.agencyById.get(id)?.name ?? []))
  const parts = [
    FINDING_KIND_NAME[finding.kind],
    finding.when ? formatWhen(finding.when) : undefined,
    nameApart(counted, finding),
    finding.title,
    finding.holders.length > 0 ? `Concerns ${names(finding.holders)}` : undefined,
    finding.receivers.length > 0 ? `Towards ${names(finding.receivers)}` : undefined,
    'The review’s finding',
  ]
  return parts
    .filter((part) => part !== undefined)
    .map(sentence)
    .join(' ')
}
