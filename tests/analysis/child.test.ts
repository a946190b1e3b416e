import { describe, expect, test } from 'vitest'
import { findAgeTicks, findChildClock, findLongestUnseen, findPregnancyTicks, findSightings } from '#analysis/child.ts'
import { ALWAYS, WEEK_MS } from '#model/time.ts'
import { aCase, aChild, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'
import { at, when } from '#tests/fixtures/when.ts'

const clockOf = (born: string | undefined, died?: string) => ({
  pregnancy: undefined,
  born: born === undefined ? undefined : when(born),
  died: died === undefined ? undefined : when(died),
})

describe('the clock of a child', () => {
  test('holds the pregnancy, the birth and the death of the subject', () => {
    const of = aCase({
      people: [
        { id: 'twin', name: 'Twin', relation: 'twin', born: '2000' },
        aChild({ born: '2014-04-04', died: '2014-05-14' }),
      ],
      periods: [
        aPeriod('home', '2013/2014', { kind: 'home' }),
        aPeriod('undated', null, { kind: 'pregnancy', from: 'e1', to: 'e1' }),
        aPeriod('pregnancy', '2013-07~/2014-04-04', { kind: 'pregnancy' }),
      ],
      events: [anEvent('e1', null)],
    })
    expect(findChildClock(of)).toEqual({
      pregnancy: when('2013-07~/2014-04-04').span,
      born: when('2014-04-04'),
      died: when('2014-05-14'),
    })
  })

  test('is empty when the case says nothing', () => {
    expect(findChildClock(aCase())).toEqual({ pregnancy: undefined, born: undefined, died: undefined })
  })
})

describe('weeks of pregnancy', () => {
  const pregnancy = when('2013-07-01/2014-04-06').span

  test('are counted from its first day, at every step, and end before it does', () => {
    // 40 weeks after 1 July 2013 is 7 April 2014, the moment at which the stretch ends.
    const ticks = findPregnancyTicks(pregnancy, ALWAYS, 10)
    expect(ticks.map(({ text }) => text)).toEqual(['10', '20', '30'])
    expect(ticks[0]?.at).toBe(at('2013-09-09'))
  })

  test('are given only inside the window, its first moment included', () => {
    const window = { start: at('2013-09-09'), end: at('2013-09-23') }
    expect(findPregnancyTicks(pregnancy, window, 1).map(({ text }) => text)).toEqual(['10', '11'])
  })

  test('are no more than 45, however long the stretch', () => {
    const ticks = findPregnancyTicks(when('2013-01-01/2016-01-01').span, ALWAYS, 1)
    expect(ticks).toHaveLength(45)
    expect(ticks.at(-1)?.at).toBe(at('2013-01-01') + 45 * WEEK_MS)
  })
})

describe('the age of a child', () => {
  const texts = (...args: Parameters<typeof findAgeTicks>) => findAgeTicks(...args).map(({ text }) => text)
  const days = (...args: Parameters<typeof findAgeTicks>) =>
    findAgeTicks(...args).map((tick) => new Date(tick.at).toISOString().slice(0, 10))
  const over = (edtf: string) => when(edtf).span

  test('is counted in weeks from the birth, at every step', () => {
    expect(days(clockOf('2014-04-04'), over('2014-04/2014-05'), 2, 'week')).toEqual([
      '2014-04-04',
      '2014-04-18',
      '2014-05-02',
      '2014-05-16',
      '2014-05-30',
    ])
    expect(texts(clockOf('2014-04-04'), over('2014-04/2014-05'), 2, 'week')).toEqual(['0', '2', '4', '6', '8'])
  })

  test('is counted in months and in years by the calendar', () => {
    expect(days(clockOf('2014-04-04'), over('2014-04/2014-07'), 1, 'month')).toEqual([
      '2014-04-04',
      '2014-05-04',
      '2014-06-04',
      '2014-07-04',
    ])
    expect(days(clockOf('2012-02-10'), over('2012/2016'), 2, 'year')).toEqual([
      '2012-02-10',
      '2014-02-10',
      '2016-02-10',
    ])
  })

  test('in months of a child born on the 31st falls on the last day of shorter months', () => {
    expect(days(clockOf('2014-01-31'), over('2014-01/2014-04'), 1, 'month')).toEqual([
      '2014-01-31',
      '2014-02-28',
      '2014-03-31',
      '2014-04-30',
    ])
  })

  test('is told only inside the window', () => {
    expect(texts(clockOf('2012-02-10'), over('2013-02-10/2015-02-09'), 1, 'year')).toEqual(['1', '2'])
    expect(texts(clockOf('2012-02-10'), over('2010/2011'), 1, 'year')).toEqual([])
  })

  test('stops at the death, whose day still counts', () => {
    expect(texts(clockOf('2014-04-04', '2014-04-18'), over('2014'), 1, 'week')).toEqual(['0', '1', '2'])
    expect(texts(clockOf('2014-04-04', '2014-04-17'), over('2014'), 1, 'week')).toEqual(['0', '1'])
  })

  test('starts with the first moment that an inexact birth may have been', () => {
    expect(days(clockOf('2014-04'), over('2014-04'), 1, 'month')).toEqual(['2014-04-01'])
  })

  test('is unknown without a birth, or with one that has no beginning', () => {
    expect(texts(clockOf(undefined), over('2014'), 1, 'week')).toEqual([])
    expect(texts(clockOf('../2014-04'), over('2014'), 1, 'month')).toEqual([])
  })
})

describe('sightings', () => {
  const seen = { child: { seen: true } }

  test('are events at which a child was seen, in order, dated or not', () => {
    const of = aCase({
      events: [
        anEvent('late', '2014', seen),
        anEvent('early', '2013', seen),
        anEvent('asked', '2013', { child: { seen: false } }),
        anEvent('none', '2013'),
        anEvent('undated', null, seen),
      ],
    })
    expect(findSightings(of).map(({ id }) => id)).toEqual(['early', 'undated', 'late'])
  })

  test('are of the child that the review is about, not of others alone', () => {
    const of = aCase({
      people: [aChild(), { id: 'sister', name: 'Sister', relation: 'sister' }],
      events: [
        anEvent('sister', '2013', { child: { seen: true, who: ['sister'] } }),
        anEvent('both', '2014', { child: { seen: true, who: ['sister', 'child'] } }),
      ],
    })
    expect(findSightings(of).map(({ id }) => id)).toEqual(['both'])
  })

  test('are not from before the birth, but may be from the month of it', () => {
    const of = aCase({
      people: [aChild({ born: '2014-04-04' })],
      events: [
        anEvent('before', '2014-04-03', seen),
        anEvent('month', '2014-04', seen),
        anEvent('day', '2014-04-04', seen),
      ],
    })
    expect(findSightings(of).map(({ id }) => id)).toEqual(['month', 'day'])
  })
})

describe('the longest stretch unseen', () => {
  /** As "from to least-most", for sightings named after their dates. */
  const longest = (...dates: readonly (string | null)[]) => {
    const events = dates.map((date, place) => anEvent(`e${place}`, date, { child: { seen: true } }))
    const found = findLongestUnseen(aCase({ events }))
    return found && `${found.from.date ?? ''} ${found.to.date ?? ''} ${found.days.least}-${found.days.most}`
  }

  test('is the one with the most days between two sightings that follow each other', () => {
    expect(longest('2013-10-01', '2013-10-05', '2013-11-20', '2013-12-01')).toBe('2013-10-05 2013-11-20 46-46')
    expect(longest('2013-12-01', '2013-10-01')).toBe('2013-10-01 2013-12-01 61-61')
  })

  test('is as uncertain as the dates at its ends', () => {
    expect(longest('2013-10', '2013-12-01')).toBe('2013-10 2013-12-01 31-61')
  })

  test('is chosen by the days it can have been, not by those it must', () => {
    // 1 September to 1 October is 30; from somewhere in October it is 1 to 31 to 1 November, and then 10.
    expect(longest('2013-09-01', '2013-10-01', '2013-10', '2013-11-01', '2013-11-11')).toBe('2013-10 2013-11-01 1-31')
  })

  test('passes over undated sightings and those where the child was not seen', () => {
    expect(longest('2013-10-01', null, '2013-10-11')).toBe('2013-10-01 2013-10-11 10-10')
    const of = aCase({
      events: [
        anEvent('e1', '2013-10-01', { child: { seen: true } }),
        anEvent('e2', '2013-10-05', { child: { seen: false } }),
        anEvent('e3', '2013-10-11', { child: { seen: true } }),
      ],
    })
    expect(findLongestUnseen(of)?.days).toEqual({ least: 10, most: 10 })
  })

  test('does not begin while a longer sighting goes on', () => {
    expect(longest('2014-01-01/2014-01-30', '2014-01-05', '2014-02-10')).toBe('2014-01-01/2014-01-30 2014-02-10 11-11')
  })

  test('begins at a day that is known rather than at the month around it', () => {
    expect(longest('2013-10', '2013-10-05', '2013-11-20')).toBe('2013-10-05 2013-11-20 46-46')
  })

  test('is unknown with fewer than two dated sightings', () => {
    expect(longest('2013-10-01', null)).toBeUndefined()
    expect(longest()).toBeUndefined()
  })
})
