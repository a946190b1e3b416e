import type { KeyboardEvent } from 'react'
import type { PlacedLane } from '#layout/lanes.ts'
import { type Focus, walk } from '#layout/walk.ts'
import type { LaneMoves } from './useLaneMoves.ts'

function headAt(target: EventTarget): string | undefined {
  const head = target instanceof Element ? target.closest('[data-lane-head]') : null
  return head?.getAttribute('data-lane-head') ?? undefined
}

/** Where an arrow starts from: the beginning of a lane when its head has the focus, else the mark that has it. */
export function startOf(target: EventTarget, focus: Focus | undefined): Focus | undefined {
  const head = headAt(target)
  return head === undefined ? focus : { kind: 'event', agencyId: head, eventId: '' }
}

function focusHead(event: KeyboardEvent, agencyId: string | undefined): boolean {
  const head = agencyId !== undefined && event.currentTarget.querySelector(`[data-lane-head="${CSS.escape(agencyId)}"]`)
  if (!(head instanceof SVGElement)) return false
  head.focus()
  head.scrollIntoView?.({ block: 'nearest' })
  return true
}

/**
 * Keys about lanes: Alt with ↑ or ↓ moves the lane that has the focus; ← from a lane's first mark goes to its head, where
 * ↑ and ↓ go from head to head and Enter opens the list of lanes. True when the key was one of these.
 */
export function pressLaneKey(
  event: KeyboardEvent,
  { lanes, focus, moves }: { lanes: readonly PlacedLane[]; focus: Focus | undefined; moves: LaneMoves },
): boolean {
  const head = headAt(event.target)
  const id = head ?? (focus?.kind === 'event' ? focus.agencyId : undefined)
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
  if (event.altKey) {
    if (by === undefined || id === undefined) return false
    moves.step(id, by, 'in sight')
    return true
  }
  if (event.ctrlKey || event.metaKey) return false
  if (head === undefined)
    return event.key === 'ArrowLeft' && id !== undefined && !walk(lanes, focus, 'previous') && focusHead(event, id)
  if (event.key === 'ArrowLeft') return true
  if (event.key === 'Enter' || event.key === ' ') {
    moves.open(head)
    return true
  }
  const place = lanes.findIndex(({ agency }) => agency.id === head)
  if (by !== undefined) focusHead(event, lanes[place + by]?.agency.id)
  return by !== undefined
}
