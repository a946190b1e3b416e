import { DAY_MS, instant, type Instant, lengthMs, MINUTE_MS, type Span, span } from '#model/time.ts'

/** From where on a line has a scale of its own. */
export interface ScalePiece {
  readonly at: Instant
  readonly px: number
  readonly pxPerMs: number
}

/** Time to pixels along a line that starts at pixel 0. */
export interface Scale {
  readonly start: Instant
  /** On a line of several scales, what it comes to on the whole. */
  readonly pxPerMs: number
  /** In order; only on paper, where sheet after sheet may have a scale of its own. */
  readonly pieces?: readonly ScalePiece[] | undefined
}

/** The scale that fits a window into a width. A width below 1 counts as 1. */
export function scaleOf(window: Span, widthPx: number): Scale {
  return { start: window.start, pxPerMs: Math.max(1, widthPx) / lengthMs(window) }
}

export function toPx(scale: Scale, at: Instant): number {
  const piece = scale.pieces?.findLast((one) => one.at <= at) ?? scale.pieces?.[0]
  if (piece) return piece.px + (at - piece.at) * piece.pxPerMs
  return (at - scale.start) * scale.pxPerMs
}

export function toInstant(scale: Scale, px: number): Instant {
  const piece = scale.pieces?.findLast((one) => one.px <= px) ?? scale.pieces?.[0]
  if (piece) return instant(piece.at + (px - piece.px) / piece.pxPerMs)
  return instant(scale.start + px / scale.pxPerMs)
}

/** Nobody needs to see less than this at once, nor more than the whole case. */
export const SHORTEST_WINDOW_MS = 30 * MINUTE_MS

/** A window within bounds, no shorter than the shortest: what every pan and zoom passes through. */
export function limitWindow(wanted: Span, bounds: Span): Span {
  // Whole milliseconds: a pan then keeps the length exactly, and what depends on it is not laid out again.
  const length = Math.round(Math.min(Math.max(lengthMs(wanted), SHORTEST_WINDOW_MS), lengthMs(bounds)))
  const centre = (wanted.start + wanted.end) / 2
  const start = Math.round(Math.min(Math.max(centre - length / 2, bounds.start), bounds.end - length))
  return span(instant(start), instant(start + length))
}

/**
 * A share of the way from one window to another. Lengths grow by the same factor in the same time, and a moment that has
 * the same place in both keeps it.
 */
export function windowBetween(from: Span, to: Span, share: number): Span {
  const ratio = lengthMs(to) / lengthMs(from)
  const gone = Math.abs(ratio - 1) < 1e-9 ? share : (ratio ** share - 1) / (ratio - 1)
  const between = (a: Instant, b: Instant) => instant(Math.round(a + (b - a) * gone))
  return span(between(from.start, to.start), between(from.end, to.end))
}

/** Length of the stretch laid out, in windows. */
export const DRAWN_WINDOWS = 2.5

/**
 * The stretch to lay out so that panning need not lay out again: the window and half a window on each side, snapped so
 * that small pans share one.
 */
export function drawnSpan(window: Span): Span {
  const half = lengthMs(window) / 2
  const first = Math.floor(window.start / half) - 1
  return span(instant(first * half), instant((first + 2 * DRAWN_WINDOWS) * half))
}

/**
 * The stretch to have laid out for a window: the one there is as long as a window of its length lies within it, else
 * another. A drag to and fro about a place where two stretches meet then stays in one.
 */
export function keepDrawn(before: Span, window: Span): Span {
  const isItsLength = Math.abs(lengthMs(before) - DRAWN_WINDOWS * lengthMs(window)) < 1
  return isItsLength && before.start <= window.start && window.end <= before.end ? before : drawnSpan(window)
}

/** How many days a pixel is, for choosing ticks. */
export function daysPerPx(scale: Scale): number {
  return 1 / (scale.pxPerMs * DAY_MS)
}
