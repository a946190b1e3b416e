import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtHorizon } from '#analysis/knowledge/cut.ts'
import { axisOf, stopAxis } from '#layout/axis.ts'
import type { Case } from '#model/case.ts'
import type { CaseFile } from '#model/schema.ts'
import { DAY_MS, instant, lengthMs, span, type Span } from '#model/time.ts'
import { aCase, aCaseFile, aFinding, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'
import { drawn } from '#tests/fixtures/drawn.ts'
import { at, when } from '#tests/fixtures/when.ts'
import { publishedCases } from '#tests/fixtures/picture.ts'

const MARGIN_BEFORE = 0.02
const MARGIN_AFTER = 0.06

function reviewed(period: string | null, events: CaseFile['events']): Case {
  return aCase({ review: { ...aCaseFile().review, period }, events })
}

/** One event a day. */
function daily(first: string, count: number): CaseFile['events'] {
  return Array.from({ length: count }, (_, day) => {
    const date = new Date(at(first) + day * DAY_MS).toISOString().slice(0, 10)
    return anEvent(`e-${date}`, date)
  })
}

const widened = ({ start, end }: Span): Span =>
  span(instant(start - (end - start) * MARGIN_BEFORE), instant(end + (end - start) * MARGIN_AFTER))

function eventOf(of: Case, id: string) {
  const event = of.eventById.get(id)
  if (!event) throw new Error(`no event ${id}`)
  return event
}

function findingOf(of: Case, id: string) {
  const finding = of.findingById.get(id)
  if (!finding) throw new Error(`no finding ${id}`)
  return finding
}

function periodOf(of: Case, id: string) {
  const period = of.periods.find((one) => one.id === id)
  if (!period) throw new Error(`no period ${id}`)
  return period
}

describe('an axis of time', () => {
  test('reaches from the first date to the last, with more room after than before because words stand to the right', () => {
    const { bounds, kind } = axisOf(reviewed(null, [anEvent('a', '2013-10-01'), anEvent('b', '2014-01-08')]))
    expect(kind).toBe('time')
    expect(bounds).toEqual(widened(span(at('2013-10-01'), at('2014-01-09'))))
  })

  test('of a case without events is a week of empty time', () => {
    const axis = axisOf(aCase())
    expect(lengthMs(axis.bounds)).toBeCloseTo(7 * DAY_MS * (1 + MARGIN_BEFORE + MARGIN_AFTER))
    expect(axis.home).toEqual(axis.bounds)
  })

  test('of one day is a week about it, unless there are times of day to tell apart', () => {
    const one = (date: string) => axisOf(aCase({ events: [anEvent('a', date)] }))
    const { bounds } = one('2013-10-04')
    expect(lengthMs(bounds)).toBeCloseTo(7 * DAY_MS * (1 + MARGIN_BEFORE + MARGIN_AFTER))
    expect([bounds.start < at('2013-10-02'), bounds.end > at('2013-10-07')]).toEqual([true, true])
    expect(lengthMs(one('2013-10-04T10:00').bounds)).toBeLessThan(2 * DAY_MS)
  })

  test('of a crowded day in a long review opens on no less than a week', () => {
    const days = [...Array.from({ length: 30 }, () => '2013-10-04'), '2004-01-01', '2013-12-01']
    const events = days.map((day, place) => anEvent(`e${place}`, day))
    const review = { ...aCaseFile().review, period: '2004-01-01/2013-12-01' }
    expect(lengthMs(axisOf(aCase({ events, review })).home)).toBeGreaterThan(7 * DAY_MS)
  })

  test('of a case with one moment still has room on both sides of it', () => {
    const { bounds } = axisOf(aCase({ events: [anEvent('a', '2013-10-01T10:00')] }))
    expect(bounds.start).toBeLessThan(at('2013-10-01T09:45'))
    expect(bounds.end).toBeGreaterThan(at('2013-10-01T11:00'))
  })

  test('cuts open ends to its bounds, so that everything drawn is finite', () => {
    const of = aCase({
      events: [anEvent('until', '../2013-11-01'), anEvent('onwards', '2013-12-01/..'), anEvent('day', '2013-10-01')],
      findings: [aFinding('open', { span: '2013-10-15/..' })],
    })
    const axis = axisOf(of)
    expect(axis.spanOfEvent(eventOf(of, 'until'))).toEqual(span(axis.bounds.start, at('2013-11-02')))
    expect(axis.spanOfEvent(eventOf(of, 'onwards'))).toEqual(span(at('2013-12-01'), axis.bounds.end))
    expect(axis.spanOfFinding(findingOf(of, 'open'))).toEqual(span(at('2013-10-15'), axis.bounds.end))
  })

  test('an undated event has no place, unless its date is the case’s order', () => {
    const of = drawn('gp ○ |● ●|')
    const axis = axisOf(of)
    expect(axis.spanOfEvent(eventOf(of, 'gp-undated-0'))).toBeUndefined()
    expect(axis.spanOfEvent(eventOf(of, 'gp-0'))).toEqual(when('2013-10-01').span)
    expect(axis.whenOfEvent(eventOf(of, 'gp-0'))?.edtf).toBe('2013-10-01')
  })

  test('a finding without dates lies over the events it rests on; without those it has no place', () => {
    const of = drawn('gp ○ |● ● ●|', {
      findings: [
        aFinding('dated', { span: '2013-10-03', events: ['gp-0'] }),
        aFinding('resting', { events: ['gp-4', 'gp-0', 'gp-undated-0'] }),
        aFinding('undated', { events: ['gp-undated-0'] }),
        aFinding('bare'),
      ],
    })
    const axis = axisOf(of)
    const places = of.findings.map((finding) => axis.spanOfFinding(finding))
    expect(places).toEqual([when('2013-10-03').span, span(at('2013-10-01'), at('2013-10-06')), undefined, undefined])
  })

  test('a period without dates runs from one event to the other', () => {
    const of = drawn('gp |● ● ●|', {
      periods: [aPeriod('dated', '2013-10-02/2013-10-03'), aPeriod('by-events', null, { from: 'gp-2', to: 'gp-4' })],
    })
    const axis = axisOf(of)
    expect(axis.spanOfPeriod(periodOf(of, 'dated'))).toEqual(span(at('2013-10-02'), at('2013-10-04')))
    expect(axis.spanOfPeriod(periodOf(of, 'by-events'))).toEqual(span(at('2013-10-03'), at('2013-10-06')))
  })
})

describe('the first view', () => {
  test('is the review period when events lie all over it', () => {
    const { home, review } = axisOf(
      reviewed('2013-10-01/2013-10-20', [...daily('2013-10-01', 20), anEvent('old', '2001')]),
    )
    const period = span(at('2013-10-01'), at('2013-10-21'))
    expect(home).toEqual(widened(period))
    expect(review).toEqual(widened(period))
  })

  test('is trimmed to where nearly everything happens, when that is less than half of the period', () => {
    const { home, review, bounds } = axisOf(
      reviewed('2010-01-01/2013-12-31', [
        anEvent('early', '2010-02-01'),
        anEvent('mid', '2012-02-01'),
        ...daily('2013-11-01', 8),
      ]),
    )
    expect(home).toEqual(widened(span(at('2013-11-01'), at('2013-11-08'))))
    expect(review && lengthMs(review)).toBeGreaterThan(lengthMs(home) * 50)
    expect(bounds.start).toBeLessThan(home.start)
  })

  test('is the whole period when a fifth of the events and more lies elsewhere', () => {
    const scattered = ['2010-02-01', '2010-08-01', '2011-02-01'].map((date) => anEvent(`e-${date}`, date))
    const { home, review } = axisOf(reviewed('2010-01-01/2013-12-31', [...scattered, ...daily('2013-11-01', 8)]))
    expect(home).toEqual(review)
  })

  test('is everything when the review gives no period, or nothing happened in it', () => {
    for (const period of [null, '2009']) {
      const axis = axisOf(reviewed(period, daily('2013-10-01', 5)))
      expect(axis.review).toBeUndefined()
      expect(axis.home).toEqual(axis.bounds)
    }
  })

  test('always lies within the bounds', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((days) => new Date(at('2008') + days * DAY_MS).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), day, day, (days, a, b) => {
        const period = a < b ? `${a}/${b}` : `${b}/${a}`
        const { home, bounds, review } = axisOf(
          reviewed(
            period,
            days.map((date, place) => anEvent(`e${place}`, date)),
          ),
        )
        for (const part of [home, review ?? home]) {
          expect(part.start).toBeGreaterThanOrEqual(bounds.start)
          expect(part.end).toBeLessThanOrEqual(bounds.end)
          expect(lengthMs(part)).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('an axis of order', () => {
  const gap = { kind: 'handover-gap', receivers: ['csc'] } as const
  const of = drawn(
    `
    csc    |      |
    gp ●●● |●     |`,
    {
      findings: [
        aFinding('first', gap),
        aFinding('praised', { kind: 'good-practice', events: ['gp-undated-1', 'gp-0'] }),
        aFinding('second', { kind: 'missed-referral', receivers: ['csc'], events: ['gp-0'] }),
        aFinding('third', { kind: 'delay', span: '2013' }),
        aFinding('bare', { kind: 'conflicting-accounts' }),
      ],
      periods: [aPeriod('stay', null, { from: 'gp-undated-1', to: 'gp-undated-2' }), aPeriod('dated', '2013')],
    },
  )
  const axis = axisOf(of)
  const slot = (first: number, count = 1) => span(instant(first * DAY_MS), instant((first + count) * DAY_MS))

  test('takes over when fewer than two in five events are dated', () => {
    expect(axis.kind).toBe('order')
    expect(axisOf(drawn('gp ●●● |● ●|')).kind).toBe('time')
    expect(axisOf(drawn('gp ●●●● |● ●|')).kind).toBe('order')
  })

  test('gives each event a slot of its own, in the order of the chronology', () => {
    expect(of.events.map((event) => axis.spanOfEvent(event))).toEqual([slot(0), slot(1), slot(2), slot(3)])
  })

  test('draws no precision, not even of an event that has a date', () => {
    expect(axis.whenOfEvent(eventOf(of, 'gp-0'))).toBeUndefined()
  })

  test('gives each finding that has a stretch a slot of its own after the events', () => {
    const places = ['first', 'second', 'third'].map((id) => axis.spanOfFinding(findingOf(of, id)))
    expect(places).toEqual([slot(5), slot(6), slot(7)])
  })

  test('puts any other finding over its events, or nowhere', () => {
    expect(axis.spanOfFinding(findingOf(of, 'praised'))).toEqual(slot(1, 3))
    expect(axis.spanOfFinding(findingOf(of, 'bare'))).toBeUndefined()
  })

  test('knows periods only by their events', () => {
    expect(axis.spanOfPeriod(periodOf(of, 'stay'))).toEqual(slot(1, 2))
    expect(axis.spanOfPeriod(periodOf(of, 'dated'))).toBeUndefined()
  })

  test('says what its two parts are', () => {
    expect(axis.captions.map(({ over }) => over)).toEqual([slot(0, 4), slot(5, 3)])
    expect(axis.captions.every(({ text }) => text !== '')).toBe(true)
    expect(axisOf(drawn('gp ●●● |●|')).captions).toHaveLength(1)
    expect(axisOf(drawn('gp |●|')).captions).toEqual([])
  })

  test('opens on all of it', () => {
    expect(axis.home).toEqual(axis.bounds)
    expect(axis.review).toBeUndefined()
    expect(axis.bounds.end).toBeGreaterThan(slot(7).end)
  })
})

test.each(publishedCases())(
  'in $id every event and finding that has a place lies within bounds of whole milliseconds',
  ({ of }) => {
    const axis = axisOf(of)
    expect([axis.bounds, axis.home].flatMap(({ start, end }) => [start, end]).every(Number.isInteger)).toBe(true)
    const places = [
      ...of.events.map((event) => axis.spanOfEvent(event)),
      ...of.findings.map((finding) => axis.spanOfFinding(finding)),
      ...of.periods.map((period) => axis.spanOfPeriod(period)),
    ].filter((place) => place !== undefined)
    expect(places.length).toBeGreaterThan(of.events.length / 2)
    const outside = places.filter(({ start, end }) => start < axis.bounds.start || end > axis.bounds.end || end < start)
    expect(outside).toEqual([])
  },
)

describe('the axis of a case that is stopped', () => {
  const day = at('2014-01-01')
  const stopped = (last: string) => {
    const of = cutAtHorizon(aCase({ events: [anEvent('a', '2013-01-01'), anEvent('b', last)] }), day)
    return stopAxis(axisOf(of), of, day)
  }

  test('goes on past the day by a share of what lies before, whatever follows', () => {
    const [{ bounds, home, until }, far] = [stopped('2014-02-01'), stopped('2030-01-01')]
    expect([bounds, home, until]).toEqual([far.bounds, far.home, far.until])
    expect(until).toBe(day)
    expect((bounds.end - day) / (day - bounds.start)).toBeCloseTo(0.3)
  })

  test('reaches to the end of a window that is held', () => {
    const of = cutAtHorizon(aCase({ events: [anEvent('a', '2013-01-01')] }), day)
    expect(stopAxis(axisOf(of), of, day, at('2016-01-01')).bounds.end).toBe(at('2016-01-01'))
  })
})
