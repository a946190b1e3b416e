import { del, get, set } from 'idb-keyval'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What the reviewer makes of what the rules and the review say. Held for the visit; kept on the device only when the reader asks. */

export const CHOICES = ['undecided', 'keep', 'set-aside'] as const
export type Choice = (typeof CHOICES)[number]

export interface Decision {
  readonly choice: Choice
  readonly note: string
}

export const UNDECIDED: Decision = { choice: 'undecided', note: '' }

export interface Decisions {
  /** By `candidate <id>` or `finding <id>`; undecided ones without a note are left out. */
  readonly of: ReadonlyMap<string, Decision>
  readonly isKept: boolean
  /** Why the device keeps nothing although the reader asked. */
  readonly problem: string | undefined
}

const NONE: Decisions = { of: new Map(), isKept: false, problem: undefined }
const BARRED = 'This browser does not let the page keep anything. Decisions last until the page is closed.'

const decisionsStore = createStore<{ readonly cases: ReadonlyMap<string, Decisions> }>(() => ({ cases: new Map() }))
const opened = new Set<string>()

/** Under what a case's decisions stand; no id has a space. A reader's own file never mixes with a published case. */
export function decisionsKey(caseId: string, isOwn: boolean): string {
  return isOwn ? `own ${caseId}` : caseId
}

const keyInStore = (key: string) => `throughline.decisions ${key}`

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Decisions out of what was stored; undefined when nothing was, and without what is not understood. */
export function decodeDecisions(stored: unknown): ReadonlyMap<string, Decision> | undefined {
  if (!isRecord(stored)) return undefined
  const found = new Map<string, Decision>()
  for (const [key, value] of Object.entries(stored)) {
    if (!isRecord(value)) continue
    const choice = CHOICES.find((one) => one === value['choice'])
    if (choice) found.set(key, { choice, note: typeof value['note'] === 'string' ? value['note'] : '' })
  }
  return found
}

/** The plain value that is stored. */
export function encodeDecisions(decisions: ReadonlyMap<string, Decision>): Readonly<Record<string, Decision>> {
  return Object.fromEntries(decisions)
}

export function useDecisions(key: string): Decisions {
  return useStore(decisionsStore, ({ cases }) => cases.get(key) ?? NONE)
}

function change(key: string, part: Partial<Decisions>): Decisions {
  const next = { ...(decisionsStore.getState().cases.get(key) ?? NONE), ...part }
  decisionsStore.setState(({ cases }) => ({ cases: new Map([...cases, [key, next]]) }))
  return next
}

async function write(key: string, decisions: ReadonlyMap<string, Decision>): Promise<void> {
  try {
    await set(keyInStore(key), encodeDecisions(decisions))
  } catch {
    change(key, { problem: BARRED })
  }
}

/** Reads what was kept of a case, once in a visit; what was decided meanwhile stands. */
export async function openDecisions(key: string): Promise<void> {
  if (opened.has(key)) return
  opened.add(key)
  try {
    const kept = decodeDecisions(await get<unknown>(keyInStore(key)))
    if (!kept) return
    const now = decisionsStore.getState().cases.get(key)
    change(key, { of: new Map([...kept, ...(now?.of ?? [])]), isKept: true })
  } catch {
    // Storage is barred: decisions last for the visit.
  }
}

/** Decides, or takes back; written to the device when the reader keeps decisions there. */
export function decide(key: string, id: string, decision: Decision): void {
  const of = new Map(decisionsStore.getState().cases.get(key)?.of)
  if (decision.choice === 'undecided' && decision.note === '') of.delete(id)
  else of.set(id, decision)
  if (change(key, { of }).isKept) void write(key, of)
}

/** Keeps a case's decisions on the device from now on, or takes them off it and holds them for the visit only. */
export function keepDecisions(key: string, isKept: boolean): void {
  const { of } = change(key, { isKept, problem: undefined })
  if (isKept) void write(key, of)
  else void remove(key)
}

/** Forgets every decision on a case, here and on the device. */
export function forgetDecisions(key: string): void {
  change(key, NONE)
  void remove(key)
}

async function remove(key: string): Promise<void> {
  try {
    await del(keyInStore(key))
  } catch {
    // Nothing was kept where storage is barred.
  }
}
