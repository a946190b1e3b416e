import { beforeEach, expect, test, vi } from 'vitest'
import { keepIn } from '#store/keep.ts'
import { barred, Drawer } from '../fixtures/drawer.ts'

beforeEach(() => vi.resetModules())

/** A visit with a storage that already has a text; gives what is kept after each note passed. */
async function visit(kept: string | null) {
  const { keepVisit, passNote } = await import('#store/visit.ts')
  const drawer = new Drawer(kept === null ? {} : { 'throughline.passed': kept })
  keepVisit(keepIn(() => drawer))
  return { passNote, written: () => drawer.texts.get('throughline.passed') }
}

test('notes passed are kept beside those of before the reload', async () => {
  const { passNote, written } = await visit('baby-k')
  passNote('child-v')
  passNote('child-m')
  expect(written()).toBe('baby-k,child-v,child-m')
})

test('a note passed twice is kept once', async () => {
  const { passNote, written } = await visit(null)
  passNote('child-v')
  passNote('child-v')
  expect(written()).toBe('child-v')
})

test('an empty storage holds no case, not one without a name', async () => {
  const { passNote, written } = await visit('')
  passNote('child-v')
  expect(written()).toBe('child-v')
})

test('a browser that bars storage lets the reader pass all the same', async () => {
  const { keepVisit, passNote } = await import('#store/visit.ts')
  keepVisit(keepIn(barred))
  expect(() => passNote('child-v')).not.toThrow()
})
