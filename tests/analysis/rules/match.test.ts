import { describe, expect, test } from 'vitest'
import { analyseCase } from '#analysis/rules/analyse.ts'
import { compareWithReview, isMatch, matchFindings } from '#analysis/rules/match.ts'
import { notice, NO_LIMIT, type Noticed } from '#analysis/rules/candidates.ts'
import type { CaseFile } from '#model/schema.ts'
import { aBareCase, LANES } from '#tests/fixtures/analysis-case.ts'
import { aFinding, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { when } from '#tests/fixtures/when.ts'

const noticed = (more: Partial<Noticed> = {}): Noticed =>
  notice({
    rule: 'handover-interval',
    kind: 'handover-gap',
    from: when('2016-02-01'),
    to: when('2016-02-20'),
    days: { least: 19, most: 19 },
    holders: ['maternity'],
    receivers: ['hv'],
    events: ['e1'],
    certainty: 'certain',
    limit: NO_LIMIT,
    text: 'Who held it?',
    ...more,
  })

type FindingPart = Partial<CaseFile['findings'][number]>
function meets(finding: FindingPart, one = noticed(), agencies = LANES) {
  const of = aBareCase([anEvent('e1', null), anEvent('e2', null)], {
    agencies,
    findings: [
      aFinding('f', {
        kind: 'handover-gap',
        span: '2016-02-10',
        holders: ['maternity'],
        receivers: ['hv'],
        ...finding,
      }),
    ],
  })
  const [found] = of.findings
  return found !== undefined && isMatch(of, one, found)
}

describe('a candidate and a finding meet', () => {
  test('when nature, time and agencies do', () => {
    expect(meets({})).toBe(true)
    expect(meets({ kind: 'information-not-shared' })).toBe(true)
  })

  test('not across highlights, nor across natures within one, nor with good practice', () => {
    for (const kind of ['missed-referral', 'delay', 'absent-from-meeting', 'good-practice'] as const)
      expect(meets({ kind })).toBe(false)
    const late = noticed({ kind: 'delay', receivers: [] })
    expect(meets({ kind: 'delay', receivers: [] }, late)).toBe(true)
    expect(meets({ kind: 'supervision-gap', receivers: [] }, late)).toBe(false)
  })

  test('not when their times do not touch', () => {
    expect(meets({ span: '2016-03' })).toBe(false)
    expect(meets({ span: '2016-02-21' })).toBe(true)
  })

  test('without a date only by shared evidence', () => {
    expect(meets({ span: null, events: ['e1'] })).toBe(true)
    expect(meets({ span: null, events: ['e2'] })).toBe(false)
  })

  test('only when both sides are met, either way round', () => {
    expect(meets({ holders: ['hv'], receivers: ['maternity'] })).toBe(true)
    expect(meets({ receivers: ['gp'] })).toBe(false)
    expect(meets({ holders: ['hv'], receivers: [] })).toBe(true)
    expect(meets({ holders: ['gp'], receivers: [] })).toBe(false)
    expect(meets({ holders: [], receivers: ['hv'] })).toBe(true)
  })

  test('through another team of social care in the same organisation', () => {
    const [csc] = LANES.filter(({ id }) => id === 'csc')
    if (!csc) throw new Error('There should be a social care lane')
    const teams = (partOf: string) => [
      ...LANES.filter(({ id }) => id !== 'csc'),
      { ...csc, partOf: 'Council' },
      { ...csc, id: 'front', partOf },
    ]
    const one = noticed({ receivers: ['csc'] })
    expect(meets({ receivers: ['front'] }, one, teams('Council'))).toBe(true)
    expect(meets({ receivers: ['front'] }, one, teams('Other council'))).toBe(false)
  })
})

test('candidates and findings fall into both, rules only and review only; good practice into none', () => {
  const of = aBareCase(
    [
      anEvent('a', '2016-02-01', { type: 'handover', agencies: roles({ maternity: 'sender', hv: 'recipient' }) }),
      anEvent('b', '2016-05-01', { type: 'handover', agencies: roles({ school: 'sender', gp: 'recipient' }) }),
    ],
    {
      findings: [
        aFinding('met', { kind: 'handover-gap', span: '2016-02', holders: ['maternity'], receivers: ['hv'] }),
        aFinding('unmet', { kind: 'handover-gap', span: '2016-03', holders: ['police'], receivers: ['csc'] }),
        aFinding('good', { kind: 'good-practice' }),
      ],
    },
  )
  const { both, rulesOnly, reviewOnly } = compareWithReview(of, analyseCase(of).candidates)
  expect(both.map(({ matches }) => matches)).toEqual([['met']])
  expect(rulesOnly).toHaveLength(1)
  expect(reviewOnly.map(({ id }) => id)).toEqual(['unmet'])
  expect(matchFindings(of, [])).toEqual([])
})
