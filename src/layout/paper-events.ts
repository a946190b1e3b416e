import type { View } from '#analysis/filter.ts'
import type { Case } from '#model/case.ts'
import { instant, type Instant, lengthMs, type Span } from '#model/time.ts'
import type { Axis } from './axis.ts'
import { indexLanes } from './lane-index.ts'
import { findingsWithin } from './paper-picture.ts'

/** What stands on which page of a print, and under which number. */

/** The moment an event stands at on the axis; undefined for one in the tray. */
export function anchorsOf(of: Case, axis: Axis): ReadonlyMap<string, Instant> {
  const anchors = new Map<string, Instant>()
  for (const { marks } of indexLanes(of, axis).values())
    for (const mark of marks) anchors.set(mark.event.id, mark.anchor)
  return anchors
}

/**
 * The page of each event of the view: the one whose stretch holds its moment. Undated events stand with the dated one
 * they follow; before all of them, on the first page. Events outside the stretch to print have none.
 */
export function sortOntoPages(
  of: Case,
  view: View,
  anchors: ReadonlyMap<string, Instant>,
  pages: readonly Span[],
): readonly ReadonlySet<string>[] {
  const found = pages.map(() => new Set<string>())
  const pageAt = (at: number) => pages.findIndex(({ start, end }) => start <= at && at < end)
  let before = anchors.size === 0 || pages.length === 0 ? 0 : firstPage(of, anchors, pageAt)
  for (const event of of.events) {
    const at = anchors.get(event.id)
    if (at !== undefined) before = pageAt(at)
    if (view.events.has(event.id)) found[before]?.add(event.id)
  }
  return found
}

/** The part of a view that lies in a stretch to print: events that stand there, findings that reach into it. */
export function viewOnPaper(of: Case, axis: Axis, view: View, over: Span): View {
  const [events = new Set<string>()] = sortOntoPages(of, view, anchorsOf(of, axis), [over])
  const isWhole = lengthMs(over) >= lengthMs(axis.bounds) - 1
  return { ...view, events, findings: isWhole ? view.findings : findingsWithin(of, axis, view, over, events) }
}

/** Where undated events at the very start belong: with the first dated one when that is printed, else nowhere. */
function firstPage(of: Case, anchors: ReadonlyMap<string, Instant>, pageAt: (at: number) => number): number {
  const first = of.events.find(({ id }) => anchors.has(id))
  return first ? pageAt(anchors.get(first.id) ?? instant(0)) : 0
}

/** Every event and finding keeps its number in every print of the case: its place in the chronology, or in the list of findings. */
export function paperNumbers(of: Case): (key: string) => string {
  const numbers = new Map<string, string>()
  for (const event of of.events) numbers.set(event.id, String(event.order + 1))
  of.findings.forEach(({ id }, place) => numbers.set(`finding:${id}`, `F${place + 1}`))
  return (key) => numbers.get(key) ?? ''
}
