import type { Case } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { HIGHLIGHT_OF, REVIEW_KIND_NAME } from '#model/vocabulary.ts'
import { findMeetingPoints } from './meetings.ts'

/** What the library lists of one case: small enough to load for all of them at once. Dates are EDTF. */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly contentNote: readonly string[]
  readonly kind: string
  readonly publisher: string
  readonly area: string
  readonly published: string | null
  readonly period: string | null
  readonly agencies: number
  readonly events: number
  readonly findings: number
  readonly missedReferrals: number
  readonly handoverGaps: number
  readonly meetings: number
  /** Events per bin over the whole chronology, in order: the review period when it has one. All zero when too little is dated to draw. */
  readonly sparkline: readonly number[]
}

const SPARKLINE_BINS = 48
/** A line drawn from a few dates among many undated events would look like a quiet case. */
const LEAST_DATED_SHARE = 0.4

/** Counts of dated events in equal bins over the review period, else over the whole extent; undated events are left out. */
function countBins(of: Case): number[] {
  const bins: number[] = Array.from({ length: SPARKLINE_BINS }, () => 0)
  const over = of.reviewWhen?.span ?? of.extent
  const dated = of.events.filter(({ when }) => when !== undefined).length
  if (!over || !Number.isFinite(over.end - over.start) || dated < of.events.length * LEAST_DATED_SHARE) return bins
  for (const { when } of of.events) {
    if (!when) continue
    const bin = Math.floor(((when.span.start - over.start) / (over.end - over.start)) * SPARKLINE_BINS)
    const count = bins[bin]
    if (count !== undefined) bins[bin] = count + 1
  }
  return bins
}

/** The library's entry for a case. */
export function summariseCase(of: Case): CatalogueEntry {
  const highlights = of.findings.map(({ kind }) => HIGHLIGHT_OF[kind])
  return {
    id: of.id,
    title: of.title,
    summary: of.summary,
    contentNote: of.contentNote,
    kind: REVIEW_KIND_NAME[of.review.kind],
    publisher: of.review.publisher,
    area: of.review.area,
    published: of.review.published,
    period: of.review.period,
    agencies: of.agencies.filter(({ family }) => family !== 'child-and-family').length,
    events: of.events.length,
    findings: of.findings.length,
    missedReferrals: highlights.filter((one) => one === 'missed-referral').length,
    handoverGaps: highlights.filter((one) => one === 'handover-gap').length,
    meetings: findMeetingPoints(of).length,
    sparkline: countBins(of),
  }
}

/** "2 June 2013 to 14 May 2014", or words for its absence. */
export function formatPeriod(period: string | null): string {
  return period === null ? 'Period not given' : formatWhen(readDate(period))
}
