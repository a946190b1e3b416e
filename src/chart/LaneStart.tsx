import type { PlacedLane } from '#layout/lanes.ts'
import { cutToWidth } from '#layout/labels.ts'
import { placeTray, trayWidthPx } from '#layout/tray.ts'
import type { MeasureText, Metrics } from '#layout/metrics.ts'
import { DIM_SCALE, EventSymbol } from './EventSymbol.tsx'
import type { EventType } from '#model/vocabulary.ts'
import type { Actions, Names, Standing } from './reader.ts'

interface Props {
  readonly lane: PlacedLane
  readonly standing: Standing
  readonly names: Names
  readonly actions: Actions
  readonly metrics: Metrics
  readonly measure: MeasureText
  readonly headPx: number
  readonly isDim: boolean
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

/** What an event without a date looks like, centred on 0. */
export function ChipDrawing({
  type,
  metrics,
  isDim,
}: {
  readonly type: EventType
  readonly metrics: Metrics
  readonly isDim: boolean
}) {
  return (
    <>
      <circle className="ring" r={metrics.glyphPx * 0.95} />
      <EventSymbol type={type} exact={false} scale={(metrics.glyphPx / 12) * (isDim ? DIM_SCALE : 0.85)} />
    </>
  )
}

/** Events of the lane without a date, in a tray at its left: a chip each. */
function Tray({ lane, metrics, headPx, standing, names, actions }: Omit<Props, 'measure' | 'isDim'>) {
  const chips = placeTray(lane, metrics, headPx)
  return lane.tray.map(({ event, agencyId, type }, place) => {
    const { x, y } = chips[place] ?? { x: 0, y: lane.lineY }
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
          transform={`translate(${x} ${y})`}
          onClick={() => actions.choose(event.id, agencyId)}
        >
          <ChipDrawing type={type} metrics={metrics} isDim={!standing.passingEvents.has(event.id)} />
        </g>
      </g>
    )
  })
}

/** What stands at the left of a lane and does not pan: its name, and its undated events. */
export function LaneStart({ isDim, lane, standing, names, actions, metrics, measure, headPx }: Props) {
  return (
    <svg
      role="presentation"
      className="lane-start"
      style={{ top: lane.y }}
      width={headPx}
      height={lane.heightPx}
      viewBox={`0 ${lane.y} ${headPx} ${lane.heightPx}`}
    >
      <RowHeader {...{ lane, metrics, measure, headPx }} isDim={isDim} onArrange={actions.arrangeLane} />
      <Tray {...{ lane, metrics, headPx, standing, names, actions }} />
    </svg>
  )
}
