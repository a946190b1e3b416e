import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import type { LinkKind } from '#model/vocabulary.ts'
import { acted, agenciesIn, type CaseIndex } from './case-index.ts'
import { isPerhapsAfter, type Lapse, measure, isSurelyAfter, UNKNOWN_LAPSE } from './certainty.ts'
import { type Line, walkFrom } from './line.ts'

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

/** The recipients' own first event that may follow a request although nothing links them; none for an undated one. */
export function findLaterWork(lines: ReadonlyMap<string, Line>, request: Request): First {
  const { when, id: asked } = request.event
  const own = request.recipients.flatMap((id) => {
    const line = lines.get(id)
    const first = line && when && firstAlong(when, line, (event) => event.id !== asked && acted(event, id))
    return first?.event ? [first.event] : []
  })
  return firstAfter(when, own)
}

/** The first of some events after a date, and how long until it: an event that only may be later lowers the least, not the most. */
export interface First {
  readonly event: CaseEvent | undefined
  readonly lapse: Lapse
}

/** What is known of the first while walking: the moment after which nothing can be it. */
interface Search extends First {
  readonly bestEnd: number
}

const NOTHING: Search = { event: undefined, lapse: UNKNOWN_LAPSE, bestEnd: Infinity }

function weigh({ event, lapse, bestEnd }: Search, one: CaseEvent, from: When): Search {
  const { when } = one
  if (!when || when.span.start >= bestEnd || !isPerhapsAfter(when, from)) return { event, lapse, bestEnd }
  const to = measure(from, when)
  const sure = isSurelyAfter(when, from)
  const most = sure ? to.most : Infinity
  const isCloser = !event || most < lapse.most || (most === lapse.most && to.least < lapse.least)
  return {
    event: isCloser ? one : event,
    lapse: {
      least: event ? Math.min(lapse.least, to.least) : to.least,
      most: Math.min(lapse.most, most),
      // One that only may have followed leaves open which of them was the first.
      isVague: (event ? lapse.isVague : false) || to.isVague || !sure,
      isDoubted: isCloser ? to.isDoubted : lapse.isDoubted,
    },
    // Nothing that begins after one that surely followed can be the first.
    bestEnd: sure ? Math.min(bestEnd, when.span.end) : bestEnd,
  }
}

/** The first of the events at or after a date, in whatever order they are given; no event and an unknown lapse when none is, or when the date is not known. */
export function firstAfter(from: When | undefined, events: readonly CaseEvent[]): First {
  let search = NOTHING
  for (const one of events) if (from) search = weigh(search, one, from)
  return { event: search.event, lapse: search.lapse }
}

/** The same along a line, looking no further than needed; only events that pass a test count. */
export function firstAlong(from: When, line: Line, test: (event: CaseEvent) => boolean): First {
  let search = NOTHING
  for (const one of walkFrom(line, from)) {
    if (one.when && one.when.span.start >= search.bestEnd) break
    if (test(one)) search = weigh(search, one, from)
  }
  return { event: search.event, lapse: search.lapse }
}
