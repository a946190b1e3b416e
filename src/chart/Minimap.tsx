import { memo, type PointerEvent, useRef } from 'react'
import type { Minimap as MinimapPicture } from '#layout/minimap.ts'

interface Props {
  readonly picture: MinimapPicture
  readonly window: { readonly x0: number; readonly x1: number }
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

const Dots = memo(function Dots({ lanes }: Pick<MinimapPicture, 'lanes'>) {
  return lanes.map(({ agencyId, family, passing, others }) => (
    <g key={agencyId} className={`family-${family}`}>
      {others && <path className="dot dim" d={others} />}
      {passing && <path className="dot" d={passing} />}
    </g>
  ))
})

/** The whole case in a strip with the window on it. Its edges are sliders; a press elsewhere centres the window there. */
export function Minimap({ picture, window, widthPx, heightPx, onCentre, onMoveEdge, edgeNames, edgeKeys }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const held = useRef<'window' | 'start' | 'end'>(undefined)
  const { x0: windowX0, x1: windowX1 } = window
  const { ticks } = picture
  const at = (event: PointerEvent) => event.clientX - (svg.current?.getBoundingClientRect().left ?? 0)
  const apply = (px: number) => {
    if (held.current === 'window') onCentre(px)
    else if (held.current) onMoveEdge(held.current, px)
  }
  const hold = (what: 'window' | 'start' | 'end') => (event: PointerEvent) => {
    event.stopPropagation()
    held.current = what
    svg.current?.setPointerCapture(event.pointerId)
    if (what === 'window') apply(at(event))
  }
  const edge = (which: 'start' | 'end', x: number) => (
    <g
      role="slider"
      tabIndex={0}
      aria-label={which === 'start' ? 'Start of the window' : 'End of the window'}
      aria-valuenow={Math.round((x / Math.max(1, widthPx)) * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={edgeNames[which]}
      className="edge"
      onPointerDown={hold(which)}
      onKeyDown={(event) => {
        const by = edgeKeys[event.key]
        if (by === undefined) return
        event.preventDefault()
        onMoveEdge(which, x + by * EDGE_STEP_PX)
      }}
    >
      <rect className="hit" x={x - 12} y={0} width={24} height={heightPx} />
      <path d={`M${x} 0V${heightPx}`} />
      <rect className="grip" x={x - 2.5} y={heightPx / 2 - 9} width={5} height={18} rx={2.5} />
    </g>
  )
  return (
    <svg
      ref={svg}
      className="minimap"
      width={widthPx}
      height={heightPx + 18}
      role="group"
      aria-label="Overview of the whole case"
      onPointerDown={hold('window')}
      onPointerMove={(event) => held.current && apply(at(event))}
      onPointerUp={() => (held.current = undefined)}
      onPointerCancel={() => (held.current = undefined)}
    >
      <rect className="minimap-paper" width={widthPx} height={heightPx} />
      {ticks.map((tick) => (
        <g key={tick.at} className="tick" aria-hidden="true">
          <path d={`M${tick.x} 0V${heightPx + 4}`} />
          <text x={tick.x + 3} y={heightPx + 14}>
            {tick.text}
          </text>
        </g>
      ))}
      <g aria-hidden="true">
        <Dots lanes={picture.lanes} />
      </g>
      <rect
        className="minimap-window"
        x={windowX0}
        y={0.5}
        width={Math.max(2, windowX1 - windowX0)}
        height={heightPx - 1}
        aria-hidden="true"
      />
      {edge('start', windowX0)}
      {edge('end', windowX1)}
    </svg>
  )
}
