import { addCalendar, DAY_MS, instant, type Instant, MINUTE_MS, type Span, WEEK_MS } from '#model/time.ts'
import { formatCount } from '#model/words.ts'
import type { Anchor } from './anchor.ts'
import { cutToWidth } from './labels.ts'
import type { MeasureText } from './metrics.ts'
import { type Scale, toPx } from './scale.ts'
import { placeTicks, type Tick } from './ticks.ts'

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

const HOUR_MS = 60 * MINUTE_MS
const UNIT_MS: Readonly<Record<Unit, number>> = {
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  week: WEEK_MS,
  month: 30.4 * DAY_MS,
  year: 365.25 * DAY_MS,
}

/** From fine to coarse, each round in its unit. */
const STEPS: readonly (readonly [number, Unit])[] = [
  [15, 'minute'],
  [1, 'hour'],
  [3, 'hour'],
  [6, 'hour'],
  [1, 'day'],
  [2, 'day'],
  [1, 'week'],
  [2, 'week'],
  [1, 'month'],
  [3, 'month'],
  [6, 'month'],
  [1, 'year'],
  [2, 'year'],
  [5, 'year'],
  [10, 'year'],
]
const COARSEST = [10, 'year'] as const

/** From a tick to its words, and from there to the next ones. */
const INSET_PX = 5
const GAP_PX = 8
/** The event's title may be as wide as this many figures. */
const TITLE_FIGURES = 26
/** From this width on a day has room for its hours. */
const HOURS_FROM_PX = 150

/** Months and years are the calendar's, so that a year after 1 March is 1 March. */
function momentAt(from: Instant, count: number, unit: Unit): Instant {
  return unit === 'month' || unit === 'year' ? addCalendar(from, count, unit) : instant(from + count * UNIT_MS[unit])
}

/** "3 weeks before", "1 day after". */
function countWords(count: number, unit: Unit): string {
  return `${formatCount(Math.abs(count), unit)} ${count < 0 ? 'before' : 'after'}`
}

function zeroWords({ title, latest }: Anchor, measure: MeasureText): string {
  const words = latest === undefined ? title : `earliest: ${title}`
  return cutToWidth(words, measure('0', true) * TITLE_FIGURES, true, measure) ?? '0'
}

/** Without words that would run into others: those of zero and of whole days come first. */
function clearWords(ticks: readonly Tick[], measure: MeasureText): readonly Tick[] {
  const endOf = ({ x, text, major }: Tick) => x + measure(text, major) + GAP_PX
  const kept: Tick[] = []
  let last: { readonly tick: Tick; readonly place: number } | undefined
  for (const tick of ticks) {
    const meets = last !== undefined && tick.text !== '' && tick.x < endOf(last.tick)
    if (last && meets && tick.major && !last.tick.major) kept[last.place] = { ...last.tick, text: '' }
    const isWorded = tick.text !== '' && (!meets || tick.major)
    if (isWorded) last = { tick, place: kept.length }
    kept.push(isWorded ? tick : { ...tick, text: '' })
  }
  return kept
}

/** Where only the day is known, hours are the clock's and days are counted: nobody knows how many hours it was. */
function placeHours(anchor: Anchor, over: Span, scale: Scale, leastPx: number, measure: MeasureText): readonly Tick[] {
  const ticks = placeTicks(over, scale, leastPx).map((tick): Tick => {
    if ((tick.at - anchor.at) % DAY_MS !== 0) return { ...tick, major: false }
    const count = Math.round((tick.at - anchor.at) / DAY_MS)
    return { ...tick, major: true, text: count === 0 ? zeroWords(anchor, measure) : countWords(count, 'day') }
  })
  return clearWords(ticks, measure)
}

/** Ticks counted from an event: zero with its title, then as many days, weeks, months or years before and after as fit. */
export function placeAnchorTicks(
  anchor: Anchor,
  over: Span,
  scale: Scale,
  leastPx: number,
  measure: MeasureText,
): readonly Tick[] {
  if (!anchor.hasTime && DAY_MS * scale.pxPerMs >= HOURS_FROM_PX)
    return placeHours(anchor, over, scale, leastPx, measure)
  const finestMs = anchor.hasTime ? 0 : DAY_MS
  const [step, unit] =
    STEPS.find(([many, one]) => UNIT_MS[one] >= finestMs && many * UNIT_MS[one] * scale.pxPerMs >= leastPx) ?? COARSEST
  const stepMs = step * UNIT_MS[unit]
  const first = Math.floor((over.start - anchor.at) / stepMs) - 1
  const last = Math.ceil((over.end - anchor.at) / stepMs) + 1
  const widestPx = Math.max(...[first, last].map((place) => measure(countWords(place * step, unit), false)))
  // Words stand at every tick, or at every second or third where they need the room.
  const wordsEvery = Math.max(1, Math.ceil((widestPx + INSET_PX + GAP_PX) / (stepMs * scale.pxPerMs)))
  const areYears = unit === 'month' && (step * wordsEvery) % 12 === 0
  const wordsAt = (place: number) => {
    if (place === 0) return zeroWords(anchor, measure)
    if (place % wordsEvery !== 0) return ''
    return areYears ? countWords((place * step) / 12, 'year') : countWords(place * step, unit)
  }
  const ticks: Tick[] = []
  for (let place = first; place <= last; place += 1) {
    const at = momentAt(anchor.at, place * step, unit)
    if (at >= over.start && at < over.end)
      ticks.push({ at, x: toPx(scale, at), text: wordsAt(place), major: place === 0 })
  }
  return clearWords(ticks, measure)
}
