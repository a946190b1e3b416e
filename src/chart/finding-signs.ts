import type { SignMark } from '#layout/findings.ts'
import type { Hatch } from '#layout/hatch.ts'
import type { FindingKind } from '#model/vocabulary.ts'
import { EMPTY_CHAIR } from './symbols.ts'

/** What tells kinds of finding with the same sign from one another without colour: ends, hatches, and heads of dotted lines. */

export const SIGN_PATH: Readonly<Record<SignMark['sign'], string>> = {
  'good-practice': 'M-4.2 0.4L-1.2 3.4L4.6 -3.6',
  disagreement: 'M-4.4 -1.8H4.4M-4.4 1.8H4.4M2.6 -5L-2.6 5',
  'empty-chair': `${EMPTY_CHAIR}M-5 5.6L5 -5.6`,
  'no-minutes': 'M-3.4 -4.6H3.4V4.6H-3.4ZM-5 5L5 -5',
}

/** Where a request was never heard its line ends in a cross; where it was heard late, in an hourglass. */
export const CROSS = 'M-4.2 -4.2L4.2 4.2M-4.2 4.2L4.2 -4.2'
export const HOURGLASS = 'M-3.6 -4.8H3.6L-3.6 4.8H3.6Z'

const HATCH: Partial<Record<FindingKind, Hatch>> = {
  'information-not-shared': 'upright',
  'unaware-of-each-other': 'crossed',
  'record-error': 'squares',
}

/** The hatch that fills a gap. */
export function hatchOf(kind: FindingKind): Hatch {
  return HATCH[kind] ?? 'rising'
}

/** The head of a drifting line at 0: a bar for a delay, an empty box for what was not assessed, two bars for supervision, an arrow up for what was not taken further. */
export function headOfDrift(kind: FindingKind, half: number): string {
  const bar = `M0 ${-half}V${half}`
  const heads: Partial<Record<FindingKind, string>> = {
    'not-assessed': 'M-2.6 -2.6H2.6V2.6H-2.6Z',
    'supervision-gap': `${bar}M2.6 ${-half}V${half}`,
    'escalation-not-used': `${bar}M-2.4 ${2.4 - half}L0 ${-half}L2.4 ${2.4 - half}`,
  }
  return heads[kind] ?? bar
}
