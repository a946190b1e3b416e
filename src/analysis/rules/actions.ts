import { type CaseEvent, readDate } from '#model/case.ts'
import { addCalendar } from '#model/time.ts'
import type { When } from '#model/edtf.ts'
import { formatWhen } from '#model/words.ts'
import { agenciesIn, type CaseIndex } from '#analysis/case-index.ts'
import { type Certainty, isPerhapsAfter, judge, type Lapse, measure, measureOpen, weaker } from '#analysis/certainty.ts'
import { type Limit, namesOf, notice, type Noticed } from './candidates.ts'
import { findAlike, readTold } from './deeds.ts'
import { perIndex } from './per-index.ts'
import type { Thresholds } from './thresholds.ts'

/** Something that was agreed at a meeting, and what became of it. */
export interface Action {
  readonly title: string
  /** Agency ids, in the file's order: who was to do it; empty when nobody is named. */
  readonly agencies: readonly string[]
  /** The case file lists it, an event that results from the meeting asks for it, or a sentence of the meeting says it. */
  readonly basis: 'listed' | 'decision' | 'told'
  /** The event in which it was decided, when that is not the meeting itself. */
  readonly decision: CaseEvent | undefined
  /** By when, where that is said. */
  readonly due: When | undefined
  /** The first event that shows it done; undefined when no event in this chronology does. */
  readonly done: CaseEvent | undefined
  /** From the meeting to that; undefined while it is not seen done. */
  readonly lapse: Lapse | undefined
}

/** Titles of decisions that ask for something to be done, and those that settle something. */
const ASKS = /\b(to be|will be|to [a-z]+|agreed?|asked|requested)\b/i
const SETTLES = /no further action|\bNFA\b|not met|remain|continu|clos(e|ed|ing)\b|\bend(s|ed)?\b|subject to/i

function listed(index: CaseIndex, meeting: CaseEvent): readonly Action[] {
  return (meeting.actions ?? []).map(({ title, agencies, by, done: named }) => {
    const own = named === undefined ? undefined : index.of.eventById.get(named)
    const done = own ?? (meeting.when && findAlike(index, title, meeting.when, new Set([meeting.id])))
    const lapse = done && measure(meeting.when, done.when)
    return { title, agencies, basis: 'listed', decision: undefined, due: readDate(by), done, lapse }
  })
}

function decided(index: CaseIndex, meeting: CaseEvent): readonly Action[] {
  return (index.backlinks.get(meeting.id) ?? []).flatMap(({ kind, event: decision }): Action[] => {
    if (kind !== 'results-from' || (decision.type !== 'decision' && decision.type !== 'referral')) return []
    const linked = (index.backlinks.get(decision.id) ?? []).find(
      ({ event }) => !event.when || !decision.when || isPerhapsAfter(event.when, decision.when),
    )?.event
    const done =
      linked ?? (decision.when && findAlike(index, decision.title, decision.when, new Set([meeting.id, decision.id])))
    const agencies = agenciesIn(index.of, decision, ['lead', 'recipient'])
    const lapse = done && measure(decision.when, done.when)
    return [{ title: decision.title, agencies, basis: 'decision', decision, due: undefined, done, lapse }]
  })
}

function told(index: CaseIndex, meeting: CaseEvent): readonly Action[] {
  const { when, detail } = meeting
  if (!detail || !when) return []
  return readTold(index, detail).map(({ title, agencies, days }) => {
    const done = findAlike(index, title, when, new Set([meeting.id]))
    const due = days === undefined ? undefined : readDate(dayAfter(when, days))
    return { title, agencies, basis: 'told', decision: undefined, due, done, lapse: done && measure(when, done.when) }
  })
}

/** The day some days after the end of a date, in EDTF. */
function dayAfter({ span }: When, days: number): string | undefined {
  if (!Number.isFinite(span.end)) return undefined
  return new Date(addCalendar(span.end, days - 1, 'day')).toISOString().slice(0, 10)
}

/** What each meeting agreed, by its id: the list in the file first, then decisions that result from it, then what its words say. Meetings that agreed nothing are not in the map. */
export const findActions = perIndex(
  (index: CaseIndex): ReadonlyMap<string, readonly Action[]> =>
    new Map(
      index.events.flatMap((meeting): [string, readonly Action[]][] => {
        if (meeting.type !== 'meeting' && meeting.actions === undefined) return []
        const own = [...listed(index, meeting), ...decided(index, meeting)]
        // Whoever lists actions has said what was agreed; its sentences would say it again.
        const all = meeting.actions || own.length > 0 ? own : told(index, meeting)
        return all.length > 0 ? [[meeting.id, all]] : []
      }),
    ),
)

function judgeAction(index: CaseIndex, meeting: CaseEvent, action: Action, limit: number): Certainty | undefined {
  const { due, done, decision } = action
  if (due) return judge(done ? measure(due, done.when) : measureOpen(due, index.recordEnd), 0)
  return done ? undefined : judge(measureOpen((decision ?? meeting).when, index.recordEnd), limit)
}

/** Whether something was left to do: a decision can settle a thing by being made. */
export const asksSomething = ({ basis, decision, title }: Action) =>
  basis !== 'decision' || (decision?.type === 'decision' && ASKS.test(title) && !SETTLES.test(title))

function noticeAction(index: CaseIndex, meeting: CaseEvent, action: Action, limit: Limit): Noticed[] {
  const { title, agencies, basis, decision, due, done } = action
  const certainty = asksSomething(action) ? judgeAction(index, meeting, action, limit.value) : undefined
  if (!certainty) return []
  const there = agenciesIn(index.of, meeting, ['lead', 'attended'])
  const agreed = `“${title}” was agreed at “${meeting.title}” (${formatWhen(meeting.when, 'short')})`
  const late = done && due
  return [
    notice(
      {
        rule: 'action-not-seen',
        kind: 'delay',
        from: decision?.when ?? meeting.when,
        to: done?.when,
        days: late ? measure(due, done.when) : measureOpen(decision?.when ?? meeting.when, index.recordEnd),
        holders: agencies.length > 0 ? agencies : there,
        receivers: [],
        events: [meeting.id, ...(decision ? [decision.id] : []), ...(done ? [done.id] : [])],
        // Much is done that no chronology tells; a list in the file is the transcriber's own word for it.
        certainty: basis === 'listed' ? certainty : weaker(certainty, 'possible'),
        limit: due ? { name: 'none', value: 0, unit: 'days' } : limit,
        text: late
          ? `${agreed} to be done by ${formatWhen(due, 'short')}, and “${done.title}” is dated ${formatWhen(done.when, 'short')}, ${namesOf(index.of, agencies.length > 0 ? agencies : there)}: what held it up?`
          : `${agreed}, and no event in this chronology shows it done: what came of it?`,
      },
      basis === 'decision' ? '' : title,
    ),
  ]
}

/**
 * What meetings agreed that no event shows done, or only after the day it was due. `certain` only where the case file lists
 * the action. In no order. Rule: Working Together (outline plans say who does what by when).
 */
export function noticeActions(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const limit: Limit = { name: 'aroundMeeting', value: limits.aroundMeeting, unit: 'days' }
  return [...findActions(index)].flatMap(([id, actions]) => {
    const meeting = index.of.eventById.get(id)
    return meeting ? actions.flatMap((action) => noticeAction(index, meeting, action, limit)) : []
  })
}
