import { type RefObject, useEffect, useRef } from 'react'

/** What gestures ask for, in pixels of the plot. */
export interface TimeGestures {
  readonly pan: (byPx: number) => void
  readonly zoom: (factor: number, aboutPx: number) => void
}

const WHEEL_STEP = 0.0022
const LINE_PX = 16
/** A press that moves less than this is a click. */
const DRAG_PX = 4

interface Finger {
  x: number
  readonly startX: number
}

function wheelPx(event: WheelEvent, delta: number): number {
  return event.deltaMode === WheelEvent.DOM_DELTA_LINE ? delta * LINE_PX : delta
}

/**
 * Wheel scrolls the page; Ctrl or ⌘ with the wheel, and pinch, zoom about the pointer; a drag, or a sideways wheel,
 * pans. `touch-action: pan-y` on the element leaves vertical scrolling to the browser.
 */
export function useTimeGestures(ref: RefObject<HTMLElement | null>, plotLeftPx: number, gestures: TimeGestures): void {
  const latest = useRef({ gestures, plotLeftPx })
  useEffect(() => {
    latest.current = { gestures, plotLeftPx }
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const fingers = new Map<number, Finger>()
    let isDragging = false
    const inPlot = (clientX: number) => clientX - element.getBoundingClientRect().left - latest.current.plotLeftPx

    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        latest.current.gestures.zoom(Math.exp(wheelPx(event, event.deltaY) * WHEEL_STEP), inPlot(event.clientX))
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault()
        latest.current.gestures.pan(wheelPx(event, event.deltaX || event.deltaY))
      }
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || inPlot(event.clientX) < 0) return
      fingers.set(event.pointerId, { x: event.clientX, startX: event.clientX })
      if (fingers.size === 1) isDragging = false
    }
    const move = (event: PointerEvent) => {
      const finger = fingers.get(event.pointerId)
      if (!finger) return
      const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, other]) => other)
      const other = others[0]
      if (!isDragging && !other && Math.abs(event.clientX - finger.startX) < DRAG_PX) return
      if (!isDragging) element.setPointerCapture(event.pointerId)
      isDragging = true
      if (other) {
        const before = Math.abs(finger.x - other.x)
        const after = Math.abs(event.clientX - other.x)
        if (before > 10 && after > 10)
          latest.current.gestures.zoom(before / after, inPlot((event.clientX + other.x) / 2))
      } else latest.current.gestures.pan(finger.x - event.clientX)
      finger.x = event.clientX
    }
    const up = (event: PointerEvent) => {
      fingers.delete(event.pointerId)
    }
    // A drag that ends on a mark must not choose it.
    const click = (event: MouseEvent) => {
      if (!isDragging) return
      isDragging = false
      event.stopPropagation()
      event.preventDefault()
    }
    element.addEventListener('wheel', wheel, { passive: false })
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    element.addEventListener('click', click, true)
    return () => {
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
      element.removeEventListener('click', click, true)
    }
  }, [ref])
}
