import { describe, expect, test } from 'vitest'
import { findMeetingPoint } from '#analysis/meetings.ts'
import { nameEvent, nameFinding, nameMeeting } from '#analysis/names.ts'
import type { CaseEvent } from '#model/case.ts'
import type { CaseFile } from '#model/schema.ts'
import type { Role } from '#model/vocabulary.ts'
import { aCase, aFinding, anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'

const agencies = [
  anAgency('home', { name: 'Family', family: 'child-and-family' }),
  anAgency('gp', { name: 'GP' }),
  anAgency('csc', { name: 'Social care' }),
  anAgency('police', { name: 'Police' }),
]

/** An event in a lane, as second of five there. */
function spoken(
  more: Partial<CaseFile['events'][number]>,
  lane = 'gp',
  date: string | null = '2013-11-01',
  counted?: CaseEvent,
): string {
  const of = aCase({ agencies, events: [anEvent('e1', date, { title: 'GP visits', ...more })] })
  const agency = of.agencyById.get(lane)
  const [event] = of.events
  if (!agency || !event) throw new Error('The lane or the event is lost')
  return nameEvent(of, event, agency, { position: 2, count: 5, counted })
}

describe('the name of an event', () => {
  test('is its date, its lane, its title, its type and its place in the lane', () => {
    expect(spoken({})).toBe('1 November 2013. GP. GP visits. Contact. Event 2 of 5 in this lane.')
  })

  test('tells the outcome with the type', () => {
    expect(spoken({ outcome: 'was-not-brought' })).toContain(' Contact, was not brought. ')
  })

  test('tells what the date leaves open', () => {
    expect(spoken({}, 'gp', '2013-11')).toMatch(/^November 2013, day not given\. GP\./)
    expect(spoken({}, 'gp', '2013')).toMatch(/^2013, month not given\. GP\./)
  })

  test('says once that there is no date', () => {
    expect(spoken({}, 'gp', null)).toMatch(/^Date not given, place in the order known\. GP\./)
  })

  test('tells how far it is from the event that the axis is counted from', () => {
    const zero = aCase({ agencies, events: [anEvent('zero', '2013-10-05')] }).events[0]
    expect(spoken({}, 'gp', '2013-11-01', zero)).toMatch(/^1 November 2013\. 27 days after\. GP\. GP visits\./)
    expect(spoken({}, 'gp', '2013-11', zero)).toMatch(/^November 2013, day not given\. 27 to 56 days after\. GP\./)
    expect(spoken({}, 'gp', null, zero)).toMatch(/^Date not given, place in the order known\. GP\./)
    const itself = aCase({ agencies, events: [anEvent('e1', '2013-11-01')] }).events[0]
    expect(spoken({}, 'gp', '2013-11-01', itself)).toMatch(/^1 November 2013\. The axis counts from here\. GP\./)
  })

  test('does not put a second full stop after a title that has its own', () => {
    expect(spoken({ title: 'Is she safe?' })).toContain('GP. Is she safe? Contact.')
    expect(spoken({ title: 'She is.' })).toContain('GP. She is. Contact.')
  })

  test('names the other agencies of a letter and what this one is in it', () => {
    const letter = {
      type: 'referral',
      agencies: roles({ gp: 'sender', csc: 'recipient', police: 'informed' }),
    } as const
    expect(spoken(letter)).toContain('Referral. This agency: sender. With Social care and Police. Event')
    expect(spoken(letter, 'csc')).toContain('This agency: recipient. With GP and Police.')
  })

  test('says what an agency is only when it is more than leading or attending', () => {
    expect(spoken({ agencies: roles({ gp: 'lead', home: 'attended' }) })).not.toContain('This agency')
    expect(spoken({ agencies: roles({ gp: 'lead', home: 'attended' }) }, 'home')).not.toContain('This agency')
    expect(spoken({ agencies: roles({ gp: 'informed' }) })).toContain('This agency: informed.')
  })

  test('tells a meeting point from the lane’s own point of view', () => {
    const meeting = {
      type: 'meeting',
      outcome: 'not-recorded',
      agencies: roles({ gp: 'lead', csc: 'attended', police: 'not-invited' }),
    } as const
    expect(spoken(meeting)).toContain('Meeting point with Social care; Police not invited; no minutes.')
    expect(spoken(meeting, 'csc')).toContain('Meeting point with GP; Police not invited; no minutes.')
    expect(spoken(meeting, 'police')).toContain(
      'This agency: not invited. Meeting point with GP and Social care; Police not invited; no minutes.',
    )
  })
})

describe('the name of a meeting', () => {
  function meetingOf(byAgency: Readonly<Record<string, Role>>, outcome?: 'recorded' | 'not-recorded', from?: string) {
    const more = { type: 'meeting', agencies: roles(byAgency), ...(outcome ? { outcome } : {}) } as const
    const of = aCase({ agencies, events: [anEvent('e1', null, more)] })
    const meeting = of.events.flatMap((event) => findMeetingPoint(of, event) ?? [])[0]
    if (!meeting) throw new Error('This is no meeting point')
    return nameMeeting(meeting, from === undefined ? undefined : of.agencyById.get(from))
  }

  test('lists who was present, from nobody’s point of view, in the order of the case', () => {
    expect(meetingOf({ police: 'attended', gp: 'lead', csc: 'attended' })).toBe('present: GP, Social care and Police')
  })

  test('leaves out the agency whose lane it is read in', () => {
    expect(meetingOf({ gp: 'lead', csc: 'attended' }, undefined, 'csc')).toBe('with GP')
  })

  test('tells those who reported, were expected and were not invited, in this order', () => {
    expect(meetingOf({ gp: 'not-invited', csc: 'absent', police: 'reported' })).toBe(
      'Police sent a report; Social care expected and absent; GP not invited',
    )
  })

  test('tells of minutes only when the review says there are none', () => {
    expect(meetingOf({ gp: 'lead', csc: 'attended' }, 'not-recorded')).toBe('present: GP and Social care; no minutes')
    expect(meetingOf({ gp: 'lead', csc: 'attended' }, 'recorded')).toBe('present: GP and Social care')
  })

  test('does not name the family, who is no agency', () => {
    expect(meetingOf({ home: 'attended', gp: 'lead', csc: 'attended' })).toBe('present: GP and Social care')
  })
})

describe('the name of a finding', () => {
  const spokenFinding = (more: Parameters<typeof aFinding>[1]) => {
    const of = aCase({ agencies, findings: [aFinding('f1', { title: 'No referral', ...more })] })
    return of.findings.map((finding) => nameFinding(of, finding)).join()
  }

  test('is its kind, its dates, its title, whom it concerns, towards whom, and that it is the review’s', () => {
    expect(
      spokenFinding({
        kind: 'missed-referral',
        span: '2013-10/2013-12-05',
        holders: ['gp', 'police'],
        receivers: ['csc'],
      }),
    ).toBe(
      'Missed referral. October 2013 to 5 December 2013. No referral. Concerns GP and Police. Towards Social care. The review’s finding.',
    )
  })

  test('leaves out dates and agencies that it does not have', () => {
    expect(spokenFinding({ kind: 'delay' })).toBe('Delay. No referral. Concerns GP. The review’s finding.')
    expect(spokenFinding({ kind: 'delay', holders: [], receivers: ['gp'] })).toBe(
      'Delay. No referral. Towards GP. The review’s finding.',
    )
  })
})
