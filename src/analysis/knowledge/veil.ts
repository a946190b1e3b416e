import type { Case, CaseEvent, Fact } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import type { Instant } from '#model/time.ts'
import { withDone } from '#analysis/links.ts'
import { cutAtHorizon } from './cut.ts'
import { type Assumption, findHorizon, type Horizon } from './horizon.ts'

/** An event known only to others, as a lane of one of them shows it: that there was one, and when. It names nothing. */
export interface Outline {
  readonly agencyId: string
  readonly when: When
}

/** A case as one agency could have known it by a day. */
export interface Veiled {
  readonly shown: Case
  /** In no order that says more than their dates; an undated event has none. */
  readonly outlines: readonly Outline[]
  readonly horizon: Horizon
}

/** Who held it: whoever took part and was there. The agency that looks on sees nothing in its own lane. */
function outlinesOf(event: CaseEvent, agency: string): readonly Outline[] {
  const { when } = event
  if (!when) return []
  return event.agencies.flatMap(({ id, role }) =>
    id === agency || role === 'absent' || role === 'not-invited' ? [] : [{ agencyId: id, when }],
  )
}

/** Only what the agency itself knew of it: what stood with others is theirs. */
function ownPart(fact: Fact, agency: string): Fact {
  return {
    ...fact,
    known: fact.known.filter((known) => known.agency === agency),
    neededBy: fact.neededBy.filter((id) => id === agency),
  }
}

/**
 * A case cut at a day (`day` is the first moment after it) and at what one agency could have known by then: events known
 * only to others are taken out and come back as outlines, which carry no id, so that nothing that reads the case can reach
 * them. Facts are those the agency knew, periods those that name it or no agency. Rule: as for `findHorizon`.
 */
export function veil(of: Case, agency: string, day: Instant, assumptions: ReadonlySet<Assumption>): Veiled {
  const horizon = findHorizon(of, agency, day, assumptions)
  const cut = cutAtHorizon(of, day)
  const isKnown = (id: string) => horizon.could.has(id) || horizon.perhaps.has(id)
  const events = cut.events
    .filter(({ id }) => isKnown(id))
    .map(({ after, links, actions, ...event }, order): CaseEvent => ({
      ...event,
      order,
      ...(after !== undefined && isKnown(after) ? { after } : {}),
      ...(links ? { links: links.filter((link) => isKnown(link.event)) } : {}),
      ...(actions ? { actions: withDone(actions, isKnown) } : {}),
      ...(event.known ? { known: event.known.filter((known) => known.agency === agency) } : {}),
    }))
  const named = new Set([of.subject, ...events.flatMap(({ people }) => people ?? [])])
  const people = cut.people.filter(({ id }) => named.has(id))
  const facts = new Set(horizon.facts.map(({ id }) => id))
  return {
    shown: {
      ...cut,
      events,
      eventById: new Map(events.map((event) => [event.id, event])),
      people,
      personById: new Map(people.map((person) => [person.id, person])),
      periods: cut.periods.filter(({ agencies }) => agencies.length === 0 || agencies.includes(agency)),
      facts: cut.facts.filter(({ id }) => facts.has(id)).map((fact) => ownPart(fact, agency)),
    },
    outlines: cut.events.flatMap((event) => (horizon.onlyOthers.has(event.id) ? outlinesOf(event, agency) : [])),
    horizon,
  }
}
