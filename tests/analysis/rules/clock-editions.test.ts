import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { readClocks, rulesInForce } from '#analysis/rules/clocks.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aCaseFile } from '#tests/fixtures/case-file.ts'
import { ENDS, type Nation, read } from '#tests/fixtures/clock-ends.ts'
import { at } from '#tests/fixtures/when.ts'

describe('a clock runs', () => {
  test.each<readonly [id: string, nation: Nation, area: string, before: string, since: string]>([
    ['E2', 'England', 'Somewhere', '2013-04-12', '2013-04-15'],
    ['E3a', 'England', 'Somewhere', '2010-02-26', '2010-03-01'],
    ['E3b', 'England', 'Somewhere', '2010-02-26', '2010-03-01'],
    ['E4', 'England', 'Somewhere', '2013-04-12', '2013-04-15'],
    ['E4', 'England', 'Hartlepool', '2013-04-12', '2013-04-15'],
    ['E5', 'England', 'Somewhere', '2013-04-12', '2013-04-15'],
    ['E11', 'England', 'Tees', '2013-04-12', '2013-04-15'],
    ['H4', 'England', 'Somewhere', '2013-04-12', '2013-04-15'],
    ['E4', 'England', 'Knowsley', '2013-04-12', '2023-06-01'],
    ['E10', 'England', 'East Riding', '2019-09-27', '2019-09-30'],
    ['E10r', 'England', 'East Riding', '2019-09-27', '2019-09-30'],
    ['E11', 'England', 'Somewhere', '2013-04-12', '2013-04-15'],
    ['E12', 'England', 'London', '2017-09-29', '2018-01-03'],
    ['H4', 'Scotland', 'Somewhere', '2009-12-31', '2010-01-04'],
    ['R1', 'England', 'Somewhere', '2018-06-28', '2018-06-29'],
    ['R2', 'England', 'Somewhere', '2018-06-28', '2018-06-29'],
    ['W3', 'Wales', 'Somewhere', '2019-10-31', '2019-11-01'],
    ['W5', 'Wales', 'Somewhere', '2019-10-31', '2019-11-01'],
    ['X2', 'England', 'Somewhere', '2023-12-14', '2023-12-15'],
  ])('%s (%s %s): not from %s, from %s', (id, nation, area, before, since) => {
    expect(read(id, before, '2024-06-03', nation, area)).toBe('')
    expect(read(id, since, '2024-06-03', nation, area)).not.toBe('')
  })

  test.each<readonly [id: string, from: string, until: string]>([
    ['E3a', '2013-04-12', '2013-04-15'],
    ['E3b', '2013-04-12', '2013-04-15'],
  ])('%s: from %s, no longer from %s', (id, from, until) => {
    expect(read(id, from, '2013-07-01')).not.toBe('')
    expect(read(id, until, '2013-07-01')).toBe('')
  })

  test('in weeks of pregnancy by what held in the week it names', () => {
    // Week 40 of the first falls on 30 September 2015, of the second on 1 October.
    expect(read('H1', '2014-12-24', '2015-09-20')).toBe('')
    expect(read('H1', '2014-12-25', '2015-09-20')).toBe('38 weeks of pregnancy within')
    expect(read('E14', '2021-02-16', '2021-08-20', 'England', 'Lincolnshire')).toBe('')
    expect(read('E14', '2021-02-17', '2021-08-20', 'England', 'Lincolnshire')).not.toBe('')
  })

  test('by the national rule until the local one begins', () => {
    const limitsOf = (id: string, area: string, ...days: readonly string[]) =>
      days.map((day) => rulesInForce(at(day), 'England', area).find((rule) => rule.id === id)?.edition)
    expect(limitsOf('E11', 'Norfolk', '2015-04-30', '2015-05-01')).toEqual([
      'Working Together 2013 to 2023',
      'Norfolk procedures, May 2015',
    ])
    expect(limitsOf('E11', 'Bolton', '2018-02-28', '2018-03-01')).toEqual([
      'Working Together 2013 to 2023',
      'Bolton procedures',
    ])
    // Week 16 falls on 31 July 2021, then on 1 August.
    expect(read('E13', '2021-04-10', '2021-09-01', 'England', 'Doncaster')).toBe('20 weeks of pregnancy no-number')
    expect(read('E13', '2021-04-11', '2021-09-01', 'England', 'Doncaster')).toBe('20 weeks of pregnancy over')
  })

  test('in its own area only', () => {
    const local = ['E10', 'E10r', 'E12', 'E14', 'E14c']
    const ids = (area: string) => rulesInForce(at('2022-01-01'), 'England', area).map(({ id }) => id)
    expect(local.filter((id) => ids('Somewhere').includes(id))).toEqual([])
    expect(ids('The East Riding of Yorkshire')).toEqual(expect.arrayContaining(['E10', 'E10r']))
    expect(ids('Bromley, London')).toContain('E12')
    expect(ids('Lincolnshire')).toEqual(expect.arrayContaining(['E14', 'E14c']))
    // Other boards with other procedures.
    expect(ids('North Lincolnshire')).not.toContain('E14')
    expect(ids('North East Lincolnshire')).not.toContain('E14')
    expect(ids('Committees of Londonderry')).toEqual(ids('Somewhere'))
  })

  test.each([
    ['E4', 'Knowsley', '2024-01-01', 24],
    ['E4', 'Redcar and Cleveland', '2020-01-01', 24],
    ['E4', 'Somewhere', '2024-01-01', null],
    ['E11', 'Norfolk', '2020-01-01', 15],
    ['E13', 'Doncaster', '2022-01-01', 16],
    ['E13', 'Somewhere', '2022-01-01', null],
  ] as const)('%s once in %s, on %s, with the limit %s', (id, area, day, limit) => {
    const found = rulesInForce(at(day), 'England', area).filter((rule) => rule.id === id)
    expect(found.map((rule) => rule.limit)).toEqual([limit])
  })

  test('in Tees from the acceptance, elsewhere from the notice', () => {
    const notice = ENDS['E11']?.('2019-04-18', '2019-05-14').events ?? []
    const inArea = (area: string) => {
      const review = { ...aCaseFile().review, area }
      return readClocks(indexCase(aBareCase(notice, { review }))).filter(({ rule }) => rule.id === 'E11')
    }
    expect(inArea('Tees')).toEqual([])
    expect(inArea('Norfolk')).toHaveLength(1)
  })
})
