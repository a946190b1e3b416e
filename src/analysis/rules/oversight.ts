import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { formatWhen } from '#model/words.ts'
import { type CaseIndex, eventsOf, isSocialCare, mayLieBetween, undatedWindows } from '#analysis/case-index.ts'
import { formatLapse, judge, type Lapse, measure, measureOpen, unsettle } from '#analysis/certainty.ts'
import { namesOf, notice, type Noticed } from './candidates.ts'
import type { Thresholds } from './thresholds.ts'

/** The time from one supervision in an agency to the next, or from the start of involvement to the first, or from the last to its end. */
export interface OversightInterval {
  readonly agency: string
  readonly from: CaseEvent | undefined
  readonly to: CaseEvent | undefined
  readonly fromWhen: When | undefined
  readonly toWhen: When | undefined
  readonly lapse: Lapse
}

const startsOf = (when: When | undefined) => (when?.kind === 'range' ? when.from : when)
const endsOf = (when: When | undefined) => (when?.kind === 'range' ? when.to : when)

/**
 * Supervision intervals of every agency that has a supervision in this chronology, in the case's order of agencies, then
 * in order. An agency without any has none: its absence from a published chronology says nothing. An undated
 * supervision leaves open every interval in which its place in order may lie.
 */
export function findOversight(index: CaseIndex): readonly OversightInterval[] {
  return index.of.agencies.flatMap((agency): OversightInterval[] => {
    const sessions = eventsOf(index, agency.id).filter(({ type }) => type === 'supervision')
    const dated = sessions.filter(({ when }) => when !== undefined)
    if (dated.length === 0) return []
    const undated = undatedWindows(index.of, sessions)
    const settle = (lapse: Lapse, from: When | undefined, to: When | undefined) =>
      mayLieBetween(undated, from?.span.end ?? -Infinity, to?.span.start ?? Infinity) ? unsettle(lapse) : lapse
    // Social workers' supervision is set by the month from allocation; elsewhere only the time between two is.
    const isSet = isSocialCare(agency)
    const first = isSet ? agency.involvedWhen[0] : undefined
    const stops: { event: CaseEvent | undefined; when: When | undefined }[] = [
      { event: undefined, when: startsOf(first) },
      ...dated.map((event) => ({ event, when: event.when })),
    ]
    const intervals = stops.slice(1).map((to, place): OversightInterval => {
      const from = stops[place]
      const lapse = measure(from?.when, to.when)
      return {
        agency: agency.id,
        from: from?.event,
        to: to.event,
        fromWhen: from?.when,
        toWhen: to.when,
        lapse: settle(lapse, from?.when, to.when),
      }
    })
    const between = intervals.filter(({ fromWhen }) => fromWhen !== undefined)
    if (!isSet) return between
    const last = stops.at(-1)
    const end = endsOf(agency.involvedWhen.at(-1))
    const rest = end ? measure(last?.when, end) : measureOpen(last?.when, index.recordEnd)
    const tail: OversightInterval = {
      agency: agency.id,
      from: last?.event,
      to: undefined,
      fromWhen: last?.when,
      toWhen: end,
      lapse: settle(rest, last?.when, end),
    }
    return [...between, tail]
  })
}

/** Supervision intervals longer than the threshold of the agency's family. In no order. Rule: LGA standards for social workers; providers' policies elsewhere. */
export function noticeOversight(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  return findOversight(index).flatMap(({ agency, from, to, fromWhen, toWhen, lapse }): Noticed[] => {
    const family = index.of.agencyById.get(agency)?.family
    const value = family ? limits.supervision[family] : Infinity
    const certainty = judge(lapse, value)
    if (!certainty) return []
    const start = from ? `“${from.title}” (${formatWhen(from.when, 'short')})` : 'the start of its involvement'
    const text = to
      ? `${formatLapse(lapse)} from ${start} to the next supervision of ${namesOf(index.of, [agency])}`
      : `After ${start} there is no further supervision of ${namesOf(index.of, [agency])} in this chronology`
    return [
      notice({
        rule: 'supervision-interval',
        kind: 'supervision-gap',
        from: fromWhen,
        to: toWhen,
        days: lapse,
        holders: [agency],
        receivers: [],
        events: [from, to].flatMap((one) => (one ? [one.id] : [])),
        certainty,
        limit: { name: 'supervision', value, unit: 'days' },
        text: `${text.charAt(0).toUpperCase()}${text.slice(1)}: what oversight was there?`,
      }),
    ]
  })
}
