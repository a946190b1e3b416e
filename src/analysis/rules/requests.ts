import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { type EventType, type LinkKind, PASSING_TYPES, type Role } from '#model/vocabulary.ts'
import { acted, agenciesIn, type CaseIndex, DIRECT_WORK, isSocialCare } from '#analysis/case-index.ts'
import { isPerhapsAfter, type Lapse, measure, isSurelyAfter, UNKNOWN_LAPSE } from '#analysis/certainty.ts'
import { type Line, walkFrom } from '#analysis/line.ts'

/** An event that asks something of another agency, and what came back. */
export interface Request {
  readonly event: CaseEvent
  /** Agency ids, sorted. */
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
}

/** Links by which a recipient's event says that it takes up a request. */
const REPLY_LINKS: ReadonlySet<LinkKind> = new Set<LinkKind>(['answers', 'results-from', 'follows-up', 'hands-over'])

/** Words by which a title says that a referral goes to children's social care, where no agency is named as its recipient. */
const TO_SOCIAL_CARE =
  /\b(to|with)\b.*(social (care|services|work)|children’?'?s services|front door|\bMASH\b|safeguarding hub)/i

/** The teams a referral would reach when the case only says that it went to social care: the front door, else every team. */
function socialCareTeams({ of }: CaseIndex): readonly string[] {
  const teams = of.agencies.filter(isSocialCare)
  const doors = teams.filter(({ service }) => service === 'social-care-front-door')
  return (doors.length > 0 ? doors : teams).map(({ id }) => id).toSorted()
}

/** Who an event without a recipient went to: those told of it or there, else, for a referral, whom its title names. */
function impliedRecipients(index: CaseIndex, event: CaseEvent, senders: readonly string[]): readonly string[] {
  if (!PASSING_TYPES.has(event.type)) return []
  const roles: readonly Role[] = event.type === 'concern' ? [] : ['informed', 'attended']
  const told = agenciesIn(index.of, event, roles).filter((id) => !senders.includes(id))
  if (told.length > 0) return told
  const isNamed = event.type === 'referral' && TO_SOCIAL_CARE.test(event.title)
  return isNamed ? socialCareTeams(index).filter((id) => !senders.includes(id)) : []
}

/**
 * The senders and recipients of an event that passes something on; undefined when nothing says where it went. A lead is
 * the sender when none is named; who was told of it, or whom a referral's title names, is the recipient when none is.
 */
export function readRequest(index: CaseIndex, event: CaseEvent): Request | undefined {
  const sent = agenciesIn(index.of, event, ['sender'])
  const senders = sent.length > 0 ? sent : agenciesIn(index.of, event, ['lead'])
  const named = agenciesIn(index.of, event, ['recipient'])
  const recipients = named.length > 0 ? named : impliedRecipients(index, event, senders)
  return recipients.length > 0 ? { event, senders, recipients } : undefined
}

/** Whether an event passes something to children's social care. */
export function isToSocialCare(index: CaseIndex, event: CaseEvent): boolean {
  return readRequest(index, event)?.recipients.some((id) => isSocialCare(index.of.agencyById.get(id))) ?? false
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
export function findLaterWork({ lines }: CaseIndex, request: Request): First {
  const { when, id: asked } = request.event
  const own = request.recipients.flatMap((id) => {
    const line = lines.get(id)
    const first = line && when && firstAlong(when, line, (event) => event.id !== asked && acted(event, id))
    return first?.event ? [first.event] : []
  })
  return firstAfter(when, own)
}

/** What answers a request by its nature; for services that a referral brings in, the first contact does too. */
const ANSWERING: ReadonlySet<EventType> = new Set<EventType>(['decision', 'handover', 'assessment'])

function mayAnswer(
  index: CaseIndex,
  { senders }: Request,
  event: CaseEvent,
  recipient: string,
  isNew: boolean,
): boolean {
  if (!acted(event, recipient) || event.links?.some(({ kind }) => REPLY_LINKS.has(kind))) return false
  if (ANSWERING.has(event.type)) return true
  if (event.type === 'information')
    return readRequest(index, event)?.recipients.some((id) => senders.includes(id)) ?? false
  if (event.type === 'meeting') return /strategy/i.test(event.title)
  return isNew && DIRECT_WORK.has(event.type) && !isSocialCare(index.of.agencyById.get(recipient))
}

/**
 * The recipients' first own event by which they may have answered a request although nothing links the two: a decision, a
 * handover, an assessment, word to the sender, or the first contact of a service that was not yet at work with the family. Only within so many
 * days, and not past the next request to the same agency, which it would rather answer. None for an undated request.
 */
export function findImpliedReply(index: CaseIndex, request: Request, days: number): First {
  const { when, id: asked } = request.event
  if (!when) return firstAfter(when, [])
  const own = request.recipients.flatMap((recipient) => {
    const line = index.lines.get(recipient)
    if (!line) return []
    const first = line.events.find((event) => DIRECT_WORK.has(event.type) && acted(event, recipient))
    const isNew = !first?.when || isPerhapsAfter(first.when, when)
    for (const event of walkFrom(line, when)) {
      if (!event.when || measure(when, event.when).least > days) break
      if (event.id === asked || !isPerhapsAfter(event.when, when)) continue
      const isNext = event.type === 'referral' && readRequest(index, event)?.recipients.includes(recipient)
      if (isNext && event.when.span.start > when.span.start) break
      if (mayAnswer(index, request, event, recipient, isNew)) return [event]
    }
    return []
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
