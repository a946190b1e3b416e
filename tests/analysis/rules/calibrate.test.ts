import { expect, test } from 'vitest'
import { calibrate, shareOf, whyUntraceable } from '#analysis/rules/calibrate.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aFinding, anEvent, roles } from '#tests/fixtures/case-file.ts'

const pass = (id: string, date: string | null, from: string, to: string) =>
  anEvent(id, date, { type: 'handover', agencies: roles({ [from]: 'sender', [to]: 'recipient' }) })
const gap = { kind: 'handover-gap', holders: ['maternity'], receivers: ['hv'] } as const
const of = aBareCase(
  [
    pass('a', '2016-02-01', 'maternity', 'hv'),
    pass('b', '2016-05-01', 'school', 'gp'),
    pass('u', null, 'police', 'hv'),
  ],
  {
    findings: [
      aFinding('raised', { ...gap, span: '2016-02', events: ['a'] }),
      aFinding('by-time', { ...gap, span: '2015/2016' }),
      aFinding('missed', { ...gap, span: '2016-06' }),
      aFinding('referral', { kind: 'missed-referral', span: '2016-06', holders: ['gp'], receivers: ['csc'] }),
      aFinding('vague', { ...gap, span: null, holders: ['police'], events: ['u', 'b'] }),
      aFinding('undated', { ...gap, span: null, events: ['u'] }),
      aFinding('quality', { kind: 'not-assessed', span: '2016-02' }),
      aFinding('good', { kind: 'good-practice', span: '2016-02' }),
    ],
  },
)

test('a finding is traceable with a date, agencies and a kind that some rule can raise', () => {
  expect(of.findings.map((finding) => whyUntraceable(of, finding))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    'no-date',
    'judgement',
    'good-practice',
  ])
})

test('calibration counts what is raised and what is confirmed, with shared evidence apart', () => {
  const result = calibrate([of])
  expect(result).toMatchObject({
    traceable: 5,
    raised: 2,
    raisedByEvidence: 1,
    candidates: 2,
    confirmed: 1,
    confirmedByEvidence: 1,
    cannotTell: 1,
    untraceable: { 'good-practice': 1, judgement: 1, 'no-date': 1, 'no-agency': 0 },
    rules: [{ rule: 'handover-interval', candidates: 2, confirmed: 1 }],
    kinds: [
      { kind: 'handover-gap', findings: 4, raised: 2 },
      { kind: 'missed-referral', findings: 1, raised: 0 },
    ],
  })
})

test('what was missed says why', () => {
  expect(calibrate([of]).missed.map(({ finding, why }) => [finding, why])).toEqual([
    ['missed', 'the rule looks at another time'],
    ['referral', 'no event carries what a rule reads'],
    ['vague', 'only a candidate whose dates cannot tell'],
  ])
})

test('no cases give no counts, and a share of nothing is 0', () => {
  expect(calibrate([])).toMatchObject({ traceable: 0, candidates: 0, missed: [] })
  expect([shareOf(42, 50), shareOf(0, 0)]).toEqual([84, 0])
})
