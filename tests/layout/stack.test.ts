import { describe, expect, test } from 'vitest'
import { DAY_MS } from '#model/time.ts'
import { aCase, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { METRICS, pictureAt, pictureOf } from '#tests/fixtures/picture.ts'

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

describe('events that would stand on one another', () => {
  const day = (count: number, later: number) =>
    aCase({
      events: [
        ...Array.from({ length: count }, (_, place) => anEvent(`e${place}`, '2013-10-01')),
        ...Array.from({ length: later }, (_, place) => anEvent(`f${place}`, '2013-12-01')),
      ],
    })
  const gpOf = (of: ReturnType<typeof day>, kept: readonly string[] = [], plotPx: number | undefined = 800) => {
    const picture = pictureAt(of, { pxPerMs: 800 / (90 * DAY_MS), kept: new Set(kept), ...(plotPx && { plotPx }) })
    const lane = picture.lanes.find(({ agency }) => agency.id === 'gp')
    if (!lane) throw new Error('no lane')
    return lane
  }

  test('are counted beside one that shows, and the number tells how many have no mark', () => {
    const { marks, crowds } = gpOf(day(30, 2))
    expect(marks.map(({ event }) => event.id)).toEqual(['e0', 'e1', 'e2', 'e3', 'f0', 'f1'])
    expect(crowds.map(({ text, count }) => [text, count])).toEqual([['+26', 30]])
    const last = marks.find(({ event }) => event.id === 'e3')
    expect(crowds[0]?.y).toBe(last?.y)
    expect(crowds[0] && last && crowds[0].x0 > last.x).toBe(true)
  })

  test('keep the mark of what is chosen', () => {
    const { marks, crowds } = gpOf(day(30, 0), ['e17'])
    expect(marks.map(({ event }) => event.id)).toEqual(['e0', 'e1', 'e2', 'e17'])
    expect(crowds[0]?.text).toBe('+26')
  })

  test('stay marks while few, and where every mark is wanted', () => {
    expect(gpOf(day(8, 0)).crowds).toEqual([])
    expect(gpOf(day(9, 0)).crowds).toHaveLength(1)
    expect(gpOf(day(30, 0), [], 0).marks).toHaveLength(30)
  })

  test('never take a meeting’s node, so that no lane looks as if it had no part in it', () => {
    const meetings = Array.from({ length: 12 }, (_, place) =>
      anEvent(`m${place}`, '2013-10-01', { type: 'meeting', agencies: roles({ gp: 'lead', csc: 'attended' }) }),
    )
    const visits = Array.from({ length: 20 }, (_, place) => anEvent(`v${place}`, '2013-10-01'))
    const { marks, crowds } = gpOf(aCase({ events: [...meetings, ...visits] }))
    expect(marks.filter(({ event }) => event.type === 'meeting')).toHaveLength(12)
    expect(crowds).toHaveLength(1)
  })

  test('have their number past the nodes that stand among them', () => {
    const nextDay = anEvent('m', '2013-10-02', { type: 'meeting', agencies: roles({ gp: 'lead', csc: 'attended' }) })
    const visits = Array.from({ length: 30 }, (_, place) => anEvent(`v${place}`, '2013-10-01'))
    const { marks, crowds } = gpOf(aCase({ events: [...visits, nextDay] }))
    const node = marks.find(({ event }) => event.id === 'm')
    expect(node && crowds[0] && crowds[0].x0 > node.x).toBe(true)
  })

  test('have their number past any mark it would lie on then, and where they are when such marks go on', () => {
    const visits = Array.from({ length: 30 }, (_, place) => anEvent(`v${place}`, '2013-10-01'))
    const node = anEvent('m', '2013-10-02', { type: 'meeting', agencies: roles({ gp: 'lead', csc: 'attended' }) })
    // Enough of them to have one in the last row.
    const later = Array.from({ length: 4 }, (_, place) => anEvent(`later${place}`, '2013-10-07'))
    const { marks, crowds } = gpOf(aCase({ events: [...visits, node, ...later] }))
    const mark = marks.find(({ event, row }) => event.id.startsWith('later') && row === 3)
    expect(mark && crowds[0] && crowds[0].x0 > mark.x).toBe(true)
    const meetings = Array.from({ length: 80 }, (_, place) =>
      anEvent(`m${place}`, `2013-10-${String(Math.floor(place / 4) + 2).padStart(2, '0')}`, {
        type: 'meeting',
        agencies: roles({ gp: 'lead', csc: 'attended' }),
      }),
    )
    const long = gpOf(aCase({ events: [...visits, ...meetings] }))
    const first = long.marks.find(({ event, row }) => event.type === 'contact' && row === 3)
    expect(long.crowds[0] && first && long.crowds[0].x0 - first.x < 12).toBe(true)
  })
})
