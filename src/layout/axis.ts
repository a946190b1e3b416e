import type { Case, CaseEvent, Finding, Period } from '#model/case.ts'
import { finite } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { contains, DAY_MS, hull, instant, lengthMs, type Span, span } from '#model/time.ts'

/**
 * The line on which a case is laid out. Most cases have dates. A case that has an order but almost no dates is laid
 * out by order: each event gets one slot, written as a day counted from the epoch so that zoom, pan and scale need not know.
 */
export interface Axis {
  readonly kind: 'time' | 'order'
  /** From the first mark to the last with a margin: as far as a reader may pan. Never empty. */
  readonly bounds: Span
  /** What the case opens on: the review period where there is one and it holds something. */
  readonly home: Span
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
/** Empty edge on each side of the bounds, as a share of their length. */
const MARGIN = 0.02

function widen(of: Span): Span {
  const margin = Math.max(lengthMs(of) * MARGIN, DAY_MS)
  return span(instant(of.start - margin), instant(of.end + margin))
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

function timeAxis(of: Case): Axis {
  const extent = of.extent ?? span(instant(0), instant(DAY_MS))
  const bounds = widen(extent)
  const review = of.reviewWhen && within(finite(of.reviewWhen), bounds)
  const isHome =
    review && lengthMs(review) > 0 && of.events.some(({ when }) => when && contains(review, when.span.start))
  const spanOfEvent = (event: CaseEvent) => event.when && within(event.when.span, bounds)
  return {
    kind: 'time',
    bounds,
    home: isHome ? widen(review) : bounds,
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

function slot(order: number): Span {
  return span(instant(order * DAY_MS), instant((order + 1) * DAY_MS))
}

function orderAxis(of: Case): Axis {
  const bounds = widen(span(instant(0), instant(Math.max(1, of.events.length) * DAY_MS)))
  const spanOfEvent = (event: CaseEvent) => slot(event.order)
  return {
    kind: 'order',
    bounds,
    home: bounds,
    spanOfEvent,
    whenOfEvent: () => undefined,
    spanOfFinding: (finding) => hullOfEvents(of, finding.events, spanOfEvent),
    spanOfPeriod: (period) =>
      hullOfEvents(
        of,
        [period.from, period.to].filter((id) => id !== undefined),
        spanOfEvent,
      ),
  }
}

/** The axis a case is laid out on. A case without events gets a day's worth of empty time. */
export function axisOf(of: Case): Axis {
  const dated = of.events.filter(({ when }) => when !== undefined).length
  return of.events.length > 0 && dated / of.events.length < DATED_SHARE ? orderAxis(of) : timeAxis(of)
}
