import {
  describeLimit,
  formatCertainty,
  formatDates,
  formatInterval,
  formatSides,
  RULE_NAME,
} from '#analysis/rules/candidate-words.ts'
import type { Candidate } from '#analysis/rules/candidates.ts'
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

export const NOTHING = 'Nothing was kept.'

const WHO_SAYS = [
  'Questions were noticed by rules in this program; they are questions, never findings.',
  'Findings are the review’s own. Notes are the reviewer’s.',
  'Quiet in a published chronology is not quiet in the record.',
] as const

/** One thing kept, as every format tells it; a field without words is empty. */
export interface Entry {
  readonly what: string
  /** The review's own title of a finding; a question has none. */
  readonly title: string
  readonly text: string
  readonly who: string
  readonly dates: string
  readonly interval: string
  readonly certainty: string
  readonly agencies: string
  readonly compared: string
  readonly source: string
  readonly meets: string
  readonly citations: string
  readonly note: string
  /** "Oct 2013: Ms W speaks of drinking", and its places in the review. */
  readonly events: readonly { readonly words: string; readonly citation: string }[]
}

/** The fields of an entry beside its text, by the names every format gives them, in their order. */
export const FIELDS = [
  ['Who says so', 'who'],
  ['When', 'dates'],
  ['How long', 'interval'],
  ['How sure', 'certainty'],
  ['Agencies', 'agencies'],
  ['Compared with', 'compared'],
  ['Where that number comes from', 'source'],
  ['The review’s finding', 'meets'],
  ['Places in the review', 'citations'],
  ['Reviewer’s note', 'note'],
] as const satisfies readonly (readonly [string, keyof Entry])[]

/** Everything an export says, before it has a format. */
export interface Account {
  readonly title: string
  /** What it says of itself, a sentence each: case, edition, review, filter, thresholds, horizon, who says so. */
  readonly about: readonly string[]
  readonly entries: readonly Entry[]
}

function cite(all: readonly { readonly source: readonly string[] }[]): string {
  return [...new Set(all.flatMap(({ source }) => source))].join(' · ')
}

function listEvents(events: readonly CaseEvent[]): Entry['events'] {
  return events.map(({ title, when, source }) => ({
    words: `${formatWhen(when, 'short')}: ${title}`,
    citation: source.join(' · '),
  }))
}

function candidateEntry(of: Case, one: Candidate, note: string): Entry {
  const events = one.events.flatMap((id) => of.eventById.get(id) ?? [])
  const findings = one.matches.flatMap((id) => of.findingById.get(id) ?? [])
  const { words, source, isUnconfirmed } = describeLimit(one.limit, of.agencyById.get(one.holders[0] ?? '')?.family)
  return {
    who: findings.length > 0 ? 'noticed by a rule; the review says so too' : 'noticed by a rule alone',
    what: RULE_NAME[one.rule],
    title: '',
    text: one.text,
    dates: formatDates(one),
    interval: formatInterval(one) ?? '',
    certainty: formatCertainty(one),
    agencies: formatSides(of, one),
    compared: words,
    source: `${source ?? ''}${isUnconfirmed ? ' (unconfirmed)' : ''}`.trim(),
    meets: findings.map(({ title }) => title).join('; '),
    events: listEvents(events),
    citations: cite([...events, ...findings]),
    note,
  }
}

function findingEntry(of: Case, one: Finding, note: string): Entry {
  const events = one.events.flatMap((id) => of.eventById.get(id) ?? [])
  return {
    who: one.basis === 'stated' ? 'the review says' : 'read from the review by the transcriber',
    what: FINDING_KIND_NAME[one.kind],
    title: one.title,
    text: one.detail,
    dates: formatWhen(one.when, 'short'),
    interval: formatLength(one.when) ?? '',
    certainty: '',
    agencies: formatSides(of, one),
    compared: '',
    source: '',
    meets: '',
    events: listEvents(events),
    citations: cite([one, ...events]),
    note,
  }
}

/** What is said of the things kept, in the order given, and of what it all depends on. */
export function giveAccount({ of, kept, filter, thresholds, horizon }: Evidence): Account {
  return {
    title: `Evidence: ${of.title}`,
    about: [
      nameEdition(of),
      citeReview(of),
      filter,
      ...(horizon === undefined ? [] : [`Nothing after ${horizon} was looked at.`]),
      `Thresholds: ${thresholds.join('; ')}.`,
      ...WHO_SAYS,
    ],
    entries: kept.map((one) =>
      one.kind === 'candidate' ? candidateEntry(of, one.candidate, one.note) : findingEntry(of, one.finding, one.note),
    ),
  }
}

/** "Delayed referral: GP1 has worries; no referral". */
export const nameEntry = ({ what, title }: Entry) => (title === '' ? what : `${what}: ${title}`)

/** An event as evidence; its places stand in brackets, since they have round ones of their own. */
export const nameEvent = ({ words, citation }: Entry['events'][number]) => `${words} [${citation}]`

/** Signs that Markdown would read as its own are kept as they stand. */
const plain = (text: string) => text.replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')

function markdownEntry(entry: Entry, place: number): string {
  const fields = FIELDS.flatMap(([name, key]) => (entry[key] === '' ? [] : [`- ${name}: ${plain(entry[key])}`]))
  const events = entry.events.map((one) => `  - ${plain(nameEvent(one))}`)
  return [
    `## ${place + 1}. ${plain(nameEntry(entry))}`,
    '',
    plain(entry.text),
    '',
    ...fields,
    ...(events.length > 0 ? ['- Evidence:', ...events] : []),
  ].join('\n')
}

/** What was kept as Markdown, in the order given, after what it depends on; says so when nothing was kept. Ends with a line break. */
export function writeMarkdown(evidence: Evidence): string {
  const { title, about, entries } = giveAccount(evidence)
  return `${[
    `# ${plain(title)}`,
    about.map((sentence) => `- ${plain(sentence)}`).join('\n'),
    ...(entries.length > 0 ? entries.map(markdownEntry) : [NOTHING]),
  ].join('\n\n')}\n`
}

/** A cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** What was kept as comma-separated values, a row each in the order given, under headings; what it depends on stands in its last column of every row. Ends with a line break. */
export function writeCsv(evidence: Evidence): string {
  const { about, entries } = giveAccount(evidence)
  const heading = ['No.', 'What', 'Text', ...FIELDS.map(([name]) => name), 'Evidence', 'About this table']
  const rows = entries.map((entry, place) => [
    String(place + 1),
    entry.what,
    [entry.title, entry.text].filter(Boolean).join('. '),
    ...FIELDS.map(([, key]) => entry[key]),
    entry.events.map(({ words }) => words).join('; '),
    about.join(' '),
  ])
  // The mark at the start tells a spreadsheet that the text is Unicode.
  return `\uFEFF${[heading, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
