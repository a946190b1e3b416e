import type { Agency, Case, CaseEvent, Fact, Period } from '#model/case.ts'
import { finite, readDate } from '#model/case.ts'
import { formatEdtf, type When } from '#model/edtf.ts'
import { hull, type Instant } from '#model/time.ts'
import { windowOf } from '#analysis/case-index.ts'
import { withDone } from '#analysis/links.ts'
import { sinceOf } from './reach.ts'

/** A date as it was known by a day: undefined when it was still to come, without its end when that was. */
function cutDate(when: When | undefined, day: Instant): When | undefined {
  if (!when || when.span.end <= day) return when
  if (when.kind === 'moment' || when.span.start >= day || !when.from) return undefined
  return readDate(`${formatEdtf(when.from)}/..`)
}

function cutAgency(agency: Agency, day: Instant): Agency {
  const involvedWhen = agency.involvedWhen.flatMap((when) => cutDate(when, day) ?? [])
  return { ...agency, involved: involvedWhen.map(formatEdtf), involvedWhen }
}

/** An event with its date and words as they are, and without what was said or known of it only later. */
function cutEvent(of: Case, event: CaseEvent, order: number, kept: ReadonlySet<string>, day: Instant): CaseEvent {
  const { accounts: _accounts, after, links, known, actions, ...rest } = event
  return {
    ...rest,
    order,
    ...(after !== undefined && kept.has(after) ? { after } : {}),
    ...(links ? { links: links.filter((link) => kept.has(link.event)) } : {}),
    ...(actions ? { actions: withDone(actions, (id) => kept.has(id)) } : {}),
    ...(known ? { known: known.filter((one) => hasCome(sinceOf(of, one), day)) } : {}),
  }
}

const hasCome = (when: When | undefined, day: Instant) => when !== undefined && when.span.end <= day

function cutFact(of: Case, fact: Fact, agencies: ReadonlySet<string>, day: Instant): readonly Fact[] {
  const known = fact.known.filter((one) => agencies.has(one.agency) && hasCome(sinceOf(of, one), day))
  return known.length > 0 ? [{ ...fact, known, neededBy: fact.neededBy.filter((id) => agencies.has(id)) }] : []
}

function cutPeriod(period: Period, day: Instant): readonly Period[] {
  const when = cutDate(period.when, day)
  return when ? [{ ...period, span: formatEdtf(when), when }] : []
}

function cutReview(of: Case, day: Instant): Pick<Case, 'review' | 'reviewWhen'> {
  const reviewWhen = cutDate(of.reviewWhen, day)
  return { review: { ...of.review, period: reviewWhen ? formatEdtf(reviewWhen) : null }, reviewWhen }
}

/**
 * A case as far as it had gone by a day (`day` is the first moment after it): only events that had happened under every
 * reading of their dates, facts recorded as known by then, periods and involvement without ends still to come, and
 * agencies that had come in. What the review found, asked and recommended was written later and is left out, as are
 * accounts given afterwards and the outcome. The words of an event stay as the review wrote them. An undated event is
 * placed by its neighbours. Rule: SCIE's "what made sense at the time"; nothing here can tell that anything follows.
 */
export function cutAtHorizon(of: Case, day: Instant): Case {
  const past = of.events.filter((event) => windowOf(of, event).end <= day)
  const kept = new Set(past.map(({ id }) => id))
  const events = past.map((event, order) => cutEvent(of, event, order, kept, day))
  const active = new Set(events.flatMap((event) => event.agencies.map(({ id }) => id)))
  const agencies = of.agencies
    .map((agency) => cutAgency(agency, day))
    .filter(({ id, family, involved }) => active.has(id) || involved.length > 0 || family === 'child-and-family')
  const agencyById = new Map(agencies.map((agency) => [agency.id, agency]))
  const eventsInAgencies = events.map((event) => ({
    ...event,
    agencies: event.agencies.filter(({ id }) => agencyById.has(id)),
  }))
  // A person whom no event names yet has not come in.
  const named = new Set([of.subject, ...events.flatMap((event) => event.people ?? [])])
  const come = of.people.filter(({ id }) => named.has(id))
  const people = come.map(({ born, died, ...person }) => ({
    ...person,
    ...(hasCome(readDate(born), day) ? { born } : {}),
    ...(hasCome(readDate(died), day) ? { died } : {}),
  }))
  const ids = new Set(agencies.map(({ id }) => id))
  return {
    ...of,
    ...cutReview(of, day),
    outcome: '',
    people,
    agencies,
    events: eventsInAgencies,
    periods: of.periods.flatMap((period) => cutPeriod(period, day)),
    facts: of.facts.flatMap((fact) => cutFact(of, fact, ids, day)),
    findings: [],
    episodes: [],
    themes: [],
    recommendations: [],
    discrepancies: [],
    silent: [],
    agencyById,
    personById: new Map(people.map((person) => [person.id, person])),
    eventById: new Map(eventsInAgencies.map((event) => [event.id, event])),
    findingById: new Map(),
    extent: hull(eventsInAgencies.flatMap(({ when }) => (when ? [finite(when)] : []))),
  }
}
