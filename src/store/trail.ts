import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ViewAddress } from './address.ts'
import { readView, restoreView, watchView } from './view.ts'

/**
 * The way a reader came: every view of a case they rested on, to walk back and forward through, their own file's too.
 * The browser's history is coarser: it records pages and selections, which have addresses, so that its Back leaves a
 * case in few presses. A walk here is to it a change of the view like any other, and its Back is one here.
 */
export interface Trail {
  readonly past: readonly ViewAddress[]
  readonly future: readonly ViewAddress[]
  /** The last change: what it changed, and when. */
  readonly last: { readonly parts: string; readonly at: number }
}

export const NO_TRAIL: Trail = { past: [], future: [], last: { parts: '', at: -Infinity } }

/** Changes of one part that follow one another faster are one step: a gesture, a word being typed. */
const REST_MS = 800
/** What follows a change faster than a hand can is brought about by it: the window follows the selection. */
const EFFECT_MS = 60
/** Nobody walks back further. */
const MOST_STEPS = 200

const textOf = (part: unknown) =>
  JSON.stringify(part, (_, value: unknown) => (value instanceof Set ? [...value].map(String).toSorted(compare) : value))
const compare = (a: string, b: string) => (a < b ? -1 : 1)

/** Which parts differ. The page is where one reads, not what one looks at: it stays. */
function partsOf(before: ViewAddress, after: ViewAddress): string {
  const old = new Map(Object.entries<unknown>({ ...before }))
  return Object.entries<unknown>({ ...after })
    .flatMap(([key, part]) => {
      // An address that is read again makes new objects of the same parts.
      const isSame = part === old.get(key) || textOf(part) === textOf(old.get(key))
      return key === 'page' || isSame ? [] : [key]
    })
    .join(' ')
}

/** The trail after a change of the view, made at a moment in milliseconds. */
export function recordStep(trail: Trail, before: ViewAddress, after: ViewAddress, at: number): Trail {
  const parts = partsOf(before, after)
  if (parts === '') return trail
  const since = at - trail.last.at
  const isSame = parts === trail.last.parts && parts !== 'selection'
  const isOneStep = trail.past.length > 0 && (since < EFFECT_MS || (since < REST_MS && (isSame || parts === 'window')))
  // What came about by the change before it does not say what kind of change that was.
  const last = { parts: since < EFFECT_MS ? trail.last.parts : parts, at }
  if (isOneStep) return { past: trail.past, future: [], last }
  return { past: [...trail.past, before].slice(-MOST_STEPS), future: [], last }
}

/** One step back, or forward, from the view there is: the view to go to, and the trail from there; undefined at an end. */
export function takeStep(
  { past, future }: Trail,
  from: ViewAddress,
  by: 1 | -1,
): { readonly to: ViewAddress; readonly trail: Trail } | undefined {
  const to = by === -1 ? past.at(-1) : future[0]
  if (!to) return undefined
  const trail =
    by === -1
      ? { past: past.slice(0, -1), future: [from, ...future] }
      : { past: [...past, from], future: future.slice(1) }
  return { to: { ...to, page: from.page }, trail: { ...trail, last: NO_TRAIL.last } }
}

const trailStore = createStore<Trail>(() => NO_TRAIL)
let restored: ViewAddress | undefined

/** Whether the reader came to a view by walking back or forward: it is then shown just as it was. */
export function isRestored(view: ViewAddress): boolean {
  return view === restored
}

export function useTrail<T>(pick: (trail: Trail) => T): T {
  return useStore(trailStore, pick)
}

/** Walks a step back or forward; false at an end. */
export function walkTrail(by: 1 | -1): boolean {
  const step = takeStep(trailStore.getState(), readView().view, by)
  if (!step) return false
  restored = step.to
  trailStore.setState(step.trail)
  restoreView(step.to)
  return true
}

/** Records the reader's way from now on; another case begins another. Called once at start-up. */
export function followTrail(now: () => number): void {
  trailStore.setState(NO_TRAIL)
  watchView((after, before) => {
    if (after.view === restored || after.view === before.view) return
    const isElsewhere =
      after.route.name !== before.route.name ||
      (after.route.name === 'case' && before.route.name === 'case' && after.route.id !== before.route.id)
    trailStore.setState((trail) => (isElsewhere ? NO_TRAIL : recordStep(trail, before.view, after.view, now())))
  })
}
