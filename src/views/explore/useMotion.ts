import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Moving } from '#chart/MovingChart.tsx'
import { drawnSpan } from '#layout/scale.ts'
import { lengthMs } from '#model/time.ts'
import { showWindow, watchView } from '#store/view.ts'
import { createMotion, type Motion } from './motion.ts'
import type { Timeline } from './useTimeline.ts'

const CLOCK = {
  now: () => performance.now(),
  setTimeout: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clearTimeout: (timer: number | undefined) => window.clearTimeout(timer),
  nextFrame: (run: () => void) => requestAnimationFrame(run),
  cancelFrame: (frame: number) => cancelAnimationFrame(frame),
}

/** The motion of a chart's window, and as the chart draws it. Whatever else changes the view ends it: where it was going is then shown, unless a window came with the change. */
export function useMotion(timeline: Timeline): { readonly motion: Motion; readonly moving: Moving } {
  const [motion] = useState(() => createMotion(showWindow, CLOCK))
  useEffect(() => {
    const stop = watchView((after, before) => {
      if (motion.now() === undefined || after.view === before.view) return
      if (after.route === before.route && after.view.window === before.view.window) motion.rest()
      else motion.drop()
    })
    return () => {
      stop()
      motion.drop()
    }
  }, [motion])
  return { motion, moving: useMoving(motion, timeline) }
}

/** What a value was when last drawn, for code that runs outside rendering. */
export function useLatest<T>(value: T): () => T {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return useCallback(() => latest.current, [])
}

function useMoving(motion: Motion, timeline: Timeline): Moving {
  const latest = useLatest(timeline)
  return useMemo(
    () => ({
      watch: motion.watch,
      rest: motion.rest,
      isUnderWay: () => motion.now() !== undefined,
      now: () => {
        const { pictureAt, plotPx } = latest()
        const at = motion.now()
        const picture = at && pictureAt(at)
        return picture && { picture, panPx: ((at.start - drawnSpan(at).start) / lengthMs(at)) * plotPx }
      },
    }),
    [motion, latest],
  )
}
