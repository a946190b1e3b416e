import { describe, expect, test } from 'vitest'
import { axisWordsWithin, groundWithin } from '#layout/axis-words.ts'
import type { Guide } from '#layout/periods.ts'
import { instant } from '#model/time.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'

const measure = (text: string) => text.length * 6
const tick = (x: number, text: string, major = false) => ({ at: instant(x), x, text, major })
const guide = (x: number, text: string, side: Guide['side'], kind: Guide['kind'] = 'life'): Guide => ({
  key: `${text} ${x}`,
  x,
  text,
  kind,
  side,
})

function within(parts: {
  readonly ticks?: ReturnType<typeof tick>[]
  readonly guides?: Guide[]
  readonly child?: { readonly x: number; readonly text: string }[]
  readonly captions?: { readonly key: string; readonly x: number; readonly text: string }[]
}) {
  const { ticks = [], guides = [], child = [], captions = [] } = parts
  return axisWordsWithin({ ticks, guides, child: { titles: [], ticks: child }, captions }, 100, 300, measure)
}

describe('words of the axis between two places', () => {
  test('stay where they lie wholly inside; a tick whose words do not keeps its line', () => {
    const { ticks } = within({ ticks: [tick(90, 'Jan'), tick(96, 'Feb'), tick(200, 'Mar'), tick(290, 'Apr')] })
    expect(ticks.map(({ x, text }) => [x, text])).toEqual([
      [90, ''],
      [96, 'Feb'],
      [200, 'Mar'],
      [290, ''],
    ])
  })

  test('of the event that is counted from are cut at a word, others never: half of them would say something else', () => {
    const ticks = [tick(230, 'Midwife refers Ms A', true), tick(240, '6 months after')]
    const guides = [guide(230, '', 'right', 'anchor')]
    expect(within({ ticks, guides }).ticks.map(({ text }) => text)).toEqual(['Midwife…', ''])
    expect(within({ ticks }).ticks.map(({ text }) => text)).toEqual(['', ''])
  })

  test('of the child’s own clock stand in the middle of their place', () => {
    const { child } = within({ child: [102, 110, 200, 297].map((x) => ({ x, text: '12' })) })
    expect(child.map(({ x }) => x)).toEqual([110, 200])
  })

  test('of a stretch are cut at the edge', () => {
    const caption = (x: number) => ({ key: String(x), x, text: 'Pregnancy is told' })
    const { captions } = within({ captions: [caption(90), caption(120), caption(225), caption(290)] })
    expect(captions.map(({ x, text }) => [x, text])).toEqual([
      [120, 'Pregnancy is told'],
      [225, 'Pregnancy…'],
    ])
  })

  test('of a guide go to the other side of its line', () => {
    const { guides } = within({ guides: [guide(290, 'died', 'right'), guide(105, 'born', 'left')] })
    expect(guides.map(({ side, text }) => `${text} ${side}`)).toEqual(['died left', 'born right'])
  })

  test('of a guide are left out where other words, another line or the other edge stand there', () => {
    const left = (...others: Guide[]) =>
      within({ guides: [guide(290, 'died', 'right'), ...others] }).guides.map(({ text }) => text)
    expect(left(guide(270, 'born', 'left'))).toEqual(['', 'born'])
    expect(left(guide(265, 'born', 'right'), guide(240, 'begun', 'right'))).toEqual(['', 'born', 'begun'])
    expect(left(guide(255, 'born', 'left'))).toEqual(['died', 'born'])
    // Where both would stand on one another what happened comes before what the review looked at.
    const [both] = [[guide(120, 'review period starts', 'right', 'review'), guide(220, 'born', 'left')]]
    expect(within({ guides: both }).guides.map(({ text }) => text)).toEqual(['', 'born'])
    expect(within({ guides: [guide(200, 'a very long word indeed', 'right')] }).guides[0]?.text).toBe('')
  })
})

describe('periods between two places', () => {
  const of = drawn('home |●                                       ●|', {
    periods: [
      {
        id: 'p',
        agencies: [],
        kind: 'placement',
        title: 'With both parents',
        span: '2013-10-01/2013-11-09',
        source: ['1'],
      },
    ],
  })
  const picture = layOut(of, 20)
  const [bar] = picture.periods
  const named = (x0: number, x1: number) => groundWithin(picture, x0, x1, measure).periods[0]

  test('are named where they are in sight, cut to that, or not at all', () => {
    expect(bar).toMatchObject({ x0: 0, text: 'With both parents' })
    expect(named(0, 800)).toMatchObject({ text: 'With both parents' })
    expect(named(300, 800)).toMatchObject({ x0: 297, text: 'With both parents' })
    expect(named(300, 380)).toMatchObject({ x0: 297, text: 'With both…' })
    expect(named(300, 320)).toMatchObject({ text: '' })
    expect(named(5000, 5100)).toBe(bar)
  })
})
