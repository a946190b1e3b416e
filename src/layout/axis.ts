import type { Case, CaseEvent, Finding, Period } from '#model/case.ts'
import { finite } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import {
  contains,
  DAY_MS,
  hull,
  instant,
  type Instant,
  intersection,
  lengthMs,
  middle,
  type Span,
  span,
  WEEK_MS,
} from '#model/time.ts'
import { HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { type Anchor, anchorOf } from './anchor.ts'

/**
 * The line on which a case is laid out. Most cases have dates. A case that has an order but almost no dates is laid
 * out by order: each event gets one slot, written as a day counted from the epoch so that zoom, pan and scale need not know.
 */
export interface Axis {
  readonly kind: 'time' | 'order'
  /** From the first mark to the last with a margin: as far as a reader may pan. Never empty. */
  readonly bounds: Span
  /** What the case opens on: the review period, or the part of it where nearly everything happens. */
  readonly home: Span
  /** Where the case is stopped, the first moment after the last day shown; undefined where it is shown whole. */
  readonly until?: Instant
  /** The event from which its ticks are counted; undefined where they are the calendar's. */
  readonly anchor?: Anchor
  /** The period under review; undefined when the review gives none or nothing of the case lies in it. */
  readonly review: Span | undefined
  /** Words along the axis that say what its parts are; none on an axis of time. */
  readonly captions: readonly { readonly over: Span; readonly text: string }[]
  /** An event's place; undefined when it belongs in the tray of undated events. */
  readonly spanOfEvent: (event: CaseEvent) => Span | undefined
  /** Its date; undefined on an axis of order, where precision is not drawn. */
  readonly whenOfEvent: (event: CaseEvent) => When | undefined
  /** A finding's stretch, open ends cut to the bounds; undefined when neither it nor its events have a place. */
  readonly spanOfFinding: (finding: Finding) => Span | undefined
  readonly spanOfPeriod: (period: Period) => Span | undefined
}

/** Below this share of dated events the order says more than the dates. */
const DATED_SHARE = 0.4
/** Empty edges around what is shown, as shares of its length: words stand to the right of their marks. */
const MARGIN = { before: 0.02, after: 0.06 }
/** A case opens on less than its review period when this share of the period's events … */
const DENSE_SHARE = 0.8
/** … lies within this share of its length: one winter at the end of four years. */
const DENSE_LENGTH = 0.45

function widen(of: Span): Span {
  const length = Math.max(lengthMs(of), DAY_MS)
  return span(instant(of.start - length * MARGIN.before), instant(of.end + length * MARGIN.after))
}

/** Days alone say nothing of hours: without a time of day, less than a week would be an axis of empty hours. */
function leastLength(of: Case): number {
  const hasTimes = of.events.some(({ when }) =>
    when?.kind === 'range'
      ? when.from?.precision === 'minute' || when.to?.precision === 'minute'
      : when?.precision === 'minute',
  )
  return hasTimes ? DAY_MS : WEEK_MS
}

function lengthen(of: Span, least: number): Span {
  if (lengthMs(of) >= least) return of
  const at = middle(of)
  return span(instant(at - least / 2), instant(at + least / 2))
}

function within(of: Span, bounds: Span): Span {
  const start = instant(Math.min(Math.max(of.start, bounds.start), bounds.end))
  return span(start, instant(Math.max(start, Math.min(of.end, bounds.end))))
}

function hullOfEvents(of: Case, ids: readonly string[], spanOf: (event: CaseEvent) => Span | undefined) {
  return hull(
    ids.flatMap((id) => {
      const event = of.eventById.get(id)
      return (event && spanOf(event)) ?? []
    }),
  )
}

/** The shortest stretch that holds a share of the moments; undefined for none. */
function densest(moments: readonly Instant[], share: number): Span | undefined {
  const sorted = moments.toSorted((a, b) => a - b)
  const count = Math.ceil(sorted.length * share)
  let found: Span | undefined
  for (let first = 0; first + count <= sorted.length; first += 1) {
    const start = sorted[first]
    const end = sorted[first + count - 1]
    if (start === undefined || end === undefined) continue
    if (!found || end - start < lengthMs(found)) found = span(start, end)
  }
  return found
}

function homeOf(review: Span, moments: readonly Instant[], least: number): Span {
  const dense = densest(moments, DENSE_SHARE)
  const isDense = dense !== undefined && lengthMs(dense) < lengthMs(review) * DENSE_LENGTH
  return widen(isDense ? lengthen(dense, least) : review)
}

function timeAxis(of: Case, given?: Span): Axis {
  const least = leastLength(of)
  const bounds = given ?? widen(lengthen(of.extent ?? span(instant(0), instant(DAY_MS)), least))
  const period = of.reviewWhen && within(finite(of.reviewWhen), bounds)
  const moments = of.events.flatMap(({ when }) =>
    period && when && contains(period, when.span.start) ? [when.span.start] : [],
  )
  const review = period && moments.length > 0 ? period : undefined
  const spanOfEvent = (event: CaseEvent) => event.when && within(event.when.span, bounds)
  return {
    kind: 'time',
    bounds,
    home: review ? within(homeOf(review, moments, least), bounds) : bounds,
    review: review && within(widen(review), bounds),
    captions: [],
    spanOfEvent,
    whenOfEvent: ({ when }) => when,
    spanOfFinding: (finding) =>
      finding.when ? within(finding.when.span, bounds) : hullOfEvents(of, finding.events, spanOfEvent),
    spanOfPeriod: (period) =>
      period.when
        ? within(period.when.span, bounds)
        : hullOfEvents(
            of,
            [period.from, period.to].filter((id) => id !== undefined),
            spanOfEvent,
          ),
  }
}

function slot(place: number): Span {
  return span(instant(place * DAY_MS), instant((place + 1) * DAY_MS))
}

/** Without dates a stretch says nothing, so each finding that has one gets a slot of its own after the events. */
function findingSlots(of: Case): ReadonlyMap<string, Span> {
  const first = of.events.length + 1
  const stretched = of.findings.filter(({ kind }) =>
    ['missed-referral', 'handover-gap', 'drift'].includes(HIGHLIGHT_OF[kind]),
  )
  return new Map(stretched.map(({ id }, place) => [id, slot(first + place)]))
}

function orderAxis(of: Case): Axis {
  const slots = findingSlots(of)
  const events = span(instant(0), instant(Math.max(1, of.events.length) * DAY_MS))
  const findings = hull(slots.values())
  const bounds = widen(hull([events, ...slots.values()]) ?? events)
  const spanOfEvent = (event: CaseEvent) => slot(event.order)
  return {
    kind: 'order',
    bounds,
    home: bounds,
    review: undefined,
    captions: [
      { over: events, text: 'order known, dates not published' },
      ...(findings ? [{ over: findings, text: 'what the review found, in its order' }] : []),
    ],
    spanOfEvent,
    whenOfEvent: () => undefined,
    spanOfFinding: (finding) => slots.get(finding.id) ?? hullOfEvents(of, finding.events, spanOfEvent),
    spanOfPeriod: (period) =>
      hullOfEvents(
        of,
        [period.from, period.to].filter((id) => id !== undefined),
        spanOfEvent,
      ),
  }
}

/** Which axis a case is laid out on. */
export function axisKindOf(of: Case): Axis['kind'] {
  const dated = of.events.filter(({ when }) => when !== undefined).length
  return of.events.length > 0 && dated / of.events.length < DATED_SHARE ? 'order' : 'time'
}

/** The axis a case is laid out on. A case without events gets a day's worth of empty time. */
export function axisOf(of: Case): Axis {
  return axisKindOf(of) === 'order' ? orderAxis(of) : timeAxis(of)
}

/** What a stopped case opens on, and how far one may pan past the day, as shares of what lies before it. */
const AFTER = { home: 0.2, bounds: 0.3 }

/**
 * The axis of a case cut at a day: it goes on past the day by a share of what lies before, so that its length tells nothing
 * of what follows, and at least as far as the end of a window that is held while the day moves. An axis of order has no days.
 */
export function stopAxis(axis: Axis, of: Case, day: Instant, held?: Instant): Axis {
  if (axis.kind === 'order') return axis
  const began = of.reviewWhen?.span.start ?? -Infinity
  const { start } = of.extent ? widen(of.extent) : axis.bounds
  const from = instant(Math.min(start, day - DAY_MS))
  const after = (first: number, share: number) => instant(day + (day - first) * share)
  const first = instant(Math.max(from, Number.isFinite(began) && began < day - DAY_MS ? began : -Infinity))
  const end = after(from, AFTER.bounds)
  const bounds = span(from, instant(Math.max(end, held ?? -Infinity)))
  const stopped = timeAxis(of, bounds)
  return {
    ...stopped,
    home: span(first, after(first, AFTER.home)),
    until: day,
    // What had begun and had no end yet is drawn as far as the day, not into what is not known.
    spanOfPeriod: (period) => {
      const over = stopped.spanOfPeriod(period)
      return over && intersection(over, span(bounds.start, day))
    },
  }
}

/** The axis counted from an event; as it is where there is none, or none that can be counted from. */
export function countAxisFrom(axis: Axis, event: CaseEvent | undefined): Axis {
  const anchor = event && axis.kind === 'time' ? anchorOf(event) : undefined
  return anchor ? { ...axis, anchor } : axis
}
