import type { Agency, Case } from '#model/case.ts'
import { FAMILIES } from '#model/vocabulary.ts'
import type { LaneMarks, PlacedMark, TrayMark } from './marks.ts'
import type { Metrics } from './metrics.ts'
import type { StripRows } from './strips.ts'

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
  readonly marks: readonly PlacedMark[]
  readonly tray: readonly TrayMark[]
  /** The first lane of a family, where the family's name may stand. */
  readonly isFamilyHead: boolean
}

/** Agencies in lane order: by family, child and family first, then as the case lists them. */
export function orderAgencies(of: Case): readonly Agency[] {
  return FAMILIES.flatMap((family) => of.agencies.filter((agency) => agency.family === family))
}

/** Room above the first row: ticks of good practice and the child's periods stand there. */
function headroom(metrics: Metrics): number {
  return metrics.lanePadPx + metrics.glyphPx * 0.75
}

function naturalHeight(marks: LaneMarks, strips: number, metrics: Metrics): number {
  const rows = headroom(metrics) + marks.rowCount * metrics.rowPx
  const under = strips * (metrics.stripPx + metrics.stripGapPx)
  return Math.max(metrics.leastLanePx, rows + under + metrics.lanePadPx)
}

/**
 * Lanes one under another in the order given. Each takes the height its rows and strips need; what is left of
 * `availablePx` is shared out evenly up to the most a lane may have. The result may be taller than available: it scrolls.
 */
export function placeLanes(
  agencies: readonly Agency[],
  marksOf: ReadonlyMap<string, LaneMarks>,
  stripsOf: ReadonlyMap<string, StripRows>,
  availablePx: number,
  metrics: Metrics,
): readonly PlacedLane[] {
  const empty: LaneMarks = { marks: [], tray: [], rowCount: 1, crowded: 0 }
  const needs = agencies.map((agency) => {
    const marks = marksOf.get(agency.id) ?? empty
    const strips = stripsOf.get(agency.id)?.count ?? 0
    return { agency, marks, strips, heightPx: naturalHeight(marks, strips, metrics) }
  })
  const used = needs.reduce((sum, { heightPx }) => sum + heightPx, 0)
  const spare = agencies.length === 0 ? 0 : Math.max(0, availablePx - used) / agencies.length
  let y = 0
  return needs.map(({ agency, marks, strips, heightPx: natural }, index): PlacedLane => {
    const heightPx = Math.round(Math.min(natural + spare, Math.max(natural, metrics.mostLanePx)))
    const lineY = y + headroom(metrics) + metrics.rowPx / 2
    const lane: PlacedLane = {
      agency,
      index,
      y,
      heightPx,
      lineY,
      stripY: y + heightPx - metrics.lanePadPx / 2 - strips * (metrics.stripPx + metrics.stripGapPx),
      marks: marks.marks.map((mark) => ({ ...mark, y: lineY + mark.row * metrics.rowPx })),
      tray: marks.tray,
      isFamilyHead: agencies[index - 1]?.family !== agency.family,
    }
    y += heightPx
    return lane
  })
}
