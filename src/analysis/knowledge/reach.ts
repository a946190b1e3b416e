import { type CaseIndex } from '#analysis/case-index.ts'
import { isPerhapsAfter, type Lapse, measure, measureOpen, UNKNOWN_LAPSE } from '#analysis/certainty.ts'
import type { Case, Fact, Known } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import type { When } from '#model/edtf.ts'

/** How a fact reached one agency that needed it. */
export interface Reach {
  readonly agency: string
  readonly known: Known | undefined
  readonly since: When | undefined
  /** From when it was first known to anyone to when this agency learned it, or to the end of the record. */
  readonly lapse: Lapse
}

/** A fact's way to those who needed it. */
export interface Spreading {
  readonly fact: Fact
  /** Who knew first, by date; the first one listed where no date is given. Undefined when nobody is recorded as knowing. */
  readonly first: Known | undefined
  readonly firstSince: When | undefined
  /** In the order of `neededBy`. */
  readonly needed: readonly Reach[]
}

/** When a fact reached an agency: its own date, else that of the event it names; undefined when neither is given. */
export function sinceOf(of: Case, known: Known): When | undefined {
  return readDate(known.since) ?? (known.event === undefined ? undefined : of.eventById.get(known.event)?.when)
}

/** Whether one date comes before another by its earliest reading; a stretch with no start says only by when, and counts by its end. */
function isEarlier(a: When | undefined, b: When | undefined): boolean {
  if (!a || !b) return a !== undefined
  const key = ({ span }: When) => (Number.isFinite(span.start) ? span.start : span.end)
  return key(a) !== key(b) ? key(a) < key(b) : a.span.end < b.span.end
}

/** What an agency knows first of a fact, being told otherwise left out; undefined when it never does. */
export function firstKnowing(of: Case, fact: Fact, agency: string | undefined): Known | undefined {
  let found: Known | undefined
  for (const known of fact.known) {
    if (known.extent === 'told-otherwise' || (agency !== undefined && known.agency !== agency)) continue
    if (agency === undefined && of.agencyById.get(known.agency)?.family === 'child-and-family') continue
    if (!found || isEarlier(sinceOf(of, known), sinceOf(of, found))) found = known
  }
  return found
}

/** Every fact with who knew first and when it reached each agency that needed it, in the case's order of facts. Rule: `neededBy` is the review's or the transcriber's; nothing is inferred. */
export function findSpreading(index: CaseIndex): readonly Spreading[] {
  const { of } = index
  return of.facts.map((fact) => {
    const first = firstKnowing(of, fact, undefined)
    const firstSince = first && (sinceOf(of, first) ?? readDate(fact.arose))
    const needed = fact.neededBy.map((agency): Reach => {
      const known = firstKnowing(of, fact, agency)
      const since = known && sinceOf(of, known)
      if (!known) return { agency, known, since, lapse: measureOpen(firstSince, index.recordEnd) }
      // Learned before, or by whoever knew first: no lag.
      const isFirst = known === first || (since && firstSince && !isPerhapsAfter(since, firstSince))
      const lapse = isFirst
        ? { least: 0, most: 0, isVague: false, isDoubted: false }
        : since
          ? measure(firstSince, since)
          : UNKNOWN_LAPSE
      return { agency, known, since, lapse }
    })
    return { fact, first, firstSince, needed }
  })
}
