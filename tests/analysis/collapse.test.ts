import { describe, expect, test } from 'vitest'
import { collapseFamilies } from '#analysis/collapse.ts'
import { findMeetingPoint } from '#analysis/meetings.ts'
import { nameEvent } from '#analysis/names.ts'
import type { Case } from '#model/case.ts'
import { FAMILIES, type Family, type Role } from '#model/vocabulary.ts'
import { aCase, aFact, aFinding, anAgency, anEvent, aPeriod, roles } from '#tests/fixtures/case-file.ts'
import { publishedCases } from '#tests/fixtures/picture.ts'

const HEALTH: ReadonlySet<Family> = new Set(['health'])

/** Two agencies of health, one of social care, and the family. */
const AGENCIES = [
  anAgency('home', { family: 'child-and-family', service: 'family' }),
  anAgency('gp', { service: 'gp', involved: ['2013'] }),
  anAgency('csc', { family: 'childrens-social-care', service: 'social-care' }),
  anAgency('maternity', { service: 'midwifery', involved: ['2014'] }),
]

/** The roles of one event after health has become one agency. */
function rolesAfter(byAgency: Readonly<Record<string, Role>>): readonly string[] {
  const type = Object.values(byAgency).some((role) => role === 'sender' || role === 'recipient')
    ? 'referral'
    : 'meeting'
  const of = aCase({ agencies: AGENCIES, events: [anEvent('e', '2014', { type, agencies: roles(byAgency) })] })
  const [event] = collapseFamilies(of, HEALTH).events
  return event?.agencies.map(({ id, role }) => `${id} ${role}`) ?? []
}

/** Every agency that anything in a case names. */
function named(of: Case): ReadonlySet<string> {
  return new Set([
    ...of.events.flatMap((event) => [
      ...event.agencies.map(({ id }) => id),
      ...(event.known ?? []).map(({ agency }) => agency),
      ...(event.accounts ?? []).flatMap(({ agency }) => agency ?? []),
    ]),
    ...of.findings.flatMap(({ holders, receivers }) => [...holders, ...receivers]),
    ...of.periods.flatMap(({ agencies }) => agencies),
    ...of.facts.flatMap(({ known, neededBy }) => [...known.map(({ agency }) => agency), ...neededBy]),
    ...of.recommendations.flatMap(({ to }) => to),
  ])
}

describe('a collapsed family', () => {
  test('is one agency, in the place of its first', () => {
    const shown = collapseFamilies(aCase({ agencies: AGENCIES }), HEALTH)
    expect(shown.agencies.map(({ id }) => id)).toEqual(['home', 'family-health', 'csc'])
    expect(shown.agencyById.get('family-health')).toMatchObject({
      name: 'Health',
      code: 'HLTH',
      family: 'health',
      involved: ['2013', '2014'],
    })
    expect(shown.agencyById.has('gp')).toBe(false)
  })

  test('of one agency stays as it is, and so does a case with nothing to collapse', () => {
    const of = aCase({ agencies: AGENCIES })
    expect(collapseFamilies(of, new Set(['childrens-social-care', 'police-and-justice']))).toBe(of)
    expect(collapseFamilies(of, new Set())).toBe(of)
  })

  test.each<[Readonly<Record<string, Role>>, readonly string[]]>([
    [{ gp: 'absent', maternity: 'lead', csc: 'attended' }, ['family-health lead', 'csc attended']],
    [{ gp: 'attended', csc: 'lead', maternity: 'not-invited' }, ['family-health attended', 'csc lead']],
    [{ csc: 'lead', gp: 'not-invited', maternity: 'absent' }, ['csc lead', 'family-health absent']],
    [{ csc: 'lead', gp: 'informed', maternity: 'reported' }, ['csc lead', 'family-health reported']],
    [{ gp: 'recipient', maternity: 'sender' }, ['family-health sender']],
  ])('has one role in an event, the most telling: %j', (before, after) => {
    expect(rolesAfter(before)).toEqual(after)
  })

  test('is a node of a meeting with others, but two of its own agencies are no meeting point any more', () => {
    const of = aCase({
      agencies: AGENCIES,
      events: [
        anEvent('with', '2014-01', {
          type: 'meeting',
          agencies: roles({ gp: 'lead', maternity: 'absent', csc: 'attended' }),
        }),
        anEvent('among', '2014-02', { type: 'meeting', agencies: roles({ gp: 'lead', maternity: 'attended' }) }),
      ],
    })
    const shown = collapseFamilies(of, HEALTH)
    const points = shown.events.map((event) =>
      findMeetingPoint(shown, event)?.attendees.map(({ agency, attendance }) => `${agency.id} ${attendance}`),
    )
    expect(points).toEqual([['family-health attended', 'csc attended'], undefined])
  })

  test('is named as any agency is', () => {
    const of = aCase({
      agencies: AGENCIES,
      events: [anEvent('e', '2014-01-02', { agencies: roles({ gp: 'lead', maternity: 'attended', csc: 'attended' }) })],
    })
    const shown = collapseFamilies(of, HEALTH)
    const [event] = shown.events
    const lane = shown.agencyById.get('family-health')
    expect(event && lane && nameEvent(shown, event, lane, { position: 1, count: 1 })).toBe(
      '2 January 2014. Health. Event e. Contact. Meeting point with Social care. Event 1 of 1 in this lane.'.replace(
        'Social care',
        'Csc',
      ),
    )
  })

  test('stands for its agencies in findings, facts and periods, once in each list', () => {
    const of = aCase({
      agencies: AGENCIES,
      findings: [aFinding('f', { holders: ['gp', 'maternity'], receivers: ['csc', 'maternity'] })],
      facts: [
        aFact('k', { known: [{ agency: 'maternity', how: 'record', source: ['1'] }], neededBy: ['gp', 'maternity'] }),
      ],
      periods: [aPeriod('p', '2014', { agencies: ['gp', 'csc'] })],
    })
    const shown = collapseFamilies(of, HEALTH)
    expect(shown.findings[0]).toMatchObject({ holders: ['family-health'], receivers: ['csc', 'family-health'] })
    expect(shown.findingById.get('f')).toBe(shown.findings[0])
    expect(shown.facts[0]).toMatchObject({ known: [{ agency: 'family-health' }], neededBy: ['family-health'] })
    expect(shown.periods[0]?.agencies).toEqual(['family-health', 'csc'])
  })
})

describe.each(publishedCases())('in $id', ({ of }) => {
  test.each([...FAMILIES.map((family) => [family]), FAMILIES])(
    'everything is still there with %s collapsed',
    (...families) => {
      const shown = collapseFamilies(of, new Set(families))
      expect(shown.events.map(({ id, order, when }) => [id, order, when])).toEqual(
        of.events.map(({ id, order, when }) => [id, order, when]),
      )
      expect(shown.findings.map(({ id }) => id)).toEqual(of.findings.map(({ id }) => id))
      expect([...named(shown)].filter((id) => !shown.agencyById.has(id))).toEqual([])
      for (const event of shown.events) {
        expect(event.agencies.length).toBeGreaterThan(0)
        expect(new Set(event.agencies.map(({ id }) => id)).size).toBe(event.agencies.length)
        expect(shown.eventById.get(event.id)).toBe(event)
      }
    },
  )

  test('collapsing one family after another is collapsing both', () => {
    const both = collapseFamilies(of, new Set(['health', 'childrens-social-care']))
    expect(collapseFamilies(collapseFamilies(of, HEALTH), new Set(['childrens-social-care']))).toEqual(both)
  })
})
