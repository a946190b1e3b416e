import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  acted,
  agenciesIn,
  eventsOf,
  indexCase,
  involvement,
  isSocialCare,
  mayLieBetween,
  undatedWindows,
  windowOf,
} from '#analysis/case-index.ts'
import { isPerhapsAfter } from '#analysis/certainty.ts'
import { lineOf, startingWithin, walkFrom } from '#analysis/line.ts'
import {
  findChases,
  findLaterWork,
  findReplies,
  firstAfter,
  firstAlong,
  readRequest,
} from '#analysis/rules/requests.ts'
import { aBareCase, LANES } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'
import { at, when } from '#tests/fixtures/when.ts'

const date = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 3 }))
  .map(([month, day, form]) => {
    const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')]
    return [`2016-${m}-${d}`, `2016-${m}`, '2016', `2016-${m}-${d}~`][form] ?? '2016'
  })
const eventsAt = (dates: readonly string[]) => aBareCase(dates.map((one, place) => anEvent(`e${place}`, one))).events

test('a walk along a line meets the events that may be at or after a date, in order, and no other', () => {
  fc.assert(
    fc.property(fc.array(date, { maxLength: 12 }), date, (dates, from) => {
      const events = eventsAt(dates)
      const met = [...walkFrom(lineOf(events), when(from))]
      const due = events.filter((event) => event.when && isPerhapsAfter(event.when, when(from)))
      expect(met.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort())
      const starts = met.map((event) => event.when?.span.start ?? 0)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }),
  )
})

test('the first along a line is the first of all', () => {
  fc.assert(
    fc.property(fc.array(date, { maxLength: 12 }), date, (dates, from) => {
      const events = eventsAt(dates)
      const [all, along] = [firstAfter(when(from), events), firstAlong(when(from), lineOf(events), () => true)]
      expect([along.lapse.least, along.lapse.most]).toEqual([all.lapse.least, all.lapse.most])
    }),
  )
})

test('a month that only may follow lowers the least, not the most', () => {
  const { event, lapse } = firstAfter(when('2016-02-10'), eventsAt(['2016-02', '2016-03-10']))
  expect([event?.date, lapse.least, lapse.most, lapse.isVague]).toEqual(['2016-03-10', 0, 29, true])
})

test('events that begin within a stretch are found by its ends', () => {
  const line = lineOf(eventsAt(['2016-01-01', '2016-02-01', '2016-03-01']))
  expect(startingWithin(line, at('2016-02-01'), at('2016-03-01')).map(({ date: one }) => one)).toEqual(['2016-02-01'])
})

test('a request has senders and recipients; its lead sends it when nobody else does', () => {
  const read = (byAgency: Parameters<typeof roles>[0]) => {
    const index = indexCase(aBareCase([anEvent('r', null, { type: 'referral', agencies: roles(byAgency) })]))
    const [event] = index.events
    const request = event && readRequest(index, event)
    return request && [request.senders, request.recipients]
  }
  expect(read({ gp: 'sender', csc: 'recipient' })).toEqual([['gp'], ['csc']])
  expect(read({ gp: 'lead', csc: 'recipient' })).toEqual([['gp'], ['csc']])
  expect(read({ home: 'sender', csc: 'recipient' })).toEqual([[], ['csc']])
  expect(read({ gp: 'sender' })).toBeUndefined()
})

test('a reply is the recipient’s own linked event, also to a chase; a chase is none', () => {
  const link = (id: string, kind: 'answers' | 'chases', event: string, byAgency: Parameters<typeof roles>[0]) =>
    anEvent(id, '2016-02-10', { type: 'information', agencies: roles(byAgency), links: [{ kind, event }] })
  const index = indexCase(
    aBareCase([
      anEvent('r', '2016-02-01', { type: 'referral', agencies: roles({ gp: 'sender', csc: 'recipient' }) }),
      link('chase', 'chases', 'r', { gp: 'sender', csc: 'recipient' }),
      link('back', 'answers', 'chase', { csc: 'sender', gp: 'recipient' }),
      link('own', 'answers', 'r', { gp: 'sender', hv: 'recipient' }),
      anEvent('work', '2016-02-20', { agencies: roles({ csc: 'lead' }) }),
    ]),
  )
  const event = index.of.eventById.get('r')
  const request = event && readRequest(index, event)
  if (!event || !request) throw new Error('There should be a request')
  expect(findReplies(index, request).map(({ id }) => id)).toEqual(['back'])
  expect(findChases(index, event).map(({ id }) => id)).toEqual(['chase'])

  expect(findLaterWork(index, request).event?.id).toBe('back')
})

test('an undated event lies between its dated neighbours', () => {
  const of = aBareCase([anEvent('a', '2016-02-01'), anEvent('u', null), anEvent('b', '2016-03-01')])
  const event = of.eventById.get('u')
  if (!event) throw new Error('There should be an undated event')
  expect(windowOf(of, event)).toEqual({ start: at('2016-02-01'), end: at('2016-03-02') })
  const windows = undatedWindows(of, of.events)
  expect([
    mayLieBetween(windows, at('2016-02-10'), at('2016-02-20')),
    mayLieBetween(windows, at('2016-04-01'), at('2016-05-01')),
  ]).toEqual([true, false])
})

test('the index leaves the review’s own process out, and counts nobody present who was away', () => {
  const of = aBareCase([
    anEvent('m', '2016-02-01', { type: 'meeting', agencies: roles({ csc: 'lead', hv: 'absent', gp: 'informed' }) }),
    anEvent('r', '2016-02-02', { type: 'review', agencies: roles({ csc: 'lead' }) }),
  ])
  const index = indexCase(of)
  const [meeting] = index.events
  expect(index.events.map(({ id }) => id)).toEqual(['m'])
  expect(eventsOf(index, 'hv')).toEqual([])
  expect(meeting && [acted(meeting, 'csc'), acted(meeting, 'gp')]).toEqual([true, false])
  expect(meeting && agenciesIn(of, meeting, ['absent'])).toEqual(['hv'])
  expect(isSocialCare(of.agencyById.get('csc'))).toBe(true)
})

test('the record ends with the review period or the child’s death, whichever is first', () => {
  const end = (more: Parameters<typeof aBareCase>[1]) => indexCase(aBareCase([], more)).recordEnd
  expect(end({})).toBe(at('2016-06-27'))
  expect(end({ people: [{ id: 'child', name: 'Child', relation: 'the child', died: '2016-05-01' }] })).toBe(
    at('2016-05-02'),
  )
})

test('involvement is yes, no or not known', () => {
  const of = aBareCase([], {
    agencies: LANES.map((lane) => ({ ...lane, involved: lane.id === 'hv' ? ['2016-02'] : [] })),
  })
  const ask = (id: string, day: string) => {
    const agency = of.agencyById.get(id)
    return agency && involvement(agency, when(day))
  }
  expect([ask('hv', '2016-02-10'), ask('hv', '2016-03-10'), ask('gp', '2016-02-10')]).toEqual(['yes', 'no', 'unknown'])
})
