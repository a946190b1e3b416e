import { beforeEach, describe, expect, test, vi } from 'vitest'
import { FIRST_VIEW } from '#store/address.ts'
import { span } from '#model/time.ts'
import { at } from '#tests/fixtures/when.ts'

beforeEach(() => vi.resetModules())

type Kind = 'hashchange' | 'popstate'

/** An address bar that keeps its history and whose clock the test turns. */
class Bar {
  readonly location: { hash: string }
  readonly entries: string[]
  private readonly listeners: { readonly kind: Kind; readonly listener: () => void }[] = []
  private readonly due = new Map<number, () => void>()
  private begun = 0

  constructor(hash: string) {
    this.location = { hash }
    this.entries = [hash]
  }

  readonly history = {
    pushState: (_data: unknown, _unused: string, url: string) => {
      this.entries.push(url)
      this.location.hash = url
    },
    replaceState: (_data: unknown, _unused: string, url: string) => {
      this.entries[this.entries.length - 1] = url
      this.location.hash = url
    },
  }

  readonly addEventListener = (kind: Kind, listener: () => void) => {
    this.listeners.push({ kind, listener })
  }

  readonly setTimeout = (run: () => void) => {
    this.begun += 1
    this.due.set(this.begun, run)
    return this.begun
  }

  readonly clearTimeout = (timer: number | undefined) => {
    if (timer !== undefined) this.due.delete(timer)
  }

  get timers(): number {
    return this.due.size
  }

  /** A moment passes: what was put off is done. */
  settle(): void {
    const due = [...this.due.values()]
    this.due.clear()
    for (const run of due) run()
  }

  private go(hash: string, kind: Kind): void {
    this.location.hash = hash
    for (const one of this.listeners) if (one.kind === kind) one.listener()
  }

  /** The reader types an address. */
  type(hash: string): void {
    this.entries.push(hash)
    this.go(hash, 'hashchange')
  }

  /** The reader goes back. */
  back(): void {
    this.entries.pop()
    this.go(this.entries.at(-1) ?? '', 'popstate')
  }
}

async function open(hash: string) {
  const store = await import('#store/view.ts')
  const bar = new Bar(hash)
  store.followAddress(bar)
  return { store, bar }
}

const autumn = span(at('2013-10-01'), at('2013-12-01'))

describe('the view and the address bar', () => {
  test('the page opens with what the link says', async () => {
    const { store, bar } = await open('#/case/baby-k?page=table&event=e1&v=1')
    expect(store.readView()).toEqual({
      route: {
        name: 'case',
        id: 'baby-k',
        view: { ...FIRST_VIEW, page: 'table', selection: { kind: 'event', id: 'e1' } },
      },
      view: { ...FIRST_VIEW, page: 'table', selection: { kind: 'event', id: 'e1' } },
    })
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k?page=table&event=e1&v=1'])
  })

  test('a move of the window is written into the entry that is there', async () => {
    const { store, bar } = await open('#/case/baby-k')
    store.showWindow(autumn)
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k?from=2013-10-01T00:00&to=2013-12-01T00:00&v=1'])
  })

  test('a selection is a step the reader can go back from', async () => {
    const { store, bar } = await open('#/case/baby-k')
    store.select({ kind: 'event', id: 'e1' })
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k', '#/case/baby-k?event=e1&v=1'])
    bar.back()
    expect(store.readView().view.selection).toBeUndefined()
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k'])
  })

  test('the steps of a fact’s way are one entry, however many are taken', async () => {
    const { store, bar } = await open('#/case/baby-k')
    for (const [step, id] of ['e1', 'e2', 'e3'].entries())
      store.select({ kind: 'event', id, evidence: [], path: { fact: 'f', agency: 'gp', step, before: undefined } })
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k', '#/case/baby-k?event=e3&v=1'])
  })

  test('steps in quick succession are an entry each, and a window moved just before stays with the entry it was in', async () => {
    const { store, bar } = await open('#/case/baby-k')
    store.showWindow(autumn)
    store.select({ kind: 'event', id: 'e1' })
    store.select(undefined)
    bar.settle()
    const window = 'from=2013-10-01T00:00&to=2013-12-01T00:00'
    expect(bar.entries).toEqual([
      `#/case/baby-k?${window}&v=1`,
      `#/case/baby-k?${window}&event=e1&v=1`,
      `#/case/baby-k?${window}&v=1`,
    ])
  })

  test('another page is a step too', async () => {
    const { store, bar } = await open('#/case/baby-k')
    store.showPage('about')
    bar.settle()
    expect(bar.entries).toHaveLength(2)
  })

  test('many changes in a moment are written once, the last of them', async () => {
    const { store, bar } = await open('#/case/baby-k')
    bar.settle()
    for (const text of ['n', 'no', 'not', 'not seen']) store.changeFilter({ text })
    expect(bar.timers).toBe(1)
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k?text=not+seen&v=1'])
    store.clearFilter()
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k'])
  })

  test('a change of the filter keeps what else was filtered', async () => {
    const { store } = await open('#/case/baby-k?without-agencies=gp')
    store.changeFilter({ text: 'visit' })
    const { filter } = store.readView().view
    expect([...filter.hiddenAgencies]).toEqual(['gp'])
    expect(filter.text).toBe('visit')
  })

  test('every switch of the view is in the address', async () => {
    const { store, bar } = await open('#/case/baby-k')
    store.hideFiltered(true)
    store.showQuietLanes(true)
    store.showEveryMark(true)
    bar.settle()
    expect(bar.location.hash).toBe('#/case/baby-k?filtered=hidden&lanes=all&marks=all&v=1')
  })

  test('an address that is typed replaces the whole view', async () => {
    const { store, bar } = await open('#/case/baby-k?text=visit')
    bar.type('#/case/child-v?page=table')
    expect(store.readView().route).toMatchObject({ name: 'case', id: 'child-v' })
    expect(store.readView().view).toEqual({ ...FIRST_VIEW, page: 'table' })
    bar.settle()
    expect(bar.entries.at(-1)).toBe('#/case/child-v?page=table')
  })

  test('on the library page nothing is written', async () => {
    const { store, bar } = await open('#/')
    store.showPage('table')
    bar.settle()
    expect(bar.entries).toEqual(['#/'])
  })

  test('of a reader’s own file nothing ever goes into the address', async () => {
    const { store, bar } = await open('#/case/baby-k?text=visit')
    store.openOwn()
    expect(store.readView()).toEqual({ route: { name: 'own' }, view: FIRST_VIEW })
    store.select({ kind: 'event', id: 'my-own-event' })
    store.changeFilter({ text: 'a name' })
    bar.settle()
    expect(bar.entries).toEqual(['#/case/baby-k?text=visit'])
  })
})
