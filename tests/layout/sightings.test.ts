import { describe, expect, test } from 'vitest'
import type { Case } from '#model/case.ts'
import { aCase, anEvent } from '#tests/fixtures/case-file.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { measure, METRICS, pictureOf, publishedCases } from '#tests/fixtures/picture.ts'

const seen = (...dates: (string | null)[]): Case =>
  aCase({
    events: dates.map((date, place) => anEvent(`e${place}`, date, { child: { seen: true } })),
  })

describe('when the child was seen', () => {
  test('is a tick for each sighting, in order, whichever agency saw the child', () => {
    const of = aCase({
      events: [
        anEvent('visit', '2013-10-03', { child: { seen: true } }),
        anEvent('missed', '2013-10-05', { child: { seen: false } }),
        anEvent('call', '2013-10-06'),
        anEvent('school', '2013-10-09', { child: { seen: true } }),
      ],
    })
    const ticks = layOut(of).sightings?.ticks
    expect(ticks?.map(({ eventId, x }) => [eventId, Math.round(x)])).toEqual([
      ['visit', 50],
      ['school', 170],
    ])
  })

  test('stands on the lowest row of the child’s line', () => {
    const { sightings, lanes } = layOut(seen('2013-10-01', '2013-10-20'))
    const lane = lanes[0]
    expect(lane?.agency.family).toBe('child-and-family')
    expect(sightings && sightings.y + sightings.heightPx).toBeCloseTo(
      (lane?.y ?? NaN) + (lane?.heightPx ?? NaN) - METRICS.lanePadPx,
    )
    expect(sightings?.y).toBeGreaterThan((lane?.lineY ?? NaN) + METRICS.rowPx / 2)
  })

  test('takes room from the child’s line only where there is something to show', () => {
    const heightOf = (of: Case) => layOut(of, 20, { availablePx: 0 }).lanes[0]?.heightPx ?? NaN
    expect(heightOf(seen('2013-10-01', '2013-10-20'))).toBeGreaterThan(
      heightOf(aCase({ events: [anEvent('e', '2013-10-01')] })),
    )
  })

  test('is not shown without a child’s line, without a date, or on an axis of order', () => {
    expect(layOut(seen('2013-10-01', '2013-10-20'), 20, { lanes: ['gp'] }).sightings).toBeUndefined()
    expect(layOut(seen(null)).sightings).toBeUndefined()
    expect(layOut(seen(null, null, null, '2013-10-01')).sightings).toBeUndefined()
    expect(layOut(drawn('home |●|')).sightings).toBeUndefined()
  })

  test('leaves no empty row where somebody’s place is taken, even with nothing known only to others', () => {
    const heightOf = (of: Case, outlines?: readonly []) =>
      layOut(of, 20, { availablePx: 0, ...(outlines && { outlines }) }).lanes[0]?.heightPx ?? NaN
    const of = seen('2013-10-01', '2013-10-20')
    expect(layOut(of, 20, { outlines: [] }).sightings).toBeUndefined()
    expect(heightOf(of, [])).toBe(heightOf(aCase({ events: [anEvent('e', '2013-10-01')] })))
    expect(heightOf(of, [])).toBeLessThan(heightOf(of))
  })

  test('leaves out a sighting without a date', () => {
    expect(layOut(seen('2013-10-01', null, '2013-10-03')).sightings?.ticks).toHaveLength(2)
  })
})

describe('the longest stretch between two sightings', () => {
  test('is measured from the one to the other', () => {
    const unseen = layOut(seen('2013-10-01', '2013-10-04', '2013-11-15', '2013-11-20')).sightings?.unseen
    expect([unseen?.x0, unseen?.x1].map((x) => Math.round(x ?? NaN))).toEqual([70, 910])
    expect(unseen?.text).toBe('42 days between sightings in the report')
  })

  test('says its length alone where not all words fit, and nothing where not even that does', () => {
    const textAt = (columnPx: number) => layOut(seen('2013-10-01', '2013-11-12'), columnPx).sightings?.unseen?.text
    expect([textAt(20), textAt(3), textAt(0.5)]).toEqual(['42 days between sightings in the report', '42 days', ''])
  })

  test('is not known with fewer than two', () => {
    const { sightings } = layOut(seen('2013-10-01'))
    expect(sightings?.ticks).toHaveLength(1)
    expect(sightings?.unseen).toBeUndefined()
  })
})

test.each(publishedCases())('in $id the words of the longest stretch fit into it, at every width', ({ of }) => {
  for (const plotPx of [100, 400, 1200, 9600]) {
    const { sightings } = pictureOf(of, { plotPx })
    const { x0 = 0, x1 = 0, text = '' } = sightings?.unseen ?? {}
    expect(measure(text, false)).toBeLessThanOrEqual(x1 - x0)
    const xs = sightings?.ticks.map(({ x }) => x) ?? []
    // Nobody saw the child inside the stretch that is said to be the longest without.
    expect(xs.filter((x) => x > x0 + 1e-6 && x < x1 - 1e-6)).toEqual([])
  }
})
