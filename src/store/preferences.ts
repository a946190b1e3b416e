import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Keep } from './keep.ts'

/** How this reader likes to read, kept in the browser. Never in a link. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const TEXT_SIZES = [1, 1.25, 1.5] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export interface Preferences {
  readonly theme: Theme
  readonly textSize: TextSize
  /** The column of filters is folded away; undefined until the reader chooses, so that a small screen may start without it. */
  readonly isLegendFolded: boolean | undefined
  /** Whether keys of one character act. Who speaks to the computer may say such characters without meaning them. */
  readonly hasCharacterKeys: boolean
}

const FIRST: Preferences = { theme: 'system', textSize: 1, isLegendFolded: undefined, hasCharacterKeys: true }
const KEY = 'throughline.preferences'

/** Preferences out of a stored text; whatever is missing or not understood has its first value. */
export function decodePreferences(text: string | null): Preferences {
  let stored: unknown
  try {
    stored = JSON.parse(text ?? 'null')
  } catch {
    return FIRST
  }
  if (typeof stored !== 'object' || stored === null) return FIRST
  const { theme, textSize, isLegendFolded, hasCharacterKeys } = {
    theme: undefined,
    textSize: undefined,
    isLegendFolded: undefined,
    hasCharacterKeys: undefined,
    ...stored,
  }
  return {
    theme: THEMES.find((one) => one === theme) ?? FIRST.theme,
    textSize: TEXT_SIZES.find((one) => one === textSize) ?? FIRST.textSize,
    isLegendFolded: typeof isLegendFolded === 'boolean' ? isLegendFolded : undefined,
    hasCharacterKeys: hasCharacterKeys !== false,
  }
}

const preferencesStore = createStore<Preferences>(() => FIRST)

export function usePreferences<T>(pick: (preferences: Preferences) => T): T {
  return useStore(preferencesStore, pick)
}

/** All of them, for code that runs outside rendering. */
export function readPreferences(): Preferences {
  return preferencesStore.getState()
}

export function prefer(part: Partial<Preferences>): void {
  preferencesStore.setState(part)
}

/** Reads what was kept and keeps what changes. Where nothing can be kept a preference holds until the page is closed. */
export function keepPreferences(keep: Keep, apply: (preferences: Preferences) => void): void {
  preferencesStore.setState(decodePreferences(keep.read(KEY)))
  apply(preferencesStore.getState())
  preferencesStore.subscribe((preferences) => {
    apply(preferences)
    keep.write(KEY, JSON.stringify(preferences))
  })
}

/** How much larger than usual the reader's browser shows text, whatever is chosen here. */
const deviceStore = createStore(() => ({ textScale: 1 }))

/** How large text is: the reader's choice times what their browser makes of it. */
export function useTextScale(): number {
  const device = useStore(deviceStore, ({ textScale }) => textScale)
  const textSize = usePreferences((preferences) => preferences.textSize)
  return textSize * device
}

/** Applies how large text is, now and whenever the reader or their browser changes it. */
export function keepTextScale(watch: (tell: (device: number) => void) => void, apply: (scale: number) => void): void {
  const tell = () => apply(preferencesStore.getState().textSize * deviceStore.getState().textScale)
  watch((textScale) => deviceStore.setState({ textScale }))
  tell()
  deviceStore.subscribe(tell)
  preferencesStore.subscribe(tell)
}
