import { expect, test } from 'vitest'
import { utcFormat } from '#layout/tick-format.ts'
import { at } from '#tests/fixtures/when.ts'

const date = (edtf: string) => new Date(at(edtf))

test.each([
  ['2013-11-25T00:00', '12am'],
  ['2013-11-25T00:15', '12:15am'],
  ['2013-11-25T09:05', '9:05am'],
  ['2013-11-25T12:00', '12pm'],
  ['2013-11-25T23:45', '11:45pm'],
])('%s reads %s on the clock', (edtf, text) => {
  expect(utcFormat.time(date(edtf))).toBe(text)
})

test('days, months and years are named by the wall clock in every time zone', () => {
  for (const edtf of ['2013-12-01T00:00', '2013-12-01T23:59']) {
    const moment = date(edtf)
    expect({
      weekday: utcFormat.weekday(moment),
      day: utcFormat.day(moment),
      month: utcFormat.month(moment),
      monthYear: utcFormat.monthYear(moment),
      year: utcFormat.year(moment),
    }).toEqual({ weekday: 'Sun 1 Dec', day: '1 Dec', month: 'Dec', monthYear: 'Dec 2013', year: '2013' })
  }
})
