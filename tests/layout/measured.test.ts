import { describe, expect, test } from 'vitest'
import { type ChosenEnds, measuredEnds } from '#analysis/measured.ts'
import { allWords } from '#layout/axis-words.ts'
import { placeMeasure, wordsBeside } from '#layout/measured.ts'
import { DAY_MS } from '#model/time.ts'
import { aCase, aChild, aFinding, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { measure, METRICS, pictureOf } from '#tests/fixtures/picture.ts'

const of = aCase({
  people: [aChild({ born: '2013-12-03' })],
  events: [
    anEvent('a', '2013-11-01', { agencies: roles({ gp: 'lead', csc: 'informed' }) }),
    anEvent('month', '2013-12'),
    anEvent('none', null),
    anEvent('long', '2014-01-04/2014-01-14'),
    anEvent('z', '2014-01-31'),
  ],
  findings: [aFinding('f', { span: '2013-11-20/2014-01-10' })],
})
const picture = pictureOf(of, { plotPx: 920 })
const dayPx = picture.scale.pxPerMs * DAY_MS
const event = (id: string) => ({ kind: 'event', id, edge: 'any' }) as const
const placed = (chosen: ChosenEnds) => placeMeasure(picture, measuredEnds(of, chosen))
const markOf = (id: string) =>
  picture.lanes.flatMap(({ marks }) => marks.flatMap((mark) => (mark.event.id === id ? [mark] : [])))

describe('the ends of a measure', () => {
  test('stand at their marks, in every lane that has one, from the top', () => {
    const [a, z] = placed({ from: event('a'), to: event('z') }).ends
    expect(markOf('a').length).toBe(2)
    expect(a).toMatchObject({ letter: 'A', x: markOf('a')[0]?.x, isLeft: true })
    expect(a?.ys).toEqual(
      markOf('a')
        .map(({ y }) => y)
        .toSorted((one, other) => one - other),
    )
    expect(z).toMatchObject({ letter: 'B', x: markOf('z')[0]?.x, isLeft: false })
  })

  test('keep their letters when the second is the earlier', () => {
    const { ends } = placed({ from: event('z'), to: event('a') })
    expect(ends.map(({ letter, isLeft }) => `${letter} ${isLeft}`)).toEqual(['A false', 'B true'])
  })

  test('of a finding are the day that is meant, on its drawing', () => {
    const at = (edge: 'start' | 'end') => placed({ from: { kind: 'finding', id: 'f', edge } }).ends[0]
    expect(at('start')?.ys).toHaveLength(1)
    expect(at('end')?.markX).toBe(at('end')?.x)
    expect((at('end')?.x ?? 0) - (at('start')?.x ?? 0)).toBeCloseTo(51 * dayPx)
  })

  test('of an event that went on are its symbol, and on the axis the day that is meant', () => {
    const [end] = placed({ from: { kind: 'event', id: 'long', edge: 'end' } }).ends
    expect(end?.markX).toBe(markOf('long')[0]?.x)
    expect((end?.x ?? 0) - (end?.markX ?? 0)).toBeGreaterThan(3 * dayPx)
  })

  test('without a date have no place, nor a line', () => {
    const { ends, line } = placed({ from: event('none'), to: event('a') })
    expect(ends.map(({ letter }) => letter)).toEqual(['B'])
    expect(line).toBeUndefined()
  })
})

describe('the line between them', () => {
  test('is drawn out from day to day', () => {
    const { line } = placed({ from: event('z'), to: event('a') })
    const [x0, x1] = [markOf('a')[0]?.x, markOf('z')[0]?.x]
    expect(line).toEqual({ sure: { x0, x1 }, open: { x0, x1 } })
  })

  test('is open over the month of an inexact end', () => {
    const { line } = placed({ from: event('a'), to: event('month') })
    const days = ((line?.open.x1 ?? 0) - (line?.sure?.x1 ?? 0)) / dayPx
    expect(days).toBeCloseTo(31)
  })

  test('has no sure part where the dates leave the order open', () => {
    expect(placed({ from: event('month'), to: { kind: 'finding', id: 'f', edge: 'any' } }).line?.sure).toBeUndefined()
  })

  test('is not drawn on an axis of order', () => {
    const undated = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id) => anEvent(id, null))
    const order = aCase({ events: [anEvent('one', '2013-10-01'), ...undated, anEvent('three', '2013-11-01')] })
    const laid = pictureOf(order)
    expect(laid.axisKind).toBe('order')
    const { ends, line } = placeMeasure(laid, measuredEnds(order, { from: event('one'), to: event('three') }))
    expect([ends.length, line]).toEqual([2, undefined])
  })
})

test('letters on the axis stand on no word of a guide, which comes back without them', () => {
  const words = (chosen: ChosenEnds) =>
    wordsBeside(placed(chosen), allWords(picture), METRICS, measure).guides.map(({ text }) => text)
  expect(words({ from: event('a'), to: event('z') })).toContain('born')
  const guide = picture.guides.find(({ text }) => text === 'born')
  const [end] = placed({ from: event('a') }).ends
  const beside = (x: number) => {
    const ends = end ? [{ ...end, x, isLeft: guide?.side === 'left' }] : []
    return wordsBeside({ ends, line: undefined }, allWords(picture), METRICS, measure).guides.map(({ text }) => text)
  }
  expect(beside(guide?.x ?? 0)).not.toContain('born')
  expect(beside((guide?.x ?? 0) + 200)).toContain('born')
})
