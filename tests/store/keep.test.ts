import { expect, test } from 'vitest'
import { keepIn } from '#store/keep.ts'
import { barred, Drawer, FullDrawer } from '../fixtures/drawer.ts'

test('what is kept is there at once, and what is taken away is gone at once', () => {
  const drawer = new Drawer()
  const keep = keepIn(() => drawer)
  expect(keep.read('a')).toBeNull()
  expect(keep.write('a', 'one')).toBe(true)
  expect(keep.read('a')).toBe('one')
  expect(keep.write('a', null)).toBe(true)
  expect(keep.read('a')).toBeNull()
})

test('a browser that bars storage reads as empty, and says that nothing was kept', () => {
  const keep = keepIn(barred)
  expect(keep.read('a')).toBeNull()
  expect(keep.write('a', 'one')).toBe(false)
  expect(keep.write('a', null)).toBe(false)
})

test('a full one still reads, and still gives up what it has', () => {
  const drawer = new FullDrawer({ a: 'one' })
  const keep = keepIn(() => drawer)
  expect(keep.write('a', 'two')).toBe(false)
  expect(keep.read('a')).toBe('one')
  expect(keep.write('a', null)).toBe(true)
  expect(keep.read('a')).toBeNull()
})
