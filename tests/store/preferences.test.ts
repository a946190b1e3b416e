import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { keepIn } from '#store/keep.ts'
import { decodePreferences, type Preferences, TEXT_SIZES, THEMES } from '#store/preferences.ts'
import { barred, Drawer } from '../fixtures/drawer.ts'

const FIRST: Preferences = { theme: 'system', textSize: 1, isLegendFolded: undefined, hasCharacterKeys: true }

describe('stored preferences', () => {
  test('are read as they were written', () => {
    const preferences = fc.record({
      theme: fc.constantFrom(...THEMES),
      textSize: fc.constantFrom(...TEXT_SIZES),
      isLegendFolded: fc.boolean(),
      hasCharacterKeys: fc.boolean(),
    })
    fc.assert(
      fc.property(preferences, (one) => {
        expect(decodePreferences(JSON.stringify(one))).toEqual(one)
      }),
    )
  })

  test.each([[null], [''], ['{'], ['null'], ['[]'], ['7'], ['"dark"'], ['{}']])(
    '%j has every preference at its first value',
    (text) => {
      expect(decodePreferences(text)).toEqual(FIRST)
    },
  )

  test('what is not understood has its first value, and the rest holds', () => {
    expect(decodePreferences('{"theme":"sepia","textSize":1.5,"isLegendFolded":"yes","more":1}')).toEqual({
      ...FIRST,
      textSize: 1.5,
    })
    expect(decodePreferences('{"theme":"dark","textSize":"1.5","isLegendFolded":true}')).toEqual({
      theme: 'dark',
      textSize: 1,
      isLegendFolded: true,
      hasCharacterKeys: true,
    })
  })
})

describe('preferences of this browser', () => {
  beforeEach(() => vi.resetModules())

  /** A start of the app with a storage; tells what was applied to the page and what was kept. */
  async function start(kept: string | null) {
    const { keepPreferences, prefer } = await import('#store/preferences.ts')
    const applied: Preferences[] = []
    const drawer = new Drawer(kept === null ? {} : { 'throughline.preferences': kept })
    keepPreferences(
      keepIn(() => drawer),
      (preferences) => applied.push(preferences),
    )
    return { prefer, applied, storage: drawer.texts }
  }

  test('are applied at the start, before anything changes', async () => {
    const { applied, storage } = await start('{"theme":"dark"}')
    expect(applied).toEqual([{ ...FIRST, theme: 'dark' }])
    expect(storage.get('throughline.preferences')).toBe('{"theme":"dark"}')
  })

  test('a change is applied and kept with what was chosen before', async () => {
    const { prefer, applied, storage } = await start('{"theme":"dark"}')
    prefer({ textSize: 1.25 })
    const changed: Preferences = { ...FIRST, theme: 'dark', textSize: 1.25 }
    expect(applied.at(-1)).toEqual(changed)
    expect(decodePreferences(storage.get('throughline.preferences') ?? null)).toEqual(changed)
  })

  test('a browser that bars storage still applies what the reader chooses', async () => {
    const { keepPreferences, prefer } = await import('#store/preferences.ts')
    const applied: Preferences[] = []
    keepPreferences(keepIn(barred), (preferences) => applied.push(preferences))
    prefer({ theme: 'light' })
    expect(applied).toEqual([FIRST, { ...FIRST, theme: 'light' }])
  })
})

describe('how large text is', () => {
  test('is the reader’s choice times what their browser makes of it, now and whenever either changes', async () => {
    vi.resetModules()
    const { keepTextScale, prefer } = await import('#store/preferences.ts')
    const applied: number[] = []
    let tell: (device: number) => void = () => {}
    keepTextScale(
      (watcher) => {
        tell = watcher
        tell(2)
      },
      (scale) => applied.push(scale),
    )
    prefer({ textSize: 1.5 })
    tell(1)
    prefer({ textSize: 1 })
    expect(applied).toEqual([2, 3, 1.5, 1])
  })
})
