import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findHandovers } from '#analysis/rules/handovers.ts'
import { aBareCase, lines } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const pass = (date: string, outcome?: 'accepted' | 'not-received') =>
  anEvent('pass', date, {
    type: 'handover',
    agencies: roles({ maternity: 'sender', hv: 'recipient' }),
    ...(outcome ? { outcome } : {}),
  })
const visit = (id: string, date: string, who = 'hv') => anEvent(id, date, { agencies: roles({ [who]: 'lead' }) })

test('a handover is a gap when the receiver begins more than a week later', () => {
  expect(lines(aBareCase([pass('2016-02-01'), visit('v', '2016-02-20')]))).toEqual([
    'handover-interval certain 2016-02-01/2016-02-20 maternity > hv',
  ])
  expect(lines(aBareCase([pass('2016-02-01'), visit('v', '2016-02-08')]))).toEqual([])
})

test('a start known to the month cannot tell', () => {
  expect(lines(aBareCase([pass('2016-02-27'), visit('v', '2016-03')]))).toEqual([
    'handover-interval cannot-tell 2016-02-27/2016-03 maternity > hv',
  ])
  expect(lines(aBareCase([pass('2016-02'), visit('v', '2016-02-20')]))).toEqual([
    'handover-interval cannot-tell 2016-02/2016-02-20 maternity > hv',
  ])
})

test('a handover after which the receiver has no event is a gap, and only perhaps when recorded as accepted', () => {
  expect(lines(aBareCase([pass('2016-02-01')]))).toEqual(['handover-interval certain 2016-02-01/.. maternity > hv'])
  expect(lines(aBareCase([pass('2016-02-01', 'accepted')]))).toEqual([
    'handover-interval possible 2016-02-01/.. maternity > hv',
  ])
})

test('one recorded as not received is said once', () => {
  expect(lines(aBareCase([pass('2016-02-01', 'not-received')]))).toEqual([
    'passing-not-received certain 2016-02-01/.. maternity > hv',
  ])
})

test('a handover tells who worked in between and which records did not follow', () => {
  const lost = anEvent('lost', '2016-02-02', {
    type: 'information',
    outcome: 'not-received',
    agencies: roles({ maternity: 'sender', hv: 'recipient' }),
  })
  const [found] = findHandovers(
    indexCase(
      aBareCase([
        pass('2016-02-01'),
        lost,
        visit('g', '2016-02-10', 'gp'),
        visit('m', '2016-02-03', 'maternity'),
        visit('v', '2016-02-20'),
      ]),
    ),
  )
  expect(found?.between).toEqual(['gp', 'maternity'])
  expect(found?.lostRecords.map(({ id }) => id)).toEqual(['lost'])
  expect(found?.start?.id).toBe('v')
  expect(found?.senderEnd?.edtf).toBe('2016-02-03')
  expect(found?.isLinked).toBe(false)
})

test('records that follow more than a week after are a gap of their own, when work itself began in time', () => {
  const papers = (date: string) =>
    anEvent('papers', date, {
      type: 'information',
      agencies: roles({ maternity: 'sender', hv: 'recipient' }),
      links: [{ kind: 'follows-up', event: 'pass' }],
    })
  const begun = [pass('2016-02-01'), visit('v', '2016-02-02')]
  expect(lines(aBareCase([...begun, papers('2016-02-08')]))).toEqual([])
  expect(lines(aBareCase([...begun, papers('2016-02-20')]))).toEqual([
    'handover-interval certain 2016-02-01/2016-02-20 maternity > hv',
  ])
})
