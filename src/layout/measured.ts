import { LETTER, type MeasuredEnd } from '#analysis/measured.ts'
import { finite } from '#model/case.ts'
import { isExact, type When } from '#model/edtf.ts'
import { middle } from '#model/time.ts'
import { type AxisWords, clearOf } from './axis-words.ts'
import type { FindingMark } from './findings.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import type { Picture } from './place.ts'
import type { Extent } from './rows.ts'
import { toPx } from './scale.ts'

/** One end of a measure on the chart. */
export interface PlacedEnd {
  readonly letter: 'A' | 'B'
  /** Where it stands on the axis: the middle of the days on which it can have been. */
  readonly x: number
  /** Where its marks stand in the lanes, from the top; none where it has no mark in sight. */
  readonly markX: number
  readonly ys: readonly number[]
  /** Whether the other end lies to its right, so that its letter stands to its left. */
  readonly isLeft: boolean
}

export interface PlacedMeasure {
  readonly ends: readonly PlacedEnd[]
  /** Between the two on the axis: surely between them, and as far as their dates leave open. Undefined without two places in time. */
  readonly line: { readonly sure: Extent | undefined; readonly open: Extent } | undefined
}

type Laid = Pick<Picture, 'lanes' | 'findings' | 'scale' | 'axisKind'>

function ysOfFinding(mark: FindingMark): readonly number[] {
  switch (mark.form) {
    case 'missed':
      return mark.ghostYs
    case 'strip':
      return [mark.y + mark.heightPx / 2]
    case 'band':
    case 'sign':
      return [mark.y]
    default:
      return mark satisfies never
  }
}

/** The two ends of a measure that is on; none where none is. */
export type Measured = readonly MeasuredEnd[]

function marksOf({ lanes, findings }: Laid, { kind, id }: MeasuredEnd): { readonly x?: number; readonly ys: number[] } {
  const marks =
    kind === 'event'
      ? lanes.flatMap((lane) => lane.marks.flatMap(({ event, x, y }) => (event.id === id ? [{ x, ys: [y] }] : [])))
      : findings.flatMap((mark) => (mark.finding.id === id ? [{ x: mark.x, ys: ysOfFinding(mark) }] : []))
  const ys = marks.flatMap((mark) => mark.ys).toSorted((a, b) => a - b)
  const x = marks[0]?.x
  return x === undefined ? { ys } : { x, ys }
}

/** Where a date may lie on an axis of time; undefined on one of order, and where an end of it is not known. */
function stretchOf({ axisKind, scale }: Laid, at: When | undefined): Extent | undefined {
  if (!at || axisKind === 'order') return undefined
  const x = toPx(scale, middle(finite(at)))
  if (at.kind === 'moment' && isExact(at)) return { x0: x, x1: x }
  const { start, end } = at.span
  return {
    x0: Number.isFinite(start) ? toPx(scale, start) : x,
    x1: Number.isFinite(end) ? toPx(scale, end) : x,
  }
}

/** The ends of a measure on a picture, and the line between them. An end with neither a mark nor a date has no place. */
export function placeMeasure(picture: Laid, ends: Measured): PlacedMeasure {
  const placed = ends.flatMap((one) => {
    const stretch = stretchOf(picture, one.at)
    const mark = marksOf(picture, one)
    // The day measured from may be the last of a stretch, whose mark stands at its first.
    const x = stretch ? (stretch.x0 + stretch.x1) / 2 : mark.x
    if (x === undefined) return []
    // A finding is marked at the day that is meant, an event at its symbol.
    const markX = one.kind === 'event' ? (mark.x ?? x) : x
    return [{ letter: LETTER[one.end], x, markX, ys: mark.ys, stretch }]
  })
  const [left, right] = placed.toSorted((a, b) => a.x - b.x)
  const lineFrom = (a: Extent, b: Extent) => ({
    sure: a.x1 < b.x0 ? { x0: a.x1, x1: b.x0 } : undefined,
    open: { x0: Math.min(a.x0, b.x0), x1: Math.max(a.x1, b.x1) },
  })
  return {
    ends: placed.map(({ letter, x, markX, ys }) => ({
      letter,
      x,
      markX,
      ys,
      isLeft: !right || letter === left?.letter,
    })),
    line: left?.stretch && right?.stretch ? lineFrom(left.stretch, right.stretch) : undefined,
  }
}

const TAG_GAP_PX = 2

/** Side of the square that a letter stands in. */
export function tagPx({ labelPx }: Metrics): number {
  return labelPx * 1.05
}

/** Where the letter of an end stands on the axis: on the side away from the other end. */
export function tagOf({ x, isLeft }: Pick<PlacedEnd, 'x' | 'isLeft'>, metrics: Metrics): Extent {
  const x0 = isLeft ? x - TAG_GAP_PX - tagPx(metrics) : x + TAG_GAP_PX
  return { x0, x1: x0 + tagPx(metrics) }
}

/** The words of an axis that leave the letters of a measure their room. */
export function wordsBeside(
  { ends }: PlacedMeasure,
  words: AxisWords,
  metrics: Metrics,
  measure: MeasureText,
): AxisWords {
  const tags = ends.map((one) => tagOf(one, metrics))
  return clearOf(words, tags, measure)
}
