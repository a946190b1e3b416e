import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Keep } from './keep.ts'
import { type LaneChoice, laneChoiceOf, type LaneLists, laneListsOf } from './lane-choice.ts'

/** Arrangements of lanes that the reader has given a name, case by case. A preference: never in a link. */
export interface LaneSet {
  readonly name: string
  readonly lanes: LaneChoice
}

type Sets = ReadonlyMap<string, readonly LaneSet[]>

const KEY = 'throughline.lane-sets'
const NONE: readonly never[] = []
/** No id has a space. */
const OWN = 'own '

const setsStore = createStore<{ readonly sets: Sets }>(() => ({ sets: new Map() }))

/** Under what a case's sets stand. Those of a reader's own file are held until the page is closed and never kept. */
export function laneSetsKey(caseId: string, isOwn: boolean): string {
  return isOwn ? `${OWN}${caseId}` : caseId
}

export function useLaneSets(key: string): readonly LaneSet[] {
  return useStore(setsStore, ({ sets }) => sets.get(key) ?? NONE)
}

function change(key: string, next: (sets: readonly LaneSet[]) => readonly LaneSet[]): void {
  setsStore.setState(({ sets }) => ({ sets: new Map([...sets, [key, next(sets.get(key) ?? NONE)]]) }))
}

/** Keeps an arrangement under a name; one that had the name before gives way. */
export function saveLaneSet(key: string, set: LaneSet): void {
  change(key, (sets) => [...sets.filter(({ name }) => name !== set.name), set])
}

export function deleteLaneSet(key: string, name: string): void {
  change(key, (sets) => sets.filter((set) => set.name !== name))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

function decodeSet(value: unknown): readonly LaneSet[] {
  if (!isRecord(value) || typeof value['name'] !== 'string' || value['name'] === '') return NONE
  const lists: LaneLists = {
    order: texts(value['order']),
    pinned: texts(value['pinned']),
    hidden: texts(value['hidden']),
    collapsed: texts(value['collapsed']),
  }
  return [{ name: value['name'], lanes: laneChoiceOf(lists) }]
}

/** Sets out of a stored text, by case; what is not understood is left out. */
export function decodeLaneSets(text: string | null): Sets {
  let stored: unknown
  try {
    stored = JSON.parse(text ?? 'null')
  } catch {
    return new Map()
  }
  if (!isRecord(stored)) return new Map()
  return new Map(
    Object.entries(stored).map(([caseId, sets]) => [caseId, Array.isArray(sets) ? sets.flatMap(decodeSet) : NONE]),
  )
}

/** The text that is stored; cases without sets, and a reader's own file, are not in it. */
export function encodeLaneSets(sets: Sets): string {
  const kept = [...sets].filter(([key, list]) => !key.startsWith(OWN) && list.length > 0)
  return JSON.stringify(
    Object.fromEntries(
      kept.map(([key, list]) => [key, list.map(({ name, lanes }) => ({ name, ...laneListsOf(lanes) }))]),
    ),
  )
}

/** Reads what was kept and keeps what changes. A browser that bars storage holds the sets until the page is closed. */
export function keepLaneSets(keep: Keep): void {
  setsStore.setState({ sets: decodeLaneSets(keep.read(KEY)) })
  setsStore.subscribe(({ sets }) => void keep.write(KEY, encodeLaneSets(sets)))
}
