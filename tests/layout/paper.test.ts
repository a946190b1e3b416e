import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ALL_ASSUMPTIONS } from '#analysis/knowledge/horizon.ts'
import { type Outline, veil } from '#analysis/knowledge/veil.ts'
import { applyFilter, NO_FILTER } from '#analysis/filter.ts'
import { type Axis, axisOf } from '#layout/axis.ts'
import { boxesMeet } from '#layout/metrics.ts'
import { keyRowPx } from '#layout/paper-key.ts'
import { layoutPaper, type PaperLayout, type PicturePage } from '#layout/paper.ts'
import { OVERLAP_MM, type PaperKind, PAPERS, paperMetrics, PX_PER_MM, sheetOf } from '#layout/paper-sheets.ts'
import { tileAt, tileWall, wallPx } from '#layout/paper-wall.ts'
import { type Case, finite, readDate } from '#model/case.ts'
import { parseCaseText } from '#model/parse-case.ts'
import { middle, type Span } from '#model/time.ts'
import { aCase, aFinding, anAgency, anEvent, aPeriod, roles } from '#tests/fixtures/case-file.ts'

const IDS = ['baby-k', 'child-m', 'child-v', 'child-aa', 'child-z']

function read(id: string): Case {
  const parsed = parseCaseText(readFileSync(path.resolve('data', 'cases', `${id}.json`), 'utf8'))
  if (!parsed.ok) throw new Error(`${id} is not a case`)
  return parsed.value
}

interface Wish {
  readonly kind?: PaperKind
  readonly over?: (axis: Axis) => Span
  readonly without?: readonly string[]
  readonly columns?: number
  readonly rows?: number
  readonly outlines?: readonly Outline[]
}

function lay(
  of: Case,
  { kind = 'a4-landscape', over = ({ bounds }) => bounds, without = [], columns = 3, rows = 2, outlines }: Wish = {},
) {
  const axis = axisOf(of)
  const { labelPx } = paperMetrics(kind)
  return layoutPaper({
    of,
    axis,
    view: applyFilter(of, { ...NO_FILTER, hiddenAgencies: new Set(without) }),
    over: over(axis),
    kind,
    wall: { columns, rows },
    outlines,
    foot: ['The case.', 'No filter.', 'Who says so.'],
    legendItems: 30,
    measure: (text, bold) => text.length * labelPx * (bold ? 0.56 : 0.52),
  })
}

const pictures = ({ pages }: PaperLayout) => pages.flatMap((page) => (page.kind === 'picture' ? [page] : []))
const keyRows = ({ pages }: PaperLayout, kind: 'events' | 'findings') =>
  pages.flatMap((page) =>
    page.kind === 'key' ? page.columns.flat().flatMap((table) => (table.kind === kind ? table.rows : [])) : [],
  )
/** Pages of one stretch, where lanes needed more than one. */
const stretches = (pages: readonly PicturePage[]) => [
  ...new Map(pages.map((page) => [page.over.start, page.over])).values(),
]
/** Every event and lane that has a symbol or a chip on a page. */
const symbols = ({ part }: PicturePage) => [
  ...part.picture.lanes.flatMap(({ agency, marks }) =>
    marks.flatMap(({ event }) => (part.events.has(event.id) ? [`${event.id} ${agency.id}`] : [])),
  ),
  ...part.chips.map(({ mark }) => `${mark.event.id} ${mark.agencyId}`),
]

describe.each(IDS)('%s on paper', (id) => {
  const of = read(id)
  const known = new Map<PaperKind, PaperLayout>()
  const layOn = (kind: PaperKind) => {
    const laid = known.get(kind) ?? lay(of, { kind })
    known.set(kind, laid)
    return laid
  }
  test.each(PAPERS.filter((kind) => kind !== 'wall'))(
    'on %s pages follow one another without gap or overlap',
    (kind) => {
      const laid = layOn(kind)
      const { bounds } = axisOf(of)
      const spans = stretches(pictures(laid))
      expect(spans[0]?.start).toBe(bounds.start)
      expect(spans.at(-1)?.end).toBe(bounds.end)
      spans.slice(1).forEach(({ start }, place) => expect(start).toBe(spans[place]?.end))
      expect(laid.pages.map(({ number }) => number)).toEqual(laid.pages.map((_, place) => place + 1))
    },
  )

  test.each(PAPERS.filter((kind) => kind !== 'wall'))(
    'on %s every mark stands on one page, inside its plot, and in the key once',
    (kind) => {
      const laid = layOn(kind)
      const drawn = pictures(laid).flatMap(symbols)
      const wanted = of.events.flatMap((event) => event.agencies.map((agency) => `${event.id} ${agency.id}`))
      expect(drawn.toSorted()).toEqual(wanted.toSorted())
      const strays = pictures(laid).flatMap(({ part }) =>
        part.picture.lanes.flatMap(({ marks }) =>
          marks.filter(({ event, x }) => part.events.has(event.id) && (x < 0 || x > part.plotPx)),
        ),
      )
      expect(strays).toEqual([])
      expect(keyRows(laid, 'events').map((row) => row.id)).toEqual(of.events.map((event) => event.id))
      expect(keyRows(laid, 'findings').map((row) => row.id)).toEqual(of.findings.map((finding) => finding.id))
    },
  )

  test('every page has the head of each of its lanes, and an axis', () => {
    for (const { part, lanes } of pictures(layOn('a4-landscape'))) {
      expect(part.picture.lanes.map(({ agency }) => agency)).toEqual(lanes)
      expect(part.headPx).toBeGreaterThan(100)
      const isOfFindings = part.picture.axisKind === 'order' && part.events.size === 0
      expect(isOfFindings || part.picture.ticks.some(({ text }) => text !== '')).toBe(true)
    }
  })

  test('numbers are unique and in order, and say the page', () => {
    const laid = layOn('a4-landscape')
    const numbers = keyRows(laid, 'events').map(({ cells }) => Number(cells[0]))
    expect(numbers).toEqual(of.events.map(({ order }) => order + 1))
    const isOn = (number: string, event: string) =>
      pictures(laid).some((page) => String(page.number) === number && page.part.events.has(event))
    const wrong = keyRows(laid, 'events').filter((row) => !isOn(row.cells.at(-1)?.split(/\D/)[0] ?? '', row.id))
    expect(wrong).toEqual([])
  })

  test('every mark without words beside it has its number, and hardly a number covers anything', () => {
    const laid = layOn('a4-landscape')
    for (const { part } of pictures(laid)) {
      const named = new Set([...part.labels, ...part.numbers].map(({ key }) => key))
      const onSpine = new Set(part.picture.spines.map(({ meeting }) => meeting.event.id))
      const nameless = part.picture.lanes.flatMap(({ agency, marks }) =>
        marks.filter(
          ({ event: { id: one } }) =>
            part.events.has(one) && !onSpine.has(one) && !named.has(one) && !named.has(`${one} ${agency.id}`),
        ),
      )
      expect(nameless).toEqual([])
      for (const { finding } of part.picture.findings) expect(named).toContain(`finding:${finding.id}`)
    }
    const covered = pictures(laid).reduce((sum, { part }) => sum + part.covered, 0)
    const all = pictures(laid).reduce((sum, { part }) => sum + part.numbers.length + part.labels.length, 0)
    expect(covered / all).toBeLessThan(0.02)
  })

  test('everything fits: pictures above the foot, rows of the key in their columns', () => {
    const laid = layOn('a3-landscape')
    const { sheet, footPx, metrics } = laid
    for (const { part } of pictures(laid))
      expect(metrics.axisPx + part.picture.heightPx).toBeLessThan(sheet.contentHeightPx - footPx)
    const columns = laid.pages.flatMap((page) => (page.kind === 'key' ? page.columns : []))
    for (const tables of columns) {
      const rows = tables.flatMap(({ kind, rows: some }) =>
        some.map((row) => keyRowPx(kind, row, 700, (text) => text.length * 5)),
      )
      expect(rows.reduce((sum, px) => sum + px, 0)).toBeLessThan(sheet.contentHeightPx)
    }
  })

  test('on a wall every event is in the key once and the picture fills the sheets', () => {
    const laid = layOn('wall')
    const tiles = laid.pages.filter(({ kind }) => kind === 'tile')
    expect(tiles).toHaveLength(6)
    expect(keyRows(laid, 'events').map((row) => row.id)).toEqual(of.events.map((event) => event.id))
    for (const { cells } of keyRows(laid, 'events')) expect(cells.at(-1)).toMatch(/^[1-6]/)
  })
})

describe('a wall of sheets', () => {
  const sheet = sheetOf('wall')
  test.each([
    [1, 1],
    [3, 2],
    [8, 3],
  ])('%i by %i overlap by what is stated and no more', (columns, rows) => {
    const tiles = tileWall(sheet, { columns, rows })
    const overlapPx = OVERLAP_MM * PX_PER_MM
    expect(tiles).toHaveLength(columns * rows)
    for (const tile of tiles) {
      const left = tiles.filter(({ column, row }) => row === tile.row && column === tile.column - 1)
      const above = tiles.filter(({ column, row }) => column === tile.column && row === tile.row - 1)
      expect(left).toHaveLength(tile.column === 0 ? 0 : 1)
      expect(above).toHaveLength(tile.row === 0 ? 0 : 1)
      for (const one of left) expect(one.x + one.widthPx - tile.x).toBeCloseTo(overlapPx)
      for (const one of above) expect(one.y + one.heightPx - tile.y).toBeCloseTo(overlapPx)
    }
    const { widthPx, heightPx } = wallPx(sheet, { columns, rows })
    const last = tiles.at(-1)
    expect((last?.x ?? 0) + (last?.widthPx ?? 0)).toBeCloseTo(widthPx)
    expect((last?.y ?? 0) + (last?.heightPx ?? 0)).toBeCloseTo(heightPx)
    // Every place belongs to one sheet.
    for (let x = 1; x < widthPx; x += 37)
      for (let y = 1; y < heightPx; y += 41) expect(tileAt(tiles, x, y)).toBeDefined()
  })
})

describe('what is printed', () => {
  const winter = aCase({
    events: [
      anEvent('a', '2013-10-01'),
      anEvent('b', null),
      anEvent('c', '2013-11-01', { agencies: roles({ csc: 'lead' }) }),
      anEvent('d', '2014-02-01'),
    ],
    findings: [aFinding('f', { events: ['a'], span: '2013-10-01/2013-10-20' })],
  })

  test('a filter leaves things off the paper and out of the key, and numbers stay those of the whole case', () => {
    const laid = lay(winter, { without: ['gp'] })
    expect(keyRows(laid, 'events').map(({ id, cells }) => [id, cells[0]])).toEqual([['c', '3']])
    expect(keyRows(laid, 'findings')).toEqual([])
    expect(pictures(laid).flatMap(({ lanes }) => lanes.map(({ id }) => id))).not.toContain('gp')
  })

  test('a window prints what stands in it, undated events with the one they follow', () => {
    const laid = lay(winter, {
      over: ({ spanOfEvent, bounds }) => {
        const event = winter.eventById.get('c')
        return { start: bounds.start, end: (event && spanOfEvent(event)?.start) ?? bounds.end }
      },
    })
    expect(keyRows(laid, 'events').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(pictures(laid).flatMap(({ part }) => part.chips.map(({ mark, number }) => [mark.event.id, number]))).toEqual(
      [['b', '2']],
    )
  })

  test('words stand whole where there is room, and a period behind a lane is named there', () => {
    const title = 'The practice writes to the visitor about all that was said'
    const roomy = aCase({
      events: [anEvent('a', '2013-11-15', { title }), anEvent('b', '2014-02-01')],
      periods: [aPeriod('leave', '2013-11-01/2013-12-20', { kind: 'leave', title: 'On leave', agencies: ['gp'] })],
    })
    const labels = pictures(lay(roomy)).flatMap(({ part }) => part.labels)
    expect(labels.map(({ text }) => text)).toContain(`1 ${title}`)
    expect(labels.filter(({ tone }) => tone === 'ground').map(({ text }) => text)).toEqual(['On leave'])
    const [name, words] = [labels.find(({ tone }) => tone === 'ground'), labels.find(({ key }) => key === 'a')]
    if (!name || !words) throw new Error('Both have words.')
    expect(boxesMeet(name.box, words.box)).toBe(false)
  })

  test('who says a finding so stands in its row', () => {
    const [row] = keyRows(lay(winter), 'findings')
    expect(row?.cells).toContain('the review says')
  })

  test('a view without events still has a page', () => {
    const laid = lay(winter, { without: ['gp', 'csc'] })
    expect(laid.pages).toHaveLength(1)
    expect(laid.events).toEqual([])
  })

  test('forty lanes go on as many pages as they need, each with its axis and its marks', () => {
    const names = Array.from({ length: 40 }, (_, place) => `team-${place + 1}`)
    const many = aCase({
      agencies: names.map((name) => anAgency(name, { code: name.replace('team-', 'T') })),
      events: names.map((name, place) =>
        anEvent(`e${place}`, `2013-10-${String((place % 28) + 1).padStart(2, '0')}`, {
          agencies: roles({ [name]: 'lead' }),
        }),
      ),
    })
    const laid = lay(many)
    const groups = pictures(laid)
    expect(groups.length).toBeGreaterThan(1)
    expect(groups.flatMap(symbols).toSorted()).toEqual(names.map((name, place) => `e${place} ${name}`).toSorted())
    for (const { part } of groups) expect(part.picture.ticks.length).toBeGreaterThan(0)
  })

  test('three hundred events on one day are all numbered and all listed', () => {
    const crowd = aCase({ events: Array.from({ length: 300 }, (_, place) => anEvent(`e${place}`, '2013-10-01')) })
    const laid = lay(crowd)
    expect(pictures(laid).flatMap(symbols)).toHaveLength(300)
    expect(keyRows(laid, 'events')).toHaveLength(300)
  })
})

describe('from one agency’s place', () => {
  const of = read('baby-k')
  const day = readDate('2014-01-31')?.span.end
  if (day === undefined) throw new Error('That is no date.')
  const { shown, outlines } = veil(of, 'maternity', day, ALL_ASSUMPTIONS)
  const within = axisOf(shown).bounds
  const lanes = new Set(shown.agencies.map(({ id }) => id))
  const wanted = outlines.flatMap(({ agencyId, when }) => {
    const at = middle(finite(when))
    return lanes.has(agencyId) && at >= within.start && at < within.end ? [agencyId] : []
  })

  test.each(PAPERS)(
    'every event known only to others is counted in a ring of its lane, and names nothing (%s)',
    (kind) => {
      const { pages } = lay(shown, { kind, outlines })
      const parts = new Set(pages.flatMap((page) => (page.kind === 'key' ? [] : [page.part])))
      const rings = [...parts].flatMap(({ picture }) =>
        picture.outlines.flatMap(({ agencyId, count }) => Array.from({ length: count }, () => agencyId)),
      )
      expect(rings.length).toBeGreaterThan(20)
      expect(rings.toSorted()).toEqual(wanted.toSorted())
    },
  )

  test('no number or word stands on a ring', () => {
    for (const { part } of pictures(lay(shown, { outlines })))
      for (const { x, y } of part.picture.outlines)
        for (const label of part.labels)
          expect(label.x <= x && x <= label.x + label.text.length * 3 && Math.abs(label.y - y) < 3).toBe(false)
  })
})
