import { type CaseEvent, readDate } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { DAY_MS, instant } from '#model/time.ts'
import { formatWhen } from '#model/words.ts'
import type { EventType } from '#model/vocabulary.ts'
import { acted, type CaseIndex, isSocialCare, mayLieBetween, undatedWindows } from '#analysis/case-index.ts'
import { isSurelyAfter, judge, type Lapse, measureOpen, unsettle } from '#analysis/certainty.ts'
import { type Line, lineOf, walkFromMoment } from '#analysis/line.ts'
import { type Limit, notice, type Noticed } from './candidates.ts'
import { takesPart } from './concerns.ts'
import { firstAlong } from './requests.ts'
import type { Thresholds } from './thresholds.ts'

/** What answers a serious concern in social care's hands, by type or by the words of a title. */
const STEPS =
  /strategy|section 47|\bs\.? ?47\b|enquir|conference|core group|investigation|police protection|legal planning|pre-?proceedings|emergency protection|assessment|foster|removed?\b|legal advice/i

/** Events that show by themselves that it was weighed. */
const DECIDING: ReadonlySet<EventType> = new Set<EventType>(['legal', 'assessment', 'decision'])

/** How long a step already taken stands for a new concern: from a strategy discussion to the conference it may lead to, 15 working days. */
const UNDER_WAY_DAYS = 21

const isStep = (index: CaseIndex, event: CaseEvent) =>
  (DECIDING.has(event.type) || STEPS.test(event.title)) && event.type !== 'review' && takesPart(index, event)

/** Whether social care itself saw or heard it; what is sent to it is a referral, and has rules of its own. */
const isOwn = (index: CaseIndex, event: CaseEvent) =>
  event.agencies.some(({ id }) => isSocialCare(index.of.agencyById.get(id)) && acted(event, id))

function isUnderWay(line: Line, when: When): boolean {
  for (const { when: step } of walkFromMoment(line, instant(when.span.start - UNDER_WAY_DAYS * DAY_MS))) {
    if (!step || step.span.start >= when.span.end) return false
    if (isSurelyAfter(when, step)) return true
  }
  return false
}

/**
 * Serious concerns in social care's hands that social care itself met with, after which no step of an enquiry follows within `concernToStrategy`, one
 * candidate for those up to the next step. `possible` at most: what the case file calls serious is the transcriber's word.
 * In no order. Rule: Working Together (a strategy discussion whenever significant harm is suspected).
 */
export function noticeNoEnquiry(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const steps = index.events.filter((event) => event.when && isStep(index, event))
  const line = lineOf(steps)
  const undated = undatedWindows(
    index.of,
    index.of.events.filter((event) => !event.when && isStep(index, event)),
  )
  const died = readDate(index.of.personById.get(index.of.subject)?.died)
  const groups = new Map<string, { concerns: CaseEvent[]; step: CaseEvent | undefined; lapse: Lapse }>()
  for (const event of index.events) {
    const { when } = event
    if (!when || event.concern !== 'serious' || !isOwn(index, event) || isStep(index, event)) continue
    if (died && when.span.start >= died.span.start) continue
    if (isUnderWay(line, when)) continue
    const { event: step, lapse: found } = firstAlong(when, line, (one) => one !== event)
    const plain = step ? found : measureOpen(when, index.recordEnd)
    const lapse = mayLieBetween(undated, when.span.start, step?.when?.span.start ?? Infinity) ? unsettle(plain) : plain
    const group = groups.get(step?.id ?? '..')
    if (group) group.concerns.push(event)
    else groups.set(step?.id ?? '..', { concerns: [event], step, lapse })
  }
  const limit: Limit = { name: 'concernToStrategy', value: limits.concernToStrategy, unit: 'days' }
  return [...groups.values()].flatMap(({ concerns, step, lapse }): Noticed[] => {
    const [first] = concerns
    const certainty = judge(lapse, limit.value)
    if (!first || !certainty) return []
    const teams = concerns.flatMap((event) =>
      event.agencies.flatMap(({ id }) => (isSocialCare(index.of.agencyById.get(id)) ? [id] : [])),
    )
    return [
      notice({
        rule: 'concern-without-enquiry',
        kind: 'not-assessed',
        from: first.when,
        to: step?.when,
        days: lapse,
        holders: teams,
        receivers: [],
        events: [...concerns, ...(step ? [step] : [])].map(({ id }) => id),
        certainty: certainty === 'certain' ? 'possible' : certainty,
        limit,
        text: `After “${first.title}” (${formatWhen(first.when, 'short')}), ${step ? `the next step of an enquiry in this chronology is “${step.title}” (${formatWhen(step.when, 'short')})` : 'no step of an enquiry follows in this chronology'}: was a strategy discussion considered?`,
      }),
    ]
  })
}
