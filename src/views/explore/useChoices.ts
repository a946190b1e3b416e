import { useCallback, useMemo, useState } from 'react'
import type { Actions, Names } from '#chart/reader.ts'
import type { LaneIndexes } from '#layout/lane-index.ts'
import { eventsBetween } from '#layout/ribbons.ts'
import type { Touched } from '#layout/touch.ts'
import type { Focus } from '#layout/walk.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { formatCount, formatList } from '#model/words.ts'
import { select } from '#store/view.ts'
import type { Cluster } from '#views/details/ClusterList.tsx'

interface Choices {
  readonly actions: Actions
  /** The crowd whose events are listed; undefined when none is open. */
  readonly cluster: Cluster | undefined
  readonly closeCluster: () => void
}

/** What lies under a finger, findings first; the events of a crowd each by itself. */
function clusterOf(of: Case, indexes: LaneIndexes, touched: readonly Touched[]): Cluster {
  const findings = touched.flatMap((one) => (one.kind === 'finding' ? (of.findingById.get(one.findingId) ?? []) : []))
  const events = touched.flatMap((one): readonly CaseEvent[] => {
    if (one.kind === 'finding') return []
    if (one.kind === 'event') return [of.eventById.get(one.eventId) ?? []].flat()
    const index = indexes.get(one.agencyId)
    return index ? eventsBetween(index, one.cell.start, one.cell.end).map(({ event }) => event) : []
  })
  const each = [...new Set(events)].toSorted((a, b) => a.order - b.order)
  const counts = [
    findings.length > 0 ? formatCount(findings.length, 'finding') : [],
    each.length > 0 ? formatCount(each.length, 'event') : [],
  ]
  return { title: `${formatList(counts.flat())} close together`, events: each, findings }
}

/** What choosing something in the chart does. The actions stay the same while the chart moves. */
export function useChoices(
  of: Case,
  names: Names,
  indexes: LaneIndexes,
  setFocus: (focus: Focus) => void,
  arrangeLane: (agencyId: string) => void,
): Choices {
  const [cluster, setCluster] = useState<Cluster>()
  const actions = useMemo(
    (): Actions => ({
      choose: (id, agencyId) => {
        setFocus({ kind: 'event', agencyId, eventId: id })
        select({ kind: 'event', id })
      },
      chooseFinding: (id) => {
        setFocus({ kind: 'finding', findingId: id })
        select({ kind: 'finding', id })
      },
      arrangeLane,
      openCell: (agencyId, cell) => {
        const index = indexes.get(agencyId)
        if (!index) return
        select(undefined)
        setCluster({
          title: names.ofCell(agencyId, cell),
          events: eventsBetween(index, cell.start, cell.end).map(({ event }) => event),
          findings: [],
        })
      },
      openTouched: (touched) => {
        select(undefined)
        setCluster(clusterOf(of, indexes, touched))
      },
    }),
    [of, indexes, names, setFocus, arrangeLane],
  )
  const closeCluster = useCallback(() => setCluster(undefined), [])
  return { actions, cluster, closeCluster }
}
