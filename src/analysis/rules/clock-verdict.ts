import type { When } from '#model/edtf.ts'
import { instant, type Instant, WEEK_MS } from '#model/time.ts'
import { type Certainty, dayOf, type Days, isCoarse, isDoubted, isSurelyAfter, lastDayOf } from '#analysis/certainty.ts'
import { knowsBankHolidays, monthsBetween, workingDaysBetween } from '#analysis/working-days.ts'
import type { ClockRule } from './clock-rule.ts'

/**
 * `short` is for a time that should have been longer. `no-stop`: the limit has surely passed within the record and nothing in
 * this chronology stops the clock. `no-number`: guidance sets none.
 */
export type Verdict =
  | 'within'
  | 'over'
  | 'perhaps-over'
  | 'short'
  | 'perhaps-short'
  | 'cannot-tell'
  | 'no-stop'
  | 'no-number'

/** Time from one moment to another in a rule's unit. Months are fractions; weeks of pregnancy are completed ones. */
export function elapsedOf({ unit }: ClockRule, from: Instant, to: Instant): number {
  switch (unit) {
    case 'working days':
      return workingDaysBetween(dayOf(from), dayOf(to))
    case 'days':
      return Math.max(0, (dayOf(to) - dayOf(from)) / 86_400_000)
    case 'months':
      return monthsBetween(dayOf(from), dayOf(to))
    case 'hours':
      return Math.max(0, (to - from) / 3_600_000)
    case 'weeks of pregnancy':
      return Math.max(0, Math.floor((dayOf(to) - dayOf(from)) / WEEK_MS))
    default:
      return unit satisfies never
  }
}

const MINUTE_MS = 60_000

/** The last moment at which something can have been: the start of its last minute for hours, of its last day otherwise. */
function latestIn({ unit }: ClockRule, { span }: When): Instant {
  return unit === 'hours' ? instant(Math.max(span.end - MINUTE_MS, span.start)) : lastDayOf(span)
}

/** Elapsed time between two dates in a rule's unit: each may lie anywhere in its span. */
export function readElapsed(rule: ClockRule, from: When, to: When): Days {
  return {
    least: elapsedOf(rule, latestIn(rule, from), to.span.start),
    most: elapsedOf(rule, from.span.start, latestIn(rule, to)),
  }
}

/** Whether a date is too inexact for a unit: hours need a time of day, everything else a day. */
function isTooCoarse({ unit }: ClockRule, when: When): boolean {
  if (unit !== 'hours') return isCoarse(when)
  const ends = when.kind === 'moment' ? [when] : [when.from, when.to]
  return ends.some((end) => end !== undefined && end.precision !== 'minute')
}

/** What the dates say of a clock that was stopped. */
export function readVerdict(rule: ClockRule, from: When, to: When, { least, most }: Days): Verdict {
  const { limit, isLeast, unit } = rule
  if (limit === null) return 'no-number'
  const unknowable =
    unit === 'working days' && !(knowsBankHolidays(from.span.start) && knowsBankHolidays(lastDayOf(to.span)))
  if (isLeast ? least >= limit : most <= limit) return unknowable ? 'cannot-tell' : 'within'
  if (!isSurelyAfter(to, from)) return 'cannot-tell'
  const isSure = !unknowable && !isDoubted(from) && !isDoubted(to)
  if (isLeast ? most < limit : least > limit) {
    if (isLeast) return isSure ? 'short' : 'perhaps-short'
    return isSure ? 'over' : 'perhaps-over'
  }
  if (unknowable || isTooCoarse(rule, from) || isTooCoarse(rule, to)) return 'cannot-tell'
  return isLeast ? 'perhaps-short' : 'perhaps-over'
}

/** How sure a question about a clock is; undefined where there is nothing to ask. */
export function certaintyOf(verdict: Verdict): Certainty | undefined {
  switch (verdict) {
    case 'within':
    case 'no-number':
      return undefined
    case 'over':
    case 'short':
    case 'no-stop':
      return 'certain'
    case 'perhaps-over':
    case 'perhaps-short':
      return 'possible'
    case 'cannot-tell':
      return 'cannot-tell'
    default:
      return verdict satisfies never
  }
}

/** "1 working day", "16 weeks of pregnancy". */
function formatUnits(count: number, unit: ClockRule['unit']): string {
  return `${count} ${count === 1 ? unit.replace(/s(?= of|$)/, '') : unit}`
}

/** "54 working days", "2 to 3 months", "at least 9 days", "an unknown number of hours". Months are cut to whole ones. */
export function formatElapsed({ least, most }: Days, unit: ClockRule['unit']): string {
  const [a, b] = [Math.floor(least), Math.floor(most)]
  if (!Number.isFinite(most)) return a > 0 ? `at least ${formatUnits(a, unit)}` : `an unknown number of ${unit}`
  return a === b ? formatUnits(a, unit) : `${a} to ${formatUnits(b, unit)}`
}

/** "within 15 working days", "at least 48 hours before"; undefined where no number is set. */
export function formatClockLimit({ limit, isLeast, unit }: ClockRule): string | undefined {
  if (limit === null) return undefined
  return isLeast ? `at least ${formatUnits(limit, unit)}` : formatUnits(limit, unit)
}
