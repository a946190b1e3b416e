import type { KeyboardEvent } from 'react'
import type { PlacedLane } from '#layout/lanes.ts'
import { type Focus, walk } from '#layout/walk.ts'
import type { ActIn } from '#views/keys.ts'
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
  act: ActIn<'chart'>,
  { lanes, focus, moves }: { lanes: readonly PlacedLane[]; focus: Focus | undefined; moves: LaneMoves },
): boolean {
  const head = headAt(event.target)
  const id = head ?? (focus?.kind === 'event' ? focus.agencyId : undefined)
  if (act === 'lane-up' || act === 'lane-down') {
    if (id !== undefined) moves.step(id, act === 'lane-up' ? -1 : 1, 'in sight')
    return true
  }
  if (head === undefined)
    return act === 'previous' && id !== undefined && !walk(lanes, focus, 'previous') && focusHead(event, id)
  if (act === 'previous') return true
  if (act === 'open') {
    moves.open(head)
    return true
  }
  if (act !== 'up' && act !== 'down') return false
  const place = lanes.findIndex(({ agency }) => agency.id === head)
  focusHead(event, lanes[place + (act === 'up' ? -1 : 1)]?.agency.id)
  return true
}
