import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { caseJsonSchema, caseSchema } from '#model/schema.ts'
import { aCaseFile, aChild, aFact, aFinding, anAgency, anEpisode, anEvent, aPeriod } from '#tests/fixtures/case-file.ts'

const accepts = (value: unknown) => caseSchema.safeParse(value).success

test('the schema that editors use is the one the app reads with', () => {
  const file = new URL('../../data/case.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(caseJsonSchema())))
})

test('the schema that editors use asks for every part of a file but the link to itself, and for nothing more', () => {
  const { required } = z.looseObject({ required: z.array(z.string()) }).parse(caseJsonSchema())
  expect(required.toSorted()).toEqual(Object.keys(aCaseFile()).toSorted())
  expect(caseJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
  })
})

describe('every list and object of the format refuses a key it does not know', () => {
  const extra = { extra: true }
  const known = { agency: 'gp', how: 'observed', source: ['1'] } as const
  test.each<[where: string, spoiled: object, sound: object]>([
    ['review', { review: { ...aCaseFile().review, ...extra } }, {}],
    ['sections', { sections: [{ ref: '1', carries: 'method', ...extra }] }, {}],
    ['people', { people: [{ ...aChild(), ...extra }] }, {}],
    ['agencies', { agencies: [{ ...anAgency('gp'), ...extra }] }, {}],
    ['periods', { periods: [{ ...aPeriod('p', '2013'), ...extra }] }, { periods: [aPeriod('p', '2013')] }],
    ['events', { events: [{ ...anEvent('e', null), ...extra }] }, { events: [anEvent('e', null)] }],
    [
      'the child of an event',
      { events: [{ ...anEvent('e', null), child: { seen: true, ...extra } }] },
      { events: [anEvent('e', null, { child: { seen: true } })] },
    ],
    [
      'what is known at an event',
      { events: [{ ...anEvent('e', null), known: [{ ...known, ...extra }] }] },
      { events: [anEvent('e', null, { known: [known] })] },
    ],
    ['facts', { facts: [{ ...aFact('f'), ...extra }] }, { facts: [aFact('f')] }],
    ['findings', { findings: [{ ...aFinding('f'), ...extra }] }, { findings: [aFinding('f')] }],
    ['episodes', { episodes: [{ ...anEpisode('e'), ...extra }] }, { episodes: [anEpisode('e')] }],
    [
      'glossary',
      { glossary: [{ term: 'GP', meaning: 'Doctor.', ...extra }] },
      { glossary: [{ term: 'GP', meaning: 'Doctor.' }] },
    ],
  ])('%s', (_where, spoiled, sound) => {
    expect(accepts({ ...aCaseFile(), ...sound })).toBe(true)
    expect(accepts({ ...aCaseFile(), ...spoiled })).toBe(false)
  })
})

describe('titles fit where they are read', () => {
  test.each<[what: string, most: number, file: (title: string) => object]>([
    ['the case', 40, (title) => ({ title })],
    ['an agency’s name', 44, (name) => ({ agencies: [anAgency('gp', { name })] })],
    ['a period', 60, (title) => ({ periods: [aPeriod('p', '2013', { title })] })],
    ['an event', 60, (title) => ({ events: [anEvent('e', null, { title })] })],
    ['an episode', 60, (title) => ({ episodes: [anEpisode('e', { title })] })],
    ['a finding', 80, (title) => ({ findings: [aFinding('f', { title })] })],
    ['a fact', 90, (title) => ({ facts: [aFact('f', { title })] })],
  ])('%s has at most %i characters', (_what, most, file) => {
    expect(accepts({ ...aCaseFile(), ...file('x'.repeat(most)) })).toBe(true)
    expect(accepts({ ...aCaseFile(), ...file('x'.repeat(most + 1)) })).toBe(false)
  })
})

test.each(['GP', 'A&E', 'CMHT', '24H', 'ABCDE'])('%s is a code for an agency', (code) => {
  expect(accepts({ ...aCaseFile(), agencies: [anAgency('gp', { code })] })).toBe(true)
})

test.each(['', 'ABCDEF', 'A B', 'cmht'])('%j is no code for an agency', (code) => {
  expect(accepts({ ...aCaseFile(), agencies: [anAgency('gp', { code })] })).toBe(false)
})
