import { useMemo } from 'react'
import { familyLaneId } from '#analysis/collapse.ts'
import type { Outline } from '#analysis/knowledge/veil.ts'
import type { Case } from '#model/case.ts'
import type { Seen } from '#views/horizon/useSeen.ts'

/** Events known only to others, in the lanes of the chart: that of a collapsed family stands for its agencies. */
export function useOutlines({ shown, outlines }: Seen, drawn: Case): readonly Outline[] | undefined {
  return useMemo(
    () =>
      outlines?.map((outline) => {
        const family = shown.agencyById.get(outline.agencyId)?.family
        const isOwnLane = family === undefined || drawn.agencyById.has(outline.agencyId)
        return isOwnLane ? outline : { ...outline, agencyId: familyLaneId(family) }
      }),
    [shown, outlines, drawn],
  )
}
