import type { Case, CaseEvent } from '#model/case.ts'
import { LINK_NAME, type LinkKind, type Role } from '#model/vocabulary.ts'
import { formatList } from '#model/words.ts'

/** An event in the lane of one of its agencies. */
export interface Place {
  readonly eventId: string
  readonly agencyId: string
}

export interface Followed {
  readonly place: Place
  /** Why one comes there, for a listener: "Received by Maternity", "Answered by". */
  readonly relation: string
}

/** Links along which something asked or handed on moves, the most telling first. */
const CARRYING = [
  'answers',
  'hands-over',
  'results-from',
  'follows-up',
  'chases',
] as const satisfies readonly LinkKind[]
/** Who acted in an event, and who was acted upon, the most telling first. */
const ACTING: readonly Role[] = ['sender', 'lead', 'attended', 'recipient']
const ACTED_UPON: readonly Role[] = ['recipient', 'lead', 'attended', 'sender']

function inRole(event: CaseEvent, role: Role, lanes: ReadonlySet<string>): readonly string[] {
  return event.agencies.flatMap((one) => (one.role === role && lanes.has(one.id) ? [one.id] : []))
}

/** The lane in which to meet an event; undefined when none of its agencies has one. */
function laneOf(event: CaseEvent, roles: readonly Role[], lanes: ReadonlySet<string>): string | undefined {
  return roles.flatMap((role) => inRole(event, role, lanes))[0] ?? event.agencies.find(({ id }) => lanes.has(id))?.id
}

/** From who sent to who received, or back, within one event. */
function across(of: Case, event: CaseEvent, agencyId: string, by: 1 | -1, lanes: ReadonlySet<string>) {
  const role = event.agencies.find(({ id }) => id === agencyId)?.role
  const [from, to]: readonly [Role, Role] = by === 1 ? ['sender', 'recipient'] : ['recipient', 'sender']
  const others = inRole(event, to, lanes)
  const first = others[0]
  if (role !== from || first === undefined) return undefined
  const names = formatList(others.map((id) => of.agencyById.get(id)?.name ?? ''))
  return {
    place: { eventId: event.id, agencyId: first },
    relation: by === 1 ? `Received by ${names}` : `Sent by ${names}`,
  }
}

function onwards(of: Case, event: CaseEvent, lanes: ReadonlySet<string>): Followed | undefined {
  for (const kind of CARRYING)
    for (const next of of.events) {
      if (!next.links?.some((link) => link.kind === kind && link.event === event.id)) continue
      const agencyId = laneOf(next, ACTING, lanes)
      if (agencyId !== undefined) return { place: { eventId: next.id, agencyId }, relation: LINK_NAME[kind].back }
    }
  return undefined
}

function backwards(of: Case, event: CaseEvent, lanes: ReadonlySet<string>): Followed | undefined {
  for (const kind of CARRYING)
    for (const link of event.links ?? []) {
      const before = link.kind === kind ? of.eventById.get(link.event) : undefined
      const agencyId = before && laneOf(before, ACTED_UPON, lanes)
      if (before && agencyId !== undefined)
        return { place: { eventId: before.id, agencyId }, relation: LINK_NAME[kind].out }
    }
  return undefined
}

/**
 * Where a referral, a message or a handover leads from an event in one lane: from who sent it to who received it, then on
 * to what answered it or took it up; or back the same way. Only lanes that are there are met. Undefined at an end.
 */
export function follow(of: Case, from: Place, by: 1 | -1, lanes: ReadonlySet<string>): Followed | undefined {
  const event = of.eventById.get(from.eventId)
  if (!event) return undefined
  return (
    across(of, event, from.agencyId, by, lanes) ?? (by === 1 ? onwards(of, event, lanes) : backwards(of, event, lanes))
  )
}
