import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Keep } from './keep.ts'

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
const NOT_KEPT =
  'This browser keeps nothing for the page: its storage is barred or full. Decisions last until the page is closed.'

const decisionsStore = createStore<{
  readonly cases: ReadonlyMap<string, Decisions>
  /** Where a device keeps them; until it is known, for the visit only. */
  readonly device: Keep
}>(() => ({ cases: new Map(), device: { read: () => null, write: () => false } }))

/** Under what a case's decisions stand; no id has a space. A reader's own file never mixes with a published case. */
export function decisionsKey(caseId: string, isOwn: boolean): string {
  return isOwn ? `own ${caseId}` : caseId
}

const nameOnDevice = (key: string) => `throughline.decisions ${key}`

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Decisions out of a stored text; undefined when there is none, and without what is not understood. */
export function decodeDecisions(text: string | null): ReadonlyMap<string, Decision> | undefined {
  let stored: unknown
  try {
    stored = JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
  if (!isRecord(stored)) return undefined
  const found = new Map<string, Decision>()
  for (const [id, value] of Object.entries(stored)) {
    if (!isRecord(value)) continue
    const choice = CHOICES.find((one) => one === value['choice'])
    if (choice) found.set(id, { choice, note: typeof value['note'] === 'string' ? value['note'] : '' })
  }
  return found
}

/** The text that is stored. */
export function encodeDecisions(decisions: ReadonlyMap<string, Decision>): string {
  return JSON.stringify(Object.fromEntries(decisions))
}

/** What stands decided on a case now; undecided all through for one that was never opened. */
export function readDecisions(key: string): Decisions {
  return decisionsStore.getState().cases.get(key) ?? NONE
}

export function useDecisions(key: string): Decisions {
  return useStore(decisionsStore, ({ cases }) => cases.get(key) ?? NONE)
}

function change(key: string, part: Partial<Decisions>): Decisions {
  const next = { ...readDecisions(key), ...part }
  decisionsStore.setState(({ cases }) => ({ cases: new Map([...cases, [key, next]]) }))
  return next
}

/**
 * From now on decisions are read from this device, and kept on it where the reader asks. `watch` tells the names of
 * texts that another window of this browser changed; null means any of them.
 */
export function keepDecisionsOn(device: Keep, watch: (tell: (name: string | null) => void) => void): void {
  decisionsStore.setState({ device })
  watch((name) => {
    for (const key of decisionsStore.getState().cases.keys()) {
      if (name === null || name === nameOnDevice(key)) openDecisions(key)
    }
  })
}

function write(key: string, decisions: ReadonlyMap<string, Decision>): void {
  const isWritten = decisionsStore.getState().device.write(nameOnDevice(key), encodeDecisions(decisions))
  change(key, { problem: isWritten ? undefined : NOT_KEPT })
}

/** Reads what the device keeps of a case. What this window holds and the device does not have stays, and is kept too. */
export function openDecisions(key: string): void {
  const now = readDecisions(key)
  const isOnDevice = now.isKept && now.problem === undefined
  const kept = decodeDecisions(decisionsStore.getState().device.read(nameOnDevice(key)))
  if (!kept) {
    // Another window took them off the device; here they last for the visit.
    if (isOnDevice) change(key, { isKept: false })
    return
  }
  const of = isOnDevice ? kept : new Map([...kept, ...now.of])
  change(key, { of, isKept: true })
  if (!isOnDevice && now.of.size > 0) write(key, of)
}

/** Decides, or takes back; on the device before it returns, where the reader keeps decisions there. */
export function decide(key: string, id: string, decision: Decision): void {
  const of = new Map(readDecisions(key).of)
  if (decision.choice === 'undecided' && decision.note === '') of.delete(id)
  else of.set(id, decision)
  if (change(key, { of }).isKept) write(key, of)
}

/** Keeps a case's decisions on the device from now on, or takes them off it and holds them for the visit only. */
export function keepDecisions(key: string, isKept: boolean): void {
  const { of } = change(key, { isKept, problem: undefined })
  if (isKept) write(key, of)
  else forgetOnDevice(key)
}

/** Forgets every decision on a case, here and on the device, before it returns. */
export function forgetDecisions(key: string): void {
  change(key, NONE)
  forgetOnDevice(key)
}

function forgetOnDevice(key: string): void {
  decisionsStore.getState().device.write(nameOnDevice(key), null)
}
