import { memo } from 'react'
import type { FindingMark } from '#layout/findings.ts'
import type { PlacedLane } from '#layout/lanes.ts'
import type { MeasureText, Metrics } from '#layout/metrics.ts'
import type { PlacedOutline } from '#layout/outlines.ts'
import type { Ribbon } from '#layout/ribbons.ts'
import type { Spine } from '#layout/spines.ts'
import { FindingShape } from './FindingShape.tsx'
import { DateBar, EmptyChairs, MarkShape } from './MarkShape.tsx'
import { LaneStart } from './LaneStart.tsx'
import { Outlines } from './OutlineShape.tsx'
import type { Actions, Names, Standing } from './reader.ts'
import { Panned } from './Panned.tsx'
import { SpineShape } from './SpineShape.tsx'

interface Props {
  readonly lane: PlacedLane
  readonly findings: readonly FindingMark[]
  readonly spines: readonly Spine[]
  readonly outlines: readonly PlacedOutline[]
  /** Set when the lane is too full for symbols. */
  readonly ribbon: Ribbon | undefined
  readonly standing: Standing
  readonly names: Names
  readonly actions: Actions
  readonly metrics: Metrics
  readonly measure: MeasureText
  readonly headPx: number
  readonly plotPx: number
  readonly drawnPx: number
}

/** A lane too full for symbols: its density, with a named cell for each stretch between two ticks. */
function RibbonShape({ ribbon, names, actions }: { readonly ribbon: Ribbon } & Pick<Props, 'names' | 'actions'>) {
  return (
    <>
      <path className="ribbon" d={ribbon.path} aria-hidden="true" />
      {ribbon.cells.map((cell) => (
        <rect
          key={cell.start}
          role="gridcell"
          tabIndex={-1}
          aria-label={names.ofCell(ribbon.agencyId, cell)}
          className="ribbon-cell"
          x={cell.x0}
          y={ribbon.y}
          width={cell.x1 - cell.x0}
          height={ribbon.heightPx}
          onClick={() => actions.openCell(ribbon.agencyId, cell)}
        />
      ))}
    </>
  )
}

/** Events that would stand on one another, as their number beside the one that shows. */
function Crowds({ lane, metrics, names, actions }: Pick<Props, 'lane' | 'metrics' | 'names' | 'actions'>) {
  return lane.crowds.map((crowd) => (
    <g
      key={crowd.start}
      role="gridcell"
      tabIndex={-1}
      aria-label={names.ofCell(lane.agency.id, crowd)}
      className="crowd"
      onClick={() => actions.openCell(lane.agency.id, crowd)}
    >
      <rect x={crowd.x0 - 2} y={crowd.y - 12} width={Math.max(24, crowd.x1 - crowd.x0)} height={24} />
      <text x={crowd.x0 + 2} y={crowd.y + metrics.labelPx * 0.34}>
        {crowd.text}
      </text>
    </g>
  ))
}

/** One agency's lane: a row of the grid with its name, the findings it carries, the spines that start in it, and its marks. */
export const LaneRow = memo(function LaneRow({
  lane,
  findings,
  spines,
  outlines,
  ribbon,
  standing,
  names,
  actions,
  metrics,
  measure,
  headPx,
  plotPx,
  drawnPx,
}: Props) {
  const { focus, selectedEvent, selectedFinding, evidence, passingEvents, passingFindings, shownAgencies } = standing
  const isLaneDim = !shownAgencies.has(lane.agency.id)
  const isDim = (eventId: string) => isLaneDim || !passingEvents.has(eventId)
  return (
    <div
      role="row"
      className={`family-${lane.agency.family} ${isLaneDim ? 'lane-dim' : ''}`}
      data-agency={lane.agency.id}
    >
      <LaneStart {...{ lane, standing, names, actions, metrics, measure, headPx }} isDim={isLaneDim} />
      <Panned leftPx={headPx} widthPx={plotPx} drawnPx={drawnPx} y={lane.y} heightPx={lane.heightPx}>
        <g aria-hidden="true">
          {lane.marks.map((mark) => (
            <DateBar key={mark.event.id} mark={mark} metrics={metrics} isDim={isDim(mark.event.id)} />
          ))}
        </g>
        <Outlines outlines={outlines} metrics={metrics} />
        {ribbon && <RibbonShape ribbon={ribbon} names={names} actions={actions} />}
        <Crowds {...{ lane, metrics, names, actions }} />
        {findings.map((mark) => (
          <FindingShape
            key={mark.finding.id}
            mark={mark}
            name={names.ofFinding(mark.finding.id)}
            metrics={metrics}
            isDim={!passingFindings.has(mark.finding.id)}
            isSelected={selectedFinding === mark.finding.id}
            hasFocus={focus?.kind === 'finding' && focus.findingId === mark.finding.id}
            onChoose={actions.chooseFinding}
          />
        ))}
        {spines.map((spine) => {
          const { id } = spine.meeting.event
          return (
            <SpineShape
              key={id}
              spine={spine}
              name={names.ofSpine(id)}
              isDim={!passingEvents.has(id)}
              isSelected={selectedEvent === id}
              onChoose={actions.choose}
            />
          )
        })}
        {lane.marks.map((mark) => (
          <MarkShape
            key={mark.event.id}
            mark={mark}
            name={names.ofMark(mark.event.id, mark.agencyId)}
            metrics={metrics}
            isDim={isDim(mark.event.id)}
            isSelected={selectedEvent === mark.event.id}
            isEvidence={evidence.has(mark.event.id)}
            hasFocus={focus?.kind === 'event' && focus.eventId === mark.event.id && focus.agencyId === mark.agencyId}
            actions={actions}
          />
        ))}
        <EmptyChairs marks={lane.marks} metrics={metrics} isDim={isDim} />
      </Panned>
    </div>
  )
})
