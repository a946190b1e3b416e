import { useMemo, useState } from 'react'
import type { Case } from '#model/case.ts'
import type { Span } from '#model/time.ts'
import { FAMILY_NAME, type Family } from '#model/vocabulary.ts'
import { formatCount } from '#model/words.ts'
import { FIRST_LANES, type LaneChoice } from '#store/lane-choice.ts'
import { arrangeLanes, useView } from '#store/view.ts'
import { collapseFamily, findEmpty, hideLane, type Lane, listLanes, moveLane, pinLane, stepLane } from './lanes.ts'
import { useLatest } from './useMotion.ts'
import type { ShownLanes } from './useShownLanes.ts'

/** Everything that arranges lanes, as plain functions that stay the same across renders. */
export interface LaneMoves {
  /** Moves a lane past its neighbour, of those in sight or of all. */
  readonly step: (id: string, by: 1 | -1, among: 'in sight' | 'all') => void
  /** Moves a lane to a place among those in sight, counted before it is taken out. */
  readonly drop: (id: string, place: number) => void
  readonly pin: (lane: Lane, isPinned: boolean) => void
  readonly hide: (lane: Lane, isHidden: boolean) => void
  /** Hides lanes in sight without events in the window. */
  readonly hideEmpty: () => void
  readonly showHidden: () => void
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
  readonly window: Span
  readonly of: Case
  readonly choice: LaneChoice
}

const idsOf = (lanes: readonly { readonly id: string }[]) => new Set(lanes.map(({ id }) => id))

type Say = (news: string) => void

function arrangeAs(next: LaneChoice, say: Say, news: string): void {
  arrangeLanes(next)
  say(news)
}

/** Moves of one lane past or before others. */
function placingMoves(now: () => Setting, say: Say): Pick<LaneMoves, 'step' | 'drop'> {
  const moveTo = (next: LaneChoice, id: string, among: ReadonlySet<string>) =>
    arrangeAs(next, say, sayPlace(listLanes(now().of, now().shown, next), id, among))
  return {
    step: (id, by, which) => {
      const { of, shown, choice, allLanes, lanes } = now()
      const among = idsOf(which === 'all' ? allLanes.map(({ agency }) => agency) : lanes)
      const next = stepLane(of, choice, allLanes, { id, by, among })
      if (next) moveTo(next, id, among)
      else say(`${shown.agencyById.get(id)?.name ?? ''} is as far ${by === 1 ? 'down' : 'up'} as it can go.`)
    },
    drop: (id, place) => {
      const { of, choice, allLanes, lanes } = now()
      const here = lanes.findIndex((lane) => lane.id === id)
      if (place === here || place === here + 1) return
      moveTo(moveLane(of, choice, allLanes, id, lanes[place]?.id), id, idsOf(lanes))
    },
  }
}

/** What changes which lanes there are. */
function turningMoves(now: () => Setting, say: Say) {
  const turn = (next: (choice: LaneChoice) => LaneChoice, news: string) => arrangeAs(next(now().choice), say, news)
  return {
    pin: (lane: Lane, isPinned: boolean) =>
      turn(
        (choice) => pinLane(choice, lane, isPinned),
        `${lane.agency.name} is ${isPinned ? 'pinned to the top' : 'no longer pinned'}.`,
      ),
    hide: (lane: Lane, isHidden: boolean) =>
      turn(
        (choice) => hideLane(choice, lane, isHidden),
        `${lane.agency.name} is ${isHidden ? 'hidden' : 'shown again'}.`,
      ),
    hideEmpty: () => {
      const { allLanes, lanes, activeIn, window } = now()
      const [inSight, active] = [idsOf(lanes), activeIn(window)]
      const empty = findEmpty(
        allLanes.filter(({ agency }) => inSight.has(agency.id)),
        active,
      )
      const hide = (choice: LaneChoice) => empty.reduce((one, lane) => hideLane(one, lane, true), choice)
      if (empty.length === 0) say(`${active.size === 0 ? 'No' : 'Every'} lane has events in this window.`)
      else turn(hide, `Hidden: ${formatCount(empty.length, 'lane')} without events in this window.`)
    },
    showHidden: () => turn((choice) => ({ ...choice, hidden: new Set() }), 'No lane is hidden.'),
    collapse: (family: Family, isCollapsed: boolean) =>
      turn(
        (choice) => collapseFamily(choice, family, isCollapsed),
        `${FAMILY_NAME[family]} is ${isCollapsed ? 'one lane' : 'a lane for each agency'}.`,
      ),
  }
}

/** Arranging of the lanes of a case: what it can do, what it did last, and whether its list is open. */
export function useLaneMoves(of: Case, timeline: ShownLanes & { readonly window: Span }): LaneArranging {
  const choice = useView(({ view }) => view.lanes)
  const [news, say] = useState('')
  const [opened, setOpened] = useState<LaneArranging['opened']>()
  const now = useLatest<Setting>({ ...timeline, of, choice })
  const moves = useMemo((): LaneMoves => {
    return {
      ...placingMoves(now, say),
      ...turningMoves(now, say),
      arrange: (next, words) => arrangeAs(next, say, words),
      reset: () => arrangeAs(FIRST_LANES, say, 'Lanes are as the case opens.'),
      say,
      open: (id) => setOpened({ at: id }),
      close: () => setOpened(undefined),
    }
  }, [now])
  return useMemo(() => ({ choice, moves, news, opened }), [choice, moves, news, opened])
}
