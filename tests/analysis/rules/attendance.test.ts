import { describe, expect, test } from 'vitest'
import { findAttendance } from '#analysis/rules/attendance.ts'
import { indexCase } from '#analysis/case-index.ts'
import { DEFAULT_THRESHOLDS } from '#analysis/rules/thresholds.ts'
import type { Outcome, Role } from '#model/vocabulary.ts'
import { aBareCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const meet = (byAgency: Record<string, Role>, outcome: Outcome = 'recorded', date: string | null = '2016-03-01') =>
  anEvent('m', date, { type: 'meeting', agencies: roles(byAgency), outcome })
const agencies = LANES.map((lane) => ({
  ...lane,
  involved: ['csc', 'gp', 'hv'].includes(lane.id) ? ['2016-02/2016-03'] : [],
}))
const visit = (date: string) => anEvent('v', date, { agencies: roles({ hv: 'lead' }) })
const of = (events: Parameters<typeof aBareCase>[0]) => lines(aBareCase(events, { agencies }))

describe('a meeting', () => {
  test('says who was expected and absent or not invited, in one question', () => {
    expect(of([meet({ csc: 'lead', gp: 'attended', hv: 'absent', police: 'not-invited' })])).toEqual([
      'not-in-the-room certain 2016-03-01 csc gp > hv police',
    ])
  })

  test('that had a report is not missing its sender', () => {
    expect(of([meet({ csc: 'lead', gp: 'reported' })])).toEqual([])
  })

  test('asks about an involved agency at work with the family that is not on the list', () => {
    const room: Record<string, Role> = { csc: 'lead', gp: 'attended' }
    expect(of([meet(room), visit('2016-03-10')])).toEqual(['not-in-the-room possible 2016-03-01 csc gp > hv'])
    expect(of([meet(room), visit('2016-02-10')])).toEqual(['not-in-the-room possible 2016-03-01 csc gp > hv'])
    expect(of([meet(room), visit('2016-05-10')])).toEqual([])
    const unknown = anEvent('v', '2016-03-10', { agencies: roles({ maternity: 'lead' }) })
    expect(of([meet(room), unknown])).toEqual([])
    expect(of([meet({ ...room, hv: 'informed' }), visit('2016-03-10')])).toEqual([])
  })

  test('recorded as without minutes is a question, one that says nothing of minutes is none', () => {
    expect(of([meet({ csc: 'lead', gp: 'attended' }, 'not-recorded')])).toEqual([
      'meeting-without-minutes certain 2016-03-01 csc gp >',
    ])
    const { outcome: _, ...silent } = meet({ csc: 'lead', gp: 'attended' })
    expect(of([silent])).toEqual([])
  })
})

test('the attendance matrix holds every meeting with what it led to and when that was done', () => {
  const decide = anEvent('d', '2016-03-01', {
    type: 'decision',
    agencies: roles({ csc: 'lead' }),
    links: [{ kind: 'results-from', event: 'm' }],
  })
  const undone = { ...decide, id: 'd2' }
  const done = anEvent('x', '2016-03-15', {
    agencies: roles({ gp: 'lead' }),
    links: [{ kind: 'follows-up', event: 'd' }],
  })
  const [record] = findAttendance(
    indexCase(aBareCase([meet({ csc: 'lead', gp: 'attended', hv: 'absent' }), decide, undone, done])),
    DEFAULT_THRESHOLDS,
  )
  expect([...(record?.attendance ?? [])]).toEqual([
    ['csc', 'attended'],
    ['hv', 'absent'],
    ['gp', 'attended'],
  ])
  expect(record?.actions.map(({ decision, done: after, lapse }) => [decision?.id, after?.id, lapse?.most])).toEqual([
    ['d', 'x', 14],
    ['d2', undefined, undefined],
  ])
})
