import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findWorkingBeside } from '#analysis/rules/unaware.ts'
import { aBareCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'

const visits = (who: string, dates: readonly string[]) =>
  dates.map((date) => anEvent(`${who}-${date}`, date, { agencies: roles({ [who]: 'lead' }) }))
const both = [
  ...visits('csc', ['2016-02-01', '2016-02-20', '2016-04-01']),
  ...visits('school', ['2016-02-05', '2016-03-20']),
]
const passed = (date: string | null) =>
  anEvent('told', date, {
    type: 'information',
    outcome: 'accepted',
    agencies: roles({ csc: 'sender', school: 'recipient' }),
  })

test('two services at work for weeks with nothing passing between them are a question', () => {
  expect(lines(aBareCase(both))).toEqual(['unaware-of-each-other certain 2016-02-05/2016-03-20 csc > school'])
})

test('it lasts until the first thing that passes', () => {
  expect(lines(aBareCase([...both, passed('2016-03-25')]))).toEqual([
    'unaware-of-each-other certain 2016-02-05/2016-03-20 csc > school',
  ])
  expect(lines(aBareCase([...both, passed('2016-02-10')]))).toEqual([])
})

test('something that passed before they both worked, or at a time not known, is enough', () => {
  expect(lines(aBareCase([...both, passed('2016-01-10')]))).toEqual([])
  expect(lines(aBareCase([...both, passed(null)]))).toEqual([])
})

test('an invitation that did not come, or an absence, passes nothing', () => {
  const meeting = anEvent('m', '2016-01-20', {
    type: 'meeting',
    outcome: 'recorded',
    agencies: roles({ csc: 'lead', school: 'not-invited' }),
  })
  expect(lines(aBareCase([...both, meeting])).some((line) => line.startsWith('unaware'))).toBe(true)
})

test('one visit is not working alongside, and neither are teams of one organisation or services that come for an incident', () => {
  expect(
    lines(aBareCase([...visits('csc', ['2016-02-01', '2016-04-01']), ...visits('school', ['2016-02-05'])])),
  ).toEqual([])
  expect(
    lines(
      aBareCase([...visits('csc', ['2016-02-01', '2016-04-01']), ...visits('police', ['2016-01-05', '2016-05-20'])]),
    ),
  ).toEqual([])
  const agencies = LANES.map((lane) => ({ ...lane, involved: [], partOf: 'One trust' }))
  expect(lines(aBareCase(both, { agencies }))).toEqual([])
})

test('two services that every child has are asked about only after a school term, and a practice that is called upon never', () => {
  const months = ['2016-01-12', '2016-02-09', '2016-03-08', '2016-04-05', '2016-05-10']
  const beside = (a: string, b: string, count: number) =>
    lines(aBareCase([...visits(a, months.slice(0, count)), ...visits(b, months.slice(0, count))]))
  expect(beside('maternity', 'school', 4)).toEqual([])
  expect(beside('maternity', 'school', 5)).toEqual([
    'unaware-of-each-other certain 2016-01-12/2016-05-10 maternity > school',
  ])
  expect(beside('gp', 'school', 5)).toEqual([])
})

test('what the case says an agency knew of at the time passed between them, and so did what another team of social care was told', () => {
  const told = { agency: 'school', how: 'told-by-agency', source: ['1'] } as const
  const withKnown = (since: { readonly since?: string }) =>
    both.map((event, place) => (place === 0 ? { ...event, known: [{ ...told, ...since }] } : event))
  expect(lines(aBareCase(withKnown({})))).toEqual([])
  expect(lines(aBareCase(withKnown({ since: '2016-06-01' })))).toHaveLength(1)
  const door = anAgency('door', { family: 'childrens-social-care', service: 'social-care-front-door' })
  const toDoor = { ...passed('2016-01-20'), agencies: roles({ school: 'sender', door: 'recipient' }) }
  const agencies = [...LANES.map((lane) => ({ ...lane, involved: [] })), door]
  expect(lines(aBareCase([...both, toDoor], { agencies }))).toEqual([])
})

test('the shared stretch runs from the later start to the earlier end', () => {
  const [beside] = findWorkingBeside(indexCase(aBareCase(both)))
  expect([beside?.from.id, beside?.to.id, beside?.until]).toEqual(['school-2016-02-05', 'school-2016-03-20', undefined])
})
