import type { PlacedLane } from './lanes.ts'
import type { Metrics } from './metrics.ts'

type Tray = Pick<PlacedLane, 'y' | 'heightPx' | 'lineY' | 'tray'>

/** Chips side by side before the lane's height is used, and the room they have, in symbols. */
const IN_A_ROW = 3
const STEP = 1.1
const ROOM = STEP * (IN_A_ROW - 1)
const ROW = 1.15

/** As many rows as the lane is high for; where even those are not enough, chips stand closer. */
function shapeOf({ tray, heightPx }: Tray, { glyphPx, lanePadPx }: Metrics) {
  const most = Math.max(1, Math.floor((heightPx - 2 * lanePadPx) / (glyphPx * ROW)))
  const rows = Math.min(most, Math.ceil(tray.length / IN_A_ROW))
  const columns = Math.ceil(tray.length / Math.max(1, rows))
  return { rows, columns, stepPx: glyphPx * (columns > 1 ? Math.min(STEP, ROOM / (columns - 1)) : 0) }
}

/** Width of a lane's tray of undated events; 0 for none. */
export function trayWidthPx(lane: Tray, metrics: Metrics): number {
  const { columns, stepPx } = shapeOf(lane, metrics)
  return lane.tray.length === 0 ? 0 : metrics.glyphPx * 1.5 + stepPx * (columns - 1)
}

/** Where the chips of a lane's undated events stand, in order, in pixels from the chart's left edge and its top. */
export function placeTray(
  lane: Tray,
  metrics: Metrics,
  headPx: number,
): readonly { readonly x: number; readonly y: number }[] {
  const { rows, columns, stepPx } = shapeOf(lane, metrics)
  const rowPx = metrics.glyphPx * ROW
  const top = rows === 1 ? lane.lineY : lane.y + lane.heightPx / 2 - ((rows - 1) * rowPx) / 2
  return lane.tray.map((_, place) => {
    const row = Math.floor(place / columns)
    const inRow = Math.min(columns, lane.tray.length - row * columns)
    return {
      x: headPx - metrics.glyphPx * 0.9 - (inRow - 1 - (place % columns)) * stepPx,
      y: top + row * rowPx,
    }
  })
}
