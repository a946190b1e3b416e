import type { Case } from '#model/case.ts'

/** What stands on one numbered place of the review. */
export interface Place {
  readonly ref: string
  readonly title: string | undefined
  readonly carries: Case['sections'][number]['carries']
  readonly events: readonly string[]
  readonly findings: readonly string[]
  /** Everything else that cites it: periods, facts, episodes, discrepancies, recommendations. */
  readonly others: number
}

export interface Coverage {
  /** In the order of the review. */
  readonly places: readonly Place[]
  /** Places that carry narrative, findings or recommendations and that nothing cites. */
  readonly missing: readonly Place[]
}

/** Which places of the review are represented in the case, and by what. A case without sections has none of either. */
export function findCoverage(of: Case): Coverage {
  const events = new Map<string, string[]>()
  const findings = new Map<string, string[]>()
  const others = new Map<string, number>()
  const add = (to: Map<string, string[]>, refs: readonly string[], id: string) => {
    for (const ref of refs) {
      const known = to.get(ref)
      if (known) known.push(id)
      else to.set(ref, [id])
    }
  }
  const count = (refs: readonly string[]) => {
    for (const ref of refs) others.set(ref, (others.get(ref) ?? 0) + 1)
  }
  for (const event of of.events) {
    add(events, event.source, event.id)
    for (const account of event.accounts ?? []) count(account.source)
    for (const known of event.known ?? []) count(known.source)
  }
  for (const finding of of.findings) add(findings, finding.source, finding.id)
  for (const fact of of.facts) for (const source of [fact.source, ...fact.known.map((one) => one.source)]) count(source)
  for (const one of [...of.periods, ...of.episodes, ...of.discrepancies]) count(one.source)
  count(of.recommendations.map(({ ref }) => ref))

  const places = of.sections.map(({ ref, title, carries }): Place => ({
    ref,
    title,
    carries,
    events: events.get(ref) ?? [],
    findings: findings.get(ref) ?? [],
    others: others.get(ref) ?? 0,
  }))
  const isCited = (place: Place) => place.events.length + place.findings.length + place.others > 0
  return { places, missing: places.filter((place) => place.carries !== 'method' && !isCited(place)) }
}
