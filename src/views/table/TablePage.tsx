import { useMemo, useState } from 'react'
import { applyFilter } from '#analysis/filter.ts'
import { nameApart } from '#analysis/names.ts'
import { anchorOf } from '#layout/anchor.ts'
import { axisKindOf } from '#layout/axis.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { formatCount, formatList, formatWhen } from '#model/words.ts'
import { EVENT_TYPE_NAME, OUTCOME_NAME } from '#model/vocabulary.ts'
import { select, useView } from '#store/view.ts'
import { Panel } from '#views/details/Panel.tsx'
import { CountingFrom } from '#views/explore/CountingFrom.tsx'
import { Legend } from '#views/explore/Legend.tsx'
import { useLegendFolded } from '#views/useLegendFolded.ts'
import './table.css'

const COLUMNS = ['No.', 'Date', 'Counted', 'Agencies', 'Event', 'Type', 'Source'] as const
type Column = (typeof COLUMNS)[number]

/** The event that days are counted from, if they are. */
function useCounted(of: Case): CaseEvent | undefined {
  const from = useView(({ view }) => view.countFrom)
  return useMemo(() => {
    const event = axisKindOf(of) === 'time' ? of.eventById.get(from ?? '') : undefined
    return event && anchorOf(event) ? event : undefined
  }, [of, from])
}

interface Sort {
  readonly column: Column
  readonly isDescending: boolean
}

/** Columns that follow the chronology. */
type InOrder = 'No.' | 'Date' | 'Counted'

function agencyNames(of: Case, event: CaseEvent): string {
  return formatList(event.agencies.flatMap(({ id }) => of.agencyById.get(id)?.name ?? []))
}

function cellText(of: Case, event: CaseEvent, column: Exclude<Column, InOrder>): string {
  switch (column) {
    case 'Agencies':
      return agencyNames(of, event)
    case 'Event':
      return event.title
    case 'Type':
      return EVENT_TYPE_NAME[event.type]
    case 'Source':
      return event.source.join(' · ')
    default:
      return column satisfies never
  }
}

/** Events sorted by a column; equal ones, and the date itself, by their place in the chronology. */
function sortEvents(of: Case, events: readonly CaseEvent[], { column, isDescending }: Sort): readonly CaseEvent[] {
  const sign = isDescending ? -1 : 1
  const compare = (a: CaseEvent, b: CaseEvent) =>
    column === 'Date' || column === 'No.' || column === 'Counted'
      ? 0
      : cellText(of, a, column).localeCompare(cellText(of, b, column), 'en-GB', { numeric: true })
  return events.toSorted((a, b) => sign * (compare(a, b) || a.order - b.order))
}

function Heading({
  column,
  sort,
  onSort,
}: {
  readonly column: Column
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}) {
  const isSorted = sort.column === column
  return (
    <th scope="col" aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => onSort({ column, isDescending: isSorted && !sort.isDescending })}>
        {column}
        <span aria-hidden="true" className="sort-sign">
          {isSorted ? (sort.isDescending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}

function Row({
  of,
  event,
  counted,
  isSelected,
  isDim,
}: {
  readonly of: Case
  readonly event: CaseEvent
  readonly counted: CaseEvent | undefined
  readonly isSelected: boolean
  readonly isDim: boolean
}) {
  return (
    <tr className={`${isSelected ? 'selected' : ''} ${isDim ? 'dim' : ''}`} aria-selected={isSelected}>
      <td className="cell-number">{event.order + 1}</td>
      <td className="cell-date">{formatWhen(event.when, 'short')}</td>
      {counted && <td className="cell-counted">{nameApart(counted, event)}</td>}
      <td>
        {event.agencies.map(({ id }, place) => {
          const agency = of.agencyById.get(id)
          return agency ? (
            <span key={id} className={`agency-name family-${agency.family}`}>
              {agency.name}
              {place < event.agencies.length - 1 && <span className="visually-hidden">, </span>}
            </span>
          ) : null
        })}
      </td>
      <td>
        <button
          type="button"
          className="cell-title"
          data-event={event.id}
          aria-pressed={isSelected}
          onClick={() => select({ kind: 'event', id: event.id })}
        >
          {event.title}
        </button>
        {event.detail && !event.sensitive && <p>{event.detail}</p>}
        {event.sensitive && <p className="soft">Detail that may distress: choose the event to read it.</p>}
      </td>
      <td>
        {EVENT_TYPE_NAME[event.type]}
        {event.outcome && <span className="soft">, {OUTCOME_NAME[event.outcome]}</span>}
      </td>
      <td className="cell-source">{event.source.join(' · ')}</td>
    </tr>
  )
}

/** The table twin of the chart: the same events, filter and selection, in words. What the filter leaves out is left out here too, unless it is dimmed. */
export function TablePage({ of }: { readonly of: Case }) {
  const { filter, hidesFiltered, selection } = useView(({ view }) => view)
  const isFolded = useLegendFolded()
  const counted = useCounted(of)
  const anchor = counted && anchorOf(counted)
  const [sort, setSort] = useState<Sort>({ column: 'Date', isDescending: false })
  const view = useMemo(() => applyFilter(of, filter), [of, filter])
  const rows = useMemo(
    () => sortEvents(of, hidesFiltered ? of.events.filter(({ id }) => view.events.has(id)) : of.events, sort),
    [of, view, hidesFiltered, sort],
  )
  return (
    <div className={`explore ${isFolded ? 'folded' : ''}`}>
      {!isFolded && <Legend of={of} />}
      <section className="stage table-stage" aria-label="Table of events">
        <p role="status" className="status">
          {`${view.events.size} of ${formatCount(of.events.length, 'event')}, ${view.agencies.size} of ${of.agencies.length} agencies.`}
        </p>
        {anchor && <CountingFrom anchor={anchor} />}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Events, scrolling">
          <table aria-label={`Events: ${of.title}`}>
            <thead>
              <tr>
                {COLUMNS.filter((column) => counted || column !== 'Counted').map((column) => (
                  <Heading key={column} column={column} sort={sort} onSort={setSort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((event) => (
                <Row
                  key={event.id}
                  of={of}
                  event={event}
                  counted={counted}
                  isSelected={selection?.kind === 'event' && selection.id === event.id}
                  isDim={!view.events.has(event.id)}
                />
              ))}
            </tbody>
          </table>
          {rows.length === 0 && <p className="empty">No event passes the filters. Clear them, or choose more.</p>}
        </div>
      </section>
      <Panel of={of} selection={selection} view={view} unplaced={0} />
    </div>
  )
}
