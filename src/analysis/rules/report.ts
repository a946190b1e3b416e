import type { Case, CaseEvent } from '#model/case.ts'
import { formatEdtf, type When } from '#model/edtf.ts'
import { addCalendar, type Instant, type Span, toDate } from '#model/time.ts'
import type { Analysis } from './analyse.ts'
import { type Candidate, formatStretch } from './candidates.ts'
import type { Days } from '#analysis/certainty.ts'
import type { Chain } from './chains.ts'
import type { ClockReading } from './clocks.ts'
import type { Cell, Matrix } from '#analysis/knowledge/matrix.ts'
import { isSomeoneMissing, type Meeting } from './meeting-table.ts'
import type { AgencySilences, UnseenStretch } from './silences.ts'

/** An analysis as plain values for scripts: dates as EDTF, ids for events and agencies, null where something is not known. */

/** Days with null for an end that is not known. */
interface PlainDays {
  readonly least: number
  readonly most: number | null
}

const plainDays = ({ least, most }: Days): PlainDays => ({ least, most: Number.isFinite(most) ? most : null })
const plainWhen = (when: When | undefined) => (when ? formatEdtf(when) : null)
const plainId = (event: CaseEvent | undefined) => event?.id ?? null
const plainDay = (at: Instant) => (Number.isFinite(at) ? toDate(at).toISOString().slice(0, 10) : '..')

/** A half-open span as EDTF, its last day included: one day, or "first/last". */
function plainSpan(of: Span): string {
  const [first, last] = [plainDay(of.start), plainDay(addCalendar(of.end, -1, 'day'))]
  return first === last ? first : `${first}/${last}`
}

function plainCandidate(one: Candidate) {
  const { id, rule, kind, days, holders, receivers, events, certainty, limit, text, matches } = one
  const span = formatStretch(one)
  return {
    id,
    rule,
    kind,
    span,
    days: plainDays(days),
    holders,
    receivers,
    events,
    certainty,
    threshold: limit,
    text,
    matches,
  }
}

function plainSilences({ agency, involvement, pieces, silences }: AgencySilences) {
  return {
    agency,
    involvement,
    pieces: pieces.map(({ state, span }) => ({ state, span: plainSpan(span) })),
    silences: silences.map(({ from, to, span, lapse }) => ({
      span: plainSpan(span),
      days: plainDays(lapse),
      from: plainId(from),
      to: plainId(to),
    })),
  }
}

function plainUnseen({ from, to, lapse }: UnseenStretch) {
  return { from: from.id, to: to.id, days: plainDays(lapse) }
}

function plainChain({ request, hops, chases, end }: Chain) {
  return {
    event: request.event.id,
    date: plainWhen(request.event.when),
    senders: request.senders,
    recipients: request.recipients,
    hops: hops.map(({ name, event, lapse }) => ({ name, event: event.id, days: plainDays(lapse) })),
    chases: chases.map(({ id }) => id),
    end,
  }
}

function plainClock({ rule, start, startWhen, stop, elapsed, verdict }: ClockReading) {
  const { id, title, edition, authority, source, confirmed, limit, isLeast, unit } = rule
  return {
    id,
    title,
    edition,
    authority,
    source,
    confirmed,
    limit,
    limitIs: isLeast ? 'at least' : 'at most',
    unit,
    start: plainId(start),
    started: plainWhen(startWhen),
    stop: plainId(stop),
    stopped: plainWhen(stop?.when),
    elapsed: plainDays(elapsed),
    verdict,
  }
}

function plainCell(agency: string, cell: Cell) {
  switch (cell.state) {
    case 'knew':
    case 'in-part':
    case 'told-otherwise':
      return {
        agency,
        state: cell.state,
        since: plainWhen(cell.since),
        how: cell.how,
        event: cell.event ?? null,
        lag: cell.lapse ? plainDays(cell.lapse) : null,
      }
    case 'in-the-room':
      return { agency, state: cell.state, event: cell.event }
    case 'never':
    case 'not-needed':
      return { agency, state: cell.state }
    default:
      return cell satisfies never
  }
}

function plainMatrix({ agencies, rows }: Matrix) {
  return {
    agencies: agencies.map(({ id }) => id),
    facts: rows.map(({ fact, cells, longestLag }) => ({
      id: fact.id,
      title: fact.title,
      longestLag: Number.isFinite(longestLag) ? longestLag : null,
      cells: [...cells].map(([agency, cell]) => plainCell(agency, cell)),
    })),
  }
}

function plainMeeting(of: Case, meeting: Meeting) {
  const { event, minutes, places, agreed } = meeting
  return {
    event,
    date: plainWhen(of.eventById.get(event)?.when),
    minutes,
    someoneMissing: isSomeoneMissing(meeting),
    agencies: [...places].map(([agency, place]) => ({ agency, place })),
    agreed: agreed.map(({ title, agencies, basis, decision, due, done, lapse, asks }) => ({
      title,
      agencies,
      basis,
      asks,
      decision: decision ?? null,
      due: plainWhen(due),
      done: done ?? null,
      days: lapse ? plainDays(lapse) : null,
    })),
  }
}

/** The JSON that `npm run analyse` prints for one case. A span is EDTF as exact as its evidence; `most: null` means that the end is not known. */
export function describeAnalysis(of: Case, analysis: Analysis) {
  return {
    case: of.id,
    candidates: analysis.candidates.map(plainCandidate),
    silences: analysis.silences.map(plainSilences),
    unseen: analysis.unseen.map(plainUnseen),
    chains: analysis.chains.map(plainChain),
    clocks: analysis.clocks.map(plainClock),
    matrix: plainMatrix(analysis.matrix),
    meetings: analysis.meetings.map((meeting) => plainMeeting(of, meeting)),
  }
}
