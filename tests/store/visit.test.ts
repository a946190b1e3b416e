import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())

/** A visit with a storage that already has a text; gives what is kept after each note passed. */
async function visit(kept: string | null) {
  const { keepVisit, passNote } = await import('#store/visit.ts')
  const written: string[] = []
  keepVisit({
    getItem: (key) => (key === 'throughline.passed' ? kept : null),
    setItem: (_, text) => written.push(text),
  })
  return { passNote, written }
}

test('notes passed are kept beside those of before the reload', async () => {
  const { passNote, written } = await visit('baby-k')
  passNote('child-v')
  passNote('child-m')
  expect(written).toEqual(['baby-k,child-v', 'baby-k,child-v,child-m'])
})

test('a note passed twice is kept once', async () => {
  const { passNote, written } = await visit(null)
  passNote('child-v')
  passNote('child-v')
  expect(written.at(-1)).toBe('child-v')
})

test('an empty storage holds no case, not one without a name', async () => {
  const { passNote, written } = await visit('')
  passNote('child-v')
  expect(written).toEqual(['child-v'])
})

test('a browser that bars storage lets the reader pass all the same', async () => {
  const { keepVisit, passNote } = await import('#store/visit.ts')
  const barred = (): never => {
    throw new Error('SecurityError')
  }
  keepVisit({ getItem: barred, setItem: barred })
  expect(() => passNote('child-v')).not.toThrow()
})

test('a storage that is full lets the reader pass all the same', async () => {
  const { keepVisit, passNote } = await import('#store/visit.ts')
  let asked = 0
  keepVisit({
    getItem: () => null,
    setItem: () => {
      asked += 1
      throw new Error('QuotaExceededError')
    },
  })
  expect(() => passNote('child-v')).not.toThrow()
  expect(asked).toBe(1)
})
