import { useEffect, useRef } from 'react'
import type { Axis } from '#layout/axis.ts'
import type { Case } from '#model/case.ts'
import type { Span } from '#model/time.ts'
import type { Selection } from '#store/address.ts'
import { showQuietLanes, useView } from '#store/view.ts'
import type { Timeline } from './useTimeline.ts'

/** Where a selection lies on the axis; undefined when it has no place there. */
export function spanOfSelection(of: Case, axis: Axis, selection: Selection | undefined): Span | undefined {
  const event = selection?.kind === 'event' ? of.eventById.get(selection.id) : undefined
  const finding = selection?.kind === 'finding' ? of.findingById.get(selection.id) : undefined
  return (event && axis.spanOfEvent(event)) ?? (finding && axis.spanOfFinding(finding))
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
    const event = selection?.kind === 'event' ? of.eventById.get(selection.id) : undefined
    const finding = selection?.kind === 'finding' ? of.findingById.get(selection.id) : undefined
    const agencies = event?.agencies.map(({ id }) => id) ?? finding?.holders ?? []
    if (agencies.length > 0 && agencies.every((id) => folded.current.some((agency) => agency.id === id)))
      showQuietLanes(true)
    const at = spanOfSelection(of, axis, selection)
    if (at) reveal(finding ? { start: at.start, end: at.start } : at)
  }, [of, axis, selection, reveal])
}
