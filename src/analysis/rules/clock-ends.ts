import { type CaseEvent, readDate } from '#model/case.ts'
import type { Moment, When } from '#model/edtf.ts'
import type { LinkKind } from '#model/vocabulary.ts'
import type { CaseIndex } from '#analysis/case-index.ts'
import { isPerhapsAfter, isSurelyAfter, lastDayOf } from '#analysis/certainty.ts'
import type { ClockRule } from './clock-rule.ts'
import { elapsedOf } from './clock-verdict.ts'
import { isOccasion, type Occasion } from './occasions.ts'
import { isAtWork } from './open-case.ts'
import { findChases, findImpliedReply, findReplies, readRequest } from './requests.ts'
import { DEFAULT_THRESHOLDS } from './thresholds.ts'

/** What starts a clock in a case, and what may stop it. */

export interface Start {
  /** Undefined when it is a date of the child's own. */
  readonly event: CaseEvent | undefined
  readonly when: When | undefined
  /** In a sentence, without its date: “Referral to social care”, the birth. */
  readonly name: string
}

export type Finder = (occasion: Occasion) => readonly CaseEvent[]

/** How long after a referral an event of social care that no link ties to it may still be its answer. The default of `requestToReply`. */
const IMPLIED_DAYS = DEFAULT_THRESHOLDS.requestToReply

/** Assessments; among them those whose words say that they are done. */
const ASSESSED: ReadonlySet<Occasion> = new Set<Occasion>([
  'assessment-concluded',
  'initial-assessment-concluded',
  'core-assessment-concluded',
])
/** Words by which an assessment says that it is done; where one says so, those that do not are steps on the way. */
const CONCLUDED = /complet|conclu|finish|final|summar|recommend|negative|positive|\bends?\b|outcome/i
/** Words by which a response says that nothing more is to follow. */
const NO_MORE = /no further action|\bNFA\b|\bclose[sd]?\b|information only|advice only/i
/** Words by which a response says that an assessment is to follow. */
const ASSESSES = /assess|allocat|section 47|\bs\.? ?47\b|strategy|enquir|social worker|accept/i
const ANSWERS: ReadonlySet<LinkKind> = new Set<LinkKind>(['answers', 'results-from', 'follows-up'])

function own(name: string, when: When | undefined): readonly Start[] {
  return when ? [{ event: undefined, when, name }] : []
}

function bornOf({ of }: CaseIndex): When | undefined {
  return readDate(of.personById.get(of.subject)?.born)
}

/** The first day of the pregnancy, and its last if the case gives it; weeks are counted from the first. */
function pregnancyOf({ of }: CaseIndex): { readonly from: Moment | undefined; readonly to: Moment | undefined } {
  const when = of.periods.find((period) => period.kind === 'pregnancy')?.when
  return when?.kind === 'range' ? when : { from: when, to: undefined }
}

/** What starts a clock, in order: events of the occasion, or a date of the child's own. */
export function startsOf(index: CaseIndex, occasion: Occasion, found: Finder): readonly Start[] {
  if (occasion === 'birth') return own('the birth', bornOf(index))
  if (occasion === 'birth-under-plan') {
    const born = bornOf(index)
    const isPlanned = born && found('plan-made').some(({ when }) => when && isSurelyAfter(born, when))
    return isPlanned ? own('the birth', born) : []
  }
  if (occasion === 'pregnancy') return own('the first day of the pregnancy', pregnancyOf(index).from)
  const events = found(occasion).map((event) => ({ event, when: event.when, name: `“${event.title}”` }))
  if (occasion !== 'incident-known' || events.length > 0) return events
  return own('the death', readDate(index.of.personById.get(index.of.subject)?.died))
}

function linkedStops(index: CaseIndex, rule: ClockRule, event: CaseEvent): readonly CaseEvent[] {
  if (rule.isLinked === 'chase') return findChases(index, event)
  if (rule.isLinked === 'answer')
    return (index.backlinks.get(event.id) ?? []).flatMap((one) => (ANSWERS.has(one.kind) ? [one.event] : []))
  const request = readRequest(index, event)
  const linked = request ? findReplies(index, request) : []
  const implied = request && linked.length === 0 ? findImpliedReply(index, request, IMPLIED_DAYS).event : undefined
  // An assessment that no link ties to the referral may have been decided on long before it.
  return [...linked, ...(implied && implied.type !== 'assessment' ? [implied] : [])]
}

/** The stops of a rule that may follow a start, at most up to the next start of the same kind. */
export function stopsFor(
  index: CaseIndex,
  rule: ClockRule,
  start: Start,
  starts: readonly Start[],
  found: Finder,
): readonly CaseEvent[] {
  if (rule.isLinked && start.event)
    return linkedStops(index, rule, start.event).filter((event) => isOccasion(index, event, rule.stop))
  const { when } = start
  if (!when) return []
  const next = starts.find((one) => one.event !== start.event && one.when && one.when.span.start >= when.span.end)?.when
  const birth = rule.start === 'pregnancy' ? (bornOf(index) ?? pregnancyOf(index).to) : undefined
  const after = found(rule.stop).filter(
    (event) =>
      event !== start.event &&
      event.when !== undefined &&
      isPerhapsAfter(event.when, when) &&
      !(birth && isSurelyAfter(event.when, birth)) &&
      (rule.notBefore === undefined ||
        elapsedOf(rule, when.span.start, lastDayOf(event.when.span)) >= rule.notBefore) &&
      (!next || rule.start === rule.stop || !isSurelyAfter(event.when, next)),
  )
  const done = ASSESSED.has(rule.stop) ? after.filter(({ title }) => CONCLUDED.test(title)) : []
  return done.length > 0 ? done : after
}

/** Whether social care is seen to have decided on a referral, and nothing says that an assessment was the response: there are others. */
function wasAnsweredOtherwise(index: CaseIndex, referral: CaseEvent): boolean {
  const request = readRequest(index, referral)
  if (!request) return false
  const implied = findImpliedReply(index, request, IMPLIED_DAYS).event
  const said = [...findReplies(index, request), ...(implied ? [implied] : [])]
  const decided = said.filter(({ type }) => type === 'decision' || type === 'information')
  return decided.length > 0 && !said.some(({ title, type }) => type === 'handover' || ASSESSES.test(title))
}

/** Whether a stop should be in this chronology, so that its absence is worth asking about. */
export function expectsStop(index: CaseIndex, rule: ClockRule, start: Start, starts: readonly Start[]): boolean {
  if (rule.whenStopMissing === 'ignore') return false
  const { event, when } = start
  // A chronology without health visitors has nothing to say of their visits.
  if (rule.stop === 'antenatal-visit') return index.of.agencies.some(({ service }) => service === 'health-visiting')
  if (!event || !when) return true
  if (ASSESSED.has(rule.stop) && wasAnsweredOtherwise(index, event)) return false
  // What comes in on an open case need not start an assessment of its own.
  if (rule.start === 'referral-to-social-care' && isAtWork(index, when) !== 'no') return false
  // A referral that nothing took up is left to the rule that asks for a reply.
  const request = event.type === 'referral' ? readRequest(index, event) : undefined
  if (request && event.outcome !== 'accepted' && findReplies(index, request).length === 0) return false
  if ((index.backlinks.get(event.id) ?? []).some((one) => NO_MORE.test(one.event.title))) return false
  return !starts.some((one) => one.event !== event && one.when && one.when.span.start >= when.span.end)
}

/** Nothing is to be assessed where a referral was refused. */
export function isRefused({ event }: Start, rule: ClockRule): boolean {
  return ASSESSED.has(rule.stop) && event?.outcome === 'not-accepted'
}
