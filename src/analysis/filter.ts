import type { Case, CaseEvent, Finding } from '#model/case.ts'
import {
  EVENT_TYPE_NAME,
  type EventType,
  type Family,
  FINDING_KIND_NAME,
  HIGHLIGHT_OF,
  type Highlight,
} from '#model/vocabulary.ts'
import { findMeetingPoint } from './meetings.ts'

/**
 * What the reader wants to see. Agencies, event types and highlights are shown unless switched off, so that a
 * filter means the same in every case; people and text narrow only when given.
 */
export interface Filter {
  readonly hiddenAgencies: ReadonlySet<string>
  readonly hiddenTypes: ReadonlySet<EventType>
  readonly hiddenHighlights: ReadonlySet<Highlight>
  /** Only events that bear a highlight that is shown: evidence of a finding, or a meeting point. */
  readonly onlyHighlighted: boolean
  /** Events with any of these people; everyone's when empty. */
  readonly people: ReadonlySet<string>
  /** Only findings of these themes and the events they rest on; everything when empty. */
  readonly themes: ReadonlySet<string>
  /** Words that must all occur in the event; no condition when blank. */
  readonly text: string
}

export const NO_FILTER: Filter = {
  hiddenAgencies: new Set(),
  hiddenTypes: new Set(),
  hiddenHighlights: new Set(),
  onlyHighlighted: false,
  people: new Set(),
  themes: new Set(),
  text: '',
}

/** What passes a filter, with the counts the reader sees. */
export interface View {
  readonly events: ReadonlySet<string>
  readonly findings: ReadonlySet<string>
  readonly agencies: ReadonlySet<string>
  readonly isFiltered: boolean
}

export function isFiltering(filter: Filter): boolean {
  return (
    filter.hiddenAgencies.size +
      filter.hiddenTypes.size +
      filter.hiddenHighlights.size +
      filter.people.size +
      filter.themes.size >
      0 ||
    filter.onlyHighlighted ||
    filter.text.trim() !== ''
  )
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}

/** The words of an event that a search looks in: title, detail, agencies, people, accounts, type, places in the review. */
function searchText(of: Case, event: CaseEvent): string {
  const agencies = event.agencies.map(({ id }) => of.agencyById.get(id))
  return fold(
    [
      event.title,
      event.detail,
      event.dateText,
      EVENT_TYPE_NAME[event.type],
      ...agencies.flatMap((agency) => (agency ? [agency.name, agency.code, agency.partOf] : [])),
      ...(event.people ?? []).map((id) => of.personById.get(id)?.name),
      ...(event.accounts ?? []).map(({ says }) => says),
      ...event.source,
    ].join(' '),
  )
}

function findingText(finding: Finding): string {
  return fold(
    [finding.title, finding.detail, finding.expected, FINDING_KIND_NAME[finding.kind], ...finding.source].join(' '),
  )
}

function hasAllWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

/** The highlights each event bears, by event id: those of the findings it is evidence for, and being a meeting point. */
export function findEventHighlights(of: Case): ReadonlyMap<string, ReadonlySet<Highlight>> {
  const found = new Map<string, Set<Highlight>>()
  const add = (event: string, highlight: Highlight) => {
    const known = found.get(event)
    if (known) known.add(highlight)
    else found.set(event, new Set([highlight]))
  }
  for (const finding of of.findings) for (const event of finding.events) add(event, HIGHLIGHT_OF[finding.kind])
  for (const event of of.events) if (findMeetingPoint(of, event)) add(event.id, 'meeting-point')
  return found
}

/** The findings of the themes asked for; undefined when none is asked for. */
function findThemed(of: Case, themes: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (themes.size === 0) return undefined
  return new Set(of.themes.flatMap(({ id, findings }) => (themes.has(id) ? findings : [])))
}

/**
 * The events, findings and agencies that pass. An event passes when one of its agencies is shown and every other
 * condition holds. A finding passes when its highlight is shown, one of its agencies is, and its own words or an event
 * it rests on hold the text and the people asked for.
 */
export function applyFilter(of: Case, filter: Filter): View {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  const highlights = filter.onlyHighlighted ? findEventHighlights(of) : undefined
  const agencies = new Set(of.agencies.filter(({ id }) => !filter.hiddenAgencies.has(id)).map(({ id }) => id))
  const hasPerson = (event: CaseEvent) =>
    filter.people.size === 0 || (event.people ?? []).some((id) => filter.people.has(id))
  const hasHighlight = (event: CaseEvent) =>
    !highlights || [...(highlights.get(event.id) ?? [])].some((one) => !filter.hiddenHighlights.has(one))
  const themed = findThemed(of, filter.themes)
  const themedEvents = themed && new Set(of.findings.flatMap(({ id, events }) => (themed.has(id) ? events : [])))
  const passes = (event: CaseEvent) =>
    !filter.hiddenTypes.has(event.type) &&
    event.agencies.some(({ id }) => agencies.has(id)) &&
    hasPerson(event) &&
    hasHighlight(event) &&
    (!themedEvents || themedEvents.has(event.id)) &&
    (words.length === 0 || hasAllWords(searchText(of, event), words))
  const events = new Set(of.events.filter(passes).map(({ id }) => id))

  const findingPasses = (finding: Finding) =>
    !filter.hiddenHighlights.has(HIGHLIGHT_OF[finding.kind]) &&
    (!themed || themed.has(finding.id)) &&
    [...finding.holders, ...finding.receivers].some((id) => agencies.has(id)) &&
    ((filter.people.size === 0 && hasAllWords(findingText(finding), words)) ||
      finding.events.some((id) => events.has(id)))
  const findings = new Set(of.findings.filter(findingPasses).map(({ id }) => id))
  return { events, findings, agencies, isFiltered: isFiltering(filter) }
}

/** How many of the case's events each agency, type, highlight and person has, whatever the filter; things with none are absent. */
export interface Counts {
  readonly agencies: ReadonlyMap<string, number>
  readonly families: ReadonlyMap<Family, number>
  readonly types: ReadonlyMap<EventType, number>
  /** Findings per highlight; for meeting points the meetings, since a meeting needs no finding to be one. */
  readonly highlights: ReadonlyMap<Highlight, number>
  readonly people: ReadonlyMap<string, number>
}

export function countCase(of: Case): Counts {
  const agencies = new Map<string, number>()
  const families = new Map<Family, number>()
  const types = new Map<EventType, number>()
  const highlights = new Map<Highlight, number>()
  const people = new Map<string, number>()
  const add = <K>(to: Map<K, number>, key: K) => to.set(key, (to.get(key) ?? 0) + 1)
  for (const event of of.events) {
    add(types, event.type)
    for (const { id } of event.agencies) add(agencies, id)
    const inFamilies = event.agencies.flatMap(({ id }) => of.agencyById.get(id)?.family ?? [])
    for (const family of new Set(inFamilies)) add(families, family)
    for (const id of event.people ?? []) add(people, id)
    if (findMeetingPoint(of, event)) add(highlights, 'meeting-point')
  }
  for (const finding of of.findings)
    if (HIGHLIGHT_OF[finding.kind] !== 'meeting-point') add(highlights, HIGHLIGHT_OF[finding.kind])
  return { agencies, families, types, highlights, people }
}
