import type { PlacedLane } from '#layout/lanes.ts'
import type { LaneDrag } from './useLaneDrag.ts'

interface Props {
  readonly drag: LaneDrag
  readonly lanes: readonly PlacedLane[]
  readonly widthPx: number
  readonly heightPx: number
}

/** Where a lane on its way would be put down: a line between two lanes, and a tint on the lane itself. */
export function LaneDrop({ drag, lanes, widthPx, heightPx }: Props) {
  const lane = lanes.find(({ agency }) => agency.id === drag.agencyId)
  const y = lanes[drag.place]?.y ?? heightPx
  return (
    <svg aria-hidden="true" className="lane-drop" width={widthPx} height={heightPx}>
      {lane && <rect x={0} y={lane.y} width={widthPx} height={lane.heightPx} />}
      <path d={`M0 ${Math.min(Math.max(y, 1), heightPx - 1)}H${widthPx}`} />
    </svg>
  )
}
