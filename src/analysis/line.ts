import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'

/** Dated events in order of their earliest moment, so that a walk along them can start late and stop early. */
export interface Line {
  readonly events: readonly CaseEvent[]
  /** For each place, the latest end of any event up to it. */
  readonly ends: readonly number[]
}

/** The first place from 0 to `count` for which a test that never turns false again is true; `count` when none is. */
function firstPlace(count: number, test: (place: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The dated ones of some events as a line; undated ones are left out. */
export function lineOf(events: readonly CaseEvent[]): Line {
  const dated = events
    .filter(({ when }) => when !== undefined)
    .toSorted((a, b) => (a.when?.span.start ?? 0) - (b.when?.span.start ?? 0))
  let latest = -Infinity
  const ends = dated.map(({ when }) => {
    latest = Math.max(latest, when?.span.end ?? -Infinity)
    return latest
  })
  return { events: dated, ends }
}

/** The events of a line that may be at or after a date, in order, with some earlier ones among them. */
export function walkFrom(line: Line, from: When): Generator<CaseEvent> {
  return walkFromMoment(line, from.span.start)
}

/** The same from a moment on. */
export function* walkFromMoment(line: Line, from: number): Generator<CaseEvent> {
  const first = firstPlace(line.events.length, (place) => (line.ends[place] ?? Infinity) > from)
  for (let place = first; place < line.events.length; place += 1) {
    const event = line.events[place]
    if (event) yield event
  }
}

/** The events of a line that begin in a half-open stretch, in order. */
export function startingWithin(line: Line, start: number, end: number): readonly CaseEvent[] {
  const begins = (place: number) => line.events[place]?.when?.span.start ?? Infinity
  const count = line.events.length
  return line.events.slice(
    firstPlace(count, (place) => begins(place) >= start),
    firstPlace(count, (place) => begins(place) >= end),
  )
}
