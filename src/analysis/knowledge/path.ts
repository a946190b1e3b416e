import type { Case, Fact, Known } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import type { Span } from '#model/time.ts'
import { instant } from '#model/time.ts'
import type { How } from '#model/vocabulary.ts'
import { windowOf } from '#analysis/case-index.ts'
import { type Lapse, measure, UNKNOWN_LAPSE } from '#analysis/certainty.ts'
import { sinceOf } from './reach.ts'
import type { Cell } from './matrix.ts'

/** One agency's coming to know, or for the end of a path its being there. */
export interface Arrival {
  readonly agency: string
  readonly how: How | 'in-the-room'
  readonly extent: Known['extent']
}

/** A date on which a fact became known to somebody, with the event that the source names for it. */
export interface PathStep {
  readonly when: When | undefined
  readonly event: string | undefined
  /** Those who came to know by that event; in the case's order. */
  readonly arrivals: readonly Arrival[]
  /** Since it was first known; undefined for the first step. */
  readonly lapse: Lapse | undefined
  /** Whether the dates leave open that it came before the step ahead of it. */
  readonly isOrderOpen: boolean
}

/** How a fact came from where it was first known to one agency, as far as the source dates it. */
export interface FactPath {
  readonly steps: readonly PathStep[]
  /** Agencies that knew on a day nobody gives, by an event nobody names: they have no place on the way. */
  readonly unplaced: readonly string[]
}

interface Draft extends Pick<PathStep, 'when' | 'event' | 'arrivals'> {
  readonly window: Span
  /** Place in the chronology; undefined where no event is named. */
  readonly order: number | undefined
}

function draftOf(of: Case, arrival: Arrival, when: When | undefined, eventId: string | undefined): Draft | undefined {
  const event = eventId === undefined ? undefined : of.eventById.get(eventId)
  const window = when?.span ?? (event && windowOf(of, event))
  return window && { when, event: event?.id, arrivals: [arrival], window, order: event?.order }
}

/** By earliest reading, a stretch without a start by its end, as for who knew first; within that by the order of telling. */
function compare(a: Draft, b: Draft): number {
  const key = ({ window: { start, end } }: Draft) => (Number.isFinite(start) ? start : end)
  const [x, y] = [key(a), key(b)]
  if (x !== y) return x - y
  if (a.window.end !== b.window.end) return a.window.end - b.window.end
  return (a.order ?? Infinity) === (b.order ?? Infinity) ? 0 : (a.order ?? Infinity) - (b.order ?? Infinity)
}

/** Whether the source's own order of telling says which came first, where a date is missing. */
function isTold(a: Draft, b: Draft): boolean {
  return (a.when === undefined || b.when === undefined) && a.order !== undefined && b.order !== undefined
}

/** Whether one may have come before another. */
function mayPrecede(a: Draft, b: Draft): boolean {
  return isTold(a, b) ? (a.order ?? 0) <= (b.order ?? 0) : a.window.start < b.window.end
}

/** One step for all who came to know by the same event at the same time. */
function merge(drafts: readonly Draft[]): readonly Draft[] {
  const merged: Draft[] = []
  for (const draft of drafts) {
    const same = merged.findIndex(
      ({ event, window }) =>
        event !== undefined &&
        event === draft.event &&
        window.start === draft.window.start &&
        window.end === draft.window.end,
    )
    const before = merged[same]
    if (before) merged[same] = { ...before, arrivals: [...before.arrivals, ...draft.arrivals] }
    else merged.push(draft)
  }
  return merged
}

/** Who else came to know, the family left out as for who knew first, and so is being told otherwise: that is not to know. */
function othersOf(of: Case, fact: Fact, agency: string): readonly Known[] {
  return fact.known.filter(
    (known) =>
      known.agency !== agency &&
      known.extent !== 'told-otherwise' &&
      of.agencyById.get(known.agency)?.family !== 'child-and-family',
  )
}

function ownEnd(of: Case, agency: string, cell: Cell): Draft | undefined {
  switch (cell.state) {
    case 'knew':
    case 'in-part':
    case 'told-otherwise': {
      const extent = cell.state === 'knew' ? undefined : cell.state
      const own = draftOf(of, { agency, how: cell.how, extent }, cell.since, cell.event)
      // Known, and nobody says since when: it ends the way all the same.
      const anyTime: Span = { start: instant(-Infinity), end: instant(Infinity) }
      return (
        own ?? {
          when: undefined,
          event: undefined,
          arrivals: [{ agency, how: cell.how, extent }],
          window: anyTime,
          order: undefined,
        }
      )
    }
    case 'in-the-room':
      return draftOf(
        of,
        { agency, how: 'in-the-room', extent: undefined },
        of.eventById.get(cell.event)?.when,
        cell.event,
      )
    case 'never':
    case 'not-needed':
      return undefined
    default:
      return cell satisfies never
  }
}

function isFirst(cell: Cell): boolean {
  return 'lapse' in cell && cell.lapse === undefined
}

/**
 * The way of a fact to one agency: every recorded coming to know, by others, that may have come before the agency's own, in
 * order of date, and last its own; for an agency that never knew, all of them. Who told whom is not inferred. Where dates
 * leave the order open a step says so. One step for whoever knew first.
 */
export function findPath(of: Case, fact: Fact, agency: string, cell: Cell): FactPath {
  const own = ownEnd(of, agency, cell)
  const known = isFirst(cell) ? [] : othersOf(of, fact, agency)
  const placed = known.map((one) => ({
    agency: one.agency,
    draft: draftOf(of, { agency: one.agency, how: one.how, extent: one.extent }, sinceOf(of, one), one.event),
  }))
  const before = placed
    .flatMap(({ draft }) => (draft && (!own || mayPrecede(draft, own)) ? [draft] : []))
    .toSorted(compare)
  const drafts = endWith(merge(before), own)
  const first = drafts[0]
  return {
    steps: drafts.map(({ when, event, arrivals, window, order }, place): PathStep => {
      const last = drafts[place - 1]
      const self: Draft = { when, event, arrivals, window, order }
      return {
        when,
        event,
        arrivals,
        lapse: place === 0 ? undefined : first?.when && when ? measure(first.when, when) : UNKNOWN_LAPSE,
        isOrderOpen: last !== undefined && !isTold(last, self) && last.window.end > window.start,
      }
    }),
    unplaced: [...new Set(placed.flatMap((one) => (one.draft ? [] : [one.agency])))],
  }
}

/** The agency's own step is the last; others who came to know by the very same event at the same time are in it. */
function endWith(before: readonly Draft[], own: Draft | undefined): readonly Draft[] {
  if (!own) return before
  const isSame = (one: Draft) => merge([one, own]).length === 1
  const same = before.filter(isSame).flatMap(({ arrivals }) => arrivals)
  return [...before.filter((one) => !isSame(one)), { ...own, arrivals: [...same, ...own.arrivals] }]
}
