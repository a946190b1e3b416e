import { useEffect, useRef } from 'react'
import type { Axis } from '#layout/axis.ts'

/** Tells a listener from which event the axis is counted, whichever way it came about. */
export function useCountNews({ anchor }: Axis, say: (text: string) => void): void {
  const last = useRef<string>(undefined)
  const words = anchor?.words
  useEffect(() => {
    if (words === last.current) return
    last.current = words
    say(words === undefined ? 'Dates again: the axis no longer counts from an event.' : `Counting from: ${words}.`)
  }, [words, say])
}
