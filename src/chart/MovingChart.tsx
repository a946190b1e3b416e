import { type RefObject, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { Measured } from '#layout/measured.ts'
import type { MeasureText } from '#layout/metrics.ts'
import { groundOf, type LookNode, readLooks } from './looks.ts'
import { type Moved, MovingPicture } from './MovingPicture.tsx'
import { paint, rehearse, UNSET } from './paint.ts'
import { patternsOf } from './patterns.ts'
import type { Standing } from './reader.ts'

/** A scale on its way, as far as the chart needs to know it. */
export interface Moving {
  /** Calls back at every step, at the start and at the end. */
  readonly watch: (listener: () => void) => () => void
  readonly isUnderWay: () => boolean
  /** The picture of the moment; undefined at rest. */
  readonly now: () => Moved | undefined
  /** Comes to rest where it is going. */
  readonly rest: () => void
}

interface Props {
  readonly moving: Moving
  readonly standing: Standing
  readonly measured: Measured
  readonly measure: MeasureText
  readonly headPx: number
  readonly widthPx: number
  readonly scrollRef: RefObject<HTMLElement | null>
}

/** Everything that stays the same for one gesture. */
interface Studio {
  readonly pen: CanvasRenderingContext2D
  readonly looks: LookNode
  readonly ground: string
  readonly patterns: ReadonlyMap<string, CanvasPattern>
  readonly close: () => void
}

function openStudio(canvas: HTMLCanvasElement, frame: HTMLElement): Studio | undefined {
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) return undefined
  const { root: looks, remove } = readLooks(frame)
  return { pen, looks, ground: groundOf(frame), patterns: patternsOf(pen, looks), close: remove }
}

/** The canvas at the size of what it covers; the bar that scrolls the lanes stays in sight. */
function fit(canvas: HTMLCanvasElement, widthPx: number, heightPx: number): number {
  const density = devicePixelRatio
  const [width, height] = [Math.round(widthPx * density), Math.round(heightPx * density)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  canvas.style.width = `${widthPx}px`
  canvas.style.height = `${heightPx}px`
  return density
}

/**
 * The chart while the scale changes: a canvas over the page's own drawing, which stays as it is for whoever listens, and
 * is laid out once when the scale rests.
 */
export function MovingChart({ moving, standing, measured, measure, headPx, widthPx, scrollRef }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const studio = useRef<Studio>(undefined)
  const isUnderWay = useSyncExternalStore(moving.watch, moving.isUnderWay)

  const draw = useRef<() => void>(undefined)
  useLayoutEffect(() => {
    draw.current = () => {
      const [board, scroll, frame] = [canvas.current, scrollRef.current, canvas.current?.parentElement]
      const moved = moving.now()
      if (!board || !scroll || !frame || !moved) return
      const isFirst = studio.current === undefined
      const { pen, looks, ground, patterns } = (studio.current ??= openStudio(board, frame)) ?? {}
      if (!pen || !looks || ground === undefined || !patterns) return
      const { axisPx } = moved.picture.metrics
      const heightPx = axisPx + scroll.clientHeight
      const density = fit(board, scroll.clientWidth, heightPx)
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pen.globalAlpha = 1
      pen.fillStyle = ground
      pen.fillRect(0, 0, board.width, board.height)
      const panPx = Math.round(moved.panPx)
      const sight = { headPx, widthPx, heightPx: scroll.clientHeight, scrolledPx: scroll.scrollTop }
      // The mark that a key would act on has a ring only where it is seen to have the focus.
      const focus = document.activeElement?.matches('.mark:focus-visible, .finding:focus-visible')
        ? standing.focus
        : undefined
      const picture = MovingPicture({
        picture: moved.picture,
        panPx,
        standing: { ...standing, focus },
        measured,
        measure,
        ...sight,
      })
      if (isFirst) rehearse(picture, looks)
      paint({ pen, set: { ...UNSET }, density, patterns }, picture, looks, { x: 0, y: 0, scale: 1, alpha: 1 })
    }
    if (moving.isUnderWay()) draw.current()
  }, [moving, standing, measured, measure, headPx, widthPx, scrollRef])

  useEffect(() => {
    let due: number | undefined
    const stop = moving.watch(() => {
      due ??= requestAnimationFrame(() => {
        due = undefined
        draw.current?.()
      })
    })
    return () => {
      stop()
      if (due !== undefined) cancelAnimationFrame(due)
    }
  }, [moving])

  useLayoutEffect(() => {
    const frame = canvas.current?.parentElement
    const scroll = scrollRef.current
    if (!isUnderWay || !frame || !scroll) return undefined
    const again = () => draw.current?.()
    // What is pressed is what is drawn at rest.
    frame.addEventListener('pointerdown', moving.rest, { capture: true })
    scroll.addEventListener('scroll', again, { passive: true })
    return () => {
      frame.removeEventListener('pointerdown', moving.rest, { capture: true })
      scroll.removeEventListener('scroll', again)
      studio.current?.close()
      studio.current = undefined
    }
  }, [isUnderWay, moving, scrollRef])

  return <canvas ref={canvas} className="moving" hidden={!isUnderWay} aria-hidden="true" />
}
