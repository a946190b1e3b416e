import { type Agency, type CaseEvent, readDate } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { type CaseIndex, DIRECT_WORK, eventsOf, isSocialCare } from '#analysis/case-index.ts'
import { isPerhapsAfter, judge, type Lapse, measure } from '#analysis/certainty.ts'
import { namesOf, notice, type Noticed } from './candidates.ts'
import { NETWORK_SERVICES, ON_DEMAND_SERVICES, UNIVERSAL_SERVICES, type Thresholds } from './thresholds.ts'
import { perIndex } from './per-index.ts'

/** Every child has a GP and a school: two such services are asked about only when a school term passes without a word, and never when one is only called upon. */
const UNIVERSAL_DAYS = 91

const areUniversal = (a: Agency, b: Agency) => [a, b].every(({ service }) => UNIVERSAL_SERVICES.has(service))

/** Two agencies that worked with the family over the same stretch with nothing passing between them. */
export interface Beside {
  /** Agency ids, sorted. */
  readonly agencies: readonly [string, string]
  /** The first and last piece of direct work that falls in the shared stretch. */
  readonly from: CaseEvent
  readonly to: CaseEvent
  /** From the later of the two first pieces of work to the earlier of the two last ones, or to the first contact between them. */
  readonly lapse: Lapse
  /** The first event that the two share; what ended it. Undefined when there is none. */
  readonly until: CaseEvent | undefined
}

function workOf(index: CaseIndex, agency: Agency): readonly CaseEvent[] {
  return eventsOf(index, agency.id).filter(
    (event) =>
      event.when !== undefined &&
      DIRECT_WORK.has(event.type) &&
      event.agencies.some(({ id, role }) => id === agency.id && (role === 'lead' || role === 'attended')),
  )
}

/** The key of two agencies, the same either way round. */
const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Whether a date of learning, if given, may be that of the event itself. */
function wasKnownThen({ when }: CaseEvent, since: string | undefined): boolean {
  const learned = readDate(since)
  return !learned || !when || isPerhapsAfter(when, learned)
}

/** Who learned of an event when it happened: those who took part, those the case says knew of it then, and, with one team of social care, its other teams. */
function knowersOf(index: CaseIndex, event: CaseEvent): readonly string[] {
  const ids = new Set(
    event.agencies.flatMap(({ id, role }) => (role === 'absent' || role === 'not-invited' ? [] : [id])),
  )
  for (const { agency, since, extent } of event.known ?? [])
    if (extent !== 'told-otherwise' && wasKnownThen(event, since)) ids.add(agency)
  for (const id of ids) {
    const one = index.of.agencyById.get(id)
    if (!isSocialCare(one)) continue
    for (const team of index.of.agencies)
      if (isSocialCare(team) && (!team.partOf || !one?.partOf || team.partOf === one.partOf)) ids.add(team.id)
  }
  return [...ids]
}

/** Every event of which two agencies learned, by pair, in order; undated ones included, since they may have come first. */
function findShared(index: CaseIndex): ReadonlyMap<string, readonly CaseEvent[]> {
  const shared = new Map<string, CaseEvent[]>()
  for (const event of index.events) {
    if (event.agencies.length < 2 && !event.known) continue
    const ids = knowersOf(index, event)
    for (let a = 0; a < ids.length; a += 1)
      for (let b = a + 1; b < ids.length; b += 1) {
        const key = pair(ids[a] ?? '', ids[b] ?? '')
        const list = shared.get(key)
        if (list) list.push(event)
        else shared.set(key, [event])
      }
  }
  return shared
}

/** Work at the edges of a list by a comparison of moments: the one that starts last, or ends first. */
function laterStart(a: CaseEvent, b: CaseEvent): CaseEvent {
  return (b.when?.span.start ?? 0) > (a.when?.span.start ?? 0) ? b : a
}

function earlierEnd(a: CaseEvent, b: CaseEvent): CaseEvent {
  return (b.when?.span.end ?? 0) < (a.when?.span.end ?? 0) ? b : a
}

const lastOf = (events: readonly CaseEvent[]) =>
  events.reduce((a, b) => ((b.when?.span.end ?? 0) > (a.when?.span.end ?? 0) ? b : a))

function findBeside(
  a: Agency,
  b: Agency,
  work: ReadonlyMap<string, readonly CaseEvent[]>,
  shared: readonly CaseEvent[],
): Beside | undefined {
  const [mine, theirs] = [work.get(a.id) ?? [], work.get(b.id) ?? []]
  const [myFirst, theirFirst] = [mine[0], theirs[0]]
  if (!myFirst?.when || !theirFirst?.when) return undefined
  const from = laterStart(myFirst, theirFirst)
  const last = earlierEnd(lastOf(mine), lastOf(theirs))
  const start: When | undefined = from.when
  if (!start || !last.when || !isPerhapsAfter(last.when, start)) return undefined
  // One that surely came before them both was enough to know of each other; an undated one may have.
  if (shared.some((event) => !event.when || !isPerhapsAfter(event.when, start))) return undefined
  const until = shared[0]
  const end = until?.when && until.when.span.start < last.when.span.start ? until : last
  const inside = (event: CaseEvent) =>
    event.when !== undefined &&
    end.when !== undefined &&
    isPerhapsAfter(event.when, start) &&
    event.when.span.start < end.when.span.end
  // Both worked on either side of the stretch's ends or in it; at least one of them more than once inside.
  const [my, their] = [mine.filter(inside).length, theirs.filter(inside).length]
  if (Math.min(mine.length, theirs.length) < 2 || Math.min(my, their) < 1 || Math.max(my, their) < 2) return undefined
  const lapse = measure(start, end.when)
  const [x, y] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
  return {
    agencies: [x, y],
    from,
    to: end,
    lapse,
    until,
  }
}

/**
 * Pairs of network services (see `NETWORK_SERVICES`) of different organisations, each with at least two pieces of direct
 * work and at least one, one of them two, in a shared stretch, before any event that both took part in. By pair; empty when everyone met. Rule: working
 * together presumes knowing of each other; the services are ours.
 */
export const findWorkingBeside = perIndex((index: CaseIndex): readonly Beside[] => {
  const agencies = index.of.agencies.filter(({ service }) => NETWORK_SERVICES.has(service))
  const work = new Map(agencies.map((agency) => [agency.id, workOf(index, agency)]))
  const shared = findShared(index)
  const found: Beside[] = []
  agencies.forEach((a, place) => {
    for (const b of agencies.slice(place + 1)) {
      if (areUniversal(a, b) && [a, b].some(({ service }) => ON_DEMAND_SERVICES.has(service))) continue
      if ((a.partOf !== undefined && a.partOf === b.partOf) || (isSocialCare(a) && isSocialCare(b))) continue
      const beside = findBeside(a, b, work, shared.get(pair(a.id, b.id)) ?? [])
      if (beside && (!areUniversal(a, b) || beside.lapse.least > UNIVERSAL_DAYS)) found.push(beside)
    }
  })
  return found.toSorted((x, y) => (x.agencies.join(' ') < y.agencies.join(' ') ? -1 : 1))
})

/** Two agencies side by side for longer than `besideEachOther` with nothing passing. In no order. */
export function noticeUnaware(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  return findWorkingBeside(index).flatMap(({ agencies, from, to, lapse, until }): Noticed[] => {
    const certainty = judge(lapse, limits.besideEachOther)
    if (!certainty) return []
    const [a, b] = agencies
    const isLead = isSocialCare(index.of.agencyById.get(b))
    return [
      notice({
        rule: 'unaware-of-each-other',
        kind: 'unaware-of-each-other',
        from: from.when,
        to: to.when,
        days: lapse,
        holders: [isLead ? b : a],
        receivers: [isLead ? a : b],
        events: [from.id, to.id],
        certainty,
        limit: { name: 'besideEachOther', value: limits.besideEachOther, unit: 'days' },
        text: `${namesOf(index.of, agencies)} both worked with the family and ${until ? `share no event before “${until.title}”` : 'share no event in this chronology'}: did they know of each other?`,
      }),
    ]
  })
}
