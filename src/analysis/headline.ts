import type { Case, CaseEvent, Finding } from '#model/case.ts'
import { daysApart } from '#model/edtf.ts'
import { overlaps, type Span } from '#model/time.ts'
import { formatCount, formatDays, formatList, formatWhen } from '#model/words.ts'
import { HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { findMeetingPoints } from './meetings.ts'

/** Sentences computed from a case: what is worth knowing first. Counts and intervals are ours; findings are the review's. */

function namesOf(of: Case, ids: readonly string[]): string {
  return formatList(ids.flatMap((id) => of.agencyById.get(id)?.name ?? []))
}

function isReferralTo(event: CaseEvent, receivers: readonly string[]): boolean {
  return (
    event.type === 'referral' && event.agencies.some(({ id, role }) => role === 'recipient' && receivers.includes(id))
  )
}

/** The first referral after the first missed or delayed one to the same agency; undefined when there is no such pair with dates. */
function referralSentence(of: Case, missed: readonly Finding[]): string | undefined {
  const dated = missed.flatMap((finding) => (finding.when ? [{ finding, when: finding.when }] : []))
  const first = dated.toSorted((a, b) => a.when.span.start - b.when.span.start)[0]
  if (!first) return undefined
  const referral = of.events.find(
    (event) =>
      event.when && event.when.span.start >= first.when.span.start && isReferralTo(event, first.finding.receivers),
  )
  if (!referral?.when) return undefined
  const start = first.when.kind === 'range' && first.when.from ? first.when.from : first.when
  return (
    `Referral to ${namesOf(of, first.finding.receivers)}: ${formatWhen(referral.when)}, ` +
    `${formatDays(daysApart(start, referral.when))} after the review’s first reason for one`
  )
}

/** The longest handover gap whose both ends are dated. */
function handoverSentence(of: Case): string | undefined {
  const gaps = of.findings.flatMap((finding) => {
    const { when } = finding
    if (finding.kind !== 'handover-gap' || when?.kind !== 'range' || !when.from || !when.to) return []
    return [{ finding, days: daysApart(when.from, when.to) }]
  })
  const longest = gaps.toSorted((a, b) => b.days.most - a.days.most)[0]
  if (!longest || longest.days.most === 0) return undefined
  return `longest handover gap: ${formatDays(longest.days)}`
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The one thing worth knowing about a case, as one sentence: its referral and its longest gap, else what the review names most. */
export function findHeadline(of: Case): string {
  const missed = of.findings.filter(({ kind }) => HIGHLIGHT_OF[kind] === 'missed-referral')
  const gaps = of.findings.filter(({ kind }) => HIGHLIGHT_OF[kind] === 'handover-gap')
  const parts = [referralSentence(of, missed), handoverSentence(of)].filter((part) => part !== undefined)
  if (parts.length > 0) return parts.map((part) => `${sentenceCase(part)}.`).join(' ')
  const good = of.findings.filter(({ kind }) => kind === 'good-practice')
  const counts = [
    missed.length > 0 ? formatCount(missed.length, 'missed or delayed referral') : undefined,
    gaps.length > 0
      ? formatCount(
          gaps.length,
          'point where information or responsibility stopped',
          'points where information or responsibility stopped',
        )
      : undefined,
    good.length > 0 ? formatCount(good.length, 'example of good practice', 'examples of good practice') : undefined,
  ].filter((part) => part !== undefined)
  return counts.length === 0
    ? `${formatCount(of.events.length, 'event')} in ${formatCount(of.agencies.length, 'lane')}.`
    : `The review names ${formatList(counts)}.`
}

/** "3 of 6 meetings have no minutes" for the meetings in a stretch; undefined without any. Undated meetings count always. */
export function findMinutesSentence(of: Case, window: Span | undefined): string | undefined {
  const meetings = findMeetingPoints(of).filter(
    ({ event }) => event.type === 'meeting' && (!window || !event.when || overlaps(event.when.span, window)),
  )
  const open = meetings.filter(({ minutes }) => minutes === 'not-recorded').length
  if (meetings.length === 0 || open === 0) return undefined
  return `${open} of ${formatCount(meetings.length, 'meeting')} without minutes`
}
