import type { Case, CaseEvent } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import { daysApart, type When } from '#model/edtf.ts'
import { addCalendar, contains, type Instant, instant, type Span, WEEK_MS } from '#model/time.ts'

/** The child's own clock at a moment: weeks of pregnancy before birth, age after it; undefined before and after both. */
export interface ChildClock {
  readonly pregnancy: Span | undefined
  readonly born: When | undefined
  readonly died: When | undefined
}

/** What the case says of the subject's pregnancy and life; all undefined when it says nothing. */
export function findChildClock(of: Case): ChildClock {
  const child = of.personById.get(of.subject)
  const pregnancy = of.periods.find((period) => period.kind === 'pregnancy' && period.when !== undefined)
  return { pregnancy: pregnancy?.when?.span, born: readDate(child?.born), died: readDate(child?.died) }
}

/** One tick of the child's axis: when, and what it reads there. */
export interface ChildTick {
  readonly at: Instant
  readonly text: string
}

/** Completed weeks at every `step` weeks of pregnancy inside a window, counted from its first day (40 weeks is the expected date). */
export function findPregnancyTicks(pregnancy: Span, window: Span, step: number): readonly ChildTick[] {
  const ticks: ChildTick[] = []
  for (let week = step; ; week += step) {
    const at = instant(pregnancy.start + week * WEEK_MS)
    if (at >= pregnancy.end || week > 45) return ticks
    if (contains(window, at)) ticks.push({ at, text: String(week) })
  }
}

/** The child's age at every `step` weeks (`unit` week) or months or years inside a window; stops at death. */
export function findAgeTicks(
  clock: ChildClock,
  window: Span,
  step: number,
  unit: 'week' | 'month' | 'year',
): readonly ChildTick[] {
  const { born, died } = clock
  if (!born || !Number.isFinite(born.span.start)) return []
  const end = Math.min(window.end, died?.span.end ?? Infinity)
  const ticks: ChildTick[] = []
  for (let age = 0; age < 2000; age += step) {
    const at = unit === 'week' ? instant(born.span.start + age * WEEK_MS) : addCalendar(born.span.start, age, unit)
    if (at >= end) return ticks
    if (at >= window.start) ticks.push({ at, text: String(age) })
  }
  return ticks
}

export interface Unseen {
  readonly from: CaseEvent
  readonly to: CaseEvent
  readonly days: { readonly least: number; readonly most: number }
}

/** Events at which the child the review is about was seen, in order: not those that name other children only, nor any from before the birth. */
export function findSightings(of: Case): readonly CaseEvent[] {
  const { born } = findChildClock(of)
  return of.events.filter(
    ({ child, when }) =>
      child?.seen === true &&
      (child.who === undefined || child.who.includes(of.subject)) &&
      !(born && when && when.span.end <= born.span.start),
  )
}

/**
 * The longest stretch between two sightings in this chronology, by the most days it can have been; undefined with
 * fewer than two dated ones. A sighting that the report leaves out cannot be known here.
 */
export function findLongestUnseen(of: Case): Unseen | undefined {
  let longest: Unseen | undefined
  let from: { readonly event: CaseEvent; readonly when: When } | undefined
  for (const event of findSightings(of)) {
    if (!event.when) continue
    if (from) {
      const days = daysApart(from.when, event.when)
      if (!longest || days.most > longest.days.most) longest = { from: from.event, to: event, days }
    }
    // During a long sighting a short one may begin and end: the child is seen until the longer one ends.
    if (!from || seenUntil(event.when) >= seenUntil(from.when)) from = { event, when: event.when }
  }
  return longest
}

/** The latest moment at which a sighting is sure to have gone on: a stretch lasts to its end, a date may mean its first moment. */
function seenUntil(sighting: When): Instant {
  if (sighting.kind === 'moment') return sighting.span.start
  return (sighting.to ?? sighting.from ?? sighting).span.start
}
