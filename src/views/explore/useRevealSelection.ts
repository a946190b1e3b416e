import { useEffect, useRef } from 'react'
import type { Axis } from '#layout/axis.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { hull, type Span } from '#model/time.ts'
import type { Selection } from '#store/address.ts'
import { isRestored } from '#store/trail.ts'
import { readView, showQuietLanes, useView } from '#store/view.ts'
import type { Timeline } from './useTimeline.ts'

/** Where a selection lies on the axis; undefined when it has no place there. */
export function spanOfSelection(of: Case, axis: Axis, selection: Selection | undefined): Span | undefined {
  const event = selection?.kind === 'event' ? of.eventById.get(selection.id) : undefined
  const finding = selection?.kind === 'finding' ? of.findingById.get(selection.id) : undefined
  const own = (event && axis.spanOfEvent(event)) ?? (finding && axis.spanOfFinding(finding))
  return own ?? hull(evidenceOf(of, selection).flatMap((one) => axis.spanOfEvent(one) ?? []))
}

/** The events that a selection brings as its evidence. */
function evidenceOf(of: Case, selection: Selection | undefined): readonly CaseEvent[] {
  return (selection?.evidence ?? []).flatMap((id) => of.eventById.get(id) ?? [])
}

/** Brings what is selected into sight when the selection changes: its moment, and its lane if that is folded away. */
export function useRevealSelection(of: Case, { axis, quiet }: Timeline, reveal: (at: Span) => void): void {
  const selection = useView(({ view }) => view.selection)
  const hasWindow = useView(({ view }) => view.window !== undefined)
  const isShared = useRef(hasWindow)
  const folded = useRef(quiet)
  useEffect(() => {
    folded.current = quiet
  }, [quiet])
  useEffect(() => {
    // A link that names both a window and a selection means that window.
    if (isShared.current) {
      isShared.current = false
      return
    }
    // So does a walk back to a view.
    if (isRestored(readView().view)) return
    const event = selection?.kind === 'event' ? of.eventById.get(selection.id) : undefined
    const finding = selection?.kind === 'finding' ? of.findingById.get(selection.id) : undefined
    const isFolded = (id: string) => folded.current.some((agency) => agency.id === id)
    const agencies = event?.agencies.map(({ id }) => id) ?? finding?.holders ?? []
    const lanes =
      (event ?? finding) ? [agencies] : evidenceOf(of, selection).map((one) => one.agencies.map(({ id }) => id))
    if (lanes.some((ids) => ids.length > 0 && ids.every(isFolded))) showQuietLanes(true)
    const at = spanOfSelection(of, axis, selection)
    if (at) reveal(finding ? { start: at.start, end: at.start } : at)
  }, [of, axis, selection, reveal])
}
