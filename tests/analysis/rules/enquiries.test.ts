import { expect, test } from 'vitest'
import { aBareCase, lines } from '#tests/fixtures/analysis-case.ts'
import { aChild, anEvent, roles } from '#tests/fixtures/case-file.ts'

type Given = NonNullable<Parameters<typeof anEvent>[2]>

const bruise = (id: string, date: string, more: Given = {}) =>
  anEvent(id, date, { concern: 'serious', agencies: roles({ csc: 'lead' }), ...more })
const strategy = (date: string | null) =>
  anEvent('s', date, {
    type: 'meeting',
    title: 'Strategy discussion',
    outcome: 'recorded',
    agencies: roles({ csc: 'lead', police: 'attended' }),
  })
const asked = (events: Parameters<typeof aBareCase>[0], more: Parameters<typeof aBareCase>[1] = {}) =>
  lines(aBareCase(events, more)).filter((line) => line.startsWith('concern-without-enquiry'))

test('a serious concern in social care’s hands is asked about when no step of an enquiry follows within a week', () => {
  expect(asked([bruise('a', '2016-02-01')])).toEqual(['concern-without-enquiry possible 2016-02-01/.. csc >'])
  expect(asked([bruise('a', '2016-02-01'), strategy('2016-02-20')])).toEqual([
    'concern-without-enquiry possible 2016-02-01/2016-02-20 csc >',
  ])
  expect(asked([bruise('a', '2016-02-01'), strategy('2016-02-08')])).toEqual([])
})

test('several up to the same step are one question', () => {
  expect(asked([bruise('a', '2016-02-01'), bruise('b', '2016-02-05'), strategy('2016-02-20')])).toHaveLength(1)
})

test('a concern of less weight, one that social care had no part in, and one in the weeks of an enquiry are not', () => {
  expect(asked([bruise('a', '2016-02-01', { concern: 'noted' })])).toEqual([])
  expect(asked([bruise('a', '2016-02-01', { agencies: roles({ school: 'lead' }) })])).toEqual([])
  expect(
    asked([bruise('a', '2016-02-01', { type: 'referral', agencies: roles({ gp: 'sender', csc: 'recipient' }) })]),
  ).toEqual([])
  expect(asked([strategy('2016-01-25'), bruise('a', '2016-02-01')])).toEqual([])
  expect(asked([strategy('2016-01-05'), bruise('a', '2016-02-01')])).toHaveLength(1)
})

test('a step known to the month, or without a date, cannot tell', () => {
  expect(asked([bruise('a', '2016-02-01'), strategy('2016-02')])).toEqual([
    'concern-without-enquiry cannot-tell 2016-02-01/2016-02 csc >',
  ])
  expect(asked([bruise('a', '2016-02-01'), strategy(null)])).toEqual([
    'concern-without-enquiry cannot-tell 2016-02-01/.. csc >',
  ])
})

test('after the child’s death it is not asked', () => {
  const people = [aChild({ died: '2016-01-30' })]
  expect(asked([bruise('a', '2016-02-01')], { people })).toEqual([])
})
