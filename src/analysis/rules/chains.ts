import type { CaseEvent } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import type { Outcome } from '#model/vocabulary.ts'
import { agenciesIn, type CaseIndex, isSocialCare } from '#analysis/case-index.ts'
import { type Lapse, formatLapse, isPerhapsAfter, judge, measure, measureOpen, unsettle } from '#analysis/certainty.ts'
import { namesOf, NO_LIMIT, notice, type Noticed } from './candidates.ts'
import {
  findChases,
  findImpliedReply,
  findLaterWork,
  findReplies,
  firstAfter,
  readRequest,
  type Request,
} from './requests.ts'
import type { Thresholds } from './thresholds.ts'

export const HOPS = ['receipt', 'decision', 'allocation', 'assessment', 'outcome'] as const
export type HopName = (typeof HOPS)[number]

/** One step of a referral's way, with the days since the step before it. */
export interface Hop {
  readonly name: HopName
  readonly event: CaseEvent
  readonly lapse: Lapse
}

/** A referral or handover and everything linked to it that carries it on. */
export interface Chain {
  readonly request: Request
  /** In the order of `HOPS`; a hop that no event shows is left out. */
  readonly hops: readonly Hop[]
  readonly chases: readonly CaseEvent[]
  /** `open` when no event and no recorded outcome says that it arrived. */
  readonly end: 'taken-up' | 'declined' | 'not-received' | 'open'
}

const CARRYING = new Set<string>(['answers', 'results-from', 'follows-up', 'hands-over'])
const MOST_STEPS = 60

/** Everything linked onwards from a request within a bounded number of steps, in order. */
function carry(index: CaseIndex, from: CaseEvent): readonly CaseEvent[] {
  const seen = new Set<string>([from.id])
  const line: CaseEvent[] = [from]
  for (let place = 0; place < line.length && place < MOST_STEPS; place += 1) {
    for (const { kind, event } of index.backlinks.get(line[place]?.id ?? '') ?? []) {
      if (!CARRYING.has(kind) || seen.has(event.id)) continue
      seen.add(event.id)
      line.push(event)
    }
  }
  return line.slice(1)
}

/** What a later event is in the life of a referral, by its type and, for allocation, its title. */
function hopOf(event: CaseEvent): HopName | undefined {
  if (/\ballocat/i.test(event.title)) return 'allocation'
  switch (event.type) {
    case 'assessment':
      return 'assessment'
    case 'decision':
    case 'handover':
      return 'decision'
    case 'meeting':
    case 'legal':
      return 'outcome'
    case 'contact':
    case 'missed-contact':
    case 'information':
    case 'care':
    case 'referral':
    case 'concern':
      return 'receipt'
    case 'supervision':
    case 'family':
    case 'review':
      return undefined
    default:
      return event.type satisfies never
  }
}

const TAKEN_UP: ReadonlySet<Outcome | undefined> = new Set<Outcome>(['accepted', 'redirected', 'attended'])
const DECLINED: ReadonlySet<Outcome | undefined> = new Set<Outcome>(['not-accepted', 'declined'])
const UNANSWERED: ReadonlySet<Outcome | undefined> = new Set<Outcome>(['not-received', 'no-response', 'no-reply'])

function endOf({ event: { outcome } }: Request, replies: readonly CaseEvent[]): Chain['end'] {
  if (DECLINED.has(outcome)) return 'declined'
  if (TAKEN_UP.has(outcome) || replies.length > 0) return 'taken-up'
  return UNANSWERED.has(outcome) ? 'not-received' : 'open'
}

/**
 * Every referral and handover from one agency to another, with the hops that events linked to it show and the days
 * between them. In chronological order; empty for a case without referrals. Rule: design principle "complete only when
 * received".
 */
export function findChains(index: CaseIndex): readonly Chain[] {
  return index.events.flatMap((event): Chain[] => {
    if (event.type !== 'referral' && event.type !== 'handover') return []
    const request = readRequest(index, event)
    if (!request) return []
    const replies = findReplies(index, request)
    const later = carry(index, event).filter((one) => !event.when || !one.when || isPerhapsAfter(one.when, event.when))
    const hops: Hop[] = []
    let before = event
    for (const name of HOPS) {
      const step = later.find((one) => hopOf(one) === name)
      if (!step) continue
      hops.push({ name, event: step, lapse: measure(before.when, step.when) })
      before = step
    }
    return [{ request, hops, chases: findChases(index, event), end: endOf(request, replies) }]
  })
}

/** Requests that the rules ask about: referrals always, messages and concerns when they were chased or had no answer. */
function asksForReply(index: CaseIndex, event: CaseEvent): boolean {
  if (event.type === 'referral') return true
  if (event.type !== 'information' && event.type !== 'concern') return false
  return event.outcome === 'no-response' || event.outcome === 'no-reply' || findChases(index, event).length > 0
}

function noticeUnanswered(index: CaseIndex, request: Request, limits: Thresholds): Noticed[] {
  const { of } = index
  const { event, senders, recipients } = request
  const isMarked = event.outcome === 'no-response' || event.outcome === 'no-reply'
  const toSocialCare = recipients.some((id) => isSocialCare(of.agencyById.get(id)))
  const limit = toSocialCare ? 1 : limits.requestToReply
  const lapse = measureOpen(event.when, index.recordEnd)
  const implied = isMarked ? undefined : findImpliedReply(index, request, limits.requestToReply)
  if (implied?.event && !implied.lapse.isVague) return []
  const later = findLaterWork(index, request)
  const open = implied?.event ? judge(unsettle(lapse), limit) : judge(lapse, limit)
  // A recipient with events of its own may have been answering in one of them, although none says so.
  const mayHaveAnswered = later.event !== undefined || request.event.outcome === 'redirected'
  const masked = mayHaveAnswered && open === 'certain' ? 'possible' : open
  const certainty = isMarked ? 'certain' : masked
  if (!certainty) return []
  return [
    notice({
      rule: 'request-without-reply',
      kind: 'handover-gap',
      from: event.when,
      to: undefined,
      days: lapse,
      holders: senders,
      receivers: recipients,
      events: [event.id],
      certainty,
      limit: toSocialCare
        ? { name: 'clock E1', value: 1, unit: 'working days' }
        : { name: 'requestToReply', value: limit, unit: 'days' },
      text: `“${event.title}” (${formatWhen(event.when, 'short')}) has no reply from ${namesOf(of, recipients)} in this chronology: what came of it?`,
    }),
  ]
}

function noticeLateOrChased(
  index: CaseIndex,
  request: Request,
  replies: readonly CaseEvent[],
  limits: Thresholds,
): Noticed[] {
  const { of } = index
  const { event, senders, recipients } = request
  const chases = findChases(index, event)
  const last = chases.at(-1)
  if (last) {
    const days = measure(event.when, last.when)
    const text = `“${event.title}” was chased ${chases.length === 1 ? 'once' : `${chases.length} times`}, ${formatLapse(days)} later: what had reached ${namesOf(of, recipients)}, and who knew?`
    const events = [event.id, ...chases.map(({ id }) => id)]
    return [
      notice({
        rule: 'request-chased',
        kind: 'handover-gap',
        from: event.when,
        to: last.when,
        days,
        holders: recipients,
        receivers: [...senders, ...agenciesIn(of, last, ['sender'])],
        events,
        certainty: 'certain',
        limit: NO_LIMIT,
        text,
      }),
    ]
  }
  // One recorded as not received is left to that rule.
  if (event.type !== 'referral' || event.outcome === 'not-received') return []
  if (recipients.some((id) => isSocialCare(of.agencyById.get(id)))) return []
  const { event: reply, lapse } = firstAfter(event.when, replies)
  const certainty = reply && judge(lapse, limits.requestToReply)
  if (!reply || !certainty) return []
  return [
    notice({
      rule: 'request-without-reply',
      kind: 'handover-gap',
      from: event.when,
      to: reply.when,
      days: lapse,
      holders: senders,
      receivers: recipients,
      events: [event.id, reply.id],
      certainty,
      limit: { name: 'requestToReply', value: limits.requestToReply, unit: 'days' },
      text: `The first reply to “${event.title}” in this chronology comes after ${formatLapse(lapse)}: what was known of it meanwhile?`,
    }),
  ]
}

/**
 * Requests without a reply in the chronology, answered late, or chased; at most one candidate each. A referral whose
 * outcome is recorded as accepted counts as answered. Rule: Working Together (E1, E2 of the timescales); for other
 * agencies the threshold `requestToReply`. In no order; empty when every request is answered.
 */
export function noticeRequests(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  return index.events.flatMap((event): Noticed[] => {
    if (!asksForReply(index, event)) return []
    const request = readRequest(index, event)
    if (!request || request.senders.length + agenciesIn(index.of, event, ['lead']).length === 0) return []
    const replies = findReplies(index, request)
    const end = endOf(request, replies)
    if (findChases(index, event).length > 0) return noticeLateOrChased(index, request, replies, limits)
    // Sent elsewhere is only an answer when something shows where it went.
    const isAdrift = event.outcome === 'redirected' && replies.length === 0
    if (end === 'open' || isAdrift || (end === 'not-received' && event.outcome !== 'not-received'))
      return noticeUnanswered(index, request, limits)
    return noticeLateOrChased(index, request, replies, limits)
  })
}

/**
 * Messages, referrals and handovers recorded as not received. Certain, since the source says so. In no order. Rule:
 * design principle "complete only when received".
 */
export function noticeNotReceived(index: CaseIndex): readonly Noticed[] {
  return index.events.flatMap((event): Noticed[] => {
    if (event.outcome !== 'not-received') return []
    const request = readRequest(index, event)
    if (!request) return []
    return [
      notice({
        rule: 'passing-not-received',
        kind: event.type === 'information' ? 'information-not-shared' : 'handover-gap',
        from: event.when,
        to: undefined,
        days: measureOpen(event.when, index.recordEnd),
        holders: request.senders,
        receivers: request.recipients,
        events: [event.id],
        certainty: 'certain',
        limit: NO_LIMIT,
        text: `“${event.title}” is recorded as not received by ${namesOf(index.of, request.recipients)}: how could the sender have known?`,
      }),
    ]
  })
}
