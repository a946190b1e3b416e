import { describe, expect, test } from 'vitest'
import { ALL_ASSUMPTIONS } from '#analysis/knowledge/horizon.ts'
import { veil } from '#analysis/knowledge/veil.ts'
import { axisOf } from '#layout/axis.ts'
import { boxesMeet } from '#layout/metrics.ts'
import { keyRowPx } from '#layout/paper-key.ts'
import type { PaperLayout, PicturePage } from '#layout/paper.ts'
import { type PaperKind, PAPERS } from '#layout/paper-sheets.ts'
import { finite, readDate } from '#model/case.ts'
import { DAY_MS, middle, overlaps } from '#model/time.ts'
import { aCase, aFinding, anAgency, anEvent, aPeriod, roles } from '#tests/fixtures/case-file.ts'
import { IDS, keyRows, lay, pictures, read } from '#tests/fixtures/paper-layout.ts'

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

  test('the line of a long date goes on over every page it reaches, its ring on one', () => {
    const pages = pictures(lay(shown, { outlines })).filter(({ part }) => part.picture.outlines.length > 0)
    for (const { agencyId, when } of outlines) {
      const at = finite(when)
      if (!lanes.has(agencyId) || at.end - at.start < 20 * DAY_MS) continue
      const reached = pages.filter(
        ({ over, lanes: here }) => overlaps(at, over) && here.some(({ id }) => id === agencyId),
      )
      for (const { part } of reached)
        expect(
          part.picture.outlines.some((one) => one.agencyId === agencyId && one.x0 < part.plotPx && one.x1 > 0),
        ).toBe(true)
    }
    const lines = pages.flatMap(({ part }) => part.picture.outlines.filter(({ count }) => count === 0))
    expect(lines.length).toBeGreaterThan(0)
  })

  test('no number or word stands on a ring', () => {
    for (const { part } of pictures(lay(shown, { outlines })))
      for (const { x, y } of part.picture.outlines.filter(({ count }) => count > 0))
        for (const label of part.labels)
          expect(label.x <= x && x <= label.x + label.text.length * 3 && Math.abs(label.y - y) < 3).toBe(false)
  })
})
