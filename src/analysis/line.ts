import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'

/** Dated events in order of their earliest moment, so that a walk along them can start late and stop early. */
export interface Line {
  readonly events: readonly CaseEvent[]
  /** The latest end among the events below each node of a binary tree over the places, its leaves in the second half. */
  readonly ends: Float64Array
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
  const start = (event: CaseEvent | undefined) => event?.when?.span.start ?? 0
  const all = events.filter(({ when }) => when !== undefined)
  // Most callers have them in order.
  const isSorted = all.every((event, place) => place === 0 || start(all[place - 1]) <= start(event))
  const dated = isSorted ? all : all.toSorted((a, b) => start(a) - start(b))
  let leaves = 1
  while (leaves < dated.length) leaves *= 2
  const ends = new Float64Array(leaves * 2).fill(-Infinity)
  dated.forEach(({ when }, place) => (ends[leaves + place] = when?.span.end ?? -Infinity))
  for (let node = leaves - 1; node > 0; node -= 1)
    ends[node] = Math.max(ends[node * 2] ?? -Infinity, ends[node * 2 + 1] ?? -Infinity)
  return { events: dated, ends }
}

/** The first place from one on whose event ends after a moment; past the last when none does. A long stretch among many short ones costs no walk past them. */
function nextEnding(ends: Float64Array, place: number, after: number): number {
  const leaves = ends.length / 2
  let node = leaves + place
  if (place >= leaves) return leaves
  // Up to the first subtree on the right that holds one, then down to its first leaf.
  while (!((ends[node] ?? -Infinity) > after)) {
    while (node % 2 === 1) {
      if (node === 1) return leaves
      node = (node - 1) / 2
    }
    node += 1
  }
  while (node < leaves) node = (ends[node * 2] ?? -Infinity) > after ? node * 2 : node * 2 + 1
  return node - leaves
}

/** The events of a line that may be at or after a date, in order. */
export function walkFrom(line: Line, from: When): Generator<CaseEvent> {
  return walkFromMoment(line, from.span.start)
}

/** The same from a moment on. */
export function* walkFromMoment({ events, ends }: Line, from: number): Generator<CaseEvent> {
  for (let place = nextEnding(ends, 0, from); place < events.length; place = nextEnding(ends, place + 1, from)) {
    const event = events[place]
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
