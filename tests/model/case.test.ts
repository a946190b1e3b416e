import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finite, readDate } from '#model/case.ts'
import { instantOf } from '#model/time.ts'
import { aCase, aCaseFile, aFinding, anAgency, anEpisode, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'
import { when } from '#tests/fixtures/when.ts'

/** The order of events given in file order as "id date" or "id", each with what it follows when it says so. */
function orderOf(...lines: readonly (string | readonly [line: string, after: string])[]): string {
  const events = lines.map((line) => {
    const [text, after] = typeof line === 'string' ? [line, undefined] : line
    const [id = '', date = null] = text.split(' ')
    return anEvent(id, date, after === undefined ? {} : { after })
  })
  return aCase({ events })
    .events.map(({ id }) => id)
    .join(' ')
}

describe('the order of dated events', () => {
  test('is by when they begin, whatever the order of the file', () => {
    expect(orderOf('c 2014-01-05', 'a 2013-10-01', 'b 2013-12-31T23:59')).toBe('a b c')
  })

  test('puts the shorter of two that begin together first, so a day comes before its month and a month before its year', () => {
    expect(orderOf('year 2013', 'month 2013-01', 'stretch 2013-01-01/2013-01-05', 'day 2013-01-01')).toBe(
      'day stretch month year',
    )
  })

  test('is that of the file for events of the same date', () => {
    expect(orderOf('z 2013-10-01', 'a 2013-10-01', 'm 2013-10-01')).toBe('z a m')
  })

  test('places an open start at its known end and an open end at its known start', () => {
    expect(orderOf('march 2013-03-01', 'until ../2013-01', 'onwards 2013-02-15/..', 'january 2013-01-15')).toBe(
      'january until onwards march',
    )
  })

  test('is the same for every order of the file, but for events of the same date', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2013, 0, 1 + days)).toISOString())
    const dates = fc.uniqueArray(
      day.map((iso) => iso.slice(0, 10)),
      { minLength: 2, maxLength: 12 },
    )
    const shuffled = dates.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(orderOf(...other.map((date) => `e${date} ${date}`))).toBe(
          all
            .toSorted()
            .map((date) => `e${date}`)
            .join(' '),
        )
      }),
    )
  })

  test('holds the moment of each event at or after that of the one before it, for dates of any precision', () => {
    const date = fc.constantFrom('2013', '2013-02', '2013-21', '2013-03-01~', '2013-02/2013-03-05', '2013-02-28T10:00')
    fc.assert(
      fc.property(fc.array(date, { maxLength: 8 }), (dates) => {
        const { events } = aCase({ events: dates.map((one, place) => anEvent(`e${place}`, one)) })
        const starts = events.map((event) => event.when?.span.start)
        expect(starts).toEqual(starts.toSorted((a, b) => Number(a) - Number(b)))
        expect(events.map(({ order }) => order)).toEqual(dates.map((_, place) => place))
      }),
    )
  })
})

describe('the place of an undated event', () => {
  test('is after its neighbour above in the file, wherever that one goes', () => {
    expect(orderOf('late 2014', 'x', 'early 2013', 'y')).toBe('early y late x')
  })

  test('is the beginning when it opens the file, with the undated ones below it', () => {
    expect(orderOf('x', 'y', 'a 2013')).toBe('x y a')
  })

  test('is after the event that it names, rather than after its neighbour', () => {
    expect(orderOf('a 2013-01', 'b 2013-02', ['x', 'a'])).toBe('a x b')
  })

  test('is in the order of the file among several that name the same event', () => {
    expect(orderOf('a 2013-01', 'b 2013-02', ['x', 'a'], ['y', 'a'], ['z', 'a'])).toBe('a x y z b')
    expect(orderOf('a 2013-01', 'n', 'b 2013-02', ['x', 'a'])).toBe('a n x b')
    expect(orderOf('b 2013-02', ['x', 'a'], 'a 2013-01', 'n')).toBe('a x n b')
  })

  test('follows a chain of undated events to its end', () => {
    expect(orderOf('a 2013-01', 'b 2013-02', ['x', 'a'], ['y', 'x'], ['z', 'y'])).toBe('a x y z b')
    expect(orderOf('a 2013-01', 'x', 'y', 'z', 'b 2013-02')).toBe('a x y z b')
  })

  test('is after a dated event that stands further down in the file', () => {
    expect(orderOf('a 2013-01', ['x', 'c'], 'b 2013-02', 'c 2013-03', 'd 2013-04')).toBe('a b c x d')
  })

  test('is after an undated event that stands further down in the file', () => {
    expect(orderOf('a 2013-01', ['x', 'y'], 'b 2013-02', 'y', 'c 2013-03')).toBe('a b y x c')
    expect(orderOf('a 2013-01', ['x', 'y'], 'y', 'b 2013-02')).toBe('a y x b')
    expect(orderOf('a 2013-01', 'n', ['x', 'y'], 'y', 'b 2013-02')).toBe('a n y x b')
  })

  test('is below its neighbour above when two name each other, and no event is lost', () => {
    expect(orderOf('a 2013-01', ['x', 'y'], ['y', 'x'], 'b 2013-02')).toMatch(/^a (x y|y x) b$/)
    expect(orderOf('a 2013-01', ['x', 'x'], 'b 2013-02')).toBe('a x b')
  })

  test('leaves dated events in their order, keeps every event once and follows what it names', () => {
    const line = fc.record({ dated: fc.boolean(), at: fc.nat(50), after: fc.option(fc.nat(20)) })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const events = lines.map(({ dated, at, after }, place) => {
          // Only backwards, so that no two wait for each other.
          const leader = after === null || place === 0 ? {} : { after: `e${after % place}` }
          return anEvent(`e${place}`, dated ? `${1950 + at}` : null, dated ? {} : leader)
        })
        const ordered = aCase({ events }).events
        expect(ordered.map(({ id }) => id).toSorted()).toEqual(events.map(({ id }) => id).toSorted())
        const years = ordered.flatMap(({ date }) => date ?? [])
        expect(years).toEqual(years.toSorted())
        const placeOf = new Map(ordered.map(({ id, order }) => [id, order]))
        const early = ordered.filter(
          ({ order, after }) => after !== undefined && order < (placeOf.get(after) ?? Infinity),
        )
        expect(early).toEqual([])
      }),
    )
  })
})

describe('a case', () => {
  const of = aCase({
    review: { ...aCaseFile().review, period: '2013-06-02/2014-05-14' },
    agencies: [anAgency('gp', { involved: ['2013-06/2013-08', '2014'] })],
    periods: [aPeriod('p1', '2013-07~/2014-04-04'), aPeriod('p2', null, { from: 'e1', to: 'e2' })],
    events: [anEvent('e2', '2013-12-05'), anEvent('e3', null), anEvent('e1', '2013-11')],
    findings: [aFinding('f1', { span: '2013-10/2014-02-01' }), aFinding('f2')],
    episodes: [anEpisode('ep1', { span: '2013-10/2013-12-05' })],
  })

  test('reads every date of the file', () => {
    expect(of.reviewWhen).toEqual(when('2013-06-02/2014-05-14'))
    expect(of.agencies[0]?.involvedWhen).toEqual([when('2013-06/2013-08'), when('2014')])
    expect(of.periods.map((one) => one.when)).toEqual([when('2013-07~/2014-04-04'), undefined])
    expect(of.events.map((one) => one.when)).toEqual([when('2013-11'), when('2013-12-05'), undefined])
    expect(of.findings.map((one) => one.when)).toEqual([when('2013-10/2014-02-01'), undefined])
    expect(of.episodes.map((one) => one.when)).toEqual([when('2013-10/2013-12-05')])
  })

  test('numbers its events from 0 in their order', () => {
    expect(of.events.map(({ id, order }) => [id, order])).toEqual([
      ['e1', 0],
      ['e2', 1],
      ['e3', 2],
    ])
  })

  test('finds its parts by their ids', () => {
    expect(of.agencyById.get('gp')).toBe(of.agencies[0])
    expect(of.personById.get('child')).toBe(of.people[0])
    expect(of.eventById.get('e2')).toBe(of.events[1])
    expect(of.findingById.get('f2')).toBe(of.findings[1])
    expect(of.eventById.get('e4')).toBeUndefined()
  })

  test('extends from its first dated event or finding to its last, periods aside', () => {
    expect(of.extent).toEqual({ start: instantOf(2013, 10, 1), end: instantOf(2014, 2, 2) })
  })

  test('has neither extent nor review period when nothing is dated', () => {
    const undated = aCase({ events: [anEvent('e1', null)], findings: [aFinding('f1')] })
    expect(undated.extent).toBeUndefined()
    expect(undated.reviewWhen).toBeUndefined()
  })

  test('is not stretched to infinity by an open date', () => {
    const open = aCase({ events: [anEvent('e1', '../2013-01'), anEvent('e2', '2014-03/..')] })
    expect(open.extent).toEqual({ start: instantOf(2013, 2, 1), end: instantOf(2014, 3, 1) })
  })
})

describe('one date', () => {
  test('that is null or absent reads as none', () => {
    expect(readDate(null)).toBeUndefined()
    expect(readDate(undefined)).toBeUndefined()
  })

  test('that the schema would have refused is a programming error', () => {
    expect(() => readDate('soon')).toThrow('"soon"')
  })

  test('with an open end is cut back to the end that is known', () => {
    expect(finite(when('2013-01/..'))).toEqual({ start: instantOf(2013, 1), end: instantOf(2013, 1) })
    expect(finite(when('../2013-01'))).toEqual({ start: instantOf(2013, 2), end: instantOf(2013, 2) })
    expect(finite(when('2013-01'))).toEqual({ start: instantOf(2013, 1), end: instantOf(2013, 2) })
  })
})
