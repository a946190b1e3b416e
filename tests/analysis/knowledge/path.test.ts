import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { buildMatrix } from '#analysis/knowledge/matrix.ts'
import { describeRest, describeStep } from '#analysis/knowledge/path-words.ts'
import { findPath } from '#analysis/knowledge/path.ts'
import type { Case } from '#model/case.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aFact, anEvent, roles } from '#tests/fixtures/case-file.ts'

const SOURCE = { source: ['1'] }
const HOW = { how: 'told-by-agency', ...SOURCE } as const

/** A fact that went from the GP through police and maternity to social care; the meeting was after all that. */
const of = aBareCase(
  [
    anEvent('said', '2016-01-10', { title: 'Mother speaks', agencies: roles({ gp: 'lead' }) }),
    anEvent('letter', '2016-02-03', { title: 'GP writes', agencies: roles({ gp: 'lead', maternity: 'informed' }) }),
    anEvent('call', '2016-02-20', { title: 'A call', agencies: roles({ maternity: 'lead', csc: 'informed' }) }),
    anEvent('m', '2016-03-01', {
      type: 'meeting',
      title: 'They meet',
      outcome: 'recorded',
      agencies: roles({ csc: 'lead', school: 'attended' }),
    }),
  ],
  {
    facts: [
      aFact('drink', {
        known: [
          { agency: 'csc', since: '2016-02-20', event: 'call', ...HOW },
          { agency: 'maternity', since: '2016-02-03', event: 'letter', ...HOW },
          { agency: 'police', since: '2016-02', how: 'record', ...SOURCE },
          { agency: 'gp', since: '2016-01-10', event: 'said', how: 'told-by-family', ...SOURCE },
        ],
        neededBy: ['csc', 'hv', 'school'],
      }),
    ],
  },
)

function pathTo(agency: string, from: Case = of) {
  const row = buildMatrix(indexCase(from)).rows[0]
  const cell = row?.cells.get(agency)
  if (!row || !cell) throw new Error('There is no such cell.')
  return { path: findPath(from, row.fact, agency, cell), cell, fact: row.fact }
}
const agenciesOn = (agency: string, from?: Case) =>
  pathTo(agency, from).path.steps.map(({ arrivals }) => arrivals.map((one) => one.agency).join('+'))

describe('the path of a fact to an agency', () => {
  test('goes by date from who first knew to the agency, whatever the order in the file', () => {
    expect(agenciesOn('csc')).toEqual(['gp', 'police', 'maternity', 'csc'])
    expect(pathTo('csc').path.steps.map(({ event }) => event)).toEqual(['said', undefined, 'letter', 'call'])
  })

  test('has one step for who knew first, and leaves out what surely came after', () => {
    expect(agenciesOn('gp')).toEqual(['gp'])
    expect(agenciesOn('maternity')).toEqual(['gp', 'police', 'maternity'])
  })

  test('says where the dates leave the order open, and never where they do not', () => {
    expect(pathTo('csc').path.steps.map(({ isOrderOpen }) => isOrderOpen)).toEqual([false, false, true, false])
  })

  test('has the lag since the first as least and most', () => {
    expect(pathTo('csc').path.steps.map(({ lapse }) => lapse && [lapse.least, lapse.most])).toEqual([
      undefined,
      [22, 50],
      [24, 24],
      [41, 41],
    ])
  })

  test('ends at the meeting where the agency sat with those who knew', () => {
    expect(agenciesOn('school')).toEqual(['gp', 'police', 'maternity', 'csc', 'school'])
    const { path } = pathTo('school')
    expect(describeStep(of, path, 4)).toMatch(/^1 March 2016, They meet\. .* was in the room; that it was told is not/)
  })

  test('goes as far as the fact did when it never reached the agency, and says so', () => {
    const { path, cell } = pathTo('hv')
    expect(path.steps.at(-1)?.event).toBe('call')
    expect(describeRest(of, path, 'hv', cell)).toMatch(/^No record that it reached .*, which needed it\.$/)
  })

  test('reads a step as date, event, who, how and lag', () => {
    const { path } = pathTo('csc')
    const csc = of.agencyById.get('csc')?.name ?? ''
    expect(describeStep(of, path, 3)).toBe(
      `20 February 2016, A call. ${csc}: told by another agency; 41 days after the first.`,
    )
    expect(describeStep(of, path, 1)).toMatch(/^February 2016, the source names no event for it\. .*22 to 50 days/)
    expect(describeStep(of, path, 2)).toMatch(/ The dates leave open whether this came after the step before\.$/)
  })
})

describe('a path with dates missing', () => {
  const undated = aBareCase(
    [
      anEvent('one', null, { title: 'One', agencies: roles({ gp: 'lead' }) }),
      anEvent('two', null, { title: 'Two', agencies: roles({ hv: 'lead' }) }),
    ],
    {
      facts: [
        aFact('drink', {
          known: [
            { agency: 'hv', event: 'two', ...HOW },
            { agency: 'gp', event: 'one', ...HOW },
            { agency: 'police', ...HOW },
          ],
          neededBy: ['csc'],
        }),
      ],
    },
  )

  test('keeps to the order of telling, and names who cannot be placed', () => {
    const { path, cell } = pathTo('csc', undated)
    expect(path.steps.map(({ event }) => event)).toEqual(['one', 'two'])
    expect(path.steps.map(({ isOrderOpen }) => isOrderOpen)).toEqual([false, false])
    expect(describeRest(undated, path, 'csc', cell)).toMatch(/ knew too, on a day not given\.$/)
  })

  test('puts those who learned by one event at one time into one step', () => {
    const known = [
      { agency: 'gp', since: '2016-01-10', how: 'present', event: 'm', ...SOURCE },
      { agency: 'hv', since: '2016-01-10', how: 'present', event: 'm', ...SOURCE },
      { agency: 'csc', since: '2016-02-01', ...HOW },
    ] as const
    const one = aBareCase([anEvent('m', '2016-01-10', { agencies: roles({ gp: 'lead', hv: 'attended' }) })], {
      facts: [aFact('drink', { known: [...known], neededBy: ['csc'] })],
    })
    expect(agenciesOn('csc', one)).toEqual(['gp+hv', 'csc'])
  })
})
