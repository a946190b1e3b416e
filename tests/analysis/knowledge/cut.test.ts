import { describe, expect, test } from 'vitest'
import { cutAtHorizon } from '#analysis/knowledge/cut.ts'
import { aCase, aFact, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'
import { aWinter } from '#tests/fixtures/winter.ts'

const titles = (of: ReturnType<typeof aCase>) => of.events.map(({ title }) => title)

describe('a case cut at a day', () => {
  test('has only events that had happened under every reading of their dates', () => {
    const of = aCase({
      events: [anEvent('a', '2013-09-30'), anEvent('b', '2013-10'), anEvent('c', '2013-11-01'), anEvent('d', null)],
    })
    expect(titles(cutAtHorizon(of, at('2013-10-15')))).toEqual(['Event a'])
    expect(titles(cutAtHorizon(of, at('2013-11-01')))).toEqual(['Event a', 'Event b'])
  })

  test('numbers its events without gaps, so that none tells of one taken out', () => {
    const of = aCase({ events: [anEvent('a', '2012'), anEvent('b', '2012-03-01'), anEvent('c', '2012-04-01')] })
    const cut = cutAtHorizon(of, at('2012-06-01'))
    expect(cut.events.map(({ id, order }) => `${id} ${order}`)).toEqual(['b 0', 'c 1'])
  })

  test('has nothing that was found, said or recommended later, and no links or agencies that lead there', () => {
    const cut = cutAtHorizon(aCase(aWinter()), at('2013-12-01'))
    expect(titles(cut)).toEqual(['Ms W speaks of drinking'])
    expect(cut.events.flatMap(({ accounts, links }) => [...(accounts ?? []), ...(links ?? [])])).toEqual([])
    expect([cut.findings, cut.episodes, cut.recommendations, cut.themes]).toEqual([[], [], [], []])
    expect(cut.outcome).toBe('')
    expect(cut.agencies.map(({ id }) => id)).toEqual(['home', 'gp'])
    expect(JSON.stringify(cut)).not.toContain('2014')
  })

  test('keeps what was agreed by then, and not that it was done later', () => {
    const actions = [
      { title: 'Test', agencies: ['gp'], done: 'b' },
      { title: 'Call', agencies: ['gp'], done: 'c' },
    ]
    const of = aCase({
      events: [anEvent('a', '2013-01-01', { actions }), anEvent('b', '2013-02-01'), anEvent('c', '2013-06-01')],
    })
    const [first] = cutAtHorizon(of, at('2013-03-01')).events
    expect(first?.actions?.map(({ title, done }) => `${title} ${done}`)).toEqual(['Test b', 'Call undefined'])
  })

  test('keeps of a fact what was known by then, and of a period where it began', () => {
    const known = (agency: string, since: string) => ({ agency, since, how: 'observed', source: ['1'] }) as const
    const of = aCase({
      events: [anEvent('a', '2013-01-01')],
      facts: [aFact('one', { known: [known('gp', '2013-01-01'), known('csc', '2013-06-01')], neededBy: ['csc'] })],
      periods: [aPeriod('p', '2013-01-01/2013-12-31'), aPeriod('q', '2013-06-01/2013-07-01')],
    })
    const cut = cutAtHorizon(of, at('2013-03-01'))
    expect(cut.facts.map((fact) => fact.known.map(({ agency }) => agency))).toEqual([['gp']])
    expect(cut.periods.map(({ id, span }) => `${id} ${span}`)).toEqual(['p 2013-01-01/..'])
  })

  test('after everything has every event', () => {
    const of = aCase(aWinter())
    expect(titles(cutAtHorizon(of, at('2020-01-01')))).toEqual(titles(of))
  })
})
