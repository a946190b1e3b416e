import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collapseFamilies } from '#analysis/collapse.ts'
import type { Family } from '#model/vocabulary.ts'
import { FIRST_LANES, type LaneChoice } from '#store/lane-choice.ts'
import { aCase, anAgency } from '#tests/fixtures/case-file.ts'
import {
  arrangeInSight,
  collapseFamily,
  findEmpty,
  hideLane,
  lineUp,
  listLanes,
  moveLane,
  pinLane,
  stepLane,
} from '#views/explore/lanes.ts'

const of = aCase({
  agencies: [
    anAgency('home', { family: 'child-and-family' }),
    anAgency('gp'),
    anAgency('midwife'),
    anAgency('hv'),
    anAgency('csc', { family: 'childrens-social-care' }),
    anAgency('police', { family: 'police-and-justice' }),
    anAgency('court', { family: 'police-and-justice' }),
  ],
})

const lanesOf = (choice: LaneChoice) => listLanes(of, collapseFamilies(of, choice.collapsed), choice)
const listed = (choice: LaneChoice) =>
  lanesOf(choice)
    .map(({ agency }) => agency.id)
    .join(' ')
const all = (choice: LaneChoice) => new Set(lanesOf(choice).map(({ agency }) => agency.id))
const laneOf = (choice: LaneChoice, id: string) => {
  const lane = lanesOf(choice).find(({ agency }) => agency.id === id)
  if (!lane) throw new Error(`There is no lane ${id}`)
  return lane
}
const step = (choice: LaneChoice, id: string, by: 1 | -1, among = all(choice)) =>
  stepLane(of, choice, lanesOf(choice), { id, by, among })
const move = (choice: LaneChoice, id: string, before?: string) => moveLane(of, choice, lanesOf(choice), id, before)
const pin = (choice: LaneChoice, ...ids: string[]) =>
  ids.reduce((now, id) => pinLane(now, laneOf(now, id), true), choice)

const FIRST = 'home csc gp midwife hv police court'

describe('lanes', () => {
  test('stand by family until the reader says otherwise', () => {
    expect(listed(FIRST_LANES)).toBe(FIRST)
  })

  test('that an order does not name follow whom they follow in the case; strangers are left out', () => {
    expect(listed({ ...FIRST_LANES, order: ['police', 'nobody', 'gp', 'police'] })).toBe(
      'home csc police court gp midwife hv',
    )
  })

  test('that are pinned stand on top in their order, and come back to their places', () => {
    const pinned = pin(FIRST_LANES, 'police', 'gp')
    expect(listed(pinned)).toBe('gp police home csc midwife hv court')
    expect(listed(pinLane(pinned, laneOf(pinned, 'gp'), false))).toBe('police home csc gp midwife hv court')
  })

  test('of a collapsed family are one, where the first of them was', () => {
    const choice = collapseFamily({ ...FIRST_LANES, order: ['home', 'hv', 'csc', 'gp'] }, 'health', true)
    expect(listed(choice)).toBe('home family-health police court csc')
    expect(laneOf(choice, 'family-health').members.toSorted()).toEqual(['gp', 'hv', 'midwife'])
  })

  test('of a collapsed family are pinned when any is, and hidden only when all are', () => {
    const choice = collapseFamily({ ...pin(FIRST_LANES, 'hv'), hidden: new Set(['gp']) }, 'health', true)
    const lane = laneOf(choice, 'family-health')
    expect(lane).toMatchObject({ isPinned: true, isHidden: false })
    expect(laneOf(hideLane(choice, lane, true), 'family-health').isHidden).toBe(true)
    expect([...hideLane(choice, lane, false).hidden]).toEqual([])
    expect([...pinLane(choice, lane, false).pinned]).toEqual([])
  })
})

describe('moving a lane', () => {
  test('one step goes past its neighbour', () => {
    expect(listed(step(FIRST_LANES, 'gp', -1) ?? FIRST_LANES)).toBe('home gp csc midwife hv police court')
    expect(listed(step(FIRST_LANES, 'gp', 1) ?? FIRST_LANES)).toBe('home csc midwife gp hv police court')
  })

  test('one step in sight goes past what is out of sight too', () => {
    const among = new Set(['home', 'csc', 'hv', 'police'])
    expect(listed(step(FIRST_LANES, 'csc', 1, among) ?? FIRST_LANES)).toBe('home gp midwife hv csc police court')
  })

  test('ends at the first and the last, and between pinned lanes and the others', () => {
    const pinned = pin(FIRST_LANES, 'police')
    expect(step(FIRST_LANES, 'home', -1)).toBeUndefined()
    expect(step(FIRST_LANES, 'court', 1)).toBeUndefined()
    expect(step(pinned, 'police', 1)).toBeUndefined()
    expect(step(pinned, 'home', -1)).toBeUndefined()
    expect(step(pinned, 'nobody', 1)).toBeUndefined()
  })

  test('to a place puts it before the lane there, or last', () => {
    expect(listed(move(FIRST_LANES, 'court', 'gp'))).toBe('home csc court gp midwife hv police')
    expect(listed(move(FIRST_LANES, 'gp'))).toBe('home csc midwife hv police court gp')
    expect(move(FIRST_LANES, 'gp', 'gp')).toBe(FIRST_LANES)
  })

  test('from one group into the other goes as far as it may', () => {
    const pinned = pin(FIRST_LANES, 'police', 'court')
    expect(listed(move(pinned, 'hv', 'court'))).toBe('police court hv home csc gp midwife')
    expect(listed(move(pinned, 'police', 'gp'))).toBe('court police home csc gp midwife hv')
  })

  test('of a collapsed family takes all its agencies along', () => {
    const collapsed = collapseFamily(FIRST_LANES, 'health', true)
    const moved = move(collapsed, 'family-health', 'csc')
    expect(listed(moved)).toBe('home family-health csc police court')
    expect(listed(collapseFamily(moved, 'health', false))).toBe('home gp midwife hv csc police court')
  })

  test('back to where the case has it leaves nothing to keep', () => {
    const there = step(FIRST_LANES, 'gp', -1)
    expect(there?.order).toHaveLength(7)
    expect(there && step(there, 'gp', 1)?.order).toEqual([])
  })

  test('many in sight at once leaves those out of sight where they are', () => {
    const choice = arrangeInSight(of, FIRST_LANES, lanesOf(FIRST_LANES), ['police', 'gp', 'csc'])
    expect(listed(choice)).toBe('home police gp midwife hv csc court')
  })
})

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('up', 'down', 'pin', 'unpin', 'hide', 'show', 'collapse', 'expand'),
    lane: fc.nat({ max: 6 }),
  }),
  { maxLength: 14 },
)

test('whatever is done, every agency is in one lane', () => {
  fc.assert(
    fc.property(steps, (moves) => {
      let choice = FIRST_LANES
      for (const { what, lane: place } of moves) {
        const lanes = lanesOf(choice)
        const lane = lanes[place % lanes.length]
        if (!lane) continue
        const { id } = lane.agency
        const family: Family = lane.agency.family
        if (what === 'up' || what === 'down') choice = step(choice, id, what === 'up' ? -1 : 1) ?? choice
        else if (what === 'pin' || what === 'unpin') choice = pinLane(choice, lane, what === 'pin')
        else if (what === 'hide' || what === 'show') choice = hideLane(choice, lane, what === 'hide')
        else choice = collapseFamily(choice, family, what === 'collapse')
        const members = lanesOf(choice).flatMap((one) => one.members)
        expect(members.toSorted()).toEqual(of.agencies.map((agency) => agency.id).toSorted())
      }
    }),
  )
})

describe('the list of lanes', () => {
  const lines = (choice: LaneChoice) =>
    lineUp(of, lanesOf(choice)).map(({ lane, family, familySize, level }) =>
      [level === 2 ? '-' : '', lane?.agency.id ?? family, familySize ?? ''].join(' ').trim(),
    )

  test('names a family of several above its lanes, again where it goes on elsewhere', () => {
    expect(lines(pin(FIRST_LANES, 'hv'))).toEqual([
      'health 3',
      '- hv',
      'home',
      'csc',
      'health',
      '- gp',
      '- midwife',
      'police-and-justice 2',
      '- police',
      '- court',
    ])
  })

  test('has one line for a collapsed family, with the same key as its name had', () => {
    const choice = collapseFamily(FIRST_LANES, 'health', true)
    expect(lines(choice).slice(0, 4)).toEqual(['home', 'csc', 'family-health 3', 'police-and-justice 2'])
    const keys = (of_: LaneChoice) => lineUp(of, lanesOf(of_)).map(({ key }) => key)
    expect(keys(FIRST_LANES)).toContain('family-health')
    expect(keys(choice)).toContain('family-health')
    expect(new Set(keys(pin(FIRST_LANES, 'hv'))).size).toBe(10)
  })
})

describe('lanes without events in the window', () => {
  const empty = (choice: LaneChoice, ...busy: string[]) =>
    findEmpty(lanesOf(choice), new Set(busy)).map(({ agency }) => agency.id)

  test('are all the others', () => {
    expect(empty(FIRST_LANES, 'gp', 'police')).toEqual(['home', 'csc', 'midwife', 'hv', 'court'])
  })

  test('are not those that are pinned, and none when every lane would go', () => {
    expect(empty(pin(FIRST_LANES, 'hv'), 'gp', 'police')).not.toContain('hv')
    expect(empty(FIRST_LANES)).toEqual([])
  })

  test('are a family as one where it is collapsed', () => {
    const choice = collapseFamily(FIRST_LANES, 'health', true)
    expect(findEmpty(lanesOf(choice), new Set(['csc'])).map(({ members }) => members.length)).toEqual([1, 3, 1, 1])
  })
})
