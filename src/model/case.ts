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

  const line: Placed[] = dated
  const begun = new Set(dated.map(({ event }) => event))
  const placeInLine = (place: number) => line.findIndex(({ event }) => event === events[place])
  const settle = (place: number) => {
    const event = events[place]
    if (!event || begun.has(event)) return
    begun.add(event)
    const leader = event.after === undefined ? place - 1 : events.findIndex(({ id }) => id === event.after)
    settle(leader)
    let found = placeInLine(leader)
    // A leader that itself waits for this event gives way to the nearest neighbour above that has its place.
    for (let above = place - 1; found === -1 && above >= 0; above -= 1) found = placeInLine(above)
    let next = found + 1
    // Undated events that follow the same one keep the order of the file among themselves.
    while (line[next]?.event.date === null) next += 1
    line.splice(next, 0, { event, when: undefined })
  }
  events.forEach((_, place) => settle(place))
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
