import type { Case, CaseEvent, Finding } from '#model/case.ts'
import { type Episode } from '#model/case.ts'
import { LINK_NAME } from '#model/vocabulary.ts'

export interface Linked {
  /** How the event stands to the other one: "Answers", "Chased by". */
  readonly relation: string
  readonly event: CaseEvent
}

/** Every event an event is linked with, by its own links and by others' links to it, in chronological order. */
export function findLinked(of: Case, event: CaseEvent): readonly Linked[] {
  const found: Linked[] = []
  for (const link of event.links ?? []) {
    const other = of.eventById.get(link.event)
    if (other) found.push({ relation: LINK_NAME[link.kind].out, event: other })
  }
  for (const other of of.events)
    for (const link of other.links ?? [])
      if (link.event === event.id) found.push({ relation: LINK_NAME[link.kind].back, event: other })
  return found.sort((a, b) => a.event.order - b.event.order)
}

/** The findings that rest on an event, in the case's order. */
export function findFindingsAt(of: Case, event: CaseEvent): readonly Finding[] {
  return of.findings.filter((finding) => finding.events.includes(event.id))
}

/** The episodes an event belongs to, in the case's order. */
export function findEpisodesAt(of: Case, event: CaseEvent): readonly Episode[] {
  return of.episodes.filter((episode) => episode.events.includes(event.id))
}

/** What was agreed, without the event that shows it done where that is not in sight. */
export function withDone(
  actions: NonNullable<CaseEvent['actions']>,
  isInSight: (event: string) => boolean,
): NonNullable<CaseEvent['actions']> {
  return actions.map(({ done, ...action }) => ({
    ...action,
    ...(done !== undefined && isInSight(done) ? { done } : {}),
  }))
}
