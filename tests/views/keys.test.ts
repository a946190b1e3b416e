import { beforeEach, describe, expect, test } from 'vitest'
import { keepPreferences, prefer } from '#store/preferences.ts'
import { actOf, EDGE_KEYS, KEY_GROUPS, keyCaps, type Press } from '#views/keys.ts'

const press = (key: string, held: { readonly [Key in keyof Press]?: Press[Key] | undefined } = {}): Press => ({
  key,
  ctrlKey: held.ctrlKey === true,
  metaKey: held.metaKey === true,
  altKey: held.altKey === true,
  shiftKey: held.shiftKey === true,
})

const namesIn = (scope: string): readonly string[] =>
  KEY_GROUPS.flatMap((group) => (group.scope === scope ? group.bindings.flatMap(({ keys }) => keys) : []))

beforeEach(() => keepPreferences({ read: () => null, write: () => false }, () => {}))

describe('the table of keys', () => {
  test.each(['chart', 'edge', 'path', 'page'])('gives every key to one act only (%s)', (scope) => {
    const names = namesIn(scope)
    expect(names.length).toBeGreaterThan(2)
    expect(names).toEqual([...new Set(names)])
  })

  test('has no key of the chart that acts anywhere too', () => {
    expect(namesIn('chart').filter((name) => namesIn('page').includes(name))).toEqual([])
  })

  test('explains every key of the overview’s edges', () => {
    expect(namesIn('edge').toSorted()).toEqual(Object.keys(EDGE_KEYS).toSorted())
  })

  test('every key it explains does what is said there', () => {
    for (const { scope, bindings } of KEY_GROUPS) {
      if (scope === 'edge') continue
      for (const { act, keys } of bindings)
        for (const name of keys) {
          const key = name === '+' ? '+' : (name.split('+').at(-1) ?? '')
          const [ctrlKey, altKey, shiftKey] = ['Control+', 'Alt+', 'Shift+'].map((held) => name.includes(held))
          expect(actOf(press(key, { ctrlKey, altKey, shiftKey }), scope), name).toBe(act)
        }
    }
  })

  test('prints keys as keyboards do', () => {
    expect(['Control+Home', 'Shift+l', '+', ' ', 'Alt+ArrowUp'].map((key) => keyCaps(key).join(' '))).toEqual([
      'Ctrl Home',
      'Shift L',
      '+',
      'Space',
      'Alt ↑',
    ])
  })
})

describe('a press', () => {
  test('of a letter is the same with the lock for capitals on', () => {
    expect(actOf(press('G'), 'chart')).toBe('next-finding')
    expect(actOf(press('g', { shiftKey: true }), 'chart')).toBe('previous-finding')
  })

  test.each(['-', '+', '0', 'l', 'g', 'PageDown', 'ArrowUp'])('of %s with Control belongs to the browser', (key) => {
    expect(actOf(press(key, { ctrlKey: true }), 'chart')).toBeUndefined()
    expect(actOf(press(key, { metaKey: true }), 'chart')).toBeUndefined()
  })

  test.each(['ArrowLeft', 'ArrowRight'])('of %s with Alt belongs to the browser', (key) => {
    expect(actOf(press(key, { altKey: true }), 'chart')).toBeUndefined()
  })

  test('of a sign on the third level of a keyboard is that sign', () => {
    expect(actOf(press('?', { ctrlKey: true, altKey: true }), 'page')).toBe('help')
  })

  test('of a letter or a sign does nothing where the reader switched that off; other keys still act', () => {
    prefer({ hasCharacterKeys: false })
    expect(actOf(press('g'), 'chart')).toBeUndefined()
    expect(actOf(press('/'), 'page')).toBeUndefined()
    expect(actOf(press(' '), 'chart')).toBe('open')
    expect(actOf(press('ArrowRight'), 'chart')).toBe('next')
    expect(actOf(press('Escape'), 'page')).toBe('close')
  })
})
