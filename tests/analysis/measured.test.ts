import { expect, test } from 'vitest'
import { type ChosenEnds, measuredEnds, measureNotes } from '#analysis/measured.ts'
import { aCase, aFinding, anEvent } from '#tests/fixtures/case-file.ts'

const of = aCase({
  events: [anEvent('a', '2013-12-05'), anEvent('b', null)],
  findings: [aFinding('f', { span: '2013-12-20/2014-01-10' })],
})
const event = (id: string) => ({ kind: 'event', id, edge: 'any' }) as const
const finding = (edge: 'start' | 'end' | 'any') => ({ kind: 'finding', id: 'f', edge }) as const

test('an end is the day of a stretch that is meant', () => {
  const daysOf = (chosen: ChosenEnds) => measuredEnds(of, chosen).map(({ end, at }) => `${end} ${at?.edtf ?? 'none'}`)
  expect(daysOf({ from: event('a'), to: finding('end') })).toEqual(['from 2013-12-05', 'to 2014-01-10'])
  expect(daysOf({ to: finding('start') })).toEqual(['to 2013-12-20'])
  expect(daysOf({ from: event('b'), to: finding('any') })).toEqual(['from none', 'to 2013-12-20/2014-01-10'])
})

test('what the case shown does not have is no end', () => {
  expect(measuredEnds(of, { from: event('gone'), to: event('a') }).map(({ id }) => id)).toEqual(['a'])
})

test('a picture says what is measured once both ends are there', () => {
  expect(measureNotes(of, { from: event('a'), to: finding('start') })).toEqual([
    'Measured from A (Event a, 5 Dec 2013) to B (Delay: Finding f, 20 Dec 2013): 15 days; 2 whole weeks; 11 working days (England). The first is the earlier.',
  ])
  expect(measureNotes(of, { from: event('a') })).toEqual([])
})
