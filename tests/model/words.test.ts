import { describe, expect, test } from 'vitest'
import {
  formatCount,
  formatDay,
  formatDays,
  formatLength,
  formatList,
  formatPrecision,
  formatSpan,
  formatTime,
  formatWhen,
} from '#model/words.ts'
import { at, when } from '#tests/fixtures/when.ts'

describe('a time of day', () => {
  test.each([
    ['00:00', '12am'],
    ['00:10', '12:10am'],
    ['07:00', '7am'],
    ['10:15', '10:15am'],
    ['12:00', '12pm'],
    ['12:05', '12:05pm'],
    ['14:00', '2pm'],
    ['23:59', '11:59pm'],
  ])('%s reads %s', (clock, words) => {
    expect(formatTime(at(`2013-11-25T${clock}`))).toBe(words)
  })
})

describe('a date', () => {
  test.each([
    ['2013-09-18', '18 September 2013', '18 Sep 2013'],
    ['2013-09-01', '1 September 2013', '1 Sep 2013'],
    ['2013-09', 'September 2013', 'Sep 2013'],
    ['2013', '2013', '2013'],
    ['2013-11-25T00:10', '25 November 2013, 12:10am', '25 Nov 2013, 12:10am'],
    ['2013-21', 'Spring 2013', 'Spring 2013'],
    ['2013-22', 'Summer 2013', 'Summer 2013'],
    ['2013-23', 'Autumn 2013', 'Autumn 2013'],
    ['2013-24', 'Winter 2013', 'Winter 2013'],
    ['2013-10~', 'about October 2013', 'about Oct 2013'],
    ['2013-10?', 'October 2013, uncertain', 'Oct 2013, uncertain'],
    ['2013-10-01%', 'about 1 October 2013, uncertain', 'about 1 Oct 2013, uncertain'],
  ])('%s reads "%s", or "%s" where there is little room', (edtf, long, short) => {
    expect(formatWhen(when(edtf))).toBe(long)
    expect(formatWhen(when(edtf), 'short')).toBe(short)
  })

  test('the day of an instant leaves its time away', () => {
    expect(formatDay(at('2013-09-18T23:59'), 'long')).toBe('18 September 2013')
    expect(formatDay(at('2013-09-18T00:00'), 'short')).toBe('18 Sep 2013')
  })

  test('none says so', () => {
    expect(formatWhen(undefined)).toBe('Date not given')
  })
})

describe('a stretch', () => {
  test.each([
    ['2014-02-07/2014-02-24', '7 February to 24 February 2014', 'names a year that both days share once'],
    ['2013-12-30/2014-01-02', '30 December 2013 to 2 January 2014', 'names two years'],
    ['2014-04-01T07:00/2014-04-01T08:20', '1 April 2014, 7am to 8:20am', 'names a day that both times share once'],
    ['2014-04-01T23:00/2014-04-02T01:00', '1 April 2014, 11pm to 2 April 2014, 1am', 'names two days'],
    ['2014-02-07/2014-02-07', '7 February 2014', 'of one day is that day'],
    ['2013-10/2013-10', 'October 2013', 'of one month is that month'],
    ['2013-10/2013-12', 'October 2013 to December 2013', 'of months names the year of each'],
    ['2013/2014', '2013 to 2014', 'of years'],
    ['2013-07~/2014-04-04', 'about July 2013 to 4 April 2014', 'keeps the doubt of its start'],
    ['2014-02-07/2014-02-24~', '7 February 2014 to about 24 February 2014', 'keeps the doubt of its end'],
    [
      '2014-04-01T07:00/2014-04-01T08:20~',
      '1 April 2014, 7am to about 1 April 2014, 8:20am',
      'keeps the doubt of a time it ends at',
    ],
    ['2013-01/..', 'January 2013 onwards', 'without an end'],
    ['../2013-01', 'until January 2013', 'without a start'],
  ])('%s reads "%s": %s', (edtf, words) => {
    expect(formatWhen(when(edtf))).toBe(words)
  })

  test('is short where there is little room', () => {
    expect(formatWhen(when('2014-02-07/2014-02-24'), 'short')).toBe('7 Feb to 24 Feb 2014')
    expect(formatWhen(when('../2013-01'), 'short')).toBe('until Jan 2013')
  })

  test('of the chart names the days it covers, the last one included and the one after it not', () => {
    expect(formatSpan(when('2013-06-01/2014-05-31').span)).toBe('1 June 2013 to 31 May 2014')
    expect(formatSpan(when('2013-06').span, 'short')).toBe('1 Jun 2013 to 30 Jun 2013')
  })

  test('of the chart that lies within one day names that day', () => {
    expect(formatSpan(when('2013-06-01').span)).toBe('1 June 2013')
    expect(formatSpan(when('2013-06-01T10:00/2013-06-01T11:00').span)).toBe('1 June 2013')
  })
})

describe('what a date leaves open', () => {
  test.each([
    ['2013', 'month not given'],
    ['2013-10', 'day not given'],
    ['2013-22', 'day not given'],
    ['2013-10-01', undefined],
    ['2013-10-01T10:00', undefined],
    ['2013-10/2013-12', undefined],
  ])('for %s is %j', (edtf, words) => {
    expect(formatPrecision(when(edtf))).toBe(words)
  })

  test('is the date itself when there is none, which the date says already, but not the place in the order', () => {
    expect(formatPrecision(undefined)).toBe('place in the order known')
  })
})

describe('numbers and lists', () => {
  test.each([
    [0, '0 days'],
    [1, '1 day'],
    [34, '34 days'],
    [1200, '1,200 days'],
  ])('%i of something reads "%s"', (count, words) => {
    expect(formatCount(count, 'day')).toBe(words)
  })

  test('a plural of its own is used for any number but one', () => {
    expect(formatCount(2, 'child', 'children')).toBe('2 children')
    expect(formatCount(1, 'child', 'children')).toBe('1 child')
  })

  test('days are one number when certain and two when not', () => {
    expect(formatDays({ least: 34, most: 34 })).toBe('34 days')
    expect(formatDays({ least: 1, most: 1 })).toBe('1 day')
    expect(formatDays({ least: 31, most: 61 })).toBe('31 to 61 days')
    expect(formatDays({ least: 0, most: 1 })).toBe('0 to 1 day')
  })

  test.each([
    ['2013-11-01/2013-12-05', '34 days'],
    ['2013-10/2013-12-01', '31 to 61 days'],
    ['2013-11-01', undefined],
    ['2013-11-01/..', undefined],
    ['../2013-11-01', undefined],
  ])('the length of %s is %j', (edtf, words) => {
    expect(formatLength(when(edtf))).toBe(words)
  })

  test('what has no date has no length', () => {
    expect(formatLength(undefined)).toBeUndefined()
  })

  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a, in x', 'b'], 'a, in x; and b'],
    [['a', 'b, in x'], 'a and b, in x'],
    [['a', 'b, in x', 'c'], 'a; b, in x; and c'],
  ])('the list %j reads "%s", without a comma before "and"', (words, sentence) => {
    expect(formatList(words)).toBe(sentence)
  })
})
