import { parseEdtf, type When } from './edtf.ts'
import type { CaseFile } from './schema.ts'
import { hull, type Span } from './time.ts'

/** A case as the rest of the app sees it: the file's content with every date read and every event in its order. */

export type Agency = Dated<CaseFile['agencies'][number], { readonly involvedWhen: readonly When[] }>
export type Person = CaseFile['people'][number]
export type Period = Dated<CaseFile['periods'][number], { readonly when: When | undefined }>
export type CaseEvent = Dated<
  CaseFile['events'][number],
  {
    readonly when: When | undefined
    /** Place in the chronology, 0-based: by earliest, then latest, then place in the file; undated ones after what they follow. */
    readonly order: number
  }
>
export type Finding = Dated<CaseFile['findings'][number], { readonly when: When | undefined }>
export type Fact = CaseFile['facts'][number]
export type Known = Fact['known'][number]
export type Episode = Dated<CaseFile['episodes'][number], { readonly when: When | undefined }>

type Dated<T, Added> = Readonly<T> & Added

export interface Case extends Omit<CaseFile, '$schema' | 'agencies' | 'periods' | 'events' | 'findings' | 'episodes'> {
  readonly agencies: readonly Agency[]
  readonly periods: readonly Period[]
  /** In chronological order. */
  readonly events: readonly CaseEvent[]
  readonly findings: readonly Finding[]
  readonly episodes: readonly Episode[]
  readonly agencyById: ReadonlyMap<string, Agency>
  readonly personById: ReadonlyMap<string, Person>
  readonly eventById: ReadonlyMap<string, CaseEvent>
  readonly findingById: ReadonlyMap<string, Finding>
  /** From the first dated thing to the last; undefined when nothing is dated. */
  readonly extent: Span | undefined
  /** The period under review; undefined when the review gives none. */
  readonly reviewWhen: When | undefined
}

/** Reads a date that the schema has already accepted; null and undefined give undefined. */
export function readDate(edtf: string | null | undefined): When | undefined {
  if (edtf === null || edtf === undefined) return undefined
  const parsed = parseEdtf(edtf)
  if (!parsed.ok) throw new Error(`Date "${edtf}" should have been refused by the schema`)
  return parsed.value
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]))

interface Placed {
  readonly event: CaseFile['events'][number]
  readonly when: When | undefined
}

interface Sortable {
  readonly at: number
  readonly until: number
  readonly place: number
}

function compareSortable(a: Sortable, b: Sortable): number {
  return a.at - b.at || a.until - b.until || a.place - b.place
}

/** Undated events by the event they follow, in the order of the file; those at the head of the file follow nothing. */
function findFollowers(events: CaseFile['events']): ReadonlyMap<string | undefined, readonly Placed[]> {
  const followers = new Map<string | undefined, Placed[]>()
  const placeOf = new Map(events.map(({ id }, place) => [id, place]))
  // An event that waits for one further down cannot lead the one below it, which may be that very one.
  const isWaiting = ({ date, after }: CaseFile['events'][number], place: number) =>
    date === null && after !== undefined && (placeOf.get(after) ?? -1) > place
  let above: string | undefined
  events.forEach((event, place) => {
    const leader = event.after !== undefined && placeOf.has(event.after) ? event.after : above
    if (!isWaiting(event, place)) above = event.id
    if (event.date !== null) return
    const known = followers.get(leader)
    if (known) known.push({ event, when: undefined })
    else followers.set(leader, [{ event, when: undefined }])
  })
  return followers
}

/** Events in chronological order. An undated event follows the event it names in `after`, else its neighbour above in the file. */
function orderEvents(events: CaseFile['events']): CaseEvent[] {
  const dated = events.flatMap((event, place) => {
    const when = readDate(event.date)
    if (!when) return []
    // A range or an open start is placed by the moment it is known to begin, not by minus infinity.
    const at = Number.isFinite(when.span.start) ? when.span.start : when.span.end
    return [{ event, when, sort: { at, until: when.span.end, place } }]
  })
  dated.sort((a, b) => compareSortable(a.sort, b.sort))

  const followers = findFollowers(events)
  const line: Placed[] = []
  const met = new Set<string>()
  const put = (first: readonly Placed[]) => {
    // A stack rather than recursion: a long undated tale is one chain.
    const waiting = first.toReversed()
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (met.has(next.event.id)) continue
      met.add(next.event.id)
      line.push(next)
      for (const follower of (followers.get(next.event.id) ?? []).toReversed()) waiting.push(follower)
    }
  }
  put(followers.get(undefined) ?? [])
  for (const placed of dated) put([placed])
  // Undated events that name one another in a circle stand below their neighbour above.
  events.forEach((event, place) => {
    if (met.has(event.id)) return
    const above = events[place - 1]?.id
    line.splice(line.findIndex((placed) => placed.event.id === above) + 1, 0, { event, when: undefined })
  })
  return line.map(({ event, when }, order) => ({ ...event, when, order }))
}

/** A checked case file with its dates read, its events ordered and its ids indexed. Pure; never fails on a checked file. */
export function buildCase(file: CaseFile): Case {
  const { $schema: _schema, ...rest } = file
  const agencies = file.agencies.map((agency) => ({
    ...agency,
    involvedWhen: agency.involved.flatMap((edtf) => readDate(edtf) ?? []),
  }))
  const periods = file.periods.map((period) => ({ ...period, when: readDate(period.span) }))
  const events = orderEvents(file.events)
  const findings = file.findings.map((finding) => ({ ...finding, when: readDate(finding.span) }))
  const episodes = file.episodes.map((episode) => ({ ...episode, when: readDate(episode.span) }))
  const reviewWhen = readDate(file.review.period)
  return {
    ...rest,
    agencies,
    periods,
    events,
    findings,
    episodes,
    agencyById: byId(agencies),
    personById: byId(file.people),
    eventById: byId(events),
    findingById: byId(findings),
    extent: hull([...events, ...findings].flatMap(({ when }) => (when ? [finite(when)] : []))),
    reviewWhen,
  }
}

/** The closed part of a date: an open end is cut back to the end that is known. */
export function finite(when: When): Span {
  const { start, end } = when.span
  if (Number.isFinite(start) && Number.isFinite(end)) return when.span
  return Number.isFinite(start) ? { start, end: start } : { start: end, end }
}
