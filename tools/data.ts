import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type CatalogueEntry, summariseCase } from '../src/analysis/catalogue.ts'
import { findCoverage } from '../src/analysis/coverage.ts'
import type { Case } from '../src/model/case.ts'
import { parseCaseText } from '../src/model/parse-case.ts'
import { formatProblem } from '../src/model/problem.ts'
import { caseJsonSchema } from '../src/model/schema.ts'

interface Place {
  readonly root: string
  readonly cwd: string
}

function caseFiles(args: readonly string[], { root, cwd }: Place): string[] {
  if (args.length > 0) return args.map((arg) => path.resolve(cwd, arg))
  const folder = path.join(root, 'data', 'cases')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name))
}

function readCase(file: string): { readonly case?: Case; readonly problems: readonly string[] } {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (reason) {
    return { problems: [`the file: found nothing to read (${String(reason)}); expected a JSON case file.`] }
  }
  const parsed = parseCaseText(text)
  if (!parsed.ok) return { problems: parsed.problems.map(formatProblem) }
  const name = path.basename(file, '.json')
  if (parsed.value.id !== name)
    return { problems: [`id: found "${parsed.value.id}"; expected "${name}", the name of the file.`] }
  return { case: parsed.value, problems: [] }
}

function describe(of: Case): string {
  const { places, missing } = findCoverage(of)
  const due = places.filter((place) => place.carries !== 'method').length
  return [
    `${of.id}: ${of.events.length} events, ${of.findings.length} findings, ${of.agencies.length} agencies; ` +
      `${due - missing.length} of ${due} places with narrative, findings or recommendations are represented`,
    ...missing.map(
      (place) => `  not represented: ${place.ref}${place.title ? ` ${place.title}` : ''} (${place.carries})`,
    ),
  ].join('\n')
}

/** Validates the named case files, or all of `data/cases/`; without names, and when all is well, it also writes the JSON Schema and the library's catalogue. Returns the exit code. */
export function main(args: readonly string[], place: Place): number {
  let wrong = 0
  const catalogue: CatalogueEntry[] = []
  for (const file of caseFiles(args, place)) {
    const read = readCase(file)
    const name = path.relative(place.cwd, file)
    for (const problem of read.problems) console.error(`${name}: ${problem}`)
    wrong += read.problems.length
    if (read.case) {
      console.log(describe(read.case))
      catalogue.push(summariseCase(read.case))
    }
  }
  if (args.length === 0 && wrong === 0) {
    const write = (name: string, value: unknown) =>
      writeFileSync(path.join(place.root, 'data', name), `${JSON.stringify(value, null, 2)}\n`)
    write('case.schema.json', caseJsonSchema())
    write('catalogue.json', catalogue)
  }
  if (wrong > 0) console.error(`${wrong} ${wrong === 1 ? 'problem' : 'problems'} found.`)
  return wrong > 0 ? 1 : 0
}
