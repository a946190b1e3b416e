import { readFileSync } from 'node:fs'
import path from 'node:path'
import { analyseCase } from '../src/analysis/rules/analyse.ts'
import { type Calibration, calibrate, shareOf } from '../src/analysis/rules/calibrate.ts'
import { describeAnalysis } from '../src/analysis/rules/report.ts'
import type { Case } from '../src/model/case.ts'
import { parseCaseText } from '../src/model/parse-case.ts'
import { formatProblem } from '../src/model/problem.ts'
import { FINDING_KIND_NAME } from '../src/model/vocabulary.ts'

interface Place {
  readonly root: string
  readonly cwd: string
}

/** The shipped reviews that date their events: what the rules can be measured against. */
const DATED = ['baby-k', 'child-m', 'child-v']

const USAGE = `Usage: npm run analyse -- <case file>
       npm run analyse -- --calibrate [--json] [case file…]`

function readCase(file: string, shown: string): Case | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (reason) {
    console.error(`${shown}: nothing to read there (${String(reason)})`)
    return undefined
  }
  const parsed = parseCaseText(text)
  if (parsed.ok) return parsed.value
  for (const problem of parsed.problems) console.error(`${shown}: ${formatProblem(problem)}`)
  return undefined
}

const share = (part: number, whole: number) => `${part} of ${whole} (${shareOf(part, whole)} %)`

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map(
      (row) =>
        `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
    )
    .join('\n')
}

function describeCalibration(of: Calibration): string {
  const { untraceable: un } = of
  return [
    `Cases: ${of.cases.join(', ')}`,
    '',
    `Findings raised        ${share(of.raised, of.traceable)} of the traceable ones; sharing an event with a candidate: ${share(of.raisedByEvidence, of.traceable)}`,
    `  with evidence        ${share(of.evidencedRaised, of.evidenced)} of those whose own events hold what a rule reads`,
    `Candidates confirmed   ${share(of.confirmed, of.candidates)}; sharing an event with a finding: ${share(of.confirmedByEvidence, of.candidates)}`,
    `Cannot tell            ${of.cannotTell} further candidates whose dates do not decide it; they count in neither share`,
    `Not traceable          ${un['good-practice']} good practice, ${un.judgement} judgements of quality, ${un['no-date']} without a date, ${un['no-agency']} without an agency`,
    '',
    'Traceable: a finding with a span or a dated event, with agencies, and of a kind some rule can raise. A finding is',
    'raised, and a candidate confirmed, when the two are of one nature, overlap in time and concern the same agencies.',
    '',
    table([
      ['Rule', 'candidates', 'confirmed', '%'],
      ...of.rules.map((one) => [
        one.rule,
        String(one.candidates),
        String(one.confirmed),
        String(shareOf(one.confirmed, one.candidates)),
      ]),
    ]),
    '',
    table([
      ['Kind of finding', 'traceable', 'raised', '%'],
      ...of.kinds.map((one) => [
        FINDING_KIND_NAME[one.kind],
        String(one.findings),
        String(one.raised),
        String(shareOf(one.raised, one.findings)),
      ]),
    ]),
    '',
    `Missed (${of.missed.length})`,
    ...of.missed.map((one) => `  ${one.case} ${one.finding} ${FINDING_KIND_NAME[one.kind]}: ${one.title} [${one.why}]`),
  ].join('\n')
}

/** Prints one case's analysis as JSON, or with `--calibrate` what the rules and the reviews have in common as a table or, with `--json`, as JSON. Returns the exit code: 1 when a file cannot be read, 2 when the command is not understood. */
export function main(args: readonly string[], { root, cwd }: Place): number {
  const flags = args.filter((arg) => arg.startsWith('-'))
  const names = args.filter((arg) => !arg.startsWith('-'))
  const isCalibration = flags.includes('--calibrate')
  const unknown = flags.filter((flag) => flag !== '--calibrate' && flag !== '--json')
  if (unknown.length > 0 || (!isCalibration && names.length !== 1)) {
    console.error(unknown.length > 0 ? `There is no option ${unknown.join(', ')}.\n${USAGE}` : USAGE)
    return 2
  }
  const files = names.map((name) => ({ file: path.resolve(cwd, name), shown: name }))
  const shipped = DATED.map((id) => ({ file: path.join(root, 'data', 'cases', `${id}.json`), shown: id }))
  const wanted = isCalibration && names.length === 0 ? shipped : files
  const cases = wanted.flatMap(({ file, shown }) => readCase(file, shown) ?? [])
  if (cases.length < wanted.length) return 1
  if (isCalibration) {
    const result = calibrate(cases)
    console.log(flags.includes('--json') ? JSON.stringify(result, null, 2) : describeCalibration(result))
    return 0
  }
  for (const of of cases) console.log(JSON.stringify(describeAnalysis(of, analyseCase(of)), null, 2))
  return 0
}
