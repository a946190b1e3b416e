import type { Case, Finding } from '#model/case.ts'
import { FINDING_KIND_NAME, type FindingKind } from '#model/vocabulary.ts'
import { analyseCase } from './analyse.ts'
import { type Candidate, RULES, type Rule } from './candidates.ts'
import type { Certainty } from '#analysis/certainty.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from './thresholds.ts'

/**
 * Why no rule can raise a finding. `good-practice`: no rule looks for it. `judgement`: it weighs how well something was
 * thought or written, which a chronology cannot show. `no-date`: neither a span nor a dated event. `no-agency`: it
 * concerns no agency.
 */
export type Untraceable = 'good-practice' | 'judgement' | 'no-date' | 'no-agency'

/** Kinds that weigh quality: whether something was explored, tested or recorded rightly. */
const JUDGEMENT: ReadonlySet<FindingKind> = new Set<FindingKind>(['not-assessed', 'record-error'])

/** Why a finding is not traceable; undefined when it is: dated, with agencies, and of a kind some rule can raise. */
export function whyUntraceable(of: Case, finding: Finding): Untraceable | undefined {
  if (finding.kind === 'good-practice') return 'good-practice'
  if (JUDGEMENT.has(finding.kind)) return 'judgement'
  if (finding.holders.length + finding.receivers.length === 0) return 'no-agency'
  const isDated = finding.when !== undefined || finding.events.some((id) => of.eventById.get(id)?.when !== undefined)
  return isDated ? undefined : 'no-date'
}

/** Why a traceable finding was missed, as far as the case's data tells. */
export type Missed =
  | 'only a candidate whose dates cannot tell'
  | 'no event carries what a rule reads'
  | 'the rule looks at other agencies'
  | 'the rule looks at another time'

const EVIDENCE: Readonly<Partial<Record<FindingKind, (of: Case, finding: Finding) => boolean>>> = {
  'missed-referral': (of, finding) =>
    hasEvent(of, finding, ({ concern }) => concern === 'serious') && goesToSocialCare(of, finding),
  'delayed-referral': (of, finding) =>
    hasEvent(of, finding, ({ concern }) => concern === 'serious') && goesToSocialCare(of, finding),
  'supervision-gap': (of, finding) => hasEvent(of, finding, ({ type }) => type === 'supervision'),
  'escalation-not-used': (of, finding) =>
    hasEvent(of, finding, ({ outcome }) => outcome === 'not-accepted') ||
    finding.events.some(
      (id) =>
        of.events.filter(({ links }) => links?.some((link) => link.kind === 'chases' && link.event === id)).length > 1,
    ),
  'absent-from-meeting': (of, finding) =>
    hasEvent(of, finding, ({ agencies }) => agencies.some(({ role }) => role === 'absent' || role === 'not-invited')),
  'meeting-not-recorded': (of, finding) => hasEvent(of, finding, ({ outcome }) => outcome === 'not-recorded'),
  'conflicting-accounts': (of, finding) =>
    hasEvent(
      of,
      finding,
      ({ accounts, links }) =>
        (accounts?.length ?? 0) > 1 || Boolean(links?.some(({ kind }) => kind === 'conflicts-with')),
    ),
}

function hasEvent(of: Case, finding: Finding, test: (event: Case['events'][number]) => boolean): boolean {
  return finding.events.some((id) => {
    const event = of.eventById.get(id)
    return event !== undefined && test(event)
  })
}

function goesToSocialCare(of: Case, finding: Finding): boolean {
  return finding.receivers.some((id) => of.agencyById.get(id)?.family === 'childrens-social-care')
}

/** Whether a finding's own events hold what the rule for its kind reads: a serious concern for a referral, a supervision for a gap in it. Kinds whose rules read facts and intervals always may. */
function hasEvidence(of: Case, finding: Finding): boolean {
  return EVIDENCE[finding.kind]?.(of, finding) ?? true
}

function whyMissed(of: Case, finding: Finding, candidates: readonly Candidate[]): Missed {
  if (candidates.some(({ matches }) => matches.includes(finding.id))) return 'only a candidate whose dates cannot tell'
  if (!hasEvidence(of, finding)) return 'no event carries what a rule reads'
  const parties = [...finding.holders, ...finding.receivers]
  const sameKind = candidates.filter(({ kind }) => kind === finding.kind)
  const sameAgencies = sameKind.filter(({ holders, receivers }) =>
    [...holders, ...receivers].some((id) => parties.includes(id)),
  )
  return sameAgencies.length > 0 ? 'the rule looks at another time' : 'the rule looks at other agencies'
}

/** How one rule fares over the cases. */
export interface RuleScore {
  readonly rule: Rule
  readonly candidates: number
  readonly confirmed: number
}

/** How findings of one kind fare. */
export interface KindScore {
  readonly kind: FindingKind
  readonly findings: number
  readonly raised: number
}

export interface MissedFinding {
  readonly case: string
  readonly finding: string
  readonly kind: FindingKind
  readonly title: string
  readonly why: Missed
}

/** What calibration counts. Shares are for the reader to compute from the counts; `shareOf` does. */
export interface Calibration {
  readonly cases: readonly string[]
  /** Findings a rule could raise, how many of them a candidate meets, and how many meet one that also shares an event. */
  readonly traceable: number
  readonly raised: number
  readonly raisedByEvidence: number
  /** The part of the traceable findings whose own events hold what the rule for their kind reads. */
  readonly evidenced: number
  readonly evidencedRaised: number
  readonly untraceable: Readonly<Record<Untraceable, number>>
  /** Candidates that claim something, how many a finding confirms, and how many a finding confirms that shares an event. */
  readonly candidates: number
  readonly confirmed: number
  readonly confirmedByEvidence: number
  /** Candidates whose dates cannot tell, counted apart since they claim nothing. */
  readonly cannotTell: number
  readonly rules: readonly RuleScore[]
  readonly kinds: readonly KindScore[]
  readonly missed: readonly MissedFinding[]
}

interface Scored {
  readonly of: Case
  readonly candidates: readonly Candidate[]
  readonly claims: readonly Candidate[]
  readonly traceable: readonly Finding[]
}

const CLAIMS: ReadonlySet<Certainty> = new Set<Certainty>(['certain', 'possible'])

function sharesEvent(of: Case, candidate: Candidate): readonly string[] {
  return candidate.matches.filter((id) =>
    of.findingById.get(id)?.events.some((event) => candidate.events.includes(event)),
  )
}

function scoreRules(scored: readonly Scored[]): readonly RuleScore[] {
  return RULES.flatMap((rule) => {
    const all = scored.flatMap(({ claims }) => claims.filter((one) => one.rule === rule))
    return all.length > 0
      ? [{ rule, candidates: all.length, confirmed: all.filter(({ matches }) => matches.length > 0).length }]
      : []
  })
}

function scoreKinds(scored: readonly Scored[], met: (one: Scored) => ReadonlySet<string>): readonly KindScore[] {
  const kinds = new Map<FindingKind, { findings: number; raised: number }>()
  for (const one of scored) {
    const raised = met(one)
    for (const { id, kind } of one.traceable) {
      const score = kinds.get(kind) ?? { findings: 0, raised: 0 }
      kinds.set(kind, { findings: score.findings + 1, raised: score.raised + (raised.has(id) ? 1 : 0) })
    }
  }
  return [...kinds]
    .map(([kind, score]) => ({ kind, ...score }))
    .toSorted((a, b) => (FINDING_KIND_NAME[a.kind] < FINDING_KIND_NAME[b.kind] ? -1 : 1))
}

const metBy = ({ claims }: Scored): ReadonlySet<string> => new Set(claims.flatMap(({ matches }) => matches))

/**
 * What the rules raise of what the reviews found, and what of it the reviews confirm, over the cases given. A finding is
 * raised when a candidate that claims something meets it (`match.ts`); a candidate is confirmed when it meets any finding. Both are counted a
 * second time for pairs that also share an event, since a finding over years meets much by time alone. All counts are 0 for no cases.
 */
export function calibrate(cases: readonly Case[], limits: Thresholds = DEFAULT_THRESHOLDS): Calibration {
  const scored = cases.map((of): Scored => {
    const { candidates } = analyseCase(of, limits)
    return {
      of,
      candidates,
      claims: candidates.filter(({ certainty }) => CLAIMS.has(certainty)),
      traceable: of.findings.filter((finding) => whyUntraceable(of, finding) === undefined),
    }
  })
  const count = (each: (one: Scored) => number) => scored.reduce((sum, one) => sum + each(one), 0)
  const untraceable: Record<Untraceable, number> = { 'good-practice': 0, judgement: 0, 'no-date': 0, 'no-agency': 0 }
  for (const of of cases)
    for (const finding of of.findings) {
      const why = whyUntraceable(of, finding)
      if (why) untraceable[why] += 1
    }
  const withEvidence = ({ of, traceable }: Scored) => traceable.filter((finding) => hasEvidence(of, finding))
  const raisedIn = (one: Scored, list: readonly Finding[]) => list.filter(({ id }) => metBy(one).has(id)).length
  return {
    cases: cases.map(({ id }) => id),
    traceable: count(({ traceable }) => traceable.length),
    raised: count((one) => raisedIn(one, one.traceable)),
    raisedByEvidence: count(({ of, claims, traceable }) => {
      const met = new Set(claims.flatMap((one) => sharesEvent(of, one)))
      return traceable.filter(({ id }) => met.has(id)).length
    }),
    evidenced: count((one) => withEvidence(one).length),
    evidencedRaised: count((one) => raisedIn(one, withEvidence(one))),
    untraceable,
    candidates: count(({ claims }) => claims.length),
    confirmed: count(({ claims }) => claims.filter(({ matches }) => matches.length > 0).length),
    confirmedByEvidence: count(({ of, claims }) => claims.filter((one) => sharesEvent(of, one).length > 0).length),
    cannotTell: count(({ candidates, claims }) => candidates.length - claims.length),
    rules: scoreRules(scored),
    kinds: scoreKinds(scored, metBy),
    missed: scored.flatMap((one) =>
      one.traceable.flatMap((finding): MissedFinding[] =>
        metBy(one).has(finding.id)
          ? []
          : [
              {
                case: one.of.id,
                finding: finding.id,
                kind: finding.kind,
                title: finding.title,
                why: whyMissed(one.of, finding, one.candidates),
              },
            ],
      ),
    ),
  }
}

/** A share as whole per cent: 84 for 42 of 50; 0 of nothing is 0. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100)
}
