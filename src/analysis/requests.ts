import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import type { LinkKind } from '#model/vocabulary.ts'
import { acted, agenciesIn, type CaseIndex, eventsOf } from './case-index.ts'
import { isPerhapsAfter, type Lapse, measure, isSurelyAfter, UNKNOWN_LAPSE } from './certainty.ts'

/** An event that asks something of another agency, and what came back. */
export interface Request {
  readonly event: CaseEvent
  /** Agency ids, sorted. */
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
}

/** Links by which a recipient's event says that it takes up a request. */
const REPLY_LINKS: ReadonlySet<LinkKind> = new Set<LinkKind>(['answers', 'results-from', 'follows-up', 'hands-over'])

/** The senders and recipients of an event that passes something on; undefined when it has no agency as recipient. A referral's lead is its sender when none is named. */
export function readRequest(index: CaseIndex, event: CaseEvent): Request | undefined {
  const recipients = agenciesIn(index.of, event, ['recipient'])
  if (recipients.length === 0) return undefined
  const sent = agenciesIn(index.of, event, ['sender'])
  const senders = sent.length > 0 ? sent : agenciesIn(index.of, event, ['lead'])
  return { event, senders, recipients }
}

/** Requests that chase this one, in order. */
export function findChases(index: CaseIndex, event: CaseEvent): readonly CaseEvent[] {
  return (index.backlinks.get(event.id) ?? []).flatMap((one) => (one.kind === 'chases' ? [one.event] : []))
}

function isReplyBy(request: Request, reply: CaseEvent): boolean {
  return (
    request.recipients.some((id) => acted(reply, id)) && !request.event.links?.some(({ event }) => event === reply.id)
  )
}

/**
 * Events by which a recipient took a request up, in order: its own events that are linked to the request, and messages
 * from it to the sender that are linked to a chase of it. A chase by the sender is not a reply.
 */
export function findReplies(index: CaseIndex, request: Request): readonly CaseEvent[] {
  const sources = [request.event, ...findChases(index, request.event)]
  const replies = sources.flatMap((source) =>
    (index.backlinks.get(source.id) ?? []).flatMap(({ kind, event }) =>
      REPLY_LINKS.has(kind) && isReplyBy(request, event) ? [event] : [],
    ),
  )
  return [...new Set(replies)]
}

/** The recipients' own dated events that may follow a request although nothing links them to it, in order. */
export function findLaterWork(index: CaseIndex, request: Request): readonly CaseEvent[] {
  const { when } = request.event
  if (!when) return []
  return request.recipients.flatMap((id) =>
    eventsOf(index, id).filter(
      (event) => event.id !== request.event.id && acted(event, id) && event.when && isPerhapsAfter(event.when, when),
    ),
  )
}

/** The first of some events after a date, and how long until it: an event that only may be later lowers the least, not the most. */
export interface First {
  readonly event: CaseEvent | undefined
  readonly lapse: Lapse
}

/** The first of the events at or after a date; no event and an unknown lapse when none is, or when the date is not known. */
export function firstAfter(from: When | undefined, events: readonly CaseEvent[]): First {
  let event: CaseEvent | undefined
  let lapse: Lapse = UNKNOWN_LAPSE
  let bestEnd = Infinity
  for (const one of events) {
    if (!from || !one.when || one.when.span.start >= bestEnd || !isPerhapsAfter(one.when, from)) continue
    const to = measure(from, one.when)
    const sure = isSurelyAfter(one.when, from)
    const most = sure ? to.most : Infinity
    const isCloser = !event || most < lapse.most || (most === lapse.most && to.least < lapse.least)
    lapse = {
      least: event ? Math.min(lapse.least, to.least) : to.least,
      most: Math.min(lapse.most, most),
      // One that only may have followed leaves open which of them was the first.
      isVague: (event ? lapse.isVague : false) || to.isVague || !sure,
      isDoubted: isCloser ? to.isDoubted : lapse.isDoubted,
    }
    if (isCloser) event = one
    // Nothing that begins after one that surely followed can be the first.
    if (sure) bestEnd = Math.min(bestEnd, one.when.span.end)
  }
  return { event, lapse }
}
