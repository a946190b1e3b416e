import { useMemo } from 'react'
import { Minimap } from '#chart/Minimap.tsx'
import { placeMinimap, placeMinimapWindow } from '#layout/minimap.ts'
import { formatDay } from '#model/words.ts'
import { EDGE_KEYS } from '#views/keys.ts'
import type { Timeline } from './useTimeline.ts'
import type { WindowMoves } from './useWindow.ts'

const MINIMAP_PX = 46

interface Props {
  readonly timeline: Timeline
  readonly moves: WindowMoves
  readonly eventCount: number
  readonly widthPx: number
}

/** The whole case under the chart, with the window on it. */
export function Overview({ timeline, moves, eventCount, widthPx }: Props) {
  const { indexes, axis, lanes, outlines, view, window } = timeline
  const picture = useMemo(
    () => placeMinimap(indexes, axis, lanes, eventCount, view.events, widthPx, MINIMAP_PX, outlines),
    [indexes, axis, lanes, outlines, eventCount, view, widthPx],
  )
  return (
    <Minimap
      picture={picture}
      window={placeMinimapWindow(axis, window, widthPx)}
      widthPx={widthPx}
      heightPx={MINIMAP_PX}
      onCentre={(px) => moves.centreOn(px / widthPx)}
      onMoveEdge={(edge, px) => moves.moveEdge(edge, px / widthPx)}
      edgeKeys={EDGE_KEYS}
      edgeNames={{ start: formatDay(window.start, 'long'), end: formatDay(window.end, 'long') }}
    />
  )
}
