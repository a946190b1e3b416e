import { expect, test } from 'vitest'
import { applyFilter, NO_FILTER } from '#analysis/filter.ts'
import { axisOf } from '#layout/axis.ts'
import { span } from '#model/time.ts'
import { aCase, anEvent } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'
import { nameWindow } from '#views/explore/window-words.ts'

const dated = aCase({
  events: [
    anEvent('a', '2013-09-30'),
    anEvent('b', '2013-10'),
    anEvent('c', '2013-12-05', { title: 'The third visit' }),
    anEvent('d', '2014-01-05'),
  ],
})
const window = span(at('2013-10-01'), at('2014-01-05'))

test('the window is told as its days and how many events lie in it, inexact ones included', () => {
  expect(nameWindow(dated, axisOf(dated), window, applyFilter(dated, NO_FILTER))).toBe(
    'Window: 1 October 2013 to 4 January 2014, 2 of 4 events.',
  )
})

test('events that the filter leaves out are not counted as in sight', () => {
  const view = applyFilter(dated, { ...NO_FILTER, text: 'third visit' })
  expect(nameWindow(dated, axisOf(dated), window, view)).toBe(
    'Window: 1 October 2013 to 4 January 2014, 1 of 4 events; the filter lets 1 through.',
  )
})

test('without dates it is told as places in the order', () => {
  const ordered = aCase({ events: ['a', 'b', 'c', 'd'].map((id) => anEvent(id, null)) })
  const axis = axisOf(ordered)
  const [second, third] = [ordered.events[1], ordered.events[2]].map((event) => event && axis.spanOfEvent(event))
  if (!second || !third) throw new Error('Events in order have a place.')
  expect(nameWindow(ordered, axis, span(second.start, third.end), applyFilter(ordered, NO_FILTER))).toBe(
    'Window: from number 2 to 3, 2 of 4 events.',
  )
})
