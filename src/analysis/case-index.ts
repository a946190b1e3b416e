import type { Agency, Case, CaseEvent } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { type Instant, instant, overlaps, type Span, span } from '#model/time.ts'
import type { EventType, LinkKind, Role, Service } from '#model/vocabulary.ts'
import { type Line, lineOf } from './line.ts'

/** A link seen from the event it names. */
export interface Backlink {
  readonly kind: LinkKind
  readonly event: CaseEvent
}

/** What every rule looks up, built once per case so that a hundred thousand events cost one walk. */
export interface CaseIndex {
  readonly of: Case
  /** Events of the case's own time: the review's process left out. By earliest, then latest, then id; undated ones last. */
  readonly events: readonly CaseEvent[]
  /** The events an agency took part in, in the same order; being expected and absent, or not invited, is not taking part. */
  readonly byAgency: ReadonlyMap<string, readonly CaseEvent[]>
  /** The dated ones of `byAgency`, to walk along. */
  readonly lines: ReadonlyMap<string, Line>
  /** Events recorded as not received, in the same order. */
  readonly notReceived: readonly CaseEvent[]
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>
  /** Where expectations stop: the end of the review period or the child's death, whichever is first. Undefined when neither is known. */
  readonly recordEnd: Instant | undefined
}

const AWAY: ReadonlySet<Role> = new Set<Role>(['absent', 'not-invited'])

function compareEvents(a: CaseEvent, b: CaseEvent): number {
  if (!a.when || !b.when) return a.when ? -1 : b.when ? 1 : a.id < b.id ? -1 : 1
  return a.when.span.start - b.when.span.start || a.when.span.end - b.when.span.end || (a.id < b.id ? -1 : 1)
}

/** The end of the review period, else of what agencies and periods cover; cut at the child's death. Events do not move it, so that adding one never lengthens another gap. */
function findRecordEnd(of: Case): Instant | undefined {
  const ends = of.reviewWhen
    ? [of.reviewWhen.span.end]
    : [...of.agencies.flatMap(({ involvedWhen }) => involvedWhen), ...of.periods.flatMap(({ when }) => when ?? [])].map(
        (when) => when.span.end,
      )
  const known = ends.filter((end) => Number.isFinite(end))
  const died = readDate(of.personById.get(of.subject)?.died)
  const covered = known.length > 0 ? Math.max(...known) : undefined
  if (died && Number.isFinite(died.span.end)) return instant(Math.min(covered ?? Infinity, died.span.end))
  return covered === undefined ? undefined : instant(covered)
}

/** The lookups of a case. The order of its file makes no difference to them, save for undated events. */
export function indexCase(of: Case): CaseIndex {
  const events = of.events.filter(({ type }) => type !== 'review').toSorted(compareEvents)
  const byAgency = new Map<string, CaseEvent[]>()
  const backlinks = new Map<string, Backlink[]>()
  const add = <T>(to: Map<string, T[]>, key: string, value: T) => {
    const list = to.get(key)
    if (list) list.push(value)
    else to.set(key, [value])
  }
  for (const event of events) {
    for (const { id, role } of event.agencies) if (!AWAY.has(role)) add(byAgency, id, event)
    for (const { kind, event: target } of event.links ?? []) add(backlinks, target, { kind, event })
  }
  const notReceived = events.filter(({ outcome }) => outcome === 'not-received')
  const lines = new Map([...byAgency].map(([id, own]) => [id, lineOf(own)]))
  return { of, events, byAgency, lines, backlinks, notReceived, recordEnd: findRecordEnd(of) }
}

/** The events an agency took part in; empty for an agency without any. */
export function eventsOf(index: CaseIndex, agency: string): readonly CaseEvent[] {
  return index.byAgency.get(agency) ?? []
}

/** Agencies that hold one of the roles in an event, sorted by id; the family is left out. */
export function agenciesIn(of: Case, event: CaseEvent, roles: readonly Role[]): readonly string[] {
  return event.agencies
    .filter(({ id, role }) => roles.includes(role) && of.agencyById.get(id)?.family !== 'child-and-family')
    .map(({ id }) => id)
    .toSorted()
}

/** Whether an agency took part in an event of its own doing: led it, attended it or sent it. */
export function acted(event: CaseEvent, agency: string): boolean {
  return event.agencies.some(
    ({ id, role }) => id === agency && (role === 'lead' || role === 'attended' || role === 'sender'),
  )
}

/** Services of a council's children's department that are asked for help, and to which no duty to make enquiries passes. */
const EARLY_HELP: ReadonlySet<Service> = new Set<Service>(['family-support', 'childrens-centre', 'early-years'])

/** Whether an agency is children's social care, of whatever team or area; early help in the same department is not. */
export function isSocialCare(agency: Agency | undefined): boolean {
  return agency?.family === 'childrens-social-care' && !EARLY_HELP.has(agency.service)
}

/** Types in which an agency works with the family itself rather than with paper or with other agencies. */
export const DIRECT_WORK: ReadonlySet<EventType> = new Set<EventType>([
  'contact',
  'care',
  'assessment',
  'missed-contact',
])

/** Spans in order, those that meet joined. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const one of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && one.start <= last.end)
      merged[merged.length - 1] = span(last.start, instant(Math.max(last.end, one.end)))
    else merged.push(one)
  }
  return merged
}

/** The stretches an agency was involved, as wide as they can have been, merged and in order; open ends cut at the end of the record. */
export function involvementOf(index: CaseIndex, agency: Agency): readonly Span[] {
  const spans = agency.involvedWhen.flatMap(({ span: one }): Span[] => {
    const end = Number.isFinite(one.end) ? one.end : index.recordEnd
    if (!Number.isFinite(one.start) || end === undefined || end <= one.start) return []
    return [span(one.start, end)]
  })
  return mergeSpans(spans)
}

/** Whether an agency was involved at a date: `unknown` when the case gives it no involvement at all. */
export function involvement(agency: Agency, when: When): 'yes' | 'no' | 'unknown' {
  if (agency.involvedWhen.length === 0) return 'unknown'
  return agency.involvedWhen.some((one) => overlaps(one.span, when.span)) ? 'yes' : 'no'
}

/** When an event was: the span of its date or, undated, from the start of the dated event before it in order to the end of the one after; open where there is none. */
export function windowOf(of: Case, event: CaseEvent): Span {
  if (event.when) return event.when.span
  let start = instant(-Infinity)
  let end = instant(Infinity)
  for (let place = event.order - 1; place >= 0; place -= 1) {
    const when = of.events[place]?.when
    if (!when) continue
    start = when.span.start
    break
  }
  for (let place = event.order + 1; place < of.events.length; place += 1) {
    const when = of.events[place]?.when
    if (!when) continue
    end = when.span.end
    break
  }
  return span(start, instant(Math.max(start, end)))
}

/** The windows of the undated ones among some events. */
export function undatedWindows(of: Case, events: readonly CaseEvent[]): readonly Span[] {
  return events.flatMap((event) => (event.when ? [] : [windowOf(of, event)]))
}

/** Whether something undated may lie between two moments, by its place in order. */
export function mayLieBetween(windows: readonly Span[], from: number, to: number): boolean {
  return windows.some((window) => window.end > from && window.start < to)
}
