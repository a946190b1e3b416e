import { useDeferredValue } from 'react'

/** False in the first drawing of a component and true from the next, which waits until the first is on the screen: for lists beside what the reader came for. */
export function useHasBegun(): boolean {
  return useDeferredValue(true, false)
}
