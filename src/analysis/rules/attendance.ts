import type { CaseEvent } from '#model/case.ts'
import { DAY_MS } from '#model/time.ts'
import { formatWhen } from '#model/words.ts'
import { acted, type CaseIndex, DIRECT_WORK, involvement } from '#analysis/case-index.ts'
import { isPerhapsAfter, measure } from '#analysis/certainty.ts'
import { type Action, findActions } from './actions.ts'
import { namesOf, NO_LIMIT, notice, type Noticed } from './candidates.ts'
import { startingWithin } from '#analysis/line.ts'
import { type Attendance, findMeetingPoint } from '#analysis/meetings.ts'
import { perIndex } from './per-index.ts'
import { NETWORK_SERVICES, type Thresholds } from './thresholds.ts'

/** One meeting as a column of the attendance matrix. */
export interface MeetingRecord {
  readonly event: CaseEvent
  /** By agency id; an agency that is not on the list is not in the map. */
  readonly attendance: ReadonlyMap<string, Attendance>
  /** Agency ids, sorted: involved then, at work with the family just before or after, and not on the list. */
  readonly unlisted: readonly string[]
  readonly minutes: 'recorded' | 'not-recorded' | 'unknown'
  readonly actions: readonly Action[]
}

function findUnlisted(
  index: CaseIndex,
  event: CaseEvent,
  listed: ReadonlySet<string>,
  days: number,
): readonly string[] {
  const { when } = event
  if (!when) return []
  // Another team of an organisation that was there is taken to be spoken for.
  const organisations = new Set([...listed].flatMap((id) => index.of.agencyById.get(id)?.partOf ?? []))
  const isClose = (one: CaseEvent) =>
    one.when !== undefined &&
    (isPerhapsAfter(one.when, when) ? measure(when, one.when).most : measure(one.when, when).most) <= days
  // The furthest that a start can lie from the meeting and still be close under every reading.
  const reach = (days + 1) * DAY_MS
  const nearby = (id: string) => {
    const line = index.lines.get(id)
    return line ? startingWithin(line, when.span.start - reach, when.span.end + reach) : []
  }
  return index.of.agencies
    .filter(
      (agency) =>
        !listed.has(agency.id) &&
        !(agency.partOf !== undefined && organisations.has(agency.partOf)) &&
        NETWORK_SERVICES.has(agency.service) &&
        involvement(agency, when) === 'yes' &&
        nearby(agency.id).some((one) => DIRECT_WORK.has(one.type) && acted(one, agency.id) && isClose(one)),
    )
    .map(({ id }) => id)
    .sort()
}

const byDays = perIndex((_index: CaseIndex) => new Map<number, readonly MeetingRecord[]>())

/** Every meeting of two or more agencies, in chronological order, with who was there, who was not on the list, and what it led to. Empty without meetings. Rule: peers research, "the empty chair". */
export function findAttendance(index: CaseIndex, limits: Thresholds): readonly MeetingRecord[] {
  const known = byDays(index).get(limits.aroundMeeting)
  if (known) return known
  const found = readAttendance(index, limits.aroundMeeting)
  byDays(index).set(limits.aroundMeeting, found)
  return found
}

function readAttendance(index: CaseIndex, days: number): readonly MeetingRecord[] {
  return index.events.flatMap((event): MeetingRecord[] => {
    const point = findMeetingPoint(index.of, event)
    if (!point || event.type !== 'meeting') return []
    const listed = new Set(event.agencies.map(({ id }) => id))
    return [
      {
        event,
        attendance: new Map(point.attendees.map(({ agency, attendance }) => [agency.id, attendance])),
        unlisted: findUnlisted(index, event, listed, days),
        minutes: point.minutes,
        actions: findActions(index).get(event.id) ?? [],
      },
    ]
  })
}

/**
 * Meetings with agencies that were expected and absent, or not invited (`certain`: the source says so), or at work with
 * the family around that day and not on the list (`possible`: lists are often incomplete). One candidate per meeting.
 * In no order.
 */
export function noticeAbsences(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  return findAttendance(index, limits).flatMap(({ event, attendance, unlisted }): Noticed[] => {
    const away = [...attendance].flatMap(([id, how]) => (how === 'absent' || how === 'not-invited' ? [id] : []))
    const there = [...attendance].flatMap(([id, how]) => (how === 'attended' ? [id] : []))
    const receivers = away.length > 0 ? away : unlisted
    if (receivers.length === 0) return []
    const how = away.length > 0 ? 'recorded as away' : 'at work with the family then and not on the list'
    return [
      notice({
        rule: 'not-in-the-room',
        kind: 'absent-from-meeting',
        from: event.when,
        to: event.when,
        days: { least: 0, most: 0 },
        holders: there,
        receivers,
        events: [event.id],
        certainty: away.length > 0 ? 'certain' : 'possible',
        limit: away.length > 0 ? NO_LIMIT : { name: 'aroundMeeting', value: limits.aroundMeeting, unit: 'days' },
        text: `“${event.title}” (${formatWhen(event.when, 'short')}): ${namesOf(index.of, receivers.toSorted())} ${receivers.length === 1 ? 'is' : 'are'} ${how}: what would ${receivers.length === 1 ? 'it' : 'they'} have brought?`,
      }),
    ]
  })
}

/** Meetings recorded as without minutes, whoever came. Certain, since the source says so. In no order. */
export function noticeMinutes(index: CaseIndex): readonly Noticed[] {
  return index.events.flatMap((event): Noticed[] => {
    if (event.outcome !== 'not-recorded' || event.type !== 'meeting') return []
    const ids = event.agencies.filter(({ role }) => role === 'lead' || role === 'attended').map(({ id }) => id)
    return [
      notice({
        rule: 'meeting-without-minutes',
        kind: 'meeting-not-recorded',
        from: event.when,
        to: event.when,
        days: { least: 0, most: 0 },
        holders: ids.length > 0 ? ids : event.agencies.map(({ id }) => id),
        receivers: [],
        events: [event.id],
        certainty: 'certain',
        limit: NO_LIMIT,
        text: `“${event.title}” (${formatWhen(event.when, 'short')}) has no minutes: who could later tell what was agreed?`,
      }),
    ]
  })
}
