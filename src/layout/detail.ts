import { type LaneIndexes, mostWithin } from './lane-index.ts'

/** Fewer pixels a mark than this, in the fullest window of a lane, and the lane is drawn as a ribbon. */
const LEAST_PX_A_MARK = 6
/** With more marks than this in one window, lanes give way to ribbons sooner: the picture stays light and can be read. */
const MOST_MARKS = 500
const LEAST_PX_A_MARK_WHEN_MANY = 24

/**
 * Which lanes are drawn as density ribbons at a scale, by agency id. It depends on the whole lane and the scale, never on
 * the window, so that no lane changes while panning.
 */
export function findRibbonLanes(
  indexes: LaneIndexes,
  laneIds: readonly string[],
  pxPerMs: number,
  plotPx: number,
): ReadonlySet<string> {
  const windowMs = plotPx / pxPerMs
  // Beyond this many in one lane there are many altogether, and too many for the lane.
  const enough = Math.max(MOST_MARKS, plotPx / LEAST_PX_A_MARK) + 1
  const counts = laneIds.map((id) => {
    const anchors = indexes.get(id)?.anchors
    return { id, most: anchors ? mostWithin(anchors, windowMs, enough) : 0 }
  })
  const isMany = counts.reduce((sum, { most }) => sum + most, 0) > MOST_MARKS
  const leastPx = isMany ? LEAST_PX_A_MARK_WHEN_MANY : LEAST_PX_A_MARK
  return new Set(counts.flatMap(({ id, most }) => (most > 1 && plotPx / most < leastPx ? [id] : [])))
}
