import { useMemo } from 'react'
import type { TimeGestures } from '#chart/useTimeGestures.ts'
import { limitWindow, scaleOf, toInstant, toPx } from '#layout/scale.ts'
import {
  contains,
  DAY_MS,
  instant,
  type Instant,
  lengthMs,
  middle,
  overlaps,
  scaleAbout,
  shift,
  type Span,
  span,
} from '#model/time.ts'
import { showWindow } from '#store/view.ts'
import type { Motion } from './motion.ts'
import { useLatest } from './useMotion.ts'
import type { Timeline } from './useTimeline.ts'

export interface WindowMoves {
  readonly gestures: TimeGestures
  /** About a moment, if that is in sight; else about the middle of the window. */
  readonly zoomBy: (factor: number, at?: Instant) => void
  /** Moves by a share of the window's length; gives where it comes to rest. */
  readonly pageBy: (share: number) => Span
  readonly fitHome: () => void
  readonly fit: (target: Span | undefined) => void
  readonly show: (target: Span) => void
  /** Shows a date: in the middle of the window as long as it is, or as a window of its own if it is longer. */
  readonly goTo: (target: Span) => void
  /** Moves the window just enough to have a moment in sight. */
  readonly reveal: (at: Span) => void
  readonly centreOn: (share: number) => void
  readonly moveEdge: (edge: 'start' | 'end', share: number) => void
}

const EDGE_SHARE = 0.08
/** A date that takes up more of the window than this is better seen whole. */
const LONG_SHARE = 0.8

function windowAround(target: Span): Span {
  const margin = Math.max(lengthMs(target) * 0.15, DAY_MS * 3)
  return span(instant(target.start - margin), instant(target.end + margin))
}

const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end

/** Whether the reader's system welcomes things that move by themselves. */
function isMotionWelcome(): boolean {
  return 'matchMedia' in globalThis && globalThis.matchMedia('(prefers-reduced-motion: no-preference)').matches
}

/** The ways in which the window goes somewhere: at once, step by step, or by itself in a moment. */
function waysOf(now: () => Timeline, motion: Motion) {
  const limit = (wanted: Span) => limitWindow(wanted, now().axis.bounds)
  /** Where the window is just now, at rest or on its way; and where it will be. */
  const here = () => motion.now() ?? now().window
  const there = () => motion.goal() ?? now().window
  const at = (wanted: Span): Span => {
    motion.drop()
    const window = limit(wanted)
    showWindow(window)
    return window
  }
  return {
    here,
    there,
    at,
    step: (wanted: Span) => {
      const to = limit(wanted)
      if (motion.now() !== undefined || !isSame(to, here())) motion.step(to)
    },
    ease: (wanted: Span, arrive = () => showWindow(limit(wanted))) => {
      const [from, to] = [here(), limit(wanted)]
      // A window far away would be flown to past everything between.
      if (isMotionWelcome() && overlaps(from, to) && !isSame(from, to)) motion.ease(from, to, arrive)
      else {
        motion.drop()
        arrive()
      }
    },
  }
}

/** Everything that moves the window, as plain functions that stay the same across renders. */
export function useWindow(timeline: Timeline, motion: Motion, hush: () => void): WindowMoves {
  const now = useLatest(timeline)
  return useMemo((): WindowMoves => {
    const { here, there, at, step, ease } = waysOf(now, motion)
    const about = (window: Span, factor: number, px: number) =>
      scaleAbout(window, toInstant(scaleOf(window, now().plotPx), px), factor)
    // From where the last one is going: pressed twice in a moment, it zooms twice.
    const zoomOnce = (factor: number, px: number) => ease(about(there(), factor, px))
    const atShare = (share: number) => {
      const { bounds } = now().axis
      return instant(bounds.start + Math.min(1, Math.max(0, share)) * lengthMs(bounds))
    }
    return {
      gestures: {
        pan: (byPx) => at(shift(there(), (byPx / now().plotPx) * lengthMs(there()))),
        zoom: (factor, px) => step(about(here(), factor, px)),
        zoomOnce,
      },
      zoomBy: (factor, moment) => {
        const { plotPx } = now()
        const isInSight = moment !== undefined && contains(there(), moment)
        zoomOnce(factor, isInSight ? toPx(scaleOf(there(), plotPx), moment) : plotPx / 2)
      },
      pageBy: (share) => at(shift(there(), share * lengthMs(there()))),
      fitHome: () => ease(now().axis.home, () => showWindow(undefined)),
      fit: (target) => target && ease(target),
      show: (target) => ease(windowAround(target)),
      goTo: (target) => {
        const window = there()
        if (lengthMs(target) > lengthMs(window) * LONG_SHARE) ease(target)
        else at(shift(window, middle(target) - middle(window)))
      },
      reveal: (target) => {
        const window = there()
        const margin = lengthMs(window) * EDGE_SHARE
        const inner = span(instant(window.start + margin), instant(window.end - margin))
        const place = middle(target)
        if (contains(inner, place)) return
        hush()
        at(shift(window, place < inner.start ? place - inner.start - margin : place - inner.end + margin))
      },
      centreOn: (share) => at(shift(there(), atShare(share) - middle(there()))),
      moveEdge: (edge, share) => {
        const window = here()
        const place = atShare(share)
        if (edge === 'start' && place < window.end) step(span(place, window.end))
        if (edge === 'end' && place > window.start) step(span(window.start, place))
      },
    }
  }, [now, hush, motion])
}
