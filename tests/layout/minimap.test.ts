import { describe, expect, test } from 'vitest'
import { axisOf } from '#layout/axis.ts'
import { indexLanes } from '#layout/lane-index.ts'
import { orderAgencies } from '#layout/lanes.ts'
import { placeMinimap, placeMinimapWindow } from '#layout/minimap.ts'
import { scaleOf, toPx } from '#layout/scale.ts'
import { type Case, readDate } from '#model/case.ts'
import { instant, middle, span } from '#model/time.ts'
import { drawn } from '#tests/fixtures/drawn.ts'
import { publishedCases } from '#tests/fixtures/picture.ts'

function minimapOf(of: Case, widthPx: number, heightPx = 40, passing = of.events.map(({ id }) => id)) {
  const axis = axisOf(of)
  const lanes = orderAgencies(of)
  return placeMinimap(indexLanes(of, axis), axis, lanes, of.events.length, new Set(passing), widthPx, heightPx)
}

/** The upper left corners of a path's dots. */
const dotsOf = (path: string) =>
  [...path.matchAll(/M(-?\d+) (-?[\d.]+)h/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))

const DOT_PX = 2.4

describe('the minimap', () => {
  const of = drawn(`
    home   |●   |
    csc    |   ●|
    gp   ● |● ● |`)

  test('has a row for each lane, and in it a dot for each event that has a place', () => {
    const { lanes } = minimapOf(of, 300, 30)
    expect(lanes.map(({ agencyId, family, passing }) => [agencyId, family, dotsOf(passing).length])).toEqual([
      ['home', 'child-and-family', 1],
      ['csc', 'childrens-social-care', 1],
      ['gp', 'health', 2],
    ])
    const middles = lanes.flatMap(({ passing }) => dotsOf(passing).map(({ y }) => y + DOT_PX / 2))
    expect(middles.map(Math.round)).toEqual([5, 15, 25, 25])
  })

  test('has rings of their own for events known only to others, in their lanes', () => {
    const axis = axisOf(of)
    const when = readDate('2013-10-02')
    const far = readDate('../2013-10-03')
    if (!when || !far) throw new Error('That is no date.')
    const outlines = [when, when, far].map((one) => ({ agencyId: 'csc', when: one }))
    const ids = new Set(of.events.map(({ id }) => id))
    const { lanes } = placeMinimap(indexLanes(of, axis), axis, orderAgencies(of), 4, ids, 300, 30, outlines)
    const scale = scaleOf(axis.bounds, 300)
    expect(lanes.map((lane) => dotsOf(lane.outlines).map(({ x }) => x))).toEqual([
      [],
      [toPx(scale, middle(when.span)), toPx(scale, far.span.end)].map((x) => Math.round(x) - 1),
      [],
    ])
    expect(minimapOf(of, 300).lanes.map((lane) => lane.outlines)).toEqual(['', '', ''])
  })

  test('has its dots where the events are, from left to right', () => {
    const axis = axisOf(of)
    const scale = scaleOf(axis.bounds, 300)
    const gp = minimapOf(of, 300).lanes[2]
    const wanted = ['gp-0', 'gp-2'].map((id) => {
      const event = of.eventById.get(id)
      const at = event && axis.spanOfEvent(event)
      return at ? toPx(scale, middle(at)) : NaN
    })
    const found = dotsOf(gp?.passing ?? '').map(({ x }) => x + DOT_PX / 2)
    expect(found).toHaveLength(2)
    expect(found.every((x, place) => Math.abs(x - (wanted[place] ?? NaN)) <= 1)).toBe(true)
  })

  test('draws events that would stand on one another as one dot', () => {
    const crowd = drawn('gp |●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●|')
    const count = (widthPx: number) => dotsOf(minimapOf(crowd, widthPx).lanes[0]?.passing ?? '').length
    expect(count(300)).toBe(30)
    expect(count(10)).toBeLessThanOrEqual(11)
  })

  test('keeps what the filter leaves out, apart from what it lets through', () => {
    const { lanes } = minimapOf(of, 300, 30, ['gp-0', 'csc-3'])
    const counts = lanes.map(({ passing, others }) => [dotsOf(passing).length, dotsOf(others).length])
    expect(counts).toEqual([
      [0, 1],
      [1, 0],
      [1, 1],
    ])
  })

  test('has ticks of time, or the numbers of the order where dates are not published', () => {
    expect(minimapOf(of, 900).ticks.map(({ text }) => text)).toContain('2 Oct')
    // A text that would run over the edge is left out; its tick stays.
    const narrow = minimapOf(of, 100).ticks
    expect(narrow.length).toBeGreaterThan(0)
    expect(narrow.filter(({ x, text }) => x + text.length * 6 > 100)).toEqual([])
    const order = minimapOf(drawn('gp ●●● |●|'), 600)
    expect(order.ticks.map(({ text }) => text)).toEqual(['1', '2', '3', '4'])
    expect(dotsOf(order.lanes[0]?.passing ?? '')).toHaveLength(4)
  })
})

describe('the window on the minimap', () => {
  const axis = axisOf(drawn('gp |●    ●|'))
  const { start, end } = axis.bounds
  const part = (from: number, to: number) =>
    span(instant(start + (end - start) * from), instant(start + (end - start) * to))

  test('lies over its part of the whole', () => {
    expect(placeMinimapWindow(axis, axis.bounds, 400)).toEqual({ x0: 0, x1: 400 })
    const { x0, x1 } = placeMinimapWindow(axis, part(0.25, 0.5), 400)
    expect([x0, x1].map(Math.round)).toEqual([100, 200])
  })

  test('is cut to the strip', () => {
    expect(placeMinimapWindow(axis, part(-1, 2), 400)).toEqual({ x0: 0, x1: 400 })
  })
})

test.each(publishedCases())('in $id every event of every lane has its dot within the strip', ({ of }) => {
  const axis = axisOf(of)
  const scale = scaleOf(axis.bounds, 900)
  const { lanes } = minimapOf(of, 900, 60)
  for (const { agencyId, passing, others } of lanes) {
    const found = new Set(dotsOf(passing).map(({ x }) => x))
    const wanted = of.events.flatMap((event) => {
      const at = axis.spanOfEvent(event)
      const isIn = event.agencies.some(({ id }) => id === agencyId)
      return at && isIn ? [Math.round(toPx(scale, middle(at))) - 1] : []
    })
    expect(found).toEqual(new Set(wanted))
    expect(others).toBe('')
    expect([...found].filter((x) => x < -1 || x > 900)).toEqual([])
  }
})
