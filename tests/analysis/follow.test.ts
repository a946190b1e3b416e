import { describe, expect, test } from 'vitest'
import { follow, type Place } from '#analysis/follow.ts'
import { aCase, anEvent, roles } from '#tests/fixtures/case-file.ts'

const of = aCase({
  events: [
    anEvent('visit', '2013-09-01'),
    anEvent('referral', '2013-10-01', {
      type: 'referral',
      agencies: roles({ gp: 'sender', csc: 'recipient' }),
      links: [{ kind: 'results-from', event: 'visit' }],
    }),
    anEvent('chase', '2013-10-20', {
      type: 'information',
      agencies: roles({ gp: 'sender', csc: 'recipient' }),
      links: [{ kind: 'chases', event: 'referral' }],
    }),
    anEvent('answer', '2013-11-01', {
      type: 'information',
      agencies: roles({ csc: 'sender', gp: 'recipient' }),
      links: [{ kind: 'answers', event: 'referral' }],
    }),
    anEvent('other-account', '2013-11-02', { links: [{ kind: 'conflicts-with', event: 'answer' }] }),
  ],
})
const ALL = new Set(['home', 'gp', 'csc'])

/** Every place a walk meets, as "event in lane", with the words it comes by. */
function walk(from: Place, by: 1 | -1, lanes: ReadonlySet<string> = ALL): string[] {
  const met: string[] = []
  let now = from
  for (let step = 0; step < 20; step += 1) {
    const next = follow(of, now, by, lanes)
    if (!next) return met
    met.push(`${next.relation}: ${next.place.eventId} in ${next.place.agencyId}`)
    now = next.place
  }
  throw new Error('The walk never ends.')
}

describe('what something leads to', () => {
  test('goes from who sent it to who received it, then on to the answer, before any chase', () => {
    expect(walk({ eventId: 'visit', agencyId: 'gp' }, 1)).toEqual([
      'Leads to: referral in gp',
      'Received by Social care: referral in csc',
      'Answered by: answer in csc',
      'Received by GP: answer in gp',
    ])
  })

  test('goes back the way it came', () => {
    expect(walk({ eventId: 'answer', agencyId: 'gp' }, -1)).toEqual([
      'Sent by Social care: answer in csc',
      'Answers: referral in csc',
      'Sent by GP: referral in gp',
      'Results from: visit in gp',
    ])
  })

  test('leads only to lanes that are there', () => {
    expect(walk({ eventId: 'visit', agencyId: 'gp' }, 1, new Set(['gp']))).toEqual([
      'Leads to: referral in gp',
      'Answered by: answer in gp',
    ])
  })

  test('a contradiction leads nowhere, nor does an event that is not there', () => {
    expect(follow(of, { eventId: 'other-account', agencyId: 'gp' }, -1, ALL)).toBeUndefined()
    expect(follow(of, { eventId: 'nothing', agencyId: 'gp' }, 1, ALL)).toBeUndefined()
  })
})
