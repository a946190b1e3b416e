import type { CaseEvent } from '#model/case.ts'
import { DAY_MS } from '#model/time.ts'
import { formatCount, formatWhen } from '#model/words.ts'
import { type CaseIndex, isSocialCare, mayLieBetween, undatedWindows } from '#analysis/case-index.ts'
import { isSurelyAfter, judge, type Lapse, measureOpen, unsettle, weaker } from '#analysis/certainty.ts'
import { type Limit, namesOf, notice, type Noticed } from './candidates.ts'
import { findHeldBy, findHeldConcerns, findReferralsToSocialCare, holdersOf, takesPart } from './concerns.ts'
import { type Line, lineOf } from '#analysis/line.ts'
import { hasCase } from './open-case.ts'
import { firstAlong } from './requests.ts'
import type { Thresholds } from './thresholds.ts'

/** How far back noted concerns count together: half a year, the longest time between two child protection reviews. */
const TOGETHER_DAYS = 182

/** Concerns of one agency, and the first event by which social care could have heard of the last of them. */
interface Untold {
  readonly holders: readonly string[]
  readonly concerns: readonly CaseEvent[]
  readonly told: CaseEvent | undefined
  readonly lapse: Lapse
}

/** What could have brought a concern of some agencies to social care: an event with one of them and it, or anybody's referral. */
type Tellings = (holders: readonly string[]) => Line

function findTellings(index: CaseIndex): Tellings {
  const referrals = new Set(findReferralsToSocialCare(index))
  const lines = new Map<string, Line>()
  return (holders) => {
    const key = holders.join(' ')
    const known = lines.get(key)
    if (known) return known
    const theirs = holders.flatMap((holder) => index.byAgency.get(holder) ?? [])
    const own = new Set(theirs.filter((event) => takesPart(index, event)))
    const line = lineOf(index.events.filter((event) => referrals.has(event) || own.has(event)))
    lines.set(key, line)
    return line
  }
}

/** Whether the case says that social care knew of an event. */
function isKnown(index: CaseIndex, event: CaseEvent): boolean {
  return (event.known ?? []).some(
    ({ agency, extent }) => extent !== 'told-otherwise' && isSocialCare(index.of.agencyById.get(agency)),
  )
}

function follow(
  index: CaseIndex,
  holder: string,
  concerns: readonly CaseEvent[],
  tellings: Tellings,
  undated: ReturnType<typeof undatedWindows>,
): Untold {
  const when = concerns.at(-1)?.when
  // Whoever of those that held the last of them told, told of it.
  const last = concerns.at(-1)
  const who = last ? holdersOf(index, last) : [holder]
  const first = when ? firstAlong(when, tellings(who), (event) => !concerns.includes(event)) : undefined
  const lapse = first?.event ? first.lapse : measureOpen(when, index.recordEnd)
  const [from, to] = [when?.span.start ?? -Infinity, first?.event?.when?.span.start ?? Infinity]
  return {
    holders: [holder],
    concerns,
    told: first?.event,
    lapse: mayLieBetween(undated, from, to) ? unsettle(lapse) : lapse,
  }
}

/** Runs of noted concerns of one agency, each up to the event that could have brought them to social care, within half a year. */
function findRuns(holder: string, noted: readonly CaseEvent[], tellings: Tellings): readonly (readonly CaseEvent[])[] {
  const runs: CaseEvent[][] = []
  let told: CaseEvent | undefined
  for (const event of noted) {
    const run = runs.at(-1)
    const first = run?.[0]
    const isNear = first?.when && event.when && event.when.span.start - first.when.span.start <= TOGETHER_DAYS * DAY_MS
    const isTold = told?.when && event.when && isSurelyAfter(event.when, told.when)
    if (run && isNear && !isTold) run.push(event)
    else {
      runs.push([event])
      told = event.when ? firstAlong(event.when, tellings([holder]), (one) => one !== event).event : undefined
    }
  }
  return runs
}

function byHolder(index: CaseIndex, events: readonly CaseEvent[]): ReadonlyMap<string, readonly CaseEvent[]> {
  const found = new Map<string, CaseEvent[]>()
  for (const event of events)
    for (const holder of holdersOf(index, event)) found.set(holder, [...(found.get(holder) ?? []), event])
  return found
}

/** Names the stretch between two referrals by anyone in which an agency held a concern: within one, it is asked once. */
function stretchOf(referrals: Line, holder: string, concern: CaseEvent | undefined): string {
  const next = concern?.when && firstAlong(concern.when, referrals, (event) => event !== concern).event
  return `${holder} until ${next?.id ?? '..'}`
}

/** Agencies that held the same concerns, with the same thing telling of them, stand together. */
function joinHolders(untold: readonly Untold[]): readonly Untold[] {
  const groups = new Map<string, Untold>()
  for (const one of untold) {
    const key = [...one.concerns.map(({ id }) => id), 'until', one.told?.id].join(' ')
    const before = groups.get(key)
    groups.set(key, before ? { ...before, holders: [...before.holders, ...one.holders].toSorted() } : one)
  }
  return [...groups.values()]
}

function noticeUntoldOne(index: CaseIndex, { holders, concerns, told, lapse }: Untold, limit: Limit): Noticed[] {
  const judged = judge(lapse, limit.value)
  const last = concerns.at(-1)
  if (!judged || !last) return []
  const what =
    concerns.length === 1
      ? `the serious concern with ${namesOf(index.of, holders)} on ${formatWhen(last.when, 'short')}`
      : `${formatCount(concerns.length, 'concern')} with ${namesOf(index.of, holders)} until ${formatWhen(last.when, 'short')}`
  const then = told
    ? `the next event that could have brought it to children’s social care is “${told.title}”`
    : 'no event in this chronology could have brought it to children’s social care'
  return [
    notice({
      rule: 'concern-without-referral',
      kind: told ? 'delayed-referral' : 'missed-referral',
      from: concerns[0]?.when,
      to: told?.when,
      days: lapse,
      holders,
      receivers: index.of.agencies.filter(isSocialCare).map(({ id }) => id),
      events: [...concerns.map(({ id }) => id), ...(told ? [told.id] : [])],
      // A word between professionals seldom stands in a published chronology.
      certainty: weaker(judged, 'possible'),
      limit,
      text: `After ${what}, ${then}: was it told?`,
    }),
  ]
}

/**
 * Concerns of which no event shows that children's social care heard: a serious one while social care already had the
 * case, and `notedTogether` noted ones of one agency within half a year, whoever had the case. `possible` at most. Rule:
 * Working Together (concerns are shared with the social worker who has the case) and chronology guidance (single factors
 * can look harmless; together they are serious). In no order.
 */
export function noticeUntold(index: CaseIndex, limits: Thresholds): readonly Noticed[] {
  const tellings = findTellings(index)
  const undated = undatedWindows(index.of, findReferralsToSocialCare(index))
  const limit: Limit = { name: 'factToAgency', value: limits.factToAgency, unit: 'days' }
  const serious = findHeldBy(index, 'serious').filter(
    (event) => event.when && !isKnown(index, event) && hasCase(index, event.when) === 'yes',
  )
  const noted = byHolder(
    index,
    findHeldBy(index, 'noted').filter((event) => !isKnown(index, event)),
  )
  const alone = [...byHolder(index, serious)].flatMap(([holder, events]) =>
    events.map((event) => follow(index, holder, [event], tellings, undated)),
  )
  const together = [...noted].flatMap(([holder, events]) =>
    findRuns(holder, events, tellings)
      .filter((run) => run.length >= limits.notedTogether)
      .map((run) => follow(index, holder, run, tellings, undated)),
  )
  const referrals = lineOf(findReferralsToSocialCare(index))
  const waiting = findHeldConcerns(index).flatMap(({ holders, concerns }) =>
    holders.map((holder) => stretchOf(referrals, holder, concerns[0])),
  )
  const firstOf = (untold: readonly Untold[], before: readonly string[]) => {
    const asked = new Set(before)
    return untold.filter(({ holders, concerns, lapse }) => {
      const stretch = stretchOf(referrals, holders[0] ?? '', concerns[0])
      if (asked.has(stretch) || !judge(lapse, limit.value)) return false
      asked.add(stretch)
      return true
    })
  }
  return joinHolders([...firstOf(alone, waiting), ...firstOf(together, [])]).flatMap((one) =>
    noticeUntoldOne(index, one, limit),
  )
}
