import type { View } from '#analysis/filter.ts'
import type { Agency, Case } from '#model/case.ts'
import { lengthMs, type Span, span } from '#model/time.ts'
import type { Outline } from '#analysis/knowledge/veil.ts'
import { placeAnchorTicks } from './anchor-ticks.ts'
import type { Axis } from './axis.ts'
import { type ChildAxis, placeChildAxis } from './child-axis.ts'
import { type FindingMark, findSignedLanes, placeFindings } from './findings.ts'
import { carryLabels, cutToWidth, type LabelsPicture, type LabelWish, placeLabels, type PlacedLabel } from './labels.ts'
import type { PlacedLane } from './lanes.ts'
import { findRibbonLanes } from './detail.ts'
import { indexLanes, type LaneIndexes } from './lane-index.ts'
import { placeRibbon, type Ribbon } from './ribbons.ts'
import type { Box, MeasureText, Metrics } from './metrics.ts'
import { type PlacedOutline, placeOutlines } from './outlines.ts'
import { type PeriodBar, type Guide, placeGuides, placePeriods, stackChildPeriods } from './periods.ts'
import type { Extent } from './rows.ts'
import { type Scale, type ScalePiece, toPx } from './scale.ts'
import { hasSightings, placeSightings, type Sightings } from './sightings.ts'
import { placeSpines, type Spine } from './spines.ts'
import { heightOf, type Setting, stackLanes } from './stack.ts'
import { sizeStrips } from './strips.ts'
import { placeOrderTicks, placeTicks, type Tick } from './ticks.ts'
import { obstaclesOf, wishesOf } from './wishes.ts'
import type { Finding } from '#model/case.ts'

export interface PlaceInput {
  readonly of: Case
  readonly axis: Axis
  readonly view: View
  /** Lanes in sight, in order. */
  readonly lanes: readonly Agency[]
  /** Whether what the filter leaves out is left off the picture; else it stays, to be dimmed. */
  readonly hidesFiltered: boolean
  /** The stretch to lay out; x is 0 at its start. */
  readonly drawn: Span
  readonly pxPerMs: number
  /** Where the stretch has more than one scale. */
  readonly pieces?: readonly ScalePiece[] | undefined
  readonly availablePx: number
  readonly metrics: Metrics
  readonly measure: MeasureText
  /** The case without what the filter leaves off the picture, where it has been made before. */
  readonly shownCase?: Case
  /** The lanes' index, where it has been made before: it does not change with the scale. */
  readonly indexes?: LaneIndexes
  /** Width of the plot, for the level of detail; without it every mark is laid out. */
  readonly plotPx?: number
  /** Lay out only what lies in this stretch, where a case is too large to lay out whole. */
  readonly within?: Span
  /** Events that keep their mark at every level of detail: the selection, search hits. */
  readonly kept?: ReadonlySet<string>
  /** Gives every lane a line of words under its marks, even if the lanes then no longer fit in one sight. */
  readonly hasWordsRow?: boolean
  /** Gives height to spare to rows in which every mark has its words; they are found over the whole case. */
  readonly spreadsWords?: boolean
  /** Events known only to others than the agency in whose place the reader stands; undefined where it is nobody's. */
  readonly outlines?: readonly Outline[] | undefined
  /** Words placed before, to be carried along instead of finding places anew; crowds then go without names. */
  readonly carried?: readonly PlacedLabel[]
  /** The only stretch in which words are asked for, where not all of what is laid out is looked at. */
  readonly wordsIn?: Span
}

/** Words above the lanes, cut to the stretch they belong to. */
export interface Caption {
  readonly key: string
  readonly x: number
  readonly text: string
}

/** Everything the chart draws, in pixels from the start of the stretch laid out and from the top of the first lane. */
export interface Picture {
  readonly scale: Scale
  /** Width of the stretch laid out. */
  readonly drawnPx: number
  readonly heightPx: number
  readonly axisKind: Axis['kind']
  readonly ticks: readonly Tick[]
  readonly child: ChildAxis
  /** What the parts of an axis of order are, and what the background bands are; x is where the words start. */
  readonly captions: readonly Caption[]
  readonly lanes: readonly PlacedLane[]
  readonly outlines: readonly PlacedOutline[]
  /** Lanes too full for symbols at this scale. */
  readonly ribbons: readonly Ribbon[]
  readonly spines: readonly Spine[]
  readonly findings: readonly FindingMark[]
  readonly unplacedFindings: readonly Finding[]
  readonly periods: readonly PeriodBar[]
  readonly guides: readonly Guide[]
  readonly sightings: Sightings | undefined
  readonly labels: readonly PlacedLabel[]
  /** Keys of marks whose words found no room. */
  readonly unlabelled: readonly string[]
  readonly metrics: Metrics
}

const LEAST_TICK_PX = 62
/** Size of words at scale 1. */
const LABEL_PX = 12.5
const CAPTION_INSET_PX = 4
const GUIDE_WORDS_PX = 40
const WIDEST_WORDS_PX = 400

/** Captions of the axis and of background bands, each cut to its stretch; what does not fit or would run into another is left out. */
function placeCaptions(
  axis: Axis,
  periods: readonly PeriodBar[],
  guides: readonly Guide[],
  scale: Scale,
  measure: MeasureText,
): readonly Caption[] {
  const wanted = [
    ...axis.captions.map(({ over, text }) => ({
      key: text,
      text,
      x0: toPx(scale, over.start),
      x1: toPx(scale, over.end),
    })),
    ...periods.flatMap(({ place: where, period, x0, x1 }) =>
      where === 'background' ? [{ key: period.id, text: period.title, x0, x1 }] : [],
    ),
  ]
  const taken: Extent[] = guides.flatMap(({ x, text }) =>
    text === '' ? [] : [{ x0: x - GUIDE_WORDS_PX, x1: x + GUIDE_WORDS_PX }],
  )
  return wanted.flatMap(({ key, text, x0, x1 }): Caption[] => {
    const cut = cutToWidth(text, x1 - x0 - 2 * CAPTION_INSET_PX, false, measure)
    if (cut === undefined) return []
    const extent: Extent = { x0: x0 + CAPTION_INSET_PX, x1: x0 + CAPTION_INSET_PX + measure(cut, false) }
    if (taken.some((other) => other.x0 < extent.x1 && extent.x0 < other.x1)) return []
    taken.push(extent)
    return [{ key, x: extent.x0, text: cut }]
  })
}

/** Findings of the view on the lanes in sight: in dim mode all of them, since what is dimmed keeps its place. */
function findingsOf({ of, view, hidesFiltered }: PlaceInput): readonly Finding[] {
  return hidesFiltered ? of.findings.filter(({ id }) => view.findings.has(id)) : of.findings
}

function settle(input: PlaceInput): Setting & { readonly shownCase: Case } {
  const { of, axis, view, hidesFiltered, lanes, drawn, pxPerMs, plotPx } = input
  const shownCase =
    input.shownCase ?? (hidesFiltered ? { ...of, events: of.events.filter(({ id }) => view.events.has(id)) } : of)
  const indexes = input.indexes ?? indexLanes(shownCase, axis)
  const ids = lanes.map(({ id }) => id)
  const ribbonLanes = plotPx === undefined ? new Set<string>() : findRibbonLanes(indexes, ids, pxPerMs, plotPx)
  return {
    shownCase,
    scale: { start: drawn.start, pxPerMs, pieces: input.pieces },
    within: input.within ?? axis.bounds,
    indexes,
    ribbonLanes,
    kept: input.kept ?? new Set(),
    keptOfCrowds: plotPx === undefined ? undefined : (input.kept ?? new Set()),
  }
}

function ticksOf({ of, axis, drawn, metrics, measure }: PlaceInput, scale: Scale): readonly Tick[] {
  // Large words need more room; small ones, on paper, keep the usual number of lines.
  const textScale = Math.max(1, metrics.labelPx / LABEL_PX)
  const leastPx = LEAST_TICK_PX * textScale
  if (axis.kind === 'order') return placeOrderTicks(of.events.length, scale, leastPx / 2)
  return axis.anchor
    ? placeAnchorTicks(axis.anchor, drawn, scale, leastPx, measure)
    : placeTicks(drawn, scale, leastPx, textScale)
}

/** The ticks of each part that has a scale of its own; words that would run on into the next part are left out. */
function ticksOfPieces(input: PlaceInput, pieces: readonly ScalePiece[]): readonly Tick[] {
  return pieces.flatMap(({ at, px, pxPerMs }, place) => {
    const next = pieces[place + 1]
    const drawn = span(at, next?.at ?? input.drawn.end)
    return ticksOf({ ...input, drawn }, { start: at, pxPerMs }).map((tick): Tick => {
      const x = px + tick.x
      const endPx = x + 2 * CAPTION_INSET_PX + input.measure(tick.text, tick.major)
      return { ...tick, x, text: next && endPx > next.px ? '' : tick.text }
    })
  })
}

/** The words of a picture. What they need is asked for only where there are any. */
function placeWords(
  { carried, measure, metrics, wordsIn }: PlaceInput,
  scale: Scale,
  of: { readonly wishes: () => readonly LabelWish[]; readonly obstacles: () => readonly Box[] },
): LabelsPicture {
  if (!carried) return placeLabels(of.wishes(), of.obstacles(), measure, metrics.labelPx)
  if (carried.length === 0) return { labels: [], unplaced: [] }
  const [from, to] = wordsIn ? [toPx(scale, wordsIn.start), toPx(scale, wordsIn.end)] : [-Infinity, Infinity]
  const isNear = ({ x0, x1 }: Box) => x1 > from - WIDEST_WORDS_PX && x0 < to + WIDEST_WORDS_PX
  const wishes = of.wishes().filter(({ anchor }) => isNear(anchor))
  return { labels: carryLabels(wishes, of.obstacles().filter(isNear), carried), unplaced: [] }
}

/**
 * The picture of a case: a pure function of the case, what is shown of it, the scale and a text measure. Rows are those
 * of the whole case at this scale, whatever stretch is laid out, so that they stay where they are while the reader pans.
 */
export function place(input: PlaceInput): Picture {
  const { of, axis, view, lanes: agencies, drawn, metrics, measure } = input
  const setting = settle(input)
  const { shownCase, scale, within, indexes, ribbonLanes } = setting
  const findings = findingsOf(input)
  const strips = sizeStrips(findings, agencies, axis, scale, metrics)
  // From one agency's place others may have seen the child in between.
  const hasSeat = input.outlines !== undefined
  const childRows = stackChildPeriods(of, axis, scale)
  const lanes = stackLanes({
    agencies,
    strips,
    signed: findSignedLanes(findings, agencies),
    childRows: childRows.count + (!hasSeat && hasSightings(of, axis) ? 1 : 0),
    availablePx: input.availablePx,
    hasWordsRow: input.hasWordsRow === true,
    spreadsWords: input.spreadsWords === true,
    metrics,
    measure,
    ...setting,
  })
  const ticks = input.pieces ? ticksOfPieces(input, input.pieces) : ticksOf(input, scale)
  const ribbons = lanes.flatMap((lane) => {
    const index = ribbonLanes.has(lane.agency.id) ? indexes.get(lane.agency.id) : undefined
    return index ? [placeRibbon(lane, index, within, scale, input.carried ? undefined : ticks)] : []
  })
  const outlines = placeOutlines(input.outlines ?? [], axis, scale, lanes, metrics)
  const spines = placeSpines(shownCase, lanes, metrics)
  const { marks: findingMarks, unplaced } = placeFindings({ findings, lanes, spines, strips, axis, scale, metrics })
  const periods = placePeriods(of, childRows, axis, scale, lanes, metrics, measure)
  const guides = placeGuides(of, axis, scale)
  const sightings = hasSeat ? undefined : placeSightings(of, axis, scale, lanes, metrics, measure)
  const parts = { lanes, outlines, ribbons, spines, findings: findingMarks, periods, sightings, metrics }
  const { labels, unplaced: unlabelled } = placeWords(input, scale, {
    wishes: () => wishesOf({ of, lanes, spines, findings: findingMarks, view, metrics }),
    obstacles: () => obstaclesOf({ ...parts, axis, scale, measure }),
  })
  return {
    ...parts,
    scale,
    // In whole pixels: it is the same at every zoom but for the last digits, and what has not changed is not drawn again.
    drawnPx: Math.round(lengthMs(drawn) * scale.pxPerMs),
    heightPx: heightOf(lanes),
    axisKind: axis.kind,
    ticks,
    child: placeChildAxis(of, axis, drawn, scale),
    unplacedFindings: unplaced,
    guides,
    captions: placeCaptions(axis, periods, guides, scale, measure),
    labels,
    unlabelled,
  }
}
