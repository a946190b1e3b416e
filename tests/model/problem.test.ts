import { describe, expect, test } from 'vitest'
import { formatFound, formatPath, formatProblem } from '#model/problem.ts'

describe('a problem', () => {
  test('reads as one sentence: where, what is there, and what should be', () => {
    expect(formatProblem({ path: 'events[3].date', found: '"soon"', expected: 'a date' })).toBe(
      'events[3].date: found "soon"; expected a date.',
    )
  })

  test.each([
    [[], 'the file'],
    [['title'], 'title'],
    [['events', 3], 'events[3]'],
    [['events', 3, 'agencies', 0, 'id'], 'events[3].agencies[0].id'],
    [[3, 'id'], '[3].id'],
  ])('at %j is at "%s"', (keys, path) => {
    expect(formatPath(keys)).toBe(path)
  })

  test.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['', 'an empty text'],
    ['soon', '"soon"'],
    [[], 'an empty list'],
    [[1, 2], 'a list of 2'],
    [{ a: 1 }, 'an object'],
    [7, 'the number 7'],
    [true, 'true'],
  ])('that finds %j says %s', (value, words) => {
    expect(formatFound(value)).toBe(words)
  })

  test('quotes 60 characters in full and of more the first 57', () => {
    expect(formatFound('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`)
    expect(formatFound('x'.repeat(61))).toBe(`"${'x'.repeat(57)}…"`)
  })
})
