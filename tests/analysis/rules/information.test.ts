import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findSpreading, sinceOf } from '#analysis/knowledge/reach.ts'
import { findOutsideKnowledge } from '#analysis/rules/information.ts'
import type { CaseFile } from '#model/schema.ts'
import { aBareCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { aFact, anEvent, roles } from '#tests/fixtures/case-file.ts'

type Known = CaseFile['facts'][number]['known'][number]
const knows = (agency: string, since: string | undefined, more: Partial<Known> = {}): Known => ({
  agency,
  how: 'record',
  source: ['1'],
  ...(since === undefined ? {} : { since }),
  ...more,
})
const of = (known: Known[], neededBy: string[], more: Partial<CaseFile> = {}) =>
  lines(aBareCase([], { facts: [aFact('f', { known, neededBy })], ...more })).filter((line) => line.startsWith('fact'))

describe('a fact', () => {
  test('that never reached who needed it is one question about all of them', () => {
    expect(of([knows('gp', '2016-02-01')], ['hv', 'school'])).toEqual([
      'fact-never-reached possible 2016-02-01/.. gp > hv school',
    ])
  })

  test('is certain to be missing only where the needer is known to have been involved', () => {
    const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'hv' ? ['2016-01-04/2016-06-26'] : [] }))
    expect(of([knows('gp', '2016-02-01')], ['hv'], { agencies })).toEqual([
      'fact-never-reached certain 2016-02-01/.. gp > hv',
    ])
  })

  test('is not missed by an agency that had gone by then', () => {
    const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'hv' ? ['2016-01-04/2016-01-20'] : [] }))
    expect(of([knows('gp', '2016-02-01')], ['hv'], { agencies })).toEqual([])
  })

  test('that came within a week is none, later is late, and by month cannot tell', () => {
    expect(of([knows('gp', '2016-02-01'), knows('hv', '2016-02-08')], ['hv'])).toEqual([])
    expect(of([knows('gp', '2016-02-01'), knows('hv', '2016-02-20')], ['hv'])).toEqual([
      'fact-late certain 2016-02-01/2016-02-20 gp > hv',
    ])
    expect(of([knows('gp', '2016-02-27'), knows('hv', '2016-03')], ['hv'])).toEqual([
      'fact-late cannot-tell 2016-02-27/2016-03 gp > hv',
    ])
    expect(of([knows('gp', '2016-02'), knows('hv', '2016-02-20')], ['hv'])).toEqual([
      'fact-late cannot-tell 2016-02/2016-02-20 gp > hv',
    ])
    expect(of([knows('gp', '2016-02-01'), knows('hv', undefined)], ['hv'])).toEqual([
      'fact-late cannot-tell 2016-02-01/.. gp > hv',
    ])
  })

  test('counts for an agency that came in later from then', () => {
    const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'hv' ? ['2016-03-01/2016-06-26'] : [] }))
    expect(of([knows('gp', '2016-02-01'), knows('hv', '2016-03-05')], ['hv'], { agencies })).toEqual([])
    expect(of([knows('gp', '2016-02-01'), knows('hv', '2016-03-20')], ['hv'], { agencies })).toEqual([
      'fact-late certain 2016-03-01/2016-03-20 gp > hv',
    ])
  })

  test('that an agency was told otherwise of is not known to it', () => {
    expect(of([knows('gp', '2016-02-01'), knows('hv', '2016-02-02', { extent: 'told-otherwise' })], ['hv'])).toContain(
      'fact-never-reached possible 2016-02-01/.. gp > hv',
    )
  })

  test('that only the family knew, or nobody, is no question', () => {
    expect(of([knows('home', '2016-02-01')], ['hv'])).toEqual([])
    expect(of([], ['hv'])).toEqual([])
  })

  test('takes the date of the event at which it was learned', () => {
    const event = anEvent('e', '2016-02-03')
    const case_ = aBareCase([event], {
      facts: [aFact('f', { known: [knows('gp', undefined, { event: 'e' })], neededBy: [] })],
    })
    const [known] = case_.facts[0]?.known ?? []
    expect(known && sinceOf(case_, known)?.edtf).toBe('2016-02-03')
    expect(findSpreading(indexCase(case_))[0]?.firstSince?.edtf).toBe('2016-02-03')
  })
})

describe('at a meeting', () => {
  const meeting = anEvent('m', '2016-03-01', {
    type: 'meeting',
    outcome: 'recorded',
    agencies: roles({ csc: 'lead', gp: 'attended' }),
  })
  const outside = (known: Known[]) => {
    const case_ = aBareCase([meeting], { facts: [aFact('f', { known, neededBy: ['csc'] })] })
    const [event] = case_.events
    return event
      ? findOutsideKnowledge(indexCase(case_), event, ['csc', 'gp']).map(({ knowers, missing }) => [knowers, missing])
      : []
  }

  test('what only an agency outside knew by then is said', () => {
    expect(outside([knows('hv', '2016-02-01')])).toEqual([[['hv'], ['csc']]])
    expect(outside([knows('hv', '2016-04-01')])).toEqual([])
    expect(outside([knows('hv', '2016-02-01'), knows('gp', '2016-02-20')])).toEqual([])
  })

  test('it is one candidate per meeting', () => {
    const facts = ['f', 'g'].map((id) =>
      aFact(id, { known: [knows('hv', '2016-02-01'), knows('csc', '2016-06-01')], neededBy: ['csc'] }),
    )
    const found = lines(aBareCase([meeting], { facts })).filter((line) => line.startsWith('known'))
    expect(found).toEqual(['known-outside-the-room certain 2016-03-01 hv > csc'])
  })
})
