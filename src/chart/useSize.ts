import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/** The size of an element's content box, kept up to date; undefined until it has been laid out. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const measure = () => {
      const next = { widthPx: element.clientWidth, heightPx: element.clientHeight }
      setSize((before) => (before?.widthPx === next.widthPx && before.heightPx === next.heightPx ? before : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
