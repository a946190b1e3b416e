import { buildCase, type Case } from './case.ts'
import { formatFound, type Problem, problemsFrom } from './problem.ts'
import { findBrokenReferences } from './references.ts'
import { caseSchema } from './schema.ts'

export type CaseResult =
  | { readonly ok: true; readonly value: Case }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** An unknown value as a case, or every problem it has: first those of shape, and only when there are none, those of reference. */
export function parseCase(value: unknown): CaseResult {
  const version = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (typeof version === 'number' && version > 1)
    return refuse([
      { path: 'format', found: formatFound(version), expected: 'format 1: this file needs a newer Throughline' },
    ])
  const shaped = caseSchema.safeParse(value)
  if (!shaped.success) return refuse(problemsFrom(shaped.error.issues, value))
  const broken = findBrokenReferences(shaped.data)
  return broken.length > 0 ? refuse(broken) : { ok: true, value: buildCase(shaped.data) }
}

/** The text of a case file as a case; text that is not JSON is one problem, with the reason the parser gave. */
export function parseCaseText(text: string): CaseResult {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason)
    return refuse([{ path: 'the file', found: `text that is not JSON (${why})`, expected: 'a JSON case file' }])
  }
  return parseCase(value)
}

function refuse(problems: readonly Problem[]): CaseResult {
  return { ok: false, problems }
}
