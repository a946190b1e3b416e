import { ALL_ASSUMPTIONS, type Assumption } from '#analysis/knowledge/horizon.ts'
import { parseEdtf } from '#model/edtf.ts'
import { DAY_MS, instant, type Instant, type Span, span } from '#model/time.ts'

/** Where the reader stops a case, and in whose place. */
export interface HorizonChoice {
  /** The first moment after the last day shown. */
  readonly day: Instant
  /** Whose knowledge is shown; undefined for everybody's. */
  readonly agency: string | undefined
  readonly assumptions: ReadonlySet<Assumption>
}

/** A choice from the words of an address; undefined without a day that is one. */
export function readHorizon(
  until: string | null,
  agency: string | null,
  assuming: string | null,
): HorizonChoice | undefined {
  const day = until !== null && /^\d{4}-\d\d-\d\d$/.test(until) ? parseEdtf(until) : undefined
  if (!day?.ok) return undefined
  const assumed = assuming?.split(',')
  return {
    day: day.value.span.end,
    agency: agency !== null && /^[a-z0-9-]+$/.test(agency) ? agency : undefined,
    assumptions: new Set([...ALL_ASSUMPTIONS].filter((one) => !assumed || assumed.includes(one))),
  }
}

/** A choice as an address has it, empty where it is at its first value. */
export function horizonListsOf(choice: HorizonChoice | undefined): readonly (readonly [string, string])[] {
  if (!choice) return []
  const { day, agency, assumptions } = choice
  return [
    ['until', new Date(day - DAY_MS).toISOString().slice(0, 10)],
    ['as', agency ?? ''],
    ['assuming', assumptions.size === ALL_ASSUMPTIONS.size ? '' : [...assumptions, 'none'].join(',')],
  ]
}

/** How much of a window may lie after the horizon, as a share of what lies before. */
const AFTER_SHARE = 0.2

/** A window that does not tell how far the case goes on: it ends soon after the horizon; undefined when it lies wholly after. */
export function windowUpTo(window: Span | undefined, day: Instant): Span | undefined {
  if (!window || window.start >= day) return undefined
  return span(window.start, instant(Math.min(window.end, day + (day - window.start) * AFTER_SHARE)))
}
