import { describe, expect, test } from 'vitest'
import { axisOf, stopAxis } from '#layout/axis.ts'
import type { Case } from '#model/case.ts'
import type { CaseFile } from '#model/schema.ts'
import { lengthMs } from '#model/time.ts'
import { aCase, aCaseFile, aChild, anEvent, aPeriod, roles } from '#tests/fixtures/case-file.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { METRICS, pictureAt, pictureOf, publishedCases } from '#tests/fixtures/picture.ts'
import { at } from '#tests/fixtures/when.ts'

const EVENTS: CaseFile['events'] = [
  anEvent('first', '2013-10-01'),
  anEvent('last', '2013-10-30', { agencies: roles({ csc: 'lead' }) }),
]

const withPeriods = (...periods: CaseFile['periods']): Case => aCase({ events: EVENTS, periods })
const stay = (id: string, span: string, more: Parameters<typeof aPeriod>[2] = {}) =>
  aPeriod(id, span, { kind: 'placement', ...more })

/** The child's periods, each with the row it stands in. */
function childRows(of: Case) {
  const picture = layOut(of)
  const bars = picture.periods.filter((bar) => bar.place === 'child')
  const tops = [...new Set(bars.map(({ y }) => y))].sort((a, b) => a - b)
  return Object.fromEntries(bars.map(({ period, y }) => [period.id, tops.indexOf(y)]))
}

describe('periods of the child', () => {
  test('stand on the child’s own line, from their first day to their last', () => {
    const picture = layOut(withPeriods(stay('home', '2013-10-03/2013-10-10', { kind: 'home' })))
    const lane = picture.lanes.find(({ agency }) => agency.family === 'child-and-family')
    const [bar] = picture.periods
    expect(bar?.place).toBe('child')
    expect([bar?.x0, bar?.x1].map((x) => Math.round(x ?? NaN))).toEqual([40, 200])
    expect(bar?.y).toBe(lane?.periodY)
  })

  test('that overlap stand in rows of their own; those that follow one another share one', () => {
    const of = withPeriods(
      stay('a', '2013-10-01/2013-10-10'),
      stay('c', '2013-10-11/2013-10-20'),
      stay('b', '2013-10-05/2013-10-12'),
    )
    expect(childRows(of)).toEqual({ a: 0, b: 1, c: 0 })
  })

  test('of more than three at once share the last row', () => {
    const of = withPeriods(...['a', 'b', 'c', 'd'].map((id) => stay(id, '2013-10-01/2013-10-10')))
    expect(childRows(of)).toEqual({ a: 0, b: 1, c: 2, d: 2 })
  })

  test('have as much of their name inside as fits at a word, or none', () => {
    const title = 'Foster placement with the Smiths'
    const textOf = (span: string) => layOut(withPeriods(stay('a', span, { title }))).periods[0]?.text
    expect(textOf('2013-10-01/2013-10-20')).toBe(title)
    expect(textOf('2013-10-01/2013-10-07')).toBe('Foster placement…')
    expect(textOf('2013-10-01/2013-10-02')).toBe('')
  })

  test('whose ends are not days are drawn as such', () => {
    const exact = (span: string) => layOut(withPeriods(stay('a', span))).periods[0]?.exact
    expect([exact('2013-10-01/2013-10-07'), exact('2013-10~/2013-10-07'), exact('2013-10')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('are not drawn where the child has no line', () => {
    const picture = layOut(withPeriods(stay('a', '2013-10-01/2013-10-07')), 20, { lanes: ['gp', 'csc'] })
    expect(picture.periods).toEqual([])
  })

  test('of life are left to the lines of birth and death, where the birth is known', () => {
    const life = stay('life', '2013-10-01/2013-10-20', { kind: 'life' })
    const of = (people: CaseFile['people']) => aCase({ events: EVENTS, periods: [life], people })
    expect(layOut(of([aChild()])).periods).toHaveLength(1)
    expect(layOut(of([aChild({ born: '2013-10-01' })])).periods).toEqual([])
  })

  test('by events alone are drawn between them, and never exact', () => {
    const of = aCase({ events: EVENTS, periods: [aPeriod('a', null, { kind: 'plan', from: 'first', to: 'last' })] })
    const [bar] = layOut(of).periods
    expect([Math.round(bar?.x0 ?? NaN), Math.round(bar?.x1 ?? NaN), bar?.exact]).toEqual([0, 600, false])
  })
})

describe('periods of agencies', () => {
  test('tint each lane they name, or the whole chart when they name none, which is painted first', () => {
    const picture = layOut(
      withPeriods(
        stay('home', '2013-10-01/2013-10-20'),
        aPeriod('leave', '2013-10-05/2013-10-07', { kind: 'leave', agencies: ['gp', 'csc'] }),
        aPeriod('incident', '2013-10-09/2013-10-09', { kind: 'incident' }),
      ),
    )
    const laneAt = (y: number) => picture.lanes.find((lane) => lane.y === y)
    expect(picture.periods.map(({ period, place }) => [period.id, place])).toEqual([
      ['incident', 'background'],
      ['leave', 'lane'],
      ['leave', 'lane'],
      ['home', 'child'],
    ])
    const [incident, first, second] = picture.periods
    expect([incident?.y, incident?.heightPx]).toEqual([0, picture.heightPx])
    expect([first, second].map((bar) => laneAt(bar?.y ?? NaN)?.agency.id)).toEqual(['csc', 'gp'])
    expect(first?.heightPx).toBe(laneAt(first?.y ?? NaN)?.heightPx)
  })

  test('of lanes out of sight, and the review period itself, are not drawn', () => {
    const of = withPeriods(
      aPeriod('leave', '2013-10-05/2013-10-07', { kind: 'leave', agencies: ['csc'] }),
      aPeriod('review', '2013-10-01/2013-10-30', { kind: 'review-period' }),
    )
    expect(layOut(of, 20, { lanes: ['gp'] }).periods).toEqual([])
  })
})

describe('guides', () => {
  const reviewed = (period: string | null, child: Parameters<typeof aChild>[0] = {}) =>
    aCase({ events: EVENTS, people: [aChild(child)], review: { ...aCaseFile().review, period } })
  const textsOf = (of: Case, columnPx = 20) =>
    layOut(of, columnPx).guides.map(({ key, x }) => `${key} ${Math.round(x / columnPx)}`)

  test('mark birth, death and both ends of the review period', () => {
    const of = reviewed('2013-10-02/2013-10-28', { born: '2013-10-10', died: '2013-10-20' })
    expect(textsOf(of)).toEqual(['born 9', 'died 19', 'review-start 1', 'review-end 28'])
  })

  test('of the review give way to those of the child’s life where they crowd', () => {
    const of = reviewed('2013-10-02/2013-10-28', { born: '2013-10-05' })
    expect(textsOf(of)).toEqual(['born 4', 'review-end 28'])
  })

  test('are left out where the day is not known', () => {
    expect(textsOf(reviewed('2013-10/2013-10-28', { born: '2013', died: '2013-10-20~' }))).toEqual(['review-end 28'])
    expect(textsOf(reviewed('2013-10-03/..'))).toEqual(['review-start 2'])
    expect(textsOf(reviewed('2013'))).toEqual([])
  })

  test('say what they are on the side where there is room: the start of the review to its right', () => {
    const sides = layOut(reviewed('2013-10-02/2013-10-28', { born: '2013-10-15' })).guides.map(
      ({ text, kind, side }) => [text, kind, side],
    )
    expect(sides).toEqual([
      ['born', 'life', 'left'],
      ['review period starts', 'review', 'right'],
      ['review period ends', 'review', 'left'],
    ])
  })

  test('say the day a case stops at left of its line where the first view ends close after it and nothing else is said there', () => {
    const sideOf = (period: string | null, plotPx: number) => {
      const of = reviewed(period)
      const axis = stopAxis(axisOf(of), of, at('2013-11-01'))
      const pxPerMs = plotPx / lengthMs(axis.home)
      return pictureAt(of, { axis, pxPerMs }).guides.find(({ key }) => key === 'horizon')?.side
    }
    expect(sideOf('2013-10-02/2013-10-28', 1200)).toBe('right')
    expect(sideOf('2013-10-02/..', 270)).toBe('left')
    expect(sideOf('2013-10-02/..', 200)).toBe('right')
  })

  test('are not drawn on an axis of order, which has no dates', () => {
    const of = drawn('gp ●●● |●|', { people: [aChild({ born: '2013-10-01' })] })
    expect(layOut(of).guides).toEqual([])
  })
})

test.each(publishedCases())(
  'in $id no two of the child’s periods cover each other but in the last row, and no name leaves its bar',
  ({ of }) => {
    for (const plotPx of [400, 1200, 9600]) {
      const picture = pictureOf(of, { plotPx })
      const bars = picture.periods.filter((bar) => bar.place === 'child')
      const lastY = Math.max(...bars.map(({ y }) => y))
      const clashes = bars.filter((one, at) =>
        bars
          .slice(at + 1)
          .some((other) => one.y === other.y && one.y !== lastY && one.x0 < other.x1 && other.x0 < one.x1),
      )
      expect(clashes).toEqual([])
      const wide = picture.periods.filter(
        ({ text, x0, x1 }) => picture.metrics === METRICS && text.length * 6.2 > Math.max(0, x1 - x0),
      )
      expect(wide).toEqual([])
    }
  },
)
