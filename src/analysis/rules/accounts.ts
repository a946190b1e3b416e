import { buildCase, type Case, type CaseEvent } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { agenciesIn, type CaseIndex } from '#analysis/case-index.ts'
import { withDone } from '#analysis/links.ts'
import { namesOf, NO_LIMIT, notice, type Noticed } from './candidates.ts'

/** Two events that cannot both be as recorded. */
export interface Conflict {
  /** The ids of both, sorted and joined: the same whichever carries the link. */
  readonly id: string
  readonly a: CaseEvent
  readonly b: CaseEvent
}

export type Side = 'a' | 'b' | 'either'

/** Pairs of events linked as in conflict, in chronological order of the earlier one, each once. */
export function findConflicts(index: CaseIndex): readonly Conflict[] {
  const found = new Map<string, Conflict>()
  for (const event of index.events)
    for (const { kind, event: otherId } of event.links ?? []) {
      const other = index.of.eventById.get(otherId)
      if (kind !== 'conflicts-with' || !other) continue
      const [a, b] = event.order < other.order ? [event, other] : [other, event]
      const id = [a.id, b.id].sort().join(' ')
      if (!found.has(id)) found.set(id, { id, a, b })
    }
  return [...found.values()].toSorted((x, y) => x.a.order - y.a.order || (x.id < y.id ? -1 : 1))
}

/**
 * The case as one account has it: the event of the other side and what points at it taken out. Conflicts not named, and
 * those set to `either`, keep both. The case itself when nothing is taken out.
 */
export function applyAccounts(of: Case, conflicts: readonly Conflict[], sides: ReadonlyMap<string, Side>): Case {
  const out = new Set(
    conflicts.flatMap(({ id, a, b }) => {
      const side = sides.get(id) ?? 'either'
      return side === 'either' ? [] : [side === 'a' ? b.id : a.id]
    }),
  )
  if (out.size === 0) return of
  const stays = (id: string | undefined) => id === undefined || !out.has(id)
  const withoutEvent = <T extends { readonly event?: string | undefined }>(list: readonly T[]) =>
    list.filter(({ event }) => stays(event))
  return buildCase({
    ...of,
    agencies: of.agencies,
    events: of.events
      .filter(({ id }) => stays(id))
      .map((event) => ({
        ...event,
        ...(event.links ? { links: withoutEvent(event.links) } : {}),
        ...(event.actions ? { actions: withDone(event.actions, stays) } : {}),
      })),
    facts: of.facts.map((fact) => ({ ...fact, known: withoutEvent(fact.known) })),
    findings: of.findings.map((one) => ({ ...one, events: one.events.filter(stays) })),
    episodes: of.episodes.map((one) => ({ ...one, events: one.events.filter(stays) })),
  })
}

/** How the results differ between the accounts of one conflict. */
export interface AccountsCompared {
  readonly conflict: Conflict
  /** What both accounts give. */
  readonly both: readonly Noticed[]
  readonly onlyA: readonly Noticed[]
  readonly onlyB: readonly Noticed[]
}

/**
 * What the rules notice under account A and under account B of one conflict. Under `either`, what is in `both` stands and
 * the rest is `possible` at most. `find` is the engine, given so that one conflict can be asked of any set of rules.
 */
export function compareAccounts(
  of: Case,
  conflict: Conflict,
  find: (of: Case) => readonly Noticed[],
): AccountsCompared {
  const under = (side: Side) => find(applyAccounts(of, [conflict], new Map([[conflict.id, side]])))
  const [a, b] = [under('a'), under('b')]
  const ids = (list: readonly Noticed[]) => new Set(list.map(({ id }) => id))
  const [inA, inB] = [ids(a), ids(b)]
  return {
    conflict,
    both: a.filter(({ id }) => inB.has(id)),
    onlyA: a.filter(({ id }) => !inB.has(id)),
    onlyB: b.filter(({ id }) => !inA.has(id)),
  }
}

function noticeLinked(index: CaseIndex): readonly Noticed[] {
  return findConflicts(index).map(({ a, b }) => {
    const roles = ['lead', 'attended', 'sender', 'recipient', 'informed'] as const
    const [first, second] = [agenciesIn(index.of, a, roles), agenciesIn(index.of, b, roles)]
    return notice({
      rule: 'accounts-differ',
      kind: 'conflicting-accounts',
      from: a.when ?? b.when,
      to: b.when ?? a.when,
      days: { least: 0, most: 0 },
      holders: first,
      receivers: second.filter((id) => !first.includes(id)),
      events: [a.id, b.id],
      certainty: 'certain',
      limit: NO_LIMIT,
      text: `“${a.title}” and “${b.title}” do not agree: what did each agency act on?`,
    })
  })
}

function noticeTold(index: CaseIndex): readonly Noticed[] {
  return index.events.flatMap((event): Noticed[] => {
    const accounts = event.accounts ?? []
    // One account beside the record may differ from it in emphasis only; a disagreement takes two, if only within one agency.
    if (accounts.length < 2) return []
    const tellers = [...new Set(accounts.flatMap(({ agency, person }) => agency ?? person ?? []))]
    const agencies = tellers.filter((id) => index.of.agencyById.has(id))
    const holders = agencies.length > 0 ? agencies : event.agencies.map(({ id }) => id)
    return [
      notice({
        rule: 'accounts-differ',
        kind: 'conflicting-accounts',
        from: event.when,
        to: event.when,
        days: { least: 0, most: 0 },
        holders: holders.slice(0, 1),
        receivers: holders.slice(1),
        events: [event.id],
        certainty: 'certain',
        limit: NO_LIMIT,
        text: `“${event.title}” (${formatWhen(event.when, 'short')}) is told in ${accounts.length} ways: which one did others work from?`,
      }),
    ]
  })
}

function noticeToldOtherwise(index: CaseIndex): readonly Noticed[] {
  return index.of.facts.flatMap((fact): Noticed[] => {
    const otherwise = fact.known.filter(({ extent }) => extent === 'told-otherwise')
    const told = fact.known.filter(
      ({ extent, agency }) => extent !== 'told-otherwise' && !otherwise.some((one) => one.agency === agency),
    )
    if (otherwise.length === 0 || told.length === 0) return []
    const eventIds = [...otherwise, ...told].flatMap(({ event }) => event ?? [])
    const events = eventIds.flatMap((id) => index.of.eventById.get(id) ?? []).toSorted((a, b) => a.order - b.order)
    const dated = events.flatMap(({ when }) => when ?? [])
    return [
      notice(
        {
          rule: 'accounts-differ',
          kind: 'conflicting-accounts',
          from: dated[0],
          to: dated.at(-1),
          days: { least: 0, most: 0 },
          holders: otherwise.map(({ agency }) => agency),
          receivers: told.map(({ agency }) => agency),
          events: events.map(({ id }) => id),
          certainty: 'certain',
          limit: NO_LIMIT,
          text: `On “${fact.title}”, ${namesOf(index.of, [...new Set(otherwise.map(({ agency }) => agency))].sort())} had been told otherwise than others: when could the two have been put side by side?`,
        },
        fact.id,
      ),
    ]
  })
}

/** Puts what shares evidence together: one disagreement seen from its event, its link and its fact is one candidate. */
function joinShared(noticed: readonly Noticed[]): readonly Noticed[] {
  const groups = new Set<readonly Noticed[]>()
  const groupOf = new Map<string, readonly Noticed[]>()
  for (const one of noticed) {
    const touching = new Set(one.events.flatMap((id) => [groupOf.get(id) ?? []]).filter((group) => group.length > 0))
    const joined = [...[...touching].flat(), one]
    for (const group of touching) groups.delete(group)
    groups.add(joined)
    for (const { events } of joined) for (const id of events) groupOf.set(id, joined)
  }
  return [...groups].map((group) => group.toSorted((a, b) => (a.id < b.id ? -1 : 1))).flatMap(joinGroup)
}

function joinGroup(group: readonly Noticed[]): readonly Noticed[] {
  const [first] = group
  if (!first || group.length === 1) return group
  const ends = group.flatMap(({ from, to }) => [from, to].flatMap((when) => when ?? []))
  const holders = group.flatMap((one) => one.holders)
  return [
    notice({
      ...first,
      from: ends.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)[0],
      to: ends.toSorted((a, b) => b.span.end - a.span.end || b.span.start - a.span.start)[0],
      holders,
      receivers: group.flatMap((one) => one.receivers).filter((id) => !holders.includes(id)),
      events: group.flatMap((one) => one.events),
    }),
  ]
}

/**
 * Events in conflict, events told in two or more ways, and facts on which an agency was told otherwise; what shares
 * evidence is one candidate. Certain, since the source says so. In no order.
 */
export function noticeAccounts(index: CaseIndex): readonly Noticed[] {
  return joinShared([...noticeLinked(index), ...noticeTold(index), ...noticeToldOtherwise(index)])
}
