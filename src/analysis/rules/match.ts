import type { Case, Finding } from '#model/case.ts'
import { addCalendar, overlaps, type Span, span } from '#model/time.ts'
import { type FindingKind, HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { type Candidate, type Noticed, spanOf } from './candidates.ts'

/** Whether two lists share an entry. */
const meet = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one))

/** A span with one day added after it, so that two that touch meet. */
const padded = (of: Span): Span => (Number.isFinite(of.end) ? span(of.start, addCalendar(of.end, 1, 'day')) : of)

/**
 * Whether their times meet: their spans overlap, or, where one of them has no dates, they share evidence. A candidate
 * with no end mark reaches no further than its start, so that an unanswered request does not meet everything after it.
 */
function meetInTime(noticed: Noticed, finding: Finding): boolean {
  const mine = spanOf(noticed)
  const theirs = finding.when?.span
  if (!mine || !theirs) return meet(noticed.events, finding.events)
  return overlaps(padded(mine), padded(theirs))
}

/** Agencies with the other teams of children's social care in the same organisation. */
function withTeams(of: Case, ids: readonly string[]): readonly string[] {
  const organisations = new Set(
    ids.flatMap((id) => {
      const agency = of.agencyById.get(id)
      return agency?.family === 'childrens-social-care' && agency.partOf !== undefined ? [agency.partOf] : []
    }),
  )
  if (organisations.size === 0) return ids
  const teams = of.agencies.filter(
    ({ family, partOf }) => family === 'childrens-social-care' && partOf !== undefined && organisations.has(partOf),
  )
  return [...ids, ...teams.map(({ id }) => id)]
}

/**
 * Whether they speak of the same agencies. A one-sided thing needs a shared agency; where both name two sides, each of
 * the finding's sides must be met, either way round, since a review may speak of who waited or of who did not answer.
 * Teams of children's social care in one organisation stand for one another: reviews speak of it as a whole.
 */
function meetInAgencies(of: Case, noticed: Noticed, finding: Finding): boolean {
  const mine = withTeams(of, [...noticed.holders, ...noticed.receivers])
  const onOne = meet(mine, finding.holders)
  if (finding.holders.length === 0) return meet(mine, finding.receivers)
  if (finding.receivers.length === 0 || noticed.receivers.length === 0) return onOne
  return onOne && meet(mine, finding.receivers)
}

/** Kinds that are one thing seen from two sides: within a highlight, only these meet. A gap in supervision is not a late assessment, though both are drift. */
const KINDRED: Readonly<Record<Exclude<FindingKind, 'good-practice'>, string>> = {
  'missed-referral': 'referral',
  'delayed-referral': 'referral',
  'handover-gap': 'passing on',
  'information-not-shared': 'passing on',
  'unaware-of-each-other': 'passing on',
  'record-error': 'passing on',
  'absent-from-meeting': 'absence',
  'meeting-not-recorded': 'minutes',
  delay: 'delay',
  'not-assessed': 'assessment',
  'supervision-gap': 'supervision',
  'escalation-not-used': 'escalation',
  'conflicting-accounts': 'disagreement',
}

/**
 * Whether a candidate and a finding are about the same thing: the same highlight family and, within it, kinds of one
 * nature; times that meet; agencies that meet (see the two conditions above). Good practice never matches: no rule
 * looks for it.
 */
export function isMatch(of: Case, noticed: Noticed, finding: Finding): boolean {
  if (finding.kind === 'good-practice' || noticed.kind === 'good-practice') return false
  if (HIGHLIGHT_OF[noticed.kind] !== HIGHLIGHT_OF[finding.kind] || KINDRED[noticed.kind] !== KINDRED[finding.kind])
    return false
  return meetInTime(noticed, finding) && meetInAgencies(of, noticed, finding)
}

/** Everything noticed with the findings it meets, in the order given; a finding may meet several, and none is used up. */
export function matchFindings(of: Case, noticed: readonly Noticed[]): readonly Candidate[] {
  return noticed.map((one) => ({
    ...one,
    matches: of.findings.flatMap((finding) => (isMatch(of, one, finding) ? [finding.id] : [])).sort(),
  }))
}

/** Candidates and findings as three lists: what both say, what only the rules say, what only the review says. Good practice is in none. */
export interface Comparison {
  readonly both: readonly Candidate[]
  readonly rulesOnly: readonly Candidate[]
  readonly reviewOnly: readonly Finding[]
}

/** Sorts candidates and findings into the three lists, each in the order given. */
export function compareWithReview(of: Case, candidates: readonly Candidate[]): Comparison {
  const met = new Set(candidates.flatMap(({ matches }) => matches))
  return {
    both: candidates.filter(({ matches }) => matches.length > 0),
    rulesOnly: candidates.filter(({ matches }) => matches.length === 0),
    reviewOnly: of.findings.filter(({ id, kind }) => kind !== 'good-practice' && !met.has(id)),
  }
}
