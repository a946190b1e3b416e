import type { Agency, CaseEvent } from '#model/case.ts'
import type { Moment, When } from '#model/edtf.ts'
import { addCalendar, instant, type Span, span } from '#model/time.ts'
import { dayOf, lastDayOf } from '#analysis/certainty.ts'

/**
 * A piece of an agency's involvement. `busy`: an event is known to lie on these days, or its stretch covers them.
 * `open`: an event lies somewhere in here (a month, a year, an involvement that began in October). `silent`: no event
 * of this agency in this chronology can lie here.
 */
export interface Piece {
  readonly state: 'busy' | 'open' | 'silent'
  readonly span: Span
}

/** Something on an agency's line that ends a silence: an event, or an end of involvement that is not exact. */
export interface Anchor {
  readonly span: Span
  readonly isOpen: boolean
  readonly event: CaseEvent | undefined
  readonly when: When
}

/** A span widened to whole days; open ends stay open. */
export function wholeDays(of: Span): Span {
  const end = Number.isFinite(of.end) ? addCalendar(lastDayOf(of), 1, 'day') : of.end
  return span(dayOf(of.start), end)
}

/** A moment coarser than a day leaves open on which of its days it was. */
function isOpenMoment(moment: Moment): boolean {
  return moment.precision !== 'day' && moment.precision !== 'minute'
}

/** What a date puts on the line: a moment its days, a stretch all of them, one with an open end only the end it has. */
export function anchorsOf(when: When, event: CaseEvent | undefined): readonly Anchor[] {
  if (when.kind === 'moment') return [{ span: wholeDays(when.span), isOpen: isOpenMoment(when), event, when }]
  if (!Number.isFinite(when.span.start) || !Number.isFinite(when.span.end)) {
    const end = when.from ?? when.to
    return end ? anchorsOf(end, event) : []
  }
  const isOpen = [when.from, when.to].some((end) => end !== undefined && isOpenMoment(end))
  return [{ span: wholeDays(when.span), isOpen, event, when }]
}

/** The inexact ends of an involvement: somewhere in their span it began or ended. An exact one needs no anchor. */
export function edgesOf(agency: Agency): readonly Anchor[] {
  return agency.involvedWhen.flatMap((one) => {
    const ends = one.kind === 'moment' ? [one] : [one.from, one.to]
    return ends.flatMap((end) => (end && isOpenMoment(end) ? anchorsOf(end, undefined) : []))
  })
}

/** Anchors that share a day, and the days they cover together. */
export interface Block {
  readonly span: Span
  readonly anchors: readonly Anchor[]
}

/** Anchors that share a day joined into blocks, in order. */
export function blocksOf(anchors: readonly Anchor[]): readonly Block[] {
  const blocks: { span: Span; anchors: Anchor[] }[] = []
  for (const anchor of anchors.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = blocks.at(-1)
    if (last && anchor.span.start < last.span.end) {
      last.anchors.push(anchor)
      last.span = span(last.span.start, instant(Math.max(last.span.end, anchor.span.end)))
    } else blocks.push({ span: anchor.span, anchors: [anchor] })
  }
  return blocks
}

/** One block as pieces: busy where an exact anchor or a covered stretch is sure, open elsewhere. */
export function piecesOf({ span: whole, anchors }: Block): readonly Piece[] {
  const sure = blocksOf(anchors.filter(({ isOpen }) => !isOpen)).map((block) => block.span)
  const pieces: Piece[] = []
  let at = whole.start
  for (const one of sure) {
    if (one.start > at) pieces.push({ state: 'open', span: span(at, one.start) })
    pieces.push({ state: 'busy', span: one })
    at = one.end
  }
  if (at < whole.end) pieces.push({ state: 'open', span: span(at, whole.end) })
  return pieces
}

/** The part of one span that lies in another; undefined when it has no length. */
export function clip(one: Span, to: Span): Span | undefined {
  const start = Math.max(one.start, to.start)
  const end = Math.min(one.end, to.end)
  return start < end ? span(instant(start), instant(end)) : undefined
}
