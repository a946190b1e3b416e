import type { Agency, Case, CaseEvent, Finding, Known } from '#model/case.ts'
import { FAMILIES, type Family, FAMILY_NAME, type Role } from '#model/vocabulary.ts'

const FAMILY_CODE: Readonly<Record<Family, string>> = {
  'child-and-family': 'C&F',
  'childrens-social-care': 'CSC',
  health: 'HLTH',
  'police-and-justice': 'P&J',
  'education-and-early-years': 'EDUC',
  'community-and-housing': 'COMM',
  'review-and-oversight': 'REV',
}

/**
 * What a family is said to have done when its agencies did different things: the first of these that any of them did.
 * A family was in the room when one of its agencies was; its chair is empty only when nobody of it came.
 */
const TELLING: readonly Role[] = [
  'lead',
  'attended',
  'reported',
  'sender',
  'recipient',
  'absent',
  'not-invited',
  'informed',
]

/** The id of the one agency that stands for a collapsed family. */
export function familyLaneId(family: Family): string {
  return `family-${family}`
}

/** The agencies of a family, in the order of the case; empty when the case has none. */
export function familyMembers(of: Case, family: Family): readonly Agency[] {
  return of.agencies.filter((agency) => agency.family === family)
}

function familyAgency(family: Family, members: readonly Agency[]): Agency {
  const services = new Set(members.map(({ service }) => service))
  const [service = 'other'] = services
  return {
    id: familyLaneId(family),
    name: FAMILY_NAME[family],
    code: FAMILY_CODE[family],
    family,
    service: services.size === 1 ? service : 'other',
    involved: members.flatMap(({ involved }) => involved),
    involvedWhen: members.flatMap(({ involvedWhen }) => involvedWhen),
  }
}

/** Ids as they read after collapsing, each once, in the order of their first mention. */
type Rename = (ids: readonly string[]) => readonly string[]

function collapseRoles(agencies: CaseEvent['agencies'], laneOf: ReadonlyMap<string, Agency>): CaseEvent['agencies'] {
  const roles = new Map<string, Role>()
  for (const { id, role } of agencies) {
    const lane = laneOf.get(id)?.id ?? id
    const known = roles.get(lane)
    if (!known || TELLING.indexOf(role) < TELLING.indexOf(known)) roles.set(lane, role)
  }
  return [...roles].map(([id, role]) => ({ id, role }))
}

function collapseKnown(known: readonly Known[], laneOf: ReadonlyMap<string, Agency>): readonly Known[] {
  return known.map((one) => ({ ...one, agency: laneOf.get(one.agency)?.id ?? one.agency }))
}

function collapseEvent(event: CaseEvent, laneOf: ReadonlyMap<string, Agency>): CaseEvent {
  return {
    ...event,
    agencies: collapseRoles(event.agencies, laneOf),
    ...(event.known && { known: collapseKnown(event.known, laneOf) }),
    ...(event.accounts && {
      accounts: event.accounts.map((account) => {
        const lane = account.agency === undefined ? undefined : laneOf.get(account.agency)
        return lane ? { ...account, agency: lane.id } : account
      }),
    }),
  }
}

function collapseFinding(finding: Finding, rename: Rename): Finding {
  return { ...finding, holders: rename(finding.holders), receivers: rename(finding.receivers) }
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]))

/**
 * The case with every agency of the families given replaced by one that stands for its family, wherever an agency is
 * named. Events, findings and everything else keep their ids and their order; a family's role in an event is its most
 * telling one; what a family knows is what each of its agencies knows, an entry each. A family of fewer than two
 * agencies stays as it is. With no family to collapse the result is the case itself.
 */
export function collapseFamilies(of: Case, families: ReadonlySet<Family>): Case {
  const laneOf = new Map<string, Agency>()
  for (const family of FAMILIES) {
    const members = families.has(family) ? familyMembers(of, family) : []
    if (members.length < 2) continue
    const lane = familyAgency(family, members)
    for (const { id } of members) laneOf.set(id, lane)
  }
  if (laneOf.size === 0) return of
  const rename: Rename = (ids) => [...new Set(ids.map((id) => laneOf.get(id)?.id ?? id))]
  const agencies = [...new Set(of.agencies.map((agency) => laneOf.get(agency.id) ?? agency))]
  const events = of.events.map((event) => collapseEvent(event, laneOf))
  const findings = of.findings.map((finding) => collapseFinding(finding, rename))
  return {
    ...of,
    agencies,
    events,
    findings,
    periods: of.periods.map((period) => ({ ...period, agencies: rename(period.agencies) })),
    facts: of.facts.map((fact) => ({
      ...fact,
      known: collapseKnown(fact.known, laneOf),
      neededBy: rename(fact.neededBy),
    })),
    recommendations: of.recommendations.map((one) => ({ ...one, to: rename(one.to) })),
    agencyById: byId(agencies),
    eventById: byId(events),
    findingById: byId(findings),
  }
}
