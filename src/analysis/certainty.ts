import { formatNumber } from '#model/words.ts'
import type { When } from '#model/edtf.ts'
import { DAY_MS, daysBetween, instant, type Instant, type Span } from '#model/time.ts'

/** How sure a rule is, given how exactly its dates are known. Never a measure of how serious something is. */

/** `certain` under every reading of the dates, `possible` under some, `cannot-tell` when the dates do not decide it. */
export type Certainty = 'certain' | 'possible' | 'cannot-tell'

/** A length in whole days; `most` is Infinity when the later end is not known. */
export interface Days {
  readonly least: number
  readonly most: number
}

/** A length with how its ends are known. */
export interface Lapse extends Days {
  /** Whether its ends leave open their order, one of them altogether, or on which day of a month or more one fell. */
  readonly isVague: boolean
  /** Whether a source calls one of the dates approximate or uncertain. */
  readonly isDoubted: boolean
}

export const UNKNOWN_LAPSE: Lapse = { least: 0, most: Infinity, isVague: true, isDoubted: false }

/** The first moment of the day that an instant falls on; the instant itself when it is infinite. */
export function dayOf(at: Instant): Instant {
  return Number.isFinite(at) ? instant(Math.floor(at / DAY_MS) * DAY_MS) : at
}

/** The first moment of the last day of a span; its end when that is open. */
export function lastDayOf(of: Span): Instant {
  return Number.isFinite(of.end) ? dayOf(instant(Math.max(of.end - 1, of.start))) : of.end
}

/** Whether a date is about, or in doubt, at either of its ends. */
export function isDoubted(when: When): boolean {
  if (when.kind === 'moment') return when.qualifier !== 'none'
  return [when.from, when.to].some((end) => end !== undefined && end.qualifier !== 'none')
}

/** Whether a date, or an end of a stretch, is known to the month or coarser. */
export function isCoarse(when: When): boolean {
  const ends = when.kind === 'moment' ? [when] : [when.from, when.to]
  return ends.some((end) => end !== undefined && end.precision !== 'day' && end.precision !== 'minute')
}

/** Whether one date is later than, or on the same day as, another under every reading of both. */
export function isSurelyAfter(later: When, earlier: When): boolean {
  return later.span.start >= lastDayOf(earlier.span)
}

/** Whether one date is later than, or on the same day as, another under some reading of both. */
export function isPerhapsAfter(later: When, earlier: When): boolean {
  return later.span.end > earlier.span.start
}

/**
 * Days from one date to another. Each may lie anywhere in its span, a stretch as much as a month, so widening either
 * date never raises `least` nor lowers `most`. Never negative. An undated end makes the lapse unknown.
 */
export function measure(from: When | undefined, to: When | undefined): Lapse {
  if (!from || !to) return UNKNOWN_LAPSE
  const least = Math.max(0, daysBetween(lastDayOf(from.span), to.span.start))
  const most = Math.max(0, daysBetween(from.span.start, lastDayOf(to.span)))
  return {
    least,
    most,
    isVague: !isSurelyAfter(to, from) || !Number.isFinite(most) || isCoarse(from) || isCoarse(to),
    isDoubted: isDoubted(from) || isDoubted(to),
  }
}

/** Days from a date to the end of the record, when nothing is there to stop the count: at least so many, with no upper end. */
export function measureOpen(from: When | undefined, end: Instant | undefined): Lapse {
  if (!from) return UNKNOWN_LAPSE
  const least = end === undefined ? 0 : Math.max(0, daysBetween(lastDayOf(from.span), end) - 1)
  return { least, most: Infinity, isVague: true, isDoubted: isDoubted(from) }
}

/**
 * Whether a lapse is longer than a limit in days: undefined when it is not under any reading. A date in doubt is never
 * `certain`; where the order of the dates, one end, or the day within a month is open, what is not certain is `cannot-tell`.
 */
export function judge(lapse: Lapse, limit: number): Certainty | undefined {
  if (lapse.most <= limit) return undefined
  if (lapse.least > limit) return lapse.isDoubted ? 'possible' : 'certain'
  return lapse.isVague ? 'cannot-tell' : 'possible'
}

/** A lapse that something undated may cut short: any length up to the most. */
export function unsettle(lapse: Lapse): Lapse {
  return { ...lapse, least: 0, isVague: true }
}

/** The less sure of two. */
export function weaker(a: Certainty, b: Certainty): Certainty {
  const order: readonly Certainty[] = ['cannot-tell', 'possible', 'certain']
  return order[Math.min(order.indexOf(a), order.indexOf(b))] ?? 'cannot-tell'
}

/** "34 days", "31 to 61 days", "at least 12 days", "an unknown number of days". */
export function formatLapse({ least, most }: Days): string {
  const count = (days: number) => `${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`
  if (least === most) return count(least)
  if (Number.isFinite(most)) return `${formatNumber(least)} to ${count(most)}`
  return least > 0 ? `at least ${count(least)}` : 'an unknown number of days'
}
