import { addMonths, addYears } from 'date-fns'
import { UTCDateMini } from '@date-fns/utc/date/mini'

declare const brand: unique symbol

/**
 * A wall-clock moment, in milliseconds, counted as if the wall clock were UTC. Case files carry no time zone,
 * so no moment is ever skipped or doubled by a clock change. ±Infinity stands for an open end.
 */
export type Instant = number & { readonly [brand]: 'Instant' }

/** A stretch of time, half-open: it contains `start` and does not contain `end`. `start <= end` always. */
export interface Span {
  readonly start: Instant
  readonly end: Instant
  readonly [brand]?: 'Span'
}

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS

/** The one door from a number to an Instant. Throws on NaN, which is always a programming error. */
export function instant(ms: number): Instant {
  if (Number.isNaN(ms)) throw new RangeError('An instant cannot be NaN')
  return ms as Instant
}

/** An Instant from calendar fields; `month` is 1 to 12. Fields out of range roll over as in `Date.UTC`. */
export function instantOf(year: number, month = 1, day = 1, hour = 0, minute = 0): Instant {
  return instant(Date.UTC(year, month - 1, day, hour, minute))
}

/** A Span; throws when it would end before it starts. */
export function span(start: Instant, end: Instant): Span {
  if (end < start) throw new RangeError('A span cannot end before it starts')
  return { start, end }
}

export const ALWAYS: Span = span(instant(-Infinity), instant(Infinity))

/** The calendar date at an instant as a Date whose UTC fields are the wall clock's. */
export function toDate(at: Instant): Date {
  return new UTCDateMini(at)
}

export function addCalendar(at: Instant, amount: number, unit: 'day' | 'month' | 'year'): Instant {
  if (unit === 'day') return instant(at + amount * DAY_MS)
  const add = unit === 'month' ? addMonths : addYears
  return instant(add(new UTCDateMini(at), amount).getTime())
}

/** Length in milliseconds; Infinity when an end is open. */
export function lengthMs(of: Span): number {
  return of.end - of.start
}

/** Whole calendar days from a to b: 1 November to 5 December is 34. Negative when b is earlier. */
export function daysBetween(a: Instant, b: Instant): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return b - a
  // Every day of a wall clock kept as UTC is as long as the next.
  return Math.floor(b / DAY_MS) - Math.floor(a / DAY_MS)
}

export function contains(outer: Span, at: Instant): boolean {
  return outer.start <= at && at < outer.end
}

/** Whether two spans share a moment. An empty span meets whatever contains its start. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end) return contains(b, a.start)
  if (b.start === b.end) return contains(a, b.start)
  return a.start < b.end && b.start < a.end
}

/** The shared part of two spans, or undefined when they do not meet. */
export function intersection(a: Span, b: Span): Span | undefined {
  if (!overlaps(a, b)) return undefined
  return span(instant(Math.max(a.start, b.start)), instant(Math.min(a.end, b.end)))
}

/** The smallest span around all of them; undefined for none. */
export function hull(spans: Iterable<Span>): Span | undefined {
  let found: Span | undefined
  for (const s of spans)
    found = found ? span(instant(Math.min(found.start, s.start)), instant(Math.max(found.end, s.end))) : s
  return found
}

/** The middle of a span; the closed end when the other one is open; 0 when both are. */
export function middle(of: Span): Instant {
  if (!Number.isFinite(of.start)) return Number.isFinite(of.end) ? of.end : instant(0)
  return Number.isFinite(of.end) ? instant((of.start + of.end) / 2) : of.start
}

/** The same length, moved later by `ms` (earlier when negative). */
export function shift(of: Span, ms: number): Span {
  return span(instant(of.start + ms), instant(of.end + ms))
}

/** Longer (factor above 1) or shorter about a fixed moment, which keeps its place within the span. */
export function scaleAbout(of: Span, about: Instant, factor: number): Span {
  return span(instant(about - (about - of.start) * factor), instant(about + (of.end - about) * factor))
}

/** The same length moved to lie within bounds; the bounds themselves when it is longer than they are. */
export function clampWithin(of: Span, bounds: Span): Span {
  if (lengthMs(of) >= lengthMs(bounds)) return bounds
  if (of.start < bounds.start) return shift(of, bounds.start - of.start)
  if (of.end > bounds.end) return shift(of, bounds.end - of.end)
  return of
}
