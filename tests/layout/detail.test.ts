import { expect, test } from 'vitest'
import { axisOf } from '#layout/axis.ts'
import { findRibbonLanes } from '#layout/detail.ts'
import { indexLanes } from '#layout/lane-index.ts'
import { DAY_MS } from '#model/time.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'

const of = drawn(`
  csc  |●                   |
  gp   |●●●●●●●●●●          |
  cmht |●                  ●|`)

const ribbons = (columnPx: number, plotPx: number, lanes = ['csc', 'gp', 'cmht']) => [
  ...findRibbonLanes(indexLanes(of, axisOf(of)), lanes, columnPx / DAY_MS, plotPx),
]

test('a lane gives way to a ribbon where its fullest window has fewer than six pixels for a mark', () => {
  // Ten marks in a window of 60 pixels have six each; of 59 they have not.
  expect(ribbons(5.9, 60)).toEqual([])
  expect(ribbons(5.9, 59)).toEqual(['gp'])
})

test('marks that are never in one window do not crowd it', () => {
  expect(ribbons(1, 8)).toEqual(['gp'])
  expect(ribbons(0.5, 10)).toEqual(['gp', 'cmht'])
})

test('one event alone is always a symbol, and a lane out of sight is none', () => {
  expect(ribbons(0.05, 1)).toEqual(['gp', 'cmht'])
  expect(ribbons(0.05, 1, ['csc'])).toEqual([])
})

test('where marks are many altogether, lanes give way sooner', () => {
  const full = `|${'●'.repeat(130)}|`
  const many = drawn(['a', 'b', 'c', 'd'].map((name) => `lane-${name} ${full}`).join('\n'))
  const few = drawn(`lane-a ${full}`)
  const count = (drawing: typeof of) =>
    findRibbonLanes(
      indexLanes(drawing, axisOf(drawing)),
      drawing.agencies.map(({ id }) => id),
      10 / DAY_MS,
      1300,
    ).size
  expect([count(few), count(many)]).toEqual([0, 4])
})

test('a picture has symbols or a ribbon for each lane; a meeting with an empty chair keeps its marks on both', () => {
  const meeting = drawn(`
    csc |◇                   |
    gp  |◆●●●●●●●●●          |`)
  const picture = layOut(meeting, 2, { plotPx: 40 })
  expect(picture.ribbons.map(({ agencyId }) => agencyId)).toEqual(['gp'])
  expect(picture.lanes.map(({ marks }) => marks.map(({ event }) => event.id))).toEqual([['meeting-0'], ['meeting-0']])
  expect(layOut(meeting, 20, { plotPx: 400 }).ribbons).toEqual([])
})
