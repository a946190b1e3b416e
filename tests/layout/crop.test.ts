import { expect, test } from 'vitest'
import { cropPicture } from '#layout/crop.ts'
import { place } from '#layout/place.ts'
import { applyFilter, NO_FILTER } from '#analysis/filter.ts'
import { axisOf } from '#layout/axis.ts'
import { metricsOf } from '#layout/metrics.ts'
import { lengthMs } from '#model/time.ts'
import { aCase, aFinding, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'

const of = aCase({
  events: [anEvent('a', '2013-10-01'), anEvent('b', '2013-10-10/2013-11-20'), anEvent('c', '2013-12-01')],
  periods: [aPeriod('h', '2013-10-05/2013-12-01', { kind: 'home', title: 'A long stay at home with everyone' })],
  findings: [aFinding('f', { span: '2013-10-01/2013-10-05' }), aFinding('g', { span: '2013-11-01/2013-12-05' })],
})
const axis = axisOf(of)
const widthPx = 1000
const measure = (text: string) => text.length * 6
const picture = place({
  of,
  axis,
  view: applyFilter(of, NO_FILTER),
  lanes: of.agencies,
  hidesFiltered: false,
  drawn: axis.bounds,
  pxPerMs: widthPx / lengthMs(axis.bounds),
  availablePx: 300,
  metrics: metricsOf(1),
  measure,
})
const ids = (one: typeof picture) => one.lanes.flatMap(({ marks }) => marks.map(({ event }) => event.id))

test('a picture cut to all of it keeps everything', () => {
  expect(ids(cropPicture(picture, 0, widthPx, measure))).toEqual(['a', 'b', 'c'])
})

test('what lies outside is not in the part; what reaches in stays', () => {
  const part = cropPicture(picture, 600, 800, measure)
  expect(ids(part)).toEqual(['b'])
  expect(part.findings.map(({ finding }) => finding.id)).toEqual(['g'])
  for (const { x } of part.ticks) expect(x >= 600 && x <= 800).toBe(true)
})

test('words stay only where they lie wholly inside', () => {
  for (const { box } of cropPicture(picture, 100, 500, measure).labels) {
    expect(box.x0).toBeGreaterThanOrEqual(100)
    expect(box.x1).toBeLessThanOrEqual(500)
  }
  const tick = picture.ticks.find(({ text, x }) => text !== '' && x > 0)
  const { ticks } = cropPicture(picture, 0, (tick?.x ?? 0) + 8, measure)
  expect(ticks.at(-1)?.text).toBe('')
})

test('the name of a period that began before begins anew where it comes into sight', () => {
  const [bar] = cropPicture(picture, 500, 620, measure).periods
  expect(bar?.x0).toBeGreaterThan(490)
  expect(bar?.text).toMatch(/^A long.*…$/)
  expect(measure(bar?.text ?? '')).toBeLessThan(120)
})
