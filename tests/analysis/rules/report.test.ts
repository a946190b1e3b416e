import { expect, test } from 'vitest'
import { analyseCase } from '#analysis/rules/analyse.ts'
import { describeAnalysis } from '#analysis/rules/report.ts'
import { LANES, aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aFact, aFinding, anEvent, roles } from '#tests/fixtures/case-file.ts'

const of = aBareCase(
  [
    anEvent('r', '2016-02', { type: 'referral', agencies: roles({ gp: 'sender', csc: 'recipient' }) }),
    anEvent('d', '2016-05-20', {
      type: 'decision',
      agencies: roles({ csc: 'lead' }),
      links: [{ kind: 'answers', event: 'r' }],
    }),
    anEvent('m', '2016-06-05', {
      type: 'meeting',
      agencies: roles({ csc: 'lead', gp: 'absent' }),
      outcome: 'not-recorded',
      actions: [{ title: 'Ring the school', agencies: ['csc'], by: '2016-06-10' }],
    }),
  ],
  {
    agencies: LANES.map((lane) => ({ ...lane, involved: lane.id === 'csc' ? ['2016-05-01/2016-05-31'] : [] })),
    facts: [
      aFact('f', { known: [{ agency: 'gp', since: '2016-02', how: 'record', source: ['1'] }], neededBy: ['csc'] }),
    ],
    findings: [aFinding('late', { span: '2016-03', holders: ['csc'], receivers: ['gp'] })],
  },
)
const plain: unknown = JSON.parse(JSON.stringify(describeAnalysis(of, analyseCase(of))))

test('the JSON has the case, its candidates, silences, chains, clocks, matrix and meetings', () => {
  expect(plain).toMatchObject({ case: 'case', unseen: [] })
  expect(Object.keys(describeAnalysis(of, analyseCase(of)))).toEqual([
    'case',
    'candidates',
    'silences',
    'unseen',
    'chains',
    'clocks',
    'matrix',
    'meetings',
  ])
})

test('a candidate has its dates as EDTF, its agencies and events as ids, its threshold and the findings it meets', () => {
  const clock = describeAnalysis(of, analyseCase(of)).candidates.find(
    ({ rule, threshold }) => rule === 'clock' && threshold.name === 'clock E1',
  )
  expect(clock).toMatchObject({
    kind: 'delay',
    span: '2016-02/2016-05-20',
    days: { least: 81, most: 109 },
    holders: ['csc'],
    receivers: ['gp'],
    events: ['r', 'd'],
    certainty: 'certain',
    threshold: { value: 1, unit: 'working days' },
    matches: ['late'],
  })
  expect(clock?.text).toMatch(/\?$/)
})

test('what has no end is null, silences are the days they cover, and a cell says how long after', () => {
  expect(describeAnalysis(of, analyseCase(of)).silences.find(({ agency }) => agency === 'csc')).toEqual({
    agency: 'csc',
    involvement: 'given',
    pieces: [
      { state: 'silent', span: '2016-05-01/2016-05-19' },
      { state: 'busy', span: '2016-05-20' },
      { state: 'silent', span: '2016-05-21/2016-05-31' },
    ],
    silences: [
      { span: '2016-05-01/2016-05-19', days: { least: 19, most: 19 }, from: null, to: 'd' },
      { span: '2016-05-21/2016-05-31', days: { least: 11, most: 11 }, from: 'd', to: null },
    ],
  })
  expect(plain).toMatchObject({
    chains: [
      { event: 'r', senders: ['gp'], recipients: ['csc'], end: 'taken-up', hops: [{ name: 'decision', event: 'd' }] },
    ],
    matrix: {
      agencies: ['csc', 'gp'],
      facts: [{ id: 'f', longestLag: null, cells: [{ state: 'never' }, { state: 'knew', lag: null }] }],
    },
  })
})

test('a meeting has its date, minutes, everybody’s place and what was agreed', () => {
  expect(plain).toMatchObject({
    meetings: [
      {
        event: 'm',
        date: '2016-06-05',
        minutes: 'not-recorded',
        someoneMissing: true,
        agencies: [
          { agency: 'csc', place: 'lead' },
          { agency: 'gp', place: 'absent' },
        ],
        agreed: [
          {
            title: 'Ring the school',
            agencies: ['csc'],
            basis: 'listed',
            asks: true,
            decision: null,
            due: '2016-06-10',
            done: null,
            days: null,
          },
        ],
      },
    ],
  })
})

test('no text judges', () => {
  for (const { text } of analyseCase(of).candidates) {
    expect(text).not.toMatch(/\b(fail|breach|neglect(ed)? to|should have)/i)
    expect(text).toMatch(/\?$/)
  }
})
