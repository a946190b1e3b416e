import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { FAMILIES } from '#model/vocabulary.ts'
import { ciede2000, contrast, labOf, VISIONS, type Vision } from '#tests/fixtures/colour.ts'

const css = readFileSync(path.resolve(import.meta.dirname, '..', '..', 'src', 'app', 'tokens.css'), 'utf8')

const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** A colour of the page in a theme. */
function colour(name: string, theme: Theme): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css)
  const hex = found?.[theme === 'light' ? 1 : 2]
  if (hex === undefined) throw new Error(`tokens.css has no colour --${name}`)
  return hex
}

const families = FAMILIES.map((family) => `family-${family}`)
const marks = [...families, 'missed', 'good', 'selection']
const grounds = ['paper', 'panel', 'lane']

/** Pairs that miss a contrast, in words. */
function tooFaint(names: readonly string[], on: readonly string[], theme: Theme, least: number): string[] {
  return names.flatMap((name) =>
    on.flatMap((ground) => {
      const found = contrast(colour(name, theme), colour(ground, theme))
      return found >= least ? [] : [`${name} on ${ground}: ${found.toFixed(2)}`]
    }),
  )
}

function tooAlike(names: readonly string[], theme: Theme, vision: Vision, least: number): string[] {
  return names.flatMap((one, place) =>
    names.slice(place + 1).flatMap((other) => {
      const found = ciede2000(labOf(colour(one, theme), vision), labOf(colour(other, theme), vision))
      return found >= least ? [] : [`${one} and ${other}: ${found.toFixed(2)}`]
    }),
  )
}

describe.each(THEMES)('the %s theme', (theme) => {
  test('every mark stands out from paper, panel and lane at 3 to 1', () => {
    expect(tooFaint(marks, grounds, theme, 3)).toEqual([])
  })

  test('what colours words can be read on paper and panel at 4.5 to 1', () => {
    expect(tooFaint(['ink', 'soft', 'missed'], ['paper', 'panel'], theme, 4.5)).toEqual([])
  })

  test.each(VISIONS)('no two families, and no family and the accent, are alike in %s vision', (vision) => {
    expect(tooAlike([...families, 'missed'], theme, vision, 10)).toEqual([])
  })

  test.each(VISIONS)('what is missed, what was done well and what is chosen are never alike in %s vision', (vision) => {
    expect(tooAlike(['missed', 'good', 'selection'], theme, vision, 10)).toEqual([])
  })
})

test('every family has a colour and a class that sets it', () => {
  const missing = families.filter((name) => !css.includes(`.${name} {\n    --family: var(--${name});\n  }`))
  expect(missing).toEqual([])
})

/** Pairs 1 to 34 as far as they differ in kind, from Sharma, Wu and Dalal 2005, table 1. */
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the difference of %j and %j is the published %d, both ways', ([l1, a1, b1], [l2, a2, b2], published) => {
  const one = { l: l1, a: a1, b: b1 }
  const other = { l: l2, a: a2, b: b2 }
  expect(ciede2000(one, other)).toBeCloseTo(published, 4)
  expect(ciede2000(other, one)).toBeCloseTo(published, 4)
})

test('contrast runs from 1 to 21', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  expect(contrast('#777777', '#777777')).toBe(1)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('red and green of one lightness come close for those who lack a cone, and stay apart for others', () => {
  const apart = (vision: Vision) => ciede2000(labOf('#c0504d', vision), labOf('#7a7a2a', vision))
  expect(apart('normal')).toBeGreaterThan(25)
  expect(apart('deuteranopia')).toBeLessThan(apart('normal') / 2)
  expect(labOf('#ffffff', 'deuteranopia').l).toBeCloseTo(100, 1)
})
