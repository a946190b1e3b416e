import { type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import type { PlacedLane } from '#layout/lanes.ts'

/** A lane on its way: where it would be put down, as a place among the lanes before it is taken out. */
export interface LaneDrag {
  readonly agencyId: string
  readonly place: number
}

interface LaneDragProps {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
  readonly onClickCapture: (event: MouseEvent) => void
}

/** A press that moves less than this is a click. */
const DRAG_PX = 5

/** How many lanes have their middle above a height. */
function placeAt(lanes: readonly PlacedLane[], y: number): number {
  return lanes.filter((lane) => lane.y + lane.heightPx / 2 < y).length
}

/**
 * Dragging a lane by its head, with a mouse or a pen; a finger scrolls there. What to spread on the chart, and the drag
 * under way. Nothing happens when `move` is undefined.
 */
export function useLaneDrag(
  lanes: readonly PlacedLane[],
  move: ((agencyId: string, place: number) => void) | undefined,
): { readonly drag: LaneDrag | undefined; readonly props: LaneDragProps } {
  const [drag, setDrag] = useState<LaneDrag>()
  const press = useRef<{ readonly agencyId: string; readonly y: number }>(undefined)
  const hasDragged = useRef(false)
  const stop = () => {
    press.current = undefined
    setDrag(undefined)
  }
  return {
    drag,
    props: {
      onPointerDown: (event) => {
        hasDragged.current = false
        const head = event.target instanceof Element ? event.target.closest('[data-lane-head]') : null
        const agencyId = head?.getAttribute('data-lane-head')
        if (!move || !agencyId || event.button !== 0 || event.pointerType === 'touch') return
        press.current = { agencyId, y: event.clientY }
      },
      onPointerMove: (event) => {
        const from = press.current
        if (!from || (!hasDragged.current && Math.abs(event.clientY - from.y) < DRAG_PX)) return
        if (!hasDragged.current) event.currentTarget.setPointerCapture(event.pointerId)
        hasDragged.current = true
        const y = event.clientY - event.currentTarget.getBoundingClientRect().top
        setDrag({ agencyId: from.agencyId, place: placeAt(lanes, y) })
      },
      onPointerUp: () => {
        if (drag) move?.(drag.agencyId, drag.place)
        stop()
      },
      onPointerCancel: stop,
      // A drag that ends on a lane's head must not open it.
      onClickCapture: (event) => {
        if (!hasDragged.current) return
        hasDragged.current = false
        event.stopPropagation()
      },
    },
  }
}
