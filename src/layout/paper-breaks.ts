import { bisectLeft } from 'd3-array'
import { utcDay, utcHour, utcMonth, utcYear, type TimeInterval } from 'd3-time'
import { DAY_MS, instant, type Instant, lengthMs, type Span, span } from '#model/time.ts'
import type { Axis } from './axis.ts'

/** Where one page ends and the next begins. */

/** What breaking needs to know of the pages. */
export interface BreakInput {
  readonly axis: Axis
  /** The stretch to print. */
  readonly over: Span
  /** For each lane, the moments of its marks in order. */
  readonly anchors: readonly Float64Array[]
  readonly plotPx: number
  /** Marks closer than this in one lane leave no room for words. */
  readonly roomPx: number
  /** Most marks a page should hold. */
  readonly mostMarks: number
}

const LEVELS: readonly (TimeInterval | null)[] = [
  utcYear,
  utcMonth.every(3),
  utcMonth,
  utcDay.filter((at) => [1, 8, 15, 22].includes(at.getUTCDate())),
  utcDay,
  utcHour.every(6),
  utcHour.every(2),
]

/** The moments at which a stretch may be broken, at one level of the calendar; on an axis of order between any two slots. */
function edgesAt(axis: Axis, level: number, over: Span): readonly Instant[] {
  if (axis.kind === 'order') {
    if (level > 0) return []
    const first = Math.ceil(over.start / DAY_MS)
    const count = Math.max(0, Math.ceil(over.end / DAY_MS) - first)
    return Array.from({ length: count }, (_, place) => instant((first + place) * DAY_MS)).filter(
      (at) => at > over.start && at < over.end,
    )
  }
  const interval = LEVELS[level]
  if (!interval) return []
  return interval
    .range(new Date(over.start), new Date(over.end))
    .map((at) => instant(at.getTime()))
    .filter((at) => at > over.start)
}

/** How full a stretch would be on a page of its own. */
interface Load {
  readonly marks: number
  /** How far short of room for words its marks are, in marks. */
  readonly crowding: number
}

function loadOf(input: BreakInput, page: Span): Load {
  const pxPerMs = input.plotPx / lengthMs(page)
  let marks = 0
  let crowding = 0
  for (const lane of input.anchors) {
    const first = bisectLeft(lane, page.start)
    const end = bisectLeft(lane, page.end, first)
    marks += end - first
    for (let at = first + 1; at < end; at += 1)
      crowding += Math.max(0, 1 - (((lane[at] ?? 0) - (lane[at - 1] ?? 0)) * pxPerMs) / input.roomPx)
  }
  return { marks, crowding }
}

/** A page more is worth about this many marks with room for their words. */
const PAGE_COST = 8
/** A mark beyond the most a page should hold costs this many. */
const OVERFULL_COST = 4

function costOf(input: BreakInput, page: Span): number {
  const { marks, crowding } = loadOf(input, page)
  return PAGE_COST + crowding + Math.max(0, marks - input.mostMarks) * OVERFULL_COST
}

/** A stretch in pieces so small that none of them is worth breaking again. */
function piecesOf(input: BreakInput, page: Span, level: number): readonly Span[] {
  if (level >= LEVELS.length || costOf(input, page) <= PAGE_COST + 1) return [page]
  const edges = [page.start, ...edgesAt(input.axis, level, page), page.end]
  return edges.slice(1).flatMap((end, place) => piecesOf(input, span(edges[place] ?? page.start, end), level + 1))
}

/**
 * The stretch of each page, in order: half-open, without gaps, together exactly the stretch to print. Breaks fall on
 * years, months, days or hours, wherever they leave most room for words with fewest pages, so a page may show four
 * years or six hours; its heading says which. Never empty.
 */
export function breakPages(input: BreakInput): readonly Span[] {
  const pieces = piecesOf(input, input.over, 0)
  const edges = [...pieces.map(({ start }) => start), input.over.end]
  // The cheapest way to reach each edge, and the edge it comes from.
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to < edges.length; to += 1) {
    let found = { cost: Infinity, from: to - 1 }
    for (let from = to - 1; from >= 0; from -= 1) {
      const page = span(edges[from] ?? input.over.start, edges[to] ?? input.over.end)
      const cost = costOf(input, page)
      // A longer page is never emptier, so no earlier start can be cheaper.
      if (cost >= found.cost) break
      const whole = cost + (best[from]?.cost ?? 0)
      if (whole < found.cost) found = { cost: whole, from }
    }
    best.push(found)
  }
  const pages: Span[] = []
  for (let to = edges.length - 1; to > 0;) {
    const from = best[to]?.from ?? 0
    pages.unshift(span(edges[from] ?? input.over.start, edges[to] ?? input.over.end))
    to = from
  }
  return pages
}

/** How ill a stretch fits one column: words without room, and more marks than its share. */
function columnCost(input: BreakInput, over: Span, plotPx: number, share: number): number {
  const { marks, crowding } = loadOf({ ...input, plotPx }, over)
  return crowding + (marks * marks) / Math.max(1, share)
}

/**
 * The stretch cut at the calendar into one part for each column of a wall, so that the columns are about equally full.
 * Undefined where the calendar has too few places to cut, or the axis is one of order, whose slots are all alike.
 */
export function breakColumns(input: BreakInput, widthsPx: readonly number[]): readonly Span[] | undefined {
  const count = widthsPx.length
  const pieces = piecesOf(input, input.over, 0)
  if (input.axis.kind === 'order' || count < 2 || pieces.length < count) return undefined
  const edges = [...pieces.map(({ start }) => start), input.over.end]
  const between = (from: number, to: number) => span(edges[from] ?? input.over.start, edges[to] ?? input.over.end)
  const share = loadOf(input, input.over).marks / count
  // For each column, the cheapest way to reach each edge by its end, and the edge it begins at.
  let best = edges.map((_, to): { readonly cost: number; readonly starts: readonly number[] } => ({
    cost: to === 0 ? 0 : Infinity,
    starts: [],
  }))
  for (const plotPx of widthsPx) {
    const before = best
    best = edges.map((_, to) => {
      let found: (typeof best)[number] = { cost: Infinity, starts: [] }
      for (let from = to - 1; from >= 0; from -= 1) {
        const known = before[from]
        if (!known || known.cost === Infinity) continue
        const cost = known.cost + columnCost(input, between(from, to), plotPx, share)
        if (cost < found.cost) found = { cost, starts: [...known.starts, from] }
      }
      return found
    })
  }
  const starts = best.at(-1)?.starts ?? []
  if (starts.length < count) return undefined
  return starts.map((from, column) => between(from, starts[column + 1] ?? edges.length - 1))
}
