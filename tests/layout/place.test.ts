import { describe, expect, test } from 'vitest'
import { axisOf } from '#layout/axis.ts'
import { type Box, boxesMeet } from '#layout/metrics.ts'
import type { Picture } from '#layout/place.ts'
import { drawnSpan, limitWindow } from '#layout/scale.ts'
import { lengthMs, middle, scaleAbout, shift, span } from '#model/time.ts'
import { aCase, aChild, aFinding, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'
import { drawn, FIRST_DAY, layOut } from '#tests/fixtures/drawn.ts'
import { FIRST_VIEW, seen, shareOf, sumOf, WIDTHS_PX, ZOOMS } from '#tests/fixtures/label-sweep.ts'
import { METRICS, pictureAt, pictureOf, publishedCases } from '#tests/fixtures/picture.ts'
import { at } from '#tests/fixtures/when.ts'

describe('captions above the lanes', () => {
  const order = drawn('csc ||\ngp ●●● |●|', {
    findings: ['a', 'b', 'c', 'd'].map((id) => aFinding(id, { kind: 'handover-gap', receivers: ['csc'] })),
  })

  test('say what the parts of an axis of order are, each where its part begins', () => {
    const picture = pictureOf(order, { plotPx: 1200 })
    expect(picture.captions.map(({ text }) => text)).toEqual([
      'order known, dates not published',
      'what the review found, in its order',
    ])
    const [first, second] = picture.captions
    expect(first?.x).toBeLessThan(picture.lanes[1]?.marks[0]?.x ?? NaN)
    expect((second?.x ?? NaN) - (picture.findings[0]?.x ?? NaN)).toBeCloseTo(4)
    expect(second?.x).toBeGreaterThan(picture.lanes[1]?.marks.at(-1)?.x ?? NaN)
  })

  test('are cut to their part at a word, and left out where not one fits', () => {
    const textsAt = (plotPx: number) => pictureOf(order, { plotPx }).captions.map(({ text }) => text)
    expect(textsAt(400)).toEqual(['order known, dates not…', 'what the review found…'])
    expect(textsAt(60)).toEqual([])
  })

  const background = (id: string, days: string, title: string) => aPeriod(id, days, { kind: 'incident', title })

  test('name the bands behind all lanes', () => {
    const of = aCase({
      events: [anEvent('a', '2013-10-01'), anEvent('b', '2013-10-31')],
      periods: [background('night', '2013-10-10/2013-10-20', 'The night in hospital')],
    })
    const [caption] = layOut(of).captions
    expect(caption).toMatchObject({ key: 'night', text: 'The night in hospital' })
    expect(Math.round(caption?.x ?? NaN)).toBe(9 * 20 + 4)
  })

  test('that would run into another, or into the words of a guide, are left out', () => {
    const of = aCase({
      events: [anEvent('a', '2013-10-01'), anEvent('b', '2013-10-31')],
      periods: [
        background('first', '2013-10-02/2013-10-12', 'In hospital'),
        background('second', '2013-10-03/2013-10-12', 'Under guard'),
        background('birth', '2013-10-19/2013-10-27', 'In labour'),
        background('third', '2013-10-27/2013-10-31', 'At home'),
      ],
      people: [aChild({ born: '2013-10-21' })],
    })
    expect(layOut(of).captions.map(({ key }) => key)).toEqual(['first', 'third'])
  })
})

describe('the child’s own axis', () => {
  const life = (child: Parameters<typeof aChild>[0], first: string, last: string) =>
    aCase({
      events: [anEvent('a', first), anEvent('b', last)],
      people: [aChild(child)],
      periods: [aPeriod('pregnancy', '2013-06-01/2014-03-01', { kind: 'pregnancy' })],
    })

  test('counts the weeks of pregnancy and, for a short life, those after birth', () => {
    const of = life({ born: '2014-03-01', died: '2014-04-20' }, '2013-12-01', '2014-05-01')
    const { child } = pictureOf(of, { plotPx: 1000 })
    expect(child.titles).toEqual(['weeks pregnant', 'weeks old'])
    expect(child.ticks.map(({ text }) => text).join(' ')).toMatch(/ 37 38 0 1 2 3 4 5 6 7$/)
  })

  test('counts months of a longer life, and years where months would crowd', () => {
    const titles = (plotPx: number) =>
      pictureOf(life({ born: '2010-05-01' }, '2012-01-01', '2014-01-01'), { plotPx }).child.titles
    expect(titles(1400)).toContain('months old')
    expect(titles(300)).toEqual(['years old'])
  })

  test('is empty where the case tells nothing of a life, and on an axis of order', () => {
    const empty = { titles: [], ticks: [] }
    expect(layOut(drawn('gp |●  ●|')).child).toEqual(empty)
    expect(layOut(drawn('gp ●●● |●|', { people: [aChild({ born: '2013-10-01' })] })).child).toEqual(empty)
  })

  test('has no two ticks that crowd each other, not even around birth', () => {
    for (const day of ['01', '03', '05', '07']) {
      const { child } = pictureOf(life({ born: `2014-03-${day}`, died: '2014-04-20' }, '2013-12-01', '2014-05-01'))
      const xs = child.ticks.map(({ x }) => x)
      const tight = xs.slice(1).filter((x, place) => Math.abs(x - (xs[place] ?? NaN)) < 17)
      expect(tight).toEqual([])
      expect(xs.length).toBeGreaterThan(5)
    }
  })
})

describe('the axis of a picture', () => {
  test('has ticks of time over the whole stretch laid out, and numbers on an axis of order', () => {
    const time = layOut(drawn('gp |●      ●|'))
    expect([time.axisKind, time.ticks[0]?.x]).toEqual(['time', 0])
    const order = layOut(drawn('gp ●●● |●|'), 40, { drawn: axisOf(drawn('gp ●●● |●|')).bounds })
    expect([order.axisKind, order.ticks.map(({ text }) => text)]).toEqual(['order', ['1', '2', '3', '4']])
  })

  test('starts where the stretch laid out starts', () => {
    const picture = layOut(drawn('gp |●      ●|'))
    expect(picture.scale.start).toBe(FIRST_DAY)
    expect(picture.lanes[0]?.marks[0]?.x).toBeCloseTo(10)
  })
})

/** What is drawn in a lane that words may not hide: symbols, ghosts, strips, bands, the child's bars, sightings. */
function marksOf({ lanes, findings, periods, sightings }: Picture): Box[] {
  const around = (x: number, y: number, half: number): Box => ({
    x0: x - half,
    x1: x + half,
    y0: y - half,
    y1: y + half,
  })
  const row = sightings && { y0: sightings.y, y1: sightings.y + sightings.heightPx }
  return [
    ...lanes.flatMap(({ marks }) => marks.map(({ x, y }) => around(x, y, METRICS.glyphPx / 2))),
    ...findings.flatMap((mark): Box[] => {
      if (mark.form === 'sign') return [around(mark.x, mark.y, 3)]
      if (mark.form === 'missed') return [...mark.ghostYs, mark.crossY].map((y) => around(mark.x, y, 6))
      return [{ x0: mark.x, x1: mark.x1, y0: mark.y, y1: mark.form === 'band' ? mark.y1 : mark.y + mark.heightPx }]
    }),
    ...periods.flatMap(({ place, x0, x1, y, heightPx }) =>
      place === 'child' ? [{ x0, x1, y0: y, y1: y + heightPx }] : [],
    ),
    ...(row ? (sightings?.ticks ?? []).map(({ x }): Box => ({ x0: x - 1, x1: x + 1, ...row })) : []),
  ]
}

/** How many pairs of boxes meet, one of each list; a sweep from left to right. */
function countMeetings(some: readonly Box[], others: readonly Box[]): number {
  const sorted = others.toSorted((a, b) => a.x0 - b.x0)
  const widest = Math.max(0, ...others.map(({ x0, x1 }) => x1 - x0))
  const starts = sorted.map(({ x0 }) => x0)
  const firstFrom = (x: number) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const mid = (low + high) >> 1
      if ((starts[mid] ?? 0) < x) low = mid + 1
      else high = mid
    }
    return low
  }
  let count = 0
  for (const box of some)
    for (let at = firstFrom(box.x0 - widest); at < sorted.length; at += 1) {
      const other = sorted[at]
      if (!other || other.x0 >= box.x1) break
      if (other !== box && boxesMeet(box, other)) count += 1
    }
  return count
}

describe.each(publishedCases())('in $id', ({ of }) => {
  test.each(WIDTHS_PX)(
    'on a screen of %i pixels and at every zoom, words meet neither marks nor other words and stay in their lane',
    { timeout: 60_000 },
    (widthPx) => {
      const faults = { onMarks: 0, onWords: 0, outside: 0, astray: 0, lost: 0 }
      for (const zoom of ZOOMS) {
        const picture = seen(of, widthPx, zoom)
        const boxes = picture.labels.map(({ box }) => box)
        faults.onMarks += countMeetings(boxes, marksOf(picture))
        faults.onWords += countMeetings(boxes, boxes)
        faults.outside += boxes.filter(({ y0, y1 }) => y0 < 0 || y1 > picture.heightPx).length
        const ofEvents = picture.labels.filter(({ key }) => !key.startsWith('finding:'))
        faults.astray += ofEvents.filter(
          ({ box }) => !picture.lanes.some(({ y, heightPx }) => y <= box.y0 && box.y1 <= y + heightPx),
        ).length
        const worded = picture.labels.filter(({ tone }) => tone !== 'number').map(({ key }) => key)
        const wanted = new Set(picture.lanes.flatMap(({ marks }) => marks.map(({ event }) => event.id)))
        for (const key of [...worded, ...picture.unlabelled]) wanted.delete(key)
        faults.lost += wanted.size
      }
      expect(faults).toEqual({ onMarks: 0, onWords: 0, outside: 0, astray: 0, lost: 0 })
    },
  )

  test('panning moves everything by the same way and nothing else', () => {
    const axis = axisOf(of)
    const window = limitWindow(scaleAbout(axis.home, middle(axis.home), 0.25), axis.bounds)
    const moved = shift(window, Math.round(lengthMs(window) * 1.3))
    const pxPerMs = 900 / lengthMs(window)
    const [here, there] = [window, moved].map((one) => pictureAt(of, { axis, drawn: drawnSpan(one), pxPerMs }))
    if (!here || !there) throw new Error('no pictures')
    const byPx = (there.scale.start - here.scale.start) * pxPerMs
    const spots = (picture: Picture, addPx: number) => [
      ...picture.lanes.flatMap(({ marks }) => marks.map(({ event, x, y }) => [event.id, Math.round(x + addPx), y])),
      ...picture.findings.map(({ finding, x, y }) => [finding.id, Math.round(x + addPx), y]),
      ...picture.labels.map(({ key, text, x, y }) => [key, text, Math.round(x + addPx), y]),
    ]
    expect(byPx).toBeGreaterThan(100)
    expect(spots(there, byPx)).toEqual(spots(here, 0))
  })

  test('laying out a part gives its marks the rows they have in the whole', () => {
    const axis = axisOf(of)
    const third = lengthMs(axis.bounds) / 3
    const whole = new Map(
      pictureAt(of).lanes.flatMap(({ agency, marks }) => marks.map((mark) => [`${agency.id} ${mark.event.id}`, mark])),
    )
    const within = span(shift(axis.bounds, third).start, shift(axis.bounds, -third).end)
    const part = pictureAt(of, { within }).lanes.flatMap(({ agency, marks }) =>
      marks.map((mark) => ({ mark, known: whole.get(`${agency.id} ${mark.event.id}`) })),
    )
    const inside = part.filter(({ mark }) => mark.form === 'point')
    expect(inside.filter(({ mark, known }) => mark.row !== known?.row || mark.y !== known.y)).toEqual([])
    expect(part.length).toBeLessThanOrEqual(whole.size)
  })

  test('the same input gives the same picture', () => {
    expect(pictureOf(of)).toEqual(pictureOf(of))
  })
})

/** Just under what was measured; `npm run labels` prints it. */
const LEAST_WORDED = { 'baby-k': 0.25, 'child-aa': 0.85, 'child-m': 0.08, 'child-v': 0.24, 'child-z': 0.9 }

test.each(Object.entries(LEAST_WORDED))(
  'in the first view of %s no fewer events have words than before',
  (id, least) => {
    const of = publishedCases().find((one) => one.id === id)?.of
    if (!of) throw new Error(`no case ${id}`)
    const { events, worded, numbered } = sumOf([1280, 1600].map((widthPx) => shareOf(of, widthPx, FIRST_VIEW)))
    expect(worded / events).toBeGreaterThanOrEqual(least)
    expect(worded + numbered).toBeLessThanOrEqual(events)
  },
)

test('a case without events is an empty picture with a lane for each agency', () => {
  const picture = pictureOf(aCase())
  expect(picture.lanes.map(({ marks, tray }) => marks.length + tray.length)).toEqual([0, 0, 0])
  expect([picture.spines, picture.findings, picture.labels, picture.captions]).toEqual([[], [], [], []])
  expect(picture.ticks.every((tick) => tick.at >= at('1969'))).toBe(true)
})
