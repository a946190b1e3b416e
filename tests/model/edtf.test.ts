import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysApart, formatEdtf, isExact, parseEdtf } from '#model/edtf.ts'
import { DAY_MS, instantOf, MINUTE_MS } from '#model/time.ts'
import { at, when } from '#tests/fixtures/when.ts'

const two = (number: number) => String(number).padStart(2, '0')
const year = fc.integer({ min: 1900, max: 2100 })
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`)
const season = fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, s]) => `${y}-${s}`)
// Through the calendar itself, so that the last days of months and leap days occur.
const day = fc
  .integer({ min: instantOf(1900) / DAY_MS, max: instantOf(2101) / DAY_MS - 1 })
  .map((days) => new Date(days * DAY_MS).toISOString().slice(0, 10))
const minute = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([d, h, m]) => `${d}T${two(h)}:${two(m)}`)
const unit = fc.oneof(year.map(String), season, month, day, minute)
const mark = fc.constantFrom('', '~', '?', '%')
const moment = fc.tuple(unit, mark).map(([u, m]) => u + m)
const range = fc.tuple(moment, moment).map(([a, b]) => (parseEdtf(`${a}/${b}`).ok ? `${a}/${b}` : `${b}/${a}`))
const open = fc.oneof(
  moment.map((m) => `../${m}`),
  moment.map((m) => `${m}/..`),
)

const spanOf = (edtf: string) => {
  const { start, end } = when(edtf).span
  return [start, end]
}

describe('a date of each precision', () => {
  test.each([
    ['2011', 'year', instantOf(2011, 1, 1), instantOf(2012, 1, 1)],
    ['2013-10', 'month', instantOf(2013, 10, 1), instantOf(2013, 11, 1)],
    ['2013-12', 'month', instantOf(2013, 12, 1), instantOf(2014, 1, 1)],
    ['2013-11-01', 'day', instantOf(2013, 11, 1), instantOf(2013, 11, 2)],
    ['2012-02-29', 'day', instantOf(2012, 2, 29), instantOf(2012, 3, 1)],
    ['2013-11-25T00:10', 'minute', instantOf(2013, 11, 25, 0, 10), instantOf(2013, 11, 25, 0, 11)],
    ['2013-21', 'season', instantOf(2013, 3, 1), instantOf(2013, 6, 1)],
    ['2013-22', 'season', instantOf(2013, 6, 1), instantOf(2013, 9, 1)],
    ['2013-23', 'season', instantOf(2013, 9, 1), instantOf(2013, 12, 1)],
    ['1900', 'year', instantOf(1900), instantOf(1901)],
    ['2100-12-31', 'day', instantOf(2100, 12, 31), instantOf(2101, 1, 1)],
  ])('%s is a %s and covers it from its first moment to the first moment after it', (edtf, precision, start, end) => {
    expect(when(edtf)).toMatchObject({ kind: 'moment', precision, qualifier: 'none', span: { start, end } })
  })

  test('winter begins in December of its year and ends with the February after it, leap day and all', () => {
    expect(spanOf('2015-24')).toEqual([instantOf(2015, 12, 1), instantOf(2016, 3, 1)])
    expect(spanOf('2015-24')[1]).toBe(at('2016-02-29') + DAY_MS)
  })

  test.each([
    ['2013-10~', 'approximate'],
    ['2013-10?', 'uncertain'],
    ['2013-10%', 'both'],
    ['2013-10', 'none'],
  ])('%s is %s and covers the same October whatever the doubt', (edtf, qualifier) => {
    expect(when(edtf)).toMatchObject({ qualifier, span: { start: instantOf(2013, 10), end: instantOf(2013, 11) } })
  })
})

describe('a stretch', () => {
  test('runs from the first moment of its first date to the last moment of its last', () => {
    expect(when('2013-10/2014-02-07')).toMatchObject({
      kind: 'range',
      precision: 'range',
      from: { edtf: '2013-10', precision: 'month' },
      to: { edtf: '2014-02-07', precision: 'day' },
      span: { start: instantOf(2013, 10, 1), end: instantOf(2014, 2, 8) },
    })
  })

  test('ends no earlier than the date it starts in', () => {
    expect(spanOf('2014-02/2014-02-07')).toEqual([instantOf(2014, 2, 1), instantOf(2014, 3, 1)])
  })

  test('has no beginning when its start is open, and no end when its end is', () => {
    expect(when('../2013-01')).toMatchObject({ from: undefined, span: { start: -Infinity, end: instantOf(2013, 2) } })
    expect(when('2013-01/..')).toMatchObject({ to: undefined, span: { start: instantOf(2013, 1), end: Infinity } })
  })

  test('keeps the doubt of each end with that end', () => {
    expect(when('2013-07~/2014-04-04')).toMatchObject({
      from: { qualifier: 'approximate' },
      to: { qualifier: 'none' },
    })
  })
})

describe('what is refused', () => {
  test.each([
    ['2013-02-31', 'a day from 01 to 28 in that month'],
    ['2012-02-30', 'a day from 01 to 29 in that month'],
    ['1900-02-29', 'a day from 01 to 28 in that month'],
    ['2013-04-31', 'a day from 01 to 30 in that month'],
    ['2013-04-00', 'a day from 01 to 30 in that month'],
    ['1899-12-31', 'a year from 1900 to 2100'],
    ['2101', 'a year from 1900 to 2100'],
    ['2013-13', 'a month from 01 to 12 (or 21 to 24 for spring to winter)'],
    ['2013-00', 'a month from 01 to 12 (or 21 to 24 for spring to winter)'],
    ['2013-25', 'a month from 01 to 12 (or 21 to 24 for spring to winter)'],
    ['2013-21-01', 'a month from 01 to 12 (or 21 to 24 for spring to winter)'],
    ['2013-11-25T24:00', 'a time of day from 00:00 to 23:59'],
    ['2013-11-25T10:60', 'a time of day from 00:00 to 23:59'],
    ['2014-02-24/2014-02-07', 'an end that is not before its start'],
    ['2014/2013', 'an end that is not before its start'],
    ['2013-02-31/2013-03-01', 'a day from 01 to 28 in that month'],
    ['2013-03-01/2013-04-31', 'a day from 01 to 30 in that month'],
  ])('%s, because there has to be %s', (edtf, expected) => {
    expect(parseEdtf(edtf)).toEqual({ ok: false, expected })
  })

  test.each([
    ['', 'an empty text'],
    ['../..', 'a stretch open at both ends'],
    ['..', 'an open end alone'],
    ['2013-01/', 'a stretch without its end'],
    ['2013/2014/2015', 'three dates'],
    ['1 November 2013', 'words'],
    ['01/11/2013', 'a British date'],
    ['2013-1-5', 'single digits'],
    ['2013-11-01T10:15:00', 'seconds'],
    ['2013-11-01T10:15Z', 'a time zone'],
    ['2013-10~?', 'two marks of doubt'],
    [' 2013-10', 'a space before it'],
    ['2013-10\n', 'a line end after it'],
  ])('%j, which is %s, with examples of what a date looks like', (edtf) => {
    const parsed = parseEdtf(edtf)
    expect(!parsed.ok && parsed.expected).toContain('a date such as "2013-11-01"')
  })
})

describe('laws of dates', () => {
  test('a date read and written again is the same text', () => {
    fc.assert(
      fc.property(fc.oneof(moment, range, open), (edtf) => {
        expect(formatEdtf(when(edtf))).toBe(edtf)
      }),
    )
  })

  test('of two dates at least one order makes a stretch, and it covers both', () => {
    fc.assert(
      fc.property(range, (edtf) => {
        const [a = '', b = ''] = edtf.split('/')
        const { start, end } = when(edtf).span
        expect(start).toBe(when(a).span.start)
        expect(end).toBe(Math.max(when(a).span.end, when(b).span.end))
      }),
    )
  })

  test('a date covers at least a minute, begins at its text and ends where the next one of its kind begins', () => {
    fc.assert(
      fc.property(moment, (edtf) => {
        const it = when(edtf)
        const after = formatEdtf({ ...it, span: { start: it.span.end, end: it.span.end } })
        fc.pre(!after.startsWith('2101'))
        expect(it.span.end - it.span.start).toBeGreaterThanOrEqual(MINUTE_MS)
        expect(at(after)).toBe(it.span.end)
      }),
    )
  })

  test('a day lasts 24 hours and a minute 60 seconds, all year round', () => {
    const lengthOf = (edtf: string) => when(edtf).span.end - when(edtf).span.start
    fc.assert(
      fc.property(day, (edtf) => {
        expect(lengthOf(edtf)).toBe(DAY_MS)
      }),
    )
    fc.assert(
      fc.property(minute, (edtf) => {
        expect(lengthOf(edtf)).toBe(MINUTE_MS)
      }),
    )
  })

  test('only a day or a time of day without doubt is exact', () => {
    const fine = fc.oneof(day, minute)
    const doubt = fc.constantFrom('~', '?', '%')
    const coarse = fc.oneof(year.map(String), month, season)
    fc.assert(
      fc.property(fine, (edtf) => {
        expect(isExact(when(edtf))).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fine, doubt, (d, m) => {
        expect(isExact(when(d + m))).toBe(false)
      }),
    )
    fc.assert(
      fc.property(coarse, mark, (u, m) => {
        expect(isExact(when(u + m))).toBe(false)
      }),
    )
  })

  test('a stretch is exact when both its ends are, and never when one is open', () => {
    fc.assert(fc.property(range, (edtf) => isExact(when(edtf)) === edtf.split('/').every((end) => isExact(when(end)))))
    expect(isExact(when('2013-10-01/2013-10-05'))).toBe(true)
    fc.assert(fc.property(open, (edtf) => !isExact(when(edtf))))
  })
})

describe('days from one date to another', () => {
  const apart = (a: string, b: string) => daysApart(when(a), when(b))

  test.each([
    ['2013-11-01', '2013-12-05', 34, 34, 'exact days'],
    ['2013-10', '2013-12-01', 31, 61, 'from any day of October, so from the last to the first of it'],
    ['2013-12-01', '2014-01', 31, 61, 'to any day of January'],
    ['2013-11-01T23:50', '2013-11-02T00:10', 1, 1, 'midnights passed, not hours'],
    ['2013-11-01T00:10', '2013-11-01T23:50', 0, 0, 'no midnight passed'],
    [
      '2013-10-01/2013-10-20',
      '2013-11-01/2013-12-01',
      12,
      12,
      'from the end of the first stretch to the start of the second',
    ],
    ['../2013-10-20', '2013-11-01/..', 12, 12, 'between the ends that are known'],
    ['2013-10', '2013-10-15', 0, 14, 'overlapping dates may be the same day'],
    ['2013-10-15', '2013-10-01', 0, 0, 'never negative'],
  ])('from %s to %s are %i to %i: %s', (earlier, later, least, most) => {
    expect(apart(earlier, later)).toEqual({ least, most })
  })

  test('are unbounded when the later date has no beginning or the earlier one no end', () => {
    expect(apart('2013-10-01/..', '2013-11-01').least).toBe(0)
    expect(apart('2013-10-01/..', '2013-11-01').most).toBe(31)
    expect(apart('2013-10-01', '../2013-11-01')).toEqual({ least: 0, most: 31 })
  })

  test('hold the distance of every pair of days the two dates may mean', () => {
    const daysOf = (edtf: string) => {
      const { start, end } = when(edtf).span
      return Array.from({ length: (end - start) / DAY_MS }, (_, n) => start / DAY_MS + n)
    }
    fc.assert(
      fc.property(fc.oneof(month, day), fc.oneof(month, day), (a, b) => {
        fc.pre(when(a).span.end <= when(b).span.start)
        const [first, last] = [daysOf(a), daysOf(b)]
        expect(apart(a, b)).toEqual({
          least: Math.min(...last) - Math.max(...first),
          most: Math.max(...last) - Math.min(...first),
        })
      }),
    )
  })
})
