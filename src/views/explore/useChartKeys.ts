import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { followWindow } from '#layout/standing.ts'
import type { Focus } from '#layout/walk.ts'
import { contains, type Instant } from '#model/time.ts'
import { walkTrail } from '#store/trail.ts'
import { select } from '#store/view.ts'
import { type ActIn, actOf } from '#views/keys.ts'
import { countByKey } from './count-key.ts'
import { momentOf } from './mark-place.ts'
import { useChartFocus } from './useChartFocus.ts'
import type { HorizonMoves } from './useHorizonLine.ts'
import { walkByKey } from './key-walk.ts'
import { pressLaneKey, startOf } from './lane-keys.ts'
import type { LaneMoves } from './useLaneMoves.ts'
import type { Timeline } from './useTimeline.ts'
import type { WindowMoves } from './useWindow.ts'

/** Acts that change the scale and leave the focus where it is. */
const SCALE_ACTS: Readonly<Partial<Record<ActIn<'chart'>, (moves: WindowMoves, at?: Instant) => void>>> = {
  'zoom-in': (moves, at) => moves.zoomBy(1 / 1.5, at),
  'zoom-out': (moves, at) => moves.zoomBy(1.5, at),
  'first-view': (moves) => moves.fitHome(),
}

/** Acts that move the window on or back, by a share of its length. */
const PAGES: Readonly<Partial<Record<ActIn<'chart'>, number>>> = { earlier: -0.8, later: 0.8 }

/** Acts that move the day the case is stopped at, where it is. */
const HORIZON_ACTS: Readonly<Partial<Record<ActIn<'chart'>, (moves: HorizonMoves) => void>>> = {
  'day-back': (moves) => moves.stepDays(-1),
  'day-on': (moves) => moves.stepDays(1),
  'event-back': (moves) => moves.stepEvent(-1),
  'event-on': (moves) => moves.stepEvent(1),
}

interface Input {
  readonly timeline: Timeline
  readonly moves: WindowMoves
  readonly laneMoves: LaneMoves
  readonly horizonMoves: HorizonMoves
  readonly focus: Focus | undefined
  readonly setFocus: (focus: Focus) => void
  /** Tells a listener what the eye would see. */
  readonly say: (news: string) => void
  /** Asks for a date to go to. */
  readonly askDate: (isAsking: boolean) => void
  readonly frame: RefObject<HTMLElement | null>
}

/** Keys of the chart: one tab stop, arrows walk the marks, Enter opens, letters act only while the chart has focus. */
export function useChartKeys(input: Input): (event: KeyboardEvent) => void {
  const { timeline, moves, laneMoves, horizonMoves, focus, say, askDate } = input
  const { goTo, keepInSight } = useChartFocus(input)
  return useCallback(
    (event: KeyboardEvent) => {
      const act = actOf(event, 'chart')
      if (!act) return
      event.preventDefault()
      // Lanes grow with the scale.
      keepInSight(SCALE_ACTS[act] !== undefined)
      if (pressLaneKey(event, act, { lanes: timeline.picture?.lanes ?? [], focus, moves: laneMoves })) return
      if (act === 'open') {
        if (focus?.kind === 'event') select({ kind: 'event', id: focus.eventId })
        if (focus?.kind === 'finding') select({ kind: 'finding', id: focus.findingId })
        if (focus) say('Details are open beside the chart; Escape closes them.')
        return
      }
      if (act === 'count') {
        const trouble = countByKey(timeline, focus)
        if (trouble !== undefined) say(trouble)
        return
      }
      const next = walkByKey(timeline, startOf(event.target, focus), act)
      if (next?.news !== undefined) say(next.news)
      if (next?.focus) {
        goTo(next.focus)
        const at = momentOf(timeline, next.focus)
        if (at !== undefined) moves.reveal({ start: at, end: at })
      }
      SCALE_ACTS[act]?.(moves, focus && momentOf(timeline, focus))
      const page = PAGES[act]
      if (page !== undefined) {
        // The keyboard comes along, so that the arrows go on from what is in sight.
        const to = moves.pageBy(page)
        const at = focus && momentOf(timeline, focus)
        const isInSight = at !== undefined && contains(to, at)
        const stop = isInSight ? focus : followWindow(focus, timeline.picture?.lanes ?? [], to)
        if (stop && stop !== focus) goTo(stop)
      }
      HORIZON_ACTS[act]?.(horizonMoves)
      if (act === 'date' && timeline.axis.kind === 'time') askDate(true)
      else if (act === 'date') say('This case has an order but no dates to go to.')
      if (act === 'back' && !walkTrail(-1)) say('There is no view before this one.')
      if (act === 'forward' && !walkTrail(1)) say('There is no view after this one.')
    },
    [timeline, moves, laneMoves, horizonMoves, focus, goTo, keepInSight, say, askDate],
  )
}
