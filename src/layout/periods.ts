import type { Case, Period } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'
import { CHILD_PERIODS } from '#model/vocabulary.ts'
import type { Axis } from './axis.ts'
import type { PlacedLane } from './lanes.ts'
import type { Metrics } from './metrics.ts'
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
}

/** A vertical line with a word on top: birth, death, the review period’s ends. */
export interface Guide {
  readonly key: string
  readonly x: number
  readonly text: string
  readonly kind: 'life' | 'review'
}

const MOST_CHILD_ROWS = 3

function boxOf(period: Period, axis: Axis, scale: Scale) {
  const over = axis.spanOfPeriod(period)
  return (
    over && {
      period,
      x0: toPx(scale, over.start),
      x1: toPx(scale, over.end),
      exact: period.when ? isExact(period.when) : false,
    }
  )
}

/** The child's periods, stacked in the upper part of the family's lane so that its marks stay clear. */
function placeChildPeriods(of: Case, axis: Axis, scale: Scale, lane: PlacedLane, metrics: Metrics): PeriodBar[] {
  const boxes = of.periods.flatMap((period) =>
    CHILD_PERIODS.has(period.kind) ? (boxOf(period, axis, scale) ?? []) : [],
  )
  const inTurn = boxes.toSorted((a, b) => a.x0 - b.x0)
  const { rows } = stackRows(inTurn, MOST_CHILD_ROWS)
  const barPx = metrics.stripPx
  return inTurn.map((box, place): PeriodBar => {
    const y = lane.y + lane.heightPx - metrics.lanePadPx - (rows[place] ?? 0) * (barPx + 2) - barPx
    return { ...box, y, heightPx: barPx, place: 'child' }
  })
}

/** Every period that has a place, in the order it is painted: background first. */
export function placePeriods(
  of: Case,
  axis: Axis,
  scale: Scale,
  lanes: readonly PlacedLane[],
  metrics: Metrics,
): readonly PeriodBar[] {
  const background: PeriodBar[] = []
  const behind: PeriodBar[] = []
  const total = lanes.reduce((sum, { heightPx }) => sum + heightPx, 0)
  for (const period of of.periods) {
    const box = boxOf(period, axis, scale)
    if (!box || CHILD_PERIODS.has(period.kind) || period.kind === 'review-period') continue
    if (period.agencies.length === 0) background.push({ ...box, y: 0, heightPx: total, place: 'background' })
    for (const lane of lanes)
      if (period.agencies.includes(lane.agency.id))
        behind.push({ ...box, y: lane.y, heightPx: lane.heightPx, place: 'lane' })
  }
  const family = lanes.find(({ agency }) => agency.family === 'child-and-family')
  return [...background, ...behind, ...(family ? placeChildPeriods(of, axis, scale, family, metrics) : [])]
}

/** Birth and death of the subject and the ends of the review period, as far as the case gives them as days. */
export function placeGuides(of: Case, axis: Axis, scale: Scale): readonly Guide[] {
  if (axis.kind === 'order') return []
  const child = of.personById.get(of.subject)
  const guides: Guide[] = []
  const born = readDate(child?.born)
  const died = readDate(child?.died)
  const review = of.reviewWhen
  if (born && isExact(born)) guides.push({ key: 'born', x: toPx(scale, born.span.start), text: 'born', kind: 'life' })
  if (died && isExact(died)) guides.push({ key: 'died', x: toPx(scale, died.span.start), text: 'died', kind: 'life' })
  if (review?.kind === 'range' && review.from)
    guides.push({
      key: 'review-start',
      x: toPx(scale, review.span.start),
      text: 'review period starts',
      kind: 'review',
    })
  if (review?.kind === 'range' && review.to)
    guides.push({ key: 'review-end', x: toPx(scale, review.span.end), text: 'review period ends', kind: 'review' })
  return guides
}
