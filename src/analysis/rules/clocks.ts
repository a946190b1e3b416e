import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { instant, type Instant, instantOf, WEEK_MS } from '#model/time.ts'
import { formatWhen } from '#model/words.ts'
import { agenciesIn, type CaseIndex, isSocialCare } from '#analysis/case-index.ts'
import { type Certainty, type Days, dayOf, lastDayOf, measure, measureOpen } from '#analysis/certainty.ts'
import { notice, type Noticed } from './candidates.ts'
import { expectsStop, type Finder, isRefused, type Start, startsOf, stopsFor } from './clock-ends.ts'
import type { ClockRule } from './clock-rule.ts'
import { CLOCK_RULES } from './clock-rules.ts'
import {
  certaintyOf,
  elapsedOf,
  formatClockLimit,
  formatElapsed,
  readElapsed,
  readVerdict,
  type Verdict,
} from './clock-verdict.ts'
import { isOccasion, type Occasion, OF_THE_REVIEW } from './occasions.ts'
import { perIndex } from './per-index.ts'
import { firstAfter } from './requests.ts'

/** One clock that ran. */
export interface ClockReading {
  readonly rule: ClockRule
  /** Undefined when the start is a date of the child's own. */
  readonly start: CaseEvent | undefined
  readonly startName: string
  readonly startWhen: When | undefined
  readonly stop: CaseEvent | undefined
  /** In the rule's unit; months are fractions. */
  readonly elapsed: Days
  readonly verdict: Verdict
}

function isoDay(iso: string): Instant {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return instantOf(year, month, day)
}

/** Whether an area holds a name as whole words; North Lincolnshire is not Lincolnshire. */
function holds(area: string, name: string): boolean {
  return new RegExp(`(?<!\\bnorth (east )?)\\b${name}\\b`, 'i').test(area)
}

/** Whether a rule is for a nation and area: local ones only where the case names the area. */
export function isFor({ nation, areas }: ClockRule, of: { readonly nation: string; readonly area: string }): boolean {
  return nation === of.nation && (areas === undefined || areas.some((name) => holds(of.area, name)))
}

function isValidOn({ validFrom, validTo }: ClockRule, at: Instant): boolean {
  return isoDay(validFrom) <= at && (validTo === null || at < isoDay(validTo))
}

/** The rules in force on a day for a nation and area; a local one in place of the national one it has the id of. */
export function rulesInForce(at: Instant, nation: string, area: string): readonly ClockRule[] {
  const valid = CLOCK_RULES.filter((rule) => isFor(rule, { nation, area }) && isValidOn(rule, at))
  const local = new Set(valid.flatMap(({ id, areas }) => (areas ? [id] : [])))
  return valid.filter(({ id, areas }) => areas !== undefined || !local.has(id))
}

function readClock(
  index: CaseIndex,
  rule: ClockRule,
  start: Start,
  starts: readonly Start[],
  found: Finder,
): ClockReading[] {
  const { event, when, name } = start
  const limit = rule.limit ?? Infinity
  const base = { rule, start: event, startName: name, startWhen: when }
  if (!when || isRefused(start, rule)) return []
  // Due before the chronology begins: what stopped it would not be in it.
  const opens = index.of.reviewWhen?.span.start
  if (!rule.isLeast && opens !== undefined && elapsedOf(rule, when.span.start, opens) > limit) return []
  const stops = stopsFor(index, rule, start, starts, found)
  const stop = firstAfter(when, stops).event ?? stops[0]
  if (stop) {
    if (!stop.when) {
      const verdict = rule.limit === null ? 'no-number' : 'cannot-tell'
      return [{ ...base, stop, elapsed: { least: 0, most: Infinity }, verdict }]
    }
    const elapsed = readElapsed(rule, when, stop.when)
    const verdict = readVerdict(rule, when, stop.when, elapsed)
    // Without a link it may answer something else.
    const isImplied = rule.isLinked && !stop.links?.some((link) => link.event === event?.id)
    return [{ ...base, stop, elapsed, verdict: isImplied && verdict === 'over' ? 'perhaps-over' : verdict }]
  }
  if (!expectsStop(index, rule, start, starts)) return []
  const end = index.recordEnd
  const elapsed = {
    least: end === undefined ? 0 : elapsedOf(rule, lastDayOf(when.span), dayOf(instant(end - 1))),
    most: Infinity,
  }
  if (end !== undefined && elapsed.least <= limit) return []
  return [{ ...base, stop: undefined, elapsed, verdict: end === undefined ? 'cannot-tell' : 'no-stop' }]
}

/** From which day to which a rule must have been in force: the start's, or that of the week of pregnancy it names. */
function judgedOn({ unit, limit }: ClockRule, { span }: When): readonly Instant[] {
  const later = unit === 'weeks of pregnancy' ? (limit ?? 0) * WEEK_MS : 0
  return [span.start, lastDayOf(span)].map((day) => instant(day + later))
}

/** Whether a local rule stands in the place of a national one for what began then; the two may be judged on different days. */
function isReplaced(rule: ClockRule, rules: readonly ClockRule[], when: When): boolean {
  const isHere = (other: ClockRule) => other.areas !== undefined && other.id === rule.id
  return (
    rule.areas === undefined &&
    rules.some((other) => isHere(other) && judgedOn(other, when).every((day) => isValidOn(other, day)))
  )
}

/**
 * Every clock that ran in a case: for each start, the first stop after it, by the edition in force on the start's day,
 * in the order of the rules. A start superseded by another before the stop is left to that one. Where the start's day is
 * too vague to choose an edition, or undated, nothing is read. Rules and sources: `clock-rules.ts`.
 */
export const readClocks = perIndex((index: CaseIndex): readonly ClockReading[] => {
  const { nation, area } = index.of.review
  const lists = new Map<Occasion, readonly CaseEvent[]>()
  const found = (occasion: Occasion) => {
    const known = lists.get(occasion)
    if (known) return known
    const events = OF_THE_REVIEW.has(occasion) ? index.of.events : index.events
    const list = events.filter((event) => isOccasion(index, event, occasion))
    lists.set(occasion, list)
    return list
  }
  const rules = CLOCK_RULES.filter((rule) => isFor(rule, index.of.review))
  return rules.flatMap((rule) => {
    const starts = startsOf(index, rule.start, found)
    return starts.flatMap((start) => {
      if (!start.when) return []
      const inForce = judgedOn(rule, start.when).every((day) => rulesInForce(day, nation, area).includes(rule))
      return inForce && !isReplaced(rule, rules, start.when) ? readClock(index, rule, start, starts, found) : []
    })
  })
})

/** A question about a clock, in one sentence that asks for the recorded reason. */
function sentence({ rule, startName, startWhen, stop, elapsed }: ClockReading, certainty: Certainty): string {
  const until = stop
    ? `${formatElapsed(elapsed, rule.unit)} to “${stop.title}”`
    : 'no event in this chronology that stops the clock'
  const edition = `${rule.edition}${rule.confirmed ? '' : ', unconfirmed'}`
  const doubt = certainty === 'cannot-tell' ? 'the dates cannot tell; ' : ''
  return `${rule.title}: from ${startName} (${formatWhen(startWhen, 'short')}), ${until}, against ${formatClockLimit(rule) ?? 'no number'} (${edition}): ${doubt}${rule.wording}?`
}

/** Clocks past their limit, or that cannot be told to be within it. In no order. Wording asks for the recorded reason. */
export function noticeClocks(index: CaseIndex): readonly Noticed[] {
  return readClocks(index).flatMap((reading): Noticed[] => {
    const { rule, start, startWhen, stop } = reading
    const certainty = certaintyOf(reading.verdict)
    if (!certainty || rule.limit === null) return []
    const receivers = start ? agenciesIn(index.of, start, ['recipient']) : []
    const stopped = stop ? agenciesIn(index.of, stop, ['lead', 'attended']) : []
    const teams = index.of.agencies.filter(isSocialCare).map(({ id }) => id)
    const known = [...receivers, ...stopped.filter((id) => teams.includes(id) || receivers.length === 0)]
    const led = start ? agenciesIn(index.of, start, ['lead']) : []
    return [
      notice(
        {
          rule: 'clock',
          kind: 'delay',
          from: startWhen,
          to: stop?.when,
          days: stop ? measure(startWhen, stop.when) : measureOpen(startWhen, index.recordEnd),
          holders: known.length > 0 ? known : led,
          receivers: start ? agenciesIn(index.of, start, ['sender']) : [],
          events: [start, stop].flatMap((one) => (one ? [one.id] : [])),
          certainty,
          limit: { name: `clock ${rule.id}`, value: rule.limit, unit: rule.unit, since: rule.validFrom },
          text: sentence(reading, certainty),
        },
        rule.id,
      ),
    ]
  })
}
