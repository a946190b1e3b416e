import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'

/** Long enough to read a step. */
const STEP_MS = 2500
const STILL = '(prefers-reduced-motion: reduce)'

function watch(listener: () => void): () => void {
  const still = window.matchMedia(STILL)
  still.addEventListener('change', listener)
  return () => still.removeEventListener('change', listener)
}

interface Play {
  readonly isPlaying: boolean
  /** Undefined where the reader wants nothing to move by itself. */
  readonly toggle: (() => void) | undefined
  readonly pause: () => void
}

/** Steps on by itself until the last step, where motion is welcome and only once asked to. */
export function usePlay(step: number, count: number, goTo: (step: number) => void): Play {
  const wantsStill = useSyncExternalStore(watch, () => window.matchMedia(STILL).matches)
  const [wantsPlay, setWantsPlay] = useState(false)
  const isLast = step >= count - 1
  const isPlaying = wantsPlay && !wantsStill && !isLast
  const stepOn = useEffectEvent(() => {
    if (step + 1 >= count - 1) setWantsPlay(false)
    goTo(step + 1)
  })
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setTimeout(stepOn, STEP_MS)
    return () => clearTimeout(timer)
  }, [isPlaying, step])
  const toggle = () => {
    if (!isPlaying && isLast) goTo(0)
    setWantsPlay(!isPlaying)
  }
  return { isPlaying, toggle: wantsStill ? undefined : toggle, pause: () => setWantsPlay(false) }
}
