import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorNotes, anchorOf } from '#layout/anchor.ts'
import { placeAnchorTicks } from '#layout/anchor-ticks.ts'
import { axisOf, countAxisFrom } from '#layout/axis.ts'
import { scaleOf, toPx } from '#layout/scale.ts'
import { DAY_MS, instant, span } from '#model/time.ts'
import { aCase, anEvent } from '#tests/fixtures/case-file.ts'
import { layOut } from '#tests/fixtures/drawn.ts'
import { at } from '#tests/fixtures/when.ts'

const LEAST_PX = 62
const LETTER_PX = 6
const measure = (text: string) => text.length * LETTER_PX

function anchorAt(date: string | null, title = 'Referral') {
  const of = aCase({ events: [anEvent('one', date, { title })] })
  const anchor = of.events[0] && anchorOf(of.events[0])
  return anchor
}

function ticksBetween(date: string, start: string, end: string, widthPx: number, title?: string) {
  const anchor = anchorAt(date, title)
  if (!anchor) throw new Error('There is nothing to count from.')
  const over = span(at(start), at(end))
  return placeAnchorTicks(anchor, over, scaleOf(over, widthPx), LEAST_PX, measure)
}

const textsBetween = (...input: Parameters<typeof ticksBetween>) =>
  ticksBetween(...input).flatMap(({ text, major }) => (text === '' ? [] : [major ? `*${text}` : text]))

const REFERRAL = '2013-12-05'

describe('ticks counted from an event', () => {
  test('count days, weeks, months and years, as the scale has room for them', () => {
    expect(textsBetween(REFERRAL, '2013-12-02', '2013-12-09', 840)).toEqual([
      '3 days before',
      '2 days before',
      '1 day before',
      '*Referral',
      '1 day after',
      '2 days after',
      '3 days after',
    ])
    expect(textsBetween(REFERRAL, '2013-11-20', '2013-12-21', 500)).toEqual([
      '2 weeks before',
      '1 week before',
      '*Referral',
      '1 week after',
      '2 weeks after',
    ])
    expect(textsBetween(REFERRAL, '2013-09-01', '2014-04-01', 800)).toEqual([
      '3 months before',
      '2 months before',
      '1 month before',
      '*Referral',
      '1 month after',
      '2 months after',
      '3 months after',
    ])
    expect(textsBetween(REFERRAL, '2011-06-01', '2016-06-01', 600)).toEqual([
      '2 years before',
      '1 year before',
      '*Referral',
      '1 year after',
      '2 years after',
    ])
  })

  test('stand on the same day of other months and years', () => {
    const days = ticksBetween('2013-03-31', '2012-12-01', '2013-07-01', 800).map(({ at: when }) =>
      new Date(when).toISOString().slice(0, 10),
    )
    expect(days).toEqual([
      '2012-12-31',
      '2013-01-31',
      '2013-02-28',
      '2013-03-31',
      '2013-04-30',
      '2013-05-31',
      '2013-06-30',
    ])
  })

  test('have words at every second where they are too close for all, so that zero always has some', () => {
    expect(ticksBetween(REFERRAL, '2013-11-20', '2013-12-21', 300).map(({ text }) => text)).toEqual([
      '2 weeks before',
      '',
      'Referral',
      '',
      '2 weeks after',
    ])
  })

  test('tell where one is when the event itself is out of sight', () => {
    expect(textsBetween(REFERRAL, '2015-12-01', '2016-02-10', 300)).toEqual([
      '24 months after',
      '25 months after',
      '26 months after',
    ])
  })

  test('give way to the title of the event, which is cut at a word', () => {
    const title = 'Midwife refers Ms A to First Response in writing'
    expect(textsBetween(REFERRAL, '2013-12-04', '2013-12-09', 600, title)).toEqual([
      '1 day before',
      '*Midwife refers Ms A to…',
      '2 days after',
      '3 days after',
    ])
  })

  test('count hours where the time is known, and only days where it is not', () => {
    expect(textsBetween('2013-12-05T10:15', '2013-12-05T00:00', '2013-12-06T00:00', 900)).toEqual([
      '9 hours before',
      '6 hours before',
      '3 hours before',
      '*Referral',
      '3 hours after',
      '6 hours after',
      '9 hours after',
      '12 hours after',
    ])
    expect(textsBetween(REFERRAL, '2013-12-04T12:00', '2013-12-06T06:00', 500)).toEqual([
      '12pm',
      '6pm',
      '*Referral',
      '12pm',
      '6pm',
      '*1 day after',
    ])
  })

  test('are in order, in place, and their words never meet, at every scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('1990'), max: at('2020') }),
        fc.double({ min: Math.log(DAY_MS / 4), max: Math.log(40 * 365 * DAY_MS), noNaN: true }),
        fc.integer({ min: 200, max: 2400 }),
        fc.constantFrom('2013-12-05', '2013-12', '2013-12-05T10:15', '2000'),
        (start, log, widthPx, date) => {
          const over = span(instant(start), instant(start + Math.round(Math.exp(log))))
          const scale = scaleOf(over, widthPx)
          const anchor = anchorAt(date, 'Midwife refers Ms A to First Response')
          if (!anchor) throw new Error('There is nothing to count from.')
          const ticks = placeAnchorTicks(anchor, over, scale, LEAST_PX, measure)
          expect(ticks.filter((tick) => tick.at < over.start || tick.at >= over.end)).toEqual([])
          expect(ticks.filter((tick) => tick.x !== toPx(scale, tick.at))).toEqual([])
          const worded = ticks.filter(({ text }) => text !== '')
          const meeting = worded.filter((tick, place) => {
            const before = worded[place - 1]
            return before !== undefined && tick.x <= before.x + measure(before.text)
          })
          expect(meeting).toEqual([])
          expect(ticks.length).toBeLessThanOrEqual(widthPx / (LEAST_PX * 0.5) + 2)
          const isZeroIn = anchor.at >= over.start && anchor.at < over.end
          expect(ticks.filter((tick) => tick.at === anchor.at && tick.major && tick.text !== '')).toHaveLength(
            isZeroIn ? 1 : 0,
          )
        },
      ),
    )
  })
})

describe('what an axis is counted from', () => {
  test('is the day of an event, or the start of a stretch', () => {
    expect(anchorAt('2013-12-05')).toMatchObject({ at: at('2013-12-05'), latest: undefined })
    expect(anchorAt('2013-12-05')?.words).toBe('Referral, 5 Dec 2013')
    expect(anchorAt('2013-12-05/2013-12-09')?.words).toBe('Referral, 5 Dec to 9 Dec 2013 (counted from its start)')
  })

  test('is the earliest that an inexact date allows, and it says so and by how much', () => {
    expect(anchorAt('2013-12')).toMatchObject({ at: at('2013-12-01'), latest: at('2014-01-01') })
    expect(anchorAt('2013-12')?.words).toBe(
      'Referral, Dec 2013 (counted from 1 Dec 2013, the earliest that its date allows; it may have begun up to 30 days later)',
    )
    expect(anchorAt('2013-12-05?')?.words).toContain('the date is not certain')
    expect(textsBetween('2013-12', '2013-11-20', '2013-12-21', 700)).toContain('*earliest: Referral')
  })

  test('is nothing where there is no date, or no earliest one', () => {
    expect([anchorAt(null), anchorAt('../2013-12-05')]).toEqual([undefined, undefined])
  })

  test('leaves an axis of order and an event that does not exist alone', () => {
    const order = aCase({ events: [anEvent('a', '2013-12-05'), anEvent('b', null), anEvent('c', null)] })
    const axis = axisOf(order)
    expect(countAxisFrom(axis, order.events[0])).toBe(axis)
    const dated = axisOf(aCase({ events: [anEvent('a', '2013-12-05')] }))
    expect(countAxisFrom(dated, undefined)).toBe(dated)
    expect(anchorNotes(dated)).toEqual([])
  })

  test('is a line through the lanes, with the stretch in which it may lie where it is inexact', () => {
    const guideOf = (date: string) => {
      const of = aCase({ events: [anEvent('a', '2013-10-01'), anEvent('b', date), anEvent('c', '2014-02-01')] })
      const axis = countAxisFrom(axisOf(of), of.eventById.get('b'))
      const picture = layOut(of, 20, { axis })
      const guide = picture.guides.find(({ kind }) => kind === 'anchor')
      return guide && [guide.x, guide.toX].map((x) => x && Math.round(x / picture.scale.pxPerMs + picture.scale.start))
    }
    expect(guideOf('2013-12-05')).toEqual([at('2013-12-05'), undefined])
    expect(guideOf('2013-12')).toEqual([at('2013-12-01'), at('2014-01-01')])
  })
})
