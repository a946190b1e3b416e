import type { Occasion } from './occasions.ts'

/**
 * Timescales as data. `confirmed` is true where a page that quotes or applies the guidance was read, false for what stands
 * from memory: that is to be shown as unconfirmed until a source is found.
 */
export interface ClockRule {
  /** The same for every edition; a local rule with the id of a national one stands in its place. */
  readonly id: string
  readonly title: string
  readonly nation: 'England' | 'Wales' | 'Scotland' | 'Northern Ireland'
  /** Only for cases whose area holds one of these names; every area when undefined. */
  readonly areas?: readonly string[]
  /** ISO days; in force on `validFrom`, no longer on `validTo`; null when still in force. */
  readonly validFrom: string
  readonly validTo: string | null
  /** When it began is not known: `validFrom` is the earliest day it is taken to hold. */
  readonly isUndated?: boolean
  readonly authority: 'statute' | 'statutory guidance' | 'local procedure' | 'service aim'
  readonly edition: string
  readonly source: string
  readonly confirmed: boolean
  readonly start: Occasion
  readonly stop: Occasion
  /** Null where guidance sets no number: the time is read and told, never asked about. */
  readonly limit: number | null
  /** The limit is the shortest time there should be, not the longest. */
  readonly isLeast?: boolean
  /** A stop sooner than this is not the one that is meant. */
  readonly notBefore?: number
  readonly unit: 'working days' | 'days' | 'months' | 'hours' | 'weeks of pregnancy'
  /** What it means that no stop is in the chronology: `ask` raises a question, `ignore` does not, since the stop need not follow. */
  readonly whenStopMissing: 'ask' | 'ignore'
  /** Only a stop that the case links to the start counts: a recipient's reply, the sender's chase, any answer. Many responses follow many referrals. */
  readonly isLinked?: 'reply' | 'chase' | 'answer'
  /** What to look for, after the days: a question's second half. */
  readonly wording: string
}
