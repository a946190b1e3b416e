import { beforeEach, describe, expect, test, vi } from 'vitest'
import { span } from '#model/time.ts'
import { FIRST_VIEW, type ViewAddress } from '#store/address.ts'
import { NO_TRAIL, recordStep, takeStep, type Trail } from '#store/trail.ts'
import { at } from '#tests/fixtures/when.ts'

/** A view whose window begins on a day of 2013. */
const windowFrom = (day: string, from: ViewAddress = FIRST_VIEW): ViewAddress => ({
  ...from,
  window: span(at(`2013-${day}`), at('2014-01-01')),
})
const selecting = (id: string, from: ViewAddress = FIRST_VIEW): ViewAddress => ({
  ...from,
  selection: { kind: 'event', id },
})
const typing = (text: string, from: ViewAddress = FIRST_VIEW): ViewAddress => ({
  ...from,
  filter: { ...from.filter, text },
})

/** The trail after views that came at moments; the first is where the reader began. */
function trailOf(first: ViewAddress, ...steps: readonly (readonly [ms: number, view: ViewAddress])[]): Trail {
  let [trail, before] = [NO_TRAIL, first]
  for (const [ms, view] of steps) {
    trail = recordStep(trail, before, view, ms)
    before = view
  }
  return trail
}

describe('the trail of views', () => {
  test('has one step for a gesture of many frames, back to where it began', () => {
    const frames = Array.from({ length: 60 }, (_, frame) => [
      1000 + frame * 16,
      windowFrom(`01-${String(1 + (frame % 28)).padStart(2, '0')}`),
    ]) as [number, ViewAddress][]
    expect(trailOf(FIRST_VIEW, ...frames).past).toEqual([FIRST_VIEW])
  })

  test('has a step for each move that came to rest', () => {
    const [a, b] = [windowFrom('01-01'), windowFrom('02-01')]
    expect(trailOf(FIRST_VIEW, [1000, a], [3000, b]).past).toEqual([FIRST_VIEW, a])
  })

  test('has one step for a word typed', () => {
    const typed = ['v', 'vi', 'vis', 'visit'].map((text, place) => [1000 + place * 200, typing(text)] as const)
    expect(trailOf(FIRST_VIEW, ...typed).past).toEqual([FIRST_VIEW])
  })

  test('has a step for every selection, however fast; the window that follows it belongs to it', () => {
    const [one, two] = [selecting('e1'), selecting('e2')]
    const moved = windowFrom('03-01', one)
    expect(trailOf(FIRST_VIEW, [1000, one], [1016, moved], [1300, selecting('e2', moved)]).past).toEqual([
      FIRST_VIEW,
      moved,
    ])
    expect(trailOf(FIRST_VIEW, [1000, one], [1200, two]).past).toEqual([FIRST_VIEW, one])
  })

  test('has a step of its own for a filter right after a zoom', () => {
    const zoomed = windowFrom('02-01')
    expect(trailOf(FIRST_VIEW, [1000, zoomed], [1400, typing('a', zoomed)]).past).toEqual([FIRST_VIEW, zoomed])
  })

  test('has no step for another page', () => {
    expect(trailOf(FIRST_VIEW, [1000, { ...FIRST_VIEW, page: 'table' }])).toEqual(NO_TRAIL)
  })

  test('leads back and forward again, and stays on the page', () => {
    const [a, b] = [windowFrom('01-01'), windowFrom('02-01')]
    const back = takeStep(trailOf(FIRST_VIEW, [1000, a], [3000, b]), { ...b, page: 'review' }, -1)
    expect(back?.to).toEqual({ ...a, page: 'review' })
    const again = back && takeStep(back.trail, back.to, -1)
    expect(again?.to.window).toBeUndefined()
    const forward = again && takeStep(again.trail, again.to, 1)
    expect(forward?.to.window).toEqual(a.window)
    expect(again && takeStep(again.trail, again.to, -1)).toBeUndefined()
  })

  test('ends where the reader, having gone back, goes on another way', () => {
    const [a, b, c] = [windowFrom('01-01'), windowFrom('02-01'), windowFrom('03-01')]
    const back = takeStep(trailOf(FIRST_VIEW, [1000, a], [3000, b]), b, -1)
    const trail = back && recordStep(back.trail, back.to, c, 3100)
    expect(trail?.past).toEqual([FIRST_VIEW, a])
    expect(trail?.future).toEqual([])
  })

  test('forgets the oldest steps of a very long way', () => {
    const steps = Array.from({ length: 300 }, (_, place) => [place * 5000, selecting(`e${place}`)] as const)
    expect(trailOf(FIRST_VIEW, ...steps).past).toHaveLength(200)
  })
})

describe('walking', () => {
  beforeEach(() => vi.resetModules())

  async function start() {
    const view = await import('#store/view.ts')
    const trail = await import('#store/trail.ts')
    let ms = 0
    trail.followTrail(() => (ms += 5000))
    return { ...view, ...trail }
  }

  test('changes the view, is no step itself, and says so at an end', async () => {
    const { openOwn, select, showWindow, walkTrail, readView, isRestored } = await start()
    openOwn()
    select({ kind: 'event', id: 'e1' })
    const window = span(at('2013-01-01'), at('2014-01-01'))
    showWindow(window)
    expect(isRestored(readView().view)).toBe(false)
    expect(walkTrail(-1)).toBe(true)
    expect(readView().view.window).toBeUndefined()
    expect(isRestored(readView().view)).toBe(true)
    expect(walkTrail(-1)).toBe(true)
    expect(readView().view.selection).toBeUndefined()
    expect(walkTrail(-1)).toBe(false)
    expect([walkTrail(1), walkTrail(1), walkTrail(1)]).toEqual([true, true, false])
    expect(readView().view.window).toEqual(window)
  })

  test('never leads into the case before', async () => {
    const { openOwn, followAddress, select, walkTrail } = await start()
    const bar = { hash: '#/case/one' }
    const listeners: (() => void)[] = []
    followAddress({
      location: bar,
      history: { replaceState: () => {}, pushState: () => {} },
      addEventListener: (_, listener) => void listeners.push(listener),
      setTimeout: () => 0,
      clearTimeout: () => {},
    })
    select({ kind: 'event', id: 'e1' })
    bar.hash = '#/case/two'
    for (const listener of listeners) listener()
    expect(walkTrail(-1)).toBe(false)
    select({ kind: 'event', id: 'e2' })
    openOwn()
    expect(walkTrail(-1)).toBe(false)
  })
})
