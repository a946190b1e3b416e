import { expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { describeLimit, formatCertainty } from '#analysis/rules/candidate-words.ts'
import { NO_LIMIT, notice } from '#analysis/rules/candidates.ts'
import { describeEdition, listClocks, summarise, tellClocks } from '#analysis/rules/clock-words.ts'
import { noticeClocks } from '#analysis/rules/clocks.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aCaseFile } from '#tests/fixtures/case-file.ts'
import { ENDS, type Nation } from '#tests/fixtures/clock-ends.ts'
import { when } from '#tests/fixtures/when.ts'

const inArea = (area: string, nation: Nation = 'England') =>
  listClocks(aBareCase([], { review: { ...aCaseFile().review, nation, area } }))

test('lists each timescale of the nation once, with its editions in order', () => {
  const { on, off } = inArea('Somewhere')
  const e1 = on.filter(({ id }) => id === 'E1')
  expect(e1.map(({ editions }) => editions.map(({ validFrom }) => validFrom))).toEqual([
    ['2010-03-01', '2013-04-15', '2026-03-18'],
  ])
  expect(on.flatMap(({ editions }) => editions.flatMap(({ areas = [] }) => areas))).toEqual([])
  expect(off.map(({ id }) => id)).toEqual(expect.arrayContaining(['E4', 'E10', 'E11', 'E12', 'E13', 'E14']))
})

test('a local one is on where the case names its area, and the others stay off', () => {
  const { on, off } = inArea('Norfolk')
  const local = on.flatMap(({ editions }) => editions.flatMap(({ areas = [] }) => areas))
  expect(local).toEqual(['Norfolk'])
  expect(off.flatMap(({ editions }) => editions.flatMap(({ areas = [] }) => areas))).not.toContain('Norfolk')
  expect(inArea('Norfolk', 'Wales').off).toEqual([])
})

test('an edition says its number or that there is none, whose it is and when it held', () => {
  const { on, off } = inArea('Somewhere')
  const words = (id: string, list = on) =>
    list.filter((one) => one.id === id).flatMap(({ editions }) => editions.map(describeEdition))
  expect(words('E3a')).toEqual([
    '10 working days: Working Together 2010 (statutory guidance), from 1 Mar 2010 until 15 Apr 2013',
  ])
  expect(words('E2')).toEqual([
    'No number is set: Working Together 2013 on sets no number (statutory guidance), from 15 Apr 2013',
  ])
  expect(words('E10', off)).toEqual([
    'at least 48 hours: East Riding partnership (local procedure), when it began is not known',
  ])
  const summary = (id: string, list = on) => list.filter((one) => one.id === id).map(summarise)
  expect(summary('E1')).toEqual(['1 working day; 3 editions, 2 unconfirmed'])
  expect(summary('L1')).toEqual(['20 working days; unconfirmed'])
  expect(summary('E10', off)).toEqual(['East Riding: at least 48 hours'])
})

test('tells what was in time and what has no number, as well as what was not', () => {
  const told = (id: string, from: string, to: string, area = 'Somewhere') => {
    const { events = [], more } = ENDS[id]?.(from, to) ?? {}
    const of = aBareCase(events, { review: { ...aCaseFile().review, area }, ...more })
    return tellClocks(of).filter((one) => one.id === id)
  }
  expect(told('R1', '2019-04-18', '2019-04-24')).toEqual([
    {
      id: 'R1',
      words: '2 working days; within 5 working days (Children Act 2004, section 16C, and Working Together 2018 on)',
      events: ['k', 'n'],
    },
  ])
  expect(told('H4', '2019-04-18', '2019-04-19').map(({ words }) => words)).toEqual([
    '1 day; no number is set; how long did it take? (no number found for England)',
  ])
  expect(told('E11', '2019-04-18', '2019-05-15', 'Bolton').map(({ words }) => words)).toEqual([
    '16 working days; longer than 15 working days (Bolton procedures, unconfirmed)',
  ])
  expect(told('E14c', '2022-03', '2022-09-27', 'Lincolnshire')).toMatchObject([
    {
      words:
        'From the first day of the pregnancy (Mar 2022): 25 to 30 weeks of pregnancy; the dates cannot tell whether that is at least 30 weeks of pregnancy (Lincolnshire pre-birth protocol, September 2021)',
      events: ['c'],
    },
  ])
})

test.each([
  ['a conflict of accounts', 'accounts-differ', '2016-02-01', 'as it is recorded'],
  ['one without a date', 'accounts-differ', undefined, 'as it is recorded, without a date'],
  ['what the dates decide', 'known-outside-the-room', '2016-02-01', 'certain from the dates'],
] as const)('%s is certain in other words', (_, rule, date, expected) => {
  const from = date === undefined ? undefined : when(date)
  const one = { rule, from, to: from, kind: 'delay', days: { least: 0, most: 0 }, text: '?', events: [] } as const
  const noticed = notice({ ...one, holders: [], receivers: [], certainty: 'certain', limit: NO_LIMIT })
  expect(formatCertainty(noticed)).toBe(expected)
  expect(formatCertainty({ ...noticed, limit: { name: 'silence', value: 42, unit: 'days' } })).toBe(
    'certain from the dates',
  )
})

test('a question names as its source the edition in force on its day', () => {
  const source = (from: string, to: string) => {
    const { events = [] } = ENDS['E11']?.(from, to) ?? {}
    const [asked] = noticeClocks(indexCase(aBareCase(events, { review: aCaseFile().review })))
    const compared = asked && describeLimit(asked.limit, undefined)
    return [compared?.words, compared?.source?.split(',')[0], compared?.isUnconfirmed]
  }
  const title = 'Notice of the move to transfer-in conference: 15 working days'
  expect(source('2019-04-18', '2019-06-03')).toEqual([
    title,
    'Working Together 2013 to 2023 (statutory guidance)',
    false,
  ])
  expect(source('2026-04-01', '2026-06-01')).toEqual([title, '2023 wording', true])
})
