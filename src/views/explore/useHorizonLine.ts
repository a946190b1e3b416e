import { useEffect, useMemo, useRef } from 'react'
import { nextHorizon } from '#analysis/knowledge/horizon.ts'
import type { Grip } from '#chart/HorizonGrip.tsx'
import { scaleOf, toInstant, toPx } from '#layout/scale.ts'
import { DAY_MS, instant, type Instant } from '#model/time.ts'
import { dragHorizon, readView, showWindow, stopAt } from '#store/view.ts'
import { horizonWords, type Seen } from '#views/horizon/useSeen.ts'
import type { Timeline } from './useTimeline.ts'
import type { WindowMoves } from './useWindow.ts'

/** Never before anything had happened: an empty chart teaches nothing. */
function notBefore({ whole }: Seen, day: number): Instant {
  const first = nextHorizon(whole, instant(-Infinity), 1)
  return instant(Math.max(day, Number.isFinite(first) ? first : day))
}

export interface HorizonMoves {
  readonly stepDays: (days: number) => void
  /** To where the next event is past, or back to before the last one was. */
  readonly stepEvent: (by: 1 | -1) => void
}

const STILL: HorizonMoves = { stepDays: () => undefined, stepEvent: () => undefined }

/** The line of the horizon on the chart: dragged, or moved with keys. Nothing where the case is shown whole. */
export function useHorizonLine(
  seen: Seen,
  { axis, window, plotPx }: Timeline,
  { reveal }: WindowMoves,
): { readonly grip: Grip | undefined; readonly moves: HorizonMoves } {
  const day = axis.until
  const isHeld = useRef(false)
  const lastDay = useRef(day)
  useEffect(() => {
    // A link that names both a window and a day means that window.
    if (lastDay.current === day) return
    lastDay.current = day
    if (day !== undefined && !isHeld.current) reveal({ start: day, end: day })
  }, [day, reveal])
  return useMemo(() => {
    if (day === undefined) return { grip: undefined, moves: STILL }
    const to = (days: number) => stopAt(notBefore(seen, day + days * DAY_MS))
    const scale = scaleOf(window, plotPx)
    const grip: Grip = {
      x: toPx(scale, day),
      words: horizonWords(day),
      onDrag: (px) => {
        isHeld.current = true
        if (!readView().view.window) showWindow(window)
        dragHorizon(notBefore(seen, Math.round(toInstant(scale, px) / DAY_MS) * DAY_MS))
      },
      onRelease: () => {
        isHeld.current = false
        stopAt(readView().view.horizon?.day)
      },
      onStep: to,
    }
    const stepEvent = (by: 1 | -1) => stopAt(notBefore(seen, nextHorizon(seen.whole, day, by)))
    return { grip, moves: { stepDays: to, stepEvent } }
  }, [seen, day, window, plotPx])
}
