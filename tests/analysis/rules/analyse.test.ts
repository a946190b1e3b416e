import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseCase, findNoticed } from '#analysis/rules/analyse.ts'
import { indexCase } from '#analysis/case-index.ts'
import { DEFAULT_THRESHOLDS, NETWORK_SERVICES, THRESHOLD_SOURCE } from '#analysis/rules/thresholds.ts'
import { buildCase } from '#model/case.ts'
import { aBareCase, aQuietCase, LANES, lines, quietEvents } from '#tests/fixtures/analysis-case.ts'
import { aCase, aFact, anEvent, roles } from '#tests/fixtures/case-file.ts'

test('a half year in which nothing stands out raises nothing', () => {
  expect(lines(aQuietCase())).toEqual([])
})

test('an empty case has an empty analysis', () => {
  const analysis = analyseCase(aCase())
  expect(analysis.candidates).toEqual([])
  expect(analysis.chains).toEqual([])
  expect(analysis.clocks).toEqual([])
  expect(analysis.matrix.rows).toEqual([])
})

test('what lies wholly before the period under review is background', () => {
  const referral = { type: 'referral', agencies: roles({ maternity: 'sender', gp: 'recipient' }) } as const
  expect(lines(aBareCase([anEvent('old', '2010-03-01', referral)]))).toEqual([])
  expect(lines(aBareCase([anEvent('new', '2016-02-01', referral)]))).toEqual([
    'request-without-reply certain 2016-02-01/.. maternity > gp',
  ])
})

test('every threshold says where it comes from', () => {
  expect(Object.keys(THRESHOLD_SOURCE).sort()).toEqual(Object.keys(DEFAULT_THRESHOLDS).sort())
  expect(NETWORK_SERVICES.has('ambulance')).toBe(false)
})

/** Events that give every rule something to chew on, with dates of every precision. */
const anyEvent = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 6 }),
  coarse: fc.boolean(),
  type: fc.constantFrom(
    'contact',
    'missed-contact',
    'concern',
    'referral',
    'handover',
    'meeting',
    'supervision',
    'information',
  ),
  from: fc.constantFrom('csc', 'gp', 'hv', 'school'),
  to: fc.constantFrom('csc', 'maternity', 'police'),
  serious: fc.boolean(),
  answered: fc.boolean(),
} as const)

type Drawn = typeof anyEvent extends fc.Arbitrary<infer One> ? One : never

const pad = (value: number) => String(value).padStart(2, '0')

function drawn(parts: readonly Drawn[], widened?: number) {
  return parts.flatMap((part, place) => {
    const passes =
      part.type === 'referral' || part.type === 'handover' || part.type === 'information' || part.type === 'concern'
    const same = part.from === part.to
    const people = same
      ? roles({ [part.from]: 'lead' })
      : passes
        ? roles({ [part.from]: 'sender', [part.to]: 'recipient' })
        : roles({ [part.from]: 'lead', [part.to]: part.type === 'meeting' ? 'absent' : 'informed' })
    const month = `2016-${pad(part.month)}`
    const date = part.coarse || widened === place ? month : `${month}-${pad(part.day)}`
    const event = anEvent(`e${place}`, date, {
      type: part.type,
      agencies: people,
      ...(part.serious ? { concern: 'serious' as const } : {}),
    })
    const answer = anEvent(`a${place}`, `${month}-28`, {
      type: 'information',
      agencies: same ? roles({ [part.from]: 'lead' }) : roles({ [part.to]: 'sender', [part.from]: 'recipient' }),
      links: [{ kind: 'answers', event: `e${place}` }],
    })
    return passes && part.answered ? [event, answer] : [event]
  })
}

describe('the laws of the rules', () => {
  test('the order of the file makes no difference', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), fc.nat(), (parts, turn) => {
        const events = drawn(parts)
        const cut = turn % (events.length + 1)
        const shuffled = [...events.slice(cut).toReversed(), ...events.slice(0, cut)]
        const [one, other] = [aBareCase(events), aBareCase(shuffled)]
        expect(findNoticed(indexCase(other))).toHaveLength(lines(one).length)
        expect(lines(other)).toEqual(lines(one))
      }),
      { numRuns: 50 },
    )
  })

  test('widening a date makes nothing certain that was not', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 10 }), fc.nat(), (parts, at) => {
        const before = findNoticed(indexCase(aBareCase(drawn(parts))))
        const after = findNoticed(indexCase(aBareCase(drawn(parts, at % parts.length))))
        const unsure = new Set(before.filter(({ certainty }) => certainty !== 'certain').map(({ id }) => id))
        expect(after.filter(({ id, certainty }) => unsure.has(id) && certainty === 'certain')).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('an answer adds no gap to what was asked', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 10 }), fc.nat(), (parts, at) => {
        const place = at % parts.length
        const set = (answered: boolean) => parts.map((part, one) => (one === place ? { ...part, answered } : part))
        const asked = (answered: boolean) =>
          findNoticed(indexCase(aBareCase(drawn(set(answered))))).filter(
            ({ rule }) =>
              rule === 'request-without-reply' || rule === 'handover-interval' || rule === 'concern-without-referral',
          ).length
        expect(asked(true)).toBeLessThanOrEqual(asked(false))
      }),
      { numRuns: 50 },
    )
  })

  test('a case built twice gives the same analysis', () => {
    const of = aQuietCase({}, [], ['hv-45', 'hv-66'])
    expect(lines(buildCase({ ...of, events: of.events }))).toEqual(lines(of))
    expect(quietEvents().length).toBeGreaterThan(50)
  })
})

describe('one thing planted in a quiet half year is found, and nothing else', () => {
  const passing = (
    type: 'referral' | 'handover' | 'information',
    from: string,
    to: string,
    more: Parameters<typeof anEvent>[2] = {},
  ) => anEvent('planted', '2016-03-08', { type, agencies: roles({ [from]: 'sender', [to]: 'recipient' }), ...more })
  const fact = (known: readonly [string, string][], neededBy: string[]) =>
    aFact('f', { known: known.map(([agency, since]) => ({ agency, since, how: 'record', source: ['1'] })), neededBy })

  test.each([
    [
      'a referral without a reply',
      [passing('referral', 'gp', 'csc', { outcome: 'no-response' })],
      'request-without-reply certain',
    ],
    ['a referral that nobody answers', [passing('referral', 'school', 'hv')], 'request-without-reply possible'],
    [
      'a message that did not arrive',
      [passing('information', 'gp', 'hv', { outcome: 'not-received' })],
      'passing-not-received certain',
    ],
    [
      'a handover into the middle of nothing',
      [{ ...passing('handover', 'maternity', 'hv'), date: '2016-03-11' }],
      'handover-interval certain',
    ],
    [
      'a meeting without minutes',
      [
        anEvent('planted', '2016-03-08', {
          type: 'meeting',
          outcome: 'not-recorded',
          agencies: roles({ csc: 'lead', hv: 'informed', gp: 'informed', school: 'informed', maternity: 'informed' }),
        }),
      ],
      'meeting-without-minutes certain',
    ],
    [
      'an agency not invited',
      [
        anEvent('planted', '2016-03-08', {
          type: 'meeting',
          outcome: 'recorded',
          agencies: roles({
            csc: 'lead',
            hv: 'not-invited',
            gp: 'attended',
            school: 'attended',
            maternity: 'attended',
          }),
        }),
      ],
      'not-in-the-room certain',
    ],
  ] as const)('%s', (_, extra, expected) => {
    const found = lines(aQuietCase({}, extra))
    expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([expected])
  })

  test.each([
    ['a fact that never came', fact([['gp', '2016-02-01']], ['hv']), 'fact-never-reached certain'],
    [
      'a fact that came late',
      fact(
        [
          ['gp', '2016-02-01'],
          ['hv', '2016-04'],
        ],
        ['hv'],
      ),
      'fact-late certain',
    ],
    [
      'a fact of which the month does not tell',
      fact(
        [
          ['gp', '2016-02'],
          ['hv', '2016-02-20'],
        ],
        ['hv'],
      ),
      'fact-late cannot-tell',
    ],
  ] as const)('%s', (_, planted, expected) => {
    const found = lines(aQuietCase({ facts: [planted] }))
    expect(found.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([expected])
  })

  test('a serious concern that waits for a referral, where social care is not yet involved', () => {
    const agencies = LANES.map((lane) => (lane.id === 'csc' ? { ...lane, involved: ['2016-05-01/2016-06-26'] } : lane))
    const worry = anEvent('planted', '2016-03-08', { concern: 'serious', agencies: roles({ hv: 'lead' }) })
    const refer = anEvent('refer', '2016-04-29', {
      type: 'referral',
      outcome: 'accepted',
      agencies: roles({ gp: 'sender', csc: 'recipient' }),
    })
    const assess = anEvent('assess', '2016-05-20', {
      type: 'assessment',
      title: 'Assessment completed',
      agencies: roles({ csc: 'lead' }),
    })
    const found = lines(aQuietCase({ agencies }, [worry, refer, assess]))
    expect(found).toEqual(['concern-without-referral certain 2016-03-08/2016-04-29 hv > csc'])
  })

  test('two appointments missed in a row', () => {
    const missed = (id: string, date: string) =>
      anEvent(id, date, { type: 'missed-contact', agencies: roles({ hv: 'lead' }) })
    const found = lines(aQuietCase({}, [missed('m1', '2016-03-01'), missed('m2', '2016-03-08')], ['hv-66', 'hv-87']))
    expect(found).toEqual(['missed-contacts certain 2016-03-01/2016-04-21 hv >'])
  })

  test('a supervision left out', () => {
    expect(lines(aQuietCase({}, [], ['supervision-70']))).toEqual([
      'supervision-interval certain 2016-02-22/2016-04-04 csc >',
    ])
  })
})
