import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepIn } from '#store/keep.ts'
import { decodeAddress } from '#store/address.ts'
import { FIRST_LANES, type LaneChoice } from '#store/lane-choice.ts'
import { decodeLaneSets, encodeLaneSets, laneSetsKey } from '#store/lane-sets.ts'
import { barred, Drawer } from '../fixtures/drawer.ts'

const LANES: LaneChoice = {
  order: ['gp', 'csc'],
  pinned: new Set(['gp']),
  hidden: new Set(['police']),
  collapsed: new Set(['health']),
}

const lanesAt = (query: string) => {
  const route = decodeAddress(`#/case/k?${query}`)
  return route.name === 'case' ? route.view.lanes : undefined
}

describe('lanes in an address', () => {
  test('are the case’s own where an older link says nothing of them', () => {
    expect(lanesAt('v=1&lanes=all&without-agencies=gp')).toEqual(FIRST_LANES)
  })

  test.each<[string, Partial<LaneChoice>]>([
    ['lane-order=gp,GP!,,csc,gp', { order: ['gp', 'csc'] }],
    ['pinned-lanes=%3Cb%3E,gp', { pinned: new Set(['gp']) }],
    ['hidden-lanes=a b', {}],
    ['collapsed=health,astrology', { collapsed: new Set(['health']) }],
  ])('leave out what cannot be meant: %s', (query, lanes) => {
    expect(lanesAt(query)).toEqual({ ...FIRST_LANES, ...lanes })
  })
})

describe('sets of lanes as they are stored', () => {
  test('are the same after they were written and read', () => {
    const sets = new Map([['k', [{ name: 'Health as one', lanes: LANES }]]])
    expect(decodeLaneSets(encodeLaneSets(sets))).toEqual(sets)
  })

  test('do not hold those of a reader’s own file, or cases without any', () => {
    const set = { name: 'Mine', lanes: LANES }
    const sets = new Map([
      [laneSetsKey('k', true), [set]],
      ['m', []],
      [laneSetsKey('k', false), [set]],
    ])
    expect([...decodeLaneSets(encodeLaneSets(sets)).keys()]).toEqual(['k'])
  })

  test.each([null, '', '{', '[]', '7', '"k"', '{"k":7}', '{"k":[7,null,{"name":""},{"lanes":{}}]}'])(
    'are none when nothing can be understood: %s',
    (text) => {
      expect([...decodeLaneSets(text).values()].flat()).toEqual([])
    },
  )

  test('lose only the parts that cannot be understood', () => {
    const text = '{"k":[{"name":"A","order":["gp",7,"<b>"],"pinned":"gp","collapsed":["health","x"]}]}'
    expect(decodeLaneSets(text).get('k')).toEqual([
      { name: 'A', lanes: { ...FIRST_LANES, order: ['gp'], collapsed: new Set(['health']) } },
    ])
  })
})

describe('sets of lanes of this browser', () => {
  beforeEach(() => void vi.resetModules())
  afterEach(() => void vi.resetModules())

  test('are kept as they change; the name of a set is its own', async () => {
    const { keepLaneSets, saveLaneSet, deleteLaneSet } = await import('#store/lane-sets.ts')
    const drawer = new Drawer()
    keepLaneSets(keepIn(() => drawer))
    const names = () =>
      decodeLaneSets([...drawer.texts.values()][0] ?? null)
        .get('k')
        ?.map(({ name }) => name) ?? []
    saveLaneSet('k', { name: 'A', lanes: LANES })
    saveLaneSet('k', { name: 'B', lanes: LANES })
    saveLaneSet('k', { name: 'A', lanes: FIRST_LANES })
    expect(names()).toEqual(['B', 'A'])
    deleteLaneSet('k', 'B')
    expect(names()).toEqual(['A'])
  })

  test('work without being kept where storage is barred', async () => {
    const { keepLaneSets, saveLaneSet } = await import('#store/lane-sets.ts')
    expect(() => keepLaneSets(keepIn(barred))).not.toThrow()
    expect(() => saveLaneSet('k', { name: 'A', lanes: LANES })).not.toThrow()
  })
})
