import type { Case } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { FINDING_KIND_NAME } from '#model/vocabulary.ts'
import { formatWhen } from '#model/words.ts'
import { atEdge, type Edge, edgesOf, findInterval, formatMeasured, whichFirst } from './interval.ts'

/** The two ends of a measure: events or findings, and which day of a stretch. */

export const ENDS = ['from', 'to'] as const
export type End = (typeof ENDS)[number]

/** What was chosen as an end. */
export interface Chosen {
  readonly kind: 'event' | 'finding'
  readonly id: string
  readonly edge: Edge
}
export type ChosenEnds = Readonly<Partial<Record<End, Chosen>>>

export const LETTER: Readonly<Record<End, 'A' | 'B'>> = { from: 'A', to: 'B' }

/** A chosen end as the case shown has it. */
export interface MeasuredEnd extends Chosen {
  readonly end: End
  readonly title: string
  /** The date of all of it. */
  readonly when: When | undefined
  /** The date that is measured from or to. */
  readonly at: When | undefined
}

function titled(
  of: Case,
  { kind, id }: Chosen,
): { readonly title: string; readonly when: When | undefined } | undefined {
  if (kind === 'event') return of.eventById.get(id)
  const finding = of.findingById.get(id)
  return finding && { title: `${FINDING_KIND_NAME[finding.kind]}: ${finding.title}`, when: finding.when }
}

/** One end; undefined when none is chosen, or when a day puts it out of sight. */
export function measuredEnd(of: Case, chosen: ChosenEnds, end: End): MeasuredEnd | undefined {
  const one = chosen[end]
  const found = one && titled(of, one)
  if (!found) return undefined
  const edge = edgesOf(found.when).includes(one.edge) ? one.edge : 'any'
  return { ...one, end, edge, title: found.title, when: found.when, at: atEdge(found.when, edge) }
}

/** Those that are chosen and in sight, the first before the second. */
export function measuredEnds(of: Case, chosen: ChosenEnds): readonly MeasuredEnd[] {
  return ENDS.flatMap((end) => measuredEnd(of, chosen, end) ?? [])
}

const ORDER: Readonly<Record<ReturnType<typeof whichFirst>, string>> = {
  first: 'The first is the earlier.',
  second: 'The second is the earlier.',
  'same-day': 'Both are on the same day.',
  open: 'The dates leave open which is the earlier.',
}

/** What is measured, in words; what to do next while an end is missing. */
export function measureWords(from: MeasuredEnd | undefined, to: MeasuredEnd | undefined): string {
  if (!from && !to) return 'Choose an event or a finding on the chart or in the lists, then press a button.'
  if (!from || !to) return 'Choose another event or finding, then press the other button.'
  const interval = findInterval(from.at, to.at)
  if (interval && from.at && to.at) return `${formatMeasured(interval)}. ${ORDER[whichFirst(from.at, to.at)]}`
  if (!from.at && !to.at) return 'Cannot tell: neither has a date.'
  return `Cannot tell: the ${from.at ? 'second' : 'first'} has no date.`
}

/** What a picture or a page says of a measure that is on; nothing until both ends are there. */
export function measureNotes(of: Case, chosen: ChosenEnds): readonly string[] {
  const [from, to] = [measuredEnd(of, chosen, 'from'), measuredEnd(of, chosen, 'to')]
  if (!from || !to) return []
  const say = ({ end, title, at }: MeasuredEnd) => `${LETTER[end]} (${title}, ${formatWhen(at, 'short')})`
  return [`Measured from ${say(from)} to ${say(to)}: ${measureWords(from, to)}`]
}
