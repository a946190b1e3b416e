import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Case } from '#model/case.ts'
import { type Focus, type Step, walk } from '#layout/walk.ts'
import { select } from '#store/view.ts'
import { pressLaneKey, startOf } from './lane-keys.ts'
import type { LaneMoves } from './useLaneMoves.ts'
import type { Timeline } from './useTimeline.ts'
import type { WindowMoves } from './useWindow.ts'

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first-in-lane',
  End: 'last-in-lane',
  'Control+Home': 'first',
  'Control+End': 'last',
}

function stepOf(event: KeyboardEvent): Step | undefined {
  return STEPS[event.ctrlKey || event.metaKey ? `Control+${event.key}` : event.key]
}

/** The next finding after the one in focus, in the order of their drawing from left to right; wraps round. */
function nextFinding({ picture, view }: Timeline, focus: Focus | undefined, by: 1 | -1): Focus | undefined {
  const marks = (picture?.findings ?? [])
    .filter(({ finding }) => view.findings.has(finding.id))
    .toSorted((a, b) => a.x - b.x || a.y - b.y)
  if (marks.length === 0) return undefined
  const at = focus?.kind === 'finding' ? marks.findIndex(({ finding }) => finding.id === focus.findingId) : -1
  const next = marks[(at === -1 ? (by === 1 ? 0 : marks.length - 1) : at + by + marks.length) % marks.length]
  return next && { kind: 'finding', findingId: next.finding.id }
}

/** The same meeting in the next lane that takes part in it, wrapping round. */
function alongMeeting({ picture }: Timeline, focus: Focus | undefined): Focus | undefined {
  if (focus?.kind !== 'event') return undefined
  const lanes = (picture?.lanes ?? []).filter((lane) => lane.marks.some(({ event }) => event.id === focus.eventId))
  const at = lanes.findIndex(({ agency }) => agency.id === focus.agencyId)
  const next = lanes[(at + 1) % Math.max(1, lanes.length)]
  return next && { ...focus, agencyId: next.agency.id }
}

function focusOf(timeline: Timeline, focus: Focus | undefined, event: KeyboardEvent): Focus | undefined {
  const step = event.altKey ? undefined : stepOf(event)
  if (step) return walk(timeline.picture?.lanes ?? [], focus, step)
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  switch (event.key) {
    case 'g':
      return nextFinding(timeline, focus, 1)
    case 'G':
      return nextFinding(timeline, focus, -1)
    case 'm':
    case 'M':
      return alongMeeting(timeline, focus)
    default:
      return undefined
  }
}

function moveWindow(moves: WindowMoves, key: string): boolean {
  switch (key) {
    case '+':
    case '=':
      moves.zoomBy(1 / 1.5)
      return true
    case '-':
      moves.zoomBy(1.5)
      return true
    case '0':
      moves.fitHome()
      return true
    case 'PageUp':
      moves.pageBy(-0.8)
      return true
    case 'PageDown':
      moves.pageBy(0.8)
      return true
    default:
      return false
  }
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
  readonly of: Case
  readonly timeline: Timeline
  readonly moves: WindowMoves
  readonly laneMoves: LaneMoves
  readonly focus: Focus | undefined
  readonly setFocus: (focus: Focus) => void
  readonly frame: RefObject<HTMLElement | null>
}

/** Keys of the chart: one tab stop, arrows walk the marks, Enter opens, letters act only while the chart has focus. */
export function useChartKeys(input: Input): (event: KeyboardEvent) => void {
  const { of, timeline, moves, laneMoves, focus, setFocus, frame } = input
  const isWalking = useRef(false)
  // Focus follows the mark once it is drawn: revealing it may have moved the window.
  useEffect(() => {
    if (!isWalking.current || !focus) return
    isWalking.current = false
    const mark = frame.current?.querySelector(selectorOf(focus))
    if (mark instanceof SVGElement) mark.focus()
  }, [focus, timeline.picture, frame])
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
      if (pressLaneKey(event, { lanes: timeline.picture?.lanes ?? [], focus, moves: laneMoves })) {
        event.preventDefault()
        return
      }
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        if (focus?.kind === 'event') select({ kind: 'event', id: focus.eventId })
        if (focus?.kind === 'finding') select({ kind: 'finding', id: focus.findingId })
        return
      }
      const next = focusOf(timeline, startOf(event.target, focus), event)
      if (next) {
        event.preventDefault()
        isWalking.current = true
        setFocus(next)
        revealFocus(of, timeline, moves, next)
      } else if (moveWindow(moves, event.key)) event.preventDefault()
    },
    [of, timeline, moves, laneMoves, focus, setFocus],
  )
}

function revealFocus(of: Case, { axis }: Timeline, moves: WindowMoves, focus: Focus): void {
  const event = focus.kind === 'event' ? of.eventById.get(focus.eventId) : undefined
  const finding = focus.kind === 'finding' ? of.findingById.get(focus.findingId) : undefined
  const at = (event && axis.spanOfEvent(event)) ?? (finding && axis.spanOfFinding(finding))
  // A finding is drawn from its start; its middle may be far away.
  if (at) moves.reveal(finding ? { start: at.start, end: at.start } : at)
}
