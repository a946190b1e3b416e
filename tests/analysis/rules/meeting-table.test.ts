import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { isSomeoneMissing, tellMeetings } from '#analysis/rules/meeting-table.ts'
import { DEFAULT_THRESHOLDS } from '#analysis/rules/thresholds.ts'
import type { Role } from '#model/vocabulary.ts'
import { aBareCase, LANES } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const meet = (id: string, date: string, byAgency: Record<string, Role>) =>
  anEvent(id, date, { type: 'meeting', agencies: roles(byAgency), outcome: 'recorded' })
const visit = (date: string) => anEvent('visit', date, { agencies: roles({ hv: 'lead' }) })
const tell = (events: Parameters<typeof aBareCase>[0], aroundMeeting = DEFAULT_THRESHOLDS.aroundMeeting) =>
  tellMeetings(indexCase(aBareCase(events, { agencies: LANES })), { ...DEFAULT_THRESHOLDS, aroundMeeting })

test('meetings come by date, with the part each agency had and whoever was at work and not listed', () => {
  const told = tell([
    meet('second', '2016-05-02', {
      csc: 'lead',
      gp: 'informed',
      police: 'absent',
      home: 'attended',
      school: 'attended',
    }),
    meet('first', '2016-03-01', { csc: 'lead', gp: 'attended' }),
    visit('2016-03-05'),
  ])
  expect(told.map(({ event, places }) => [event, Object.fromEntries(places)])).toEqual([
    ['first', { csc: 'lead', gp: 'attended', hv: 'unlisted' }],
    ['second', { csc: 'lead', gp: 'informed', police: 'absent', school: 'attended' }],
  ])
  expect(told.map(isSomeoneMissing)).toEqual([true, true])
})

test('nobody is missing where all came, sent a report or were told, nor beyond the days that are asked for', () => {
  const all = [meet('m', '2016-03-01', { csc: 'lead', gp: 'reported', school: 'informed' }), visit('2016-03-11')]
  expect(tell(all, 10).map(isSomeoneMissing)).toEqual([true])
  expect(tell(all, 9).map(isSomeoneMissing)).toEqual([false])
})

test('what was agreed names the event that shows it done by its id, or none', () => {
  const action = (title: string, done?: string) => ({ title, agencies: ['gp'], ...(done ? { done } : {}) })
  const [told] = tell([
    {
      ...meet('m', '2016-03-01', { csc: 'lead', gp: 'attended' }),
      actions: [action('Write to the school', 'letter'), action('Weigh the baby')],
    },
    anEvent('letter', '2016-03-15', {
      title: 'A letter',
      type: 'information',
      agencies: roles({ gp: 'sender', school: 'recipient' }),
    }),
  ])
  expect(told?.agreed.map(({ title, done, lapse }) => [title, done, lapse?.most])).toEqual([
    ['Write to the school', 'letter', 14],
    ['Weigh the baby', undefined, undefined],
  ])
})

test('a decision that settles something leaves nothing to do; one that asks does', () => {
  const decide = (id: string, title: string) =>
    anEvent(id, '2016-03-01', {
      title,
      type: 'decision',
      agencies: roles({ csc: 'lead' }),
      links: [{ kind: 'results-from', event: 'm' }],
    })
  const [told] = tell([
    meet('m', '2016-03-01', { csc: 'lead', gp: 'attended' }),
    decide('close', 'The case is closed'),
    decide('ask', 'GP to weigh the baby'),
  ])
  expect(told?.agreed.map(({ decision, asks }) => [decision, asks])).toEqual([
    ['ask', true],
    ['close', false],
  ])
})
