import type { Agency, Case, CaseEvent, Fact, Known } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import type { Instant } from '#model/time.ts'

/** Where a fact stood with one agency on a day. */
export type Standing = 'knew' | 'in-part' | 'told-otherwise' | 'perhaps' | 'not-yet' | 'no-record'

export interface Knower {
  readonly agency: Agency
  readonly standing: Standing
  /** When it came to know; undefined when the source does not say or it never did. */
  readonly since: When | undefined
  readonly known: Known | undefined
  readonly needed: boolean
}

export interface Spread {
  readonly fact: Fact
  /** Agencies that knew first, earliest first; then those that needed it and have no record of it. */
  readonly knowers: readonly Knower[]
}

/** When a fact reached an agency: its own date, else the date of the event it names. */
function sinceOf(of: Case, known: Known): When | undefined {
  return readDate(known.since) ?? (known.event === undefined ? undefined : of.eventById.get(known.event)?.when)
}

/** `perhaps` when the date is too coarse to say whether it was before the day's end. */
function standingOn(known: Known, since: When | undefined, day: Instant): Standing {
  if (since && since.span.start >= day) return 'not-yet'
  // A range tells when it was learned only up to its own bounds, like a month does.
  if (since && since.span.end > day && since.precision !== 'day' && since.precision !== 'minute') return 'perhaps'
  if (known.extent === 'told-otherwise') return 'told-otherwise'
  return known.extent === 'in-part' ? 'in-part' : 'knew'
}

/** Who knew a fact by the end of a day (`day` is the first moment after it), who had been told otherwise, and who needed it without a record of it. */
export function findSpread(of: Case, fact: Fact, day: Instant): Spread {
  const needed = new Set(fact.neededBy)
  const knowers = fact.known.flatMap((known): Knower[] => {
    const agency = of.agencyById.get(known.agency)
    if (!agency) return []
    const since = sinceOf(of, known)
    return [{ agency, standing: standingOn(known, since, day), since, known, needed: needed.has(agency.id) }]
  })
  knowers.sort((a, b) => (a.since?.span.start ?? -Infinity) - (b.since?.span.start ?? -Infinity))
  const knowing = new Set(fact.known.map(({ agency }) => agency))
  for (const id of fact.neededBy) {
    const agency = of.agencyById.get(id)
    if (agency && !knowing.has(id))
      knowers.push({ agency, standing: 'no-record', since: undefined, known: undefined, needed: true })
  }
  return { fact, knowers }
}

/** The facts an event passed on or brought to light: those whose spread names it. In the case's order; often none. */
export function findFactsAt(of: Case, event: CaseEvent): readonly Fact[] {
  return of.facts.filter((fact) => fact.known.some((known) => known.event === event.id))
}
