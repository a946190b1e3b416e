import { memo, type PointerEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Minimap as MinimapPicture } from '#layout/minimap.ts'

/** Where the window lies on the strip, in pixels. */
interface Place {
  readonly x0: number
  readonly x1: number
}

interface Props {
  readonly picture: MinimapPicture
  readonly window: Place
  /** Where it lies while it is on its way; undefined at rest. */
  readonly passing: { readonly watch: (listener: () => void) => () => void; readonly now: () => Place | undefined }
  readonly widthPx: number
  readonly heightPx: number
  /** Centres the window on a place of the strip, in pixels. */
  readonly onCentre: (px: number) => void
  readonly onMoveEdge: (edge: 'start' | 'end', px: number) => void
  readonly edgeNames: { readonly start: string; readonly end: string }
  /** By how many steps each key moves an edge. */
  readonly edgeKeys: Readonly<Record<string, number>>
}

const EDGE_STEP_PX = 4

/** Everything but the window: drawn once for a case, a filter and a width. */
const Strip = memo(function Strip({
  picture,
  widthPx,
  heightPx,
}: {
  readonly picture: MinimapPicture
  readonly widthPx: number
  readonly heightPx: number
}) {
  return (
    <svg width={widthPx} height={heightPx + 18} aria-hidden="true">
      <rect className="minimap-paper" width={widthPx} height={heightPx} />
      {picture.ticks.map((tick) => (
        <g key={tick.at} className="tick">
          <path d={`M${tick.x} 0V${heightPx + 4}`} />
          <text x={tick.x + 3} y={heightPx + 14}>
            {tick.text}
          </text>
        </g>
      ))}
      {picture.lanes.map(({ agencyId, family, passing, others, outlines }) => (
        <g key={agencyId} className={`family-${family}`}>
          {outlines && <path className="dot ring" d={outlines} />}
          {others && <path className="dot dim" d={others} />}
          {passing && <path className="dot" d={passing} />}
        </g>
      ))}
    </svg>
  )
})

/** Moves the window and its edges by nothing but transforms, so that a frame of a zoom paints nothing here. */
function usePlace(frame: RefObject<HTMLElement | null>, window: Place, passing: Props['passing']): void {
  const place = useEffectEvent(() => {
    const { x0, x1 } = passing.now() ?? window
    for (const part of frame.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])
      part.style.transform =
        part.dataset['part'] === 'window'
          ? `translateX(${x0}px) scaleX(${Math.max(2, x1 - x0)})`
          : `translateX(${part.dataset['part'] === 'start' ? x0 : x1}px)`
  })
  useLayoutEffect(() => place())
  useEffect(() => passing.watch(() => place()), [passing])
}

/** The whole case in a strip with the window on it. Its edges are sliders; a press elsewhere centres the window there. */
export function Minimap({
  picture,
  window,
  passing,
  widthPx,
  heightPx,
  onCentre,
  onMoveEdge,
  edgeNames,
  edgeKeys,
}: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const held = useRef<'window' | 'start' | 'end'>(undefined)
  usePlace(frame, window, passing)
  const at = (event: PointerEvent) => event.clientX - (frame.current?.getBoundingClientRect().left ?? 0)
  const apply = (px: number) => {
    if (held.current === 'window') onCentre(px)
    else if (held.current) onMoveEdge(held.current, px)
  }
  const hold = (what: 'window' | 'start' | 'end') => (event: PointerEvent) => {
    event.stopPropagation()
    held.current = what
    frame.current?.setPointerCapture(event.pointerId)
    if (what === 'window') apply(at(event))
  }
  const edge = (which: 'start' | 'end', x: number) => (
    <div
      role="slider"
      tabIndex={0}
      aria-label={which === 'start' ? 'Start of the window' : 'End of the window'}
      aria-valuenow={Math.round((x / Math.max(1, widthPx)) * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={edgeNames[which]}
      className={`edge ${which}`}
      data-part={which}
      style={{ height: heightPx }}
      onPointerDown={hold(which)}
      onKeyDown={(event) => {
        const by = edgeKeys[event.key]
        if (by === undefined) return
        event.preventDefault()
        onMoveEdge(which, x + by * EDGE_STEP_PX)
      }}
    />
  )
  return (
    <div
      ref={frame}
      className="minimap"
      role="group"
      aria-label="Overview of the whole case"
      onPointerDown={hold('window')}
      onPointerMove={(event) => held.current && apply(at(event))}
      onPointerUp={() => (held.current = undefined)}
      onPointerCancel={() => (held.current = undefined)}
    >
      <Strip picture={picture} widthPx={widthPx} heightPx={heightPx} />
      <div className="minimap-window" data-part="window" style={{ height: heightPx }} aria-hidden="true" />
      {edge('start', window.x0)}
      {edge('end', window.x1)}
    </div>
  )
}
