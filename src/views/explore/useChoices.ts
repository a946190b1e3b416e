import { useCallback, useMemo, useState } from 'react'
import type { Actions, Names } from '#chart/reader.ts'
import type { LaneIndexes } from '#layout/lane-index.ts'
import { eventsBetween } from '#layout/ribbons.ts'
import type { Focus } from '#layout/walk.ts'
import { select } from '#store/view.ts'
import type { Cluster } from '#views/details/ClusterList.tsx'

interface Choices {
  readonly actions: Actions
  /** The crowd whose events are listed; undefined when none is open. */
  readonly cluster: Cluster | undefined
  readonly closeCluster: () => void
}

/** What choosing something in the chart does. The actions stay the same while the chart moves. */
export function useChoices(
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
        })
      },
    }),
    [indexes, names, setFocus, arrangeLane],
  )
  const closeCluster = useCallback(() => setCluster(undefined), [])
  return { actions, cluster, closeCluster }
}
