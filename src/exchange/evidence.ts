import {
  CERTAINTY_NAME,
  describeLimit,
  formatDates,
  formatInterval,
  formatSides,
  RULE_NAME,
} from '#analysis/candidate-words.ts'
import type { Candidate } from '#analysis/candidates.ts'
import { citeReview, nameEdition } from '#analysis/view-words.ts'
import type { Case, CaseEvent, Finding } from '#model/case.ts'
import { FINDING_KIND_NAME } from '#model/vocabulary.ts'
import { formatLength, formatWhen } from '#model/words.ts'

/** Something the reviewer keeps, with the note of why. */
export type Kept = { readonly note: string } & (
  | { readonly kind: 'candidate'; readonly candidate: Candidate }
  | { readonly kind: 'finding'; readonly finding: Finding }
)

/** What goes out: the things kept and everything they depend on. */
export interface Evidence {
  readonly of: Case
  readonly kept: readonly Kept[]
  /** The filter in words, a sentence. */
  readonly filter: string
  /** The thresholds in words, one each; those not at their default say so. */
  readonly thresholds: readonly string[]
  /** The day after which nothing was looked at, in words; undefined for the whole case. */
  readonly horizon: string | undefined
}

const WHO_SAYS = [
  'Questions were noticed by rules in this program; they are questions, never findings.',
  'Findings are the review’s own. Notes are the reviewer’s.',
  'Quiet in a published chronology is not quiet in the record.',
] as const

interface Line {
  readonly who: string
  readonly what: string
  readonly text: string
  readonly dates: string
  readonly interval: string
  readonly certainty: string
  readonly agencies: string
  readonly compared: string
  readonly source: string
  readonly meets: string
  readonly events: readonly CaseEvent[]
  readonly citations: string
  readonly note: string
}

function cite(all: readonly { readonly source: readonly string[] }[]): string {
  return [...new Set(all.flatMap(({ source }) => source))].join(' · ')
}

function candidateLine(of: Case, one: Candidate, note: string): Line {
  const events = one.events.flatMap((id) => of.eventById.get(id) ?? [])
  const findings = one.matches.flatMap((id) => of.findingById.get(id) ?? [])
  const { words, source, isUnconfirmed } = describeLimit(one.limit, of.agencyById.get(one.holders[0] ?? '')?.family)
  return {
    who: findings.length > 0 ? 'noticed by a rule; the review says so too' : 'noticed by a rule alone',
    what: RULE_NAME[one.rule],
    text: one.text,
    dates: formatDates(one),
    interval: formatInterval(one) ?? '',
    certainty: CERTAINTY_NAME[one.certainty],
    agencies: formatSides(of, one),
    compared: words,
    source: `${source ?? ''}${isUnconfirmed ? ' (unconfirmed)' : ''}`.trim(),
    meets: findings.map(({ title }) => title).join('; '),
    events,
    citations: cite([...events, ...findings]),
    note,
  }
}

function findingLine(of: Case, one: Finding, note: string): Line {
  const events = one.events.flatMap((id) => of.eventById.get(id) ?? [])
  return {
    who: one.basis === 'stated' ? 'the review says' : 'read from the review by the transcriber',
    what: FINDING_KIND_NAME[one.kind],
    text: `${one.title}. ${one.detail}`,
    dates: formatWhen(one.when, 'short'),
    interval: formatLength(one.when) ?? '',
    certainty: '',
    agencies: formatSides(of, one),
    compared: '',
    source: '',
    meets: '',
    events,
    citations: cite([one, ...events]),
    note,
  }
}

function linesOf({ of, kept }: Evidence): readonly Line[] {
  return kept.map((one) =>
    one.kind === 'candidate' ? candidateLine(of, one.candidate, one.note) : findingLine(of, one.finding, one.note),
  )
}

/** What every export says of itself, a sentence each: case, edition, review, filter, thresholds, horizon, who says so. */
function describeExport({ of, filter, thresholds, horizon }: Evidence): readonly string[] {
  return [
    nameEdition(of),
    citeReview(of),
    filter,
    ...(horizon === undefined ? [] : [`Nothing after ${horizon} was looked at.`]),
    `Thresholds: ${thresholds.join('; ')}.`,
    ...WHO_SAYS,
  ]
}

/** Signs that Markdown would read as its own are kept as they stand. */
const plain = (text: string) => text.replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')

function markdownLine(line: Line, place: number): string {
  const item = (name: string, value: string) => (value === '' ? [] : [`- ${name}: ${plain(value)}`])
  const events = line.events.map(
    ({ title, when, source }) => `  - ${plain(`${formatWhen(when, 'short')}: ${title} (${source.join(' · ')})`)}`,
  )
  return [
    `## ${place + 1}. ${plain(line.what)}`,
    '',
    plain(line.text),
    '',
    ...item('Who says so', line.who),
    ...item('When', line.dates),
    ...item('How long', line.interval),
    ...item('How sure', line.certainty),
    ...item('Agencies', line.agencies),
    ...item('Compared with', line.compared),
    ...item('Where that number comes from', line.source),
    ...item('The review’s finding', line.meets),
    ...item('Places in the review', line.citations),
    ...item('Reviewer’s note', line.note),
    ...(events.length > 0 ? ['- Evidence:', ...events] : []),
  ].join('\n')
}

/** What was kept as Markdown, in the order given, after what it depends on; says so when nothing was kept. Ends with a line break. */
export function writeMarkdown(evidence: Evidence): string {
  const lines = linesOf(evidence).map(markdownLine)
  return `${[
    `# Evidence: ${plain(evidence.of.title)}`,
    describeExport(evidence)
      .map((sentence) => `- ${plain(sentence)}`)
      .join('\n'),
    ...(lines.length > 0 ? lines : ['Nothing was kept.']),
  ].join('\n\n')}\n`
}

/** A cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** What was kept as comma-separated values, a row each in the order given, under headings; what it depends on stands in its last column of every row. Ends with a line break. */
export function writeCsv(evidence: Evidence): string {
  const heading = [
    'No.',
    'What',
    'Text',
    'Who says so',
    'When',
    'How long',
    'How sure',
    'Agencies',
    'Compared with',
    'Where that number comes from',
    'The review’s finding',
    'Evidence',
    'Places in the review',
    'Reviewer’s note',
    'About this table',
  ]
  const about = describeExport(evidence).join(' ')
  const rows = linesOf(evidence).map((line, place) => [
    String(place + 1),
    line.what,
    line.text,
    line.who,
    line.dates,
    line.interval,
    line.certainty,
    line.agencies,
    line.compared,
    line.source,
    line.meets,
    line.events.map(({ title, when }) => `${formatWhen(when, 'short')}: ${title}`).join('; '),
    line.citations,
    line.note,
    about,
  ])
  // The mark at the start tells a spreadsheet that the text is Unicode.
  return `\uFEFF${[heading, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
