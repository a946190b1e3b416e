import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Focus } from '#layout/walk.ts'
import type { Timeline } from './useTimeline.ts'

function selectorOf(focus: Focus): string {
  return focus.kind === 'event'
    ? `[data-event="${focus.eventId}"][data-lane="${focus.agencyId}"]`
    : `[data-finding="${focus.findingId}"]`
}

/** The stop that an element of the chart is; undefined when it is none. */
function focusAt(target: EventTarget | null): Focus | undefined {
  if (!(target instanceof SVGElement)) return undefined
  const { event: eventId, lane: agencyId, finding: findingId } = target.dataset
  if (findingId !== undefined) return { kind: 'finding', findingId }
  return eventId !== undefined && agencyId !== undefined ? { kind: 'event', agencyId, eventId } : undefined
}

interface Input {
  readonly timeline: Timeline
  readonly focus: Focus | undefined
  readonly setFocus: (focus: Focus) => void
  readonly frame: RefObject<HTMLElement | null>
}

interface ChartFocus {
  /** Takes the keyboard to a mark, as soon as that is drawn. */
  readonly goTo: (focus: Focus) => void
  /** Whether the mark that has the focus is brought back into sight when a drawing moves it. */
  readonly keepInSight: (isKept: boolean) => void
}

/** Holds the browser's focus and the chart's together, whichever of them moved. */
export function useChartFocus({ timeline, focus, setFocus, frame }: Input): ChartFocus {
  const { picture } = timeline
  const isWalking = useRef(false)
  // Revealing a mark may have moved the window.
  useEffect(() => {
    if (!isWalking.current || !focus) return
    isWalking.current = false
    const mark = frame.current?.querySelector(selectorOf(focus))
    if (mark instanceof SVGElement) mark.focus()
  }, [focus, picture, frame])
  const isInSight = useRef(false)
  useEffect(() => {
    const mark = isInSight.current && frame.current?.contains(document.activeElement) && document.activeElement
    if (mark) mark.scrollIntoView({ block: 'nearest' })
  }, [picture, frame])
  // However a mark came by the focus, closed details among them, the keys go on from it.
  const isDrawn = picture !== undefined
  useEffect(() => {
    const chart = isDrawn ? frame.current : null
    const follow = ({ target }: FocusEvent) => {
      const at = focusAt(target)
      if (at && (!focus || selectorOf(at) !== selectorOf(focus))) setFocus(at)
    }
    chart?.addEventListener('focusin', follow)
    return () => chart?.removeEventListener('focusin', follow)
  }, [focus, setFocus, frame, isDrawn])
  const goTo = useCallback(
    (next: Focus) => {
      isWalking.current = true
      setFocus(next)
    },
    [setFocus],
  )
  const keepInSight = useCallback((isKept: boolean) => {
    isInSight.current = isKept
  }, [])
  return { goTo, keepInSight }
}
