import type { ReactNode } from 'react'
import { allWords } from '#layout/axis-words.ts'
import { hatchLines } from '#layout/hatch.ts'
import type { PlacedLabel } from '#layout/labels.ts'
import type { PlacedLane } from '#layout/lanes.ts'
import { type Measured, placeMeasure, wordsBeside } from '#layout/measured.ts'
import type { MeasureText } from '#layout/metrics.ts'
import type { PlacedNumber } from '#layout/paper-words.ts'
import type { Picture } from '#layout/place.ts'
import { AxisTicks, AxisTitles } from './Axis.tsx'
import { LaneGround, PlotGround } from './Backdrop.tsx'
import { DIM_SCALE, EventSymbol } from './EventSymbol.tsx'
import { FindingDrawing, type Lined } from './FindingDrawing.tsx'
import { RowHeader } from './LaneStart.tsx'
import { DateBar, EmptyChairs, MarkSymbol, ringRadius } from './MarkShape.tsx'
import { MeasureInLanes, MeasureOnAxis } from './MeasureShape.tsx'
import { OutlineShape } from './OutlineShape.tsx'
import { SpineDrawing } from './SpineShape.tsx'
import './chart.css'
import './static.css'

const EDGE_PX = 12

/** An undated event beside the lane heads. */
interface Chip {
  readonly key: string
  readonly family: string
  readonly type: PlacedLane['tray'][number]['type']
  /** Its number in a key; empty where there is none. */
  readonly number: string
  readonly isRinged?: boolean
  readonly isDim?: boolean
  readonly x: number
  readonly y: number
}

interface Props {
  readonly picture: Picture
  readonly measure: MeasureText
  /** Width of the lane names, and of the column of undated events beside them. */
  readonly headPx: number
  readonly trayPx: number
  readonly widthPx: number
  /** Where the plot's own pixel 0 lies, from the plot's left edge. */
  readonly panPx: number
  /** Whether an event's mark stands here, or only its bar reaches in. */
  readonly hasMark: (eventId: string) => boolean
  readonly isDim: (kind: 'event' | 'finding', id: string) => boolean
  /** Events to point out, as evidence is on the screen. */
  readonly ringed?: ReadonlySet<string> | undefined
  readonly labels: readonly PlacedLabel[]
  readonly numbers: readonly PlacedNumber[]
  readonly chips: readonly Chip[]
  /** Whether words start with the number of the key, which is then set apart. */
  readonly isKeyed: boolean
  /** The ends of a measure that is on. */
  readonly measured?: Measured | undefined
}

function Words({ label, isKeyed }: { readonly label: PlacedLabel; readonly isKeyed: boolean }) {
  const space = isKeyed && label.tone !== 'ground' ? label.text.indexOf(' ') : -1
  return (
    <text x={label.x} y={label.y} className={`label ${label.tone} ${label.bold ? 'bold' : ''}`}>
      {space > 0 && <tspan className="key-number">{label.text.slice(0, space)}</tspan>}
      {label.text.slice(Math.max(0, space))}
    </text>
  )
}

function Numbers({ numbers }: { readonly numbers: readonly PlacedNumber[] }) {
  return (
    <>
      {numbers.map(({ key, leader }) =>
        leader ? (
          <path key={key} className="leader" d={`M${leader.x0} ${leader.y0}L${leader.x1} ${leader.y1}`} />
        ) : null,
      )}
      {numbers.map(({ key, text, x, y }) => (
        <text key={key} className={text.startsWith('F') ? 'key-number of-finding' : 'key-number'} x={x} y={y}>
          {text}
        </text>
      ))}
    </>
  )
}

type MarksProps = Pick<Props, 'picture' | 'hasMark' | 'isDim' | 'ringed'>

function Bars({ picture, isDim }: MarksProps) {
  return picture.lanes.map((lane) => (
    <g key={lane.agency.id} className={`family-${lane.agency.family}`}>
      {lane.marks.map((mark) => (
        <DateBar key={mark.event.id} mark={mark} metrics={picture.metrics} isDim={isDim('event', mark.event.id)} />
      ))}
    </g>
  ))
}

function Marks({ picture, hasMark, isDim, ringed }: MarksProps) {
  return picture.lanes.map((lane) => (
    <g key={lane.agency.id} className={`family-${lane.agency.family}`}>
      {lane.marks.map((mark) =>
        hasMark(mark.event.id) ? (
          <g
            key={mark.event.id}
            className={`mark ${isDim('event', mark.event.id) ? 'dim' : ''} ${ringed?.has(mark.event.id) ? 'evidence' : ''}`}
            transform={`translate(${mark.x} ${mark.y})`}
          >
            {ringed?.has(mark.event.id) && <circle className="ring" r={ringRadius(picture.metrics)} />}
            <MarkSymbol mark={mark} metrics={picture.metrics} isDim={isDim('event', mark.event.id)} />
          </g>
        ) : null,
      )}
    </g>
  ))
}

function Chairs({ picture, hasMark, isDim }: MarksProps) {
  return picture.lanes.map(({ agency, marks }) => (
    <EmptyChairs
      key={agency.id}
      marks={marks.filter(({ event }) => hasMark(event.id))}
      metrics={picture.metrics}
      isDim={(id) => isDim('event', id)}
    />
  ))
}

function Ribbons({ picture }: Pick<Props, 'picture'>) {
  return picture.ribbons.map((ribbon) => {
    const family = picture.lanes.find(({ agency }) => agency.id === ribbon.agencyId)?.agency.family ?? ''
    return (
      <g key={ribbon.agencyId} className={`family-${family}`}>
        <path className="ribbon" d={ribbon.path} />
      </g>
    )
  })
}

/** How many more events stand under the one that shows. */
function Crowds({ picture }: Pick<Props, 'picture'>) {
  return picture.lanes.flatMap(({ agency, crowds }) =>
    crowds.map(({ start, x0, y, text }) => (
      <text key={`${agency.id} ${start}`} className="crowd-count" x={x0 + 2} y={y + picture.metrics.labelPx * 0.34}>
        {text}
      </text>
    )),
  )
}

function Findings({ picture, isDim, within }: MarksProps & { readonly within: Lined }) {
  return (
    <>
      {picture.findings.map((mark) => (
        <g
          key={`${mark.finding.id} ${mark.agencyId}`}
          className={isDim('finding', mark.finding.id) ? 'finding dim' : 'finding'}
        >
          <FindingDrawing mark={mark} metrics={picture.metrics} within={within} />
        </g>
      ))}
      {picture.spines.map((spine) => {
        const { event, minutes } = spine.meeting
        return (
          <g
            key={event.id}
            className={`spine ${minutes === 'not-recorded' ? 'no-minutes' : ''} ${isDim('event', event.id) ? 'dim' : ''}`}
          >
            <SpineDrawing spine={spine} />
          </g>
        )
      })}
    </>
  )
}

function Chips({ chips, scale }: { readonly chips: readonly Chip[]; readonly scale: number }) {
  return chips.map(({ key, family, type, number, isRinged = false, isDim = false, x, y }) => (
    <g key={key} className={`family-${family}`}>
      <g className={`mark ${isDim ? 'dim' : ''} ${isRinged ? 'evidence' : ''}`} transform={`translate(${x} ${y})`}>
        {isRinged && <circle className="ring" r={scale * 11} />}
        <EventSymbol type={type} exact={false} scale={scale * (isDim ? DIM_SCALE : 0.85)} />
      </g>
      <text className="key-number" x={x + scale * 7} y={y + scale * 4}>
        {number}
      </text>
    </g>
  ))
}

/** What is seen of a stretch laid out, from `panPx` on. */
export function Plot({
  x,
  widthPx,
  heightPx,
  panPx,
  children,
}: {
  readonly x: number
  readonly widthPx: number
  readonly heightPx: number
  readonly panPx: number
  readonly children: ReactNode
}) {
  return (
    <svg x={x} width={widthPx} height={heightPx} className="clip">
      <g transform={`translate(${panPx} 0)`}>{children}</g>
    </svg>
  )
}

/** The chart as a drawing alone, for paper and for a file: the chart's own shapes, nothing that can be pressed. */
export function StaticPicture(props: Props) {
  const { picture, measure, headPx, trayPx, widthPx, panPx, labels, numbers, chips, isKeyed, measured = [] } = props
  const { metrics, heightPx } = picture
  const plotX = headPx + trayPx
  const plotPx = Math.max(0, widthPx - plotX)
  // A little more than is seen, so that no line ends short of the edge.
  const within = { x0: -panPx - EDGE_PX, x1: plotPx - panPx + EDGE_PX, lines: hatchLines }
  const measuring = measured.length > 0 ? placeMeasure(picture, measured) : undefined
  const words = measuring && wordsBeside(measuring, allWords(picture), metrics, measure)
  return (
    <g aria-hidden="true">
      <g className="axis">
        <AxisTitles picture={picture} headPx={plotX} />
        <Plot x={plotX} widthPx={plotPx} heightPx={metrics.axisPx} panPx={panPx}>
          <AxisTicks picture={picture} words={words} />
          {measuring && <MeasureOnAxis measured={measuring} metrics={metrics} within={within} />}
        </Plot>
      </g>
      {trayPx > 0 && (
        <text className="tray-title" x={headPx + 2} y={metrics.axisPx - 5}>
          no date
        </text>
      )}
      <svg y={metrics.axisPx} width={widthPx} height={heightPx}>
        <g className="backdrop">
          <LaneGround picture={picture} headPx={plotX} widthPx={widthPx} />
          <Plot x={plotX} widthPx={plotPx} heightPx={heightPx} panPx={panPx}>
            <PlotGround picture={picture} linedWithin={within} />
          </Plot>
        </g>
        {picture.lanes.map((lane) => (
          <g key={lane.agency.id} className={`family-${lane.agency.family}`}>
            <RowHeader
              lane={trayPx > 0 || isKeyed ? { ...lane, tray: [] } : lane}
              metrics={metrics}
              measure={measure}
              headPx={headPx}
              isDim={false}
            />
          </g>
        ))}
        <Chips chips={chips} scale={metrics.glyphPx / 12} />
        <Plot x={plotX} widthPx={plotPx} heightPx={heightPx} panPx={panPx}>
          <Bars {...props} />
          {picture.outlines.map((outline, place) => (
            <OutlineShape key={place} outline={outline} metrics={metrics} />
          ))}
          <Ribbons picture={picture} />
          <Findings {...props} within={within} />
          <Marks {...props} />
          <Chairs {...props} />
          <Crowds picture={picture} />
          <g className="labels">
            <Numbers numbers={numbers} />
            {labels.map((label) => (
              <Words key={label.key} label={label} isKeyed={isKeyed} />
            ))}
          </g>
          {measuring && <MeasureInLanes measured={measuring} metrics={metrics} />}
        </Plot>
      </svg>
    </g>
  )
}

/** The outermost frame of a drawing: an image with a name, whose parts a listener need not hear. */
export function StaticFrame({
  label,
  widthPx,
  heightPx,
  viewBox,
  children,
}: {
  readonly label: string
  readonly widthPx: number
  readonly heightPx: number
  /** The part to show, where it is not all of it. */
  readonly viewBox?: string
  readonly children: ReactNode
}) {
  return (
    <svg
      className="chart static"
      role="img"
      aria-label={label}
      width={widthPx}
      height={heightPx}
      viewBox={viewBox ?? `0 0 ${widthPx} ${heightPx}`}
    >
      {children}
    </svg>
  )
}
