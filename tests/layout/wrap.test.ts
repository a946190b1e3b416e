import { expect, test } from 'vitest'
import { wrapWords } from '#layout/wrap.ts'

const letters = (text: string) => text.length

test.each([
  ['', []],
  ['one', ['one']],
  ['one two three', ['one two', 'three']],
  ['a wordthatistoolong b', ['a', 'wordthatistoolong', 'b']],
])('“%s” in eight letters', (text, lines) => {
  expect(wrapWords(text, 8, letters)).toEqual(lines)
})

test('no word is lost', () => {
  const text = 'Recorded fact: marks and their bars. The review’s findings: hatched lines.'
  for (const width of [5, 11, 30, 200]) expect(wrapWords(text, width, letters).join(' ')).toBe(text)
})
