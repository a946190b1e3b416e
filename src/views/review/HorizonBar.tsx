import { useMemo, useState } from 'react'
import { ALL_ASSUMPTIONS, type Assumption, ASSUMPTIONS, findHorizon, formatHorizon } from '#analysis/horizon.ts'
import { orderAgencies } from '#layout/lanes.ts'
import type { Case } from '#model/case.ts'
import { DAY_MS, instant, type Instant } from '#model/time.ts'
import { formatDay } from '#model/words.ts'

const ALL = ['own', 'meeting', 'received', 'informed', 'known'] as const satisfies readonly Assumption[]

/** The first moments of the days after the first dated event and after the last; undefined where fewer than two are dated. */
function daysOf(of: Case): { readonly first: number; readonly last: number } | undefined {
  const ends = of.events.flatMap(({ when, type }) =>
    when && type !== 'review' && Number.isFinite(when.span.end) ? [Math.ceil(when.span.end / DAY_MS)] : [],
  )
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return ends.length > 1 && last > first ? { first, last } : undefined
}

const isoOf = (day: number) => new Date((day - 1) * DAY_MS).toISOString().slice(0, 10)

/** The horizon in words: the last day that is shown. */
export function horizonWords(day: Instant): string {
  return formatDay(instant(day - DAY_MS), 'long')
}

interface Props {
  /** The whole case: the horizon cuts what is shown, never what it is counted from. */
  readonly of: Case
  /** The first moment after the last day shown; undefined for the whole case. */
  readonly day: Instant | undefined
  readonly onChange: (day: Instant | undefined) => void
}

/** A day, an agency, and what that agency could have known by then. */
export function HorizonBar({ of, day, onChange }: Props) {
  const [agency, setAgency] = useState('')
  const [assumptions, setAssumptions] = useState<ReadonlySet<Assumption>>(ALL_ASSUMPTIONS)
  const range = useMemo(() => daysOf(of), [of])
  const name = of.agencyById.get(agency)?.name
  const horizon = useMemo(
    () => (day === undefined || name === undefined ? undefined : findHorizon(of, agency, day, assumptions)),
    [of, agency, name, day, assumptions],
  )
  if (!range) return <p>Too little in this case is dated to stop at a day.</p>
  const at = day === undefined ? range.last : Math.round(day / DAY_MS)
  const move = (to: number) => {
    if (Number.isFinite(to)) onChange(instant(Math.min(range.last, Math.max(range.first, to)) * DAY_MS))
  }
  return (
    <div className="horizon">
      <div className="horizon-inputs">
        <label className="horizon-day">
          Up to
          <input
            type="range"
            min={range.first}
            max={range.last}
            value={at}
            aria-valuetext={horizonWords(instant(at * DAY_MS))}
            onChange={(event) => move(Number(event.target.value))}
          />
        </label>
        <input
          type="date"
          aria-label="Day of the horizon"
          value={isoOf(at)}
          onChange={(event) => move(Date.parse(event.target.value) / DAY_MS + 1)}
        />
        <label>
          Agency{' '}
          <select value={agency} onChange={(event) => setAgency(event.target.value)}>
            <option value="">None chosen</option>
            {orderAgencies(of)
              .filter(({ family }) => family !== 'child-and-family' && family !== 'review-and-oversight')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </select>
        </label>
        <button type="button" className="plain-action" disabled={day === undefined} onClick={() => onChange(undefined)}>
          Show the whole case
        </button>
      </div>
      <p role="status">
        {day === undefined ? 'The whole case is shown.' : `Nothing after ${horizonWords(day)} is shown on this page. `}
        {horizon && name !== undefined && formatHorizon(name, horizon)}
      </p>
      <details className="assumptions">
        <summary>What counts as could have known</summary>
        {ALL.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={assumptions.has(one)}
              onChange={(event) =>
                setAssumptions(
                  new Set(ALL.filter((other) => (other === one ? event.target.checked : assumptions.has(other)))),
                )
              }
            />
            {ASSUMPTIONS[one]}
          </label>
        ))}
        <p className="soft">Titles and details of events are in the words of the review, which knew the ending.</p>
      </details>
    </div>
  )
}
