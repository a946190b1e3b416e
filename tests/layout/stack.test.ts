import { describe, expect, test } from 'vitest'
import { aCase, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { METRICS, pictureOf } from '#tests/fixtures/picture.ts'

/** A winter of the GP's, three days apart, and a quiet lane. */
const winter = (count: number) =>
  aCase({
    events: Array.from({ length: count }, (_, place) =>
      anEvent(`e${place}`, new Date(Date.UTC(2013, 9, 1 + place * 3)).toISOString().slice(0, 10), {
        title: 'Home visit by the midwife',
        agencies: roles(place === 0 ? { gp: 'lead', csc: 'informed' } : { gp: 'lead' }),
      }),
    ),
  })

const wordsOf = ({ labels }: ReturnType<typeof pictureOf>) => labels.filter(({ tone }) => tone !== 'number').length

describe('height to spare', () => {
  const looking = { plotPx: 800, availablePx: 400 }

  test('goes to rows in which every mark has its words, and no further than one sight', () => {
    const plain = pictureOf(winter(30), looking)
    const spread = pictureOf(winter(30), { ...looking, spreadsWords: true })
    expect(wordsOf(plain)).toBeLessThan(20)
    expect(wordsOf(spread)).toBe(30)
    expect(spread.heightPx).toBeLessThanOrEqual(400)
    const rows = spread.lanes.find(({ agency }) => agency.id === 'gp')?.marks.map(({ y }) => y) ?? []
    const apart = [...new Set(rows)].toSorted((a, b) => a - b)
    expect(apart.slice(1).every((y, place) => y - (apart[place] ?? 0) >= METRICS.labelPx * 1.12)).toBe(true)
  })

  test('is not spent where there is none, nor where it would take too many rows', () => {
    const placesOf = (count: number, availablePx: number, spreadsWords: boolean) =>
      pictureOf(winter(count), { plotPx: 800, availablePx, spreadsWords }).lanes.map(({ marks }) =>
        marks.map(({ x, y }) => [x, y]),
      )
    expect(placesOf(30, 100, true)).toEqual(placesOf(30, 100, false))
    expect(placesOf(200, 4000, true)).toEqual(placesOf(200, 4000, false))
  })

  test('leaves a lane that speaks for nothing with one row', () => {
    const { lanes } = pictureOf(winter(30), { ...looking, spreadsWords: true })
    expect(new Set(lanes.find(({ agency }) => agency.id === 'csc')?.marks.map(({ row }) => row))).toEqual(new Set([0]))
  })
})
