import { useMemo } from 'react'
import { findMeetingPoint } from '#analysis/meetings.ts'
import { nameEvent, nameFinding, nameMeeting } from '#analysis/names.ts'
import type { Names } from '#chart/LaneRow.tsx'
import type { Case } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'

/** Spoken names of everything in a case's chart, found once. */
export function useNames(of: Case): Names {
  return useMemo(() => {
    const marks = new Map<string, string>()
    for (const agency of of.agencies) {
      const events = of.events.filter((event) => event.agencies.some(({ id }) => id === agency.id))
      events.forEach((event, place) => {
        marks.set(`${event.id} ${agency.id}`, nameEvent(of, event, agency, place + 1, events.length))
      })
    }
    const findings = new Map(of.findings.map((finding) => [finding.id, nameFinding(of, finding)]))
    const spines = new Map(
      of.events.flatMap((event) => {
        const meeting = findMeetingPoint(of, event)
        return meeting
          ? [
              [
                event.id,
                `Meeting point, ${formatWhen(event.when)}: ${event.title}; ${nameMeeting(meeting, undefined)}`,
              ] as const,
            ]
          : []
      }),
    )
    return {
      ofMark: (eventId, agencyId) => marks.get(`${eventId} ${agencyId}`) ?? '',
      ofFinding: (id) => findings.get(id) ?? '',
      ofSpine: (id) => spines.get(id) ?? '',
    }
  }, [of])
}
