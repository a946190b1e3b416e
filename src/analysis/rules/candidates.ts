import type { Case } from '#model/case.ts'
import { formatEdtf, type When } from '#model/edtf.ts'
import { hull, type Span } from '#model/time.ts'
import { formatList } from '#model/words.ts'
import type { FindingKind } from '#model/vocabulary.ts'
import type { Certainty, Days } from '#analysis/certainty.ts'
import type { ClockRule } from './clock-rule.ts'
import type { Thresholds } from './thresholds.ts'

export const RULES = [
  'request-without-reply',
  'request-chased',
  'passing-not-received',
  'concern-without-referral',
  'concern-without-enquiry',
  'refusal-without-challenge',
  'chases-without-escalation',
  'handover-interval',
  'fact-never-reached',
  'fact-late',
  'known-outside-the-room',
  'unaware-of-each-other',
  'not-in-the-room',
  'meeting-without-minutes',
  'action-not-seen',
  'silence',
  'child-unseen',
  'missed-contacts',
  'supervision-interval',
  'accounts-differ',
  'clock',
] as const
export type Rule = (typeof RULES)[number]

/** What a rule compared with: one of the thresholds or a clock of `clock-rules.ts`, and its value. */
export interface Limit {
  readonly name: keyof Thresholds | 'none' | `clock ${string}`
  readonly value: number
  readonly unit: 'times' | ClockRule['unit']
  /** From which ISO day on, for a clock: which of its editions. */
  readonly since?: string
}

/** No limit: the rule looks at what is recorded, not at a length. */
export const NO_LIMIT: Limit = { name: 'none', value: 0, unit: 'days' }

/** What a rule noticed in a case: a question with its evidence, never a verdict. */
export interface Noticed {
  /** The same for the same evidence, whatever the order of the file. */
  readonly id: string
  readonly rule: Rule
  readonly kind: FindingKind
  /** From when and until when, as exact as the evidence; an end that nothing marks is undefined. */
  readonly from: When | undefined
  readonly to: When | undefined
  readonly days: Days
  /** Agency ids, sorted: who held it or could have acted. */
  readonly holders: readonly string[]
  /** Agency ids, sorted: who could have received it. */
  readonly receivers: readonly string[]
  /** The evidence, in chronological order. */
  readonly events: readonly string[]
  readonly certainty: Certainty
  readonly limit: Limit
  /** One sentence, a question. */
  readonly text: string
}

/** What a rule noticed, with the review's findings it meets. */
export interface Candidate extends Noticed {
  /** Finding ids, sorted; empty when only the rule says so. */
  readonly matches: readonly string[]
}

/** A thing noticed with its lists sorted and its id made from rule, agencies, evidence and, for facts and clocks, what it is `about`. */
export function notice(found: Omit<Noticed, 'id'>, about = ''): Noticed {
  const holders = [...new Set(found.holders)].sort()
  const receivers = [...new Set(found.receivers)].sort()
  const events = [...new Set(found.events)]
  const key = [...holders, '>', ...receivers, ...events.toSorted(), about].join(' ').trim()
  return { ...found, holders, receivers, events, id: `${found.rule}: ${key}` }
}

/** The stretch of a candidate as wide as it can have been, half-open; undefined when neither end is dated. */
export function spanOf(found: Noticed): Span | undefined {
  return hull([found.from, found.to].flatMap((when) => (when ? [when.span] : [])))
}

const firstEnd = (when: When | undefined) => (when?.kind === 'range' ? (when.from ?? when.to) : when)
const lastEnd = (when: When | undefined) => (when?.kind === 'range' ? (when.to ?? when.from) : when)

/** The stretch of a candidate as EDTF, as exact as its ends: "2013-10/2013-12-05", ".." for an open end, null when neither is dated. */
export function formatStretch(found: Pick<Noticed, 'from' | 'to'>): string | null {
  const from = firstEnd(found.from)
  const to = lastEnd(found.to)
  if (!from && !to) return null
  if (from && to && formatEdtf(from) === formatEdtf(to)) return formatEdtf(from)
  return `${from ? formatEdtf(from) : '..'}/${to ? formatEdtf(to) : '..'}`
}

/** The names of agencies in a sentence: "GP 1 and Maternity"; "nobody named" for none. */
export function namesOf(of: Case, ids: readonly string[]): string {
  return formatList(ids.map((id) => of.agencyById.get(id)?.name ?? id)) || 'nobody named'
}

/** By the date a reader sees first, then rule, then id; those without a date last. */
export function compareNoticed(a: Noticed, b: Noticed): number {
  const start = (one: Noticed) => (firstEnd(one.from) ?? firstEnd(one.to))?.span.start ?? Infinity
  const [x, y] = [start(a), start(b)]
  if (x !== y) return x < y ? -1 : 1
  return a.rule === b.rule ? (a.id < b.id ? -1 : 1) : RULES.indexOf(a.rule) - RULES.indexOf(b.rule)
}
