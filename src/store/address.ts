import { NO_FILTER } from '#analysis/filter.ts'
import type { Filter } from '#analysis/filter.ts'
import { parseEdtf } from '#model/edtf.ts'
import { instant, MINUTE_MS, type Span, span } from '#model/time.ts'
import { EVENT_TYPES, HIGHLIGHTS } from '#model/vocabulary.ts'
import { type HorizonChoice, horizonListsOf, readHorizon } from './horizon-choice.ts'
import { FIRST_LANES, type LaneChoice, laneChoiceOf, laneListsOf } from './lane-choice.ts'

/**
 * What a shared link reproduces, as the part of the address after #. Pure both ways. Anything in an address that is
 * not understood is left out rather than refused, so that an old or mistyped link still opens its case.
 */

export const PAGES = ['timeline', 'review', 'table', 'about', 'print'] as const
export type Page = (typeof PAGES)[number]

/** What a link can select. A candidate or a fact is what an analysis under this reader's thresholds holds, so no link has it. */
const LINKED = ['event', 'finding'] as const

/** Which step of which fact's way is chosen, and what was chosen before the way was taken. */
export interface PathStop {
  readonly fact: string
  readonly agency: string
  readonly step: number
  readonly before: Selection | undefined
}

export interface Selection {
  readonly kind: (typeof LINKED)[number] | 'candidate' | 'fact'
  readonly id: string
  /** Events to point out with it, instead of those that belong to an event or a finding; never in a link. */
  readonly evidence?: readonly string[]
  /** Set while a fact's way is followed step by step; never in a link. */
  readonly path?: PathStop
}

export interface ViewAddress {
  readonly page: Page
  /** The stretch in sight, to the minute; undefined for the case's first view. */
  readonly window: Span | undefined
  readonly selection: Selection | undefined
  readonly filter: Filter
  /** Whether what the filter leaves out is hidden rather than dimmed. */
  readonly hidesFiltered: boolean
  /** Whether agencies with nothing in the case's first view have lanes too. */
  readonly showsQuietLanes: boolean
  /** Whether every mark is drawn however crowded, instead of ribbons. */
  readonly showsEveryMark: boolean
  readonly lanes: LaneChoice
  /** The event from which the axis is counted; undefined for the calendar. */
  readonly countFrom: string | undefined
  /** Where the case stops; undefined for the whole of it. */
  readonly horizon: HorizonChoice | undefined
}

export type Route =
  | { readonly name: 'library' }
  | { readonly name: 'own' }
  | { readonly name: 'case'; readonly id: string; readonly view: ViewAddress }
  | { readonly name: 'unknown'; readonly path: string }

export const FIRST_VIEW: ViewAddress = {
  page: 'timeline',
  window: undefined,
  selection: undefined,
  filter: NO_FILTER,
  hidesFiltered: false,
  showsQuietLanes: false,
  showsEveryMark: false,
  lanes: FIRST_LANES,
  countFrom: undefined,
  horizon: undefined,
}

/** The version of the query below; raised when a key changes its meaning. */
const VERSION = '1'

function oneOf<T extends string>(all: readonly T[], text: string | null): T | undefined {
  return all.find((one) => one === text)
}

function listOf(params: URLSearchParams, key: string): readonly string[] {
  return (params.get(key) ?? '').split(',').filter(Boolean)
}

function knownOf<T extends string>(all: readonly T[], params: URLSearchParams, key: string): ReadonlySet<T> {
  return new Set(listOf(params, key).flatMap((text) => oneOf(all, text) ?? []))
}

function readWindow(params: URLSearchParams): Span | undefined {
  const from = parseEdtf(params.get('from') ?? '')
  const to = parseEdtf(params.get('to') ?? '')
  if (!from.ok || !to.ok) return undefined
  const [start, end] = [from.value.span.start, to.value.span.start]
  return Number.isFinite(start) && end > start ? span(start, end) : undefined
}

function readSelection(params: URLSearchParams): Selection | undefined {
  for (const kind of LINKED) {
    const id = params.get(kind)
    if (id) return { kind, id }
  }
  return undefined
}

function readView(params: URLSearchParams): ViewAddress {
  if ((params.get('v') ?? VERSION) !== VERSION) return FIRST_VIEW
  return {
    page: oneOf(PAGES, params.get('page')) ?? 'timeline',
    window: readWindow(params),
    selection: readSelection(params),
    filter: {
      hiddenAgencies: new Set(listOf(params, 'without-agencies')),
      hiddenTypes: knownOf(EVENT_TYPES, params, 'without-types'),
      hiddenHighlights: knownOf(HIGHLIGHTS, params, 'without-highlights'),
      onlyHighlighted: params.get('only') === 'highlighted',
      people: new Set(listOf(params, 'people')),
      themes: new Set(listOf(params, 'themes')),
      text: params.get('text') ?? '',
    },
    hidesFiltered: params.get('filtered') === 'hidden',
    showsQuietLanes: params.get('lanes') === 'all',
    showsEveryMark: params.get('marks') === 'all',
    lanes: laneChoiceOf({
      order: listOf(params, 'lane-order'),
      pinned: listOf(params, 'pinned-lanes'),
      hidden: listOf(params, 'hidden-lanes'),
      collapsed: listOf(params, 'collapsed'),
    }),
    countFrom: params.get('align') || undefined,
    horizon: readHorizon(params.get('until'), params.get('as'), params.get('assuming')),
  }
}

/** The route an address names. Never throws. */
export function decodeAddress(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  if (path === '') return { name: 'library' }
  if (path === 'own') return { name: 'own' }
  const [place, id, ...rest] = path.split('/')
  if (place === 'case' && id && rest.length === 0 && /^[a-z0-9-]+$/.test(id))
    return { name: 'case', id, view: readView(new URLSearchParams(query)) }
  return { name: 'unknown', path }
}

function minuteText(at: number): string {
  return new Date(Math.round(at / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16)
}

/** The address of a view, without what is at its first value. */
export function encodeView(id: string, view: ViewAddress): string {
  const params = new URLSearchParams()
  const put = (key: string, value: string) => {
    if (value !== '') params.set(key, value)
  }
  const { filter, selection, window } = view
  put('page', view.page === 'timeline' ? '' : view.page)
  if (window) {
    put('from', minuteText(window.start))
    put('to', minuteText(window.end))
  }
  if (selection && LINKED.some((kind) => kind === selection.kind)) put(selection.kind, selection.id)
  put('without-agencies', [...filter.hiddenAgencies].join(','))
  put('without-types', [...filter.hiddenTypes].join(','))
  put('without-highlights', [...filter.hiddenHighlights].join(','))
  put('only', filter.onlyHighlighted ? 'highlighted' : '')
  put('people', [...filter.people].join(','))
  put('themes', [...filter.themes].join(','))
  put('text', filter.text.trim())
  put('filtered', view.hidesFiltered ? 'hidden' : '')
  put('lanes', view.showsQuietLanes ? 'all' : '')
  put('marks', view.showsEveryMark ? 'all' : '')
  const lanes = laneListsOf(view.lanes)
  put('lane-order', lanes.order.join(','))
  put('pinned-lanes', lanes.pinned.join(','))
  put('hidden-lanes', lanes.hidden.join(','))
  put('collapsed', lanes.collapsed.join(','))
  put('align', view.countFrom ?? '')
  for (const [key, value] of horizonListsOf(view.horizon)) put(key, value)
  if (params.size === 0) return `#/case/${id}`
  params.set('v', VERSION)
  // Commas and colons are legal in a fragment and easier on the eye than %2C and %3A.
  return `#/case/${id}?${params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

/** A window as a link keeps it: whole minutes, at least one long. */
export function roundWindow(window: Span): Span {
  const start = Math.round(window.start / MINUTE_MS) * MINUTE_MS
  const end = Math.max(Math.round(window.end / MINUTE_MS) * MINUTE_MS, start + MINUTE_MS)
  return span(instant(start), instant(end))
}
