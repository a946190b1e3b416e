import type { CaseIndex } from '#analysis/case-index.ts'
import type { Role } from '#model/vocabulary.ts'
import { type Action, asksSomething } from './actions.ts'
import { findAttendance, type MeetingRecord } from './attendance.ts'
import type { Thresholds } from './thresholds.ts'

/** How an agency stood to a meeting: by its place on the list; or at work with the family around that day, and not on the list. */
export type Place = Role | 'unlisted'

/** What was agreed, with the ids of events in place of the events. */
export interface Agreed extends Omit<Action, 'decision' | 'done'> {
  readonly decision: string | undefined
  readonly done: string | undefined
  /** Whether it left something to do, so that nothing seen done is worth saying. */
  readonly asks: boolean
}

/** A meeting of two or more agencies as values that a worker can hand over: ids stand for events and agencies. */
export interface Meeting {
  readonly event: string
  readonly minutes: MeetingRecord['minutes']
  /** By agency id, the family left out; nothing for an agency that was neither listed nor at work with the family. */
  readonly places: ReadonlyMap<string, Place>
  readonly agreed: readonly Agreed[]
}

/** Every meeting of two or more agencies in chronological order, undated ones last. Empty where no two agencies met. */
export function tellMeetings(index: CaseIndex, limits: Thresholds): readonly Meeting[] {
  const isFamily = (id: string) => index.of.agencyById.get(id)?.family === 'child-and-family'
  return findAttendance(index, limits).map(({ event, minutes, unlisted, actions }) => ({
    event: event.id,
    minutes,
    places: new Map<string, Place>([
      ...unlisted.map((id) => [id, 'unlisted'] as const),
      ...event.agencies.flatMap(({ id, role }) => (isFamily(id) ? [] : [[id, role] as const])),
    ]),
    agreed: actions.map((action) => ({
      ...action,
      decision: action.decision?.id,
      done: action.done?.id,
      asks: asksSomething(action),
    })),
  }))
}

const MISSING: ReadonlySet<Place> = new Set<Place>(['absent', 'not-invited', 'unlisted'])

/** Whether an agency was expected and absent, not invited, or at work with the family and not on the list. */
export function isSomeoneMissing({ places }: Meeting): boolean {
  return [...places.values()].some((place) => MISSING.has(place))
}
