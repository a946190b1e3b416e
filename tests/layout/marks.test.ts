import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#model/schema.ts'
import { aCase, anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { drawn, layOut, lines, SYMBOLS, written } from '#tests/fixtures/drawn.ts'
import { span } from '#model/time.ts'
import { at } from '#tests/fixtures/when.ts'
import { METRICS, pictureOf, publishedCases } from '#tests/fixtures/picture.ts'

/** What is drawn and what is laid out of it, both as text, for columns of a width. */
function redrawn(drawing: string, columns: number, columnPx: number) {
  return written(layOut(drawn(drawing), columnPx), columns)
}

describe('marks of a drawing', () => {
  test('stand in their lane at their day, with a bar as long as their date', () => {
    const drawing = `
      home   |    ●          |
      csc    |      ▷        |
      gp   ○ |●--   ▶   ■    |
      cmht   |     ○    ○  ▲ |`
    // In the tray there is no date to be in doubt of.
    expect(redrawn(drawing, 15, 20)).toEqual(lines(drawing.replace('gp   ○', 'gp   ●')))
  })

  test('that would stand on one another take rows of their own, and the row is free again behind them', () => {
    expect(redrawn('gp |●●●   ●●|', 8, 6)).toEqual(
      lines(`
        gp |●     ● |
           | ●     ●|
           |  ●     |`),
    )
  })

  test('bars take no row: a long one does not push the days in it down', () => {
    const drawing = 'gp |●-----  |\ncmht |  ○ ●   |'
    const of = drawn(drawing)
    expect(written(layOut(of), 8)).toEqual(lines(drawing))
    const shared = aCase({ events: [anEvent('long', '2013-10-01/2013-10-08'), anEvent('day', '2013-10-05')] })
    expect(written(layOut(shared, 20, { lanes: ['gp'] }), 8)).toEqual(lines('gp |●---●---|'))
  })

  test('keep their rows when only a part of a crowded lane is laid out', () => {
    const of = drawn('gp |●●●●●●●●●●●●|')
    const rowsIn = (first: string, last: string) => {
      const [lane] = layOut(of, 6, { within: span(at(first), at(last)) }).lanes
      return new Map(lane?.marks.map(({ event, row }) => [event.id, row]))
    }
    const whole = rowsIn('2013-10-01', '2013-10-13')
    const part = rowsIn('2013-10-05', '2013-10-08')
    expect(['gp-4', 'gp-5', 'gp-6'].map((id) => part.get(id))).toEqual([1, 2, 0])
    expect([...part].filter(([id, row]) => whole.get(id) !== row)).toEqual([])
  })

  test('of a lane with more than it can hold share the last row, and none is left out', () => {
    const [lane] = layOut(drawn('gp |●●●●●●●●●|'), 1.2).lanes
    expect(lane?.marks).toHaveLength(9)
    expect(lane && new Set(lane.marks.map(({ row }) => row))).toEqual(new Set([0, 1, 2, 3]))
  })

  test('keep to fewer rows when the chart is low', () => {
    const of = drawn('gp |●●●●●●●|')
    const rowsAt = (availablePx: number) =>
      1 + Math.max(...layOut(of, 2, { availablePx }).lanes.flatMap(({ marks }) => marks.map(({ row }) => row)))
    expect([rowsAt(600), rowsAt(40), rowsAt(25)]).toEqual([4, 2, 1])
  })

  test('a meeting comes before what else begins with it, so that its spine stays straight', () => {
    const of = aCase({
      events: [
        anEvent('visit', '2013-10-02'),
        anEvent('meeting', '2013-10-02', { type: 'meeting', agencies: roles({ gp: 'attended', csc: 'attended' }) }),
      ],
    })
    const lane = layOut(of).lanes.find(({ agency }) => agency.id === 'gp')
    expect(lane?.marks.map(({ event, row }) => [event.id, row])).toEqual([
      ['visit', 1],
      ['meeting', 0],
    ])
  })

  test('any drawing laid out with room is the drawing again', () => {
    const columns = 12
    const own = fc.constantFrom(' ', ' ', ...SYMBOLS.filter((symbol) => !'▷◇✕◐'.includes(symbol)))
    const lane = fc.array(own, { minLength: columns, maxLength: columns }).map((symbols) => symbols.join(''))
    const drawing = fc
      .array(lane, { minLength: 1, maxLength: 4 })
      .filter((all) => all.join('').trim() !== '')
      .map((all) => all.map((symbols, place) => `lane-${place} |${symbols}|`).join('\n'))
    fc.assert(
      fc.property(drawing, (text) => {
        const picture = layOut(drawn(text), 20)
        const laneLines = written(picture, columns).filter((line) => line.startsWith('lane'))
        expect(laneLines).toEqual(lines(text))
      }),
    )
  })
})

describe('the form of a mark tells its date', () => {
  const forms: readonly (readonly [string, string, boolean])[] = [
    ['2013-10-05', 'point', true],
    ['2013-10-05T10:00', 'point', true],
    ['2013-10-05~', 'possible', false],
    ['2013-10', 'possible', false],
    ['2013', 'possible', false],
    ['2013-10-05/2013-10-09', 'lasting', true],
    ['2013-10/2013-12', 'lasting', false],
    ['../2013-10-09', 'until', false],
    ['2013-10-05/..', 'onwards', false],
  ]
  const around: CaseFile['events'] = [anEvent('before', '2013-01-01'), anEvent('after', '2014-02-01')]

  function markOf(date: string) {
    const picture = pictureOf(aCase({ events: [...around, anEvent('e', date)] }), { lanes: ['gp'] })
    const mark = picture.lanes[0]?.marks.find(({ event }) => event.id === 'e')
    if (!mark) throw new Error('no mark')
    return { mark, picture }
  }

  test.each(forms)('%s is drawn as %s, filled: %s', (date, form, isFilled) => {
    const { mark } = markOf(date)
    expect([mark.form, mark.exact]).toEqual([form, isFilled])
  })

  test('the symbol stands in the middle of what is possible, and at the known end of a stretch', () => {
    const share = (date: string) => {
      const { mark } = markOf(date)
      return (mark.x - mark.barX0) / (mark.barX1 - mark.barX0)
    }
    expect(share('2013-10')).toBeCloseTo(0.5)
    expect(share('2013-10-05/2013-10-09')).toBeCloseTo(0)
    expect(share('2013-10-05/..')).toBeCloseTo(0)
    expect(share('../2013-10-09')).toBeCloseTo(1)
  })

  test('a day has no bar: its mark stands at noon', () => {
    const { mark, picture } = markOf('2013-10-05')
    const noon = (Date.UTC(2013, 9, 5, 12) - picture.scale.start) * picture.scale.pxPerMs
    expect([mark.x, mark.barX0, mark.barX1]).toEqual([mark.x, mark.x, mark.x])
    expect(mark.x).toBeCloseTo(noon)
  })

  test('a bar without an end reaches the end of the chart', () => {
    const { mark, picture } = markOf('2013-10-05/..')
    const last = picture.lanes[0]?.marks.find(({ event }) => event.id === 'after')
    expect(mark.barX1).toBeGreaterThan(last?.x ?? Infinity)
  })
})

describe.each([
  { id: 'a drawing', of: drawn('home |●|\ngp ●○ |◆ ●|\ncsc |◇  ●|') },
  { id: 'a case without marks', of: aCase({ agencies: [anAgency('gp')] }) },
  ...publishedCases(),
])('in $id', ({ of }) => {
  const pictures = [1, 8, 64].map((zoom) => pictureOf(of, { plotPx: 800 * zoom }))

  test('every event of a lane is a mark or in its tray, exactly once', () => {
    const expected = of.events.flatMap(({ id, agencies }) => agencies.map((agency) => `${agency.id} ${id}`)).toSorted()
    for (const { lanes } of pictures) {
      const found = lanes.flatMap(({ agency, marks, tray }) =>
        [...marks, ...tray].map(({ event }) => `${agency.id} ${event.id}`),
      )
      expect(found.toSorted()).toEqual(expected)
    }
  })

  test('marks are in the order of the chronology, and nothing with a place is in a tray', () => {
    for (const { lanes, axisKind } of pictures)
      for (const { marks, tray } of lanes) {
        const orders = marks.map(({ event }) => event.order)
        expect(orders).toEqual(orders.toSorted((a, b) => a - b))
        expect(tray.filter(({ event }) => event.when !== undefined || axisKind === 'order')).toEqual([])
      }
  })

  test('symbols of one row stand clear of each other, but in a last row that is shared', () => {
    const apart = METRICS.glyphPx + 2
    for (const { lanes } of pictures)
      for (const { marks } of lanes) {
        const last = Math.max(0, ...marks.map(({ row }) => row))
        for (let row = 0; row < last; row += 1) {
          const xs = marks.flatMap((mark) => (mark.row === row ? [mark.x] : [])).toSorted((a, b) => a - b)
          const tight = xs.slice(1).filter((x, place) => x - (xs[place] ?? x) < apart - 1e-6)
          expect(tight).toEqual([])
        }
      }
  })
})

test('what the filter leaves out keeps its place when dimmed, and leaves the picture when hidden', () => {
  const of = drawn('gp ▲ |●▲ ●|')
  const filter = { hiddenTypes: new Set(['concern'] as const) }
  expect(written(layOut(of, 20, { filter }), 4)).toEqual(lines('gp ▲ |●▲ ●|'))
  expect(written(layOut(of, 20, { filter, hidesFiltered: true }), 4)).toEqual(lines('gp |●  ●|'))
})
