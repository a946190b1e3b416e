import { expect, test } from 'vitest'
import { anchorsOf, blocksOf, clip, edgesOf, piecesOf, wholeDays } from '#analysis/rules/pieces.ts'
import { formatSpan } from '#model/words.ts'
import { aBareCase, LANES } from '#tests/fixtures/analysis-case.ts'
import { when } from '#tests/fixtures/when.ts'

const days = (edtf: string) =>
  anchorsOf(when(edtf), undefined).map(({ span, isOpen }) => `${formatSpan(span, 'short')}${isOpen ? ', open' : ''}`)

test.each([
  ['2016-02-01', ['1 Feb 2016']],
  ['2016-02-01T10:00', ['1 Feb 2016']],
  ['2016-02', ['1 Feb 2016 to 29 Feb 2016, open']],
  ['2016-02-01/2016-02-10', ['1 Feb 2016 to 10 Feb 2016']],
  ['2016-02/2016-03-10', ['1 Feb 2016 to 10 Mar 2016, open']],
  ['2016-02-01/..', ['1 Feb 2016']],
])('%s puts %j on the line', (edtf, expected) => {
  expect(days(edtf)).toEqual(expected)
})

test('what shares a day is one block; what only touches is two', () => {
  const blocks = (...dates: string[]) => blocksOf(dates.flatMap((one) => anchorsOf(when(one), undefined))).length
  expect(blocks('2016-02-01', '2016-02', '2016-02-29')).toBe(1)
  expect(blocks('2016-02-01', '2016-02-02')).toBe(2)
})

test('an exact day inside an open month is busy, the rest of the month open', () => {
  const [block] = blocksOf(['2016-02', '2016-02-10'].flatMap((one) => anchorsOf(when(one), undefined)))
  expect(block && piecesOf(block).map(({ state, span }) => `${state} ${formatSpan(span, 'short')}`)).toEqual([
    'open 1 Feb 2016 to 9 Feb 2016',
    'busy 10 Feb 2016',
    'open 11 Feb 2016 to 29 Feb 2016',
  ])
})

test('only inexact ends of an involvement stand on the line', () => {
  const agencies = LANES.map((lane) => ({
    ...lane,
    involved: lane.id === 'hv' ? ['2016-02/2016-03-10'] : ['2016-02-01/2016-03-01'],
  }))
  const of = aBareCase([], { agencies })
  expect(of.agencies.flatMap((agency) => edgesOf(agency)).map(({ when: end }) => end.edtf)).toEqual(['2016-02'])
})

test('a part has length or is none', () => {
  const [february, march] = [when('2016-02').span, when('2016-03').span]
  expect(clip(february, march)).toBeUndefined()
  expect(clip(when('2016').span, march)).toEqual(march)
  expect(wholeDays(when('2016-02-01T10:00').span)).toEqual(when('2016-02-01').span)
})
