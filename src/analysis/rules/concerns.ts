import { type CaseEvent, readDate } from '#model/case.ts'
import { addCalendar, instant, type Instant } from '#model/time.ts'
import { formatWhen } from '#model/words.ts'
import type { Concern, FindingKind } from '#model/vocabulary.ts'
import { agenciesIn, type CaseIndex, isSocialCare, mayLieBetween, undatedWindows } from '#analysis/case-index.ts'
import { formatLapse, isSurelyAfter, judge, type Lapse, measure, measureOpen, unsettle } from '#analysis/certainty.ts'
import { type Limit, namesOf, notice, type Noticed } from './candidates.ts'
import { findChildClock } from '#analysis/child.ts'
import { hasCase } from './open-case.ts'
import { findChases, firstAfter, isToSocialCare } from './requests.ts'
import type { Thresholds } from './thresholds.ts'
import { perIndex } from './per-index.ts'

/** Concerns in agencies' hands, and the first referral to children's social care after them by anyone. */
export interface HeldConcern {
  /** Agency ids, sorted: those for which the first concern here is the first since the last referral. */
  readonly holders: readonly string[]
  /** In order; at least one. */
  readonly concerns: readonly CaseEvent[]
  readonly referral: CaseEvent | undefined
  /** From the first concern to the referral, or to the end of the record. */
  readonly lapse: Lapse
}

/** How a case names the subject's brothers and sisters, but not an aunt as the mother's sister. */
const SIBLING = /^(the )?((older|elder|younger|half|step|full|twin)[- ]*)*(sibling|brother|sister)/i

/** From when there is a child to refer: the start of pregnancy, else 40 weeks before birth, or the birth of an older sibling; always when one's birth is not given or nothing is known. */
function childFrom(index: CaseIndex): Instant {
  const { pregnancy, born } = findChildClock(index.of)
  const always = instant(-Infinity)
  const fromBirth = born && Number.isFinite(born.span.start) ? addCalendar(born.span.start, -280, 'day') : always
  const others = index.of.people.flatMap(({ id, relation, born: date }) => {
    if (id === index.of.subject || !SIBLING.test(relation) || /younger|twin/i.test(relation)) return []
    return readDate(date)?.span.start ?? always
  })
  return instant(Math.min(pregnancy?.start ?? fromBirth, ...others))
}

/** Referrals to children's social care, and concerns that it received, dated ones in order. */
export const findReferralsToSocialCare = perIndex((index: CaseIndex): readonly CaseEvent[] => {
  return index.events.filter(
    (event) => (event.type === 'referral' || event.type === 'concern') && isToSocialCare(index, event),
  )
})

/** The agencies in whose hands a concern was, social care and review bodies left out. */
export function holdersOf(index: CaseIndex, event: CaseEvent): readonly string[] {
  return agenciesIn(index.of, event, ['lead', 'attended', 'recipient', 'sender']).filter((id) => {
    const family = index.of.agencyById.get(id)?.family
    return family !== 'childrens-social-care' && family !== 'review-and-oversight'
  })
}

/** Whether social care took part in an event. */
export function takesPart(index: CaseIndex, event: CaseEvent): boolean {
  return event.agencies.some(
    ({ id, role }) => role !== 'absent' && role !== 'not-invited' && isSocialCare(index.of.agencyById.get(id)),
  )
}

/** Dated concerns of a weight, held by other agencies while there was a child and without social care taking part, in order. */
export function findHeldBy(index: CaseIndex, weight: Concern): readonly CaseEvent[] {
  const from = childFrom(index)
  const died = readDate(index.of.personById.get(index.of.subject)?.died)
  return index.events.filter((event) => {
    const { when, concern } = event
    if (!when || concern !== weight || when.span.end <= from) return false
    if (died && when.span.start >= died.span.start) return false
    return holdersOf(index, event).length > 0 && !takesPart(index, event)
  })
}

/** Those serious ones that were, or may have been, held while social care did not have the case. */
function findHeld(index: CaseIndex): readonly { readonly concern: CaseEvent; readonly isOpen: boolean }[] {
  return findHeldBy(index, 'serious').flatMap((concern) => {
    const had = concern.when ? hasCase(index, concern.when) : 'yes'
    return had === 'yes' ? [] : [{ concern, isOpen: had === 'perhaps' }]
  })
}

interface Holding {
  readonly holder: string
  readonly concerns: CaseEvent[]
  readonly referral: CaseEvent | undefined
  readonly lapse: Lapse
}

/** Each agency's serious concerns up to the next referral, by its first concern. */
function findHoldings(index: CaseIndex): readonly Holding[] {
  const referrals = findReferralsToSocialCare(index)
  const undated = undatedWindows(index.of, referrals)
  const holdings = new Map<string, Holding>()
  for (const { concern, isOpen } of findHeld(index)) {
    const { event: referral, lapse: found } = firstAfter(concern.when, referrals)
    const plain = referral ? found : measureOpen(concern.when, index.recordEnd)
    const [from, to] = [concern.when?.span.start ?? -Infinity, referral?.when?.span.start ?? Infinity]
    const lapse = isOpen || mayLieBetween(undated, from, to) ? unsettle(plain) : plain
    for (const holder of holdersOf(index, concern)) {
      const key = `${holder} until ${referral?.id ?? '..'}`
      const before = holdings.get(key)
      if (before) before.concerns.push(concern)
      else
        holdings.set(key, {
          holder,
          concerns: [concern],
          referral,
          lapse,
        })
    }
  }
  return [...holdings.values()]
}

/**
 * Serious concerns and the first referral to children's social care after them, by first concern. Agencies that first
 * held the same concern stand together. Concerns that social care took part in, or that fell while it had the case, or before
 * there was a child, are left out. Rule: Working Together (refer at once). Empty without serious concerns.
 */
export const findHeldConcerns = perIndex((index: CaseIndex): readonly HeldConcern[] => {
  const groups = new Map<string, { holders: string[]; holding: Holding }>()
  for (const holding of findHoldings(index)) {
    const key = `${holding.concerns[0]?.id ?? ''} until ${holding.referral?.id ?? '..'}`
    const group = groups.get(key)
    if (group) group.holders.push(holding.holder)
    else groups.set(key, { holders: [holding.holder], holding })
  }
  return [...groups.values()].map(({ holders, holding: { concerns, referral, lapse } }) => ({
    holders: holders.toSorted(),
    concerns,
    referral,
    lapse,
  }))
})

function noticeHeld(index: CaseIndex, held: HeldConcern, limit: Limit): Noticed[] {
  const [first] = held.concerns
  const certainty = judge(held.lapse, limit.value)
  if (!first || !certainty) return []
  const { referral } = held
  const kind: FindingKind = referral ? 'delayed-referral' : 'missed-referral'
  const what = `a serious concern with ${namesOf(index.of, held.holders)} on ${formatWhen(first.when, 'short')}`
  const then = referral
    ? `the first referral to children’s social care in this chronology is ${formatLapse(held.lapse)} later`
    : 'no referral to children’s social care in this chronology follows'
  // Which team should have had it is for the reader to say.
  const teams = index.of.agencies.filter(isSocialCare).map(({ id }) => id)
  return [
    notice({
      rule: 'concern-without-referral',
      kind,
      from: first.when,
      to: referral?.when,
      days: held.lapse,
      holders: held.holders,
      receivers: teams,
      events: [...held.concerns.map(({ id }) => id), ...(referral ? [referral.id] : [])],
      certainty,
      limit,
      text: `After ${what}, ${then}: what was considered in between?`,
    }),
  ]
}

/** Serious concerns followed by no referral within the threshold `concernToReferral`, one candidate per first concern. In no order. */
export function noticeConcerns(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const limit: Limit = { name: 'concernToReferral', value: limits.concernToReferral, unit: 'days' }
  return findHeldConcerns(index).flatMap((held) => noticeHeld(index, held, limit))
}

/** Words by which a title says that a disagreement was taken further. */
const TAKEN_FURTHER = /escalat|challeng|dispute|resolution|complain|appeal|senior manager/i

/**
 * Refusals and repeated chases of a concern with no later event that takes it further: a referral or concern that was not
 * accepted, or a request chased `chasesBeforeEscalation` times. `possible` at most: a published chronology seldom
 * records a telephone call between managers. Rule: Working Together and local escalation policies. In no order.
 */
export function noticeEscalation(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const escalations = index.events.filter(({ title }) => TAKEN_FURTHER.test(title))
  return index.events.flatMap((event): Noticed[] => {
    const refused = event.outcome === 'not-accepted' && (event.type === 'referral' || event.type === 'concern')
    const chases = findChases(index, event)
    const chased = chases.length >= limits.chasesBeforeEscalation
    if (!refused && !chased) return []
    const recipients = agenciesIn(index.of, event, ['recipient'])
    const senders = agenciesIn(index.of, event, ['sender', 'lead'])
    if (recipients.length === 0 || senders.length === 0) return []
    const further = escalations.some(
      (one) =>
        one.when &&
        event.when &&
        isSurelyAfter(one.when, event.when) &&
        one.agencies.some(({ id }) => senders.includes(id)),
    )
    if (further) return []
    const last = chases.at(-1)
    const what = refused ? 'was not accepted' : `was chased ${chases.length} times`
    return [
      notice({
        rule: refused ? 'refusal-without-challenge' : 'chases-without-escalation',
        kind: 'escalation-not-used',
        from: event.when,
        to: last?.when,
        days: last ? measure(event.when, last.when) : measureOpen(event.when, index.recordEnd),
        holders: [...senders, ...(last ? agenciesIn(index.of, last, ['sender']) : [])],
        receivers: recipients,
        events: [event.id, ...chases.map(({ id }) => id)],
        certainty: 'possible',
        limit: refused
          ? { name: 'none', value: 0, unit: 'days' }
          : { name: 'chasesBeforeEscalation', value: limits.chasesBeforeEscalation, unit: 'times' },
        text: `“${event.title}” ${what}, and no event in this chronology takes it further: was the escalation policy open to ${namesOf(index.of, senders)}?`,
      }),
    ]
  })
}
