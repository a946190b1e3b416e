import { useLayoutEffect, useMemo, useRef } from 'react'
import type { TimeGestures } from '#chart/useTimeGestures.ts'
import { limitWindow, scaleOf, toInstant } from '#layout/scale.ts'
import { contains, DAY_MS, instant, lengthMs, middle, scaleAbout, shift, type Span, span } from '#model/time.ts'
import { showWindow } from '#store/view.ts'
import type { Timeline } from './useTimeline.ts'

export interface WindowMoves {
  readonly gestures: TimeGestures
  readonly zoomBy: (factor: number) => void
  readonly pageBy: (share: number) => void
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

/** Everything that moves the window, as plain functions that stay the same across renders. */
export function useWindow(timeline: Timeline, hush: () => void): WindowMoves {
  const latest = useRef(timeline)
  useLayoutEffect(() => {
    latest.current = timeline
  })
  return useMemo((): WindowMoves => {
    const now = () => latest.current
    const to = (wanted: Span) => showWindow(limitWindow(wanted, now().axis.bounds))
    const zoomAbout = (factor: number, px: number) => {
      const { window, plotPx } = now()
      to(scaleAbout(window, toInstant(scaleOf(window, plotPx), px), factor))
    }
    const atShare = (share: number) => {
      const { bounds } = now().axis
      return instant(bounds.start + Math.min(1, Math.max(0, share)) * lengthMs(bounds))
    }
    return {
      gestures: {
        pan: (byPx) => to(shift(now().window, (byPx / now().plotPx) * lengthMs(now().window))),
        zoom: zoomAbout,
      },
      zoomBy: (factor) => zoomAbout(factor, now().plotPx / 2),
      pageBy: (share) => to(shift(now().window, share * lengthMs(now().window))),
      fitHome: () => showWindow(undefined),
      fit: (target) => target && to(target),
      show: (target) => to(windowAround(target)),
      goTo: (target) => {
        const { window } = now()
        const isLonger = lengthMs(target) > lengthMs(window) * LONG_SHARE
        to(isLonger ? target : shift(window, middle(target) - middle(window)))
      },
      reveal: (target) => {
        const { window } = now()
        const margin = lengthMs(window) * EDGE_SHARE
        const inner = span(instant(window.start + margin), instant(window.end - margin))
        const at = middle(target)
        if (contains(inner, at)) return
        hush()
        to(shift(window, at < inner.start ? at - inner.start - margin : at - inner.end + margin))
      },
      centreOn: (share) => to(shift(now().window, atShare(share) - middle(now().window))),
      moveEdge: (edge, share) => {
        const { window } = now()
        const at = atShare(share)
        if (edge === 'start' && at < window.end) to(span(at, window.end))
        if (edge === 'end' && at > window.start) to(span(window.start, at))
      },
    }
  }, [hush])
}
