import { describe, expect, test } from 'vitest'
import type { Picture } from '#layout/place.ts'
import { toPx } from '#layout/scale.ts'
import { findingBox, FINGER_PX, type Touch, touch, type Touched } from '#layout/touch.ts'
import { placeTray } from '#layout/tray.ts'
import { addCalendar, span } from '#model/time.ts'
import { aFinding } from '#tests/fixtures/case-file.ts'
import { drawn, FIRST_DAY, layOut } from '#tests/fixtures/drawn.ts'
import { METRICS, pictureOf, publishedCases } from '#tests/fixtures/picture.ts'

const HEAD_PX = 100

function nameOf(touched: Touched): string {
  if (touched.kind === 'event') return touched.eventId
  return touched.kind === 'finding' ? touched.findingId : `crowd ${touched.cell.text}`
}

/** What a finger meets at a place of the picture, where all of it is in sight. */
function at(picture: Picture, x: number, y: number, more: Partial<Touch> = {}): readonly string[] {
  const sight = { x0: 0, x1: HEAD_PX + picture.drawnPx, y0: 0, y1: picture.heightPx }
  return touch(picture, { x: x + HEAD_PX, y, headPx: HEAD_PX, panPx: 0, sight, ...more }).map(nameOf)
}

function placeOf(picture: Picture, id: string): { readonly x: number; readonly y: number } {
  const mark = picture.lanes.flatMap(({ marks }) => marks).find(({ event }) => event.id === id)
  if (!mark) throw new Error(`${id} is not drawn.`)
  return mark
}

describe('a finger', () => {
  const picture = layOut(drawn('gp | ●      ●  ● |'))
  const first = placeOf(picture, 'gp-1')
  const second = placeOf(picture, 'gp-8')

  test('means a mark anywhere within its tip, and nothing further away', () => {
    expect(at(picture, first.x, first.y)).toEqual(['gp-1'])
    expect(at(picture, first.x - FINGER_PX + 1, first.y)).toEqual(['gp-1'])
    expect(at(picture, first.x + 14, first.y + 14)).toEqual(['gp-1'])
    expect(at(picture, first.x - FINGER_PX - 1, first.y)).toEqual([])
  })

  test('means one of two marks only where that is nearer by a clear distance; else both, the nearer first', () => {
    const near = layOut(drawn('gp | ● ● |'), 15)
    const [one, other] = ['gp-1', 'gp-3'].map((id) => placeOf(near, id))
    if (!one || !other) throw new Error('A mark is not drawn.')
    expect(other.x - one.x).toBe(30)
    expect(at(near, one.x, one.y)).toEqual(['gp-1'])
    expect(at(near, one.x + 12, one.y)).toEqual(['gp-1', 'gp-3'])
    expect(at(near, one.x + 18, one.y)).toEqual(['gp-3', 'gp-1'])
    expect(at(near, other.x, other.y)).toEqual(['gp-3'])
  })

  test('meets what has been panned where it now stands, and not what has left the sight', () => {
    expect(at(picture, second.x - 120, second.y, { panPx: 120 })).toEqual(['gp-8'])
    // Behind the lanes' names.
    expect(at(picture, 4, first.y, { panPx: first.x + 4 })).toEqual([])
    const sight = { x0: 0, x1: HEAD_PX + 60, y0: 0, y1: picture.heightPx }
    expect(at(picture, first.x + 20, first.y, { sight })).toEqual(['gp-1'])
    expect(at(picture, first.x + 20, first.y, { sight: { ...sight, x1: HEAD_PX + first.x - 1 } })).toEqual([])
    expect(at(picture, first.x, first.y, { sight: { ...sight, y0: first.y + 1 } })).toEqual([])
  })

  test('means an event once, though it stands in two lanes or on a spine', () => {
    const meeting = layOut(
      drawn(`
        csc  |  ◆   |
        gp   |  ◇   |`),
    )
    const { x, y } = placeOf(meeting, 'meeting-2')
    expect(at(meeting, x, y + 8)).toEqual(['meeting-2'])
  })

  test('meets a spine between its nodes', () => {
    const meeting = layOut(
      drawn(`
        csc  |  ◆   |
        cmht |  ◆   |`),
      20,
      { availablePx: 240 },
    )
    const [spine] = meeting.spines
    if (!spine) throw new Error('There is no spine.')
    expect(at(meeting, spine.x + 15, (spine.topY + spine.bottomY) / 2)).toEqual(['meeting-2'])
  })

  test('opens a list of chips that stand close together in the tray', () => {
    const trays = layOut(drawn('gp ●● |  ● ● ● ● ● ● |'))
    const [lane] = trays.lanes
    const [chip] = lane ? placeTray(lane, METRICS, HEAD_PX) : []
    if (!chip) throw new Error('There is no chip.')
    expect(at(trays, chip.x - HEAD_PX, chip.y)).toEqual(['gp-undated-0', 'gp-undated-1'])
    expect(at(trays, chip.x - HEAD_PX - FINGER_PX - 1, chip.y)).toEqual([])
  })

  test('on a mark means the mark, though something long runs past it, which can be met elsewhere', () => {
    const of = drawn('gp | ●        ● |', {
      findings: [aFinding('gap', { kind: 'handover-gap', span: '2013-10-02/2013-10-12', holders: ['gp'] })],
    })
    const both = layOut(of, 20, { availablePx: 20 })
    const mark = placeOf(both, 'gp-1')
    const [finding] = both.findings
    if (!finding) throw new Error('The finding is not drawn.')
    const box = findingBox(finding, METRICS)
    expect(box.y0 - mark.y).toBeLessThan(FINGER_PX)
    expect(at(both, mark.x, mark.y)).toEqual(['gp-1'])
    expect(at(both, (box.x0 + box.x1) / 2, box.y1)).toEqual(['gap'])
  })
})

test.each(publishedCases())(
  'in $id every mark in sight is met, or in the list that opens, where it stands',
  ({ of }) => {
    for (const plotPx of [290, 700]) {
      const picture = pictureOf(of, { plotPx })
      const { lanes, findings, metrics } = picture
      const middles = findings.map((mark) => {
        const { x0, x1, y0, y1 } = findingBox(mark, metrics)
        return { id: mark.finding.id, x: (x0 + x1) / 2, y: (y0 + y1) / 2 }
      })
      const marks = lanes.flatMap((lane) => lane.marks.map(({ event, x, y }) => ({ id: event.id, x, y })))
      const all = [...marks, ...middles].filter(({ x }) => x >= 0 && x <= picture.drawnPx)
      expect(all.length).toBeGreaterThan(0)
      const lost = all.filter(({ id, x, y }) => !at(picture, x, y).includes(id))
      expect(lost.map(({ id }) => id)).toEqual([])
    }
  },
)

test('a crowd is met at its number', () => {
  const of = drawn('gp | ●●●●●●●●●●●●●●●●●●●●         ● |')
  const end = addCalendar(FIRST_DAY, 40, 'day')
  const picture = layOut(of, 0.6, { drawn: span(FIRST_DAY, end), plotPx: 400, availablePx: 20 })
  const [crowd] = picture.lanes.flatMap(({ crowds }) => crowds)
  if (!crowd) throw new Error('Nothing is crowded.')
  expect(toPx(picture.scale, FIRST_DAY)).toBe(0)
  expect(at(picture, crowd.x1 + 4, crowd.y)).toContain(`crowd ${crowd.text}`)
})
