import { expect, test } from 'vitest'
import { compareNoticed, formatStretch, namesOf, NO_LIMIT, notice, RULES, spanOf } from '#analysis/rules/candidates.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { at, when } from '#tests/fixtures/when.ts'

const noticed = (
  from: string | undefined,
  to: string | undefined,
  holders: readonly string[] = ['b', 'a', 'a'],
  about = '',
) =>
  notice(
    {
      rule: 'silence',
      kind: 'delay',
      from: from === undefined ? undefined : when(from),
      to: to === undefined ? undefined : when(to),
      days: { least: 0, most: 0 },
      holders,
      receivers: [],
      events: ['e2', 'e1'],
      certainty: 'certain',
      limit: NO_LIMIT,
      text: 'What was happening?',
    },
    about,
  )

test('the same evidence has the same id in whatever order it is given; something else it is about has another', () => {
  expect(noticed('2016', '2017').holders).toEqual(['a', 'b'])
  expect(noticed('2016', '2017', ['a', 'b']).id).toBe(noticed('2016', '2017').id)
  const one = noticed('2016', '2017')
  expect(notice({ ...one, events: one.events.toReversed() }).id).toBe(one.id)
  expect(noticed('2016', '2017', ['a', 'b'], 'f').id).not.toBe(noticed('2016', '2017').id)
})

test.each([
  ['2016-02', '2016-03-05', '2016-02/2016-03-05'],
  ['2016-02-01', undefined, '2016-02-01/..'],
  [undefined, '2016-03', '../2016-03'],
  ['2016-02-01', '2016-02-01', '2016-02-01'],
  ['2016-01/2016-02-10', '2016-03/2016-04~', '2016-01/2016-04~'],
  [undefined, undefined, null],
])('a stretch from %s to %s is written %s', (from, to, text) => {
  expect(formatStretch(noticed(from, to))).toBe(text)
})

test('the span is as wide as the ends can have been', () => {
  expect(spanOf(noticed('2016-02', '2016-03-05'))).toEqual({ start: at('2016-02-01'), end: at('2016-03-06') })
  expect(spanOf(noticed(undefined, undefined))).toBeUndefined()
})

test('candidates stand by first date, undated ones last', () => {
  const list = [noticed(undefined, undefined), noticed('2016-03', undefined), noticed('2016-02', undefined)].sort(
    compareNoticed,
  )
  expect(list.map(formatStretch)).toEqual(['2016-02/..', '2016-03/..', null])
  expect(new Set(RULES).size).toBe(RULES.length)
})

test('an answer by an unknown start puts nothing first: the question stands where it begins', () => {
  const list = [noticed('2016-03', '../2016-05'), noticed('2016-02', '2016-06'), noticed(undefined, '../2016-01')].sort(
    compareNoticed,
  )
  expect(list.map(formatStretch)).toEqual(['../2016-01', '2016-02/2016-06', '2016-03/2016-05'])
})

test('names are those of the case', () => {
  expect(namesOf(aBareCase([]), ['csc', 'hv'])).toBe('Csc and Hv')
  expect(namesOf(aBareCase([]), [])).toBe('nobody named')
})
