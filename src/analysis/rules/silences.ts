import type { Agency, CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { daysBetween, instant, type Instant, overlaps, type Span, span } from '#model/time.ts'
import { formatWhen } from '#model/words.ts'
import {
  type CaseIndex,
  eventsOf,
  involvementOf,
  isSocialCare,
  mayLieBetween,
  mergeSpans,
  undatedWindows,
} from '#analysis/case-index.ts'
import { formatLapse, isDoubted, judge, type Lapse, lastDayOf, unsettle } from '#analysis/certainty.ts'
import { namesOf, notice, type Noticed } from './candidates.ts'
import { findSightings } from '#analysis/child.ts'
import {
  type Anchor,
  anchorsOf,
  type Block,
  blocksOf,
  clip,
  edgesOf,
  type Piece,
  piecesOf,
  wholeDays,
} from './pieces.ts'
import { ON_DEMAND_SERVICES, type Thresholds } from './thresholds.ts'
import { perIndex } from './per-index.ts'

/** A stretch in which an involved agency has no event in this chronology. */
export interface Silence {
  readonly agency: string
  /** What comes before and after; undefined where the involvement itself begins or ends. */
  readonly from: CaseEvent | undefined
  readonly to: CaseEvent | undefined
  readonly fromWhen: When | undefined
  readonly toWhen: When | undefined
  /** The days that are silent under every reading of the dates; half-open. */
  readonly span: Span
  /** Days without an event: `least` are those of `span`, `most` reaches as far as inexact dates on both sides allow. */
  readonly lapse: Lapse
}

/** An agency's involvement cut into pieces, with its silences. */
export interface AgencySilences {
  readonly agency: string
  /** `unknown` when the case does not date the involvement: then nothing here is silence. */
  readonly involvement: 'given' | 'unknown'
  /** In order, without overlap, together exactly the involvement. */
  readonly pieces: readonly Piece[]
  /** In order; every silent piece of at least one day, whatever the threshold. */
  readonly silences: readonly Silence[]
}

const isInDoubt = (anchors: readonly Anchor[]) => anchors.some(({ when }) => isDoubted(when))

/** The silence between two blocks of one stretch of involvement; either may be missing at its ends. */
function silenceBetween(agency: string, before: Block | undefined, after: Block | undefined, quiet: Span): Silence {
  // Every event of a block may have fallen as early, or as late, as it can.
  const earliest = before
    ? Math.max(...before.anchors.map((one) => (one.isOpen ? one.span.start : lastDayOf(one.span))))
    : quiet.start
  const latest = after
    ? Math.min(...after.anchors.map((one) => (one.isOpen ? lastDayOf(one.span) : one.span.start)))
    : quiet.end
  const least = daysBetween(quiet.start, quiet.end)
  const offset = before ? 1 : 0
  const from = before?.anchors.toSorted((a, b) => b.span.end - a.span.end)[0]
  const to = after?.anchors.toSorted((a, b) => a.span.start - b.span.start)[0]
  const fromEvent = from?.event
  return {
    agency,
    from: fromEvent,
    to: to?.event,
    fromWhen: from?.when,
    toWhen: to?.when,
    span: quiet,
    lapse: {
      least,
      most: Math.max(least, daysBetween(instant(earliest), instant(latest)) - offset),
      isVague: [...(before?.anchors ?? []), ...(after?.anchors ?? [])].some(({ isOpen }) => isOpen),
      isDoubted: isInDoubt(before?.anchors ?? []) || isInDoubt(after?.anchors ?? []),
    },
  }
}

function cutStretch(
  agency: string,
  stretch: Span,
  anchors: readonly Anchor[],
): { pieces: Piece[]; silences: Silence[] } {
  const inside = anchors.flatMap((anchor) => {
    const clipped = clip(anchor.span, stretch)
    return clipped ? [{ ...anchor, span: clipped }] : []
  })
  const blocks = blocksOf(inside)
  const pieces: Piece[] = []
  const silences: Silence[] = []
  let before: Block | undefined
  const quietUntil = (end: Instant, after: Block | undefined) => {
    const start = before?.span.end ?? stretch.start
    if (start >= end) return
    const quiet = span(start, end)
    pieces.push({ state: 'silent', span: quiet })
    silences.push(silenceBetween(agency, before, after, quiet))
  }
  for (const block of blocks) {
    quietUntil(block.span.start, block)
    pieces.push(...piecesOf(block))
    before = block
  }
  quietUntil(stretch.end, undefined)
  return { pieces, silences }
}

/** An agency's involvement cut into busy, open and silent pieces. The review's own events, undated ones, and those it was absent from do not count. Rule: domain research 4.1 (gaps) and principle 7. */
export function findAgencySilences(index: CaseIndex, agency: Agency): AgencySilences {
  const stretches = involvementOf(index, agency).map(wholeDays)
  const anchors = [
    ...eventsOf(index, agency.id).flatMap((event) => (event.when ? anchorsOf(event.when, event) : [])),
    ...edgesOf(agency),
  ]
  const cut = stretches.map((stretch) =>
    cutStretch(
      agency.id,
      stretch,
      anchors.filter((one) => overlaps(one.span, stretch)),
    ),
  )
  return {
    agency: agency.id,
    involvement: agency.involvedWhen.length > 0 ? 'given' : 'unknown',
    pieces: cut.flatMap(({ pieces }) => pieces),
    silences: cut.flatMap(({ silences }) => silences),
  }
}

/** Every agency's silences, in the case's order of agencies; the family and the review's own bodies are left out. */
export const findSilences = perIndex((index: CaseIndex): readonly AgencySilences[] => {
  return index.of.agencies
    .filter(({ family }) => family !== 'child-and-family' && family !== 'review-and-oversight')
    .map((agency) => findAgencySilences(index, agency))
})

/** A silence without its part before the period under review, where a chronology is background and claims no completeness; undefined when nothing is left. */
function withinReview(index: CaseIndex, silence: Silence): Silence | undefined {
  const start = index.of.reviewWhen?.span.start
  if (start === undefined || silence.span.start >= start) return silence
  if (silence.span.end <= start) return undefined
  const outside = daysBetween(silence.span.start, start)
  const { least, most } = silence.lapse
  const lapse = { ...silence.lapse, least: least - outside, most: most - outside }
  return { ...silence, span: span(start, silence.span.end), lapse }
}

/** Silences longer than the threshold of the agency's family. In no order. */
export function noticeSilences(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  return findSilences(index).flatMap(({ agency, silences }) => {
    const found = index.of.agencyById.get(agency)
    const value = found && !ON_DEMAND_SERVICES.has(found.service) ? limits.silence[found.family] : Infinity
    if (value === Infinity) return []
    const undated = undatedWindows(index.of, eventsOf(index, agency))
    return silences.flatMap((whole): Noticed[] => {
      const silence = withinReview(index, whole)
      // An undated event of the agency that may lie here would break it.
      const broken = silence && mayLieBetween(undated, silence.span.start, silence.span.end)
      const certainty = silence && judge(broken ? unsettle(silence.lapse) : silence.lapse, value)
      if (!silence || !certainty) return []
      const name = namesOf(index.of, [agency])
      return [
        notice({
          rule: 'silence',
          kind: 'delay',
          from: silence.fromWhen ?? startOf(index, silence),
          to: silence.toWhen,
          days: silence.lapse,
          holders: [agency],
          receivers: [],
          events: [silence.from, silence.to].flatMap((one) => (one ? [one.id] : [])),
          certainty,
          limit: { name: 'silence', value, unit: 'days' },
          text: `${name} is involved and has no event in this chronology for ${formatLapse(silence.lapse)}${silence.from ? ` after “${silence.from.title}” (${formatWhen(silence.from.when, 'short')})` : ''}: what was happening?`,
        }),
      ]
    })
  })
}

/** The start of the involvement that a silence opens; undefined when an event opens it. */
function startOf(index: CaseIndex, silence: Silence): When | undefined {
  const found = index.of.agencyById.get(silence.agency)?.involvedWhen.find((one) => overlaps(one.span, silence.span))
  return found?.kind === 'range' ? found.from : found
}

/** A stretch between two sightings of a child. */
export interface UnseenStretch {
  readonly from: CaseEvent
  readonly to: CaseEvent
  readonly lapse: Lapse
}

/** Every stretch between sightings in this chronology, in order; empty with fewer than two dated ones. A sighting over a stretch counts for all of it. */
export const findUnseenStretches = perIndex((index: CaseIndex): readonly UnseenStretch[] => {
  const seen = findSightings(index.of).flatMap((event) =>
    event.when && event.type !== 'review' ? anchorsOf(event.when, event) : [],
  )
  const blocks = blocksOf(seen)
  return blocks.slice(1).flatMap((after, place): UnseenStretch[] => {
    const before = blocks[place]
    if (!before) return []
    const quiet = silenceBetween('', before, after, span(before.span.end, after.span.start))
    return quiet.from && quiet.to ? [{ from: quiet.from, to: quiet.to, lapse: quiet.lapse }] : []
  })
})

/** Unseen stretches longer than `childUnseen` that lie wholly in social care's involvement. In no order. */
export function noticeUnseen(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const teams = index.of.agencies.filter(isSocialCare)
  const open = teams.flatMap((team) => involvementOf(index, team).map((one) => ({ team: team.id, span: one })))
  // One team hands over to the next: together they may hold what neither held alone.
  const held = mergeSpans(open.map((one) => one.span))
  const undated = undatedWindows(index.of, findSightings(index.of))
  return findUnseenStretches(index).flatMap(({ from, to, lapse }): Noticed[] => {
    const [a, b] = [from.when, to.when]
    const broken = mayLieBetween(undated, a?.span.end ?? -Infinity, b?.span.start ?? Infinity)
    const certainty = judge(broken ? unsettle(lapse) : lapse, limits.childUnseen)
    if (!certainty || !a || !b) return []
    if (!held.some((one) => one.start <= lastDayOf(a.span) && one.end >= b.span.start)) return []
    const holders = open.filter((one) => one.span.start < b.span.start && one.span.end > lastDayOf(a.span))
    return [
      notice({
        rule: 'child-unseen',
        kind: 'delay',
        from: a,
        to: b,
        days: lapse,
        holders: holders.map(({ team }) => team),
        receivers: [],
        events: [from.id, to.id],
        certainty,
        limit: { name: 'childUnseen', value: limits.childUnseen, unit: 'days' },
        text: `No event in this chronology in which a child is seen for ${formatLapse(lapse)} from “${from.title}”: who had seen the child?`,
      }),
    ]
  })
}
