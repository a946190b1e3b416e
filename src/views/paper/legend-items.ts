import { type Attendance, findMeetingPoint } from '#analysis/meetings.ts'
import { findSightings } from '#analysis/child.ts'
import type { View } from '#analysis/filter.ts'
import type { Axis } from '#layout/axis.ts'
import { type DateForm, formOf } from '#layout/lane-index.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'
import {
  CHILD_PERIODS,
  EVENT_TYPE_NAME,
  EVENT_TYPES,
  type EventType,
  FAMILIES,
  FAMILY_NAME,
  type Family,
  FINDING_KIND_NAME,
  FINDING_KINDS,
  type FindingKind,
} from '#model/vocabulary.ts'

/** One sign of the pictures and what it means. */
export type LegendItem = { readonly name: string } & (
  | { readonly kind: 'type'; readonly type: EventType; readonly exact: boolean }
  | { readonly kind: 'finding'; readonly of: FindingKind }
  | { readonly kind: 'form'; readonly form: DateForm }
  | { readonly kind: 'node'; readonly attendance: Attendance }
  | { readonly kind: 'spine'; readonly hasMinutes: boolean }
  | { readonly kind: 'period' }
  | { readonly kind: 'child'; readonly of: 'seen' | 'unseen' | 'period' }
  | { readonly kind: 'family'; readonly family: Family }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'dim' }
  | { readonly kind: 'ribbon' }
  | { readonly kind: 'crowd'; readonly text: string }
  | { readonly kind: 'outline' }
  | { readonly kind: 'bend' }
)

const FORMS: readonly (LegendItem & { readonly kind: 'form' })[] = [
  { kind: 'form', form: 'possible', name: 'Some time within' },
  { kind: 'form', form: 'lasting', name: 'From … to …' },
  { kind: 'form', form: 'onwards', name: 'From then on' },
  { kind: 'form', form: 'until', name: 'Up to then' },
]
const NODES: readonly (LegendItem & { readonly kind: 'node' })[] = [
  { kind: 'node', attendance: 'attended', name: 'At the meeting' },
  { kind: 'node', attendance: 'reported', name: 'Sent a report' },
  { kind: 'node', attendance: 'absent', name: 'Expected and absent' },
  { kind: 'node', attendance: 'not-invited', name: 'Not invited' },
]
const NUMBERS: readonly LegendItem[] = [
  { kind: 'number', number: '12', name: 'Event 12 in the key' },
  { kind: 'number', number: 'F3', name: 'Finding F3 in the key' },
]

function typeItems(events: readonly CaseEvent[]): readonly LegendItem[] {
  const types = new Set(events.map(({ type }) => type))
  return EVENT_TYPES.flatMap((type): LegendItem[] =>
    types.has(type) ? [{ kind: 'type', type, exact: true, name: EVENT_TYPE_NAME[type] }] : [],
  )
}

function dateItems(events: readonly CaseEvent[], axis: Axis): readonly LegendItem[] {
  const placed = events.filter((event) => axis.spanOfEvent(event))
  const dates = placed.map((event) => axis.whenOfEvent(event))
  const forms = new Set<DateForm>(dates.map(formOf))
  const isHollow = placed.length < events.length || dates.some((when) => when && !isExact(when))
  return [
    ...(isHollow ? [{ kind: 'type', type: 'contact', exact: false, name: 'Hollow: date not exact' } as const] : []),
    ...FORMS.filter(({ form }) => forms.has(form)),
  ]
}

function meetingItems(of: Case, events: readonly CaseEvent[]): readonly LegendItem[] {
  const meetings = events.flatMap((event) => findMeetingPoint(of, event) ?? [])
  const nodes = new Set(meetings.flatMap(({ attendees }) => attendees.map(({ attendance }) => attendance)))
  const isOpen = ({ minutes }: { readonly minutes: string }) => minutes === 'not-recorded'
  return [
    ...NODES.filter(({ attendance }) => nodes.has(attendance)),
    ...(meetings.some((one) => !isOpen(one))
      ? [{ kind: 'spine', hasMinutes: true, name: 'They met or spoke' } as const]
      : []),
    ...(meetings.some(isOpen) ? [{ kind: 'spine', hasMinutes: false, name: 'Met, no minutes' } as const] : []),
  ]
}

/** Periods behind the lanes and on the child's own line, where the axis has a place for them. */
function periodItems(of: Case, axis: Axis, events: ReadonlySet<string>): readonly LegendItem[] {
  const items: LegendItem[] = []
  const periods = of.periods.filter((period) => axis.spanOfPeriod(period) && period.kind !== 'review-period')
  if (periods.some(({ kind }) => !CHILD_PERIODS.has(kind)))
    items.push({ kind: 'period', name: 'Period behind the lanes' })
  if (axis.kind === 'order') return items
  if (periods.some(({ kind }) => CHILD_PERIODS.has(kind) && kind !== 'life'))
    items.push({ kind: 'child', of: 'period', name: 'The child: home, plan, stay' })
  const seen = findSightings(of).filter(({ id }) => events.has(id))
  if (seen.length > 0) items.push({ kind: 'child', of: 'seen', name: 'The child was seen' })
  if (seen.length > 1) items.push({ kind: 'child', of: 'unseen', name: 'Longest time unseen' })
  return items
}

/** The signs that occur in what is shown, in the order of the legend on screen. */
export function legendItems(of: Case, view: View, axis: Axis): readonly LegendItem[] {
  const events = of.events.filter(({ id }) => view.events.has(id))
  const kinds = new Set(of.findings.flatMap(({ id, kind }) => (view.findings.has(id) ? [kind] : [])))
  const families = new Set(of.agencies.flatMap(({ id, family }) => (view.agencies.has(id) ? [family] : [])))
  return [
    ...typeItems(events),
    ...dateItems(events, axis),
    ...meetingItems(of, events),
    ...periodItems(of, axis, view.events),
    ...FINDING_KINDS.flatMap((kind): LegendItem[] =>
      kinds.has(kind) ? [{ kind: 'finding', of: kind, name: FINDING_KIND_NAME[kind] }] : [],
    ),
    ...FAMILIES.flatMap((family): LegendItem[] =>
      families.has(family) ? [{ kind: 'family', family, name: FAMILY_NAME[family] }] : [],
    ),
    ...NUMBERS,
  ]
}
