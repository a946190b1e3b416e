import type { core } from 'zod/mini'

/** One thing wrong with a case file: where, what was found there, and what was expected instead. */
export interface Problem {
  /** The place as a person would point at it: `events[3].agencies[0].id`; `the file` for the whole. */
  readonly path: string
  readonly found: string
  readonly expected: string
}

type Key = string | number | symbol

/** `['events', 3, 'date']` as `events[3].date`; `the file` for an empty path. */
export function formatPath(keys: readonly Key[]): string {
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return path.replace(/^\./, '') || 'the file'
}

/** A problem as one sentence, without the file's name. */
export function formatProblem(problem: Problem): string {
  return `${problem.path}: found ${problem.found}; expected ${problem.expected}.`
}

/** A value as a short phrase for a person who does not program. */
export function formatFound(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (typeof value === 'string')
    return value === '' ? 'an empty text' : `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object') return 'an object'
  return typeof value === 'number' ? `the number ${value}` : JSON.stringify(value)
}

const KIND: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  array: 'a list in square brackets',
  object: 'an object in curly brackets',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
}

function valueAt(root: unknown, keys: readonly Key[]): unknown {
  let value = root
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function formatExpected(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KIND[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.length === 1
        ? formatFound(issue.values[0])
        : `one of ${issue.values.map((value) => formatFound(value)).join(', ')}`
    case 'too_big':
      return `at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`
    case 'too_small':
      if (issue.message.startsWith('at least')) return issue.message
      return issue.origin === 'string' ? 'a text that is not empty' : `at least ${issue.minimum}`
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message
    default:
      return issue satisfies never
  }
}

/** The schema's complaints about `root` as problems, in the order of the file; one problem per unknown key. */
export function problemsFrom(issues: readonly core.$ZodIssue[], root: unknown): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: formatPath([...issue.path, key]),
        found: 'a key that the format does not have',
        expected: 'it to be removed or its spelling corrected (FORMAT.md lists every key)',
      }))
    const found = valueAt(root, issue.path)
    const tooLong = issue.code === 'too_big' && typeof found === 'string'
    return [
      {
        path: formatPath(issue.path),
        found: tooLong ? `${found.length} characters, ${formatFound(found)}` : formatFound(found),
        expected: formatExpected(issue),
      },
    ]
  })
}
