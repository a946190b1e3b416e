import type { Case, Period } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'
import { DAY_MS, instant, type Instant } from '#model/time.ts'
import { CHILD_PERIODS } from '#model/vocabulary.ts'
import { formatDay } from '#model/words.ts'
import type { Axis } from './axis.ts'
import type { PlacedLane } from './lanes.ts'
import { cutToWidth } from './labels.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import { stackRows } from './rows.ts'
import { type Scale, toPx } from './scale.ts'

/** A period drawn as a bar: on the child's own line, or as a tint behind the lanes it names. */
export interface PeriodBar {
  readonly period: Period
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly heightPx: number
  readonly place: 'child' | 'lane' | 'background'
  /** Its ends are days; else they are drawn broken. */
  readonly exact: boolean
  /** Its name as far as it fits inside; empty when none of it does. */
  readonly text: string
  /** Where another bar in its row begins, over which its name must not run. */
  readonly clearX1: number
}

/** A vertical line with a word on top: birth, death, the review period’s ends, the day a case is stopped at, the event it is counted from. */
export interface Guide {
  readonly key: string
  readonly x: number
  /** How far to the right it may lie as well, where its date is not exact. */
  readonly toX?: number
  readonly text: string
  readonly kind: 'life' | 'review' | 'horizon' | 'anchor' | 'bend'
  /** Which side of the line its words stand. */
  readonly side: 'left' | 'right'
}

const MOST_CHILD_ROWS = 3
/** Birth and death are lines through the whole chart already. */
const isDrawnAsGuides = (period: Period, of: Case) =>
  period.kind === 'life' && of.personById.get(of.subject)?.born !== undefined

type PeriodBox = Pick<PeriodBar, 'period' | 'x0' | 'x1' | 'exact'>

const TEXT_INSET_PX = 5

function boxOf(period: Period, axis: Axis, scale: Scale): PeriodBox | undefined {
  const over = axis.spanOfPeriod(period)
  return (
    over && {
      period,
      x0: toPx(scale, over.start),
      x1: toPx(scale, over.end),
      exact: period.when !== undefined && isExact(period.when),
    }
  )
}

/** The child's periods with their rows, stacked so that none covers another. */
interface ChildRows {
  readonly boxes: readonly (PeriodBox & { readonly row: number })[]
  readonly count: number
}

export function stackChildPeriods(of: Case, axis: Axis, scale: Scale): ChildRows {
  const boxes = of.periods.flatMap((period) =>
    CHILD_PERIODS.has(period.kind) && !isDrawnAsGuides(period, of) ? (boxOf(period, axis, scale) ?? []) : [],
  )
  const inTurn = boxes.toSorted((a, b) => a.x0 - b.x0)
  const { rows, count } = stackRows(inTurn, MOST_CHILD_ROWS)
  return { boxes: inTurn.map((box, place) => ({ ...box, row: rows[place] ?? 0 })), count }
}

/** The name of a period as far as there is room for it in its bar. */
export function namePeriod(
  { period, x0, x1, clearX1 }: Pick<PeriodBar, 'period' | 'x0' | 'x1' | 'clearX1'>,
  measure: MeasureText,
): string {
  return cutToWidth(period.title, Math.min(x1, clearX1) - x0 - 2 * TEXT_INSET_PX, false, measure) ?? ''
}

/** How far outside a bar that was cut still begins, so that its edge is not seen there. */
const CUT_PX = 3

/** A bar of the child's cut to what is seen, its name begun anew where it comes into sight. */
export function cutPeriod(bar: PeriodBar, from: number, to: number, measure: MeasureText): PeriodBar {
  if (bar.place !== 'child') return bar
  const seen = { ...bar, x0: Math.max(bar.x0, from - CUT_PX), x1: Math.min(bar.x1, to + CUT_PX) }
  return { ...seen, text: namePeriod(seen, measure) }
}

/** Every period that has a place, in the order it is painted: background first. */
export function placePeriods(
  of: Case,
  childRows: ChildRows,
  axis: Axis,
  scale: Scale,
  lanes: readonly PlacedLane[],
  metrics: Metrics,
  measure: MeasureText,
): readonly PeriodBar[] {
  const background: PeriodBar[] = []
  const behind: PeriodBar[] = []
  const unnamed = { text: '', clearX1: Infinity }
  const total = lanes.reduce((sum, { heightPx }) => sum + heightPx, 0)
  for (const period of of.periods) {
    const box = boxOf(period, axis, scale)
    if (!box || CHILD_PERIODS.has(period.kind) || period.kind === 'review-period') continue
    if (period.agencies.length === 0)
      background.push({ ...box, ...unnamed, y: 0, heightPx: total, place: 'background' })
    for (const lane of lanes)
      if (period.agencies.includes(lane.agency.id))
        behind.push({ ...box, ...unnamed, y: lane.y, heightPx: lane.heightPx, place: 'lane' })
  }
  const family = lanes.find(({ agency }) => agency.family === 'child-and-family')
  const pitchPx = metrics.periodPx + metrics.stripGapPx
  const child = family
    ? childRows.boxes.map(({ row, ...box }, at): PeriodBar => {
        const next = childRows.boxes.slice(at + 1).find((other) => other.row === row)
        const y = family.periodY + row * pitchPx
        const bar = { ...box, y, heightPx: metrics.periodPx, clearX1: next?.x0 ?? Infinity }
        return { ...bar, text: namePeriod(bar, measure), place: 'child' }
      })
    : []
  return [...background, ...behind, ...child]
}

/** The line at zero; its words are those of the tick there. */
function anchorGuide({ anchor }: Axis, scale: Scale): readonly Guide[] {
  if (!anchor) return []
  const { at, latest } = anchor
  const until = latest === undefined ? {} : { toX: toPx(scale, latest) }
  return [{ key: 'anchor', x: toPx(scale, at), ...until, text: '', kind: 'anchor', side: 'right' }]
}

/** Words of guides closer than this would run into each other. */
const LEAST_GUIDE_PX = 120
const CLOSE_GUIDES_PX = 40
/** About what the words of a guide take, with the gap before them. */
const HORIZON_WORDS_PX = 106

/** Birth and death of the subject and the ends of the review period, as far as the case gives them as days; life comes first where they crowd. */
export function placeGuides(of: Case, axis: Axis, scale: Scale): readonly Guide[] {
  if (axis.kind === 'order') return []
  const child = of.personById.get(of.subject)
  const born = readDate(child?.born)
  const died = readDate(child?.died)
  const review = of.reviewWhen?.kind === 'range' ? of.reviewWhen : undefined
  const guides: Guide[] = []
  const add = (key: string, at: Instant | undefined, text: string, kind: Guide['kind'], side: Guide['side']) => {
    if (at === undefined) return
    const x = toPx(scale, at)
    if (kind === 'review' && guides.some((other) => Math.abs(other.x - x) < LEAST_GUIDE_PX)) return
    guides.push({ key, x, text, kind, side })
  }
  add('born', born && isExact(born) ? born.span.start : undefined, 'born', 'life', 'left')
  const bornX = guides[0]?.x
  const diedAt = died && isExact(died) ? died.span.start : undefined
  // A short life leaves no room for both words between the lines.
  const isClose = bornX !== undefined && diedAt !== undefined && toPx(scale, diedAt) - bornX < CLOSE_GUIDES_PX
  add('died', diedAt, 'died', 'life', isClose ? 'right' : 'left')
  add(
    'review-start',
    review?.from && isExact(review.from) ? review.span.start : undefined,
    'review period starts',
    'review',
    'right',
  )
  add(
    'review-end',
    review?.to && isExact(review.to) ? review.to.span.end : undefined,
    'review period ends',
    'review',
    'left',
  )
  if (axis.until !== undefined)
    add(
      'horizon',
      axis.until,
      `up to ${formatDay(instant(axis.until - DAY_MS), 'short')}`,
      'horizon',
      sideOfHorizon(axis, toPx(scale, axis.until), scale, guides),
    )
  return [...guides, ...anchorGuide(axis, scale)]
}

/** Right of it nothing stands, but a narrow screen may end there: then left, unless other words are there. */
function sideOfHorizon({ home }: Axis, x: number, scale: Scale, others: readonly Guide[]): Guide['side'] {
  const isShort = toPx(scale, home.end) - x < HORIZON_WORDS_PX
  const isTaken = others.some((one) => {
    const reach = one.side === 'right' ? one.x + HORIZON_WORDS_PX : one.x
    return one.x <= x && reach > x - HORIZON_WORDS_PX
  })
  return isShort && !isTaken ? 'left' : 'right'
}
