import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findMissedRuns } from '#analysis/rules/missed-contacts.ts'
import { aBareCase, lines } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const missed = (id: string, date: string | null) =>
  anEvent(id, date, { type: 'missed-contact', outcome: 'did-not-attend', agencies: roles({ hv: 'lead' }) })
const visit = (id: string, date: string, who = 'hv') => anEvent(id, date, { agencies: roles({ [who]: 'lead' }) })

test('two missed in a row with nothing for more than two weeks are a question', () => {
  expect(lines(aBareCase([missed('a', '2016-02-01'), missed('b', '2016-02-10'), visit('v', '2016-03-20')]))).toEqual([
    'missed-contacts certain 2016-02-01/2016-03-20 hv >',
  ])
})

test('one alone, or followed up within two weeks, is none', () => {
  expect(lines(aBareCase([missed('a', '2016-02-01')]))).toEqual([])
  expect(lines(aBareCase([missed('a', '2016-02-01'), missed('b', '2016-02-10'), visit('v', '2016-02-24')]))).toEqual([])
})

test('an attended contact in between begins a new run; another agency’s does not', () => {
  const runs = (events: Parameters<typeof aBareCase>[0]) =>
    findMissedRuns(indexCase(aBareCase(events))).map((run) => run.missed.map(({ id }) => id).join(' '))
  expect(runs([missed('a', '2016-02-01'), visit('v', '2016-02-05'), missed('b', '2016-02-10')])).toEqual(['a', 'b'])
  expect(runs([missed('a', '2016-02-01'), visit('v', '2016-02-05', 'gp'), missed('b', '2016-02-10')])).toEqual(['a b'])
  expect(runs([missed('a', null)])).toEqual([])
})

test('what another agency does about it, linked to it, is a follow-up', () => {
  const call = anEvent('c', '2016-02-12', {
    agencies: roles({ gp: 'lead' }),
    links: [{ kind: 'follows-up', event: 'b' }],
  })
  expect(lines(aBareCase([missed('a', '2016-02-01'), missed('b', '2016-02-10'), call]))).toEqual([])
})

test('a follow-up dated to the month cannot tell when it may have come first', () => {
  const events = [missed('a', '2016-02-01'), missed('b', '2016-02-10'), visit('v', '2016-02'), visit('w', '2016-04-01')]
  expect(lines(aBareCase(events))).toEqual(['missed-contacts cannot-tell 2016-02-01/2016-04-01 hv >'])
})

test('something attended that may have come between leaves open how many were in a row', () => {
  const events = [
    missed('a', '2016-01-20'),
    visit('v', '2016-02'),
    missed('b', '2016-02-10'),
    missed('c', '2016-03-10'),
  ]
  expect(lines(aBareCase(events))).toEqual(['missed-contacts cannot-tell 2016-01-20/2016-03-10 hv >'])
})

test('one that the service cancelled and never made again is a question, while one that the family missed is none', () => {
  const cancelled = anEvent('a', '2016-02-01', {
    type: 'missed-contact',
    outcome: 'cancelled-by-service',
    agencies: roles({ hv: 'lead' }),
  })
  expect(lines(aBareCase([cancelled]))).toEqual(['missed-contacts possible 2016-02-01 hv >'])
  expect(lines(aBareCase([cancelled, visit('v', '2016-02-10')]))).toEqual([])
})

test('closing the case is no follow-up, even after one alone', () => {
  const close = anEvent('c', '2016-02-12', {
    type: 'decision',
    title: 'Closed after missed appointments',
    agencies: roles({ hv: 'lead' }),
    links: [{ kind: 'results-from', event: 'b' }],
  })
  const decide = { ...close, title: 'Ask the GP to call' }
  const [first, second] = [missed('a', '2016-02-01'), missed('b', '2016-02-10')]
  expect(lines(aBareCase([first, second, close]))).toEqual(['missed-contacts certain 2016-02-01/2016-02-10 hv >'])
  expect(lines(aBareCase([second, close]))).toEqual(['missed-contacts possible 2016-02-10 hv >'])
  expect(lines(aBareCase([first, second, decide]))).toEqual([])
})
