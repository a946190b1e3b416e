import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeLaneOrder } from '#analysis/lane-order.ts'
import { findMeetingPoints } from '#analysis/meetings.ts'
import type { Agency, Case } from '#model/case.ts'
import { FAMILIES, type Family } from '#model/vocabulary.ts'
import { aCase, anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { publishedCases } from '#tests/fixtures/picture.ts'

const SHORT: Readonly<Record<string, Family>> = {
  c: 'child-and-family',
  s: 'childrens-social-care',
  h: 'health',
  p: 'police-and-justice',
}

/** A case whose lanes are "h1 h2 s1" (a letter for the family) and whose meetings are "h1 s1", each of those lanes. */
function meetingOf(lanes: string, meetings: readonly string[]): Case {
  return aCase({
    agencies: lanes.split(' ').map((id) => anAgency(id, { family: SHORT[id.charAt(0)] ?? 'health' })),
    events: meetings.map((ids, place) =>
      anEvent(`e${place}`, '2014', {
        type: 'meeting',
        agencies: roles(Object.fromEntries(ids.split(' ').map((id) => [id, 'attended' as const]))),
      }),
    ),
  })
}

const idsOf = (lanes: readonly Agency[]) => lanes.map(({ id }) => id).join(' ')

function propose(lanes: string, meetings: readonly string[], pinned: readonly string[] = []) {
  const of = meetingOf(lanes, meetings)
  const { order, before, after } = proposeLaneOrder(findMeetingPoints(of), of.agencies, new Set(pinned))
  return [idsOf(order), before, after]
}

/** Lanes passed that have no part, counted the slow way: every lane of every line. */
function countPassed(of: Case, lanes: readonly Agency[]): number {
  let passed = 0
  for (const { attendees } of findMeetingPoints(of)) {
    const isIn = lanes.map(({ id }) => attendees.some(({ agency }) => agency.id === id))
    const [first, last] = [isIn.indexOf(true), isIn.lastIndexOf(true)]
    passed += isIn.filter((one, place) => !one && place > first && place < last).length
  }
  return passed
}

describe('a proposed order of lanes', () => {
  test('moves a lane within its family, next to whom it meets', () => {
    expect(propose('h1 h2 h3 s1', ['h1 s1'])).toEqual(['h2 h3 h1 s1', 2, 0])
  })

  test('moves a whole family when that saves more', () => {
    expect(propose('h1 h2 p1 p2 s1', ['h1 s1', 'h2 s1', 'h1 h2 s1'])).toEqual(['p1 p2 h1 h2 s1', 7, 1])
  })

  test('keeps a family together though a lane of another would be nearer between them', () => {
    const [order] = propose('h1 h2 p1 s1', ['h1 s1', 'h2 s1', 'p1 s1'])
    expect(String(order).replaceAll(/\d/g, '')).toMatch(/^(h h s p|p s h h)$/)
  })

  test('is the order that is there when nothing can be saved', () => {
    expect(propose('h1 h2 s1', ['h2 s1'])).toEqual(['h1 h2 s1', 0, 0])
    expect(propose('h1 h2 s1', [])).toEqual(['h1 h2 s1', 0, 0])
  })

  test('leaves the child’s own lane and pinned lanes where they are', () => {
    expect(propose('c1 h1 h2 s1 p1', ['h1 p1', 'h1 p1'])).toEqual(['c1 s1 h2 h1 p1', 4, 0])
    expect(propose('h1 h2 h3 s1', ['h1 s1'], ['h1'])).toEqual(['h1 s1 h2 h3', 2, 0])
  })

  test('counts only lanes in sight', () => {
    const of = meetingOf('h1 h2 h3 s1', ['h1 s1'])
    const lanes = of.agencies.filter(({ id }) => id !== 'h2')
    expect(proposeLaneOrder(findMeetingPoints(of), lanes, new Set())).toMatchObject({ before: 1, after: 0 })
    expect(proposeLaneOrder(findMeetingPoints(of), of.agencies.slice(0, 1), new Set())).toMatchObject({ before: 0 })
  })
})

/** Some lanes of any families, in any order, and some meetings among them. */
const anArrangement = fc
  .array(fc.constantFrom(...FAMILIES), { minLength: 1, maxLength: 9 })
  .chain((families) =>
    fc.record({
      families: fc.constant(families),
      meetings: fc.array(fc.uniqueArray(fc.nat({ max: families.length - 1 }), { minLength: 1, maxLength: 4 }), {
        maxLength: 12,
      }),
      pinned: fc.subarray(families.map((_, place) => `a${place}`)),
    }),
  )
  .map(({ families, meetings, pinned }) => ({
    of: aCase({
      agencies: families.map((family, place) => anAgency(`a${place}`, { family })),
      events: meetings.map((places, number) =>
        anEvent(`e${number}`, '2014', {
          type: 'meeting',
          agencies: places.map((place) => ({ id: `a${place}`, role: 'attended' as const })),
        }),
      ),
    }),
    pinned: new Set(pinned),
  }))

describe('whatever lanes and meetings there are', () => {
  const proposed = anArrangement.map(({ of, pinned }) => ({
    of,
    pinned,
    ...proposeLaneOrder(findMeetingPoints(of), of.agencies, pinned),
  }))

  test('the lines are never longer than before, and as long as is said', () => {
    fc.assert(
      fc.property(proposed, ({ of, order, before, after }) => {
        expect(after).toBeLessThanOrEqual(before)
        expect([before, after]).toEqual([countPassed(of, of.agencies), countPassed(of, order)])
      }),
    )
  })

  test('every lane is there once, and lanes that stay have their places', () => {
    fc.assert(
      fc.property(proposed, ({ of, pinned, order }) => {
        expect(new Set(order)).toEqual(new Set(of.agencies))
        expect(order).toHaveLength(of.agencies.length)
        const stay = of.agencies.flatMap(({ id, family }, place) =>
          pinned.has(id) || family === 'child-and-family' ? [place] : [],
        )
        expect(stay.map((place) => order[place])).toEqual(stay.map((place) => of.agencies[place]))
      }),
    )
  })

  test('asked again, it gives the same answer', () => {
    fc.assert(
      fc.property(proposed, ({ of, pinned, order }) => {
        expect(proposeLaneOrder(findMeetingPoints(of), of.agencies, pinned).order).toEqual(order)
      }),
    )
  })

  test('an order that saves nothing is the order given', () => {
    fc.assert(
      fc.property(proposed, ({ of, order, before, after }) => {
        expect(before > after || idsOf(order) === idsOf(of.agencies)).toBe(true)
      }),
    )
  })
})

test.each(publishedCases())('in $id families that stand together stay together', ({ of }) => {
  const lanes = FAMILIES.flatMap((family) => of.agencies.filter((agency) => agency.family === family))
  const { order, before, after } = proposeLaneOrder(findMeetingPoints(of), lanes, new Set())
  expect(after).toBeLessThanOrEqual(before)
  const heads = order.filter(({ family }, place) => order[place - 1]?.family !== family)
  expect(new Set(heads.map(({ family }) => family)).size).toBe(heads.length)
})
