import { describe, expect, test } from 'vitest'
import * as words from '#model/vocabulary.ts'

const NAMED: [what: string, list: readonly string[], names: Readonly<Record<string, string>>][] = [
  ['family', words.FAMILIES, words.FAMILY_NAME],
  ['event type', words.EVENT_TYPES, words.EVENT_TYPE_NAME],
  ['role', words.ROLES, words.ROLE_NAME],
  ['outcome', words.OUTCOMES, words.OUTCOME_NAME],
  ['concern', words.CONCERNS, words.CONCERN_NAME],
  ['way of knowing', words.HOWS, words.HOW_NAME],
  ['extent of knowing', words.EXTENTS, words.EXTENT_NAME],
  ['highlight', words.HIGHLIGHTS, words.HIGHLIGHT_NAME],
  ['finding kind', words.FINDING_KINDS, words.FINDING_KIND_NAME],
  ['review kind', words.REVIEW_KINDS, words.REVIEW_KIND_NAME],
]

describe('names on screen', () => {
  test.each(NAMED)('every %s has one, and no name is left over', (_what, list, names) => {
    expect(Object.keys(names).toSorted()).toEqual(list.toSorted())
    expect(Object.values(names).filter((name) => name.trim() === '' || name !== name.trim())).toEqual([])
  })

  test.each(NAMED)('no two of a %s are the same', (_what, list, names) => {
    expect(new Set(list).size).toBe(list.length)
    expect(new Set(Object.values(names)).size).toBe(list.length)
  })

  test('every link has one in each direction', () => {
    expect(Object.keys(words.LINK_NAME).toSorted()).toEqual(words.LINK_KINDS.toSorted())
    expect(new Set(Object.values(words.LINK_NAME).map(({ out }) => out)).size).toBe(words.LINK_KINDS.length)
    expect(new Set(Object.values(words.LINK_NAME).map(({ back }) => back)).size).toBe(words.LINK_KINDS.length)
  })

  test('only a link that holds both ways reads the same both ways', () => {
    const mutual = words.LINK_KINDS.filter((kind) => words.LINK_NAME[kind].out === words.LINK_NAME[kind].back)
    expect(mutual).toEqual(['conflicts-with', 'same-as'])
  })
})

describe('highlights', () => {
  test.each([
    ['missed-referral', ['missed-referral', 'delayed-referral']],
    ['handover-gap', ['handover-gap', 'information-not-shared', 'unaware-of-each-other', 'record-error']],
    ['meeting-point', ['absent-from-meeting', 'meeting-not-recorded']],
    ['drift', ['delay', 'not-assessed', 'supervision-gap', 'escalation-not-used']],
    ['disagreement', ['conflicting-accounts']],
    ['good-practice', ['good-practice']],
  ] as const)('%s gathers %j, as the format says', (highlight, kinds) => {
    expect(words.FINDING_KINDS.filter((kind) => words.HIGHLIGHT_OF[kind] === highlight)).toEqual(kinds)
  })

  test('every kind of finding has one, and every one has a kind', () => {
    expect(Object.keys(words.HIGHLIGHT_OF).toSorted()).toEqual(words.FINDING_KINDS.toSorted())
    expect(new Set(Object.values(words.HIGHLIGHT_OF))).toEqual(new Set(words.HIGHLIGHTS))
  })
})

describe('what fits an event', () => {
  test('of any type is to lead it, to attend it and to be informed', () => {
    for (const type of words.EVENT_TYPES)
      expect(words.rolesFor(type)).toEqual(expect.arrayContaining(['lead', 'attended', 'informed']))
  })

  test.each([
    ['referral', true, false],
    ['information', true, false],
    ['handover', true, false],
    ['concern', true, false],
    ['meeting', false, true],
    ['legal', false, true],
    ['review', false, true],
    ['supervision', false, true],
    ['contact', false, false],
    ['family', false, false],
    ['care', false, false],
  ] as const)('of type %s: passing on is %s, being missed in the room is %s', (type, passes, meets) => {
    const fitting = words.rolesFor(type)
    expect([fitting.includes('sender'), fitting.includes('recipient')]).toEqual([passes, passes])
    for (const role of ['absent', 'not-invited', 'reported'] as const) expect(fitting.includes(role)).toBe(meets)
  })

  test('of types that pass something on is an outcome of passing', () => {
    for (const type of words.PASSING_TYPES)
      expect(words.outcomesFor(type)).toEqual(expect.arrayContaining(['accepted', 'not-accepted', 'no-response']))
  })

  test('of a contact is how it went, of a meeting whether it was recorded, of a decision nothing', () => {
    expect(words.outcomesFor('contact')).toContain('was-not-brought')
    expect(words.outcomesFor('contact')).not.toContain('recorded')
    expect(words.outcomesFor('meeting')).toEqual(['recorded', 'not-recorded'])
    expect(words.outcomesFor('decision')).toEqual([])
    expect(words.outcomesFor('family')).toEqual([])
  })

  test('of a step in a review is whether it was recorded, or what became of a request', () => {
    expect(words.outcomesFor('review')).toEqual(expect.arrayContaining(['not-recorded', 'no-response']))
    expect(words.outcomesFor('review')).not.toContain('did-not-attend')
  })

  test('every outcome and every role fits some type', () => {
    expect(new Set(words.EVENT_TYPES.flatMap(words.outcomesFor))).toEqual(new Set(words.OUTCOMES))
    expect(new Set(words.EVENT_TYPES.flatMap(words.rolesFor))).toEqual(new Set(words.ROLES))
  })
})

test('periods of the child’s own line are kinds of period, and pregnancy is one of them', () => {
  expect(words.PERIOD_KINDS.filter((kind) => words.CHILD_PERIODS.has(kind))).toHaveLength(words.CHILD_PERIODS.size)
  expect(words.CHILD_PERIODS.has('pregnancy')).toBe(true)
  expect(words.CHILD_PERIODS.has('service-change')).toBe(false)
})
