import { type RefObject, useLayoutEffect } from 'react'

/**
 * Moves what pans, in whole pixels so that words stay sharp. Set on the few layers themselves: a custom property on the
 * frame would be inherited by every mark, and each step would restyle them all.
 */
export function usePan(frame: RefObject<HTMLElement | null>, panPx: number): void {
  // After every render: a lane that has just been added has no place yet.
  useLayoutEffect(() => {
    for (const layer of frame.current?.querySelectorAll<HTMLElement>('.pan') ?? [])
      layer.style.transform = `translateX(${-Math.round(panPx)}px)`
  })
}
