import type { Instant } from '#model/time.ts'
import type { Agency, Case } from '#model/case.ts'
import { FAMILIES } from '#model/vocabulary.ts'
import type { Stop, TrayMark } from './lane-index.ts'
import type { LaneMarks, PlacedMark } from './marks.ts'
import type { Metrics } from './metrics.ts'

/** A stretch of a lane whose events are drawn as one: it has a name and opens to a list. */
export interface RibbonCell {
  readonly start: Instant
  readonly end: Instant
  readonly x0: number
  readonly x1: number
  readonly count: number
}

export interface PlacedCrowd extends RibbonCell {
  readonly y: number
  /** What stands for them beside the mark that shows: "+66". */
  readonly text: string
}

export interface PlacedLane {
  readonly agency: Agency
  /** 0-based, from the top. */
  readonly index: number
  readonly y: number
  readonly heightPx: number
  /** The lane's rule, through its first row of marks. */
  readonly lineY: number
  /** Top of the first strip. */
  readonly stripY: number
  /** Top of the first of the child's periods. */
  readonly periodY: number
  readonly marks: readonly PlacedMark[]
  readonly tray: readonly TrayMark[]
  /** Events that have no mark of their own here because they would stand on one another. */
  readonly crowds: readonly PlacedCrowd[]
  /** Every event of the lane, whether laid out or not, in chronological order. */
  readonly stops: readonly Stop[]
  /** The first lane of a family, where the family's name may stand. */
  readonly isFamilyHead: boolean
  /** Its marks stand in rows in which each has room for words. */
  readonly isSpread: boolean
}

/** Agencies in lane order: by family, child and family first, then as the case lists them. */
export function orderAgencies(of: Case): readonly Agency[] {
  return FAMILIES.flatMap((family) => of.agencies.filter((agency) => agency.family === family))
}

/** What a lane has to hold, before it has a place. */
export interface LaneNeed {
  readonly agency: Agency
  readonly marks: LaneMarks
  readonly stops: readonly Stop[]
  /** Rows of strips under the marks. */
  readonly stripRows: number
  /** Rows of periods under those, on the child's own line. */
  readonly periodRows: number
  /** Signs stand above the first row. */
  readonly hasSigns: boolean
  /** Room under the marks for a line of words. */
  readonly hasWords: boolean
}

/** Signs stand at a mark's upper right, so they need only part of their height above it. */
const SIGN_ROOM = 0.3
/** Height of a line of words, in label sizes. */
const WORDS_ROOM = 1.15

/** Width of a number beside a mark that stands for more. A figure takes about half the label size. */
export function crowdPx(hidden: number, { labelPx }: Metrics): number {
  return labelPx * (0.62 * String(hidden).length + 0.9)
}

/** Height of everything under the marks. */
function underHeight({ stripRows, periodRows }: LaneNeed, metrics: Metrics): number {
  return stripRows * (metrics.stripPx + metrics.stripGapPx) + periodRows * (metrics.periodPx + metrics.stripGapPx)
}

function placeLane(
  need: LaneNeed,
  index: number,
  y: number,
  heightPx: number,
  isFamilyHead: boolean,
  metrics: Metrics,
): PlacedLane {
  const { agency, marks } = need
  const signsPx = need.hasSigns ? metrics.glyphPx * SIGN_ROOM : 0
  const freePx = heightPx - signsPx - marks.rowCount * marks.rowPx - underHeight(need, metrics) - 2 * metrics.lanePadPx
  // What is to spare goes below the marks, where their words stand, but a lane with nothing else is centred.
  const isBare = underHeight(need, metrics) === 0 && !need.hasSigns && !need.hasWords && marks.rowCount === 1
  const abovePx = isBare ? freePx / 2 : need.hasWords ? 0 : freePx * 0.25
  const lineY = y + metrics.lanePadPx + signsPx + abovePx + marks.rowPx / 2
  return {
    agency,
    index,
    y,
    heightPx,
    lineY,
    stripY: y + heightPx - metrics.lanePadPx - underHeight(need, metrics),
    periodY: y + heightPx - metrics.lanePadPx - need.periodRows * (metrics.periodPx + metrics.stripGapPx),
    marks: marks.marks.map((mark) => ({ ...mark, y: lineY + mark.row * marks.rowPx })),
    tray: marks.tray,
    crowds: marks.crowds.map(({ start, end, x, row, hidden, count }) => ({
      start,
      end,
      count,
      x0: x + metrics.glyphPx * 0.6,
      x1: x + metrics.glyphPx * 0.6 + crowdPx(hidden, metrics),
      y: lineY + row * marks.rowPx,
      text: `+${hidden}`,
    })),
    stops: need.stops,
    isFamilyHead,
    isSpread: marks.isSpread,
  }
}

/** The least height of a lane: what its signs, rows, words and strips need. */
export function needPx(need: LaneNeed, metrics: Metrics): number {
  const { marks, hasSigns } = need
  const rowsPx = marks.rowCount * marks.rowPx + (hasSigns ? metrics.glyphPx * SIGN_ROOM : 0)
  const wordsPx = need.hasWords ? metrics.labelPx * WORDS_ROOM : 0
  return Math.max(metrics.leastLanePx, rowsPx + wordsPx + underHeight(need, metrics) + 2 * metrics.lanePadPx)
}

/**
 * Lanes one under another in the order given. Each takes the height its signs, rows and strips need; what is left of
 * `availablePx` is shared out evenly up to the most a lane may have. The result may be taller than available: it scrolls.
 */
export function placeLanes(needs: readonly LaneNeed[], availablePx: number, metrics: Metrics): readonly PlacedLane[] {
  const natural = needs.map((need) => needPx(need, metrics))
  const used = natural.reduce((sum, heightPx) => sum + heightPx, 0)
  const sparePx = needs.length === 0 ? 0 : Math.max(0, availablePx - used) / needs.length
  let y = 0
  return needs.map((need, index): PlacedLane => {
    const least = natural[index] ?? 0
    const heightPx = Math.floor(Math.min(least + sparePx, Math.max(least, metrics.mostLanePx)))
    const isFamilyHead = needs[index - 1]?.agency.family !== need.agency.family
    const lane = placeLane(need, index, y, heightPx, isFamilyHead, metrics)
    y += heightPx
    return lane
  })
}
