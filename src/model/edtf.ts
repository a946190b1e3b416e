import { daysBetween, instant, instantOf, MINUTE_MS, type Instant, type Span, span } from './time.ts'

/**
 * Dates of a case file: the part of EDTF (ISO 8601-2:2019, level 1) that published reviews need.
 * `2013`, `2013-10`, `2013-11-01`, `2013-11-25T00:10`, each with `~` (about), `?` (uncertain) or `%` (both);
 * `2013-21` … `2013-24` (spring, summer, autumn, winter); `a/b` (from a to b); `../b` and `a/..` (open).
 */

export type Unit = 'minute' | 'day' | 'month' | 'season' | 'year'
export type Qualifier = 'none' | 'approximate' | 'uncertain' | 'both'

/** One dated moment of a known precision: it happened somewhere within `span`. */
export interface Moment {
  readonly kind: 'moment'
  readonly edtf: string
  readonly span: Span
  readonly precision: Unit
  readonly qualifier: Qualifier
}

/** A stretch from one moment to another; an open end has no moment. `span` runs from the earliest start to the latest end. */
export interface Range {
  readonly kind: 'range'
  readonly edtf: string
  readonly span: Span
  readonly precision: 'range'
  readonly from: Moment | undefined
  readonly to: Moment | undefined
}

export type When = Moment | Range

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string }

/** Years outside these are typing errors in a case file, not history. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

const EXPECTED =
  'a date such as "2013-11-01", "2013-10", "2011", "2013-10~" (about), "2013-11-25T00:10", "2014-02-07/2014-02-24" or "../2013-01"'
const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?([~?%])?$/
const QUALIFIER: Readonly<Record<string, Qualifier>> = { '~': 'approximate', '?': 'uncertain', '%': 'both' }
const SEASON_START_MONTH: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 }

function refuse(expected: string): { readonly ok: false; readonly expected: string } {
  return { ok: false, expected }
}

function unitSpan(text: RegExpExecArray): { unit: Unit; span: Span } | string {
  const year = Number(text[1])
  if (year < FIRST_YEAR || year > LAST_YEAR) return `a year from ${FIRST_YEAR} to ${LAST_YEAR}`
  const of = (unit: Unit, start: Instant, end: Instant) => ({ unit, span: span(start, end) })
  if (text[2] === undefined) return of('year', instantOf(year), instantOf(year + 1))
  const month = Number(text[2])
  const season = SEASON_START_MONTH[month]
  if (season !== undefined && text[3] === undefined)
    return of('season', instantOf(year, season), instantOf(year, season + 3))
  if (month < 1 || month > 12) return 'a month from 01 to 12 (or 21 to 24 for spring to winter)'
  if (text[3] === undefined) return of('month', instantOf(year, month), instantOf(year, month + 1))
  const day = Number(text[3])
  const lastDay = new Date(instantOf(year, month + 1, 0)).getUTCDate()
  if (day < 1 || day > lastDay) return `a day from 01 to ${lastDay} in that month`
  if (text[4] === undefined) return of('day', instantOf(year, month, day), instantOf(year, month, day + 1))
  const hour = Number(text[4])
  const minute = Number(text[5])
  if (hour > 23 || minute > 59) return 'a time of day from 00:00 to 23:59'
  const at = instantOf(year, month, day, hour, minute)
  return of('minute', at, instant(at + MINUTE_MS))
}

function parseMoment(edtf: string): Parsed<Moment> {
  const text = FORM.exec(edtf)
  if (!text) return refuse(EXPECTED)
  const unit = unitSpan(text)
  if (typeof unit === 'string') return refuse(unit)
  return {
    ok: true,
    value: {
      kind: 'moment',
      edtf,
      span: unit.span,
      precision: unit.unit,
      qualifier: QUALIFIER[text[6] ?? ''] ?? 'none',
    },
  }
}

/** A date string as an interval with its precision, or what was expected in its place, as a plain-English phrase. */
export function parseEdtf(edtf: string): Parsed<When> {
  const ends = edtf.split('/')
  if (ends.length === 1) return parseMoment(edtf)
  const [first = '', last = ''] = ends
  if (ends.length > 2 || (first === '..' && last === '..')) return refuse(EXPECTED)
  const from = first === '..' ? undefined : parseMoment(first)
  const to = last === '..' ? undefined : parseMoment(last)
  if (from && !from.ok) return from
  if (to && !to.ok) return to
  if (from && to && to.value.span.end <= from.value.span.start) return refuse('an end that is not before its start')
  return {
    ok: true,
    value: {
      kind: 'range',
      edtf,
      precision: 'range',
      from: from?.value,
      to: to?.value,
      span: span(
        from?.value.span.start ?? instant(-Infinity),
        to ? instant(Math.max(to.value.span.end, from?.value.span.end ?? -Infinity)) : instant(Infinity),
      ),
    },
  }
}

/** The interval written back as EDTF: the year, month, day or minute that a unit's span covers. */
export function formatEdtf(when: When): string {
  if (when.kind === 'range')
    return `${when.from ? formatEdtf(when.from) : '..'}/${when.to ? formatEdtf(when.to) : '..'}`
  const iso = new Date(when.span.start).toISOString()
  const mark = { none: '', approximate: '~', uncertain: '?', both: '%' }[when.qualifier]
  return `${edtfUnit(iso, when.precision)}${mark}`
}

function edtfUnit(iso: string, unit: Unit): string {
  switch (unit) {
    case 'year':
      return iso.slice(0, 4)
    case 'season':
      return `${iso.slice(0, 4)}-${20 + Number(iso.slice(5, 7)) / 3}`
    case 'month':
      return iso.slice(0, 7)
    case 'day':
      return iso.slice(0, 10)
    case 'minute':
      return iso.slice(0, 16)
    default:
      return unit satisfies never
  }
}

/** Whether the day is known: a day or a time of day with no doubt, at both ends of a range. */
export function isExact(when: When): boolean {
  if (when.kind === 'range') return [when.from, when.to].every((end) => end !== undefined && isExact(end))
  return when.qualifier === 'none' && (when.precision === 'day' || when.precision === 'minute')
}

/**
 * Whole days from one date to another as least and most, inclusive of doubt: 2013-10 to 2013-12-01 is 31 to 61.
 * Ranges count from the end of the first to the start of the second. Never negative: overlapping dates give least 0.
 */
export function daysApart(earlier: When, later: When): { readonly least: number; readonly most: number } {
  const from = earlier.kind === 'range' ? (earlier.to?.span ?? earlier.span) : earlier.span
  const to = later.kind === 'range' ? (later.from?.span ?? later.span) : later.span
  const least = daysBetween(lastDay(from), to.start)
  const most = daysBetween(from.start, lastDay(to))
  return { least: Math.max(0, least), most: Math.max(0, most) }
}

/** The last moment inside a half-open span, so that its calendar day is the span's last. */
function lastDay(of: Span): Instant {
  return Number.isFinite(of.end) ? instant(of.end - 1) : of.end
}
