import { expect, test } from 'vitest'
import { summariseAccount, tellAccounts } from '#analysis/rules/account-words.ts'
import { DEFAULT_THRESHOLDS } from '#analysis/rules/thresholds.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'

const asked = anEvent('ask', '2016-02-01', {
  type: 'referral',
  agencies: roles({ maternity: 'sender', gp: 'recipient' }),
})
const answered = (id: string, date: string, other?: string) =>
  anEvent(id, date, {
    type: 'decision',
    agencies: roles({ gp: 'lead' }),
    links: [
      { kind: 'answers', event: 'ask' },
      ...(other === undefined ? [] : [{ kind: 'conflicts-with' as const, event: other }]),
    ],
  })
const told = (events: Parameters<typeof aBareCase>[0]) => tellAccounts(aBareCase(events), DEFAULT_THRESHOLDS)

test('what is asked under one account only is told apart from what stands under both', () => {
  const missed = ['2016-04-01', '2016-04-08'].map((date, place) =>
    anEvent(`missed${place}`, date, { type: 'missed-contact', agencies: roles({ hv: 'lead' }) }),
  )
  const [one, ...rest] = told([
    asked,
    answered('early', '2016-02-05', 'late'),
    answered('late', '2016-05-05'),
    ...missed,
  ])
  expect(rest).toEqual([])
  expect([one?.a, one?.b, one?.both, one?.onlyA]).toEqual(['early', 'late', 1, []])
  expect(one?.onlyB.map(({ title }) => title)).toEqual(['Request without a reply, 1 Feb to 5 May 2016'])
  expect(one?.onlyB[0]?.text).toMatch(/\?$/)
})

test('a case in which nothing is in conflict has nothing to tell', () => {
  expect(told([asked, answered('early', '2016-02-05')])).toEqual([])
})

test.each([
  [0, 1, 'No question is asked only if it was so; 1 question under either account.'],
  [1, 0, '1 question is asked only if it was so; 0 questions under either account.'],
  [2, 40, '2 questions are asked only if it was so; 40 questions under either account.'],
])('%i and %i read "%s"', (only, both, words) => {
  expect(summariseAccount(only, both)).toBe(words)
})
