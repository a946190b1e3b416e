import { expect, test } from 'vitest'
import { applyFilter, NO_FILTER } from '#analysis/filter.ts'
import { citeReview, countView, describeFilter, nameEdition } from '#analysis/view-words.ts'
import { aCase, anEvent, roles } from '#tests/fixtures/case-file.ts'

const of = aCase({
  version: 3,
  events: [anEvent('a', '2013-10-01'), anEvent('b', '2013-11-01', { agencies: roles({ csc: 'lead' }) })],
})
const title = (id: string) => `theme ${id}`

test('a picture names its case, its edition and the review it comes from', () => {
  expect(nameEdition(of)).toBe('Case, edition 3 of this transcription.')
  expect(citeReview(of)).toBe('Serious case review: Case. The board, date of publication not given.')
  expect(citeReview({ ...of, review: { ...of.review, published: '2015-05' } })).toMatch(/The board, May 2015\.$/)
})

test('no filter says so', () => {
  expect(describeFilter(of, NO_FILTER, title)).toBe('No filter.')
})

test('every condition of a filter is in the sentence', () => {
  const filter = {
    hiddenAgencies: new Set(['gp']),
    hiddenTypes: new Set(['care', 'legal'] as const),
    hiddenHighlights: new Set(['drift'] as const),
    onlyHighlighted: true,
    people: new Set(['child']),
    themes: new Set(['t']),
    text: ' twins ',
  }
  expect(describeFilter(of, filter, title)).toBe(
    'Filtered: without the agencies GP; without the event types care and legal; without the highlights drift; ' +
      'only events behind a highlight; only events with Child; only the themes theme t; only what has the words “twins”.',
  )
})

test('what passes is counted', () => {
  const view = applyFilter(of, { ...NO_FILTER, hiddenAgencies: new Set(['gp']) })
  expect(countView(of, view)).toBe('1 of 2 events, 2 of 3 agencies, 0 of 0 findings.')
})
