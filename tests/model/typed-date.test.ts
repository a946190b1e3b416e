import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatEdtf } from '#model/edtf.ts'
import { instantOf } from '#model/time.ts'
import { readTypedDate } from '#model/typed-date.ts'
import { formatDay } from '#model/words.ts'

const read = (typed: string) => {
  const date = readTypedDate(typed)
  return date.ok ? formatEdtf(date.value) : `expected ${date.expected}`
}

describe('a typed date', () => {
  test.each([
    ['2013-11-25', '2013-11-25'],
    ['2013/11/5', '2013-11-05'],
    ['25/11/2013', '2013-11-25'],
    ['5.11.2013', '2013-11-05'],
    ['05-11-13', '2013-11-05'],
    ['25 November 2013', '2013-11-25'],
    ['25th of November 2013', '2013-11-25'],
    ['1st nov 2013', '2013-11-01'],
    ['Monday 25 November 2013', '2013-11-25'],
    ['Mon, 25 Nov 2013', '2013-11-25'],
    ['November 25, 2013', '2013-11-25'],
    ['25-Nov-13', '2013-11-25'],
    ['November 2013', '2013-11'],
    ['  nov   2013 ', '2013-11'],
    ['Sept 2013', '2013-09'],
    ['11/2013', '2013-11'],
    ['2013-11', '2013-11'],
    ['2013', '2013'],
    ['Autumn 2013', '2013-23'],
    ['29 February 2012', '2012-02-29'],
  ])('%j is read as %s', (typed, edtf) => {
    expect(read(typed)).toBe(edtf)
  })

  test.each(['', 'soon', '25', '25 November', 'Novembre 2013', '25 spring 2013', '1 May 2 2013', '25/11', '13'])(
    '%j is not a date',
    (typed) => {
      expect(read(typed)).toBe('expected a day, a month or a year, such as 25/11/2013, November 2013 or 2013')
    },
  )

  test.each([
    ['31/02/2013', 'expected a day from 01 to 28 in that month'],
    ['11/25/2013', 'expected the day first, then the month, such as 25/11/2013'],
    ['21/2013', 'expected the day first, then the month, such as 25/11/2013'],
    ['5 May 1492', 'expected a year from 1900 to 2100'],
  ])('%j says what is wrong with it', (typed, words) => {
    expect(read(typed)).toBe(words)
  })

  test('every day that the page writes can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 0, max: 364 }), (year, day) => {
        const at = instantOf(year, 1, 1 + day)
        const edtf = new Date(at).toISOString().slice(0, 10)
        expect([read(formatDay(at, 'long')), read(formatDay(at, 'short'))]).toEqual([edtf, edtf])
      }),
    )
  })
})
