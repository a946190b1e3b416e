import { windowBetween } from '#layout/scale.ts'
import type { Span } from '#model/time.ts'

/** Long enough to bridge two frames of a gesture, short enough to feel like rest. */
export const REST_MS = 160
const EASE_MS = 200
/** A frame that comes late does not skip the way: it would look like a jump. */
const MOST_FRAME_MS = 40

/**
 * A window on its way. Until it rests the view stays what it was: the address, the trail, what is told and the page's own
 * drawing follow once.
 */
export interface Motion {
  /** Where the window is; undefined at rest. */
  readonly now: () => Span | undefined
  /** Where it is going. */
  readonly goal: () => Span | undefined
  /** A step of a gesture. It rests when no other follows. */
  readonly step: (to: Span) => void
  /** There by itself in a moment, from where it is. `arrive` then shows it for good. */
  readonly ease: (from: Span, to: Span, arrive: () => void) => void
  /** Rests where it was going, at once. */
  readonly rest: () => void
  /** Ends without going anywhere: something else decides what is shown. */
  readonly drop: () => void
  readonly watch: (listener: () => void) => () => void
}

interface Clock {
  readonly now: () => number
  readonly setTimeout: (run: () => void, ms: number) => number
  readonly clearTimeout: (timer: number | undefined) => void
  readonly nextFrame: (run: () => void) => number
  readonly cancelFrame: (frame: number) => void
}

/** Quick at first and then slower, as a thing that comes to rest. */
const easeOut = (share: number) => 1 - (1 - share) ** 3

/** `show` makes a window the view. */
export function createMotion(show: (window: Span) => void, clock: Clock): Motion {
  const listeners = new Set<() => void>()
  let way: { readonly at: Span; readonly goal: Span; readonly arrive: () => void } | undefined
  let timer: number | undefined
  let frame: number | undefined
  const go = (to: typeof way) => {
    clock.clearTimeout(timer)
    if (frame !== undefined) clock.cancelFrame(frame)
    frame = undefined
    way = to
    for (const listener of listeners) listener()
  }
  const rest = () => {
    const arrived = way
    if (!arrived) return
    go(undefined)
    arrived.arrive()
  }
  return {
    now: () => way?.at,
    goal: () => way?.goal,
    step: (to) => {
      go({ at: to, goal: to, arrive: () => show(to) })
      timer = clock.setTimeout(rest, REST_MS)
    },
    ease: (from, to, arrive) => {
      let gone = 0
      let before: number | undefined
      const next = () => {
        const now = clock.now()
        gone += Math.min(now - (before ?? now), MOST_FRAME_MS)
        before = now
        if (gone >= EASE_MS) {
          rest()
          return
        }
        go({ at: windowBetween(from, to, easeOut(gone / EASE_MS)), goal: to, arrive })
        frame = clock.nextFrame(next)
      }
      go({ at: from, goal: to, arrive })
      frame = clock.nextFrame(next)
    },
    rest,
    drop: () => {
      if (way) go(undefined)
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
