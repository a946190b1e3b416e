import { describe, expect, test } from 'vitest'
import { ALL_ASSUMPTIONS, nextHorizon } from '#analysis/knowledge/horizon.ts'
import { veil } from '#analysis/knowledge/veil.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aFact, anEvent, aPeriod, roles } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'

const learned = (agency: string, since: string) => ({ agency, since, how: 'record', source: ['1'] }) as const
const of = aBareCase(
  [
    anEvent('own', '2016-02-01', { agencies: roles({ hv: 'lead' }) }),
    anEvent('others', '2016-02-02', { agencies: roles({ gp: 'lead', csc: 'attended' }) }),
    anEvent('away', '2016-02-06', {
      type: 'meeting',
      agencies: roles({ csc: 'lead', hv: 'absent', gp: 'not-invited' }),
    }),
    anEvent('later', '2016-04-01', { agencies: roles({ gp: 'lead' }) }),
  ],
  {
    facts: [
      aFact('mine', { known: [learned('hv', '2016-02-01'), learned('gp', '2016-02-01')], neededBy: ['csc'] }),
      aFact('theirs', { known: [learned('gp', '2016-02-01')] }),
    ],
    periods: [
      aPeriod('for-all', '2016-01-01/2016-03-01'),
      aPeriod('of-others', '2016-01-01/2016-03-01', { agencies: ['gp'] }),
    ],
  },
)
const { shown, outlines, horizon } = veil(of, 'hv', at('2016-03-02'), ALL_ASSUMPTIONS)

describe('a case from one agency’s place', () => {
  test('holds what it could have known, and the rest only as outlines in the lanes of those who were there', () => {
    expect(shown.events.map(({ id, order }) => `${id} ${order}`)).toEqual(['own 0'])
    expect(outlines.map(({ agencyId }) => agencyId)).toEqual(['gp', 'csc', 'csc'])
    expect([...horizon.onlyOthers]).toEqual(['others', 'away'])
  })

  test('has no outline with anything but a lane and a date', () => {
    expect(new Set(outlines.flatMap((outline) => Object.keys(outline)))).toEqual(new Set(['agencyId', 'when']))
    expect(JSON.stringify(shown.events)).not.toMatch(/others|away|later/)
  })

  test('knows of a fact what the agency knew, and no period of others', () => {
    expect(shown.facts.map(({ id, known, neededBy }) => [id, known.map(({ agency }) => agency), neededBy])).toEqual([
      ['mine', ['hv'], []],
    ])
    expect(shown.periods.map(({ id }) => id)).toEqual(['for-all'])
  })
})

test('the horizon moves to where the next event is past, and stays where there is none', () => {
  expect(nextHorizon(of, at('2016-02-02'), 1)).toBe(at('2016-02-03'))
  expect(nextHorizon(of, at('2016-02-07'), -1)).toBe(at('2016-02-03'))
  expect(nextHorizon(of, at('2016-04-02'), 1)).toBe(at('2016-04-02'))
})
