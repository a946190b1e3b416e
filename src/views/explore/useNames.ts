import { useMemo } from 'react'
import { findMeetingPoint } from '#analysis/meetings.ts'
import { nameApart, nameEvent, nameFinding, nameMeeting } from '#analysis/names.ts'
import type { Names } from '#chart/reader.ts'
import type { LaneIndexes } from '#layout/lane-index.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { span } from '#model/time.ts'
import { formatCount, formatSpan, formatWhen } from '#model/words.ts'

/** A function that finds each name once, when it is first asked for. */
function remember(find: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>()
  return (key) => {
    const name = known.get(key) ?? find(key)
    known.set(key, name)
    return name
  }
}

/** Spoken names of everything in a case's chart. A case may have more marks than anyone will ever hear, so none is made before it is needed. */
export function useNames(of: Case, indexes: LaneIndexes, counted: CaseEvent | undefined): Names {
  return useMemo(() => {
    const places = new Map<string, ReadonlyMap<string, number>>()
    const placesOf = (agencyId: string) => {
      const known = places.get(agencyId)
      if (known) return known
      const found = new Map(indexes.get(agencyId)?.stops.map(({ eventId }, place) => [eventId, place]))
      places.set(agencyId, found)
      return found
    }
    const ofMark = remember((key) => {
      const [eventId = '', agencyId = ''] = key.split(' ')
      const event = of.eventById.get(eventId)
      const agency = of.agencyById.get(agencyId)
      if (!event || !agency) return ''
      const stops = placesOf(agencyId)
      return nameEvent(of, event, agency, { position: (stops.get(eventId) ?? 0) + 1, count: stops.size, counted })
    })
    const ofSpine = remember((eventId) => {
      const event = of.eventById.get(eventId)
      const meeting = event && findMeetingPoint(of, event)
      if (!meeting) return ''
      const when = [formatWhen(event.when), nameApart(counted, event)].filter((part) => part !== undefined).join(', ')
      return `Meeting point, ${when}: ${event.title}; ${nameMeeting(meeting, undefined)}`
    })
    const ofFinding = remember((id) => {
      const finding = of.findingById.get(id)
      return finding ? nameFinding(of, finding, counted) : ''
    })
    return {
      ofMark: (eventId, agencyId) => ofMark(`${eventId} ${agencyId}`),
      ofFinding,
      ofSpine,
      ofCell: (agencyId, { start, end, count }) =>
        `${formatSpan(span(start, end))}: ${formatCount(count, 'event')}, ${of.agencyById.get(agencyId)?.name ?? ''}`,
    }
  }, [of, indexes, counted])
}
