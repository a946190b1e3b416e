import type { Case } from '#model/case.ts'
import { parseEdtf } from '#model/edtf.ts'
import { formatList, formatWhen } from '#model/words.ts'
import { indexCase } from '#analysis/case-index.ts'
import type { ClockRule } from './clock-rule.ts'
import { CLOCK_RULES } from './clock-rules.ts'
import { formatClockLimit, formatElapsed, type Verdict } from './clock-verdict.ts'
import { type ClockReading, isFor, readClocks } from './clocks.ts'

/** The timescales in words: which a case is read by, which not, and what each read. */

export interface ClockEntry {
  readonly id: string
  readonly title: string
  /** In the order in which they came into force. */
  readonly editions: readonly ClockRule[]
}

export interface ClockList {
  readonly on: readonly ClockEntry[]
  /** Local ones of the nation whose area the case does not name. */
  readonly off: readonly ClockEntry[]
}

function group(rules: readonly ClockRule[], keyOf: (rule: ClockRule) => string): readonly ClockEntry[] {
  const groups = new Map<string, ClockRule[]>()
  for (const rule of rules) groups.set(keyOf(rule), [...(groups.get(keyOf(rule)) ?? []), rule])
  return [...groups.values()].flatMap((of): ClockEntry[] => {
    const editions = of.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    const newest = editions.at(-1)
    return newest ? [{ id: newest.id, title: newest.title, editions }] : []
  })
}

/** Every timescale of a case's nation, told apart by whether the case is read by it. Other nations' are left out. */
export function listClocks({ review }: Case): ClockList {
  const national = CLOCK_RULES.filter(({ nation }) => nation === review.nation)
  return {
    on: group(
      national.filter((rule) => isFor(rule, review)),
      ({ id }) => id,
    ),
    off: group(
      national.filter((rule) => !isFor(rule, review)),
      ({ id, areas = [] }) => [id, ...areas].join(' '),
    ),
  }
}

function formatDay(iso: string): string {
  const read = parseEdtf(iso)
  return read.ok ? formatWhen(read.value, 'short') : iso
}

/** "15 working days: Working Together 2013 to 2023 (statutory guidance), from 15 Apr 2013 until 18 Mar 2026". */
export function describeEdition(rule: ClockRule): string {
  const since = rule.isUndated ? 'when it began is not known' : `from ${formatDay(rule.validFrom)}`
  const until = rule.validTo === null ? '' : ` until ${formatDay(rule.validTo)}`
  return `${formatClockLimit(rule) ?? 'No number is set'}: ${rule.edition} (${rule.authority}), ${since}${until}`
}

/** "East Riding: at least 48 hours", "15 working days; 3 editions, 2 unconfirmed". */
export function summarise({ editions }: ClockEntry): string {
  const limits = [...new Set(editions.map((rule) => formatClockLimit(rule) ?? 'no number is set'))]
  const areas = [...new Set(editions.flatMap((rule) => rule.areas ?? []))]
  const unconfirmed = editions.filter(({ confirmed }) => !confirmed).length
  const doubt = editions.length === 1 ? 'unconfirmed' : `${unconfirmed} unconfirmed`
  const parts = [editions.length > 1 ? [`${editions.length} editions`] : [], unconfirmed > 0 ? [doubt] : []].flat()
  const where = areas.length > 0 ? `${formatList(areas)}: ` : ''
  return `${where}${formatList(limits)}${parts.length > 0 ? `; ${parts.join(', ')}` : ''}`
}

/** What a reading says beside its limit. */
function say(rule: ClockRule, verdict: Verdict): string {
  const limit = formatClockLimit(rule) ?? 'no number'
  const bare = limit.replace('at least ', '')
  switch (verdict) {
    case 'within':
      return rule.isLeast ? limit : `within ${limit}`
    case 'over':
      return `longer than ${bare}`
    case 'perhaps-over':
      return `perhaps longer than ${bare}`
    case 'short':
      return `shorter than ${bare}`
    case 'perhaps-short':
      return `perhaps shorter than ${bare}`
    case 'cannot-tell':
      return `the dates cannot tell whether that is ${rule.isLeast ? limit : `within ${limit}`}`
    case 'no-stop':
      return `nothing in this chronology stops the clock of ${bare}`
    case 'no-number':
      return 'no number is set; how long did it take?'
    default:
      return verdict satisfies never
  }
}

/** What one clock read in a case, ready to be sent and shown. */
export interface ClockTold {
  readonly id: string
  readonly words: string
  /** What started and what stopped it; not the child's own dates. */
  readonly events: readonly string[]
}

function tell({ rule, start, startName, startWhen, stop, elapsed, verdict }: ClockReading): ClockTold {
  const from = start ? '' : `From ${startName} (${formatWhen(startWhen, 'short')}): `
  const time = stop ? `${formatElapsed(elapsed, rule.unit)}; ` : ''
  return {
    id: rule.id,
    words: `${from}${time}${say(rule, stop ? verdict : 'no-stop')} (${rule.edition}${rule.confirmed ? '' : ', unconfirmed'})`,
    events: [start, stop].flatMap((one) => (one ? [one.id] : [])),
  }
}

/** What every clock read in a case, those within their limit too, in the order of the rules. */
export function tellClocks(of: Case): readonly ClockTold[] {
  return readClocks(indexCase(of)).map(tell)
}
