import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { buildMatrix, sortByLag } from '#analysis/knowledge/matrix.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aFact, anEvent, roles } from '#tests/fixtures/case-file.ts'

const SOURCE = { source: ['1'] }
const of = aBareCase(
  [
    anEvent('m', '2016-03-01', {
      type: 'meeting',
      outcome: 'recorded',
      agencies: roles({ csc: 'lead', gp: 'attended', police: 'absent' }),
    }),
  ],
  {
    facts: [
      aFact('drink', {
        known: [
          { agency: 'gp', since: '2016-02-01', how: 'told-by-family', ...SOURCE },
          { agency: 'hv', since: '2016-03', how: 'told-by-agency', extent: 'in-part', ...SOURCE },
          { agency: 'maternity', since: '2016-02-05', how: 'record', extent: 'told-otherwise', ...SOURCE },
        ],
        neededBy: ['csc', 'hv', 'police'],
      }),
      aFact('home', {
        known: [
          { agency: 'gp', since: '2016-02-01', how: 'record', ...SOURCE },
          { agency: 'hv', since: '2016-02-03', how: 'record', ...SOURCE },
        ],
        neededBy: ['hv'],
      }),
    ],
  },
)

test('a cell says when and how an agency learned a fact, and how long after the first', () => {
  const cells = buildMatrix(indexCase(of)).rows[0]?.cells
  expect(cells?.get('gp')).toMatchObject({ state: 'knew', how: 'told-by-family', lapse: undefined })
  expect(cells?.get('hv')).toMatchObject({ state: 'in-part', lapse: { least: 29, most: 59 } })
  expect(cells?.get('maternity')).toMatchObject({ state: 'told-otherwise' })
})

test('an agency in the room with one that knew is in the room, not told; one that was away never heard', () => {
  const cells = buildMatrix(indexCase(of)).rows[0]?.cells
  expect(cells?.get('csc')).toEqual({ state: 'in-the-room', event: 'm' })
  expect(cells?.get('police')).toEqual({ state: 'never' })
})

test('agencies that no fact concerns, and the family, have no column', () => {
  const matrix = buildMatrix(indexCase(of))
  expect(matrix.agencies.map(({ id }) => id)).toEqual(['csc', 'maternity', 'hv', 'gp', 'police'])
  expect(matrix.rows[1]?.cells.get('police')).toEqual({ state: 'not-needed' })
})

test('rows sort by the longest lag, never first', () => {
  const matrix = buildMatrix(indexCase(of))
  expect(matrix.rows.map(({ longestLag }) => longestLag)).toEqual([Infinity, 2])
  const reversed = { ...matrix, rows: matrix.rows.toReversed() }
  expect(sortByLag(reversed).rows.map(({ fact }) => fact.id)).toEqual(['drink', 'home'])
})
