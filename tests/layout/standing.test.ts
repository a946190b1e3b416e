import { describe, expect, test } from 'vitest'
import { firstInSight, followWindow, settleFocus } from '#layout/standing.ts'
import type { Focus } from '#layout/walk.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { instant, span } from '#model/time.ts'

const on = (agencyId: string, eventId: string): Focus => ({ kind: 'event', agencyId, eventId })
const finding: Focus = { kind: 'finding', findingId: 'f' }

const { lanes } = layOut(
  drawn(`
    home   |            |
    csc    |  ●       ● |
    gp   ● |●   ●     ● |
    cmht   |            |
    police | ●    ●     |`),
)

/** The window from the place of one mark up to, and without, that of another. */
function between(first: string, last: string) {
  const at = (id: string) => {
    const stop = lanes.flatMap(({ stops }) => stops).find(({ eventId }) => eventId === id)
    if (!stop) throw new Error(`There is no mark ${id}`)
    return instant(stop.at)
  }
  return span(at(first), at(last))
}

describe('where the keyboard stands', () => {
  test('is where it was while its lane is there', () => {
    const focus = on('gp', 'gp-0')
    expect(settleFocus(focus, lanes)).toBe(focus)
    expect(settleFocus(finding, lanes)).toBe(finding)
  })

  test('is the same event in another lane, or the first mark, when its lane is gone', () => {
    expect(settleFocus(on('school', 'gp-4'), lanes)).toEqual(on('gp', 'gp-4'))
    expect(settleFocus(on('school', 'school-1'), lanes)).toEqual(on('gp', 'gp-undated-0'))
    expect(settleFocus(undefined, lanes)).toEqual(on('gp', 'gp-undated-0'))
    expect(settleFocus(undefined, [])).toBeUndefined()
  })

  test('is on entering the first in sight, and what is undated always is', () => {
    const dated = lanes.map((lane) => ({ ...lane, tray: [] }))
    expect(firstInSight(lanes, between('gp-4', 'gp-10'))).toEqual(on('gp', 'gp-undated-0'))
    expect(firstInSight(dated, between('gp-4', 'gp-10'))).toEqual(on('gp', 'gp-4'))
  })
})

describe('after a page on or back the keyboard', () => {
  test('stays on a mark that is still in sight, or is undated', () => {
    for (const focus of [on('gp', 'gp-4'), on('gp', 'gp-undated-0')])
      expect(followWindow(focus, lanes, between('gp-4', 'police-6'))).toBe(focus)
  })

  test('goes to the mark of its lane that is nearest in time among those in sight', () => {
    const window = between('police-1', 'gp-10')
    expect(followWindow(on('csc', 'csc-10'), lanes, window)).toEqual(on('csc', 'csc-2'))
    expect(followWindow(on('police', 'police-1'), lanes, between('csc-2', 'gp-10'))).toEqual(on('police', 'police-6'))
  })

  test('goes to the closest lane that has a mark in sight where its own has none', () => {
    const dated = lanes.map((lane) => ({
      ...lane,
      stops: lane.stops.filter(({ eventId }) => !/undated/.test(eventId)),
    }))
    expect(followWindow(on('csc', 'csc-10'), dated, between('gp-4', 'police-6'))).toEqual(on('gp', 'gp-4'))
    expect(followWindow(on('csc', 'csc-10'), dated, between('police-6', 'csc-10'))).toEqual(on('police', 'police-6'))
  })

  test('stays where it is when nothing is in sight, and leaves a finding for the first mark that is', () => {
    const empty = lanes.map((lane) => ({ ...lane, stops: lane.stops.filter(({ eventId }) => eventId === 'csc-10') }))
    const focus = on('csc', 'csc-10')
    expect(followWindow(focus, empty, between('gp-0', 'gp-4'))).toBe(focus)
    expect(followWindow(finding, lanes, between('gp-4', 'gp-10'))).toEqual(on('gp', 'gp-undated-0'))
    expect(followWindow(finding, [], between('gp-4', 'gp-10'))).toBe(finding)
  })
})
