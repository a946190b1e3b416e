import { useEffect, useState } from 'react'
import { REST_MS } from './motion.ts'
import type { Timeline } from './useTimeline.ts'

/** Whether two timelines differ by nothing but where the window lies. */
function isPan(before: Timeline, after: Timeline): boolean {
  const kept = new Map<string, unknown>(Object.entries(before))
  const { window: _, panPx: __, ...rest } = after
  return Object.entries(rest).every(([key, value]) => kept.get(key) === value)
}

/**
 * The timeline as it last stood still: what need not follow each frame of a pan takes this one, and is drawn again only
 * when the pan has come to rest. Any other change is there at once.
 */
export function useAtRest(timeline: Timeline): Timeline {
  const [rested, setRested] = useState(timeline)
  const isAhead = !isPan(rested, timeline)
  if (isAhead) setRested(timeline)
  const isResting = rested.window === timeline.window
  useEffect(() => {
    if (isResting) return undefined
    const timer = setTimeout(() => setRested(timeline), REST_MS)
    return () => clearTimeout(timer)
  }, [timeline, isResting])
  return isAhead ? timeline : rested
}
