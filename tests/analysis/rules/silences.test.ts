import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexCase, involvementOf } from '#analysis/case-index.ts'
import { findAgencySilences, findSilences, findUnseenStretches } from '#analysis/rules/silences.ts'
import type { Case } from '#model/case.ts'
import { daysBetween } from '#model/time.ts'
import { aBareCase, aQuietCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { aCase, anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'

/** A health visitor's line with events on the dates given. */
function line(involved: readonly string[], dates: readonly (string | null)[]): Case {
  return aCase({
    agencies: [anAgency('hv', { service: 'health-visiting', involved: [...involved] })],
    events: dates.map((date, place) => anEvent(`e${place}`, date, { agencies: roles({ hv: 'lead' }) })),
  })
}

function cut(of: Case) {
  const index = indexCase(of)
  const [agency] = of.agencies
  if (!agency) throw new Error('The case has no agency')
  return { found: findAgencySilences(index, agency), whole: involvementOf(index, agency) }
}

const lengths = (of: Case) => cut(of).found.silences.map(({ lapse }) => [lapse.least, lapse.most])

test('silences lie between events, from the start of involvement and to its end', () => {
  expect(lengths(line(['2016-01-01/2016-03-31'], ['2016-01-11', '2016-02-20']))).toEqual([
    [10, 10],
    [39, 39],
    [40, 40],
  ])
})

test('involvement without events is one silence, and without dates none', () => {
  expect(lengths(line(['2016-01-01/2016-01-31'], []))).toEqual([[31, 31]])
  expect(cut(line([], ['2016-01-11'])).found).toMatchObject({ involvement: 'unknown', pieces: [], silences: [] })
})

test('time before involvement and after it is no silence', () => {
  expect(lengths(line(['2016-02-01/2016-02-10'], ['2016-01-01', '2016-02-01', '2016-02-10', '2016-05-01']))).toEqual([
    [8, 8],
  ])
})

test('a month leaves its days open: the silence around it has a least and a most', () => {
  expect(lengths(line(['2016-01-01/2016-03-31'], ['2016-01-01', '2016-02', '2016-03-31']))).toEqual([
    [30, 58],
    [30, 58],
  ])
})

test('a stretch with exact ends covers its days', () => {
  expect(lengths(line(['2016-01-01/2016-01-31'], ['2016-01-01/2016-01-20']))).toEqual([[11, 11]])
})

test('involvement that began in a month is open in it', () => {
  const { found } = cut(line(['2016-01/2016-02-29'], ['2016-02-10']))
  expect(found.pieces.map(({ state }) => state)).toEqual(['open', 'silent', 'busy', 'silent'])
})

describe('the pieces of an involvement', () => {
  const date = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 3 }))
    .map(([month, day, form]) => {
      const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')]
      return [`2016-${m}-${d}`, `2016-${m}`, `2016-${m}-${d}/2016-12-31`, `2016-${m}-${d}T10:00`][form] ?? '2016'
    })
  const involved = fc.array(fc.tuple(date, date), { minLength: 1, maxLength: 3 }).map((pairs) =>
    pairs.map(([a, b]) => {
      const [first = '', last = ''] = [a.slice(0, 7), b.slice(0, 7)].sort()
      return `${first}-01/${last}-28`
    }),
  )

  test('tile it exactly, and hold every event that falls in it', () => {
    fc.assert(
      fc.property(involved, fc.array(date, { maxLength: 8 }), (stretches, dates) => {
        const { found, whole } = cut(line(stretches, dates))
        const joined = whole.map((one) =>
          found.pieces.filter((piece) => piece.span.start >= one.start && piece.span.end <= one.end),
        )
        expect(joined.flat()).toHaveLength(found.pieces.length)
        joined.forEach((pieces, place) => {
          let end = whole[place]?.start
          for (const piece of pieces) {
            expect(piece.span.start).toBe(end)
            expect(piece.span.end).toBeGreaterThan(piece.span.start)
            end = piece.span.end
          }
          expect(end).toBe(whole[place]?.end)
        })
        const silent = found.pieces.filter(({ state }) => state === 'silent')
        expect(found.silences.map(({ span }) => span)).toEqual(silent.map(({ span }) => span))
      }),
    )
  })

  test('an event more never adds a silent day', () => {
    fc.assert(
      fc.property(involved, fc.array(date, { maxLength: 6 }), date, (stretches, dates, more) => {
        const silentDays = (of: Case) =>
          cut(of).found.silences.reduce((sum, { span }) => sum + daysBetween(span.start, span.end), 0)
        expect(silentDays(line(stretches, [...dates, more]))).toBeLessThanOrEqual(silentDays(line(stretches, dates)))
      }),
    )
  })

  test('a silence is at least as long as its silent days', () => {
    fc.assert(
      fc.property(involved, fc.array(date, { maxLength: 8 }), (stretches, dates) => {
        for (const { lapse } of cut(line(stretches, dates)).found.silences)
          expect(lapse.most).toBeGreaterThanOrEqual(lapse.least)
      }),
    )
  })
})

describe('a silence as a candidate', () => {
  test('passes the threshold of its family', () => {
    expect(lines(aQuietCase({}, [], ['hv-45', 'hv-66', 'hv-87']))).toEqual([
      'silence certain 2016-01-28/2016-04-21 hv >',
    ])
    expect(lines(aQuietCase({}, [], ['hv-45', 'hv-66']))).toEqual([])
    expect(
      lines(aQuietCase({}, [], ['csc-43', 'csc-64', 'supervision-49', 'supervision-70'])).some((one) =>
        one.startsWith('silence'),
      ),
    ).toBe(true)
  })

  test('that an undated event may break cannot tell', () => {
    const undated = anEvent('u', null, { after: 'hv-24', agencies: roles({ hv: 'lead' }) })
    expect(lines(aQuietCase({}, [undated], ['hv-45', 'hv-66', 'hv-87']))).toEqual([
      'silence cannot-tell 2016-01-28/2016-04-21 hv >',
    ])
  })

  test('counts only from the start of the period under review', () => {
    const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'hv' ? ['2010-01-01/2016-02-01'] : [] }))
    const visit = anEvent('v', '2016-02-01', { agencies: roles({ hv: 'lead' }) })
    expect(lines(aBareCase([visit], { agencies }))).toEqual([])
  })

  test('is not asked of the family or of the review’s own bodies', () => {
    expect(findSilences(indexCase(aQuietCase())).map(({ agency }) => agency)).not.toContain('home')
  })
})

describe('the child unseen', () => {
  const seen = (id: string, date: string) =>
    anEvent(id, date, { child: { seen: true }, agencies: roles({ school: 'lead' }) })
  const agencies = LANES.map((lane) => ({ ...lane, involved: lane.id === 'csc' ? ['2016-01/2016-06'] : [] }))
  const unseen = (events: Parameters<typeof aBareCase>[0], more = {}) =>
    lines(aBareCase(events, more)).filter((one) => one.startsWith('child-unseen'))

  test('is every stretch between two sightings', () => {
    const of = aBareCase([seen('a', '2016-02-01'), seen('b', '2016-02-05'), seen('c', '2016-04')])
    expect(findUnseenStretches(indexCase(of)).map(({ lapse }) => [lapse.least, lapse.most])).toEqual([
      [3, 3],
      [55, 84],
    ])
  })

  test('is a question while social care is involved', () => {
    const events = [seen('a', '2016-02-01'), seen('b', '2016-05-01')]
    expect(unseen(events, { agencies })).toEqual(['child-unseen certain 2016-02-01/2016-05-01 csc >'])
    expect(unseen(events)).toEqual([])
  })
})
