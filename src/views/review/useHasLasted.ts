import { useEffect, useState } from 'react'

/** What is over sooner needs no words; they would only flicker and be read aloud. */
const NOTICEABLE_MS = 300

/** Whether something has gone on long enough to be spoken of. */
export function useHasLasted(isOn: boolean): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => {
    if (!isOn) return undefined
    const due = setTimeout(() => setHas(true), NOTICEABLE_MS)
    return () => {
      clearTimeout(due)
      setHas(false)
    }
  }, [isOn])
  return has
}
