import type { Agency, Case, Fact } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import type { How } from '#model/vocabulary.ts'
import type { CaseIndex } from '#analysis/case-index.ts'
import { isPerhapsAfter, isSurelyAfter, type Lapse, measure, UNKNOWN_LAPSE } from '#analysis/certainty.ts'
import { findSpreading, sinceOf, type Spreading } from './reach.ts'
import { findMeetingPoints, type MeetingPoint } from '#analysis/meetings.ts'

/** What the chronology says of one fact and one agency. */
export type Cell =
  | {
      readonly state: 'knew' | 'in-part' | 'told-otherwise'
      readonly since: When | undefined
      readonly how: How
      readonly event: string | undefined
      /** From when anybody first knew; undefined for the first knower itself. */
      readonly lapse: Lapse | undefined
    }
  /** At a meeting with someone who knew, with no record of hearing it. */
  | { readonly state: 'in-the-room'; readonly event: string }
  /** Needed it, with no record of it. */
  | { readonly state: 'never' }
  | { readonly state: 'not-needed' }

/** One fact's row. */
export interface FactRow {
  readonly fact: Fact
  /** By agency id; every agency of `agencies` has one. */
  readonly cells: ReadonlyMap<string, Cell>
  /** The longest lag among agencies that needed it; Infinity when one never learned it. */
  readonly longestLag: number
}

export interface Matrix {
  /** In the case's order; those with neither knowledge nor need of any fact are left out, and so is the family. */
  readonly agencies: readonly Agency[]
  /** In the case's order of facts. */
  readonly rows: readonly FactRow[]
}

function findRoom(of: Case, meetings: readonly MeetingPoint[], fact: Fact, agency: string): string | undefined {
  return meetings.find(({ event, attendees }) => {
    const { when } = event
    const there = attendees.flatMap((one) => (one.attendance === 'attended' ? [one.agency.id] : []))
    if (!when || !there.includes(agency)) return false
    return fact.known.some((known) => {
      const since = sinceOf(of, known)
      return (
        known.agency !== agency && there.includes(known.agency) && since !== undefined && isSurelyAfter(when, since)
      )
    })
  })?.event.id
}

function readCell(of: Case, meetings: readonly MeetingPoint[], spreading: Spreading, agency: string): Cell {
  const { fact, first, firstSince } = spreading
  const all = fact.known.filter((known) => known.agency === agency)
  const best =
    all.find(({ extent }) => extent !== 'told-otherwise' && extent !== 'in-part') ??
    all.find(({ extent }) => extent === 'in-part') ??
    all[0]
  if (best) {
    const since = sinceOf(of, best)
    const isFirst = best === first || (first !== undefined && first.agency === agency)
    const lapse =
      since && firstSince ? (isPerhapsAfter(since, firstSince) ? measure(firstSince, since) : undefined) : UNKNOWN_LAPSE
    const state = best.extent === 'told-otherwise' || best.extent === 'in-part' ? best.extent : 'knew'
    return { state, since, how: best.how, event: best.event, lapse: isFirst ? undefined : lapse }
  }
  const room = findRoom(of, meetings, fact, agency)
  if (room !== undefined) return { state: 'in-the-room', event: room }
  return fact.neededBy.includes(agency) ? { state: 'never' } : { state: 'not-needed' }
}

/** Facts by agencies: when each learned what, how, and how long after the first; never; in the room without a record. Empty without facts. */
export function buildMatrix(index: CaseIndex): Matrix {
  const { of } = index
  const named = new Set(of.facts.flatMap(({ known, neededBy }) => [...known.map(({ agency }) => agency), ...neededBy]))
  const agencies = of.agencies.filter(({ id, family }) => named.has(id) && family !== 'child-and-family')
  const meetings = findMeetingPoints(of).filter(({ event }) => event.type === 'meeting')
  const rows = findSpreading(index).map((spreading): FactRow => {
    const cells = new Map(agencies.map(({ id }) => [id, readCell(of, meetings, spreading, id)]))
    const lags = spreading.needed.map(({ known, lapse }) =>
      known ? (Number.isFinite(lapse.most) ? lapse.most : lapse.least) : Infinity,
    )
    return { fact: spreading.fact, cells, longestLag: Math.max(0, ...lags) }
  })
  return { agencies, rows }
}

/** The rows by longest lag, never first; rows of one lag keep their order. */
export function sortByLag(matrix: Matrix): Matrix {
  return {
    ...matrix,
    rows: matrix.rows.toSorted((a, b) => (a.longestLag === b.longestLag ? 0 : b.longestLag - a.longestLag)),
  }
}
