import { findAgeTicks, findChildClock, findPregnancyTicks } from '#analysis/child.ts'
import type { Case } from '#model/case.ts'
import { instant, intersection, lengthMs, type Span, span, WEEK_MS } from '#model/time.ts'
import type { Axis } from './axis.ts'
import { daysPerPx, type Scale, toPx } from './scale.ts'

/** A small tick of the child's own axis. */
export interface ChildAxisTick {
  readonly x: number
  readonly text: string
}
export interface ChildAxis {
  /** "weeks pregnant", "weeks old"… as far as each is in sight. */
  readonly titles: readonly string[]
  readonly ticks: readonly ChildAxisTick[]
}

const LEAST_CHILD_TICK_PX = 34

function chooseStep(unitMs: number, scale: Scale, steps: readonly number[]): number | undefined {
  return steps.find((step) => step * unitMs * scale.pxPerMs >= LEAST_CHILD_TICK_PX)
}

/** The child's own axis over a stretch; it stops where the case is stopped. Nothing on an axis of order. */
export function placeChildAxis(of: Case, axis: Axis, stretch: Span, scale: Scale): ChildAxis {
  const empty: ChildAxis = { titles: [], ticks: [] }
  if (axis.kind === 'order' || stretch.start >= (axis.until ?? Infinity)) return empty
  const over = span(stretch.start, instant(Math.min(stretch.end, axis.until ?? Infinity)))
  const clock = findChildClock(of)
  const titles: string[] = []
  const ticks: ChildAxisTick[] = []
  const weeks = chooseStep(WEEK_MS, scale, [1, 2, 4, 8])
  if (clock.pregnancy && weeks !== undefined && intersection(clock.pregnancy, over)) {
    titles.push('weeks pregnant')
    for (const { at, text } of findPregnancyTicks(clock.pregnancy, over, weeks))
      ticks.push({ x: toPx(scale, at), text })
  }
  const isYoung =
    clock.born && clock.died && lengthMs({ start: clock.born.span.start, end: clock.died.span.start }) < 26 * WEEK_MS
  const age = ageUnit(scale, isYoung === true)
  if (clock.born && age) {
    const found = findAgeTicks(clock, over, age.step, age.unit)
    if (found.length > 0) titles.push(`${age.unit}s old`)
    for (const { at, text } of found) ticks.push({ x: toPx(scale, at), text })
  }
  // Around birth the last week of pregnancy gives way to the first of life.
  const clear = ticks.filter(({ x }, place) =>
    ticks.slice(place + 1).every((later) => Math.abs(later.x - x) >= LEAST_CHILD_TICK_PX / 2),
  )
  return { titles, ticks: clear }
}

function ageUnit(
  scale: Scale,
  isYoung: boolean,
): { readonly unit: 'week' | 'month' | 'year'; readonly step: number } | undefined {
  const perPx = daysPerPx(scale)
  if (isYoung) {
    const step = chooseStep(WEEK_MS, scale, [1, 2, 4, 8])
    return step === undefined ? undefined : { unit: 'week', step }
  }
  if (perPx < 1) return { unit: 'month', step: perPx < 0.7 ? 1 : 3 }
  return { unit: 'year', step: 1 }
}
