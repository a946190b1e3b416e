import type { View } from '#analysis/filter.ts'
import type { Outline } from '#analysis/knowledge/veil.ts'
import type { Agency, Case } from '#model/case.ts'
import { overlaps, type Span } from '#model/time.ts'
import type { Axis } from './axis.ts'
import { findingsWithin, type PaperPicture } from './paper-picture.ts'

/** Which lanes a page has. */

interface Shown {
  readonly of: Case
  readonly axis: Axis
  readonly view: View
  readonly outlines?: readonly Outline[] | undefined
}

/** Agencies with a mark, a continuing bar or a finding in a stretch; the child's own line always. */
export function busyAgencies(
  { of, axis, view, outlines = [] }: Shown,
  agencies: readonly Agency[],
  over: Span,
  events: ReadonlySet<string>,
): readonly Agency[] {
  const busy = new Set<string>()
  for (const event of of.events) if (events.has(event.id)) for (const { id } of event.agencies) busy.add(id)
  const found = findingsWithin(of, axis, view, over, events)
  for (const finding of of.findings)
    if (found.has(finding.id)) for (const id of [...finding.holders, ...finding.receivers]) busy.add(id)
  for (const { agencyId, when } of outlines) if (overlaps(when.span, over)) busy.add(agencyId)
  return agencies.filter(({ id, family }) => busy.has(id) || family === 'child-and-family')
}

/** The lanes of a picture but for those on which nothing of the page came to stand: a finding that only passes over takes none. */
export function findUsedLanes(part: PaperPicture, busy: readonly Agency[]): readonly Agency[] {
  const used = new Set(part.chips.map(({ mark }) => mark.agencyId))
  for (const { agency, marks } of part.picture.lanes) if (marks.length > 0) used.add(agency.id)
  for (const { form, finding, agencyId } of part.picture.findings) {
    used.add(agencyId)
    if (form === 'missed' || form === 'band') for (const id of [...finding.holders, ...finding.receivers]) used.add(id)
  }
  for (const { agencyId } of part.picture.outlines) used.add(agencyId)
  return busy.filter(({ id, family }) => used.has(id) || family === 'child-and-family')
}

/** Lanes in groups that fit one below another on a page of their own. */
export function groupLanes(part: PaperPicture, availablePx: number): readonly (readonly Agency[])[] {
  const groups: Agency[][] = []
  let usedPx = Infinity
  for (const { agency, heightPx } of part.picture.lanes) {
    if (usedPx + heightPx > availablePx) {
      groups.push([])
      usedPx = 0
    }
    groups.at(-1)?.push(agency)
    usedPx += heightPx
  }
  return groups
}
