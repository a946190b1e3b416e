import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Which content notes the reader has passed, for as long as this visit lasts. */
interface Visit {
  readonly passed: ReadonlySet<string>
}

const visitStore = createStore<Visit>(() => ({ passed: new Set() }))
const KEY = 'throughline.passed'

export function useHasPassedNote(caseId: string): boolean {
  return useStore(visitStore, ({ passed }) => passed.has(caseId))
}

export function passNote(caseId: string): void {
  visitStore.setState(({ passed }) => ({ passed: new Set([...passed, caseId]) }))
}

/** Remembers across reloads within the visit. A browser that bars storage asks again. */
export function keepVisit(keep: {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
}): void {
  try {
    const ids = (keep.getItem(KEY) ?? '').split(',').filter(Boolean)
    visitStore.setState({ passed: new Set(ids) })
  } catch {
    return
  }
  visitStore.subscribe(({ passed }) => {
    try {
      keep.setItem(KEY, [...passed].join(','))
    } catch {
      // Full or barred: the note is shown again after a reload.
    }
  })
}
