import { useMemo } from 'react'
import { Minimap } from '#chart/Minimap.tsx'
import { placeMinimap, placeMinimapWindow } from '#layout/minimap.ts'
import { formatDay } from '#model/words.ts'
import { EDGE_KEYS } from '#views/keys.ts'
import type { Motion } from './motion.ts'
import type { Timeline } from './useTimeline.ts'
import type { WindowMoves } from './useWindow.ts'

const MINIMAP_PX = 46

interface Props {
  readonly timeline: Timeline
  readonly motion: Motion
  readonly moves: WindowMoves
  readonly eventCount: number
  readonly widthPx: number
}

/** The whole case under the chart, with the window on it. */
export function Overview({ timeline, motion, moves, eventCount, widthPx }: Props) {
  const { indexes, axis, lanes, outlines, view, window } = timeline
  const picture = useMemo(
    () => placeMinimap(indexes, axis, lanes, eventCount, view.events, widthPx, MINIMAP_PX, outlines),
    [indexes, axis, lanes, outlines, eventCount, view, widthPx],
  )
  const passing = useMemo(
    () => ({
      watch: motion.watch,
      now: () => {
        const at = motion.now()
        return at && placeMinimapWindow(axis, at, widthPx)
      },
    }),
    [motion, axis, widthPx],
  )
  return (
    <Minimap
      picture={picture}
      passing={passing}
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
