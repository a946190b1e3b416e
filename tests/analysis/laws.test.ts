import { expect, test } from 'vitest'
import { findNoticed } from '#analysis/rules/analyse.ts'
import { RULES } from '#analysis/rules/candidates.ts'
import { indexCase } from '#analysis/case-index.ts'
import { buildCase, type Case, type CaseEvent } from '#model/case.ts'
import { tellCase } from '#tests/fixtures/planted-case.ts'

/** The laws of the rules, on cases in which every rule has something to notice. */

const CASES = Array.from({ length: 24 }, (_, place) => tellCase(600_011 + place * 104_729).of)
const noticed = (of: Case) => findNoticed(indexCase(of))
const withEvents = (of: Case, events: readonly CaseEvent[]) => buildCase({ ...of, events: [...events] })

test('every rule that dates and links decide notices something in these cases', () => {
  const met = new Set(CASES.flatMap(noticed).map(({ rule }) => rule))
  const chased = ['request-chased', 'refusal-without-challenge', 'chases-without-escalation']
  expect(RULES.filter((rule) => !met.has(rule) && !chased.includes(rule))).toEqual([])
})

test('the order of the file makes no difference to any rule', () => {
  for (const of of CASES) {
    const told = (events: readonly CaseEvent[]) =>
      noticed(withEvents(of, events)).map(({ id, certainty, days }) => [id, certainty, days])
    expect(told(of.events.toReversed())).toEqual(told(of.events))
  }
})

/** The certain ones by rule and agencies: a wider date may change which events stand at the ends of a stretch. */
const certain = (of: Case) =>
  noticed(of).flatMap(({ rule, holders, receivers, certainty }) =>
    certainty === 'certain' ? [[rule, ...holders, '>', ...receivers].join(' ')] : [],
  )

test('widening a date to its month makes nothing certain that was not', () => {
  let widened = 0
  for (const of of CASES) {
    const sure = new Set(certain(of))
    const exact = of.events.filter(({ date }) => date?.length === 10)
    for (const event of exact.filter((_, place) => place % 40 === 0)) {
      const wide = of.events.map((one) => (one === event ? { ...one, date: one.date?.slice(0, 7) ?? null } : one))
      expect(certain(withEvents(of, wide)).filter((one) => !sure.has(one))).toEqual([])
      widened += 1
    }
  }
  expect(widened).toBeGreaterThan(40)
})

test('an answer on the same day adds no question about what passed', () => {
  const asks = new Set(['request-without-reply', 'request-chased', 'handover-interval', 'concern-without-referral'])
  const count = (of: Case) => noticed(of).filter(({ rule }) => asks.has(rule)).length
  let answered = 0
  for (const of of CASES)
    for (const event of of.events.filter(({ type }) => type === 'referral' || type === 'handover')) {
      const from = event.agencies.find(({ role }) => role === 'recipient' || role === 'informed')
      const to = event.agencies.find(({ role }) => role === 'sender' || role === 'lead')
      if (!from || !to) continue
      const answer: CaseEvent = {
        ...event,
        id: 'answer',
        type: 'information',
        title: 'Answer',
        outcome: 'accepted',
        agencies: [
          { id: from.id, role: 'sender' },
          { id: to.id, role: 'recipient' },
        ],
        links: [{ kind: 'answers', event: event.id }],
      }
      expect(count(withEvents(of, [...of.events, answer]))).toBeLessThanOrEqual(count(of))
      answered += 1
    }
  expect(answered).toBeGreaterThan(20)
})
