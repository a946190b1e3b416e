import { expect, test } from 'vitest'
import { analyseCase } from '#analysis/rules/analyse.ts'
import type { Candidate } from '#analysis/rules/candidates.ts'
import { tellCase } from '#tests/fixtures/planted-case.ts'
import { isAbout, type Planted } from '#tests/fixtures/planted-story.ts'

/**
 * The bar: on case files that nobody has seen, with gaps planted at known places, at least nine in ten are raised, no more than one claim
 * per planted gap is about nothing planted, and what the dates cannot decide is not claimed. The rules were changed while looking at
 * cases of other seeds and at cases written by hand; these seeds were chosen afterwards.
 */
const SEEDS = [8_128, 27_182, 60_221, 299_792, 41, 6_626, 1_380_649, 5_670]

const isClaim = ({ certainty }: Candidate) => certainty !== 'cannot-tell'
const results = SEEDS.flatMap((seed) =>
  [0, 1, 2, 3].map((more) => {
    const { of, planted } = tellCase(seed + more * 7919)
    return { planted, candidates: analyseCase(of).candidates }
  }),
)
const count = (test: (one: Planted, candidates: readonly Candidate[]) => boolean) =>
  results.flatMap(({ planted, candidates }) => planted.filter((one) => test(one, candidates)))
const claimed = (one: Planted, candidates: readonly Candidate[]) =>
  candidates.some((found) => isClaim(found) && isAbout(found, one))

test('nine in ten of the gaps planted are raised', () => {
  const missed = count((one, all) => one.expected === 'raised' && !claimed(one, all))
  const gaps = count(({ expected }) => expected === 'raised')
  expect(gaps.length).toBeGreaterThan(100)
  expect(missed.map(({ what }) => what).slice(Math.floor(gaps.length / 10))).toEqual([])
})

test('no kind of gap is missed in more than one case of four', () => {
  const tally = new Map<string, { gaps: number; missed: number }>()
  for (const { planted, candidates } of results)
    for (const one of planted.filter(({ expected }) => expected === 'raised')) {
      const { gaps, missed } = tally.get(one.what) ?? { gaps: 0, missed: 0 }
      tally.set(one.what, { gaps: gaps + 1, missed: missed + (claimed(one, candidates) ? 0 : 1) })
    }
  expect(tally.size).toBeGreaterThan(20)
  expect([...tally].filter(([, { gaps, missed }]) => missed * 4 > gaps).map(([what]) => what)).toEqual([])
})

test('what was done in time is not claimed, and there is at most one false alarm to a gap', () => {
  const alarms = results.flatMap(({ planted, candidates }) =>
    candidates.filter(
      (found) => isClaim(found) && !planted.some((one) => one.expected === 'raised' && isAbout(found, one)),
    ),
  )
  // What a gap ended with may have been done in time for something else: a claim about that gap is not about this.
  const wrong = count(
    (one, all) => one.expected === 'nothing' && all.some((found) => alarms.includes(found) && isAbout(found, one)),
  )
  expect(wrong.map(({ what }) => what)).toEqual([])
  expect(alarms.length).toBeLessThanOrEqual(count(({ expected }) => expected === 'raised').length)
})

test('what the dates cannot decide is asked as such, never claimed', () => {
  const open = count(({ expected }) => expected === 'cannot-tell')
  expect(open.length).toBeGreaterThan(10)
  const wrong = count(
    (one, all) =>
      one.expected === 'cannot-tell' &&
      (claimed(one, all) || !all.some((found) => found.certainty === 'cannot-tell' && isAbout(found, one))),
  )
  expect(wrong.map(({ what }) => what)).toEqual([])
})
