import type { CaseEvent } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { findActions } from './attendance.ts'
import { agenciesIn, type CaseIndex } from '#analysis/case-index.ts'
import { judge, measureOpen, weaker } from '#analysis/certainty.ts'
import { notice, type Noticed } from './candidates.ts'
import { lineOf, walkFrom } from '#analysis/line.ts'
import { perIndex } from './per-index.ts'
import type { Thresholds } from './thresholds.ts'

/** Titles of decisions that ask for something to be done, and words too common to tell one deed from another. */
const ASKS = /\b(to be|will be|to [a-z]+|agreed?|asked|requested)\b/i
const SETTLES = /no further action|\bNFA\b|not met|remain|continu|clos(e|ed|ing)\b|\bend(s|ed)?\b|subject to/i
const COMMON =
  /^(about|after|again|agreed|agree|asked|arranged?|made|sought|offered|given|sent|held|completed?|considered|reviewed|will|with|from|that|this|have|been|child|children|family|mother|father|their|should|would|further)$/i

const wordsOf = (title: string) =>
  new Set((title.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !COMMON.test(word)))

/** The dated events whose titles hold each telling word, to walk along. */
const linesByWord = perIndex((index) => {
  const events = new Map<string, CaseEvent[]>()
  for (const event of index.events)
    for (const word of wordsOf(event.title)) {
      const list = events.get(word)
      if (list) list.push(event)
      else events.set(word, [event])
    }
  return new Map(
    [...events].map(([word, list]) => [word, { line: lineOf(list), undated: list.filter(({ when }) => !when) }]),
  )
})

/** Whether a later event reads like the deed itself: two telling words of the decision's title are in its own, or its only one. */
function isDoneUnlinked(index: CaseIndex, decision: CaseEvent): boolean {
  const asked = wordsOf(decision.title)
  const enough = Math.min(2, asked.size)
  const { when } = decision
  if (enough === 0 || !when) return true
  const lists = [...asked].flatMap((word) => linesByWord(index).get(word) ?? [])
  // What holds two of the words holds one beside the commonest.
  const rarest = lists.toSorted((a, b) => a.line.events.length - b.line.events.length).slice(0, asked.size - enough + 1)
  const isDeed = (event: CaseEvent) => {
    const words = wordsOf(event.title)
    return event !== decision && [...asked].filter((word) => words.has(word)).length >= enough
  }
  return rarest.some(({ line, undated }) => {
    for (const event of walkFrom(line, when)) if (isDeed(event)) return true
    return undated.some(isDeed)
  })
}

/**
 * Decisions of a meeting that ask for something, with no event linked to them and none that reads like the deed. `possible`
 * at most: much is done that no chronology tells. In no order. Rule: Working Together (outline plans say who does what by when).
 */
export function noticeActions(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const meetings = index.events.filter(({ id, type }) => type === 'meeting' && index.backlinks.has(id))
  return meetings.flatMap((meeting) =>
    findActions(index, meeting).flatMap(({ decision, done }): Noticed[] => {
      const asks = ASKS.test(decision.title) && !SETTLES.test(decision.title)
      if (done || decision.type !== 'decision' || !asks || isDoneUnlinked(index, decision)) return []
      const lapse = measureOpen(decision.when, index.recordEnd)
      const certainty = judge(lapse, limits.aroundMeeting)
      if (!certainty) return []
      const there = agenciesIn(index.of, meeting, ['lead', 'attended'])
      const leads = agenciesIn(index.of, decision, ['lead', 'recipient'])
      return [
        notice({
          rule: 'action-not-seen',
          kind: 'delay',
          from: decision.when,
          to: undefined,
          days: lapse,
          holders: leads.length > 0 ? leads : there,
          receivers: [],
          events: [meeting.id, decision.id],
          certainty: weaker(certainty, 'possible'),
          limit: { name: 'aroundMeeting', value: limits.aroundMeeting, unit: 'days' },
          text: `“${decision.title}” was agreed at “${meeting.title}” (${formatWhen(meeting.when, 'short')}), and no event in this chronology shows it done: what came of it?`,
        }),
      ]
    }),
  )
}
