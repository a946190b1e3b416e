import { type RefObject, useEffect, useRef } from 'react'

/** What gestures ask for, in pixels of the plot. */
export interface TimeGestures {
  readonly pan: (byPx: number) => void
  /** A step of many, as a wheel or two fingers make them. */
  readonly zoom: (factor: number, aboutPx: number) => void
  /** A zoom that is asked for as a whole. */
  readonly zoomOnce: (factor: number, aboutPx: number) => void
}

const WHEEL_STEP = 0.0022
const LINE_PX = 16
/** A press that moves less than this is a click. */
const DRAG_PX = 4
/** Fingers closer than this give no steady ratio. */
const LEAST_PINCH_PX = 10
/** A double click shows half as much, or twice as much. */
const DOUBLE_CLICK_ZOOM = 2

interface Finger {
  x: number
  readonly startX: number
}

function wheelPx(event: WheelEvent, delta: number): number {
  return event.deltaMode === WheelEvent.DOM_DELTA_LINE ? delta * LINE_PX : delta
}

interface Setting {
  readonly gestures: TimeGestures
  readonly plotLeftPx: number
}

/** Listens on an element until the function it returns is called. */
function listen(element: HTMLElement, now: () => Setting): () => void {
  const fingers = new Map<number, Finger>()
  let isDragging = false
  const inPlot = (clientX: number) => clientX - element.getBoundingClientRect().left - now().plotLeftPx
  const stop = new AbortController()
  const { signal } = stop

  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      now().gestures.zoom(Math.exp(wheelPx(event, event.deltaY) * WHEEL_STEP), inPlot(event.clientX))
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault()
      now().gestures.pan(wheelPx(event, event.deltaX || event.deltaY))
    }
  }
  const down = (event: PointerEvent) => {
    // What can be held by itself does not pan.
    const isGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null
    if (event.button !== 0 || isGrip || inPlot(event.clientX) < 0) return
    fingers.set(event.pointerId, { x: event.clientX, startX: event.clientX })
    if (fingers.size === 1) isDragging = false
  }
  const move = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId)
    if (!finger) return
    const other = [...fingers.values()].find((one) => one !== finger)
    if (!isDragging && !other && Math.abs(event.clientX - finger.startX) < DRAG_PX) return
    if (!isDragging) element.setPointerCapture(event.pointerId)
    isDragging = true
    const before = other && Math.abs(finger.x - other.x)
    const after = other && Math.abs(event.clientX - other.x)
    if (!other) now().gestures.pan(finger.x - event.clientX)
    // About the finger at rest: the time under each of the two then stays under it.
    else if (before && after && before > LEAST_PINCH_PX && after > LEAST_PINCH_PX)
      now().gestures.zoom(before / after, inPlot(other.x))
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
  const doubleClick = (event: MouseEvent) => {
    if (inPlot(event.clientX) < 0) return
    event.preventDefault()
    const factor = event.shiftKey || event.altKey ? DOUBLE_CLICK_ZOOM : 1 / DOUBLE_CLICK_ZOOM
    now().gestures.zoomOnce(factor, inPlot(event.clientX))
  }
  element.addEventListener('wheel', wheel, { passive: false, signal })
  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', up, { signal })
  element.addEventListener('click', click, { capture: true, signal })
  element.addEventListener('dblclick', doubleClick, { signal })
  return () => stop.abort()
}

/**
 * Wheel scrolls the lanes; Ctrl or ⌘ with the wheel, a pinch and a double click zoom about the pointer, a double click
 * with Shift or Alt out; a drag, or a sideways wheel, pans. `touch-action: pan-y` on the element leaves vertical
 * scrolling to the browser.
 */
export function useTimeGestures(ref: RefObject<HTMLElement | null>, plotLeftPx: number, gestures: TimeGestures): void {
  const latest = useRef<Setting>({ gestures, plotLeftPx })
  useEffect(() => {
    latest.current = { gestures, plotLeftPx }
  })
  useEffect(() => {
    const element = ref.current
    return element ? listen(element, () => latest.current) : undefined
  }, [ref])
}
