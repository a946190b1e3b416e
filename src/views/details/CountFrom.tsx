import { useMemo } from 'react'
import { atEdge, findInterval, formatMeasured } from '#analysis/interval.ts'
import { anchorOf } from '#layout/anchor.ts'
import { axisKindOf } from '#layout/axis.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { countFrom, useView } from '#store/view.ts'

interface Props {
  readonly of: Case
  readonly event: CaseEvent
}

/** Has the axis counted from an event. Nothing where there is no axis of dates, or the event has no place to count from. */
export function CountFrom({ of, event }: Props) {
  const { countFrom: from, page } = useView(({ view }) => view)
  const isDated = useMemo(() => axisKindOf(of) === 'time', [of])
  if (!isDated || page === 'about' || page === 'print') return null
  const isCounted = from === event.id
  const other = from === undefined || isCounted ? undefined : of.eventById.get(from)
  const interval = other && findInterval(atEdge(other.when, 'start'), atEdge(event.when, 'start'))
  const edges = [other, event].some((one) => one?.when?.kind === 'range') ? ', from start to start' : ''
  return (
    <div className="count-from">
      {other && interval && (
        <p className="soft">
          Between this and “{other.title}”{edges}: {formatMeasured(interval)}
          {interval.isVague ? '; the dates leave open which came first.' : '.'}
        </p>
      )}
      {anchorOf(event) && (
        <button
          type="button"
          aria-pressed={isCounted}
          title={
            page === 'table'
              ? 'Days before and after it, in a column'
              : 'Days before and after it, along the axis (C on its mark)'
          }
          onClick={() => countFrom(isCounted ? undefined : event.id)}
        >
          Count from this event
        </button>
      )}
    </div>
  )
}
