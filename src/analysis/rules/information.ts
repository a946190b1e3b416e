import type { Case, CaseEvent, Fact, Known } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { formatCount, formatWhen } from '#model/words.ts'
import { type CaseIndex, involvement } from '#analysis/case-index.ts'
import {
  type Certainty,
  formatLapse,
  isPerhapsAfter,
  isSurelyAfter,
  judge,
  measure,
  measureOpen,
  weaker,
} from '#analysis/certainty.ts'
import { findSpreading, firstKnowing, sinceOf, type Spreading } from '#analysis/knowledge/reach.ts'
import { type Limit, namesOf, NO_LIMIT, notice, type Noticed } from './candidates.ts'
import { findMeetingPoints } from '#analysis/meetings.ts'
import type { Thresholds } from './thresholds.ts'

/** Whether an agency was there to be told at some time from a date on: `unknown` when the case does not date its involvement. */
function wasThere(index: CaseIndex, agency: string, from: When | undefined): 'yes' | 'no' | 'unknown' {
  const found = index.of.agencyById.get(agency)
  if (!found || found.involvedWhen.length === 0) return 'unknown'
  if (!from) return 'yes'
  return found.involvedWhen.some((one) => isPerhapsAfter(one, from)) ? 'yes' : 'no'
}

/** When the clock for an agency starts: when the fact was known, or when the agency came in, whichever is later. */
function dueFrom(index: CaseIndex, agency: string, from: When | undefined): When | undefined {
  const found = index.of.agencyById.get(agency)
  if (!from || !found || found.involvedWhen.length === 0 || involvement(found, from) === 'yes') return from
  const next = found.involvedWhen
    .filter((one) => isPerhapsAfter(one, from))
    .toSorted((a, b) => a.span.start - b.span.start)[0]
  return (next?.kind === 'range' ? next.from : next) ?? from
}

function noticeNever(index: CaseIndex, { fact, first, firstSince, needed }: Spreading, limit: Limit): Noticed[] {
  if (!first) return []
  const receivers: string[] = []
  let certainty: Certainty = 'cannot-tell'
  for (const { agency, known } of needed) {
    const there = known ? 'no' : wasThere(index, agency, firstSince)
    if (there === 'no') continue
    const judged = judge(measureOpen(dueFrom(index, agency, firstSince), index.recordEnd), limit.value)
    if (!judged) continue
    receivers.push(agency)
    const sure = there === 'unknown' ? weaker(judged, 'possible') : judged
    if (sure === 'certain' || certainty === 'cannot-tell') certainty = sure
  }
  if (receivers.length === 0) return []
  const holders = fact.known.flatMap(({ agency, extent }) =>
    extent === 'told-otherwise' || index.of.agencyById.get(agency)?.family === 'child-and-family' ? [] : [agency],
  )
  return [
    notice(
      {
        rule: 'fact-never-reached',
        kind: 'information-not-shared',
        from: firstSince,
        to: undefined,
        days: measureOpen(firstSince, index.recordEnd),
        holders,
        receivers,
        events: eventsAbout(index, fact, undefined),
        certainty,
        limit,
        text: `“${fact.title}” was known to ${namesOf(index.of, [...new Set(holders)].sort())} and has no event in this chronology that brings it to ${namesOf(index.of, receivers.toSorted())}: what stood in the way?`,
      },
      fact.id,
    ),
  ]
}

/** The events by which a fact became known, up to a knower, in chronological order. */
function eventsAbout(index: CaseIndex, fact: Fact, until: Known | undefined): readonly string[] {
  const named = until ? [firstKnowing(index.of, fact, undefined), until] : fact.known
  return named
    .flatMap((known) => (known?.event === undefined ? [] : (index.of.eventById.get(known.event) ?? [])))
    .toSorted((a, b) => a.order - b.order)
    .map(({ id }) => id)
}

function noticeLate(index: CaseIndex, { fact, first, firstSince, needed }: Spreading, limit: Limit): Noticed[] {
  return needed.flatMap(({ agency, known, since, lapse }): Noticed[] => {
    if (!known || !first || known === first || lapse.most === 0) return []
    const due = dueFrom(index, agency, firstSince)
    const late = due === firstSince ? lapse : measure(due, since)
    const certainty = judge(late, limit.value)
    if (!certainty) return []
    return [
      notice(
        {
          rule: 'fact-late',
          kind: 'information-not-shared',
          from: due,
          to: since,
          days: late,
          holders: [first.agency],
          receivers: [agency],
          events: eventsAbout(index, fact, known),
          certainty,
          limit,
          text: `“${fact.title}” was known to ${namesOf(index.of, [first.agency])}; ${namesOf(index.of, [agency])} is recorded as knowing ${formatLapse(late)} later: what would have brought it sooner?`,
        },
        fact.id,
      ),
    ]
  })
}

/**
 * Facts that never reached an agency that needed it (one candidate per fact) or reached it later than `factToAgency`
 * (one per agency). An agency that was not involved at any later time is not asked about; one that came in later is
 * counted from then. In no order. Rule: HM Government information sharing advice ("timely").
 */
export function noticeFacts(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const limit: Limit = { name: 'factToAgency', value: limits.factToAgency, unit: 'days' }
  return findSpreading(index).flatMap((one) => [...noticeNever(index, one, limit), ...noticeLate(index, one, limit)])
}

/** A fact that only agencies outside a meeting held. */
export interface OutsideKnowledge {
  readonly fact: Fact
  /** Agency ids, sorted: who knew by then and was not there. */
  readonly knowers: readonly string[]
  /** Agency ids, sorted: who was there, needed it and did not yet know. */
  readonly missing: readonly string[]
}

function knewBy(of: Case, fact: Fact, agency: string, day: When): boolean {
  return fact.known.some((known) => {
    if (known.agency !== agency || known.extent === 'told-otherwise') return false
    const since = sinceOf(of, known)
    return since !== undefined && isSurelyAfter(day, since)
  })
}

/** The facts that nobody in the room knew although an agency there needed them and one outside surely knew by then; in the case's order of facts. Empty for an undated meeting. */
export function findOutsideKnowledge(
  index: CaseIndex,
  event: CaseEvent,
  room: readonly string[],
): readonly OutsideKnowledge[] {
  const { of } = index
  const { when } = event
  if (!when) return []
  return of.facts.flatMap((fact): OutsideKnowledge[] => {
    if (
      room.some(
        (agency) =>
          knewBy(of, fact, agency, when) ||
          fact.known.some(
            (one) => one.agency === agency && one.extent !== 'told-otherwise' && sinceOf(of, one) === undefined,
          ),
      )
    )
      return []
    const missing = fact.neededBy.filter((agency) => room.includes(agency))
    const knowers = [...new Set(fact.known.map(({ agency }) => agency))].filter(
      (agency) =>
        !room.includes(agency) &&
        of.agencyById.get(agency)?.family !== 'child-and-family' &&
        knewBy(of, fact, agency, when),
    )
    return missing.length > 0 && knowers.length > 0
      ? [{ fact, knowers: knowers.sort(), missing: missing.toSorted() }]
      : []
  })
}

/** Meetings at which something that was needed there was known only to agencies not in the room; one candidate per meeting. In no order. Rule: peers research, "the empty chair". */
export function noticeOutsideKnowledge(index: CaseIndex): readonly Noticed[] {
  return findMeetingPoints(index.of).flatMap(({ event, attendees }): Noticed[] => {
    if (event.type !== 'meeting') return []
    const room = attendees.flatMap(({ agency, attendance }) => (attendance === 'attended' ? [agency.id] : []))
    const outside = findOutsideKnowledge(index, event, room)
    if (outside.length === 0) return []
    const knowers = [...new Set(outside.flatMap((one) => one.knowers))].sort()
    return [
      notice({
        rule: 'known-outside-the-room',
        kind: 'information-not-shared',
        from: event.when,
        to: event.when,
        days: { least: 0, most: 0 },
        holders: knowers,
        receivers: outside.flatMap((one) => one.missing),
        events: [event.id],
        certainty: 'certain',
        limit: NO_LIMIT,
        text: `At “${event.title}” (${formatWhen(event.when, 'short')}) ${formatCount(outside.length, 'fact')} that the meeting needed ${outside.length === 1 ? 'was' : 'were'} known only to ${namesOf(index.of, knowers)}, not recorded as there: could it have been heard?`,
      }),
    ]
  })
}
