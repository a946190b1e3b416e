import SHARED from '#data/glossary.json'
import type { Case } from '#model/case.ts'

export interface Term {
  readonly term: string
  readonly meaning: string
}

/** Whether a text has a term as a whole word; an abbreviation only in its own capitals. */
function mentions(text: string, term: string): boolean {
  const isAbbreviation = term === term.toUpperCase()
  return new RegExp(`\\b${term}s?\\b`, isAbbreviation ? '' : 'i').test(text)
}

/** The case's own terms and those of the shared glossary that its words use, in alphabetical order; its own meaning wins. */
export function findTerms(of: Case): readonly Term[] {
  const own = new Map(of.glossary.map((term) => [term.term.toLowerCase(), term]))
  const words = [
    of.summary,
    ...of.agencies.flatMap(({ name, code, partOf }) => [name, code, partOf]),
    ...of.events.flatMap(({ title, detail }) => [title, detail]),
    ...of.findings.flatMap(({ title, detail }) => [title, detail]),
    ...of.recommendations.map(({ text }) => text),
  ].join('\n')
  const used = SHARED.filter(({ term }) => !own.has(term.toLowerCase()) && mentions(words, term))
  return [...own.values(), ...used].toSorted((a, b) => a.term.localeCompare(b.term, 'en-GB'))
}
