import { describe, expect, test } from 'vitest'
import { type Decision, decisionsKey, decodeDecisions, encodeDecisions } from '#store/decisions.ts'

describe('decisions on a device', () => {
  test('are the same after they were written and read', () => {
    const decisions = new Map<string, Decision>([
      ['candidate silence: gp > e1 e2', { choice: 'keep', note: 'Ask.' }],
      ['finding f1', { choice: 'set-aside', note: '' }],
      ['finding f2', { choice: 'undecided', note: 'Later.' }],
    ])
    expect(decodeDecisions(structuredClone(encodeDecisions(decisions)))).toEqual(decisions)
  })

  test.each([undefined, null, 'text', 3, []])('%j is no store of decisions', (stored) => {
    expect(decodeDecisions(stored)).toBeUndefined()
  })

  test('what is not understood is left out, and a note that is no text is none', () => {
    const stored = { a: { choice: 'keep', note: 4 }, b: { choice: 'burn', note: '' }, c: null }
    expect(decodeDecisions(stored)).toEqual(new Map([['a', { choice: 'keep', note: '' }]]))
  })

  test('of a reader’s own file stand apart from those of a published case of the same name', () => {
    expect(decisionsKey('baby-k', true)).not.toBe(decisionsKey('baby-k', false))
  })
})
