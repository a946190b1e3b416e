import { expect, test } from 'vitest'
import { plainColour } from '#exchange/inline-styles.ts'
import { pictureFileName } from '#exchange/picture.ts'
import { DAY_MS, instant, span } from '#model/time.ts'
import { at } from '#tests/fixtures/when.ts'

test('a file is named after the case and the days it shows, the last one included', () => {
  expect(pictureFileName('baby-k', span(at('2013-06-01'), at('2014-06-01')), false, 'svg')).toBe(
    'baby-k-2013-06-01-2014-05-31.svg',
  )
  expect(pictureFileName('baby-k', span(at('2013-06-01T09:30'), at('2013-06-01T12:00')), false, 'png')).toBe(
    'baby-k-2013-06-01-2013-06-01.png',
  )
})

test('without dates the places in the order name it', () => {
  expect(pictureFileName('child-aa', span(instant(-DAY_MS), instant(12 * DAY_MS)), true, 'svg')).toBe(
    'child-aa-1-12.svg',
  )
  expect(pictureFileName('child-aa', span(instant(4 * DAY_MS), instant(12 * DAY_MS)), true, 'svg')).toBe(
    'child-aa-5-12.svg',
  )
})

test.each([
  ['rgb(1, 2, 3)', 'rgb(1, 2, 3)'],
  ['none', 'none'],
  ['color(srgb 0.5 0 1)', 'rgb(128, 0, 255)'],
  ['color(srgb 0 0 0 / 0.05)', 'rgba(0, 0, 0, 0.05)'],
])('%s is written as %s', (from, to) => {
  expect(plainColour(from)).toBe(to)
})
