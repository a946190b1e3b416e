import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Case } from '#model/case.ts'
import { FAMILY_NAME, type Family } from '#model/vocabulary.ts'
import { FIRST_LANES, type LaneChoice } from '#store/lane-choice.ts'
import { arrangeLanes, useView } from '#store/view.ts'
import { collapseFamily, hideLane, type Lane, listLanes, moveLane, pinLane, stepLane } from './lanes.ts'
import type { ShownLanes } from './useShownLanes.ts'

/** Everything that arranges lanes, as plain functions that stay the same across renders. */
export interface LaneMoves {
  /** Moves a lane past its neighbour, of those in sight or of all. */
  readonly step: (id: string, by: 1 | -1, among: 'in sight' | 'all') => void
  /** Moves a lane to a place among those in sight, counted before it is taken out. */
  readonly drop: (id: string, place: number) => void
  readonly pin: (lane: Lane, isPinned: boolean) => void
  readonly hide: (lane: Lane, isHidden: boolean) => void
  readonly collapse: (family: Family, isCollapsed: boolean) => void
  readonly arrange: (choice: LaneChoice, news: string) => void
  readonly reset: () => void
  readonly say: (news: string) => void
  /** Opens the list of lanes, at a lane when one is named. */
  readonly open: (id?: string) => void
  readonly close: () => void
}

export interface LaneArranging {
  readonly choice: LaneChoice
  readonly moves: LaneMoves
  /** What changed last, in a sentence. */
  readonly news: string
  /** Set while the list of lanes is open. */
  readonly opened: { readonly at: string | undefined } | undefined
}

/** "GP is now below Maternity, lane 3 of 12." among the lanes given. */
function sayPlace(lanes: readonly Lane[], id: string, ids: ReadonlySet<string>): string {
  const among = lanes.filter(({ agency }) => ids.has(agency.id))
  const place = among.findIndex(({ agency }) => agency.id === id)
  const above = among[place - 1]
  return `${among[place]?.agency.name ?? ''} is now ${above ? `below ${above.agency.name}` : 'at the top'}, lane ${place + 1} of ${among.length}.`
}

interface Setting extends ShownLanes {
  readonly of: Case
  readonly choice: LaneChoice
}

const idsOf = (lanes: readonly { readonly id: string }[]) => new Set(lanes.map(({ id }) => id))

/** Arranging of the lanes of a case: what it can do, what it did last, and whether its list is open. */
export function useLaneMoves(of: Case, shownLanes: ShownLanes): LaneArranging {
  const choice = useView(({ view }) => view.lanes)
  const [news, say] = useState('')
  const [opened, setOpened] = useState<LaneArranging['opened']>()
  const latest = useRef<Setting>({ ...shownLanes, of, choice })
  useLayoutEffect(() => {
    latest.current = { ...shownLanes, of, choice }
  })
  const moves = useMemo((): LaneMoves => {
    const arrange = (next: LaneChoice, words: string) => {
      arrangeLanes(next)
      say(words)
    }
    const moveTo = (next: LaneChoice, id: string, among: ReadonlySet<string>) =>
      arrange(next, sayPlace(listLanes(latest.current.of, latest.current.shown, next), id, among))
    const turn = (next: (choice: LaneChoice) => LaneChoice, words: string) =>
      arrange(next(latest.current.choice), words)
    return {
      step: (id, by, which) => {
        const { of: whole, shown, choice: now, allLanes, lanes } = latest.current
        const among = idsOf(which === 'all' ? allLanes.map(({ agency }) => agency) : lanes)
        const next = stepLane(whole, now, allLanes, { id, by, among })
        if (next) moveTo(next, id, among)
        else say(`${shown.agencyById.get(id)?.name ?? ''} is as far ${by === 1 ? 'down' : 'up'} as it can go.`)
      },
      drop: (id, place) => {
        const { of: whole, choice: now, allLanes, lanes } = latest.current
        const here = lanes.findIndex((lane) => lane.id === id)
        if (place === here || place === here + 1) return
        moveTo(moveLane(whole, now, allLanes, id, lanes[place]?.id), id, idsOf(lanes))
      },
      pin: (lane, isPinned) =>
        turn(
          (now) => pinLane(now, lane, isPinned),
          `${lane.agency.name} is ${isPinned ? 'pinned to the top' : 'no longer pinned'}.`,
        ),
      hide: (lane, isHidden) =>
        turn((now) => hideLane(now, lane, isHidden), `${lane.agency.name} is ${isHidden ? 'hidden' : 'shown again'}.`),
      collapse: (family, isCollapsed) =>
        turn(
          (now) => collapseFamily(now, family, isCollapsed),
          `${FAMILY_NAME[family]} is ${isCollapsed ? 'one lane' : 'a lane for each agency'}.`,
        ),
      arrange,
      reset: () => arrange(FIRST_LANES, 'Lanes are as the case opens.'),
      say,
      open: (id) => setOpened({ at: id }),
      close: () => setOpened(undefined),
    }
  }, [])
  return useMemo(() => ({ choice, moves, news, opened }), [choice, moves, news, opened])
}
