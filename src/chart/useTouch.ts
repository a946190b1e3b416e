import { type RefObject, useEffect, useRef } from 'react'
import type { Picture } from '#layout/place.ts'
import { touch } from '#layout/touch.ts'
import type { Actions } from './reader.ts'

interface Setting {
  readonly picture: Picture
  readonly panPx: number
  readonly headPx: number
  readonly widthPx: number
  readonly actions: Actions
}

/** Does what a tap meant; false where it met nothing that stands in the chart by itself. */
function tap(lanes: HTMLElement, event: MouseEvent, { picture, panPx, headPx, widthPx, actions }: Setting): boolean {
  const { left, top } = lanes.getBoundingClientRect()
  const { scrollTop, clientHeight } = lanes
  const touched = touch(picture, {
    x: event.clientX - left,
    y: event.clientY - top + scrollTop,
    headPx,
    panPx,
    sight: { x0: 0, x1: widthPx, y0: scrollTop, y1: scrollTop + clientHeight },
  })
  const [one] = touched
  if (!one) return false
  if (touched.length > 1) actions.openTouched(touched)
  else if (one.kind === 'event') actions.choose(one.eventId, one.agencyId)
  else if (one.kind === 'finding') actions.chooseFinding(one.findingId)
  else actions.openCell(one.agencyId, one.cell)
  return true
}

/**
 * Marks are closer than fingers are wide. A finger therefore need not meet a mark: the chart asks what lies under the
 * fingertip. A mouse, a pen and a screen reader's press go to what they point at.
 */
export function useTouch(scroll: RefObject<HTMLElement | null>, setting: Setting): void {
  const latest = useRef(setting)
  useEffect(() => {
    latest.current = setting
  })
  useEffect(() => {
    const element = scroll.current
    if (!element) return undefined
    let isFinger = false
    const down = (event: PointerEvent) => {
      isFinger = event.pointerType === 'touch'
    }
    const click = (event: MouseEvent) => {
      if (!isFinger || event.detail === 0) return
      isFinger = false
      if (tap(element, event, latest.current)) event.stopPropagation()
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('click', click, { capture: true })
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('click', click, { capture: true })
    }
  }, [scroll])
}
