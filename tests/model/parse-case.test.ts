import { describe, expect, test } from 'vitest'
import { parseCase, parseCaseText } from '#model/parse-case.ts'
import { formatProblem, type Problem } from '#model/problem.ts'
import { aCaseFile, aChild, aFinding, anAgency, anEpisode, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'

function problemsOf(value: unknown): readonly Problem[] {
  const parsed = parseCase(value)
  return parsed.ok ? [] : parsed.problems
}

const sentencesOf = (value: unknown) => problemsOf(value).map(formatProblem)

const DATE =
  'a date such as "2013-11-01", "2013-10", "2011", "2013-10~" (about), "2013-11-25T00:10", "2014-02-07/2014-02-24" or "../2013-01"'
const REMOVE = 'it to be removed or its spelling corrected (FORMAT.md lists every key)'

describe('a file of the right shape', () => {
  test('is a case', () => {
    const parsed = parseCase(aCaseFile({ events: [anEvent('e1', '2013-10-01')] }))
    expect(parsed.ok && parsed.value.events[0]).toMatchObject({ id: 'e1', order: 0 })
  })

  test('may name its schema, which the case forgets', () => {
    const parsed = parseCase({ ...aCaseFile(), $schema: '../case.schema.json' })
    expect(parsed.ok && '$schema' in parsed.value).toBe(false)
    expect(parsed.ok).toBe(true)
  })

  test('has its texts without the spaces around them', () => {
    const parsed = parseCase(aCaseFile({ summary: '  Two words. ' }))
    expect(parsed.ok && parsed.value.summary).toBe('Two words.')
  })

  test('says the same as text and as a value', () => {
    const file = aCaseFile({ events: [anEvent('e1', '2013-10-01')] })
    expect(parseCaseText(JSON.stringify(file))).toEqual(parseCase(file))
  })
})

describe('what is no case file', () => {
  test('text that is not JSON is one problem, of the whole file, with the reason', () => {
    const parsed = parseCaseText('{ "format": 1, }')
    expect(parsed).toMatchObject({ ok: false, problems: [{ path: 'the file', expected: 'a JSON case file' }] })
    expect(!parsed.ok && parsed.problems[0]?.found).toMatch(/^text that is not JSON \(.+\)$/s)
  })

  test('a newer format is one problem, whatever else is new in the file', () => {
    expect(sentencesOf({ format: 2, chapters: [] })).toEqual([
      'format: found the number 2; expected format 1: this file needs a newer Throughline.',
    ])
  })

  test.each([
    [null, 'the file: found null; expected an object in curly brackets.'],
    [[], 'the file: found an empty list; expected an object in curly brackets.'],
    ['case', 'the file: found "case"; expected an object in curly brackets.'],
  ])('%j is refused as a whole', (value, sentence) => {
    expect(sentencesOf(value)).toEqual([sentence])
  })

  test('an older or wordy format is refused where it stands', () => {
    expect(sentencesOf({ ...aCaseFile(), format: 0 })).toEqual(['format: found the number 0; expected the number 1.'])
    expect(sentencesOf({ ...aCaseFile(), format: '1' })).toEqual(['format: found "1"; expected the number 1.'])
  })
})

describe('a problem of shape names the place, what is there and what should be', () => {
  const event = anEvent('e1', '2013-10-01')
  const inEvent = (more: object) => ({ ...aCaseFile(), events: [{ ...event, ...more }] })
  const inAgency = (more: object) => ({ ...aCaseFile(), agencies: [{ ...anAgency('gp'), ...more }] })

  test.each<[what: string, file: unknown, path: string, found: string, expected: string]>([
    ['an unknown key', inEvent({ titel: 'Visit' }), 'events[0].titel', 'a key that the format does not have', REMOVE],
    [
      'an unknown key at the top',
      { ...aCaseFile(), notes: '' },
      'notes',
      'a key that the format does not have',
      REMOVE,
    ],
    ['a missing text', { ...aCaseFile(), summary: undefined }, 'summary', 'nothing', 'a text in quotation marks'],
    ['an empty text', { ...aCaseFile(), summary: '' }, 'summary', 'an empty text', 'a text that is not empty'],
    ['a text of spaces', { ...aCaseFile(), summary: ' ' }, 'summary', '" "', 'a text that is not empty'],
    ['a number for a text', { ...aCaseFile(), summary: 3 }, 'summary', 'the number 3', 'a text in quotation marks'],
    ['half an edition', { ...aCaseFile(), version: 1.5 }, 'version', 'the number 1.5', 'a whole number'],
    ['edition 0', { ...aCaseFile(), version: 0 }, 'version', 'the number 0', 'at least 1'],
    ['a text for a list', { ...aCaseFile(), events: 'none' }, 'events', '"none"', 'a list in square brackets'],
    ['a list for an object', { ...aCaseFile(), review: [] }, 'review', 'an empty list', 'an object in curly brackets'],
    ['a text for yes or no', inEvent({ sensitive: 'yes' }), 'events[0].sensitive', '"yes"', 'true or false'],
    [
      'a word that is not in the list',
      inEvent({ concern: 'grave' }),
      'events[0].concern',
      '"grave"',
      'one of "none", "noted", "serious"',
    ],
    [
      'a title that is too long',
      inEvent({ title: 'x'.repeat(61) }),
      'events[0].title',
      `61 characters, "${'x'.repeat(57)}…"`,
      'at most 60 characters',
    ],
    [
      'an impossible date',
      inEvent({ date: '2013-02-31' }),
      'events[0].date',
      '"2013-02-31"',
      'a day from 01 to 28 in that month',
    ],
    ['a date in words', inEvent({ date: 'May 2013' }), 'events[0].date', '"May 2013"', DATE],
    ['a missing date', inEvent({ date: undefined }), 'events[0].date', 'nothing', 'a text in quotation marks'],
    [
      'an id in capitals',
      inEvent({ id: 'E1' }),
      'events[0].id',
      '"E1"',
      'an id in lower case letters, digits and single hyphens',
    ],
    [
      'an id with a double hyphen',
      { ...aCaseFile(), id: 'a--b' },
      'id',
      '"a--b"',
      'an id in lower case letters, digits and single hyphens',
    ],
    [
      'a code in small letters',
      inAgency({ code: 'gp' }),
      'agencies[0].code',
      '"gp"',
      'a code of 1 to 5 capital letters or digits',
    ],
    ['no agency at all', { ...aCaseFile(), agencies: [] }, 'agencies', 'an empty list', 'at least one agency'],
    ['an event of nobody', inEvent({ agencies: [] }), 'events[0].agencies', 'an empty list', 'at least one agency'],
    [
      'an uncited event',
      inEvent({ source: [] }),
      'events[0].source',
      'an empty list',
      'at least one place in the review',
    ],
    [
      'an event without source',
      inEvent({ source: undefined }),
      'events[0].source',
      'nothing',
      'a list in square brackets',
    ],
  ])('%s', (_what, file, path, found, expected) => {
    expect(problemsOf(file)).toEqual([{ path, found, expected }])
  })

  test('a problem inside a problem-free list is found at its own place', () => {
    const events = [anEvent('e1', '2013'), anEvent('e2', '2014'), { ...anEvent('e3', '2015'), source: ['1', ''] }]
    expect(problemsOf({ ...aCaseFile(), events })).toMatchObject([{ path: 'events[2].source[1]' }])
  })

  test('each unknown key is a problem of its own', () => {
    expect(problemsOf(inEvent({ colour: 1, size: 2 })).map(({ path }) => path)).toEqual([
      'events[0].colour',
      'events[0].size',
    ])
  })
})

describe('several problems', () => {
  test('of shape are told at once, in the order of the file', () => {
    const file = {
      ...aCaseFile(),
      findings: [{ ...aFinding('f1'), kind: 'mistake' }],
      events: [{ ...anEvent('e1', '2013-13') }, anEvent('e2', null), { ...anEvent('e3', null), type: 'chat', id: 'E' }],
      title: '',
      people: [{ ...aChild(), name: 3 }],
    }
    expect(problemsOf(file).map(({ path }) => path)).toEqual([
      'title',
      'people[0].name',
      'events[0].date',
      'events[2].id',
      'events[2].type',
      'findings[0].kind',
    ])
  })

  test('of reference are told at once, in the order of the file', () => {
    const file = aCaseFile({
      subject: 'nobody',
      people: [aChild({ born: '2014', died: '2013' }), aChild()],
      periods: [aPeriod('p1', null)],
      events: [
        anEvent('e1', '2013', { agencies: [{ id: 'gp', role: 'absent' }], outcome: 'recorded', source: ['9'] }),
        anEvent('e1', '2013', { after: 'e9' }),
      ],
      findings: [aFinding('f1', { events: ['e9'] })],
      episodes: [anEpisode('ep1', { findings: ['f9'] })],
    })
    expect(problemsOf(file).map(({ path }) => path)).toEqual([
      'subject',
      'people[0].died',
      'people[1].id',
      'periods[0].span',
      'events[0].agencies[0].role',
      'events[0].outcome',
      'events[0].source[0]',
      'events[1].id',
      'events[1].after',
      'findings[0].events[0]',
      'episodes[0].findings[0]',
    ])
  })

  test('of reference wait until those of shape are mended', () => {
    const file = { ...aCaseFile({ subject: 'nobody' }), title: '' }
    expect(problemsOf(file).map(({ path }) => path)).toEqual(['title'])
    expect(problemsOf({ ...file, title: 'Case' }).map(({ path }) => path)).toEqual(['subject'])
  })
})
