import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Filter, NO_FILTER } from '#analysis/filter.ts'
import { ALL_ASSUMPTIONS } from '#analysis/knowledge/horizon.ts'
import type { Case } from '#model/case.ts'
import type { Instant, Span } from '#model/time.ts'
import {
  decodeAddress,
  encodeView,
  FIRST_VIEW,
  type Page,
  type Route,
  type Selection,
  type ViewAddress,
} from './address.ts'
import { forgetUnknown } from './forget.ts'
import { type HorizonChoice, windowUpTo } from './horizon-choice.ts'
import type { LaneChoice } from './lane-choice.ts'

/** What the reader is looking at. Everything here is in the address; nothing here is derived or in pixels. */
export interface ViewState {
  readonly route: Route
  readonly view: ViewAddress
}

const viewStore = createStore<ViewState>(() => ({ route: { name: 'library' }, view: FIRST_VIEW }))

/** A part of the view; the one hook by which React reads it. */
export function useView<T>(pick: (state: ViewState) => T): T {
  return useStore(viewStore, pick)
}

/** The whole state, for code that runs outside rendering. */
export function readView(): ViewState {
  return viewStore.getState()
}

/** Tells of every change of the state, with what was before, until the function it returns is called. */
export function watchView(listener: (after: ViewState, before: ViewState) => void): () => void {
  return viewStore.subscribe(listener)
}

/** Shows a view as it was before. */
export function restoreView(view: ViewAddress): void {
  viewStore.setState({ view })
}

function change(part: Partial<ViewAddress>): void {
  viewStore.setState(({ view }) => ({ view: { ...view, ...part } }))
}

export const showWindow = (window: Span | undefined) => change({ window })
export const showPage = (page: Page) => change({ page })
export const select = (selection: Selection | undefined) => change({ selection })
export const hideFiltered = (hidesFiltered: boolean) => change({ hidesFiltered })
export const showQuietLanes = (showsQuietLanes: boolean) => change({ showsQuietLanes })
export const showEveryMark = (showsEveryMark: boolean) => change({ showsEveryMark })
export const arrangeLanes = (lanes: LaneChoice) => change({ lanes })
export const countFrom = (eventId: string | undefined) => change({ countFrom: eventId })
export const clearFilter = () => change({ filter: NO_FILTER })
export function changeFilter(part: Partial<Filter>): void {
  change({ filter: { ...viewStore.getState().view.filter, ...part } })
}

/** Stops the case at a day, the first moment after it, or lets it go on. What is in sight stays, as far as it had come by then. */
export function stopAt(day: Instant | undefined): void {
  const { horizon, window } = viewStore.getState().view
  if (day === undefined) change({ horizon: undefined })
  else
    change({
      horizon: { agency: undefined, assumptions: ALL_ASSUMPTIONS, ...horizon, day },
      window: windowUpTo(window, day),
    })
}

/** The same while the line is held: the window stays, or it would move under the hand. Letting go is `stopAt`. */
export function dragHorizon(day: Instant): void {
  const { horizon } = viewStore.getState().view
  if (horizon) change({ horizon: { ...horizon, day } })
}

/** In whose place the reader stands, and what that takes for known. Nothing without a day to stop at. */
export function seeAs(part: Partial<Pick<HorizonChoice, 'agency' | 'assumptions'>>): void {
  const { horizon } = viewStore.getState().view
  if (horizon) change({ horizon: { ...horizon, ...part } })
}

/** Lets go of whatever the case shown does not have, so that the address cannot tell of it. */
export function keepOnly(shown: Case): void {
  const { view } = viewStore.getState()
  const kept = forgetUnknown(view, shown)
  if (kept !== view) viewStore.setState({ view: kept })
}
/** A reader's own file is looked at from the start and never gets an address. */
export function openOwn(): void {
  viewStore.setState({ route: { name: 'own' }, view: FIRST_VIEW })
}

interface AddressBar {
  readonly location: { readonly hash: string }
  readonly history: {
    replaceState: (data: unknown, unused: string, url: string) => void
    pushState: (data: unknown, unused: string, url: string) => void
  }
  addEventListener: (type: 'hashchange' | 'popstate', listener: () => void) => void
  setTimeout: (run: () => void, ms: number) => number
  clearTimeout: (timer: number | undefined) => void
}

/** Small moves replace the entry in the history; a selection or a page is one the reader can go back from. */
function isStep(before: ViewAddress, after: ViewAddress): boolean {
  // A way that plays would bury what the reader came from.
  if (before.selection?.path && after.selection?.path) return before.page !== after.page
  return (
    before.page !== after.page ||
    before.selection?.kind !== after.selection?.kind ||
    before.selection?.id !== after.selection?.id
  )
}

/** Keeps the store and the address bar equal, both ways. Called once at start-up. */
export function followAddress(bar: AddressBar): void {
  let shown: ViewAddress = FIRST_VIEW
  let due: number | undefined
  const read = () => {
    const route = decodeAddress(bar.location.hash)
    shown = route.name === 'case' ? route.view : FIRST_VIEW
    viewStore.setState({ route, view: shown })
  }
  const write = ({ route, view }: ViewState) => {
    if (route.name !== 'case' || view === shown) return
    const hash = encodeView(route.id, view)
    if (hash !== bar.location.hash) {
      if (isStep(shown, view)) bar.history.pushState(null, '', hash)
      else bar.history.replaceState(null, '', hash)
    }
    shown = view
  }
  read()
  bar.addEventListener('hashchange', read)
  bar.addEventListener('popstate', read)
  // A step is written at once, after what was still to be written of the view it leaves. Anything else once the view
  // rests: panning changes it sixty times a second, and browsers refuse more than about a hundred changes of the
  // address in ten seconds.
  viewStore.subscribe((now, before) => {
    bar.clearTimeout(due)
    if (now.view === shown) return
    if (isStep(before.view, now.view)) {
      write(before)
      write(now)
    } else due = bar.setTimeout(() => write(viewStore.getState()), 150)
  })
}
