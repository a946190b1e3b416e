import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findWorkingBeside } from '#analysis/unaware.ts'
import { aBareCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const visits = (who: string, dates: readonly string[]) =>
  dates.map((date) => anEvent(`${who}-${date}`, date, { agencies: roles({ [who]: 'lead' }) }))
const both = [
  ...visits('hv', ['2016-02-01', '2016-02-20', '2016-04-01']),
  ...visits('school', ['2016-02-05', '2016-03-20']),
]
const told = (date: string | null) =>
  anEvent('told', date, {
    type: 'information',
    outcome: 'accepted',
    agencies: roles({ hv: 'sender', school: 'recipient' }),
  })

test('two services at work for weeks with nothing passing between them are a question', () => {
  expect(lines(aBareCase(both))).toEqual(['unaware-of-each-other certain 2016-02-05/2016-03-20 hv > school'])
})

test('it lasts until the first thing that passes', () => {
  expect(lines(aBareCase([...both, told('2016-03-25')]))).toEqual([
    'unaware-of-each-other certain 2016-02-05/2016-03-20 hv > school',
  ])
  expect(lines(aBareCase([...both, told('2016-02-10')]))).toEqual([])
})

test('something that passed before they both worked, or at a time not known, is enough', () => {
  expect(lines(aBareCase([...both, told('2016-01-10')]))).toEqual([])
  expect(lines(aBareCase([...both, told(null)]))).toEqual([])
})

test('an invitation that did not come, or an absence, passes nothing', () => {
  const meeting = anEvent('m', '2016-01-20', {
    type: 'meeting',
    outcome: 'recorded',
    agencies: roles({ hv: 'lead', school: 'not-invited' }),
  })
  expect(lines(aBareCase([...both, meeting])).some((line) => line.startsWith('unaware'))).toBe(true)
})

test('one visit is not working alongside, and neither are teams of one organisation or services that come for an incident', () => {
  expect(
    lines(aBareCase([...visits('hv', ['2016-02-01', '2016-04-01']), ...visits('school', ['2016-02-05'])])),
  ).toEqual([])
  expect(
    lines(
      aBareCase([...visits('hv', ['2016-02-01', '2016-04-01']), ...visits('police', ['2016-01-05', '2016-05-20'])]),
    ),
  ).toEqual([])
  const agencies = LANES.map((lane) => ({ ...lane, involved: [], partOf: 'One trust' }))
  expect(lines(aBareCase(both, { agencies }))).toEqual([])
})

test('the shared stretch runs from the later start to the earlier end', () => {
  const [beside] = findWorkingBeside(indexCase(aBareCase(both)))
  expect([beside?.from.id, beside?.to.id, beside?.until]).toEqual(['school-2016-02-05', 'school-2016-03-20', undefined])
})
