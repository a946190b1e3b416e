import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOf } from '#layout/axis.ts'
import { indexLanes, mostWithin } from '#layout/lane-index.ts'
import { drawn } from '#tests/fixtures/drawn.ts'
import { publishedCases } from '#tests/fixtures/picture.ts'

describe('the fullest stretch', () => {
  test('holds as many as any stretch of its length does, its end excluded', () => {
    const anchors = fc.array(fc.integer({ min: 0, max: 100 })).map((all) => all.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(anchors, fc.integer({ min: 1, max: 60 }), (all, length) => {
        const counts = all.map((start) => all.filter((one) => one >= start && one < start + length).length)
        expect(mostWithin(Float64Array.from(all), length)).toBe(Math.max(0, ...counts))
      }),
    )
  })
})

describe('the index of a lane', () => {
  const of = drawn(`
    csc    |    ◇ |
    gp   ● |○ ■-◆ |
    cmht   |    ✕ |
    police |    ◐ |`)
  const indexes = indexLanes(of, axisOf(of))

  test('has its marks by where they stand, its undated events apart, and all of them for walking', () => {
    const gp = indexes.get('gp')
    expect(gp?.marks.map(({ event }) => event.id)).toEqual(['gp-0', 'gp-2', 'meeting-4'])
    expect(gp?.tray.map(({ event }) => event.id)).toEqual(['gp-undated-0'])
    expect(gp?.stops.map(({ eventId }) => eventId)).toEqual(['gp-undated-0', 'gp-0', 'gp-2', 'meeting-4'])
  })

  test('knows which marks have bars', () => {
    expect(indexes.get('gp')?.bars.map(({ form }) => form)).toEqual(['possible', 'lasting'])
  })

  test('knows at which of its meetings a chair was empty, its own or another’s: absent or not invited, not if it sent a report', () => {
    const chairs = ['csc', 'gp', 'cmht', 'police'].map((id) =>
      indexes.get(id)?.emptyChairs.map(({ event }) => event.id),
    )
    expect(chairs).toEqual([['meeting-4'], ['meeting-4'], ['meeting-4'], ['meeting-4']])
  })
})

test.each(publishedCases())('in $id the marks of every lane are sorted for searching', ({ of }) => {
  for (const { marks, anchors, stops, tray } of indexLanes(of, axisOf(of)).values()) {
    expect([...anchors]).toEqual(marks.map(({ anchor }) => anchor))
    expect([...anchors]).toEqual([...anchors].sort((a, b) => a - b))
    expect(stops).toHaveLength(marks.length + tray.length)
  }
})
