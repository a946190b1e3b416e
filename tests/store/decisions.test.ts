import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Decision, decisionsKey, decodeDecisions, encodeDecisions } from '#store/decisions.ts'
import { keepIn } from '#store/keep.ts'
import { barred, Drawer, FullDrawer } from '../fixtures/drawer.ts'

const KEEP: Decision = { choice: 'keep', note: 'Ask.' }
const ASIDE: Decision = { choice: 'set-aside', note: '' }
const TEXT = 'throughline.decisions k'

/** A window of the browser that has this storage, on the review of one case. */
async function openWindow(drawer: Drawer | undefined) {
  vi.resetModules()
  const store = await import('#store/decisions.ts')
  let tell: (name: string | null) => void = () => {}
  store.keepDecisionsOn(keepIn(drawer ? () => drawer : barred), (heed) => void (tell = heed))
  store.openDecisions('k')
  return { ...store, heard: (name: string | null) => tell(name), now: () => store.readDecisions('k') }
}

const onDevice = (drawer: Drawer) => decodeDecisions(drawer.texts.get(TEXT) ?? null)

describe('decisions as they are stored', () => {
  test('are the same after they were written and read', () => {
    const decisions = new Map<string, Decision>([
      ['candidate silence: gp > e1 e2', KEEP],
      ['finding f1', ASIDE],
      ['finding f2', { choice: 'undecided', note: 'Later.' }],
    ])
    expect(decodeDecisions(encodeDecisions(decisions))).toEqual(decisions)
  })

  test.each([null, '', '{', 'null', '"text"', '3', '[]'])('%j is no store of decisions', (text) => {
    expect(decodeDecisions(text)).toBeUndefined()
  })

  test('what is not understood is left out, and a note that is no text is none', () => {
    const text = '{"a":{"choice":"keep","note":4},"b":{"choice":"burn","note":""},"c":null}'
    expect(decodeDecisions(text)).toEqual(new Map([['a', { choice: 'keep', note: '' }]]))
  })

  test('of a reader’s own file stand apart from those of a published case of the same name', () => {
    expect(decisionsKey('baby-k', true)).not.toBe(decisionsKey('baby-k', false))
  })
})

describe('decisions on a device', () => {
  let drawer: Drawer
  beforeEach(() => void (drawer = new Drawer()))

  test('are there only when the reader asks', async () => {
    const { decide, keepDecisions, now } = await openWindow(drawer)
    decide('k', 'finding f1', KEEP)
    expect(onDevice(drawer)).toBeUndefined()
    keepDecisions('k', true)
    expect(onDevice(drawer)).toEqual(new Map([['finding f1', KEEP]]))
    keepDecisions('k', false)
    expect(onDevice(drawer)).toBeUndefined()
    expect(now().of.get('finding f1')).toEqual(KEEP)
  })

  test('are kept, and forgotten, before the page says so: a reload right after finds it done', async () => {
    const first = await openWindow(drawer)
    first.keepDecisions('k', true)
    first.decide('k', 'finding f1', KEEP)
    const second = await openWindow(drawer)
    expect(second.now()).toEqual({ of: new Map([['finding f1', KEEP]]), isKept: true, problem: undefined })
    second.forgetDecisions('k')
    const third = await openWindow(drawer)
    expect(third.now()).toEqual({ of: new Map(), isKept: false, problem: undefined })
  })

  test('where nothing can be kept the page says why, and holds them', async () => {
    for (const place of [undefined, new FullDrawer()]) {
      const { decide, keepDecisions, openDecisions, now } = await openWindow(place)
      keepDecisions('k', true)
      decide('k', 'finding f1', KEEP)
      openDecisions('k')
      expect(now().problem).toContain('barred or full')
      expect(now().of.get('finding f1')).toEqual(KEEP)
    }
  })

  test('of two windows: what one keeps the other shows, and neither writes over the other', async () => {
    const one = await openWindow(drawer)
    one.keepDecisions('k', true)
    one.decide('k', 'finding f1', KEEP)
    const other = await openWindow(drawer)
    other.decide('k', 'finding f2', ASIDE)
    one.heard(TEXT)
    one.decide('k', 'finding f3', ASIDE)
    expect([...(onDevice(drawer)?.keys() ?? [])]).toEqual(['finding f1', 'finding f2', 'finding f3'])
    other.heard(null)
    expect(other.now().of.size).toBe(3)
  })

  test('taken off the device by another window, they last here for the visit', async () => {
    const one = await openWindow(drawer)
    one.keepDecisions('k', true)
    one.decide('k', 'finding f1', KEEP)
    const other = await openWindow(drawer)
    other.keepDecisions('k', false)
    one.heard(TEXT)
    expect(one.now()).toEqual({ of: new Map([['finding f1', KEEP]]), isKept: false, problem: undefined })
  })

  test('held here before another window began to keep some: both stand, and are kept', async () => {
    const one = await openWindow(drawer)
    one.decide('k', 'finding f1', KEEP)
    const other = await openWindow(drawer)
    other.keepDecisions('k', true)
    other.decide('k', 'finding f2', ASIDE)
    one.heard(TEXT)
    expect(one.now().isKept).toBe(true)
    expect(onDevice(drawer)).toEqual(
      new Map([
        ['finding f2', ASIDE],
        ['finding f1', KEEP],
      ]),
    )
  })
})
