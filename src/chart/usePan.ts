import { type RefObject, useLayoutEffect } from 'react'

/**
 * Moves what pans by setting a transform on its few groups. A custom property on the frame would be inherited by every
 * mark, and each step would restyle them all.
 */
export function usePan(frame: RefObject<HTMLElement | null>, panPx: number, headPx: number): void {
  // After every render: a lane that has just been added has no place yet.
  useLayoutEffect(() => {
    const move = (selector: string, px: number) => {
      for (const group of frame.current?.querySelectorAll<SVGGElement>(selector) ?? [])
        group.style.transform = `translateX(${px}px)`
    }
    move('.pan', -panPx)
    move('.plot', headPx - panPx)
  })
}
