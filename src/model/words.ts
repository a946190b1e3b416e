import { format } from 'date-fns'
import { daysApart, type Moment, type When } from './edtf.ts'
import { daysBetween, instant, type Instant, type Span, toDate } from './time.ts'

/** Dates and lengths in words, in GOV.UK style: "18 September 2013", "18 Sep 2013", "2pm", "10:15am", ranges with "to". */

type Style = 'long' | 'short'

const SEASON: Readonly<Record<string, string>> = { '03': 'Spring', '06': 'Summer', '09': 'Autumn', '12': 'Winter' }

/** "2pm", "10:15am", "11:59pm"; midnight is "12am" so that it names a day. */
export function formatTime(at: Instant): string {
  const date = toDate(at)
  return format(date, date.getMinutes() === 0 ? 'haaa' : 'h:mmaaa')
}

export function formatDay(at: Instant, style: Style): string {
  return format(toDate(at), style === 'long' ? 'd MMMM yyyy' : 'd MMM yyyy')
}

function formatMoment(moment: Moment, style: Style): string {
  const { start } = moment.span
  const date = toDate(start)
  switch (moment.precision) {
    case 'minute':
      return `${formatDay(start, style)}, ${formatTime(start)}`
    case 'day':
      return formatDay(start, style)
    case 'month':
      return format(date, style === 'long' ? 'MMMM yyyy' : 'MMM yyyy')
    case 'season':
      return `${SEASON[format(date, 'MM')] ?? ''} ${format(date, 'yyyy')}`
    case 'year':
      return format(date, 'yyyy')
    default:
      return moment.precision satisfies never
  }
}

function withDoubt(moment: Moment, style: Style): string {
  const words = formatMoment(moment, style)
  switch (moment.qualifier) {
    case 'none':
      return words
    case 'approximate':
      return `about ${words}`
    case 'uncertain':
      return `${words}, uncertain`
    case 'both':
      return `about ${words}, uncertain`
    default:
      return moment.qualifier satisfies never
  }
}

/** What both ends share is said once: "1 April 2014, 7am to 8:20am", "7 February to 24 February 2014"; but never at the cost of a doubt. */
function formatRange(from: Moment, to: Moment, style: Style): string {
  if (from.edtf === to.edtf) return withDoubt(from, style)
  const areTimes = [from, to].every(({ precision, qualifier }) => precision === 'minute' && qualifier === 'none')
  const sameDay = areTimes && daysBetween(from.span.start, to.span.start) === 0
  if (sameDay) return `${withDoubt(from, style)} to ${formatTime(to.span.start)}`
  const areDays = [from, to].every(({ precision, qualifier }) => precision === 'day' && qualifier === 'none')
  if (areDays && toDate(from.span.start).getFullYear() === toDate(to.span.start).getFullYear())
    return `${format(toDate(from.span.start), style === 'long' ? 'd MMMM' : 'd MMM')} to ${withDoubt(to, style)}`
  return `${withDoubt(from, style)} to ${withDoubt(to, style)}`
}

/** A date in words, as precise as it is and no more; "Date not given" for none. */
export function formatWhen(when: When | undefined, style: Style = 'long'): string {
  if (!when) return 'Date not given'
  if (when.kind === 'moment') return withDoubt(when, style)
  if (when.from && when.to) return formatRange(when.from, when.to, style)
  if (when.from) return `${withDoubt(when.from, style)} onwards`
  return when.to ? `until ${withDoubt(when.to, style)}` : 'Date not given'
}

/** What the precision leaves open, for a listener: "day not given". Undefined when the day is known. */
export function formatPrecision(when: When | undefined): string | undefined {
  if (!when) return 'place in the order known'
  switch (when.precision) {
    case 'range':
    case 'minute':
    case 'day':
      return undefined
    case 'month':
    case 'season':
      return 'day not given'
    case 'year':
      return 'month not given'
    default:
      return when satisfies never
  }
}

/** "1 June 2013 to 31 May 2014": the days a half-open span covers. */
export function formatSpan(of: Span, style: Style = 'long'): string {
  const first = formatDay(of.start, style)
  const last = formatDay(instant(of.end - 1), style)
  return first === last ? first : `${first} to ${last}`
}

/** "1,234", of a whole number. By hand, since a browser takes longer to make its first formatter than to lay out a case. */
export function formatNumber(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

/** "1 day", "34 days". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

/** "34 days", or "31 to 61 days" when a date is inexact. */
export function formatDays({ least, most }: { readonly least: number; readonly most: number }): string {
  return least === most ? formatCount(least, 'day') : `${formatNumber(least)} to ${formatCount(most, 'day')}`
}

/** How long a stretch lasts, from its start to its end; undefined for a moment or an open end. */
export function formatLength(when: When | undefined): string | undefined {
  if (when?.kind !== 'range' || !when.from || !when.to) return undefined
  return formatDays(daysApart(when.from, when.to))
}

/** "a, b and c"; "a, in x; b; and c" where a part has a comma of its own, unless it is the second of two; an empty text for an empty list. */
export function formatList(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  const parting = words.length === 2 ? words.slice(0, 1) : words
  const [stop, last] = parting.some((word) => word.includes(', ')) ? ['; ', '; and '] : [', ', ' and ']
  return `${words.slice(0, -1).join(stop)}${last}${words.at(-1) ?? ''}`
}
