import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { findActions } from '#analysis/rules/actions.ts'
import { readTold } from '#analysis/rules/deeds.ts'
import { aBareCase, lines } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

type Given = NonNullable<Parameters<typeof anEvent>[2]>

const meet = (more: Given) =>
  anEvent('m', '2016-02-01', {
    type: 'meeting',
    outcome: 'recorded',
    agencies: roles({ csc: 'lead', school: 'attended' }),
    ...more,
  })
const listing = (more: Partial<NonNullable<Given['actions']>[number]> = {}) =>
  meet({ actions: [{ title: 'Hearing test', agencies: ['gp'], ...more }] })
const after = (date: string, title: string, detail?: string) =>
  anEvent('x', date, { title, ...(detail === undefined ? {} : { detail }), agencies: roles({ school: 'lead' }) })
const asked = (events: Parameters<typeof aBareCase>[0]) =>
  lines(aBareCase(events)).filter((line) => line.startsWith('action'))

describe('an action that a meeting lists', () => {
  test('is asked about while no event shows it done, and is whose it was', () => {
    expect(asked([listing()])).toEqual(['action-not-seen certain 2016-02-01/.. gp >'])
    expect(asked([listing({ agencies: [] })])).toEqual(['action-not-seen certain 2016-02-01/.. csc school >'])
  })

  test('is done by the event it names, or by one that reads like it', () => {
    expect(asked([listing({ done: 'x' }), after('2016-05-01', 'Ears looked at')])).toEqual([])
    expect(asked([listing(), after('2016-05-01', 'Hearing test at the hospital')])).toEqual([])
    expect(asked([listing(), after('2016-01-01', 'Hearing test at the hospital')])).toHaveLength(1)
  })

  test('that was due is late from that day on, and cannot tell where a month may hold both', () => {
    const due = listing({ by: '2016-03-01', done: 'x' })
    expect(asked([due, after('2016-03-01', 'Ears')])).toEqual([])
    expect(asked([due, after('2016-03-02', 'Ears')])).toEqual(['action-not-seen certain 2016-02-01/2016-03-02 gp >'])
    expect(asked([due, after('2016-03', 'Ears')])).toEqual(['action-not-seen cannot-tell 2016-02-01/2016-03 gp >'])
  })
})

describe('what the words of a meeting say is to be done', () => {
  const told = (detail: string) => {
    const index = indexCase(aBareCase([meet({ detail })]))
    return readTold(index, detail).map(({ title, agencies, days }) => [title, agencies.join(' '), days])
  }

  test('is read where a role or an agency is to do it', () => {
    expect(told('Police to serve a warning notice within two weeks. All agree that she is safe.')).toEqual([
      ['serve a warning notice within two weeks', 'police', 14],
    ])
    expect(told('The social worker will ask for a paediatric medical; school is to keep a log.')).toEqual([
      ['ask for a paediatric medical', '', undefined],
      ['keep a log', 'school', undefined],
    ])
  })

  test('is not read into what somebody wishes, or was told, or where somebody goes', () => {
    expect(told('Mother wants to move. She agreed to attend. They had to go to the surgery.')).toEqual([])
  })

  test('is asked about at most as possible, and not once a sentence says that it was done', () => {
    const met = meet({ detail: 'Police to serve a warning notice within two weeks.' })
    expect(asked([met])).toEqual(['action-not-seen possible 2016-02-01/.. police >'])
    expect(asked([met, after('2016-02-08', 'A call', 'The warning notice was served.')])).toEqual([])
    expect(asked([met, after('2016-02-08', 'A call', 'The warning notice was never served.')])).toHaveLength(1)
    expect(asked([met, after('2016-04-08', 'A call', 'The warning notice was served.')])).toEqual([
      'action-not-seen possible 2016-02-01/2016-04-08 police >',
    ])
  })

  test('is left to the list where the meeting has one', () => {
    const met = meet({
      detail: 'Police to serve a warning notice.',
      actions: [{ title: 'Hearing test', agencies: [], done: 'x' }],
    })
    expect(asked([met, after('2016-02-08', 'Ears')])).toEqual([])
  })
})

test('a case in which nothing was agreed has no actions', () => {
  expect(findActions(indexCase(aBareCase([meet({})]))).size).toBe(0)
})

test('what somebody agrees to or is advised to do is not done by that, nor by what came before in the order', () => {
  expect(asked([listing(), after('2016-05-01', 'Call', 'The GP agrees to a hearing test.')])).toHaveLength(1)
  expect(asked([listing(), after('2016-05-01', 'Call', 'The GP is advised to do the hearing test.')])).toHaveLength(1)
  const undated = anEvent('u', null, { title: 'Hearing test', agencies: roles({ school: 'lead' }) })
  const known = (id: string, date: string) => anEvent(id, date, { title: 'Call', agencies: roles({ school: 'lead' }) })
  const before = { ...undated, after: 'first' }
  expect(asked([known('first', '2016-01-10'), before, known('second', '2016-01-20'), listing()])).toHaveLength(1)
  expect(asked([listing(), { ...undated, after: 'm' }])).toHaveLength(0)
})
