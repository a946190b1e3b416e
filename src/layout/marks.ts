import { bisectLeft, bisector } from 'd3-array'
import type { Attendance } from '#analysis/meetings.ts'
import type { CaseEvent } from '#model/case.ts'
import { instant, type Instant, overlaps, type Span } from '#model/time.ts'
import type { EventType, Role } from '#model/vocabulary.ts'
import { type DateForm, type IndexedMark, type LaneIndex, mostWithin, type TrayMark } from './lane-index.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import { widestWords } from './labels.ts'
import { stackRows } from './rows.ts'
import { type Scale, toInstant, toPx } from './scale.ts'

/** A mark before its lane has a place: everything but y. */
export interface SizedMark {
  readonly event: CaseEvent
  readonly agencyId: string
  readonly type: EventType
  readonly role: Role
  /** Filled when exact, hollow when not. */
  readonly exact: boolean
  readonly form: DateForm
  /** The centre of the symbol. */
  readonly x: number
  /** The stretch of the date itself; equal to `x` for a point. */
  readonly barX0: number
  readonly barX1: number
  readonly row: number
  /** Set when the mark is a node on a meeting's spine. */
  readonly attendance: Attendance | undefined
}

export interface PlacedMark extends SizedMark {
  readonly y: number
}

/** Events that would stand on one another, drawn as their number beside one of them. */
export interface SizedCrowd {
  /** The first of the stretch they lie in, and just after the last. */
  readonly start: Instant
  readonly end: Instant
  readonly x: number
  readonly row: number
  /** How many have no mark of their own. */
  readonly hidden: number
  /** How many lie in the stretch, those with marks of their own included. */
  readonly count: number
}

export interface LaneMarks {
  /** In chronological order. */
  readonly marks: readonly SizedMark[]
  readonly tray: readonly TrayMark[]
  /** What stands on one another in the last row, beyond the one mark that shows there. */
  readonly crowds: readonly SizedCrowd[]
  readonly rowCount: number
  /** From one row to the next. */
  readonly rowPx: number
  /** Each mark has room for words at its right. */
  readonly isSpread: boolean
}

export const NO_MARKS: LaneMarks = { marks: [], tray: [], crowds: [], rowCount: 1, rowPx: 0, isSpread: false }

/** Two symbols closer than this need rows of their own. */
function symbolPx(metrics: Metrics): number {
  return metrics.glyphPx + 2
}

function sizeMark(mark: IndexedMark, agencyId: string, row: number, scale: Scale): SizedMark {
  const x = toPx(scale, mark.anchor)
  const isPoint = mark.form === 'point'
  return {
    event: mark.event,
    agencyId,
    type: mark.event.type,
    role: mark.role,
    exact: mark.exact,
    form: mark.form,
    x,
    barX0: isPoint ? x : toPx(scale, mark.start),
    barX1: isPoint ? x : toPx(scale, mark.end),
    row,
    attendance: mark.attendance,
  }
}

/**
 * The marks whose symbols lie within a stretch, widened at both ends to the nearest place where no two symbols touch:
 * rows found for such a run are those found for the whole lane, so that they do not jump while panning.
 */
function runWithin({ marks, anchors }: LaneIndex, within: Span, gapMs: number): readonly IndexedMark[] {
  let first = bisectLeft(anchors, within.start)
  let last = bisectLeft(anchors, within.end)
  while (first > 0 && (anchors[first] ?? 0) - (anchors[first - 1] ?? 0) < gapMs) first -= 1
  while (last > 0 && last < anchors.length && (anchors[last] ?? 0) - (anchors[last - 1] ?? 0) < gapMs) last += 1
  return marks.slice(first, last)
}

/** By anchor; of marks that begin together a meeting's node comes first. */
function inRowOrder(marks: readonly IndexedMark[]): readonly IndexedMark[] {
  return marks.toSorted(
    (a, b) => a.anchor - b.anchor || Number(b.attendance !== undefined) - Number(a.attendance !== undefined),
  )
}

export interface MarksInput {
  readonly agencyId: string
  readonly index: LaneIndex
  readonly scale: Scale
  readonly metrics: Metrics
  readonly mostRows: number
  /** The stretch to lay out. */
  readonly within: Span
  /** Set where marks that would stand on one another become a crowd: the events that keep a mark all the same. */
  readonly keptOfCrowds?: ReadonlySet<string> | undefined
}

/** Fewer marks than this on one another can still be told apart. */
const LEAST_CROWD = 6
/** Beside the mark that shows, in label sizes: what would be under the number belongs to the crowd too. */
const NUMBER_ROOM = 2.8

/** How far a number may stand from what it counts, in rooms of its own; further off it would count something else. */
const MOST_ROOMS_OFF = 2

/** Beside which mark a number has room, from a place on: past those it would lie on, unless they go on too long. */
function pastMarks(from: number, marks: readonly number[], roomPx: number): number {
  const place = marks.toSorted((a, b) => a - b).reduce((at, x) => (x > at && x - at < roomPx ? x : at), from)
  return place - from > roomPx * MOST_ROOMS_OFF ? from : place
}

/**
 * Takes marks that stand on one another out of the last row, as crowds. One of each stays, so that a symbol stands
 * where something happened; what is kept stays too.
 */
function gather(
  sized: readonly SizedMark[],
  index: LaneIndex,
  scale: Scale,
  { glyphPx, labelPx }: Metrics,
  lastRow: number,
  kept: ReadonlySet<string>,
): { readonly marks: SizedMark[]; readonly crowds: readonly SizedCrowd[] } {
  const heaps: SizedMark[][] = []
  for (const mark of sized) {
    // A meeting without one of its nodes would be drawn as if that lane had no part in it.
    if (mark.row !== lastRow || mark.attendance) continue
    const heap = heaps.at(-1)
    const reachPx = heap && heap.length >= LEAST_CROWD ? glyphPx * 1.1 + labelPx * NUMBER_ROOM : glyphPx / 2
    if (heap?.[0] && mark.x - heap[0].x < reachPx) heap.push(mark)
    else heaps.push([mark])
  }
  const full = heaps.flatMap((heap) => {
    if (heap.length < LEAST_CROWD) return []
    const stays = heap.some(({ event }) => kept.has(event.id)) ? kept : new Set([heap[0]?.event.id])
    return [{ heap, hidden: heap.filter(({ event }) => !stays.has(event.id)) }]
  })
  const gone = new Set(full.flatMap(({ hidden }) => hidden))
  const marks = sized.filter((mark) => !gone.has(mark))
  const others = marks.filter(({ row }) => row === lastRow).map(({ x }) => x)
  const roomPx = glyphPx * 1.1 + labelPx * NUMBER_ROOM
  const crowds = full.map(({ heap, hidden }): SizedCrowd => {
    const anchors = heap.map(({ x }) => toInstant(scale, x))
    const first = bisectLeft(index.anchors, Math.min(...anchors) - 1)
    const last = bisectLeft(index.anchors, Math.max(...anchors) + 1)
    const start = instant(index.anchors[first] ?? 0)
    const end = instant((index.anchors[last - 1] ?? 0) + 1)
    const x = pastMarks(heap[0]?.x ?? 0, others, roomPx)
    return { start, end, x, row: lastRow, hidden: hidden.length, count: last - first }
  })
  return { marks, crowds }
}

/**
 * The marks of a lane with their rows, as many rows as the greatest overlap in the whole lane at this scale asks for, up
 * to `mostRows`; beyond those, marks share the last row. Only symbols compete for rows: bars are drawn behind them, or a
 * month would push a week of days down. Of marks that begin together a meeting's node comes first.
 */
export function sizeMarks({ agencyId, index, scale, metrics, mostRows, within, keptOfCrowds }: MarksInput): LaneMarks {
  const gapMs = symbolPx(metrics) / scale.pxPerMs
  const rowCount = Math.max(1, Math.min(mostRows, mostWithin(index.anchors, gapMs, mostRows)))
  const run = inRowOrder(runWithin(index, within, gapMs))
  const half = symbolPx(metrics) / 2
  const extents = run.map(({ anchor }) => {
    const x = toPx(scale, anchor)
    return { x0: x - half, x1: x + half }
  })
  const { rows } = stackRows(extents, rowCount)
  const sized = run.map((mark, place) => sizeMark(mark, agencyId, rows[place] ?? 0, scale))
  const { marks, crowds } = keptOfCrowds
    ? gather(sized, index, scale, metrics, rowCount - 1, keptOfCrowds)
    : { marks: sized, crowds: [] }
  const inRun = new Set(run)
  // Bars that reach into the stretch from a symbol outside it.
  for (const bar of index.bars)
    if (!inRun.has(bar) && overlaps({ start: bar.start, end: bar.end }, within))
      marks.push(sizeMark(bar, agencyId, 0, scale))
  return {
    marks: marks.toSorted((a, b) => a.event.order - b.event.order),
    tray: index.tray,
    crowds,
    rowCount,
    rowPx: metrics.rowPx,
    isSpread: false,
  }
}

const byAnchor = bisector(({ anchor }: IndexedMark) => anchor)

const between = (marks: readonly IndexedMark[], { start, end }: Span) =>
  marks.slice(byAnchor.left(marks, start), byAnchor.left(marks, end))

/** Only the marks that stay in sight whatever the level of detail, all in one row: those asked for, and meetings with somebody missing. */
export function sizeKeptMarks(
  { agencyId, index, scale, metrics, within }: MarksInput,
  kept: ReadonlySet<string>,
): LaneMarks {
  const empty = between(index.emptyChairs, within)
  const always = new Set(empty)
  const marks =
    kept.size === 0 ? empty : between(index.marks, within).filter((mark) => always.has(mark) || kept.has(mark.event.id))
  return {
    ...NO_MARKS,
    marks: marks.map((mark) => sizeMark(mark, agencyId, 0, scale)),
    tray: index.tray,
    rowPx: metrics.rowPx,
  }
}

/** A row of marks with words beside them, in label sizes: words above and below one another must not touch. */
const WORDED_ROW = 1.16

/**
 * The marks of a whole lane in as many rows as it takes for each to have a share of its words at its right; undefined
 * when that is more than `mostRows`. Where another lane speaks for the event, the symbol alone needs room.
 */
export function spreadMarks(input: MarksInput, share: number, measure: MeasureText): LaneMarks | undefined {
  const { agencyId, index, scale, metrics, mostRows } = input
  const half = symbolPx(metrics) / 2
  const run = inRowOrder(index.marks)
  const extents = run.map(({ anchor, event, role, attendance }) => {
    const x = toPx(scale, anchor)
    const speaks = role === 'lead' || role === 'sender' || event.agencies.length === 1
    const wordsPx = speaks ? widestWords(event.title, share, attendance !== undefined, metrics.labelPx, measure) : 0
    return { x0: x - half, x1: x + half + wordsPx }
  })
  const { rows, count, shared } = stackRows(extents, mostRows)
  if (shared > 0) return undefined
  const marks = run.map((mark, place) => sizeMark(mark, agencyId, rows[place] ?? 0, scale))
  return {
    marks: marks.toSorted((a, b) => a.event.order - b.event.order),
    tray: index.tray,
    crowds: [],
    rowCount: Math.max(1, count),
    rowPx: Math.max(metrics.rowPx, metrics.labelPx * WORDED_ROW),
    isSpread: true,
  }
}
