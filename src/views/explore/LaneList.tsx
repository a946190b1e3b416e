import { type KeyboardEvent, useMemo } from 'react'
import type { Case } from '#model/case.ts'
import { FAMILY_NAME } from '#model/vocabulary.ts'
import { formatCount } from '#model/words.ts'
import { type Lane, type LaneLine, lineUp } from './lanes.ts'
import type { LaneMoves } from './useLaneMoves.ts'
import type { Timeline } from './useTimeline.ts'

function stepByKey(event: KeyboardEvent, lane: Lane, moves: LaneMoves): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
  if (!event.altKey || by === undefined) return
  event.preventDefault()
  moves.step(lane.agency.id, by, 'all')
}

interface ButtonsProps {
  readonly lane: Lane
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly moves: LaneMoves
}

/** Not `disabled` at the ends: a button that loses focus under the reader's finger leaves the keyboard nowhere. */
function LaneButtons({ lane, isFirst, isLast, moves }: ButtonsProps) {
  const { id, name } = lane.agency
  const onKeyDown = (event: KeyboardEvent) => stepByKey(event, lane, moves)
  return (
    <span className="lane-buttons">
      <button
        type="button"
        aria-label={`Move ${name} up`}
        aria-disabled={isFirst}
        onClick={() => moves.step(id, -1, 'all')}
        onKeyDown={onKeyDown}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={`Move ${name} down`}
        aria-disabled={isLast}
        onClick={() => moves.step(id, 1, 'all')}
        onKeyDown={onKeyDown}
      >
        ↓
      </button>
      <button
        type="button"
        aria-label={`Pin ${name} to the top`}
        aria-pressed={lane.isPinned}
        onClick={() => moves.pin(lane, !lane.isPinned)}
        onKeyDown={onKeyDown}
      >
        Pin
      </button>
      <button
        type="button"
        aria-label={`Hide ${name}`}
        aria-pressed={lane.isHidden}
        onClick={() => moves.hide(lane, !lane.isHidden)}
        onKeyDown={onKeyDown}
      >
        Hide
      </button>
    </span>
  )
}

interface ItemProps {
  readonly line: LaneLine
  readonly lanes: readonly Lane[]
  readonly isQuiet: boolean
  readonly moves: LaneMoves
}

function LaneItem({ line, lanes, isQuiet, moves }: ItemProps) {
  const { lane, family, familySize, level } = line
  const name = lane?.agency.name ?? FAMILY_NAME[family]
  const isCollapsed = lane !== undefined && familySize !== undefined
  const place = lane ? lanes.indexOf(lane) : -1
  return (
    <li
      className={`lane-item level-${level} family-${family} ${lane?.isHidden ? 'is-hidden' : ''}`}
      data-lane-row={lane?.agency.id}
    >
      <span className="family-swatch" aria-hidden="true" />
      {familySize === undefined ? (
        <span className="lane-title">
          {name}
          {lane ? isQuiet && <span className="soft">, quiet</span> : <span className="soft">, continued</span>}
        </span>
      ) : (
        <button
          type="button"
          className="lane-title lane-fold"
          aria-expanded={!isCollapsed}
          onClick={() => moves.collapse(family, !isCollapsed)}
        >
          <span aria-hidden="true">{isCollapsed ? '▸' : '▾'}</span> {name}
          <span className="soft">
            , {formatCount(familySize, 'agency', 'agencies')}
            {isCollapsed && ' in one lane'}
          </span>
        </button>
      )}
      {lane && (
        <LaneButtons
          lane={lane}
          isFirst={lanes[place - 1]?.isPinned !== lane.isPinned}
          isLast={lanes[place + 1]?.isPinned !== lane.isPinned}
          moves={moves}
        />
      )}
    </li>
  )
}

/** Every lane of the case from the top, under the names of families. */
export function LaneList({
  of,
  timeline,
  moves,
}: {
  readonly of: Case
  readonly timeline: Timeline
  readonly moves: LaneMoves
}) {
  const { allLanes, quiet } = timeline
  const lines = useMemo(() => lineUp(of, allLanes), [of, allLanes])
  return (
    <ul className="lane-list" aria-label="Lanes from the top">
      {lines.map((line) => (
        <LaneItem
          key={line.key}
          line={line}
          lanes={allLanes}
          isQuiet={line.lane !== undefined && quiet.includes(line.lane.agency)}
          moves={moves}
        />
      ))}
    </ul>
  )
}
