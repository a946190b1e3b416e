import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { CLOCK_RULES } from '#analysis/rules/clock-rules.ts'
import { formatElapsed } from '#analysis/rules/clock-verdict.ts'
import { readClocks, rulesInForce } from '#analysis/rules/clocks.ts'
import { isOccasion } from '#analysis/rules/occasions.ts'
import { aBareCase, lines } from '#tests/fixtures/analysis-case.ts'
import { aChild, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'

const refer = (date: string | null) =>
  anEvent('r', date, { type: 'referral', outcome: 'accepted', agencies: roles({ gp: 'sender', csc: 'recipient' }) })
const decide = (date: string | null) =>
  anEvent('d', date, { type: 'decision', agencies: roles({ csc: 'lead' }), links: [{ kind: 'answers', event: 'r' }] })
const assess = (date: string, title = 'Assessment is completed') =>
  anEvent('x', date, { type: 'assessment', title, agencies: roles({ csc: 'lead' }) })
const meet = (id: string, date: string, title: string) =>
  anEvent(id, date, { type: 'meeting', title, agencies: roles({ csc: 'lead' }) })

const read = (events: Parameters<typeof aBareCase>[0], more = {}) =>
  readClocks(indexCase(aBareCase(events, more))).map(
    ({ rule, elapsed, verdict }) => `${rule.id} ${formatElapsed(elapsed, rule.unit)} ${verdict}`,
  )

describe('one working day from referral to decision', () => {
  test.each([
    ['2016-02-04', '2016-02-05', 'E1 1 working day within'],
    ['2016-02-05', '2016-02-08', 'E1 1 working day within'],
    ['2016-03-24', '2016-03-29', 'E1 1 working day within'],
    ['2016-02-04', '2016-02-08', 'E1 2 working days over'],
    ['2016-02-04~', '2016-02-08', 'E1 2 working days perhaps-over'],
    ['2016-02', '2016-02-20', 'E1 0 to 14 working days cannot-tell'],
    ['2016-02', '2016-05', 'E1 42 to 82 working days over'],
  ])('%s to %s reads "%s"', (from, to, expected) => {
    expect(read([refer(from), decide(to), assess(to)])[0]).toBe(expected)
  })

  test('an undated decision cannot tell', () => {
    expect(read([refer('2016-02-04'), decide(null), assess('2016-02-20')])[0]).toBe(
      'E1 an unknown number of working days cannot-tell',
    )
  })
})

describe('45 working days from referral to the end of the assessment', () => {
  test('are over when the assessment that says it is done comes later, whatever came on the way', () => {
    const start = anEvent('s', '2016-02-20', {
      type: 'assessment',
      title: 'Social worker gathers history',
      agencies: roles({ csc: 'lead' }),
    })
    expect(read([refer('2016-02-01'), start, assess('2016-05-20')])).toEqual(['E3 76 working days over'])
  })

  test('cannot be told from a month that holds both sides of the limit, and can from one that does not', () => {
    expect(read([refer('2016-02-01'), assess('2016-04')])).toEqual(['E3 42 to 62 working days cannot-tell'])
    expect(read([refer('2016-02-01'), assess('2016-05')])).toEqual(['E3 62 to 82 working days over'])
  })

  test('without an assessment are a question only when the record runs past them', () => {
    expect(read([refer('2016-02-01')])).toEqual(['E3 at least 100 working days no-stop'])
    expect(read([refer('2016-06-01')])).toEqual([])
  })

  test('are not asked after a refusal, a decision to close, or when nothing took the referral up', () => {
    const close = anEvent('c', '2016-02-02', {
      type: 'decision',
      title: 'No further action',
      agencies: roles({ csc: 'lead' }),
      links: [{ kind: 'answers', event: 'r' }],
    })
    expect(read([refer('2016-02-01'), close])).toEqual(['E1 1 working day within'])
    expect(read([{ ...refer('2016-02-01'), outcome: 'not-accepted' }])).toEqual([])
    const { outcome: _, ...unanswered } = refer('2016-02-01')
    expect(read([unanswered])).toEqual([])
  })
})

test('a conference counts from the strategy discussion just before it', () => {
  const events = [
    meet('s1', '2016-02-01', 'First strategy meeting'),
    meet('s2', '2016-02-08', 'Second strategy discussion'),
    meet('c', '2016-02-29', 'Initial child protection conference'),
    meet('g', '2016-03-10', 'Core group'),
    meet('v', '2016-06-20', 'Review child protection conference'),
  ]
  expect(read(events)).toEqual(['E6 15 working days within', 'E7 8 working days within', 'E8 3 months over'])
})

test('the birth starts the clock for the new birth visit from October 2015, in England', () => {
  const visit = anEvent('v', '2016-03-20', { agencies: roles({ hv: 'lead' }) })
  expect(read([visit], { people: [aChild({ born: '2016-03-01' })] })[0]).toBe('H2 19 days over')
  expect(read([visit], { people: [aChild({ born: '2015-03-01' })] })).toEqual([])
})

describe('the edition in force', () => {
  const ids = (day: string, nation = 'England', area = '') => rulesInForce(at(day), nation, area).map(({ id }) => id)

  test('is that of the day', () => {
    expect(ids('2012-01-01')).toContain('E3a')
    expect(ids('2012-01-01')).not.toContain('E3')
    expect(ids('2013-04-15')).toContain('E3')
    expect(rulesInForce(at('2026-04-01'), 'England', '').find(({ id }) => id === 'E3')?.edition).toBe(
      '2023 wording, 2026 not checked',
    )
  })

  test('has each rule once', () => {
    for (const day of ['2012-01-01', '2014-01-01', '2020-01-01', '2026-06-01'])
      expect(new Set(ids(day)).size).toBe(ids(day).length)
  })

  test('leaves local rules out unless the case names the area', () => {
    expect(ids('2020-01-01')).not.toContain('E12')
    expect(ids('2020-01-01', 'England', 'London')).toContain('E12')
    expect(ids('2020-01-01', 'Wales', 'London')).toEqual(['P1', 'P2', 'W1', 'W2', 'W2l', 'W3', 'W5'])
    expect(ids('2015-01-01', 'Wales')).toEqual(['P1', 'P2', 'W4', 'W1', 'W2', 'W2l'])
  })
})

test('what stands from memory is not confirmed', () => {
  const unconfirmed = (id: string) => CLOCK_RULES.filter((rule) => rule.id === id && !rule.confirmed)
  expect(unconfirmed('L1')).toHaveLength(1)
  // Working Together 2026 was not read; of 2010 only what others quote of its assessments.
  expect(unconfirmed('E1').map(({ validFrom }) => validFrom)).toEqual(['2010-03-01', '2026-03-18'])
  expect(unconfirmed('E7').map(({ validFrom }) => validFrom)).toEqual(['2010-03-01', '2026-03-18'])
  expect(unconfirmed('P1')).toEqual([])
})

test('a late clock is a question that names the edition and asks for the recorded reason', () => {
  const of = aBareCase([refer('2016-02-01'), decide('2016-02-02'), assess('2016-05-20')])
  expect(lines(of)).toEqual(['clock certain 2016-02-01/2016-05-20 csc > gp'])
})

test.each([
  ['Strategy discussion', 'meeting', 'strategy-discussion', true],
  ['Social worker discusses strategy', 'contact', 'strategy-discussion', false],
  ['Initial child protection conference', 'meeting', 'initial-conference', true],
  ['First child protection conference: threshold not met', 'meeting', 'plan-made', false],
  ['First child protection review', 'meeting', 'review-conference', true],
  ['Child in need review', 'meeting', 'review-conference', false],
  ['Rapid review', 'review', 'rapid-review', true],
] as const)('"%s" (%s) as %s: %s', (title, type, occasion, expected) => {
  const of = aBareCase([anEvent('e', '2016-02-01', { title, type, agencies: roles({ csc: 'lead' }) })])
  const [event] = of.events
  expect(event && isOccasion(indexCase(of), event, occasion)).toBe(expected)
})
