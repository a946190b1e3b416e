import type { When } from '#model/edtf.ts'
import { daysBetween, MINUTE_MS } from '#model/time.ts'
import { formatCount, formatNumber } from '#model/words.ts'
import { type Days, dayOf, formatLapse, isDoubted, isSurelyAfter, lastDayOf, measure } from './certainty.ts'
import { knowsBankHolidays, workingDaysBetween } from './working-days.ts'

/** The time between two dates, whichever comes first: each length from the least to the most that their dates allow. */
export interface Interval {
  readonly days: Days
  readonly weeks: Days
  readonly workingDays: Days
  /** Whether the dates leave open which came first. */
  readonly isVague: boolean
  /** False where a date lies outside the years whose bank holidays are known. */
  readonly knowsHolidays: boolean
}

/** Lengths that both directions allow, where the dates leave open which came first: from nothing to the longer one. */
function eitherWay(one: Days, other: Days): Days {
  return { least: 0, most: Math.max(one.most, other.most) }
}

function workingDays(from: When, to: When): Days {
  return {
    least: workingDaysBetween(lastDayOf(from.span), to.span.start),
    most: workingDaysBetween(from.span.start, lastDayOf(to.span)),
  }
}

/** Measures between two dates in either order; undefined when one is missing. Weeks are whole ones. Working days are England's. */
export function findInterval(a: When | undefined, b: When | undefined): Interval | undefined {
  if (!a || !b) return undefined
  const [from, to] = a.span.start <= b.span.start ? [a, b] : [b, a]
  const isVague = !isSurelyAfter(to, from)
  const days = isVague ? eitherWay(measure(from, to), measure(to, from)) : measure(from, to)
  return {
    days,
    weeks: { least: Math.floor(days.least / 7), most: Math.floor(days.most / 7) },
    workingDays: isVague ? eitherWay(workingDays(from, to), workingDays(to, from)) : workingDays(from, to),
    isVague,
    knowsHolidays: [from, to].every(({ span }) => knowsBankHolidays(span.start) && knowsBankHolidays(lastDayOf(span))),
  }
}

function formatRange({ least, most }: Days, unit: string): string {
  if (!Number.isFinite(most)) return `at least ${formatCount(least, unit)}`
  return least === most ? formatCount(least, unit) : `${formatNumber(least)} to ${formatCount(most, unit)}`
}

/** "34 days; 4 whole weeks; 24 working days (England)". Says so where the bank holidays of a year are not known. */
export function formatMeasured({ days, weeks, workingDays, knowsHolidays }: Interval): string {
  const working = knowsHolidays
    ? `${formatRange(workingDays, 'working day')} (England)`
    : 'working days not counted: bank holidays of those years are not known here'
  return `${formatLapse(days)}; ${formatRange(weeks, 'whole week')}; ${working}`
}

/** Which of two dates is the earlier: under every reading of both, or `same-day` where both are one day, or else left open. */
export function whichFirst(a: When, b: When): 'first' | 'second' | 'same-day' | 'open' {
  if (a.span.end <= b.span.start) return 'first'
  if (b.span.end <= a.span.start) return 'second'
  const days = [a.span.start, lastDayOf(a.span), b.span.start, lastDayOf(b.span)].map((at) => dayOf(at))
  return days.every((day) => day === days[0]) ? 'same-day' : 'open'
}

/** Which day of a stretch is meant: its first, its last, or any of it. Of a single date there is only the one. */
export type Edge = 'start' | 'end' | 'any'

/** The edges that can be told apart in a date; none in a single one. */
export function edgesOf(when: When | undefined): readonly Edge[] {
  if (when?.kind !== 'range') return []
  return [...(when.from ? (['start'] as const) : []), ...(when.to ? (['end'] as const) : []), 'any']
}

/** A stretch at one of its edges; the date as it is where it has no such edge. */
export function atEdge(when: When | undefined, edge: Edge): When | undefined {
  if (when?.kind !== 'range' || edge === 'any') return when
  return (edge === 'start' ? when.from : when.to) ?? when
}

const DAY_MINUTES = 24 * 60

/** "2 hours 15 minutes after", where both times of day are known and lie less than a day apart. */
function formatMinutesApart(from: When, to: When): string | undefined {
  const areTimes = [from, to].every((when) => when.precision === 'minute' && when.qualifier === 'none')
  const minutes = (to.span.start - from.span.start) / MINUTE_MS
  const length = Math.abs(minutes)
  if (!areTimes || length >= DAY_MINUTES) return undefined
  if (length === 0) return 'at the same time'
  const [hours, rest] = [Math.floor(length / 60), length % 60]
  const words = [hours > 0 && formatCount(hours, 'hour'), rest > 0 && formatCount(rest, 'minute')].filter(Boolean)
  return `${words.join(' ')} ${minutes < 0 ? 'before' : 'after'}`
}

/**
 * Where one date lies from another, each at its start: "27 days after", "31 to 61 days before", "the same day", "14 days
 * before to 16 days after". Undefined when one is missing.
 */
export function formatApart(from: When | undefined, to: When | undefined): string | undefined {
  const [a, b] = [atEdge(from, 'start'), atEdge(to, 'start')]
  if (!a || !b) return undefined
  const minutes = formatMinutesApart(a, b)
  if (minutes !== undefined) return minutes
  const least = daysBetween(lastDayOf(a.span), b.span.start)
  const most = daysBetween(a.span.start, lastDayOf(b.span))
  const about = isDoubted(a) || isDoubted(b) ? 'about ' : ''
  if (least === 0 && most === 0) return `${about}the same day`
  if (least === 0 && !Number.isFinite(most)) return `${about}the same day or after`
  if (least >= 0) return `${about}${formatRange({ least, most }, 'day')} after`
  if (most === 0 && !Number.isFinite(least)) return `${about}the same day or before`
  if (most <= 0) return `${about}${formatRange({ least: -most, most: -least }, 'day')} before`
  if (!Number.isFinite(least) || !Number.isFinite(most)) return 'before or after: the dates leave it open'
  return `${about}${formatCount(-least, 'day')} before to ${formatCount(most, 'day')} after`
}
