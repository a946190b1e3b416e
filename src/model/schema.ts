import * as z from 'zod/mini'
import { parseEdtf } from './edtf.ts'
import {
  CONCERNS,
  EVENT_TYPES,
  EXTENTS,
  FAMILIES,
  FINDING_KINDS,
  HOWS,
  LINK_KINDS,
  NATIONS,
  OUTCOMES,
  PERIOD_KINDS,
  REVIEW_KINDS,
  ROLES,
  SECTION_CARRIES,
  SERVICES,
} from './vocabulary.ts'

/**
 * The shape of a case file, format 1. Types are inferred from it and `data/case.schema.json` is written from it;
 * what a shape cannot say (ids that exist, roles that fit) is in `references.ts`. FORMAT.md tells it in prose.
 */

// Zod probes `new Function` unless told not to, which a strict content security policy reports.
z.config({ jitless: true })

const says = z.describe
const text = (about: string) => z.string().check(z.trim(), z.minLength(1), says(about))
const shortText = (most: number, about: string) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), says(about))
const id = (about: string) =>
  z
    .string()
    .check(
      z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'an id in lower case letters, digits and single hyphens' }),
      says(about),
    )
const ids = (about: string) => z.readonly(z.array(id(about)))
const edtf = (about: string) =>
  z.string().check(
    z.check<string>((of) => {
      const parsed = parseEdtf(of.value)
      if (!parsed.ok) of.issues.push({ code: 'custom', input: of.value, message: parsed.expected })
    }),
    says(`${about} EDTF (ISO 8601-2 level 1).`),
  )
const refs = z.readonly(
  z
    .array(text('A place in the review, as printed there and listed in `sections`.'))
    .check(z.minLength(1, { error: 'at least one place in the review' })),
)

const known = z.strictObject({
  agency: id('The agency that knew.'),
  since: z.optional(edtf('When it came to know; left out when the source does not say.')),
  how: z.enum(HOWS),
  extent: z.optional(z.enum(EXTENTS)),
  event: z.optional(id('The event at which it came to know.')),
  note: z.optional(text('What exactly it knew, in our words.')),
  source: refs,
})

const person = z.strictObject({
  id: id('Used by events and `subject`.'),
  name: text('As the review calls them: already anonymised there.'),
  relation: text('To the subject: mother, twin brother, maternal grandmother.'),
  born: z.optional(z.nullable(edtf('Date of birth as published.'))),
  died: z.optional(z.nullable(edtf('Date of death as published.'))),
})

const agency = z.strictObject({
  id: id('Used by events, findings and facts. The same agency has the same id in every case.'),
  name: shortText(44, 'The team that acted, as the people in the case would name it.'),
  code: z
    .string()
    .check(
      z.regex(/^[A-Z0-9&]{1,5}$/, { error: 'a code of 1 to 5 capital letters or digits' }),
      says('Short code for chips and lists.'),
    ),
  family: z.enum(FAMILIES),
  service: z.enum(SERVICES),
  partOf: z.optional(text('The organisation it belongs to.')),
  involved: z.readonly(z.array(edtf('A stretch of involvement; outside them quiet is not silence.'))),
})

const period = z.strictObject({
  id: id('Names the period.'),
  title: shortText(60, 'Read on the chart.'),
  kind: z.enum(PERIOD_KINDS),
  span: z.nullable(edtf('When; null when the review gives no dates, and `from` and `to` place it.')),
  spanText: z.optional(text('The source’s own form where ours interprets it.')),
  from: z.optional(id('The event it starts at, when `span` is null.')),
  to: z.optional(id('The event it ends at, when `span` is null.')),
  agencies: ids('Lanes it belongs to; empty for the whole chart.'),
  people: z.optional(ids('Whom it is about.')),
  source: refs,
})

const event = z.strictObject({
  id: id('Stable: links, notes and shared addresses use it.'),
  date: z.nullable(edtf('When; null for an undated event, whose place in the file is its place in order.')),
  dateText: z.optional(text('The source’s own form where `date` interprets it.')),
  after: z.optional(id('The event this one is known to follow.')),
  type: z.enum(EVENT_TYPES),
  title: shortText(60, 'Read on the chart.'),
  detail: z.optional(text('What the source records, in our words.')),
  agencies: z.readonly(
    z
      .array(z.strictObject({ id: id('An agency of this case.'), role: z.enum(ROLES) }))
      .check(z.minLength(1, { error: 'at least one agency' })),
  ),
  people: z.optional(ids('People of this case.')),
  outcome: z.optional(z.enum(OUTCOMES)),
  concern: z.optional(z.enum(CONCERNS)),
  links: z.optional(z.readonly(z.array(z.strictObject({ kind: z.enum(LINK_KINDS), event: id('The other event.') })))),
  child: z.optional(
    z.strictObject({
      seen: z.boolean(),
      alone: z.optional(z.boolean()),
      who: z.optional(ids('Which children, when not all.')),
      voice: z.optional(text('What the child said or showed, in our words.')),
    }),
  ),
  accounts: z.optional(
    z.readonly(
      z.array(
        z.strictObject({
          agency: z.optional(id('Whose account, when an agency’s.')),
          person: z.optional(id('Whose account, when a person’s.')),
          says: text('The account, in our words.'),
          source: refs,
        }),
      ),
    ),
  ),
  actions: z.optional(
    z.readonly(
      z.array(
        z.strictObject({
          title: shortText(90, 'What was agreed to be done.'),
          agencies: ids('Who was to do it; empty when nobody is named.'),
          by: z.optional(edtf('By when.')),
          done: z.optional(id('The event that shows it done; left out when none does.')),
        }),
      ),
    ),
  ),
  known: z.optional(z.readonly(z.array(known))),
  sensitive: z.optional(z.boolean().check(says('Folded away until the reader opens it.'))),
  source: refs,
})

const fact = z.strictObject({
  id: id('Names the fact.'),
  title: shortText(90, 'A piece of information whose spread can be followed.'),
  arose: z.optional(edtf('When there was something to know.')),
  known: z.readonly(z.array(known)),
  neededBy: ids('Agencies that needed it.'),
  sensitive: z.optional(z.boolean()),
  source: refs,
})

const finding = z.strictObject({
  id: id('Stable: links and decisions use it.'),
  kind: z.enum(FINDING_KINDS),
  span: z.nullable(edtf('The stretch the review speaks of; null when it gives none.')),
  title: shortText(80, 'Read on the chart.'),
  detail: text('What the review says, in our words.'),
  holders: ids('Who held it, or should have acted.'),
  receivers: ids('Who should have received it.'),
  expected: z.optional(text('What the review would have expected.')),
  events: ids('The events it rests on.'),
  basis: z.enum(['stated', 'inferred']),
  source: refs,
})

const episode = z.strictObject({
  id: id('Names the episode.'),
  title: shortText(60, 'A stretch worth stopping at.'),
  span: z.nullable(edtf('From and to.')),
  question: text('Works in a room, gives no ending away.'),
  prompts: z.readonly(z.array(text('A follow-up question.'))),
  watchFor: z.optional(text('For the trainer: what groups tend to miss.')),
  events: ids('The events to show, in order.'),
  findings: ids('What the review found here.'),
  source: refs,
})

export const caseSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  id: id('Also the file’s name.'),
  version: z
    .int()
    .check(z.minimum(1), z.describe('The edition of this file, raised with every correction that is published.')),
  title: shortText(40, 'As the review names the child.'),
  summary: text('Two or three sentences that do not tell the outcome.'),
  outcome: text('One sentence; hidden while the horizon hides the ending.'),
  contentNote: z.readonly(z.array(text('A topic to be told of before reading.'))),
  subject: id('The person whose line is drawn.'),
  review: z.strictObject({
    kind: z.enum(REVIEW_KINDS),
    title: text('As published.'),
    publisher: text('The board or partnership.'),
    authors: z.readonly(z.array(text('As published.'))),
    published: z.nullable(edtf('Date of publication; null when the report gives none.')),
    period: z.nullable(edtf('The period under review: the first view of the case. Null when the report gives none.')),
    nation: z.enum(NATIONS),
    area: text('The local area.'),
  }),
  sections: z.readonly(
    z.array(
      z.strictObject({
        ref: text('As printed.'),
        title: z.optional(text('Its heading.')),
        carries: z.enum(SECTION_CARRIES),
      }),
    ),
  ),
  people: z.readonly(z.array(person)),
  agencies: z.readonly(z.array(agency).check(z.minLength(1, { error: 'at least one agency' }))),
  periods: z.readonly(z.array(period)),
  events: z.readonly(z.array(event)),
  facts: z.readonly(z.array(fact)),
  findings: z.readonly(z.array(finding)),
  episodes: z.readonly(z.array(episode)),
  themes: z.readonly(
    z.array(
      z.strictObject({
        id: id('One of `data/themes.json`, or local to this case when it has a title.'),
        title: z.optional(text('Only for a theme that is not in `data/themes.json`.')),
        findings: ids('Findings of this case.'),
      }),
    ),
  ),
  recommendations: z.readonly(
    z.array(
      z.strictObject({
        ref: text('As printed.'),
        to: ids('Agencies of this case it speaks to.'),
        text: text('In our words.'),
        findings: ids('The findings it answers.'),
      }),
    ),
  ),
  discrepancies: z.readonly(
    z.array(
      z.strictObject({
        title: shortText(100, 'Where the review disagrees with itself.'),
        detail: text('Both readings, and which one we followed.'),
        events: ids('The events it touches.'),
        source: refs,
      }),
    ),
  ),
  silent: z.readonly(z.array(text('Something the source does not say that a reader would look for.'))),
  glossary: z.readonly(z.array(z.strictObject({ term: text('As used.'), meaning: text('In plain English.') }))),
})

/** A case file as it is written, before dates are read and references checked. */
export type CaseFile = z.infer<typeof caseSchema>

/** The JSON Schema (2020-12) that editors use, as a plain object. */
export function caseJsonSchema(): object {
  return { title: 'Throughline case file, format 1', ...z.toJSONSchema(caseSchema, { io: 'input' }) }
}
