import { type CaseEvent, readDate } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { instant, type Instant, instantOf } from '#model/time.ts'
import { formatWhen } from '#model/words.ts'
import { agenciesIn, type CaseIndex, isSocialCare } from '#analysis/case-index.ts'
import {
  type Certainty,
  type Days,
  dayOf,
  isCoarse,
  isDoubted,
  isPerhapsAfter,
  isSurelyAfter,
  lastDayOf,
  measure,
  measureOpen,
} from '#analysis/certainty.ts'
import { notice, type Noticed } from './candidates.ts'
import type { ClockRule } from './clock-rule.ts'
import { CLOCK_RULES } from './clock-rules.ts'
import { isOccasion, type Occasion } from './occasions.ts'
import { isAtWork } from './open-case.ts'
import { findImpliedReply, findReplies, firstAfter, readRequest } from './requests.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'
import { knowsBankHolidays, monthsBetween, workingDaysBetween } from '#analysis/working-days.ts'
import { perIndex } from './per-index.ts'

/** `no-stop`: the limit has surely passed within the record and nothing in this chronology stops the clock. */
export type Verdict = 'within' | 'over' | 'perhaps-over' | 'cannot-tell' | 'no-stop'

/** One clock that ran. */
export interface ClockReading {
  readonly rule: ClockRule
  /** Undefined when the start is the child's birth. */
  readonly start: CaseEvent | undefined
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

/** The rules in force on a day for a nation and area. Local rules only where the case names the area. Empty for a nation without any. */
export function rulesInForce(at: Instant, nation: string, area: string): readonly ClockRule[] {
  return CLOCK_RULES.filter(
    (rule) =>
      rule.nation === nation &&
      isoDay(rule.validFrom) <= at &&
      (rule.validTo === null || at < isoDay(rule.validTo)) &&
      (rule.area === undefined || area.toLowerCase().includes(rule.area.toLowerCase())),
  )
}

function elapsedOf(rule: ClockRule, from: Instant, to: Instant): number {
  switch (rule.unit) {
    case 'working days':
      return workingDaysBetween(dayOf(from), dayOf(to))
    case 'days':
      return Math.max(0, (dayOf(to) - dayOf(from)) / 86_400_000)
    case 'months':
      return monthsBetween(dayOf(from), dayOf(to))
    case 'hours':
      return Math.max(0, (to - from) / 3_600_000)
    default:
      return rule.unit satisfies never
  }
}

/** Elapsed time between two dates in a rule's unit: each may lie anywhere in its span. */
function readElapsed(rule: ClockRule, from: When, to: When): Days {
  const isHours = rule.unit === 'hours'
  return {
    least: elapsedOf(rule, isHours ? from.span.end : lastDayOf(from.span), to.span.start),
    most: elapsedOf(rule, from.span.start, isHours ? to.span.end : lastDayOf(to.span)),
  }
}

function readVerdict(rule: ClockRule, from: When, to: When, elapsed: Days): Verdict {
  const unknowable =
    rule.unit === 'working days' && !(knowsBankHolidays(from.span.start) && knowsBankHolidays(lastDayOf(to.span)))
  if (elapsed.most <= rule.limit) return unknowable ? 'cannot-tell' : 'within'
  if (!isSurelyAfter(to, from)) return 'cannot-tell'
  if (elapsed.least > rule.limit) return unknowable || isDoubted(from) || isDoubted(to) ? 'perhaps-over' : 'over'
  return unknowable || isCoarse(from) || isCoarse(to) ? 'cannot-tell' : 'perhaps-over'
}

interface Start {
  readonly event: CaseEvent | undefined
  readonly when: When | undefined
}

/** How long after a referral an event of social care that no link ties to it may still be its answer. The default of `requestToReply`. */
const IMPLIED_DAYS = DEFAULT_THRESHOLDS.requestToReply

/** Words by which an assessment says that it is done; where one says so, those that do not are steps on the way. */
const CONCLUDED = /complet|conclu|finish|final|summar|recommend|negative|positive|\bends?\b|outcome/i
/** Words by which a response says that nothing more is to follow. */
const NO_MORE = /no further action|\bNFA\b|\bclose[sd]?\b|information only|advice only/i

/** The stops of a rule that may follow a start, at most up to the next start of the same kind. */
function stopsFor(
  index: CaseIndex,
  rule: ClockRule,
  start: Start,
  starts: readonly Start[],
  all: readonly CaseEvent[],
): readonly CaseEvent[] {
  if (rule.isLinked && start.event) {
    const request = readRequest(index, start.event)
    const linked = request ? findReplies(index, request) : []
    const implied = request && linked.length === 0 ? findImpliedReply(index, request, IMPLIED_DAYS).event : undefined
    // An assessment that no link ties to the referral may have been decided on long before it.
    const said = implied && implied.type !== 'assessment' ? [implied] : []
    return [...linked, ...said].filter((event) => isOccasion(index, event, rule.stop))
  }
  const { when } = start
  if (!when) return []
  const next = starts.find((one) => one.event !== start.event && one.when && one.when.span.start >= when.span.end)?.when
  const after = all.filter(
    (event) =>
      event !== start.event &&
      event.when !== undefined &&
      isPerhapsAfter(event.when, when) &&
      (!next || rule.start === rule.stop || !isSurelyAfter(event.when, next)),
  )
  const done = rule.stop === 'assessment-concluded' ? after.filter(({ title }) => CONCLUDED.test(title)) : []
  return done.length > 0 ? done : after
}

/** Words by which a response says that an assessment is to follow. */
const ASSESSES = /assess|allocat|section 47|\bs\.? ?47\b|strategy|enquir|social worker|accept/i

/** Whether social care is seen to have decided on a referral, and nothing says that an assessment was the response: there are others. */
function wasAnsweredOtherwise(index: CaseIndex, referral: CaseEvent): boolean {
  const request = readRequest(index, referral)
  if (!request) return false
  const implied = findImpliedReply(index, request, IMPLIED_DAYS).event
  const said = [...findReplies(index, request), ...(implied ? [implied] : [])]
  const decided = said.filter(({ type }) => type === 'decision' || type === 'information')
  return decided.length > 0 && !said.some(({ title, type }) => type === 'handover' || ASSESSES.test(title))
}

function expectsStop(index: CaseIndex, rule: ClockRule, start: Start, starts: readonly Start[]): boolean {
  if (rule.whenStopMissing === 'ignore') return false
  const { event, when } = start
  if (!event || !when) return true
  if (rule.stop === 'assessment-concluded' && wasAnsweredOtherwise(index, event)) return false
  // What comes in on an open case need not start an assessment of its own.
  if (rule.start === 'referral-to-social-care' && isAtWork(index, when) !== 'no') return false
  // A referral that nothing took up is left to the rule that asks for a reply.
  const request = event.type === 'referral' ? readRequest(index, event) : undefined
  if (request && event.outcome !== 'accepted' && findReplies(index, request).length === 0) return false
  if ((index.backlinks.get(event.id) ?? []).some((one) => NO_MORE.test(one.event.title))) return false
  return !starts.some((one) => one.event !== event && one.when && one.when.span.start >= when.span.end)
}

function readClock(
  index: CaseIndex,
  rule: ClockRule,
  start: Start,
  starts: readonly Start[],
  all: readonly CaseEvent[],
): ClockReading[] {
  const { event, when } = start
  const base = { rule, start: event, startWhen: when }
  if (rule.stop === 'assessment-concluded' && event?.outcome === 'not-accepted') return []
  // Due before the chronology begins: what stopped it would not be in it.
  const opens = index.of.reviewWhen?.span.start
  if (when && opens !== undefined && elapsedOf(rule, when.span.start, opens) > rule.limit) return []
  const stops = stopsFor(index, rule, start, starts, all)
  const stop = firstAfter(when, stops).event ?? stops[0]
  if (stop) {
    if (!when || !stop.when) return [{ ...base, stop, elapsed: { least: 0, most: Infinity }, verdict: 'cannot-tell' }]
    const elapsed = readElapsed(rule, when, stop.when)
    const verdict = readVerdict(rule, when, stop.when, elapsed)
    // Without a link it may answer something else.
    const isImplied = rule.isLinked && !stop.links?.some((link) => link.event === event?.id)
    return [{ ...base, stop, elapsed, verdict: isImplied && verdict === 'over' ? 'perhaps-over' : verdict }]
  }
  if (!expectsStop(index, rule, start, starts) || !when) return []
  const end = index.recordEnd
  const elapsed = {
    least: end === undefined ? 0 : elapsedOf(rule, lastDayOf(when.span), dayOf(instant(end - 1))),
    most: Infinity,
  }
  if (end !== undefined && elapsed.least <= rule.limit) return []
  return [{ ...base, stop: undefined, elapsed, verdict: end === undefined ? 'cannot-tell' : 'no-stop' }]
}

function startsOf(
  index: CaseIndex,
  occasion: Occasion,
  found: (occasion: Occasion) => readonly CaseEvent[],
): readonly Start[] {
  if (occasion !== 'birth') return found(occasion).map((event) => ({ event, when: event.when }))
  const born = readDate(index.of.personById.get(index.of.subject)?.born)
  return born ? [{ event: undefined, when: born }] : []
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
    const list = index.events.filter((event) => isOccasion(index, event, occasion))
    lists.set(occasion, list)
    return list
  }
  const rules = CLOCK_RULES.filter((rule) => rule.nation === nation)
  return rules.flatMap((rule) => {
    const starts = startsOf(index, rule.start, found)
    return starts.flatMap((start) => {
      if (!start.when) return []
      const [first, last] = [start.when.span.start, lastDayOf(start.when.span)]
      const inForce = [first, last].every((day) => rulesInForce(day, nation, area).includes(rule))
      return inForce ? readClock(index, rule, start, starts, found(rule.stop)) : []
    })
  })
})

function certaintyOf(verdict: Verdict): Certainty | undefined {
  switch (verdict) {
    case 'within':
      return undefined
    case 'over':
    case 'no-stop':
      return 'certain'
    case 'perhaps-over':
      return 'possible'
    case 'cannot-tell':
      return 'cannot-tell'
    default:
      return verdict satisfies never
  }
}

/** "54 working days", "2 to 3 months", "at least 9 days", "an unknown number of hours". Months are cut to whole ones. */
export function formatElapsed({ least, most }: Days, unit: ClockRule['unit']): string {
  const [a, b] = [Math.floor(least), Math.floor(most)]
  const words = (count: number) => (count === 1 ? unit.slice(0, -1) : unit)
  if (!Number.isFinite(most)) return a > 0 ? `at least ${a} ${words(a)}` : `an unknown number of ${unit}`
  return a === b ? `${a} ${words(a)}` : `${a} to ${b} ${words(b)}`
}

/** Clocks past their limit, or that cannot be told to be within it. In no order. Wording asks for the recorded reason. */
export function noticeClocks(index: CaseIndex): readonly Noticed[] {
  return readClocks(index).flatMap(({ rule, start, startWhen, stop, elapsed, verdict }): Noticed[] => {
    const certainty = certaintyOf(verdict)
    if (!certainty) return []
    const from = start ? `“${start.title}” (${formatWhen(startWhen, 'short')})` : 'the birth'
    const until = stop
      ? `${formatElapsed(elapsed, rule.unit)} to “${stop.title}”`
      : 'no event in this chronology that stops the clock'
    const unconfirmed = rule.confirmed ? '' : ', unconfirmed'
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
          limit: { name: `clock ${rule.id}`, value: rule.limit, unit: rule.unit },
          text: `${rule.title}: from ${from}, ${until}, against ${rule.limit} ${rule.unit} (${rule.edition}${unconfirmed}): ${certainty === 'cannot-tell' ? 'the dates cannot tell; ' : ''}${rule.wording}?`,
        },
        rule.id,
      ),
    ]
  })
}
