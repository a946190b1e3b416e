import { useMemo, useState } from 'react'
import { ALL_ASSUMPTIONS, ASSUMPTIONS } from '#analysis/knowledge/horizon.ts'
import { orderAgencies } from '#layout/lanes.ts'
import type { Case } from '#model/case.ts'
import { DAY_MS, instant } from '#model/time.ts'
import { seeAs, stopAt } from '#store/view.ts'
import { horizonWords, type Seen } from '#views/horizon/useSeen.ts'

/** The first moments of the days after the first dated event and after the last; undefined where fewer than two are dated. */
function daysOf(of: Case): { readonly first: number; readonly last: number } | undefined {
  const ends = of.events.flatMap(({ when, type }) =>
    when && type !== 'review' && Number.isFinite(when.span.end) ? [Math.ceil(when.span.end / DAY_MS)] : [],
  )
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return ends.length > 1 && last > first ? { first, last } : undefined
}

const isoOf = (day: number) => new Date((day - 1) * DAY_MS).toISOString().slice(0, 10)

/** How far ahead of a day its slider reaches: a share of what lies before, so that its end tells nothing of the case's. */
function reach(first: number, at: number): number {
  return at + Math.max(14, Math.ceil((at - first) / 4))
}

/** The slider of the day. Its end moves on with the day, but not under the hand that holds it. */
function DaySlider({
  first,
  at,
  onMove,
}: {
  readonly first: number
  readonly at: number
  readonly onMove: (day: number) => void
}) {
  const [held, setHeld] = useState<number>()
  const release = () => setHeld(undefined)
  return (
    <label className="horizon-day">
      Up to
      <input
        type="range"
        min={first}
        max={held ?? reach(first, at)}
        value={at}
        aria-valuetext={horizonWords(instant(at * DAY_MS))}
        onPointerDown={() => setHeld(reach(first, at))}
        onPointerUp={release}
        onPointerCancel={release}
        onBlur={release}
        onChange={(event) => onMove(Number(event.target.value))}
      />
    </label>
  )
}

/** The day as a field. A year is typed digit by digit, so what is typed stays until it is a day of the case. */
function DayField({ first, at, onMove }: Parameters<typeof DaySlider>[0]) {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      type="date"
      aria-label="Day of the horizon"
      value={typed ?? isoOf(at)}
      onChange={({ target }) => {
        setTyped(target.value)
        const day = Date.parse(target.value) / DAY_MS + 1
        if (day >= first) onMove(day)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

/** In whose place the reader stands: agencies that had come in by the day. */
function SeatChoice({ seen }: { readonly seen: Seen }) {
  return (
    <label>
      As seen by{' '}
      <select
        aria-label="Agency"
        value={seen.choice?.agency ?? ''}
        disabled={!seen.choice}
        onChange={(event) => seeAs({ agency: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">everybody</option>
        {orderAgencies(seen.shown)
          .filter(({ family }) => family !== 'child-and-family' && family !== 'review-and-oversight')
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </select>
    </label>
  )
}

function Assumptions({ seen }: { readonly seen: Seen }) {
  const assumptions = seen.choice?.assumptions ?? ALL_ASSUMPTIONS
  const take = (one: keyof typeof ASSUMPTIONS, isOn: boolean) =>
    seeAs({
      assumptions: new Set([...ALL_ASSUMPTIONS].filter((other) => (other === one ? isOn : assumptions.has(other)))),
    })
  return (
    <details className="assumptions">
      <summary>What counts as could have known</summary>
      {[...ALL_ASSUMPTIONS].map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={assumptions.has(one)}
            disabled={!seen.choice}
            onChange={(event) => take(one, event.target.checked)}
          />
          {ASSUMPTIONS[one]}
        </label>
      ))}
      <p className="soft">
        Empty rings are events that had happened and that the agency could not have known of. Titles and details of
        events are in the words of the review, which knew the ending.
      </p>
    </details>
  )
}

/** A day, an agency, and what that agency could have known by then. */
export function HorizonBar({ seen }: { readonly seen: Seen }) {
  const { whole, choice, counter } = seen
  const range = useMemo(() => daysOf(whole), [whole])
  if (!range) return <p>Too little in this case is dated to stop at a day.</p>
  const { first, last } = range
  const day = choice?.day
  const at = day === undefined ? last : Math.round(day / DAY_MS)
  const move = (to: number) => {
    if (Number.isFinite(to)) stopAt(instant(Math.max(first, to) * DAY_MS))
  }
  return (
    <div className="horizon">
      <div className="horizon-inputs">
        <DaySlider first={first} at={at} onMove={move} />
        <DayField first={first} at={at} onMove={move} />
        <SeatChoice seen={seen} />
        <button type="button" className="plain-action" disabled={!choice} onClick={() => stopAt(undefined)}>
          Show the whole case
        </button>
      </div>
      <p role="status">
        {day === undefined ? 'The whole case is shown.' : `Nothing after ${horizonWords(day)} is shown. `}
        {counter}
      </p>
      <Assumptions seen={seen} />
    </div>
  )
}
