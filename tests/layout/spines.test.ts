import { describe, expect, test } from 'vitest'
import { findMeetingPoint } from '#analysis/meetings.ts'
import { aCase, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { drawn, layOut, lines, written } from '#tests/fixtures/drawn.ts'
import { pictureOf, publishedCases } from '#tests/fixtures/picture.ts'

describe('the spine of a meeting', () => {
  test('runs through its nodes, from the first lane that took part or should have to the last', () => {
    const drawing = `
      csc    |  ◆   |
      gp     |  ◇   |
      cmht   |  ✕   |
      police |  ◐   |`
    expect(written(layOut(drawn(drawing)), 6)).toEqual(
      lines(`
        csc    |  ◆   |
               |  │   |
        gp     |  ◇   |
               |  │   |
        cmht   |  ✕   |
               |  │   |
        police |  ◐   |`),
    )
    const [spine] = layOut(drawn(drawing)).spines
    expect(spine?.segments).toEqual([{ y0: spine?.topY, y1: spine?.bottomY }])
  })

  test('breaks at every lane that had no part, and goes on behind it', () => {
    const of = drawn(`
      csc    |  ◆   |
      gp     |      |
      cmht   | ●    |
      police |  ◆   |`)
    const [spine] = layOut(of).spines
    const lanes = layOut(of).lanes
    const isBroken = (y: number) => !spine?.segments.some(({ y0, y1 }) => y0 <= y && y <= y1)
    expect(lanes.map(({ lineY }) => isBroken(lineY))).toEqual([false, true, true, false])
    expect(spine?.segments).toHaveLength(3)
    expect(written(layOut(of), 6).filter((line) => line.includes('│'))).toHaveLength(3)
  })

  test('of two agencies side by side is one unbroken line', () => {
    const [spine] = layOut(drawn('csc |◆|\ngp |◆|')).spines
    expect(spine?.segments).toEqual([{ y0: spine?.topY, y1: spine?.bottomY }])
  })

  test('needs two lanes in sight', () => {
    const of = drawn('csc |◆|\ngp |◆|\ncmht |◆|')
    const count = (lanes: string[]) => layOut(of, 20, { lanes }).spines.length
    expect([count(['csc', 'cmht']), count(['csc']), count([])]).toEqual([1, 0, 0])
  })

  test('has no node for the family, which is not an agency', () => {
    const of = drawn('home |◆|\ncsc |◆|\ngp |◆|')
    const { spines, lanes } = layOut(of)
    expect(spines[0]?.topY).toBe(lanes[1]?.lineY)
    expect(lanes[0]?.marks.map(({ attendance }) => attendance)).toEqual([undefined])
  })

  test('knows of an empty chair', () => {
    const chairs = (symbol: string) => layOut(drawn(`csc |◆|\ngp |${symbol}|`)).spines[0]?.hasEmptyChair
    expect(['◆', '◐', '◇', '✕'].map(chairs)).toEqual([false, false, true, true])
  })

  test('of an undated meeting among dated events is not drawn', () => {
    const of = drawn('csc ◆ |● ● ●|\ngp |●|')
    const meeting = anEvent('m', null, { type: 'meeting', agencies: roles({ csc: 'lead', gp: 'attended' }) })
    expect(layOut(of).spines).toEqual([])
    expect(layOut(aCase({ events: [anEvent('a', '2013-10-01'), meeting] })).spines).toEqual([])
  })

  test('two meetings are in the order of the chronology, each in the lane of its topmost node', () => {
    const { spines } = layOut(
      drawn(`
        csc  |    ◆|
        gp   |◆   ◆|
        cmht |◆    |`),
    )
    expect(spines.map(({ meeting, agencyId }) => [meeting.event.id, agencyId])).toEqual([
      ['meeting-0', 'gp'],
      ['meeting-4', 'csc'],
    ])
  })
})

test.each(publishedCases())(
  'in $id spines have nodes only where attendance says, and break wherever it says nothing',
  ({ of }) => {
    const picture = pictureOf(of)
    const nodesOf = (eventId: string) =>
      picture.lanes.flatMap(({ marks }) => marks.filter((mark) => mark.event.id === eventId && mark.attendance))
    for (const spine of picture.spines) {
      const { event } = spine.meeting
      const attending = findMeetingPoint(of, event)?.attendees.map(
        ({ agency, attendance }) => `${agency.id} ${attendance}`,
      )
      const nodes = nodesOf(event.id)
      expect(nodes.map(({ agencyId, attendance }) => `${agencyId} ${attendance ?? ''}`).toSorted()).toEqual(
        attending?.toSorted(),
      )
      const part = new Set(nodes.map(({ agencyId }) => agencyId))
      for (const lane of picture.lanes) {
        const crosses = spine.segments.some(({ y0, y1 }) => y0 < lane.lineY && lane.lineY < y1)
        const isBetween = spine.topY < lane.lineY && lane.lineY < spine.bottomY
        expect(crosses).toBe(isBetween && part.has(lane.agency.id))
      }
      for (const node of nodes)
        expect([node.x, node.y >= spine.topY, node.y <= spine.bottomY]).toEqual([spine.x, true, true])
      // Each segment goes down, and none begins before the one above it ends.
      const edges = spine.segments.flatMap(({ y0, y1 }) => [y0, y1])
      expect(edges).toEqual(edges.toSorted((a, b) => a - b))
    }
    const meetings = of.events.filter((event) => findMeetingPoint(of, event) && nodesOf(event.id).length > 1)
    expect(picture.spines.map(({ meeting }) => meeting.event.id)).toEqual(meetings.map(({ id }) => id))
  },
)
