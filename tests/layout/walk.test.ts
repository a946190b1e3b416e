import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlacedLane } from '#layout/lanes.ts'
import { firstFocus, type Focus, type Step, walk } from '#layout/walk.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { pictureOf, publishedCases } from '#tests/fixtures/picture.ts'

type Lanes = readonly PlacedLane[]

const on = (agencyId: string, eventId: string): Focus => ({ kind: 'event', agencyId, eventId })

/** Where repeated steps lead, the start left out, until there is nowhere to go; fails when they never end. */
function follow(lanes: Lanes, from: Focus, step: Step): string[] {
  const met: string[] = []
  let now: Focus | undefined = walk(lanes, from, step)
  while (now?.kind === 'event') {
    met.push(now.eventId)
    if (met.length > 1000) throw new Error(`${step} goes round in circles`)
    now = walk(lanes, now, step)
  }
  return met
}

describe('a walk with the arrow keys', () => {
  const { lanes } = layOut(
    drawn(`
      home   |          |
      csc    |  ●     ● |
      gp   ● |●  ●-  ●  |
      cmht   |          |
      police | ●      ● |`),
  )

  test('goes along the lane in the order of the chronology, what is undated included', () => {
    expect(follow(lanes, on('gp', 'gp-undated-0'), 'next')).toEqual(['gp-0', 'gp-3', 'gp-7'])
    expect(follow(lanes, on('gp', 'gp-7'), 'previous')).toEqual(['gp-3', 'gp-0', 'gp-undated-0'])
  })

  test('stays where it is at the end of a lane', () => {
    expect(walk(lanes, on('gp', 'gp-7'), 'next')).toBeUndefined()
    expect(walk(lanes, on('gp', 'gp-undated-0'), 'previous')).toBeUndefined()
  })

  test('goes up and down to the nearest in time, however many events of other lanes lie between', () => {
    const crowded = layOut(
      drawn(`
        gp     |         ●            |
        police |●           ●         |
        csc    |          ●●          |`),
    )
    expect(walk(crowded.lanes, on('gp', 'gp-9'), 'down')).toEqual(on('police', 'police-12'))
  })

  test('goes up and down to the nearest, past lanes that have nothing', () => {
    expect(walk(lanes, on('gp', 'gp-7'), 'down')).toEqual(on('police', 'police-8'))
    expect(walk(lanes, on('gp', 'gp-0'), 'down')).toEqual(on('police', 'police-1'))
    expect(walk(lanes, on('police', 'police-1'), 'up')).toEqual(on('gp', 'gp-0'))
    expect(walk(lanes, on('gp', 'gp-3'), 'up')).toEqual(on('csc', 'csc-2'))
    expect(walk(lanes, on('gp', 'gp-7'), 'up')).toEqual(on('csc', 'csc-8'))
  })

  test('stays where it is in the first and the last lane that has anything', () => {
    expect(walk(lanes, on('csc', 'csc-8'), 'up')).toBeUndefined()
    expect(walk(lanes, on('police', 'police-8'), 'down')).toBeUndefined()
  })

  test('Home and End lead to the ends of the lane', () => {
    expect(walk(lanes, on('gp', 'gp-3'), 'first-in-lane')).toEqual(on('gp', 'gp-undated-0'))
    expect(walk(lanes, on('gp', 'gp-3'), 'last-in-lane')).toEqual(on('gp', 'gp-7'))
  })

  test('Ctrl with Home and End leads to the first and the last event of the chronology, whatever the lane', () => {
    expect(walk(lanes, on('csc', 'csc-8'), 'first')).toEqual(on('gp', 'gp-undated-0'))
    expect(walk(lanes, on('gp', 'gp-0'), 'last')).toEqual(on('police', 'police-8'))
    expect(walk(lanes, undefined, 'last')).toEqual(on('police', 'police-8'))
  })

  test('along a meeting keeps to the meeting', () => {
    const meeting = layOut(drawn('csc |● ◆|\ngp |● ◆|')).lanes
    expect(walk(meeting, on('csc', 'meeting-2'), 'down')).toEqual(on('gp', 'meeting-2'))
  })

  test('begins at the first event when nothing has focus, or what had it is gone', () => {
    const first = on('gp', 'gp-undated-0')
    expect(firstFocus(lanes)).toEqual(first)
    expect(walk(lanes, undefined, 'next')).toEqual(first)
    expect(walk(lanes, { kind: 'finding', findingId: 'f' }, 'down')).toEqual(first)
    expect(walk(lanes, on('lane-that-is-hidden', 'gp-0'), 'next')).toEqual(first)
    expect(walk(lanes, on('police', 'event-that-is-hidden'), 'next')).toEqual(on('police', 'police-1'))
  })

  test('leads nowhere in a chart without events', () => {
    const { lanes: empty } = layOut(drawn('gp |  |'))
    expect(firstFocus(empty)).toBeUndefined()
    for (const step of ['next', 'down', 'first', 'last'] as const) expect(walk(empty, undefined, step)).toBeUndefined()
    expect(walk([], undefined, 'next')).toBeUndefined()
  })
})

describe.each(publishedCases())('in $id', ({ of }) => {
  const { lanes } = pictureOf(of)
  const eventsOf = (lane: PlacedLane) =>
    of.events.filter(({ agencies }) => agencies.some(({ id }) => id === lane.agency.id)).map(({ id }) => id)

  test('stepping on meets every event of a lane once, in order, and back meets them in reverse', () => {
    for (const lane of lanes) {
      const events = eventsOf(lane)
      const [first, last] = [events[0], events.at(-1)]
      if (first === undefined || last === undefined) continue
      expect([first, ...follow(lanes, on(lane.agency.id, first), 'next')]).toEqual(events)
      expect([last, ...follow(lanes, on(lane.agency.id, last), 'previous')]).toEqual(events.toReversed())
    }
  })

  test('no walk leaves the chart', () => {
    const steps = fc.array(
      fc.constantFrom<Step>('next', 'previous', 'up', 'down', 'first-in-lane', 'last-in-lane', 'first', 'last'),
    )
    const marks = new Set(lanes.flatMap((lane) => eventsOf(lane).map((id) => `${lane.agency.id} ${id}`)))
    fc.assert(
      fc.property(steps, (walked) => {
        let now = firstFocus(lanes)
        for (const step of walked) now = walk(lanes, now, step) ?? now
        expect(now?.kind === 'event' && marks.has(`${now.agencyId} ${now.eventId}`)).toBe(true)
      }),
    )
  })

  test('up and down never turn round', () => {
    const indexOf = (focus: Focus | undefined) =>
      focus?.kind === 'event' ? lanes.findIndex(({ agency }) => agency.id === focus.agencyId) : undefined
    for (const lane of lanes)
      for (const id of eventsOf(lane)) {
        const below = indexOf(walk(lanes, on(lane.agency.id, id), 'down')) ?? Infinity
        const above = indexOf(walk(lanes, on(lane.agency.id, id), 'up')) ?? -Infinity
        expect([above < lane.index, below > lane.index]).toEqual([true, true])
      }
  })

  test('the first and the last step of all are the ends of the chronology', () => {
    const first = walk(lanes, undefined, 'first')
    const last = walk(lanes, undefined, 'last')
    expect([first, last].map((focus) => focus?.kind === 'event' && focus.eventId)).toEqual([
      of.events[0]?.id,
      of.events.at(-1)?.id,
    ])
  })
})
