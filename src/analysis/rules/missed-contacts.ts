import type { CaseEvent } from '#model/case.ts'
import { formatCount, formatWhen } from '#model/words.ts'
import { type CaseIndex, eventsOf } from '#analysis/case-index.ts'
import {
  type Certainty,
  isSurelyAfter,
  judge,
  type Lapse,
  measureOpen,
  UNKNOWN_LAPSE,
  unsettle,
  weaker,
} from '#analysis/certainty.ts'
import { namesOf, notice, type Noticed } from './candidates.ts'
import { type Line, lineOf } from '#analysis/line.ts'
import { firstAfter, firstAlong } from './requests.ts'
import type { Thresholds } from './thresholds.ts'
import { perIndex } from './per-index.ts'

/** Missed contacts of one agency in a row, with nothing attended in between. */
export interface MissedRun {
  readonly agency: string
  /** Dated, in order; at least one. */
  readonly missed: readonly CaseEvent[]
  /** The first event of the agency after the last of them, or one of anybody's that is linked to it. */
  readonly followUp: CaseEvent | undefined
  /** The agency's decision to close after the last of them and before that. */
  readonly closedBy: CaseEvent | undefined
  /** From the last missed contact to that; unsettled when something attended may have come between. */
  readonly lapse: Lapse
}

/** Closing the case is what a run of missed contacts led to, and nobody's way to find out what it meant. */
const CLOSES = /\b(clos(e|es|ed|ing)|closure|discharg(e|es|ed)|end(s|ed)?)\b/i
const isClosing = ({ type, title }: CaseEvent) => type === 'decision' && CLOSES.test(title)

/** Seeing the family ends a run; professionals meeting about it does not. */
const ATTENDED = new Set<string>(['contact', 'care', 'assessment'])

function ownLine(index: CaseIndex, agency: string): readonly CaseEvent[] {
  return eventsOf(index, agency).filter(
    (event) => event.when && event.agencies.some(({ id, role }) => id === agency && role !== 'informed'),
  )
}

function linkedTo(index: CaseIndex, missed: CaseEvent): readonly CaseEvent[] {
  return (index.backlinks.get(missed.id) ?? []).flatMap(({ kind, event }) =>
    (kind === 'follows-up' || kind === 'results-from' || kind === 'answers') &&
    event.type !== 'missed-contact' &&
    !isClosing(event)
      ? [event]
      : [],
  )
}

function closeRun(
  index: CaseIndex,
  agency: string,
  missed: readonly CaseEvent[],
  { kept, closings }: { readonly kept: Line; readonly closings: Line },
  isUnsure: boolean,
): MissedRun {
  // The one that may have been last: a month begins before its days and ends after them.
  const last = missed.toSorted((a, b) => (a.when?.span.end ?? 0) - (b.when?.span.end ?? 0)).at(-1)
  const linked = last ? linkedTo(index, last) : []
  const next = last?.when ? firstAlong(last.when, kept, () => true) : firstAfter(undefined, [])
  const { event, lapse } =
    linked.length > 0 ? firstAfter(last?.when, next.event ? [next.event, ...linked] : linked) : next
  const undated = event ? undefined : linked[0]
  const found = event ? lapse : undated ? UNKNOWN_LAPSE : measureOpen(last?.when, index.recordEnd)
  const closed = last?.when ? firstAlong(last.when, closings, () => true).event : undefined
  const isBefore = closed?.when && (!event?.when || closed.when.span.start <= event.when.span.start)
  return {
    agency,
    missed,
    followUp: event ?? undated,
    closedBy: isBefore ? closed : undefined,
    lapse: isUnsure ? unsettle(found) : found,
  }
}

/** Runs of missed contacts per agency, in the case's order of agencies, then in order; a single one is a run of one. Undated ones belong to no run. */
export const findMissedRuns = perIndex((index: CaseIndex): readonly MissedRun[] => {
  return index.of.agencies.flatMap(({ id }) => {
    const line = ownLine(index, id)
    const kept = lineOf(line.filter((event) => event.type !== 'missed-contact' && !isClosing(event)))
    const closings = lineOf(line.filter(isClosing))
    const runs: MissedRun[] = []
    let run: CaseEvent[] = []
    let between: CaseEvent[] = []
    let isUnsure = false
    const close = () => {
      if (run.length > 0) runs.push(closeRun(index, id, run, { kept, closings }, isUnsure))
      run = []
      isUnsure = false
    }
    for (const event of line) {
      if (ATTENDED.has(event.type) && run.length > 0) between.push(event)
      if (event.type !== 'missed-contact') continue
      // Something attended ends the run only when it surely came before the next missed contact.
      if (between.some(({ when }) => when && event.when && isSurelyAfter(event.when, when))) close()
      isUnsure = run.length > 0 && (isUnsure || between.length > 0)
      between = []
      run.push(event)
    }
    close()
    return runs
  })
})

/**
 * Runs of at least `missedInARow` after which nothing is recorded within `missedToFollowUp` days; shorter ones too where the
 * service itself cancelled and offered nothing since, or where it closed the case on them. In no order. Rule: was-not-brought policies.
 */
export function noticeMissedRuns(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  return findMissedRuns(index).flatMap(({ agency, missed, followUp, closedBy, lapse }): Noticed[] => {
    const judged: Certainty | undefined = judge(lapse, limits.missedToFollowUp)
    const last = missed.at(-1)
    const isOwed = last?.outcome === 'cancelled-by-service' && !followUp
    const isRun = missed.length >= limits.missedInARow
    if (!judged || !last || !(isRun || isOwed || closedBy)) return []
    const certainty = isRun ? judged : weaker(judged, 'possible')
    const after = closedBy
      ? `then “${closedBy.title}”`
      : `${followUp ? 'nothing for some time' : 'no event in this chronology'} after`
    return [
      notice({
        rule: 'missed-contacts',
        kind: 'not-assessed',
        from: missed[0]?.when,
        to: followUp?.when ?? last.when,
        days: lapse,
        holders: [agency],
        receivers: [],
        events: [...missed, ...[closedBy, followUp].flatMap((event) => event ?? [])].map(({ id }) => id),
        certainty,
        limit: { name: 'missedToFollowUp', value: limits.missedToFollowUp, unit: 'days' },
        text: `${formatCount(missed.length, 'missed contact')}${isRun ? ' in a row' : ''} with ${namesOf(index.of, [agency])} until ${formatWhen(last.when, 'short')}, and ${after}: what did it mean for the child?`,
      }),
    ]
  })
}
