import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

/** The day a case is stopped at, as far as the chart needs to know it. */
export interface Grip {
  /** Where the line stands, in pixels of the plot. */
  readonly x: number
  readonly words: string
  /** While the line is held: where it is wanted, in pixels of the plot. */
  readonly onDrag: (px: number) => void
  readonly onRelease: () => void
  readonly onStep: (days: number) => void
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
}

/** What holds the line of the horizon: it is dragged, or moved by a day or a week with keys. */
export function HorizonGrip({
  grip,
  headPx,
  plotPx,
  heightPx,
}: {
  readonly grip: Grip
  readonly headPx: number
  readonly plotPx: number
  /** Of the axis: below it the line lets marks be pressed. */
  readonly heightPx: number
}) {
  const isHeld = useRef(false)
  const { x, words, onDrag, onRelease, onStep } = grip
  if (x < 0 || x > plotPx) return null
  const release = () => {
    if (isHeld.current) onRelease()
    isHeld.current = false
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const frame = event.currentTarget.parentElement?.getBoundingClientRect()
    if (isHeld.current && frame) onDrag(Math.min(plotPx, Math.max(0, event.clientX - frame.left - headPx)))
  }
  const press = (event: KeyboardEvent) => {
    const days = event.ctrlKey || event.metaKey || event.altKey ? undefined : STEPS[event.key]
    if (days === undefined) return
    event.preventDefault()
    onStep(days)
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Last day shown"
      aria-orientation="horizontal"
      // A share of what is in sight: days would need an end, which would tell how far the case goes on.
      aria-valuenow={Math.round((x / plotPx) * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={words}
      className="horizon-grip"
      data-grip=""
      style={{ transform: `translateX(${headPx + x}px)`, height: heightPx }}
      onPointerDown={(event) => {
        isHeld.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
    />
  )
}
