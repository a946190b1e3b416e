import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyFilter, NO_FILTER } from '#analysis/filter.ts'
import { axisOf } from '#layout/axis.ts'
import { span } from '#model/time.ts'
import { aCase, anEvent } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'
import { useNews } from '#views/explore/useNews.ts'

const shown = aCase({ events: [anEvent('a', '2013-09-30'), anEvent('b', '2013-12-05')] })
const sight = { shown, axis: axisOf(shown), view: applyFilter(shown, NO_FILTER) }
const autumn = span(at('2013-09-01'), at('2013-12-01'))
const winter = span(at('2013-12-01'), at('2014-01-01'))

const open = () =>
  renderHook(({ window }) => useNews('Baby K', { ...sight, window }), { initialProps: { window: autumn } })
const rest = () =>
  act(() => {
    vi.advanceTimersByTime(2000)
  })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('whoever arrives is told where, once it rests, and what comes into sight after that', () => {
  const { result, rerender } = open()
  expect(result.current.news.text).toBe('')
  rest()
  expect(result.current.news.text).toBe(
    'Timeline of Baby K. Window: 1 September 2013 to 30 November 2013, 1 of 2 events.',
  )
  rerender({ window: winter })
  rest()
  expect(result.current.news.text).toBe('Window: 1 December 2013 to 31 December 2013, 1 of 2 events.')
})

test('an answer to a key that was pressed before that is not talked over, and what changes later is told', () => {
  const { result, rerender } = open()
  act(() => result.current.say('There is no view before this one.'))
  rest()
  expect(result.current.news.text).toBe('There is no view before this one.')
  rerender({ window: winter })
  rest()
  expect(result.current.news.text).toMatch(/^Window: 1 December 2013/)
})

test('a change that was hushed is not told, the next one is', () => {
  const { result, rerender } = open()
  rest()
  act(() => result.current.hush())
  rerender({ window: winter })
  rest()
  expect(result.current.news.text).toMatch(/^Timeline of Baby K/)
  rerender({ window: autumn })
  rest()
  expect(result.current.news.text).toMatch(/^Window: 1 September/)
})
