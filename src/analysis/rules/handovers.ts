import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { formatWhen } from '#model/words.ts'
import { acted, type CaseIndex, DIRECT_WORK } from '#analysis/case-index.ts'
import { formatLapse, judge, type Lapse, measure, measureOpen, UNKNOWN_LAPSE, weaker } from '#analysis/certainty.ts'
import { type Limit, namesOf, notice, type Noticed } from './candidates.ts'
import { type Line, startingWithin } from '#analysis/line.ts'
import { findReplies, firstAfter, firstAlong, readRequest, type Request } from './requests.ts'
import type { Thresholds } from './thresholds.ts'
import { perIndex } from './per-index.ts'

/** One handover from a sender to one receiver. */
export interface Handover {
  readonly event: CaseEvent
  readonly request: Request
  readonly receiver: string
  /** The sender's last own event before the receiver's start, the handover itself included; when it stopped, as far as events show. */
  readonly senderEnd: When | undefined
  /** The receiver's first own event at or after the handover: one linked to it if there is one, else its next work. */
  readonly start: CaseEvent | undefined
  /** Whether that event says that it takes the handover up. */
  readonly isLinked: boolean
  readonly lapse: Lapse
  /** Agencies with an event about the family between the two, sorted; who else could have held it. */
  readonly between: readonly string[]
  /** Messages and records sent between the same two agencies that are recorded as not received. */
  readonly lostRecords: readonly CaseEvent[]
  /** Messages and records that follow the handover from one of its senders to this receiver, in order. */
  readonly laterRecords: readonly CaseEvent[]
}

function isOwnWork(event: CaseEvent, agency: string): boolean {
  return event.agencies.some(({ id, role }) => id === agency && (role === 'lead' || role === 'attended'))
}

const isBetween = ({ agencies }: CaseEvent, senders: readonly string[], receiver: string) =>
  agencies.some(({ id, role }) => role === 'sender' && senders.includes(id)) &&
  agencies.some(({ id, role }) => role === 'recipient' && id === receiver)

type Lines = ReadonlyMap<string, Line>

function findBetween(
  index: CaseIndex,
  lines: Lines,
  handover: CaseEvent,
  start: CaseEvent | undefined,
): readonly string[] {
  const from = handover.when?.span.end
  const to = start?.when?.span.start ?? index.recordEnd
  if (from === undefined || to === undefined || to <= from) return []
  return [...lines]
    .filter(([agency, line]) =>
      startingWithin(line, from, to).some(
        (event) => (event.when?.span.end ?? Infinity) <= to && DIRECT_WORK.has(event.type) && acted(event, agency),
      ),
    )
    .map(([agency]) => agency)
    .sort()
}

/** The last own event of the senders that ended before the receiver began. */
function findSenderEnd(lines: Lines, senders: readonly string[], start: CaseEvent | undefined): When | undefined {
  const until = start?.when?.span.end ?? Infinity
  const last = senders.flatMap((id) => {
    const line = lines.get(id)
    const before = line ? startingWithin(line, -Infinity, until) : []
    const own = before.findLast((one) => (one.when?.span.end ?? Infinity) <= until && acted(one, id))
    return own?.when ? [own.when] : []
  })
  return last.toSorted((a, b) => b.span.end - a.span.end)[0]
}

function readHandover(index: CaseIndex, lines: Lines, request: Request, receiver: string): Handover {
  const { event } = request
  const linked = findReplies(index, request).filter((one) => isOwnWork(one, receiver))
  const line = lines.get(receiver)
  const isOwn = (one: CaseEvent) => one.id !== event.id && isOwnWork(one, receiver)
  const next = line && event.when ? firstAlong(event.when, line, isOwn) : firstAfter(undefined, [])
  const first = linked.length > 0 ? firstAfter(event.when, linked) : next
  const undatedReply = first.event ? undefined : linked[0]
  const start = first.event ?? undatedReply
  return {
    event,
    request,
    receiver,
    senderEnd: findSenderEnd(lines, request.senders, start) ?? event.when,
    start,
    isLinked: linked.length > 0,
    lapse: first.event ? first.lapse : undatedReply ? UNKNOWN_LAPSE : measureOpen(event.when, index.recordEnd),
    between: findBetween(index, lines, event, start),
    lostRecords: index.notReceived.filter((one) => one.id !== event.id && isBetween(one, request.senders, receiver)),
    laterRecords: (index.backlinks.get(event.id) ?? []).flatMap(({ event: one }) =>
      one.type === 'information' && one.outcome !== 'not-received' && isBetween(one, request.senders, receiver)
        ? [one]
        : [],
    ),
  }
}

/** Every handover with each of its receivers, in chronological order: how long until the receiver's own first event. Empty without handovers. Rule: domain research 4.1 (sender event, receiver event, interval, who held responsibility). */
export const findHandovers = perIndex((index: CaseIndex): readonly Handover[] => {
  const { lines } = index
  return index.events.flatMap((event) => {
    const request = event.type === 'handover' ? readRequest(index, event) : undefined
    return request ? request.recipients.map((receiver) => readHandover(index, lines, request, receiver)) : []
  })
})

/** Records that were still to come when responsibility had passed, later than `handoverToStart`; one candidate per receiver, by the last of them. */
function noticeLateRecords(index: CaseIndex, handover: Handover, limit: Limit): Noticed[] {
  const { event, request, receiver, laterRecords } = handover
  const last = laterRecords.at(-1)
  const lapse = measure(event.when, last?.when)
  const certainty = last && judge(lapse, limit.value)
  if (!certainty) return []
  return [
    notice({
      rule: 'handover-interval',
      kind: 'handover-gap',
      from: event.when,
      to: last.when,
      days: lapse,
      holders: request.senders,
      receivers: [receiver],
      events: [event.id, ...laterRecords.map(({ id }) => id)],
      certainty,
      limit,
      text: `“${last.title}” reaches ${namesOf(index.of, [receiver])} ${formatLapse(lapse)} after “${event.title}” (${formatWhen(event.when, 'short')}): what did it work from until then?`,
    }),
  ]
}

/**
 * Handovers after which the receiver's first event comes later than `handoverToStart`, or never, or else its records do. One recorded as not
 * received is left to that rule; one recorded as accepted with nothing after it is at most `possible`. In no order.
 */
export function noticeHandovers(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const limit: Limit = { name: 'handoverToStart', value: limits.handoverToStart, unit: 'days' }
  return findHandovers(index).flatMap((handover): Noticed[] => {
    const { event, request, receiver, start, lapse } = handover
    if (event.outcome === 'not-received' || request.senders.includes(receiver)) return []
    const judged = judge(lapse, limit.value)
    if (!judged) return noticeLateRecords(index, handover, limit)
    // “Accepted” says that it arrived; only when work began stays open.
    const accepted = event.outcome === 'accepted' && !start
    const certainty = accepted ? weaker(judged, 'possible') : judged
    const whose = namesOf(index.of, [receiver])
    const text = start
      ? `${formatLapse(lapse)} pass from “${event.title}” (${formatWhen(event.when, 'short')}) to the next event of ${whose}: who held responsibility in between?`
      : `After “${event.title}” (${formatWhen(event.when, 'short')}) there is no event of ${whose} in this chronology: when did it take over?`
    return [
      notice({
        rule: 'handover-interval',
        kind: 'handover-gap',
        from: event.when,
        to: start?.when,
        days: lapse,
        holders: request.senders,
        receivers: [receiver],
        events: [event.id, ...(start ? [start.id] : []), ...handover.lostRecords.map(({ id }) => id)],
        certainty,
        limit,
        text: text.charAt(0).toUpperCase() + text.slice(1),
      }),
    ]
  })
}
