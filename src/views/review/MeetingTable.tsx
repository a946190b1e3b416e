import { useMemo, useState } from 'react'
import { indexCase } from '#analysis/case-index.ts'
import { isSomeoneMissing, type Meeting, type Place, tellMeetings } from '#analysis/rules/meeting-table.ts'
import { Node } from '#chart/MarkShape.tsx'
import type { Agency, Case, CaseEvent } from '#model/case.ts'
import { formatCount, formatList, formatWhen } from '#model/words.ts'
import { useMeetings } from '#store/rules.ts'
import { select, useView } from '#store/view.ts'
import { listLanes } from '#views/explore/lanes.ts'
import { MeetingAgreed } from './MeetingAgreed.tsx'
import type { Review } from './useReview.ts'
import './meetings.css'

/** A case can hold thousands; more than these wait to be asked for. */
const FIRST_MEETINGS = 40

/** A meeting with its event. */
interface Column {
  readonly event: CaseEvent
  readonly meeting: Meeting
}

const WORDS: Readonly<Record<Place, readonly [first: string, under?: string]>> = {
  lead: ['led'],
  attended: ['attended'],
  reported: ['sent a report'],
  absent: ['absent', 'expected, did not come'],
  'not-invited': ['not invited'],
  unlisted: ['not on the list', 'at work with the family then'],
  sender: ['sent word'],
  recipient: ['informed'],
  informed: ['informed'],
}

const MINUTES: Readonly<Record<Meeting['minutes'], readonly [sign: string, words: string]>> = {
  recorded: ['✓', 'minutes on record'],
  'not-recorded': ['✕', 'no minutes'],
  unknown: ['', 'minutes not mentioned'],
}

/** The sign of the chart, where the chart has one. */
function PlaceSign({ place }: { readonly place: Place }) {
  if (place === 'unlisted') return '?'
  if (place === 'sender' || place === 'recipient' || place === 'informed') return '✉︎'
  return (
    <svg viewBox="-7 -7 14 14" className="place-node">
      <Node attendance={place === 'lead' ? 'attended' : place} r={4.2} />
    </svg>
  )
}

function PlaceCell({ place }: { readonly place: Place | undefined }) {
  if (place === undefined)
    return (
      <td className="matrix-cell not-needed">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">nothing recorded</span>
      </td>
    )
  const [first, under] = WORDS[place]
  return (
    <td className={`matrix-cell place ${place}`}>
      <span className="matrix-first">
        <span aria-hidden="true" className="matrix-sign">
          <PlaceSign place={place} />
        </span>
        {first}
      </span>
      {under !== undefined && <span className="matrix-then">{under}</span>}
    </td>
  )
}

/** The meeting, what was decided at it and what shows it done, as far as they are in sight. */
function evidenceOf(of: Case, { event, agreed }: Meeting): readonly string[] {
  const all = [event, ...agreed.flatMap(({ decision, done }) => [decision, done])]
  return all.flatMap((id) => (id !== undefined && of.eventById.has(id) ? [id] : []))
}

function MeetingHead({ of, column: { event, meeting } }: { readonly of: Case; readonly column: Column }) {
  const isChosen = useView(({ view }) => view.selection?.kind === 'event' && view.selection.id === event.id)
  const [sign, words] = MINUTES[meeting.minutes]
  const toggle = () => select(isChosen ? undefined : { kind: 'event', id: event.id, evidence: evidenceOf(of, meeting) })
  return (
    <th scope="col">
      <button type="button" aria-pressed={isChosen} onClick={toggle}>
        <span className="meeting-when">{formatWhen(event.when, 'short')}</span>
        <span className="meeting-title">{event.title}</span>
      </button>
      <span className={`meeting-minutes ${meeting.minutes}`}>
        {sign && <span aria-hidden="true">{sign} </span>}
        {words}
      </span>
    </th>
  )
}

/** Agencies in the order of the lanes: those with a place at one of the meetings, and those without. */
function useRows(of: Case, columns: readonly Column[]): readonly [rows: readonly Agency[], rest: readonly Agency[]] {
  const lanes = useView(({ view }) => view.lanes)
  return useMemo(() => {
    const named = new Set(columns.flatMap(({ meeting }) => [...meeting.places.keys()]))
    const all = listLanes(of, of, lanes).map(({ agency }) => agency)
    const rest = all.filter(
      ({ id, family }) => !named.has(id) && family !== 'child-and-family' && family !== 'review-and-oversight',
    )
    return [all.filter(({ id }) => named.has(id)), rest]
  }, [of, columns, lanes])
}

interface TableProps {
  readonly of: Case
  readonly columns: readonly Column[]
  /** How to say that nothing shows something done. */
  readonly undone: string
}

function Table({ of, columns, undone }: TableProps) {
  const [rows, rest] = useRows(of, columns)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
    <div className="matrix-scroll" tabIndex={0} role="region" aria-label="Who was at which meeting, scrolling">
      <table className="matrix meetings" aria-label={`Who was at which meeting: ${of.title}`}>
        <thead>
          <tr>
            <th scope="col">Agency</th>
            {columns.map((column) => (
              <MeetingHead key={column.event.id} of={of} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, family }, place) => (
            <tr key={id} className={family === rows[place - 1]?.family ? '' : 'family-head'}>
              <th scope="row">
                <span className={`agency-name family-${family}`}>{name}</span>
              </th>
              {columns.map(({ event, meeting }) => (
                <PlaceCell key={event.id} place={meeting.places.get(id)} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">What was agreed, and what came of it</th>
            {columns.map(({ event, meeting }) => (
              <MeetingAgreed
                key={event.id}
                of={of}
                meeting={meeting}
                evidence={evidenceOf(of, meeting)}
                undone={undone}
              />
            ))}
          </tr>
        </tfoot>
      </table>
      {rest.length > 0 && (
        <p className="soft meetings-rest">
          With no place at {columns.length === 1 ? 'this meeting' : 'any of these'}:{' '}
          {formatList(rest.map(({ name }) => name))}.
        </p>
      )}
    </div>
  )
}

/** Meetings of which the chronology names one agency alone have no empty chair to show; that there were more is said. */
function sayAlone(of: Case, columns: readonly Column[]): string {
  const alone = of.events.filter(({ type }) => type === 'meeting').length - columns.length
  return alone > 0 ? ` Not shown: ${formatCount(alone, 'meeting')} with one agency named.` : ''
}

/** What the rules know of meetings. From one agency's place it is read from what that agency could have known, which the rules are not asked for. */
function useTold(of: Case, { asked, limits }: Review, hasSeat: boolean) {
  const ruled = useMeetings(asked.of, asked.day, limits, !hasSeat)
  const own = useMemo(() => (hasSeat ? tellMeetings(indexCase(of), limits) : undefined), [of, limits, hasSeat])
  const told = own ?? ruled.data
  const columns = useMemo(
    () =>
      told?.flatMap((meeting): Column[] => {
        const event = of.eventById.get(meeting.event)
        return event ? [{ event, meeting }] : []
      }),
    [of, told],
  )
  return { columns, trouble: ruled.error?.message }
}

interface Props {
  readonly of: Case
  readonly review: Review
  /** The last day shown, in words, and whether only what one agency could have known; undefined for the whole case. */
  readonly horizon: { readonly until: string; readonly hasSeat: boolean } | undefined
}

/** Agencies by meetings: who led, came, reported, stayed away or was not asked; minutes; what was agreed and what shows it done. */
export function MeetingTable({ of, review, horizon }: Props) {
  const hasSeat = horizon?.hasSeat ?? false
  const { columns, trouble } = useTold(of, review, hasSeat)
  const [isOnlyMissing, setOnlyMissing] = useState(false)
  const [most, setMost] = useState(FIRST_MEETINGS)
  const missing = useMemo(() => columns?.filter(({ meeting }) => isSomeoneMissing(meeting)), [columns])
  const alone = useMemo(() => sayAlone(of, columns ?? []), [of, columns])
  const wanted = isOnlyMissing ? missing : columns
  const shown = useMemo(() => wanted?.slice(0, most), [wanted, most])
  if (!columns || !missing || !wanted || !shown)
    return (
      <p className="matrix-waiting" role={trouble === undefined ? undefined : 'alert'}>
        {trouble === undefined
          ? 'Who was at which meeting is still being read.'
          : `The meetings could not be read: ${trouble}.`}
      </p>
    )
  if (columns.length === 0)
    return (
      <p className="matrix-waiting">
        No meeting of two or more agencies is in this chronology{horizon ? ' by then' : ''}.{alone}
      </p>
    )
  const undone = hasSeat
    ? 'no event it could have known shows it done'
    : `no event${horizon ? ` up to ${horizon.until}` : ''} shows it done`
  return (
    <div className="knowledge">
      <div className="meetings-above">
        <p role="status">
          {formatCount(columns.length, 'meeting')} of two or more agencies; someone was missing from {missing.length}.
          {alone}
        </p>
        <label>
          <input type="checkbox" checked={isOnlyMissing} onChange={(event) => setOnlyMissing(event.target.checked)} />
          Only meetings with someone missing
        </label>
        {shown.length < wanted.length && (
          <button type="button" className="plain-action" onClick={() => setMost(most + FIRST_MEETINGS)}>
            Show {Math.min(FIRST_MEETINGS, wanted.length - shown.length)} more of {wanted.length}
          </button>
        )}
      </div>
      <p className="soft meetings-note">
        Missing: absent, not invited, or at work with the family within{' '}
        {formatCount(review.limits.aroundMeeting, 'day')} of the meeting and not on its list. Lists are often
        incomplete.
      </p>
      <Table of={of} columns={shown} undone={undone} />
    </div>
  )
}
