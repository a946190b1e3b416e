import { useEffect, useRef, useState } from 'react'

/** Long enough to bridge two frames of a gesture, short enough to feel like rest. */
export const REST_MS = 160

/** Whether a value has just changed and may be about to change again: true from the second change in a row until it rests. */
export function useIsMoving(value: unknown): boolean {
  const [isMoving, setIsMoving] = useState(false)
  const last = useRef({ value, at: -Infinity, isSaid: false })
  useEffect(() => {
    const { current } = last
    if (current.value === value) return undefined
    const now = performance.now()
    // Said once: React draws again for a state that is set anew, even to what it was.
    if (now - current.at < REST_MS && !current.isSaid) {
      current.isSaid = true
      setIsMoving(true)
    }
    current.value = value
    current.at = now
    const timer = setTimeout(() => {
      current.isSaid = false
      setIsMoving(false)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return isMoving
}
