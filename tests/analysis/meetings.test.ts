import { describe, expect, test } from 'vitest'
import { findMeetingPoint, findMeetingPoints } from '#analysis/meetings.ts'
import type { Role } from '#model/vocabulary.ts'
import { aCase, anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'

type Outcome = Parameters<typeof anEvent>[2] extends (infer More) | undefined
  ? More extends { outcome?: infer One }
    ? One
    : never
  : never

/** What one event is as a meeting point, among home (the family), gp, csc and police, in this order. */
function pointOf(byAgency: Readonly<Record<string, Role>>, outcome?: Outcome) {
  const of = aCase({
    agencies: [anAgency('home', { family: 'child-and-family' }), anAgency('gp'), anAgency('csc'), anAgency('police')],
    events: [
      anEvent('e1', null, {
        type: 'meeting',
        agencies: roles(byAgency),
        ...(outcome === undefined ? {} : { outcome }),
      }),
    ],
  })
  return of.events.flatMap((event) => findMeetingPoint(of, event) ?? [])[0]
}

const attendance = (byAgency: Readonly<Record<string, Role>>) =>
  pointOf(byAgency)?.attendees.map((one) => `${one.agency.id} ${one.attendance}`)

describe('a meeting point', () => {
  test.each<[role: Role, attendance: string]>([
    ['lead', 'attended'],
    ['attended', 'attended'],
    ['absent', 'absent'],
    ['not-invited', 'not-invited'],
    ['reported', 'reported'],
  ])('reads the role "%s" as "%s"', (role, read) => {
    expect(attendance({ gp: 'lead', csc: role })).toEqual(['gp attended', `csc ${read}`])
  })

  test('does not count who was only informed', () => {
    expect(attendance({ gp: 'lead', csc: 'attended', police: 'informed' })).toEqual(['gp attended', 'csc attended'])
    expect(pointOf({ gp: 'lead', csc: 'informed' })).toBeUndefined()
  })

  test('takes two agencies, and the family is none', () => {
    expect(pointOf({ gp: 'lead' })).toBeUndefined()
    expect(pointOf({ gp: 'lead', home: 'attended' })).toBeUndefined()
    expect(attendance({ gp: 'lead', home: 'attended', csc: 'absent' })).toEqual(['gp attended', 'csc absent'])
  })

  test('is one even when nobody but one came', () => {
    expect(attendance({ gp: 'lead', csc: 'absent', police: 'not-invited' })).toHaveLength(3)
  })

  test('lists its agencies in the order of the case, whatever the order of the event', () => {
    expect(attendance({ police: 'lead', csc: 'attended', gp: 'absent' })).toEqual([
      'gp absent',
      'csc attended',
      'police attended',
    ])
  })

  test('knows of minutes what the review says, and that it says nothing', () => {
    const both = { gp: 'lead', csc: 'attended' } as const
    expect(pointOf(both, 'recorded')?.minutes).toBe('recorded')
    expect(pointOf(both, 'not-recorded')?.minutes).toBe('not-recorded')
    expect(pointOf(both)?.minutes).toBe('unknown')
  })
})

describe('the meeting points of a case', () => {
  const together = roles({ gp: 'lead', csc: 'attended' })

  test('are events of any type at which two agencies were, in chronological order', () => {
    const of = aCase({
      events: [
        anEvent('later', '2014', { type: 'care', agencies: together, outcome: 'attended' }),
        anEvent('alone', '2013'),
        anEvent('earlier', '2013', { type: 'meeting', agencies: together }),
      ],
    })
    expect(findMeetingPoints(of).map(({ event, minutes }) => [event.id, minutes])).toEqual([
      ['earlier', 'unknown'],
      ['later', 'unknown'],
    ])
  })

  test('are not letters, where one sends and one receives', () => {
    const letter = anEvent('e1', null, { type: 'referral', agencies: roles({ gp: 'sender', csc: 'recipient' }) })
    expect(findMeetingPoints(aCase({ events: [letter] }))).toEqual([])
  })
})
