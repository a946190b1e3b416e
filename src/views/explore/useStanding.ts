import { useMemo } from 'react'
import { findLinked } from '#analysis/links.ts'
import type { Standing } from '#chart/reader.ts'
import type { Focus } from '#layout/walk.ts'
import type { Case } from '#model/case.ts'
import type { Selection } from '#store/address.ts'
import { useView } from '#store/view.ts'
import type { Timeline } from './useTimeline.ts'

/** The events to point out while something is selected: the evidence it brings, a finding's, or what an event is linked with. */
function findEvidence(of: Case, selection: Selection | undefined): ReadonlySet<string> {
  if (selection?.evidence) return new Set(selection.evidence)
  if (selection?.kind === 'finding') return new Set(of.findingById.get(selection.id)?.events)
  const event = selection?.kind === 'event' ? of.eventById.get(selection.id) : undefined
  return new Set(event && findLinked(of, event).map((linked) => linked.event.id))
}

/** How everything in the chart stands to the reader: selected, evidence, in focus, left out. */
export function useStanding(of: Case, { view, lanes }: Timeline, focus: Focus | undefined): Standing {
  const selection = useView((state) => state.view.selection)
  const evidence = useMemo(() => findEvidence(of, selection), [of, selection])
  return useMemo(
    () => ({
      focus,
      selectedEvent: selection?.kind === 'event' ? selection.id : undefined,
      selectedFinding: selection?.kind === 'finding' ? selection.id : undefined,
      evidence,
      passingEvents: view.events,
      passingFindings: view.findings,
      shownAgencies: new Set(lanes.filter(({ id }) => view.agencies.has(id)).map(({ id }) => id)),
    }),
    [focus, selection, evidence, view, lanes],
  )
}
