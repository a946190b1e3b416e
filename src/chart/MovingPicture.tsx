import { allWords, groundWithin } from '#layout/axis-words.ts'
import { type Measured, placeMeasure, wordsBeside } from '#layout/measured.ts'
import type { Extent } from '#layout/rows.ts'
import type { PlacedLane } from '#layout/lanes.ts'
import type { PlacedMark } from '#layout/marks.ts'
import type { Box, MeasureText, Metrics } from '#layout/metrics.ts'
import type { Picture } from '#layout/place.ts'
import { placeTray } from '#layout/tray.ts'
import { AxisTicks, AxisTitles } from './Axis.tsx'
import { LaneGround, PlotGround } from './Backdrop.tsx'
import { findingBox } from '#layout/touch.ts'
import { FindingDrawing } from './FindingDrawing.tsx'
import { LabelText } from './LabelText.tsx'
import { ChipDrawing, RowHeader } from './LaneStart.tsx'
import { DateBar, EmptyChairs, MarkSymbol, ringRadius } from './MarkShape.tsx'
import { MeasureInLanes, MeasureOnAxis } from './MeasureShape.tsx'
import { OutlineShape } from './OutlineShape.tsx'
import type { Standing } from './reader.ts'
import { SpineDrawing } from './SpineShape.tsx'
import { Plot } from './StaticPicture.tsx'

export interface Moved {
  readonly picture: Picture
  /** How far the start of the window lies behind the start of the stretch laid out, in pixels. */
  readonly panPx: number
}

interface Props extends Moved {
  readonly standing: Standing
  readonly measured: Measured
  readonly measure: MeasureText
  readonly headPx: number
  readonly widthPx: number
  /** Of the lanes in sight, and how far they are scrolled. */
  readonly heightPx: number
  readonly scrolledPx: number
}

interface LaneProps extends Pick<Props, 'picture' | 'standing'> {
  readonly lane: PlacedLane
  /** What is in sight of the stretch laid out. */
  readonly sight: Extent
}

/** Further than a symbol, its ring and a step aside reach. */
const REACH_PX = 40

/** Wider than the words of a tick. */
const TICK_WORDS_PX = 120

const isIn = ({ x0, x1 }: Extent, from: number, to = from) => to > x0 - REACH_PX && from < x1 + REACH_PX

/** How an event stands to the reader, as classes; empty for most. */
function stateOf({ event, agencyId }: Pick<PlacedMark, 'event' | 'agencyId'>, standing: Standing): string {
  const { focus, selectedEvent, evidence, passingEvents } = standing
  const hasFocus = focus?.kind === 'event' && focus.eventId === event.id && focus.agencyId === agencyId
  return [
    !passingEvents.has(event.id) && 'dim',
    selectedEvent === event.id && 'selected',
    evidence.has(event.id) && 'evidence',
    hasFocus && 'focused',
  ]
    .filter(Boolean)
    .join(' ')
}

/** A lane's name, and its events without a date. */
function MovingStart({
  lane,
  picture,
  standing,
  measure,
  headPx,
}: Omit<LaneProps, 'sight'> & Pick<Props, 'measure' | 'headPx'>) {
  const { metrics } = picture
  const isDim = !standing.shownAgencies.has(lane.agency.id)
  const chips = placeTray(lane, metrics, headPx)
  return (
    <g className={`family-${lane.agency.family} ${isDim ? 'lane-dim' : ''}`}>
      <RowHeader {...{ lane, metrics, measure, headPx, isDim }} />
      {lane.tray.map((chip, place) => (
        <g
          key={chip.event.id}
          className={`mark tray ${stateOf(chip, standing)}`}
          transform={`translate(${chips[place]?.x ?? 0} ${chips[place]?.y ?? lane.lineY})`}
        >
          <ChipDrawing type={chip.type} metrics={metrics} isDim={!standing.passingEvents.has(chip.event.id)} />
        </g>
      ))}
    </g>
  )
}

function MovingMark({
  mark,
  isLaneDim,
  metrics,
  standing,
}: {
  readonly mark: PlacedMark
  readonly isLaneDim: boolean
  readonly metrics: Metrics
  readonly standing: Standing
}) {
  const state = stateOf(mark, standing)
  const isDim = isLaneDim || !standing.passingEvents.has(mark.event.id)
  return (
    <g className={`mark ${isLaneDim ? 'dim' : ''} ${state}`} transform={`translate(${mark.x} ${mark.y})`}>
      {state !== '' && <circle className="ring" r={ringRadius(metrics)} />}
      <MarkSymbol mark={mark} metrics={metrics} isDim={isDim} />
    </g>
  )
}

const Hit = ({ box }: { readonly box: Box }) => (
  <rect className="hit" x={box.x0} y={box.y0} width={box.x1 - box.x0} height={box.y1 - box.y0} />
)

/** What stands in a lane, in the order in which the page paints it. */
function MovingLane({ lane, sight, picture, standing }: LaneProps) {
  const { metrics, outlines, ribbons, findings, spines } = picture
  const { selectedEvent, selectedFinding, passingEvents, passingFindings, shownAgencies } = standing
  const isOwn = ({ agencyId }: { readonly agencyId: string }) => agencyId === lane.agency.id
  const isLaneDim = !shownAgencies.has(lane.agency.id)
  return (
    <g className={`family-${lane.agency.family} ${isLaneDim ? 'lane-dim' : ''}`}>
      {lane.marks.map((mark) =>
        isIn(sight, mark.barX0, mark.barX1) ? (
          <DateBar
            key={mark.event.id}
            mark={mark}
            metrics={metrics}
            isDim={isLaneDim || !passingEvents.has(mark.event.id)}
          />
        ) : null,
      )}
      {outlines.map((outline, place) =>
        isOwn(outline) && isIn(sight, outline.x0, outline.x1) ? (
          <OutlineShape key={place} outline={outline} metrics={metrics} />
        ) : null,
      )}
      {ribbons.map((ribbon) =>
        isOwn(ribbon) ? <path key={ribbon.agencyId} className="ribbon" d={ribbon.path} /> : null,
      )}
      {lane.crowds.map(({ start, x0, x1, y, text }) =>
        isIn(sight, x0, x1) ? (
          <g key={start} className="crowd">
            <text x={x0 + 2} y={y + metrics.labelPx * 0.34}>
              {text}
            </text>
          </g>
        ) : null,
      )}
      {findings.map((mark) => {
        const { id } = mark.finding
        if (!isOwn(mark) || !isIn(sight, mark.x, 'x1' in mark ? mark.x1 : mark.x)) return null
        const isSelected = selectedFinding === id
        return (
          <g key={id} className={`finding ${passingFindings.has(id) ? '' : 'dim'} ${isSelected ? 'selected' : ''}`}>
            {isSelected && <Hit box={findingBox(mark, metrics)} />}
            <FindingDrawing mark={mark} metrics={metrics} />
          </g>
        )
      })}
      {spines.map((spine) => {
        const { event, minutes } = spine.meeting
        if (!isOwn(spine) || !isIn(sight, spine.x)) return null
        const state = `${passingEvents.has(event.id) ? '' : 'dim'} ${selectedEvent === event.id ? 'selected' : ''}`
        return (
          <g key={event.id} className={`spine ${minutes === 'not-recorded' ? 'no-minutes' : ''} ${state}`}>
            <SpineDrawing spine={spine} />
          </g>
        )
      })}
      {lane.marks.map((mark) =>
        isIn(sight, mark.x) ? <MovingMark key={mark.event.id} {...{ mark, isLaneDim, metrics, standing }} /> : null,
      )}
      <EmptyChairs
        marks={lane.marks.filter(({ x }) => isIn(sight, x))}
        metrics={metrics}
        isDim={(id) => isLaneDim || !passingEvents.has(id)}
      />
    </g>
  )
}

/** What holds the line of the horizon, as it looks. */
function GripBox({ picture, panPx }: Moved) {
  const { axisPx } = picture.metrics
  const line = picture.guides.find(({ kind }) => kind === 'horizon')
  return line && <rect className="grip-box" x={line.x - panPx - 4} y={axisPx - 21} width={8} height={18} />
}

/**
 * The chart as it looks while the scale changes: what the page draws at rest, by the same components and in the same
 * order, without what can be pressed. Drawn on a canvas, since a frame cannot wait for the page to be laid out.
 */
export function MovingPicture(props: Props) {
  const { panPx, standing, measured, measure, headPx, widthPx, heightPx, scrolledPx } = props
  const plotPx = Math.max(0, widthPx - headPx)
  const sight = { x0: panPx, x1: panPx + plotPx }
  const { metrics, lanes } = props.picture
  const picture = {
    ...props.picture,
    ...groundWithin(props.picture, sight.x0, sight.x1, measure),
    ticks: props.picture.ticks.filter(({ x }) => isIn(sight, x, x + TICK_WORDS_PX)),
  }
  const measuring = measured.length > 0 ? placeMeasure(picture, measured) : undefined
  const words = measuring && wordsBeside(measuring, allWords(picture), metrics, measure)
  return (
    <>
      <g className="axis">
        <AxisTitles picture={picture} headPx={headPx} />
        <Plot x={headPx} widthPx={plotPx} heightPx={metrics.axisPx} panPx={-panPx}>
          <AxisTicks picture={picture} words={words} />
          {measuring && <MeasureOnAxis measured={measuring} metrics={metrics} />}
        </Plot>
      </g>
      <svg y={metrics.axisPx} width={widthPx} height={heightPx}>
        <g className="lanes" transform={`translate(0 ${-scrolledPx})`}>
          <LaneGround picture={picture} headPx={headPx} widthPx={widthPx} />
          {lanes.map((lane) => (
            <MovingStart key={lane.agency.id} {...{ lane, picture, standing, measure, headPx }} />
          ))}
          <Plot x={headPx} widthPx={plotPx} heightPx={picture.heightPx} panPx={-panPx}>
            <PlotGround picture={picture} />
            {lanes.map((lane) => (
              <MovingLane key={lane.agency.id} {...{ lane, sight, picture, standing }} />
            ))}
            <g className="labels">
              {picture.labels.map((label) => (
                <LabelText key={label.key} label={label} isSelected={standing.selectedEvent === label.key} />
              ))}
            </g>
            {measuring && <MeasureInLanes measured={measuring} metrics={metrics} />}
          </Plot>
        </g>
      </svg>
      <g transform={`translate(${headPx} 0)`}>
        <GripBox picture={picture} panPx={panPx} />
      </g>
    </>
  )
}
