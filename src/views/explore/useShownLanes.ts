import { useCallback, useMemo } from 'react'
import { collapseFamilies } from '#analysis/collapse.ts'
import { applyFilter, type View } from '#analysis/filter.ts'
import type { Outline } from '#analysis/knowledge/veil.ts'
import type { Axis } from '#layout/axis.ts'
import { overlaps, type Span } from '#model/time.ts'
import type { Agency, Case } from '#model/case.ts'
import { useView } from '#store/view.ts'
import type { Seen } from '#views/horizon/useSeen.ts'
import { useOutlines } from './useOutlines.ts'
import { findActive, findBusy, type Lane, listLanes, withFamilies } from './lanes.ts'

export interface ShownLanes {
  /** The case as the chart has it: each collapsed family as one agency. */
  readonly shown: Case
  /** Events known only to others, in the lanes of the chart; undefined where nobody's place is taken. */
  readonly outlines: readonly Outline[] | undefined
  readonly view: View
  /** Every lane in the reader's order, those out of sight included. */
  readonly allLanes: readonly Lane[]
  /** Those in sight. */
  readonly lanes: readonly Agency[]
  /** Agencies with an event in a window, one known only to others among them. */
  readonly activeIn: (window: Span) => ReadonlySet<string>
  /** Agencies whose lanes are folded away because nothing of theirs is in the first view. */
  readonly quiet: readonly Agency[]
}

/** What of a case is shown, and in which lanes: the filter, and how the reader has arranged them. */
export function useShownLanes(seen: Seen, axis: Axis): ShownLanes {
  const of = seen.shown
  const { filter, hidesFiltered, showsQuietLanes, lanes: choice } = useView((state) => state.view)
  const shown = useMemo(() => collapseFamilies(of, choice.collapsed), [of, choice.collapsed])
  const view = useMemo(() => withFamilies(applyFilter(of, filter), of, shown), [of, shown, filter])
  const allLanes = useMemo(() => listLanes(of, shown, choice), [of, shown, choice])
  const outlines = useOutlines(seen, shown)
  const known = useCallback(
    (window: Span) =>
      (outlines ?? []).filter(({ when }) => overlaps(when.span, window)).map(({ agencyId }) => agencyId),
    [outlines],
  )
  const activeIn = useCallback(
    (window: Span) => new Set([...findActive(shown, axis, window), ...known(window)]),
    [shown, axis, known],
  )
  const busy = useMemo(() => new Set([...findBusy(shown, axis), ...known(axis.home)]), [shown, axis, known])
  return useMemo(() => {
    const unhidden = allLanes.filter(({ isHidden }) => !isHidden)
    const isQuiet = ({ agency, isPinned }: Lane) => !isPinned && !busy.has(agency.id)
    const isIn = (lane: Lane) =>
      (showsQuietLanes || !isQuiet(lane)) && (!hidesFiltered || view.agencies.has(lane.agency.id))
    const agencyOf = ({ agency }: Lane) => agency
    return {
      shown,
      outlines,
      view,
      allLanes,
      lanes: unhidden.filter(isIn).map(agencyOf),
      activeIn,
      quiet: unhidden.filter(isQuiet).map(agencyOf),
    }
  }, [shown, outlines, view, allLanes, busy, activeIn, hidesFiltered, showsQuietLanes])
}
