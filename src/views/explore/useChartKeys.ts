import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Focus } from '#layout/walk.ts'
import type { Instant } from '#model/time.ts'
import { walkTrail } from '#store/trail.ts'
import { select } from '#store/view.ts'
import { type ActIn, actOf } from '#views/keys.ts'
import { countByKey } from './count-key.ts'
import { momentOf } from './mark-place.ts'
import type { HorizonMoves } from './useHorizonLine.ts'
import { walkByKey } from './key-walk.ts'
import { pressLaneKey, startOf } from './lane-keys.ts'
import type { LaneMoves } from './useLaneMoves.ts'
import type { Timeline } from './useTimeline.ts'
import type { WindowMoves } from './useWindow.ts'

/** Acts that move the window and leave the focus where it is. */
const WINDOW_ACTS: Readonly<Partial<Record<ActIn<'chart'>, (moves: WindowMoves, at?: Instant) => void>>> = {
  'zoom-in': (moves, at) => moves.zoomBy(1 / 1.5, at),
  'zoom-out': (moves, at) => moves.zoomBy(1.5, at),
  'first-view': (moves) => moves.fitHome(),
  earlier: (moves) => moves.pageBy(-0.8),
  later: (moves) => moves.pageBy(0.8),
}

/** Acts that move the day the case is stopped at, where it is. */
const HORIZON_ACTS: Readonly<Partial<Record<ActIn<'chart'>, (moves: HorizonMoves) => void>>> = {
  'day-back': (moves) => moves.stepDays(-1),
  'day-on': (moves) => moves.stepDays(1),
  'event-back': (moves) => moves.stepEvent(-1),
  'event-on': (moves) => moves.stepEvent(1),
}

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
  readonly moves: WindowMoves
  readonly laneMoves: LaneMoves
  readonly horizonMoves: HorizonMoves
  readonly focus: Focus | undefined
  readonly setFocus: (focus: Focus) => void
  /** Tells a listener what the eye would see. */
  readonly say: (news: string) => void
  /** Asks for a date to go to. */
  readonly askDate: (isAsking: boolean) => void
  readonly frame: RefObject<HTMLElement | null>
}

/** Keys of the chart: one tab stop, arrows walk the marks, Enter opens, letters act only while the chart has focus. */
export function useChartKeys(input: Input): (event: KeyboardEvent) => void {
  const { timeline, moves, laneMoves, horizonMoves, focus, setFocus, say, askDate, frame } = input
  const isWalking = useRef(false)
  // Focus follows the mark once it is drawn: revealing it may have moved the window.
  useEffect(() => {
    if (!isWalking.current || !focus) return
    isWalking.current = false
    const mark = frame.current?.querySelector(selectorOf(focus))
    if (mark instanceof SVGElement) mark.focus()
  }, [focus, timeline.picture, frame])
  // Lanes grow with the scale: the mark that has the focus must not leave the sight by that.
  const hasZoomed = useRef(false)
  useEffect(() => {
    const mark = hasZoomed.current && frame.current?.contains(document.activeElement) && document.activeElement
    if (mark) mark.scrollIntoView({ block: 'nearest' })
  }, [timeline.picture, frame])
  // However a mark came by the focus, closed details among them, the keys go on from it.
  const isDrawn = timeline.picture !== undefined
  useEffect(() => {
    const chart = isDrawn ? frame.current : null
    const follow = ({ target }: FocusEvent) => {
      const at = focusAt(target)
      if (at && (!focus || selectorOf(at) !== selectorOf(focus))) setFocus(at)
    }
    chart?.addEventListener('focusin', follow)
    return () => chart?.removeEventListener('focusin', follow)
  }, [focus, setFocus, frame, isDrawn])

  return useCallback(
    (event: KeyboardEvent) => {
      const act = actOf(event, 'chart')
      if (!act) return
      event.preventDefault()
      hasZoomed.current = WINDOW_ACTS[act] !== undefined
      if (pressLaneKey(event, act, { lanes: timeline.picture?.lanes ?? [], focus, moves: laneMoves })) return
      if (act === 'open') {
        if (focus?.kind === 'event') select({ kind: 'event', id: focus.eventId })
        if (focus?.kind === 'finding') select({ kind: 'finding', id: focus.findingId })
        if (focus) say('Details are open beside the chart; Escape closes them.')
        return
      }
      if (act === 'count') {
        const trouble = countByKey(timeline, focus)
        if (trouble !== undefined) say(trouble)
        return
      }
      const next = walkByKey(timeline, startOf(event.target, focus), act)
      if (next?.news !== undefined) say(next.news)
      if (next?.focus) {
        isWalking.current = true
        setFocus(next.focus)
        const at = momentOf(timeline, next.focus)
        if (at !== undefined) moves.reveal({ start: at, end: at })
      }
      WINDOW_ACTS[act]?.(moves, focus && momentOf(timeline, focus))
      HORIZON_ACTS[act]?.(horizonMoves)
      if (act === 'date' && timeline.axis.kind === 'time') askDate(true)
      else if (act === 'date') say('This case has an order but no dates to go to.')
      if (act === 'back' && !walkTrail(-1)) say('There is no view before this one.')
      if (act === 'forward' && !walkTrail(1)) say('There is no view after this one.')
    },
    [timeline, moves, laneMoves, horizonMoves, focus, setFocus, say, askDate],
  )
}
