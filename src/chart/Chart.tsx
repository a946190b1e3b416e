import { type KeyboardEvent, type RefObject, useMemo, useRef } from 'react'
import { allWords, axisWordsWithin, groundWithin } from '#layout/axis-words.ts'
import { type Measured, placeMeasure, wordsBeside } from '#layout/measured.ts'
import type { MeasureText } from '#layout/metrics.ts'
import type { Picture } from '#layout/place.ts'
import { Axis } from './Axis.tsx'
import { Backdrop } from './Backdrop.tsx'
import { LaneDrop } from './LaneDrop.tsx'
import { LabelsLayer } from './LabelsLayer.tsx'
import { LaneRow } from './LaneRow.tsx'
import { MeasureLayer } from './MeasureShape.tsx'
import type { Actions, Names, Standing } from './reader.ts'
import { type Moving, MovingChart } from './MovingChart.tsx'
import './chart.css'
import { type Grip, HorizonGrip } from './HorizonGrip.tsx'
import { useLaneDrag } from './useLaneDrag.ts'
import { usePan } from './usePan.ts'
import { useTouch } from './useTouch.ts'
import { type TimeGestures, useTimeGestures } from './useTimeGestures.ts'

interface Props {
  readonly label: string
  /** Id of the element whose words describe the picture. */
  readonly describedBy: string
  readonly picture: Picture
  /** How far the start of the window lies behind the start of the stretch laid out, in pixels. */
  readonly panPx: number
  /** Whether a pan is under way. */
  readonly isPanning: boolean
  readonly widthPx: number
  readonly headPx: number
  readonly standing: Standing
  readonly names: Names
  readonly actions: Actions
  readonly measure: MeasureText
  readonly gestures: TimeGestures
  readonly moving: Moving
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** A lane was dragged to a place among the lanes drawn; left out where lanes stay as they are. */
  readonly onMoveLane?: (agencyId: string, place: number) => void
  /** The day the case is stopped at; undefined where it is shown whole. */
  readonly grip?: Grip | undefined
  /** The two ends of a measure that is on. */
  readonly measured?: Measured | undefined
  readonly scrollRef: RefObject<HTMLDivElement | null>
}

function groupBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const known = groups.get(key(one))
    if (known) known.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

function sortByLane({ findings, outlines, ribbons, spines }: Picture) {
  const lane = ({ agencyId }: { readonly agencyId: string }) => agencyId
  return {
    findingsOf: groupBy(findings, lane),
    outlinesOf: groupBy(outlines, lane),
    ribbonOf: new Map(ribbons.map((ribbon) => [ribbon.agencyId, ribbon])),
    spinesOf: groupBy(spines, lane),
  }
}

type MeasuringInput = Pick<Props, 'picture' | 'measure' | 'isPanning' | 'panPx'> & {
  readonly measured: Measured
  readonly plotPx: number
}

/** A measure that is on, and the words of the axis that are wholly in sight and leave its letters room. */
function useMeasuring({ picture, measured, measure, isPanning, panPx, plotPx }: MeasuringInput) {
  const measuring = useMemo(
    () => (measured.length > 0 ? placeMeasure(picture, measured) : undefined),
    [picture, measured],
  )
  // The same for every frame of a pan, which then draws no axis again.
  const panned = useMemo(
    () => measuring && wordsBeside(measuring, allWords(picture), picture.metrics, measure),
    [measuring, picture, measure],
  )
  const axisWords = useMemo(() => {
    if (isPanning) return panned
    const words = axisWordsWithin(picture, panPx, panPx + plotPx, measure)
    return measuring ? wordsBeside(measuring, words, picture.metrics, measure) : words
  }, [isPanning, panned, picture, panPx, plotPx, measure, measuring])
  return { measuring, axisWords }
}

/** The swimlanes: a grid with a row per agency. Told everything by props; panning moves one transform and redraws nothing. */
export function Chart({
  label,
  describedBy,
  picture,
  panPx,
  isPanning,
  widthPx,
  headPx,
  standing,
  names,
  actions,
  measure,
  gestures,
  moving,
  onKeyDown,
  onMoveLane,
  grip,
  measured = NONE,
  scrollRef,
}: Props) {
  const frame = useRef<HTMLDivElement>(null)
  useTimeGestures(frame, headPx, gestures)
  const { drag, props: dragProps } = useLaneDrag(picture.lanes, onMoveLane)
  const { findingsOf, outlinesOf, ribbonOf, spinesOf } = useMemo(() => sortByLane(picture), [picture])
  const plotPx = Math.max(0, widthPx - headPx)
  usePan(frame, panPx)
  useTouch(scrollRef, { picture, panPx, headPx, widthPx, actions })
  const { measuring, axisWords } = useMeasuring({ picture, measured, measure, isPanning, panPx, plotPx })
  const ground = useMemo(
    () => (isPanning ? undefined : groundWithin(picture, panPx, panPx + plotPx, measure)),
    [isPanning, picture, panPx, plotPx, measure],
  )
  return (
    <div ref={frame} className="chart">
      <Axis picture={picture} words={axisWords} measured={measuring} headPx={headPx} widthPx={widthPx} />
      <div ref={scrollRef} className="chart-scroll">
        <div
          role="grid"
          className="lanes"
          style={{ height: picture.heightPx }}
          aria-label={label}
          aria-describedby={describedBy}
          onKeyDown={onKeyDown}
          tabIndex={-1}
          {...dragProps}
        >
          <Backdrop picture={picture} ground={ground} headPx={headPx} widthPx={widthPx} />
          {picture.lanes.map((lane) => (
            <LaneRow
              key={lane.agency.id}
              {...{ lane, standing, names, actions, measure, headPx, plotPx }}
              findings={findingsOf.get(lane.agency.id) ?? NONE}
              spines={spinesOf.get(lane.agency.id) ?? NONE}
              outlines={outlinesOf.get(lane.agency.id) ?? NONE}
              ribbon={ribbonOf.get(lane.agency.id)}
              metrics={picture.metrics}
              drawnPx={picture.drawnPx}
            />
          ))}
          <LabelsLayer
            {...{ picture, panPx, isPanning, headPx, plotPx }}
            selected={standing.selectedEvent}
            focus={standing.focus}
          />
          {measuring && <MeasureLayer {...{ measuring, picture, headPx, plotPx }} />}
          {drag && <LaneDrop drag={drag} lanes={picture.lanes} widthPx={widthPx} heightPx={picture.heightPx} />}
        </div>
      </div>
      {grip && <HorizonGrip grip={grip} headPx={headPx} plotPx={plotPx} heightPx={picture.metrics.axisPx} />}
      <MovingChart {...{ moving, standing, measured, measure, headPx, widthPx, scrollRef }} />
    </div>
  )
}

const NONE: readonly never[] = []
