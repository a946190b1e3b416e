import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SYMBOLS } from '#chart/symbols.ts'
import { EVENT_TYPES, FAMILIES } from '#model/vocabulary.ts'
import { contrast } from '#tests/fixtures/colour.ts'

/** Without colour the type is told by shape, the family by lane, name and code: each shape must be its own, and every grey dark enough. */

test('every type has a symbol, and no two share an outline with the same cut and line', () => {
  const drawn = EVENT_TYPES.map((type) => JSON.stringify([SYMBOLS[type].body, SYMBOLS[type].cut, SYMBOLS[type].line]))
  expect(new Set(drawn).size).toBe(EVENT_TYPES.length)
  // A hollow symbol of one type must not be the filled one of another: only the missed contact shares the contact's disc, and is struck through.
  const bodies = EVENT_TYPES.map((type) => SYMBOLS[type].body)
  expect(new Set(bodies).size).toBe(EVENT_TYPES.length - 1)
  expect(SYMBOLS['missed-contact'].line).toBeDefined()
})

test('on grey paper every family, finding and word stands out from white at 4.5 to 1', () => {
  const css = readFileSync(path.resolve(import.meta.dirname, '..', '..', 'src/views/paper/paper.css'), 'utf8')
  const grey = /\.paper-sheets\.grey \{([^}]*)\}/.exec(css)?.[1] ?? ''
  const colours = [...grey.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', hex = '']) => ({
    name,
    hex: hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex,
  }))
  const names = colours.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([...FAMILIES.map((family) => `family-${family}`), 'missed', 'good', 'soft']),
  )
  expect(colours.filter(({ hex }) => contrast(hex, '#ffffff') < 4.5)).toEqual([])
})
