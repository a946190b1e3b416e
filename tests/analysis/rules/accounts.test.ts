import { expect, test } from 'vitest'
import { applyAccounts, compareAccounts, findConflicts } from '#analysis/rules/accounts.ts'
import { findNoticed } from '#analysis/rules/analyse.ts'
import { indexCase } from '#analysis/case-index.ts'
import { aBareCase, lines } from '#tests/fixtures/analysis-case.ts'
import { aFact, anEvent, roles } from '#tests/fixtures/case-file.ts'

const SOURCE = { source: ['1'] }
const asked = anEvent('ask', '2016-02-01', {
  type: 'referral',
  agencies: roles({ maternity: 'sender', gp: 'recipient' }),
})
const early = anEvent('early', '2016-02-05', {
  type: 'decision',
  agencies: roles({ gp: 'lead' }),
  links: [
    { kind: 'answers', event: 'ask' },
    { kind: 'conflicts-with', event: 'late' },
  ],
})
const late = anEvent('late', '2016-05-05', {
  type: 'decision',
  agencies: roles({ gp: 'lead' }),
  links: [{ kind: 'answers', event: 'ask' }],
})
const disputed = aBareCase([asked, early, late])

test('two events linked as in conflict are one conflict, whichever carries the link', () => {
  const [one, ...rest] = findConflicts(indexCase(disputed))
  expect([one?.a.id, one?.b.id, rest.length]).toEqual(['early', 'late', 0])
})

test('the results can be had under either account', () => {
  const conflicts = findConflicts(indexCase(disputed))
  const [conflict] = conflicts
  if (!conflict) throw new Error('There should be a conflict')
  const under = (side: 'a' | 'b' | 'either') =>
    lines(applyAccounts(disputed, conflicts, new Map([[conflict.id, side]]))).filter((line) =>
      line.startsWith('request'),
    )
  expect(under('a')).toEqual([])
  expect(under('b')).toEqual(['request-without-reply certain 2016-02-01/2016-05-05 maternity > gp'])
  expect(applyAccounts(disputed, conflicts, new Map())).toBe(disputed)
  const compared = compareAccounts(disputed, conflict, (of) => findNoticed(indexCase(of)))
  expect(compared.onlyA.map(({ rule }) => rule)).toEqual([])
  expect(compared.onlyB.map(({ rule }) => rule)).toEqual(['request-without-reply'])
  expect(compared.both).toEqual([])
})

test('a disagreement told by its link, its event and its fact is one candidate', () => {
  const told = anEvent('early', '2016-02-05', {
    agencies: roles({ gp: 'lead' }),
    accounts: [
      { agency: 'gp', says: 'Seen.', ...SOURCE },
      { agency: 'hv', says: 'Not seen.', ...SOURCE },
    ],
    links: [{ kind: 'conflicts-with', event: 'other' }],
  })
  const other = anEvent('other', '2016-02-09', { agencies: roles({ school: 'lead' }) })
  const fact = aFact('f', {
    known: [
      { agency: 'gp', since: '2016-02-05', how: 'observed', event: 'early', ...SOURCE },
      { agency: 'police', since: '2016-02-09', how: 'record', extent: 'told-otherwise', event: 'other', ...SOURCE },
    ],
  })
  expect(lines(aBareCase([told, other], { facts: [fact] }))).toEqual([
    'accounts-differ certain 2016-02-05/2016-02-09 gp police > hv school',
  ])
})

test('one account beside the record is no disagreement', () => {
  const told = anEvent('e', '2016-02-05', { accounts: [{ agency: 'gp', says: 'Seen.', ...SOURCE }] })
  expect(lines(aBareCase([told]))).toEqual([])
})

test('two accounts within one agency differ as much as those of two', () => {
  const told = anEvent('e', '2016-02-05', {
    accounts: [
      { agency: 'gp', says: 'The nurse: she was struck.', ...SOURCE },
      { agency: 'gp', says: 'The doctor: she fell.', ...SOURCE },
    ],
  })
  expect(lines(aBareCase([told]))).toEqual(['accounts-differ certain 2016-02-05 gp >'])
})
