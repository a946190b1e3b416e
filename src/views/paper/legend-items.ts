import type { View } from '#analysis/filter.ts'
import type { Attendance } from '#analysis/meetings.ts'
import type { DateForm } from '#layout/lane-index.ts'
import type { Case } from '#model/case.ts'
import {
  EVENT_TYPE_NAME,
  EVENT_TYPES,
  type EventType,
  FAMILIES,
  FAMILY_NAME,
  type Family,
  type Highlight,
  HIGHLIGHT_NAME,
  HIGHLIGHT_OF,
  HIGHLIGHTS,
} from '#model/vocabulary.ts'

/** One sign of the pictures and what it means. */
export type LegendItem = { readonly name: string } & (
  | { readonly kind: 'type'; readonly type: EventType; readonly exact: boolean }
  | { readonly kind: 'highlight'; readonly highlight: Highlight }
  | { readonly kind: 'form'; readonly form: DateForm }
  | { readonly kind: 'node'; readonly attendance: Attendance }
  | { readonly kind: 'family'; readonly family: Family }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'ribbon' }
  | { readonly kind: 'crowd'; readonly text: string }
  | { readonly kind: 'outline' }
)

const DATES: readonly LegendItem[] = [
  { kind: 'type', type: 'contact', exact: false, name: 'Hollow: date not exact' },
  { kind: 'form', form: 'possible', name: 'Some time within' },
  { kind: 'form', form: 'lasting', name: 'From … to …' },
  { kind: 'form', form: 'onwards', name: 'From then on' },
]
const NODES: readonly LegendItem[] = [
  { kind: 'node', attendance: 'attended', name: 'At the meeting' },
  { kind: 'node', attendance: 'reported', name: 'Sent a report' },
  { kind: 'node', attendance: 'absent', name: 'Expected and absent' },
  { kind: 'node', attendance: 'not-invited', name: 'Not invited' },
]
const NUMBERS: readonly LegendItem[] = [
  { kind: 'number', number: '12', name: 'Event 12 in the key' },
  { kind: 'number', number: 'F3', name: 'Finding F3 in the key' },
]

/** The signs that occur in what is shown, in the order of the legend on screen. */
export function legendItems(of: Case, view: View): readonly LegendItem[] {
  const events = of.events.filter(({ id }) => view.events.has(id))
  const types = new Set(events.map(({ type }) => type))
  const highlights = new Set(of.findings.flatMap(({ id, kind }) => (view.findings.has(id) ? [HIGHLIGHT_OF[kind]] : [])))
  const families = new Set(of.agencies.flatMap(({ id, family }) => (view.agencies.has(id) ? [family] : [])))
  return [
    ...EVENT_TYPES.flatMap((type): LegendItem[] =>
      types.has(type) ? [{ kind: 'type', type, exact: true, name: EVENT_TYPE_NAME[type] }] : [],
    ),
    ...DATES,
    ...NODES,
    ...HIGHLIGHTS.flatMap((highlight): LegendItem[] =>
      highlights.has(highlight) ? [{ kind: 'highlight', highlight, name: HIGHLIGHT_NAME[highlight] }] : [],
    ),
    ...FAMILIES.flatMap((family): LegendItem[] =>
      families.has(family) ? [{ kind: 'family', family, name: FAMILY_NAME[family] }] : [],
    ),
    ...NUMBERS,
  ]
}
