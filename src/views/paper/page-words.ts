import type { Axis } from '#layout/axis.ts'
import { PX_PER_MM } from '#layout/paper-sheets.ts'
import { DAY_MS, instant, type Span } from '#model/time.ts'
import { formatDay, formatSpan, formatTime } from '#model/words.ts'

const isMidnight = (at: number) => at % DAY_MS === 0

/** Which stretch a page shows: days, times where it is broken within a day, places in the order of the case’s events where there are no dates. */
export function rangeWords(kind: Axis['kind'], over: Span, eventCount: number): string {
  if (kind === 'order') {
    const first = Math.max(1, Math.round(over.start / DAY_MS) + 1)
    const last = Math.min(eventCount, Math.round(over.end / DAY_MS))
    if (first > last) return 'What the review found, in its order'
    return `${first === last ? `Event ${first}` : `Events ${first} to ${last}`}, in the order the review tells them`
  }
  const isBroken = !isMidnight(over.start) || !isMidnight(over.end)
  if (!isBroken || over.end - over.start > 14 * DAY_MS) return formatSpan(over)
  const isOneDay = formatDay(over.start, 'long') === formatDay(instant(over.end - 1), 'long')
  const end = isOneDay ? formatTime(over.end) : `${formatDay(over.end, 'long')}, ${formatTime(over.end)}`
  return `${formatDay(over.start, 'long')}, ${formatTime(over.start)} to ${end}`
}

const HOUR_MS = DAY_MS / 24
const UNITS = [
  { ms: 365.25 * DAY_MS, one: 'year', many: 'years' },
  { ms: 30.44 * DAY_MS, one: 'month', many: 'months' },
  { ms: DAY_MS, one: 'day', many: 'days' },
  { ms: HOUR_MS, one: 'hour', many: 'hours' },
  { ms: HOUR_MS / 60, one: 'minute', many: 'minutes' },
]

/** "1 cm is about 4 days": pages of one print may differ in scale, so each says its own. Empty where there are no dates. */
export function scaleWords(kind: Axis['kind'], pxPerMs: number): string {
  if (kind === 'order') return 'Order only: distances mean nothing'
  const ms = (10 * PX_PER_MM) / pxPerMs
  const unit = UNITS.find((one) => ms >= one.ms * 1.5) ?? UNITS.at(-1)
  if (!unit) return ''
  const count = ms / unit.ms
  const text = count < 10 ? String(Math.round(count * 10) / 10) : String(Math.round(count))
  return `1 cm is about ${text} ${text === '1' ? unit.one : unit.many}`
}

/** The scales of a sheet from left to right: "1 cm is about 4 months, then 6 days". */
export function scalesWords(kind: Axis['kind'], scales: readonly number[]): string {
  const [first = '', ...rest] = [...new Set(scales.map((pxPerMs) => scaleWords(kind, pxPerMs)))]
  return [first, ...rest.map((words) => words.replace('1 cm is about ', ''))].join(', then ')
}
