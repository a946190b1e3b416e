import { useEffect, useRef, useState } from 'react'

/** Long enough to bridge two frames of a gesture, short enough to feel like rest. */
const REST_MS = 160

/** Whether a value has just changed and may be about to change again: true from the second change in a row until it rests. */
export function useIsMoving(value: unknown): boolean {
  const [isMoving, setIsMoving] = useState(false)
  const last = useRef({ value, at: -Infinity })
  useEffect(() => {
    if (last.current.value === value) return undefined
    const now = performance.now()
    if (now - last.current.at < REST_MS) setIsMoving(true)
    last.current = { value, at: now }
    const timer = setTimeout(() => setIsMoving(false), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return isMoving
}
