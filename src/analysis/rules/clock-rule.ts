import type { Occasion } from './occasions.ts'

/**
 * Timescales as data, from section 4.3 of the project's domain research. `confirmed` is false for what stands there from
 * memory or from a secondary page: it is to be shown as unconfirmed until a primary source is found.
 */
export interface ClockRule {
  readonly id: string
  readonly title: string
  readonly nation: 'England' | 'Wales' | 'Scotland' | 'Northern Ireland'
  /** Only for cases whose area holds this text; every area when undefined. */
  readonly area?: string
  /** ISO days; in force on `validFrom`, no longer on `validTo`; null when still in force. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly authority: 'statute' | 'statutory guidance' | 'local procedure' | 'service aim'
  readonly edition: string
  readonly source: string
  readonly confirmed: boolean
  readonly start: Occasion
  readonly stop: Occasion
  readonly limit: number
  readonly unit: 'working days' | 'days' | 'months' | 'hours'
  /** What it means that no stop is in the chronology: `ask` raises a question, `ignore` does not, since the stop need not follow. */
  readonly whenStopMissing: 'ask' | 'ignore'
  /** Only a stop that the case links to the start counts: many responses follow many referrals. */
  readonly isLinked?: boolean
  /** What to look for, after the days: a question's second half. */
  readonly wording: string
}
