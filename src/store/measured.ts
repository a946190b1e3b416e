import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ChosenEnds } from '#analysis/measured.ts'

/** What is being measured, for as long as the visit lasts: the review draws it, and paper after it. */
interface Measured {
  readonly caseId: string
  readonly ends: ChosenEnds
}

const NONE: ChosenEnds = {}
const measuredStore = createStore<Measured>(() => ({ caseId: '', ends: NONE }))

/** The ends chosen in a case; none when another one was measured last. */
export function useMeasured(id: string): ChosenEnds {
  return useStore(measuredStore, ({ caseId, ends }) => (caseId === id ? ends : NONE))
}

export function setMeasured(caseId: string, ends: ChosenEnds): void {
  measuredStore.setState({ caseId, ends })
}
