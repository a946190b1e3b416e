import type { Case } from '#model/case.ts'
import { parseEdtf } from '#model/edtf.ts'
import { type Family, FAMILY_NAME } from '#model/vocabulary.ts'
import { formatCount, formatList, formatWhen } from '#model/words.ts'
import { formatStretch, type Limit, namesOf, type Noticed, type Rule } from './candidates.ts'
import { type Certainty, formatLapse } from '#analysis/certainty.ts'
import type { ClockRule } from './clock-rule.ts'
import { CLOCK_RULES } from './clock-rules.ts'
import { formatClockLimit } from './clock-verdict.ts'
import { isFromMemory, THRESHOLD_SOURCE, type Thresholds } from './thresholds.ts'

/** A candidate in words: what its rule is called, when, how long, how sure, compared with what. */

export const RULE_NAME: Readonly<Record<Rule, string>> = {
  'request-without-reply': 'Request without a reply',
  'request-chased': 'Request chased or answered late',
  'passing-not-received': 'Passed on, not received',
  'concern-without-referral': 'Concern before a referral',
  'concern-without-enquiry': 'Concern before an enquiry',
  'refusal-without-challenge': 'Refusal without a challenge',
  'chases-without-escalation': 'Chased, next step not taken',
  'handover-interval': 'Interval in a handover',
  'fact-never-reached': 'Information that did not arrive',
  'fact-late': 'Information that came later',
  'known-outside-the-room': 'Known outside the room',
  'unaware-of-each-other': 'Working side by side',
  'not-in-the-room': 'Not in the room',
  'meeting-without-minutes': 'Meeting without minutes',
  'action-not-seen': 'Agreed, not seen done',
  silence: 'No event in this chronology',
  'child-unseen': 'Between two sightings of the child',
  'missed-contacts': 'Missed contacts in a row',
  'supervision-interval': 'Interval between supervisions',
  'accounts-differ': 'Accounts differ',
  clock: 'Timescale',
}

const CERTAINTY_NAME: Readonly<Record<Certainty, string>> = {
  certain: 'certain from the dates',
  possible: 'possible: the dates allow it',
  'cannot-tell': 'cannot tell from the dates',
}

/** How sure a candidate is, in words. What compares no dates is certain because it is recorded, not because of them. */
export function formatCertainty({ rule, certainty, limit, from, to }: Noticed): string {
  const isByDates = limit.name !== 'none' || rule === 'known-outside-the-room'
  if (certainty !== 'certain' || isByDates) return CERTAINTY_NAME[certainty]
  return from || to ? 'as it is recorded' : 'as it is recorded, without a date'
}

export const THRESHOLD_NAME: Readonly<Record<keyof Thresholds, string>> = {
  concernToReferral: 'From a serious concern to a referral',
  concernToStrategy: 'From a serious concern to a step of an enquiry',
  notedTogether: 'Noted concerns that together are worth passing on',
  requestToReply: 'From a request to a reply',
  chasesBeforeEscalation: 'Chases before the next step',
  handoverToStart: 'From handing over to the first event after',
  factToAgency: 'From a fact being known to its arrival',
  besideEachOther: 'Side by side with nothing passing between',
  aroundMeeting: 'Own work this near to a meeting',
  silence: 'No event while involved',
  childUnseen: 'Between two sightings of the child',
  missedInARow: 'Missed contacts in a row',
  missedToFollowUp: 'From missed contacts to what followed',
  supervision: 'Between two supervisions',
}

/** "18 Nov 2010 to Apr 2013", "from 18 Nov 2010, no end in this chronology", "Date not given". */
export function formatDates(found: Pick<Noticed, 'from' | 'to'>): string {
  const { from, to } = found
  if (from && !to) return `from ${formatWhen(from, 'short')}, no end in this chronology`
  const stretch = parseEdtf(formatStretch(found) ?? '')
  if (stretch.ok) return formatWhen(stretch.value, 'short')
  // The dates leave open which came first, so they are no stretch.
  return formatList([from, to].flatMap((when) => (when ? [formatWhen(when, 'short')] : []))) || formatWhen(undefined)
}

/** Agencies on both sides: "GP and Maternity → Social care"; one side alone where there is only one. */
export function formatSides(of: Case, { holders, receivers }: Pick<Noticed, 'holders' | 'receivers'>): string {
  return [holders, receivers].flatMap((ids) => (ids.length > 0 ? [namesOf(of, ids)] : [])).join(' → ')
}

/** "31 to 61 days", "at least 12 days"; undefined for a rule that looks at what is recorded, not at a length. */
export function formatInterval({ days, limit }: Pick<Noticed, 'days' | 'limit'>): string | undefined {
  return limit.name === 'none' && days.most === 0 ? undefined : formatLapse(days)
}

/** The edition of a clock that a limit comes from; undefined for a threshold and for none. */
function clockOf(limit: Limit): ClockRule | undefined {
  return CLOCK_RULES.find(({ id, validFrom }) => limit.name === `clock ${id}` && limit.since === validFrom)
}

/** A number with its unit: "7 days", "1 working day", "twice" is never said: "2 times". */
function formatLimit(value: number, unit: Limit['unit']): string {
  return formatCount(value, unit.replace(/s$/, ''))
}

export interface Compared {
  /** "From a request to a reply: 28 days"; what it looks at where it compares no length. */
  readonly words: string
  /** Where the number comes from, in words; undefined where there is none. */
  readonly source: string | undefined
  readonly isUnconfirmed: boolean
}

/** What a candidate was compared with, where the number comes from, and whether a primary source is still to be found. */
export function describeLimit(limit: Limit, family: Family | undefined): Compared {
  const clock = clockOf(limit)
  if (clock)
    return {
      words: `${clock.title}: ${formatClockLimit(clock) ?? 'no number is set'}`,
      source: `${clock.edition} (${clock.authority}), ${clock.source}`,
      isUnconfirmed: !clock.confirmed,
    }
  if (limit.name === 'none' || limit.name.startsWith('clock '))
    return { words: 'No threshold: it looks at what is recorded.', source: undefined, isUnconfirmed: false }
  const name = THRESHOLD_KEYS.find((key) => key === limit.name)
  if (!name) return { words: formatLimit(limit.value, limit.unit), source: undefined, isUnconfirmed: false }
  const whose = family && (name === 'silence' || name === 'supervision') ? ` (${FAMILY_NAME[family]})` : ''
  return {
    words: `${THRESHOLD_NAME[name]}${whose}: ${formatLimit(limit.value, limit.unit)}`,
    source: THRESHOLD_SOURCE[name],
    isUnconfirmed: isFromMemory(name, family),
  }
}

const THRESHOLD_KEYS: readonly (keyof Thresholds)[] = [
  'concernToReferral',
  'concernToStrategy',
  'notedTogether',
  'requestToReply',
  'chasesBeforeEscalation',
  'handoverToStart',
  'factToAgency',
  'besideEachOther',
  'aroundMeeting',
  'silence',
  'childUnseen',
  'missedInARow',
  'missedToFollowUp',
  'supervision',
]
