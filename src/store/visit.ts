import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Keep } from './keep.ts'

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
export function keepVisit(keep: Keep): void {
  visitStore.setState({ passed: new Set((keep.read(KEY) ?? '').split(',').filter(Boolean)) })
  visitStore.subscribe(({ passed }) => void keep.write(KEY, [...passed].join(',')))
}
