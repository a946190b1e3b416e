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

/** The case's own terms and the shared ones that it does not explain itself. */
function termsOf(of: Case): readonly Term[] {
  const own = new Set(of.glossary.map(({ term }) => term.toLowerCase()))
  return [...of.glossary, ...SHARED.filter(({ term }) => !own.has(term.toLowerCase()))]
}

const byTerm = (a: Term, b: Term) => a.term.localeCompare(b.term, 'en-GB')

/** The terms and abbreviations that a text uses, in alphabetical order. */
export function findTermsIn(of: Case, text: string): readonly Term[] {
  return termsOf(of)
    .filter(({ term }) => mentions(text, term))
    .toSorted(byTerm)
}

/** All of the case's own terms and those of the shared glossary that its words use, in alphabetical order. */
export function findTerms(of: Case): readonly Term[] {
  const words = [
    of.summary,
    ...of.agencies.flatMap(({ name, code, partOf }) => [name, code, partOf]),
    ...of.events.flatMap(({ title, detail }) => [title, detail]),
    ...of.findings.flatMap(({ title, detail }) => [title, detail]),
    ...of.recommendations.map(({ text }) => text),
  ].join('\n')
  const own = new Set(of.glossary)
  return termsOf(of)
    .filter((term) => own.has(term) || mentions(words, term.term))
    .toSorted(byTerm)
}
