import { utcDay, utcHour, utcMinute, utcMonth, utcYear, type TimeInterval } from 'd3-time'
import { utcFormat } from './tick-format.ts'
import { DAY_MS, instant, type Instant, MINUTE_MS, type Span } from '#model/time.ts'
import { type Scale, toPx } from './scale.ts'

export interface Tick {
  readonly at: Instant
  readonly x: number
  /** What is written at the tick; empty for a line without words. */
  readonly text: string
  /** Begins a larger unit: a year among months, a day among hours. Drawn stronger. */
  readonly major: boolean
}

interface Step {
  readonly every: TimeInterval
  readonly approxMs: number
  readonly text: (at: Date) => string
  readonly isMajor: (at: Date) => boolean
  readonly majorText: (at: Date) => string
  /** Room its words need, as a share of the least room of a tick: "6am" is shorter than "15 Dec". */
  readonly share: number
}

/** A fair guess at a bold letter's width at scale 1; axis words are few enough not to measure. */
const LETTER_PX = 7
const GAP_PX = 10

const HOUR_MS = 60 * MINUTE_MS
const MONTH_MS = 30.4 * DAY_MS
const YEAR_MS = 365.25 * DAY_MS

const isMidnight = (at: Date) => at.getUTCHours() === 0 && at.getUTCMinutes() === 0
const isYearStart = (at: Date) => at.getUTCMonth() === 0 && at.getUTCDate() === 1

/** To the first of the next month, where days are counted anew. */
const daysLeft = (at: Date) => (utcMonth.offset(utcMonth.floor(at), 1).getTime() - at.getTime()) / DAY_MS

const clock = { text: utcFormat.time, isMajor: isMidnight, majorText: utcFormat.weekday, share: 0.6 }
const days = {
  text: utcFormat.day,
  isMajor: (at: Date) => at.getUTCDate() === 1,
  majorText: utcFormat.monthYear,
  share: 1,
}
const months = { text: utcFormat.month, isMajor: isYearStart, majorText: utcFormat.monthYear, share: 0.8 }
const years = { text: utcFormat.year, isMajor: () => false, majorText: utcFormat.year, share: 0.8 }

function stepOf(interval: TimeInterval | null, approxMs: number, words: Omit<Step, 'every' | 'approxMs'>): Step[] {
  return interval ? [{ every: interval, approxMs, ...words }] : []
}

/** From fine to coarse. Days restart at each month, so that a tick is never the 31st and then the 1st. */
const STEPS: readonly Step[] = [
  ...stepOf(utcMinute.every(15), 15 * MINUTE_MS, clock),
  ...stepOf(utcHour, HOUR_MS, clock),
  ...stepOf(utcHour.every(3), 3 * HOUR_MS, clock),
  ...stepOf(utcHour.every(6), 6 * HOUR_MS, clock),
  ...stepOf(utcDay, DAY_MS, days),
  ...stepOf(
    utcDay.filter((at) => at.getUTCDate() % 2 === 1 && daysLeft(at) > 1),
    2 * DAY_MS,
    days,
  ),
  ...stepOf(
    utcDay.filter((at) => at.getUTCDate() % 4 === 1 && daysLeft(at) > 2),
    4 * DAY_MS,
    days,
  ),
  ...stepOf(
    utcDay.filter((at) => [1, 8, 15, 22].includes(at.getUTCDate())),
    7 * DAY_MS,
    days,
  ),
  ...stepOf(
    utcDay.filter((at) => [1, 15].includes(at.getUTCDate())),
    15 * DAY_MS,
    days,
  ),
  ...stepOf(utcMonth, MONTH_MS, months),
  ...stepOf(utcMonth.every(3), 3 * MONTH_MS, months),
  ...stepOf(utcYear, YEAR_MS, years),
  ...stepOf(utcYear.every(2), 2 * YEAR_MS, years),
  ...stepOf(utcYear.every(5), 5 * YEAR_MS, years),
  ...stepOf(utcYear.every(10), 10 * YEAR_MS, years),
]

/** Ticks of a dated axis over a stretch, no two closer than `leastPx` on average; in order. Words are `textScale` times as wide as at scale 1. */
export function placeTicks(over: Span, scale: Scale, leastPx: number, textScale = 1): readonly Tick[] {
  const step = STEPS.find(({ approxMs, share }) => approxMs * scale.pxPerMs >= leastPx * share) ?? STEPS.at(-1)
  if (!step) return []
  const ticks = step.every.range(new Date(over.start), new Date(over.end)).map((date): Tick => {
    const major = step.isMajor(date)
    const at = instant(date.getTime())
    return { at, x: toPx(scale, at), text: major ? step.majorText(date) : step.text(date), major }
  })
  return ticks.map((tick, place) => {
    const before = ticks[place - 1]
    const isCrowded = before?.major === true && tick.x - before.x < before.text.length * LETTER_PX * textScale + GAP_PX
    return isCrowded && !tick.major ? { ...tick, text: '' } : tick
  })
}

/** Ticks of an axis of order: the number of every event, or of every fifth, tenth … where they would crowd. */
export function placeOrderTicks(count: number, scale: Scale, leastPx: number): readonly Tick[] {
  const slotPx = DAY_MS * scale.pxPerMs
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((n) => n * slotPx >= leastPx) ?? 1000
  const ticks: Tick[] = []
  for (let order = 0; order < count; order += 1) {
    if ((order + 1) % every !== 0 && order !== 0) continue
    const at = instant((order + 0.5) * DAY_MS)
    ticks.push({ at, x: toPx(scale, at), text: String(order + 1), major: false })
  }
  return ticks
}
