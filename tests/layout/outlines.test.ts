import { describe, expect, test } from 'vitest'
import type { Outline } from '#analysis/knowledge/veil.ts'
import { boxesMeet } from '#layout/metrics.ts'
import { boxOfOutline, moreAt } from '#layout/outlines.ts'
import { aCase, anEvent } from '#tests/fixtures/case-file.ts'
import { METRICS, pictureOf } from '#tests/fixtures/picture.ts'
import { when } from '#tests/fixtures/when.ts'

const of = aCase({ events: [anEvent('a', '2013-10-01'), anEvent('b', '2014-03-31')] })
const ringsOf = (...dates: readonly string[]) => {
  const outlines = dates.map((date): Outline => ({ agencyId: 'csc', when: when(date) }))
  return pictureOf(of, { plotPx: 900, outlines }).outlines
}
const countsOf = (...dates: readonly string[]) => ringsOf(...dates).map(({ count }) => count)

describe('events known only to others', () => {
  test('are a ring each where there is room', () => {
    expect(countsOf('2013-11-10', '2013-12-10', '2014-01-10')).toEqual([1, 1, 1])
  })

  test('that would stand on one another are one ring that says how many', () => {
    expect(countsOf('2013-11-10', '2013-11-10', '2013-11-11', '2014-01-10')).toEqual([3, 1])
    expect(countsOf('2013-12', '2013-12', '2013-12')).toEqual([3])
  })

  test('keep the whole of their stretches when they join', () => {
    const [ring] = ringsOf('2013-12-10/2013-12-20', '2013-12')
    const [month] = ringsOf('2013-12')
    expect(ring).toMatchObject({ count: 2, x0: month?.x0, x1: month?.x1 })
  })

  test('leave the number of a ring its room', () => {
    const days = Array.from({ length: 28 }, (_, day) => `2013-12-${String(day + 1).padStart(2, '0')}`)
    const rings = ringsOf(...days, ...days)
    expect(rings.reduce((sum, { count }) => sum + count, 0)).toBe(56)
    const boxes = rings.map((ring) => boxOfOutline(ring, METRICS))
    boxes.forEach((box, place) => boxes.slice(place + 1).forEach((other) => expect(boxesMeet(box, other)).toBe(false)))
  })

  test('join a ring rather than stand on a mark', () => {
    const crowded = aCase({
      events: ['2013-10-01', '2013-12-10', '2013-12-11', '2014-03-31'].map((date) => anEvent(date, date)),
    })
    const ring: Outline = { agencyId: 'gp', when: when('2013-12-13') }
    const picture = pictureOf(crowded, { plotPx: 900, outlines: [ring, ring] })
    expect(picture.lanes.flatMap(({ marks }) => marks.map(({ row }) => row))).toContain(1)
    expect(picture.outlines.map(({ count }) => count)).toEqual([2])
  })

  test('under a mark are all in the number beside it', () => {
    const outlines = ['a', 'b'].map((): Outline => ({ agencyId: 'gp', when: when('2013-10-01') }))
    const [ring, ...others] = pictureOf(of, { plotPx: 900, outlines }).outlines
    expect(others).toEqual([])
    expect(ring && [ring.count, moreAt(ring)]).toEqual([2, 2])
    const [seen] = ringsOf('2013-12-10', '2013-12-10')
    expect(seen && [seen.count, moreAt(seen)]).toEqual([2, 1])
  })
})
