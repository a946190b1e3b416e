import { type AccountsTold, tellAccounts } from '#analysis/rules/account-words.ts'
import { analyseCase } from '#analysis/rules/analyse.ts'
import { indexCase } from '#analysis/case-index.ts'
import { type ClockTold, tellClocks } from '#analysis/rules/clock-words.ts'
import type { Candidate } from '#analysis/rules/candidates.ts'
import type { Days } from '#analysis/certainty.ts'
import { cutAtHorizon } from '#analysis/knowledge/cut.ts'
import { type Meeting, tellMeetings } from '#analysis/rules/meeting-table.ts'
import type { Matrix } from '#analysis/knowledge/matrix.ts'
import type { Thresholds } from '#analysis/rules/thresholds.ts'
import { findCompared } from '#analysis/rules/tuning.ts'
import type { Case } from '#model/case.ts'
import { parseCaseText } from '#model/parse-case.ts'
import type { Instant } from '#model/time.ts'

/** What the page and the worker that runs the rules say to each other. */

export type Ask = {
  /** Which case, by a number of the page's. */
  readonly number: number
  /** The first moment after the last day to look at; undefined for the whole case. */
  readonly day: Instant | undefined
} & (
  | { readonly kind: 'rules'; readonly limits: Thresholds }
  | { readonly kind: 'lengths' }
  | { readonly kind: 'clocks' }
  | { readonly kind: 'meetings'; readonly limits: Thresholds }
  | { readonly kind: 'accounts'; readonly limits: Thresholds }
)

/** With the text of the case file when the desk does not hold that case yet: text travels quicker than a case. */
export type Letter = Ask & { readonly text: string | undefined }

export interface Noticed {
  readonly candidates: readonly Candidate[]
  readonly matrix: Matrix
}

export type Answer =
  | ({ readonly kind: 'rules' } & Noticed)
  /** The lengths each setting is compared with, by `keyOfSetting`. */
  | { readonly kind: 'lengths'; readonly lengths: ReadonlyMap<string, readonly Days[]> }
  | { readonly kind: 'clocks'; readonly clocks: readonly ClockTold[] }
  | { readonly kind: 'meetings'; readonly meetings: readonly Meeting[] }
  | { readonly kind: 'accounts'; readonly accounts: readonly AccountsTold[] }
  | { readonly kind: 'trouble'; readonly reason: string }

interface Held {
  readonly number: number
  readonly whole: Case
}

function readLetter({ number, text }: Letter, held: Held | undefined): Held {
  if (held?.number === number) return held
  const parsed = parseCaseText(text ?? '')
  // The page has read the same text before.
  if (!parsed.ok) throw new Error('the case could not be read a second time')
  return { number, whole: parsed.value }
}

/** Answers letters one after the other; holds the last case, and what was left of it at the last day. Trouble is an answer too. */
export function openDesk(): (letter: Letter) => Answer {
  let held: Held | undefined
  let cut: { readonly whole: Case; readonly day: Instant; readonly shown: Case } | undefined
  const look = (whole: Case, day: Instant | undefined): Case => {
    if (day === undefined) return whole
    if (cut?.whole !== whole || cut.day !== day) cut = { whole, day, shown: cutAtHorizon(whole, day) }
    return cut.shown
  }
  return (letter) => {
    try {
      held = readLetter(letter, held)
      const of = look(held.whole, letter.day)
      if (letter.kind === 'lengths') return { kind: 'lengths', lengths: findCompared(of) }
      if (letter.kind === 'clocks') return { kind: 'clocks', clocks: tellClocks(of) }
      if (letter.kind === 'meetings') return { kind: 'meetings', meetings: tellMeetings(indexCase(of), letter.limits) }
      if (letter.kind === 'accounts') return { kind: 'accounts', accounts: tellAccounts(of, letter.limits) }
      const { candidates, matrix } = analyseCase(of, letter.limits)
      return { kind: 'rules', candidates, matrix }
    } catch (reason) {
      return { kind: 'trouble', reason: reason instanceof Error ? reason.message : String(reason) }
    }
  }
}
