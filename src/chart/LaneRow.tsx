import { memo } from 'react'
import type { FindingMark } from '#layout/findings.ts'
import { cutToWidth } from '#layout/labels.ts'
import type { PlacedLane } from '#layout/lanes.ts'
import type { MeasureText, Metrics } from '#layout/metrics.ts'
import type { Ribbon, RibbonCell } from '#layout/ribbons.ts'
import type { Spine } from '#layout/spines.ts'
import type { Focus } from '#layout/walk.ts'
import { EventSymbol } from './EventSymbol.tsx'
import { FindingShape } from './FindingShape.tsx'
import { DateBar, MarkShape } from './MarkShape.tsx'
import { SpineShape } from './SpineShape.tsx'

/** What is chosen, pointed at or left out, by id; and what to call each thing. Looked up while drawing, never placed. */
export interface Standing {
  readonly focus: Focus | undefined
  readonly selectedEvent: string | undefined
  readonly selectedFinding: string | undefined
  readonly evidence: ReadonlySet<string>
  readonly passingEvents: ReadonlySet<string>
  readonly passingFindings: ReadonlySet<string>
  readonly shownAgencies: ReadonlySet<string>
}

export interface Names {
  readonly ofMark: (eventId: string, agencyId: string) => string
  readonly ofFinding: (findingId: string) => string
  readonly ofSpine: (eventId: string) => string
  readonly ofCell: (agencyId: string, cell: RibbonCell) => string
}

export interface Actions {
  readonly choose: (eventId: string, agencyId: string) => void
  readonly chooseFinding: (findingId: string) => void
  /** Opens the list of a ribbon's events between two moments. */
  readonly openCell: (agencyId: string, cell: RibbonCell) => void
  /** Opens what arranges a lane; left out where lanes stay as they are. */
  readonly arrangeLane?: (agencyId: string) => void
}

interface Props {
  readonly lane: PlacedLane
  readonly findings: readonly FindingMark[]
  readonly spines: readonly Spine[]
  /** Set when the lane is too full for symbols. */
  readonly ribbon: Ribbon | undefined
  readonly standing: Standing
  readonly names: Names
  readonly actions: Actions
  readonly metrics: Metrics
  readonly measure: MeasureText
  readonly headPx: number
}

/** The name over one line or two, as the lane's height allows; cut at a word. */
function nameLines(lane: PlacedLane, widthPx: number, measure: MeasureText, metrics: Metrics): readonly string[] {
  const { name, code } = lane.agency
  if (measure(name, false) <= widthPx) return [name]
  const canWrap = lane.heightPx >= metrics.labelPx * 2.5
  const words = name.split(' ')
  for (let count = words.length - 1; canWrap && count > 0; count -= 1) {
    const first = words.slice(0, count).join(' ')
    if (measure(first, false) > widthPx) continue
    const second = cutToWidth(words.slice(count).join(' '), widthPx, false, measure)
    if (second) return [first, second]
  }
  const cut = cutToWidth(name, widthPx, false, measure)
  // Half a name is worse than the code that stands for it.
  return [cut && cut.length > name.length * 0.4 ? cut : code]
}

/** A lane's name beside its family's key. */
export function RowHeader({
  lane,
  metrics,
  measure,
  headPx,
  isDim,
  onArrange,
}: {
  readonly lane: PlacedLane
  readonly metrics: Metrics
  readonly measure: MeasureText
  readonly headPx: number
  readonly isDim: boolean
  readonly onArrange?: ((agencyId: string) => void) | undefined
}) {
  const trayPx = trayWidthPx(lane, metrics)
  const lines = nameLines(lane, headPx - 20 - trayPx, measure, metrics)
  const lineHeightPx = metrics.labelPx * 1.15
  const top = lane.y + lane.heightPx / 2 - ((lines.length - 1) * lineHeightPx) / 2 + metrics.labelPx * 0.35
  const { id, name, partOf } = lane.agency
  return (
    <g role="rowheader" aria-label={name} className={`row-header ${isDim ? 'dim' : ''}`}>
      <title>{partOf ? `${name}, ${partOf}` : name}</title>
      {onArrange && (
        <rect
          role="button"
          tabIndex={-1}
          aria-label={`Move, pin or hide ${name}`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          data-lane-head={id}
          className="lane-head"
          x={1}
          y={lane.y + 1}
          width={Math.max(24, headPx - 2 - trayPx)}
          height={lane.heightPx - 2}
          onClick={() => onArrange(id)}
        />
      )}
      <rect className="family-key" x={2} y={lane.y + 4} width={3} height={lane.heightPx - 8} />
      {lines.map((line, row) => (
        <text key={line} className="lane-name" x={12} y={top + row * lineHeightPx} aria-hidden="true">
          {line}
        </text>
      ))}
    </g>
  )
}

/** Chips stand side by side, closer where there are many. */
function trayStepPx(lane: PlacedLane, metrics: Metrics): number {
  const gaps = lane.tray.length - 1
  return gaps > 0 ? Math.min(metrics.glyphPx * 1.1, (metrics.glyphPx * 2.2) / gaps) : 0
}

function trayWidthPx(lane: PlacedLane, metrics: Metrics): number {
  return lane.tray.length === 0 ? 0 : metrics.glyphPx * 1.5 + trayStepPx(lane, metrics) * (lane.tray.length - 1)
}

/** Where the chip of an undated event stands in its lane's tray, in pixels from the chart's left edge. */
export function chipX(lane: PlacedLane, place: number, metrics: Metrics, headPx: number): number {
  return headPx - metrics.glyphPx * 0.9 - (lane.tray.length - 1 - place) * trayStepPx(lane, metrics)
}

/** Events of the lane without a date, in a tray at its left: one chip, which opens the first; the keyboard walks them all. */
function Tray({
  lane,
  metrics,
  headPx,
  standing,
  names,
  actions,
}: Pick<Props, 'lane' | 'metrics' | 'headPx' | 'standing' | 'names' | 'actions'>) {
  return lane.tray.map(({ event, agencyId, type }, place) => {
    const x = chipX(lane, place, metrics, headPx)
    const isSelected = standing.selectedEvent === event.id
    const hasFocus =
      standing.focus?.kind === 'event' && standing.focus.eventId === event.id && standing.focus.agencyId === agencyId
    return (
      <g role="gridcell" key={event.id}>
        <g
          role="button"
          tabIndex={hasFocus ? 0 : -1}
          aria-pressed={isSelected}
          aria-label={names.ofMark(event.id, agencyId)}
          data-event={event.id}
          data-lane={agencyId}
          className={`mark tray ${isSelected ? 'selected' : ''} ${standing.passingEvents.has(event.id) ? '' : 'dim'} ${standing.evidence.has(event.id) ? 'evidence' : ''}`}
          transform={`translate(${x} ${lane.lineY})`}
          onClick={() => actions.choose(event.id, agencyId)}
        >
          <circle className="ring" r={metrics.glyphPx * 0.95} />
          <EventSymbol type={type} exact={false} scale={(metrics.glyphPx / 12) * 0.85} />
        </g>
      </g>
    )
  })
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

/** One agency's lane: a row of the grid with its name, the findings it carries, the spines that start in it, and its marks. */
export const LaneRow = memo(function LaneRow({
  lane,
  findings,
  spines,
  ribbon,
  standing,
  names,
  actions,
  metrics,
  measure,
  headPx,
}: Props) {
  const { focus, selectedEvent, selectedFinding, evidence, passingEvents, passingFindings, shownAgencies } = standing
  const isLaneDim = !shownAgencies.has(lane.agency.id)
  return (
    <g
      role="row"
      className={`family-${lane.agency.family} ${isLaneDim ? 'lane-dim' : ''}`}
      data-agency={lane.agency.id}
    >
      <RowHeader {...{ lane, metrics, measure, headPx }} isDim={isLaneDim} onArrange={actions.arrangeLane} />
      <Tray {...{ lane, metrics, headPx, standing, names, actions }} />
      <g clipPath="url(#plot)">
        <g className="plot">
          <g aria-hidden="true">
            {lane.marks.map((mark) => (
              <DateBar
                key={mark.event.id}
                mark={mark}
                metrics={metrics}
                isDim={isLaneDim || !passingEvents.has(mark.event.id)}
              />
            ))}
          </g>
          {ribbon && <RibbonShape ribbon={ribbon} names={names} actions={actions} />}
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
              isDim={isLaneDim || !passingEvents.has(mark.event.id)}
              isSelected={selectedEvent === mark.event.id}
              isEvidence={evidence.has(mark.event.id)}
              hasFocus={focus?.kind === 'event' && focus.eventId === mark.event.id && focus.agencyId === mark.agencyId}
              actions={actions}
            />
          ))}
        </g>
      </g>
    </g>
  )
})
