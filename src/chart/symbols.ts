import type { EventType } from '#model/vocabulary.ts'

/**
 * One family of symbols on a 12 × 12 grid centred on 0, drawn to one optical size. `body` is filled when the date is
 * exact and outlined when it is not; `cut` is drawn over the body in the paper's colour; `line` always in the mark's.
 */
export interface SymbolShape {
  readonly body: string
  readonly cut?: string
  readonly line?: string
}

const disc = (r: number) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`

export const SYMBOLS: Readonly<Record<EventType, SymbolShape>> = {
  contact: { body: disc(4.6) },
  'missed-contact': { body: disc(4.6), cut: 'M-3.6 5L5 -3.6M-5 3.6L3.6 -5', line: 'M-5.2 5.2L5.2 -5.2' },
  concern: { body: 'M-5.4 -4.2H5.4L0 5.4Z' },
  referral: { body: 'M-4.2 -5.4L5.6 0L-4.2 5.4Z' },
  information: { body: 'M-5.6 -4H5.6V4H-5.6Z', cut: 'M-5 -3.4L0 1L5 -3.4' },
  assessment: { body: 'M-4.4 -4.4H4.4V4.4H-4.4Z' },
  meeting: { body: 'M0 -5.8L5.8 0L0 5.8L-5.8 0Z' },
  handover: { body: 'M-5.6 -5H-2.6L1 0L-2.6 5H-5.6L-2 0ZM0 -5H3L6.4 0L3 5H0L3.4 0Z' },
  decision: { body: 'M-2.8 -4.9H2.8L5.6 0L2.8 4.9H-2.8L-5.6 0Z' },
  care: { body: 'M-1.8 -5.4H1.8V-1.8H5.4V1.8H1.8V5.4H-1.8V1.8H-5.4V-1.8H-1.8Z' },
  legal: { body: 'M0 -5.4L5.6 4.4H-5.6Z' },
  supervision: { body: 'M-5 -4.2H5V-1.2H-5ZM-5 1.2H5V4.2H-5Z' },
  family: { body: 'M0 -5.6L5.8 -0.4H4.2V5H-4.2V-0.4H-5.8Z' },
  review: { body: 'M-3.8 -5.4H3.8V5.4L0 2.2L-3.8 5.4Z' },
}

/** A chair nobody sits on, from the side: who was expected and did not come. In the room of a circle of radius 6. */
export const EMPTY_CHAIR = 'M-4 -5.6L-2.8 0.8H3.6M-2.8 0.8L-3.6 5.6M3.6 0.8L4.4 5.6'
