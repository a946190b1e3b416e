import { describe, expect, test } from 'vitest'
import { findFactsAt, findSpread } from '#analysis/knowledge/spread.ts'
import type { CaseFile } from '#model/schema.ts'
import { aCase, aFact, anAgency, anEvent } from '#tests/fixtures/case-file.ts'
import { when } from '#tests/fixtures/when.ts'

type Known = CaseFile['facts'][number]['known'][number]

const knows = (agency: string, more: Partial<Known> = {}): Known => ({
  agency,
  how: 'told-by-family',
  source: ['1'],
  ...more,
})

const AGENCIES = ['gp', 'csc', 'police', 'school'].map((id) => anAgency(id))

/** Who stands how to a fact by the end of a day. */
function spreadOn(day: string, known: readonly Known[], neededBy: readonly string[] = []) {
  const events = [anEvent('e1', '2013-11-05'), anEvent('undated', null)]
  const of = aCase({ agencies: AGENCIES, events, facts: [aFact('drinking', { known, neededBy })] })
  const [fact] = of.facts
  if (!fact) throw new Error('The fact is lost')
  return findSpread(of, fact, when(day).span.end).knowers
}

const standingOn = (day: string, known: Partial<Known>) => spreadOn(day, [knows('gp', known)])[0]?.standing

describe('by the end of a day an agency', () => {
  test.each([
    ['knew what it was told on that day', '2013-11-05', { since: '2013-11-05' }, 'knew'],
    ['knew what it was told late that evening', '2013-11-05', { since: '2013-11-05T23:50' }, 'knew'],
    ['did not know yet what it was told the day after', '2013-11-04', { since: '2013-11-05' }, 'not-yet'],
    ['knew what it was told earlier', '2014-01-01', { since: '2013-11-05' }, 'knew'],
    ['perhaps knew in the middle of the month it was told in', '2013-11-05', { since: '2013-11' }, 'perhaps'],
    ['perhaps knew on the first day of that month', '2013-11-01', { since: '2013-11' }, 'perhaps'],
    ['knew on the last day of that month', '2013-11-30', { since: '2013-11' }, 'knew'],
    ['did not know yet the day before that month', '2013-10-31', { since: '2013-11' }, 'not-yet'],
    ['perhaps knew within the stretch it was told in', '2013-11-05', { since: '2013-11-01/2013-11-10' }, 'perhaps'],
    ['knew at the end of that stretch', '2013-11-10', { since: '2013-11-01/2013-11-10' }, 'knew'],
    ['perhaps knew before a date by which it did', '2013-01-01', { since: '../2013-11' }, 'perhaps'],
    ['knew when nothing says since when', '1990-01-01', {}, 'knew'],
    ['knew in part what it knew in part', '2013-11-05', { since: '2013-11-05', extent: 'in-part' }, 'in-part'],
    ['knew in full what it knew in full', '2013-11-05', { since: '2013-11-05', extent: 'in-full' }, 'knew'],
    ['had been told otherwise', '2013-11-05', { since: '2013-11-05', extent: 'told-otherwise' }, 'told-otherwise'],
    ['had not been told otherwise yet', '2013-11-04', { since: '2013-11-05', extent: 'told-otherwise' }, 'not-yet'],
    ['had perhaps been told in part', '2013-11-05', { since: '2013-11', extent: 'in-part' }, 'perhaps'],
  ] as const)('%s', (_what, day, known, standing) => {
    expect(standingOn(day, known)).toBe(standing)
  })

  test('came to know with the event that told it, when no date of its own is given', () => {
    expect(standingOn('2013-11-04', { event: 'e1' })).toBe('not-yet')
    expect(standingOn('2013-11-05', { event: 'e1' })).toBe('knew')
    expect(spreadOn('2013-11-05', [knows('gp', { event: 'e1' })])[0]?.since?.edtf).toBe('2013-11-05')
  })

  test('came to know at its own date rather than at the event’s', () => {
    expect(standingOn('2013-10-01', { event: 'e1', since: '2013-10-01' })).toBe('knew')
  })

  test('knew what an undated event told it', () => {
    expect(standingOn('2013-10-01', { event: 'undated' })).toBe('knew')
  })

  test('that needed the fact and is not said to have known has no record of it', () => {
    const knowers = spreadOn('2013-11-05', [knows('gp', { since: '2013-11-05' })], ['gp', 'police'])
    expect(knowers.map(({ agency, standing, needed }) => [agency.id, standing, needed])).toEqual([
      ['gp', 'knew', true],
      ['police', 'no-record', true],
    ])
    expect(knowers[1]).toMatchObject({ since: undefined, known: undefined })
  })

  test('that knew without needing it is told apart', () => {
    expect(spreadOn('2013-11-05', [knows('gp')], ['csc'])[0]).toMatchObject({ standing: 'knew', needed: false })
  })
})

test('knowers come earliest first, those without a date before them, those without a record last', () => {
  const known = [knows('csc', { since: '2013-12' }), knows('gp', { since: '2013-10' }), knows('police')]
  expect(spreadOn('2014-01-01', known, ['school']).map(({ agency }) => agency.id)).toEqual([
    'police',
    'gp',
    'csc',
    'school',
  ])
})

test('an event brings the facts that name it, in the order of the case', () => {
  const of = aCase({
    events: [anEvent('e1', null), anEvent('e2', null)],
    facts: [
      aFact('debts', { known: [knows('gp', { event: 'e2' })] }),
      aFact('drinking', { known: [knows('csc'), knows('gp', { event: 'e1' })] }),
      aFact('injury', { known: [knows('gp', { event: 'e1' })] }),
    ],
  })
  const factsAt = of.events.map((event) => findFactsAt(of, event).map(({ id }) => id))
  expect(factsAt).toEqual([['drinking', 'injury'], ['debts']])
})
