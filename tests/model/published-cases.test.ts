import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parseCaseText } from '#model/parse-case.ts'
import { formatProblem } from '#model/problem.ts'
import type { Case } from '#model/case.ts'

/** What holds for the data that the product comes with, beyond what its format says. */

const data = new URL('../../data/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, data), 'utf8')
const files = readdirSync(new URL('cases/', data))
  .filter((name) => name.endsWith('.json'))
  .sort()
const themes = z
  .array(z.strictObject({ id: z.string(), title: z.string(), meaning: z.string() }))
  .parse(JSON.parse(read('themes.json')))
const terms = z
  .array(z.strictObject({ term: z.string(), meaning: z.string() }))
  .parse(JSON.parse(read('glossary.json')))

/** The case in a file; throws with its problems, so that a broken one fails every test about it. */
function caseIn(name: string): Case {
  const parsed = parseCaseText(read(`cases/${name}`))
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return parsed.value
}

const twice = (all: readonly string[]) => all.filter((one, place) => all.indexOf(one) !== place)

test('there are cases, themes and terms to check', () => {
  expect([files.length > 0, themes.length > 0, terms.length > 0]).toEqual([true, true, true])
})

describe.each(files)('%s', (name) => {
  test('is a valid case file', () => {
    const parsed = parseCaseText(read(`cases/${name}`))
    expect(parsed.ok ? [] : parsed.problems.map(formatProblem)).toEqual([])
  })

  test('is called after its id', () => {
    expect(`${caseIn(name).id}.json`).toBe(name)
  })

  test('names only themes that all cases share, or gives a title of its own', () => {
    const shared = new Set(themes.map(({ id }) => id))
    expect(caseIn(name).themes.filter(({ id, title }) => shared.has(id) === (title !== undefined))).toEqual([])
  })

  test('explains no term that the shared glossary explains already, and none twice', () => {
    const shared = new Set(terms.map(({ term }) => term.toLowerCase()))
    const own = caseIn(name).glossary.map(({ term }) => term.toLowerCase())
    expect(own.filter((term) => shared.has(term))).toEqual([])
    expect(twice(own)).toEqual([])
  })

  test('has no title on the chart longer than 60 characters', () => {
    const { events, periods, episodes } = caseIn(name)
    const titles = [...events, ...periods, ...episodes].map(({ title }) => title)
    expect(titles.filter((title) => title.length > 60)).toEqual([])
  })

  test('has no two agencies with the same name or code', () => {
    const { agencies } = caseIn(name)
    expect(twice(agencies.map((agency) => agency.name))).toEqual([])
    expect(twice(agencies.map(({ code }) => code))).toEqual([])
  })
})

describe('what the cases share', () => {
  test('explains each term once', () => {
    expect(twice(terms.map(({ term }) => term.toLowerCase()))).toEqual([])
  })

  test('has each theme once, by id and by title', () => {
    expect(twice(themes.map(({ id }) => id))).toEqual([])
    expect(twice(themes.map(({ title }) => title.toLowerCase()))).toEqual([])
  })
})
