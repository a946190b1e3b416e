import type { Agency } from '#model/case.ts'
import type { Span } from '#model/time.ts'
import type { LaneIndexes } from './lane-index.ts'
import { type LaneNeed, needPx, type PlacedLane, placeLanes } from './lanes.ts'
import { type LaneMarks, type MarksInput, NO_MARKS, sizeKeptMarks, sizeMarks, spreadMarks } from './marks.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import type { Scale } from './scale.ts'
import type { StripRows } from './strips.ts'

export interface Setting {
  readonly scale: Scale
  /** The stretch to lay out. */
  readonly within: Span
  readonly indexes: LaneIndexes
  readonly ribbonLanes: ReadonlySet<string>
  /** Events that keep their mark at every level of detail. */
  readonly kept: ReadonlySet<string>
  /** Those that do so in a crowd; undefined where nothing is drawn as a crowd. */
  readonly keptOfCrowds: ReadonlySet<string> | undefined
}

interface StackInput extends Setting {
  readonly agencies: readonly Agency[]
  readonly strips: ReadonlyMap<string, StripRows>
  /** Lanes with a sign above their marks. */
  readonly signed: ReadonlySet<string>
  readonly childRows: number
  readonly availablePx: number
  readonly hasWordsRow: boolean
  /** Whether height to spare goes to rows in which every mark has its words beside it. */
  readonly spreadsWords: boolean
  readonly metrics: Metrics
  readonly measure: MeasureText
}

/** Most rows of marks in a lane, from roomy to tight. */
const ROWS = [4, 2, 1]
const ROWS_WHEN_SCROLLING = 2
/** How much of their full width words are given, from short to whole. */
const WORD_SHARES = [0.45, 0.66, 1]
const MOST_WORDED_ROWS = 9
/** Rows a lane may take for its words whether or not the lanes are then all in one sight. */
const WORDED_ROWS_WHEN_READING = 4

export function heightOf(lanes: readonly PlacedLane[]): number {
  return lanes.reduce((sum, { heightPx }) => sum + heightPx, 0)
}

function marksInput(agencyId: string, mostRows: number, input: StackInput): MarksInput | undefined {
  const index = input.indexes.get(agencyId)
  const { scale, metrics, within } = input
  return index && { agencyId, index, scale, metrics, mostRows, within, keptOfCrowds: input.keptOfCrowds }
}

function needOf(agency: Agency, mostRows: number, input: StackInput): LaneNeed {
  const index = input.indexes.get(agency.id)
  const marks = marksInput(agency.id, mostRows, input)
  const isRibbon = input.ribbonLanes.has(agency.id)
  return {
    agency,
    marks: !marks ? NO_MARKS : isRibbon ? sizeKeptMarks(marks, input.kept) : sizeMarks(marks),
    stripRows: input.strips.get(agency.id)?.count ?? 0,
    periodRows: agency.family === 'child-and-family' ? input.childRows : 0,
    stops: index?.stops ?? [],
    hasSigns: input.signed.has(agency.id),
    hasWords: input.hasWordsRow && (index?.marks.length ?? 0) > 0,
  }
}

/** A lane's marks spread over rows in which each has room for its words; undefined where that takes too many. */
function spread(need: LaneNeed, share: number, input: StackInput): LaneNeed | undefined {
  const { agency } = need
  const marks = input.ribbonLanes.has(agency.id) ? undefined : marksInput(agency.id, MOST_WORDED_ROWS, input)
  const worded: LaneMarks | undefined = marks && spreadMarks(marks, share, input.measure)
  return worded && { ...need, marks: worded, hasWords: false }
}

/**
 * Gives height that is to spare to the lanes where it buys words soonest: first a few words for every mark of a lane,
 * the cheapest lanes first, then more of them.
 */
function spreadWords(plain: readonly LaneNeed[], availablePx: number, input: StackInput): readonly LaneNeed[] {
  const needs = [...plain]
  const px = (need: LaneNeed) => needPx(need, input.metrics)
  let sparePx = availablePx - needs.reduce((sum, need) => sum + px(need), 0)
  for (const share of WORD_SHARES) {
    const offers = needs.flatMap((need, place) => {
      const worded = need.marks.marks.length > 0 ? spread(need, share, input) : undefined
      return worded ? [{ worded, place, costPx: px(worded) - px(need) }] : []
    })
    for (const { worded, place, costPx } of offers.toSorted((a, b) => a.costPx - b.costPx)) {
      const isFree = input.hasWordsRow && worded.marks.rowCount <= WORDED_ROWS_WHEN_READING
      if (costPx > Math.max(0, sparePx) && !isFree) continue
      needs[place] = worded
      sparePx -= costPx
    }
  }
  return needs
}

/** The lanes with their marks, in the roomiest stacking in which all of them are in one sight. */
export function stackLanes(input: StackInput): readonly PlacedLane[] {
  const { agencies, availablePx, metrics } = input
  const stack = (mostRows: number) => agencies.map((agency) => needOf(agency, mostRows, input))
  const fits = (needs: readonly LaneNeed[]) =>
    needs.reduce((sum, need) => sum + needPx(need, metrics), 0) <= availablePx
  const rows = ROWS.map(stack).find(fits)
  // Not even single rows fit: it scrolls, and then rows may as well be kept apart.
  const needs = rows ?? stack(ROWS_WHEN_SCROLLING)
  return placeLanes(input.spreadsWords ? spreadWords(needs, availablePx, input) : needs, availablePx, metrics)
}
