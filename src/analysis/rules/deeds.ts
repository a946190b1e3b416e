import type { CaseEvent } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { isPerhapsAfter } from '#analysis/certainty.ts'
import { type CaseIndex, windowOf } from '#analysis/case-index.ts'
import { type Line, lineOf, walkFrom } from '#analysis/line.ts'
import { perIndex } from './per-index.ts'

/** Reading from words whether something that was to be done was done: what a chronology says in a sentence and in no field. */

/** Words too common to tell one deed from another. */
const COMMON =
  /^(about|after|again|agree[ds]?|asked|arranged?|made|make|sought|offer(ed)?|given|give|sent|send|held|hold|complete[ds]?|consider(ed)?|review(ed)?|will|with|from|that|this|have|been|being|child|children|family|mother|father|parents?|their|should|would|could|further|within|before|until|which|when|then|days?|weeks?|months?|fortnight|event|meeting)$/i

/** Words of a sentence that says that something was not done, or only that somebody would or should. */
const UNDONE =
  /\b(agree(s|d)? to|advis(es|ed)|not|never|nobody|no|none|outstanding|still|yet|without|fail(s|ed)?|overdue|refus(es|ed))\b/i

/** Who does things, besides the agencies by their names. */
const DOERS =
  /^(workers?|nurses?|visitors?|midwi(fe|ves)|officers?|managers?|teachers?|doctors?|consultants?|paediatricians?|psychiatrists?|practitioners?|chair|lead|team|services?|care|police|practice|school|nursery|surgery|hospital|clinic|housing|probation|project|gp|csc|camhs|mash|idva)$/i

const DURATION_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14, month: 31 }
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  the: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
}

/** The telling words of a sentence, cut to where "assess" and "assessment" are one. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? []
  return new Set(words.filter((word) => !COMMON.test(word) && !DOERS.test(word)).map((word) => word.slice(0, 5)))
}

const sentencesOf = (text: string) => text.split(/(?<=[.;:!?])\s+/).filter((sentence) => sentence !== '')

/** Something that a sentence says is to be done. */
export interface Told {
  /** The words after "to" or "will". */
  readonly title: string
  /** Agencies whose names hold the one who is to do it; empty when only a role is named. */
  readonly agencies: readonly string[]
  /** Days that the sentence gives for it; undefined without any. */
  readonly days: number | undefined
}

const wordsOfNames = perIndex((index: CaseIndex): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const { id, name, family } of index.of.agencies) {
    if (family === 'child-and-family') continue
    for (const word of new Set(name.toLowerCase().match(/[a-z]{2,}/g) ?? [])) {
      if (word === 'and' || word === 'of' || word === 'the' || word === 'for') continue
      found.set(word, [...(found.get(word) ?? []), id])
    }
  }
  return found
})

/** How far into a clause its doer may stand: "Social worker and health visitor to …". */
const DOER_WITHIN = 7

/** What the sentences of a text say that somebody is to do, in order: "Police to serve a notice within two weeks". Empty when none does. */
export function readTold(index: CaseIndex, text: string): readonly Told[] {
  const named = wordsOfNames(index)
  return sentencesOf(text).flatMap((sentence): Told[] => {
    const words = sentence.replaceAll(/[.;:!?,]/g, '').split(/\s+/)
    const at = words.findIndex((word, place) => {
      if (!/^(to|will)$/i.test(word) || place === 0 || place > DOER_WITHIN) return false
      const before = words[/^(is|are)$/i.test(words[place - 1] ?? '') ? place - 2 : place - 1] ?? ''
      return DOERS.test(before) || named.has(before.toLowerCase())
    })
    const rest = at < 0 ? [] : words.slice(at + 1)
    if (rest.length < 2 || /^not$/i.test(rest[0] ?? '')) return []
    const doers = words.slice(0, at).map((word) => word.toLowerCase())
    const agencies = [...new Set(doers.flatMap((word) => named.get(word) ?? []))]
    return [{ title: rest.join(' '), agencies, days: readDays(sentence) }]
  })
}

function readDays(sentence: string): number | undefined {
  const found = /\bwithin (\w+) (day|week|fortnight|month)s?\b/i.exec(sentence)
  if (!found) return undefined
  const count = COUNTS[(found[1] ?? '').toLowerCase()] ?? Number(found[1])
  const unit = DURATION_DAYS[(found[2] ?? '').toLowerCase()]
  return Number.isFinite(count) && unit !== undefined ? count * unit : undefined
}

/** The sentences of an event that say that something happened. */
const doneSentencesOf = ({ title, detail }: CaseEvent) =>
  [title, ...sentencesOf(detail ?? '')].filter((sentence) => !UNDONE.test(sentence))

interface Deeds {
  readonly line: Line
  readonly undated: readonly CaseEvent[]
}

/** The events whose words hold each telling one, to walk along. */
const deedsByStem = perIndex((index: CaseIndex): ReadonlyMap<string, Deeds> => {
  const events = new Map<string, CaseEvent[]>()
  for (const event of index.events)
    for (const stem of new Set(doneSentencesOf(event).flatMap((sentence) => [...stemsOf(sentence)]))) {
      const list = events.get(stem)
      if (list) list.push(event)
      else events.set(stem, [event])
    }
  return new Map(
    [...events].map(([stem, list]) => [stem, { line: lineOf(list), undated: list.filter((one) => !one.when) }]),
  )
})

/**
 * The first event from a date on that reads like a deed: one of its sentences that says that something happened holds two of
 * the deed's telling words, or its only one. `undefined` when none does; an undated one that can have come then is given when
 * no dated one is.
 */
export function findAlike(
  index: CaseIndex,
  deed: string,
  from: When,
  except: ReadonlySet<string>,
): CaseEvent | undefined {
  const asked = stemsOf(deed)
  const enough = Math.min(2, asked.size)
  if (enough === 0) return undefined
  const isDeed = (event: CaseEvent) =>
    !except.has(event.id) &&
    doneSentencesOf(event).some((sentence) => {
      const stems = stemsOf(sentence)
      return [...asked].filter((stem) => stems.has(stem)).length >= enough
    })
  // What holds two of the words holds one beside the commonest.
  const rarest = [...asked]
    .flatMap((stem) => deedsByStem(index).get(stem) ?? [])
    .toSorted((a, b) => a.line.events.length - b.line.events.length)
    .slice(0, asked.size - enough + 1)
  let found: CaseEvent | undefined
  for (const { line } of rarest)
    for (const event of walkFrom(line, from)) {
      if (!event.when || !isPerhapsAfter(event.when, from) || !isDeed(event)) continue
      if (!found?.when || event.when.span.start < found.when.span.start) found = event
      break
    }
  const canFollow = (event: CaseEvent) => windowOf(index.of, event).end > from.span.start
  return found ?? rarest.flatMap(({ undated }) => undated).find((event) => canFollow(event) && isDeed(event))
}
