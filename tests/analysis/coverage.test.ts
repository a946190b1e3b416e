import { describe, expect, test } from 'vitest'
import { findCoverage } from '#analysis/coverage.ts'
import type { CaseFile } from '#model/schema.ts'
import { aCase, aFact, aFinding, anEpisode, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'

const sections: CaseFile['sections'] = [
  { ref: '1', title: 'What happened', carries: 'narrative' },
  { ref: '2', carries: 'findings' },
  { ref: '3', carries: 'method' },
  { ref: '4', carries: 'recommendations' },
]

const coverageOf = (more: Partial<CaseFile>) => findCoverage(aCase({ sections, ...more }))
const source = ['2']

describe('coverage', () => {
  test('lists the places of the review in its order, with what cites each', () => {
    const { places } = coverageOf({
      events: [anEvent('e2', '2014', { source: ['1'] }), anEvent('e1', '2013', { source: ['1', '2'] })],
      findings: [aFinding('f1', { source })],
    })
    expect(places).toEqual([
      { ref: '1', title: 'What happened', carries: 'narrative', events: ['e1', 'e2'], findings: [], others: 0 },
      { ref: '2', title: undefined, carries: 'findings', events: ['e1'], findings: ['f1'], others: 0 },
      { ref: '3', title: undefined, carries: 'method', events: [], findings: [], others: 0 },
      { ref: '4', title: undefined, carries: 'recommendations', events: [], findings: [], others: 0 },
    ])
  })

  test('misses places that nothing cites, except those about method', () => {
    const missing = (more: Partial<CaseFile>) => coverageOf(more).missing.map(({ ref }) => ref)
    expect(missing({})).toEqual(['1', '2', '4'])
    expect(missing({ events: [anEvent('e1', null, { source: ['1'] })] })).toEqual(['2', '4'])
    expect(missing({ findings: [aFinding('f1', { source: ['1', '2', '4'] })] })).toEqual([])
  })

  test.each<[what: string, file: Partial<CaseFile>]>([
    ['a period', { periods: [aPeriod('p', '2013', { source })] }],
    ['a fact', { facts: [aFact('f', { source })] }],
    ['an episode', { episodes: [anEpisode('e', { source })] }],
    ['a discrepancy', { discrepancies: [{ title: 'Two', detail: 'Both.', events: [], source }] }],
    ['a recommendation', { recommendations: [{ ref: '2', to: [], text: 'Do.', findings: [] }] }],
    ['an account of an event', { events: [anEvent('e', null, { accounts: [{ agency: 'gp', says: 'So.', source }] })] }],
    [
      'what was known at an event',
      { events: [anEvent('e', null, { known: [{ agency: 'gp', how: 'observed', source }] })] },
    ],
    ['who knew a fact', { facts: [aFact('f', { source: ['1'], known: [{ agency: 'gp', how: 'observed', source }] })] }],
  ])('counts %s among the others that cite a place', (_what, file) => {
    const { places, missing } = coverageOf(file)
    expect(places[1]).toMatchObject({ ref: '2', events: [], findings: [], others: 1 })
    expect(missing.map(({ ref }) => ref)).not.toContain('2')
  })

  test('adds up what cites the same place', () => {
    const { places } = coverageOf({ periods: [aPeriod('p', '2013', { source })], facts: [aFact('f', { source })] })
    expect(places[1]?.others).toBe(2)
  })
})
