import type { Case, CaseEvent, Fact } from '#model/case.ts'
import { DAY_MS, type Instant, instant } from '#model/time.ts'
import { formatCount } from '#model/words.ts'
import type { Role } from '#model/vocabulary.ts'
import { windowOf } from '#analysis/case-index.ts'
import { sinceOf } from './reach.ts'
import { findSpread } from './spread.ts'

/** Why an agency could have known of an event. Each is an assumption and is named on screen. */
export const ASSUMPTIONS = {
  own: 'its own events',
  meeting: 'meetings it attended',
  received: 'messages, referrals and handovers it received',
  informed: 'events it is recorded as told of',
  known: 'events the review says it knew of',
} as const
export type Assumption = keyof typeof ASSUMPTIONS

/** All of them: the widest reading. */
export const ALL_ASSUMPTIONS: ReadonlySet<Assumption> = new Set<Assumption>([
  'own',
  'meeting',
  'received',
  'informed',
  'known',
])

/** What one agency could have known of a case by the end of a day. */
export interface Horizon {
  /** Event ids with the assumption that lets the agency know; like all but `later`, they had happened by then under every reading of their dates. */
  readonly could: ReadonlyMap<string, Assumption>
  /** Events that had happened and of which the agency came to know on a date that leaves open whether it was by then. */
  readonly perhaps: ReadonlyMap<string, Assumption>
  /** Events that had happened and that only others knew of. */
  readonly onlyOthers: ReadonlySet<string>
  /** Events that had not happened, or may not have; never to be shown in any count. Undated ones whose neighbours do not place them are here. */
  readonly later: ReadonlySet<string>
  /** Facts recorded as known to the agency by then, in the case's order. */
  readonly facts: readonly Fact[]
}

function assumptionOf(event: CaseEvent, agency: string): Assumption | undefined {
  const role: Role | undefined = event.agencies.find(({ id }) => id === agency)?.role
  if (event.known?.some((known) => known.agency === agency)) return role === undefined ? 'known' : 'own'
  switch (role) {
    case undefined:
    case 'absent':
    case 'not-invited':
      return undefined
    case 'lead':
    case 'sender':
      return 'own'
    case 'attended':
    case 'reported':
      return event.type === 'meeting' ? 'meeting' : 'own'
    case 'recipient':
      return event.outcome === 'not-received' ? undefined : 'received'
    case 'informed':
      return 'informed'
    default:
      return role satisfies never
  }
}

/** When an agency came to know of an event it was no part of; the event's own time otherwise. */
function knownAt(
  of: Case,
  event: CaseEvent,
  agency: string,
  how: Assumption,
): { readonly start: number; readonly end: number } | undefined {
  const known = how === 'known' ? event.known?.find((one) => one.agency === agency) : undefined
  const since = known ? (sinceOf(of, known) ?? event.when) : event.when
  if (!since || !event.when) return undefined
  return {
    start: Math.max(since.span.start, event.when.span.start),
    end: Math.max(since.span.end, event.when.span.end),
  }
}

/**
 * What an agency could have known by a day (`day` is the first moment after it), under the assumptions given. The
 * review's own process is left out. An event whose date allows that it was still to come is not counted at all, an undated
 * one only when the dated event after it in order had happened. Rule: SCIE's "what made sense at the time"; domain research 4.1 (known at the time).
 */
export function findHorizon(
  of: Case,
  agency: string,
  day: Instant,
  assumptions: ReadonlySet<Assumption> = ALL_ASSUMPTIONS,
): Horizon {
  const could = new Map<string, Assumption>()
  const perhaps = new Map<string, Assumption>()
  const onlyOthers = new Set<string>()
  const later = new Set<string>()
  for (const event of of.events) {
    if (event.type === 'review') continue
    const happened = windowOf(of, event)
    if (happened.end > day) {
      later.add(event.id)
      continue
    }
    const how = assumptionOf(event, agency)
    const at = how && assumptions.has(how) ? (knownAt(of, event, agency, how) ?? happened) : undefined
    if (how && at && at.end <= day) could.set(event.id, how)
    else if (how && at && at.start < day) perhaps.set(event.id, how)
    else onlyOthers.add(event.id)
  }
  const facts = of.facts.filter((fact) =>
    findSpread(of, fact, day).knowers.some(
      (one) => one.agency.id === agency && (one.standing === 'knew' || one.standing === 'in-part'),
    ),
  )
  return { could, perhaps, onlyOthers, later, facts }
}

/** "Health visiting knew 6 of 23 events; 9 were known only to others." Counts only what had happened by the day. */
export function formatHorizon(name: string, horizon: Horizon): string {
  const { could, perhaps, onlyOthers } = horizon
  const all = could.size + perhaps.size + onlyOthers.size
  const unsure = perhaps.size > 0 ? `, perhaps ${perhaps.size} more` : ''
  return `${name} could have known ${could.size} of ${formatCount(all, 'event')}${unsure}; ${onlyOthers.size} ${onlyOthers.size === 1 ? 'was' : 'were'} known only to others.`
}

/** The horizon moved to where the next event is past, or back to before the last one was; as it is where there is none. */
export function nextHorizon(of: Case, day: Instant, by: 1 | -1): Instant {
  let next: number | undefined
  for (const { when, type } of of.events) {
    if (!when || type === 'review' || !Number.isFinite(when.span.end)) continue
    const past = Math.ceil(when.span.end / DAY_MS) * DAY_MS
    if (by > 0 ? past > day : past < day) next = by > 0 ? Math.min(next ?? past, past) : Math.max(next ?? past, past)
  }
  return next === undefined ? day : instant(next)
}
