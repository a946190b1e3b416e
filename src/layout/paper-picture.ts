import type { View } from '#analysis/filter.ts'
import type { Outline } from '#analysis/knowledge/veil.ts'
import { type Agency, type Case, finite } from '#model/case.ts'
import { contains, lengthMs, middle, overlaps, type Span } from '#model/time.ts'
import type { Axis } from './axis.ts'
import type { FindingMark } from './findings.ts'
import { cutToWidth } from './labels.ts'
import type { PlacedLane } from './lanes.ts'
import type { TrayMark } from './lane-index.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import { type PlacedOutline, placeOutlines } from './outlines.ts'
import { findKeyed, groundNames, obstaclesOn } from './paper-keyed.ts'
import { type PaperWords, placePaperWords } from './paper-words.ts'
import { type Guide, namePeriod } from './periods.ts'
import { place, type Picture, type PlaceInput } from './place.ts'
import { type ScalePiece, toPx } from './scale.ts'
import { wishesOf } from './wishes.ts'

/** An undated event in the column beside the lane heads. */
export interface TrayChip {
  readonly mark: TrayMark
  readonly number: string
  readonly x: number
  readonly y: number
}

/** One page's part of the chart. Pixels count from the top of the first lane and from the moment the page starts. */
export interface PaperPicture extends PaperWords {
  readonly picture: Picture
  /** Events whose marks stand here; other marks are only the continuing bars of events on another page. */
  readonly events: ReadonlySet<string>
  readonly chips: readonly TrayChip[]
  readonly headPx: number
  readonly trayPx: number
  /** Room at either end for the half of a mark that stands on the edge. */
  readonly insetPx: number
  readonly plotPx: number
}

export interface PaperPictureInput {
  readonly of: Case
  readonly axis: Axis
  readonly view: View
  readonly over: Span
  /** Dated events that stand on this page and undated ones that belong to it. */
  readonly events: ReadonlySet<string>
  readonly outlines?: PlaceInput['outlines']
  readonly lanes: readonly Agency[]
  readonly widthPx: number
  readonly availablePx: number
  readonly headPx: number
  readonly metrics: Metrics
  readonly measure: MeasureText
  /** Stretches with a scale of their own, with their places from the drawing's left edge. */
  readonly columns?: readonly PaperColumn[] | undefined
  readonly numberOf: (key: string) => string
}

/** A column of sheets of a wall: the stretch it shows and where, from the drawing's left edge. */
export interface PaperColumn {
  readonly over: Span
  readonly x0: number
  readonly x1: number
}

/** The scales of the columns, from the plot's own left edge: the first begins and the last ends where the plot does. */
function piecesOf(
  columns: readonly PaperColumn[] | undefined,
  plotX: number,
  plotPx: number,
): readonly ScalePiece[] | undefined {
  return columns?.map(({ over, x0, x1 }, place) => {
    const px = place === 0 ? 0 : x0 - plotX
    const endPx = place === columns.length - 1 ? plotPx : x1 - plotX
    return { at: over.start, px, pxPerMs: Math.max(1, endPx - px) / lengthMs(over) }
  })
}

/** Chips of a lane without dates stand in at most this many columns. */
const MOST_CHIP_COLUMNS = 4

function chipStepPx(metrics: Metrics): number {
  return metrics.glyphPx + metrics.labelPx * 1.9
}

/** Width of the column of undated events: none where there are none. */
function trayWidthPx(input: PaperPictureInput): number {
  const counts = input.lanes.map(({ id }) => trayOf(input, id).length)
  const columns = Math.min(MOST_CHIP_COLUMNS, Math.max(0, ...counts))
  return columns === 0 ? 0 : columns * chipStepPx(input.metrics) + input.metrics.glyphPx
}

function trayOf({ of, axis, events }: PaperPictureInput, agencyId: string): readonly TrayMark[] {
  return of.events.flatMap((event): TrayMark[] => {
    const taking = event.agencies.find(({ id }) => id === agencyId)
    if (!taking || !events.has(event.id) || axis.spanOfEvent(event)) return []
    return [{ event, agencyId, type: event.type, role: taking.role }]
  })
}

function placeChips(input: PaperPictureInput, lane: PlacedLane, trayPx: number): readonly TrayChip[] {
  const { metrics, headPx, numberOf } = input
  const tray = trayOf(input, lane.agency.id)
  const columns = Math.max(1, Math.floor((trayPx - metrics.glyphPx / 2) / chipStepPx(metrics)))
  const rows = Math.ceil(tray.length / columns)
  const rowPx = Math.min(metrics.rowPx, lane.heightPx / Math.max(1, rows))
  const top = lane.y + lane.heightPx / 2 - ((rows - 1) * rowPx) / 2
  return tray.map((mark, place) => ({
    mark,
    number: numberOf(mark.event.id),
    x: headPx + metrics.glyphPx * 0.9 + (place % columns) * chipStepPx(metrics),
    y: top + Math.floor(place / columns) * rowPx,
  }))
}

/** A finding cut to the page: what goes on before or after has no end line there. Undefined when none of it is here. */
function trimFinding(mark: FindingMark, widthPx: number, overPx: number): FindingMark | undefined {
  switch (mark.form) {
    case 'missed':
    case 'sign':
      return mark.x >= 0 && mark.x < widthPx ? mark : undefined
    case 'band':
    case 'strip': {
      if (mark.x1 < 0 || mark.x >= widthPx) return undefined
      const x = Math.max(mark.x, -overPx)
      const x1 = Math.min(mark.x1, widthPx + overPx)
      return { ...mark, x, x1 }
    }
    default:
      return mark satisfies never
  }
}

/** A line where the scale changes. */
function bendsOf({ pieces = [] }: Picture['scale']): readonly Guide[] {
  return pieces.slice(1).map(({ px }) => ({ key: `bend ${px}`, x: px, text: '', kind: 'bend', side: 'right' }))
}

const hasMiddleIn = ({ when }: Outline, over: Span) => contains(over, middle(finite(when)))

/** The lines over dates whose ring stands on another page. */
function linesReachingIn(
  { scale, lanes, metrics }: Picture,
  { axis, over, outlines = [] }: PaperPictureInput,
): readonly PlacedOutline[] {
  const others = outlines.filter((one) => overlaps(finite(one.when), over) && !hasMiddleIn(one, over))
  return placeOutlines(others, axis, scale, lanes, metrics).map((one) => ({ ...one, count: 0 }))
}

/** Everything with words of its own cut to the page, so that no word is cut off at an edge. */
function trimPicture(picture: Picture, input: PaperPictureInput, plotPx: number, insetPx: number): Picture {
  const { metrics, measure, axis, over } = input
  const overPx = insetPx * 2
  const cut = (text: string, x0: number, x1: number) => cutToWidth(text, x1 - x0 - 10, false, measure) ?? ''
  const visible = (x0: number, x1: number) => ({ x0: Math.max(x0, -overPx), x1: Math.min(x1, plotPx + overPx) })
  const { sightings } = picture
  const unseen = sightings?.unseen && { ...sightings.unseen, ...visible(sightings.unseen.x0, sightings.unseen.x1) }
  return {
    ...picture,
    ticks: picture.ticks.map((tick) =>
      tick.x + 5 + measure(tick.text, tick.major) > plotPx + insetPx ? { ...tick, text: '' } : tick,
    ),
    child: { ...picture.child, ticks: picture.child.ticks.filter(({ x }) => x >= 0 && x <= plotPx) },
    captions: axis.captions.flatMap((caption) => {
      if (!overlaps(caption.over, over)) return []
      const { x0, x1 } = visible(toPx(picture.scale, caption.over.start), toPx(picture.scale, caption.over.end))
      const text = cut(caption.text, Math.max(0, x0), x1)
      return text === '' ? [] : [{ key: caption.text, x: Math.max(0, x0) + 4, text }]
    }),
    spines: picture.spines.filter(({ meeting }) => input.events.has(meeting.event.id)),
    outlines: [...picture.outlines, ...linesReachingIn(picture, input)],
    findings: picture.findings.flatMap((mark) => trimFinding(mark, plotPx, overPx) ?? []),
    guides: [...picture.guides, ...bendsOf(picture.scale)].flatMap((guide): Guide[] => {
      if (guide.x < -insetPx || guide.x > plotPx + insetPx) return []
      const needPx = measure(guide.text, false) + 6
      if (guide.side === 'left' && guide.x < needPx) return [{ ...guide, side: 'right' as const }]
      return [guide.side === 'right' && guide.x + needPx > plotPx ? { ...guide, side: 'left' as const } : guide]
    }),
    periods: picture.periods.flatMap((bar) => {
      if (bar.x1 < -insetPx || bar.x0 > plotPx + insetPx) return []
      // Words start a little inside the bar, so a bar from before the page may start only just outside it.
      const x0 = Math.max(bar.x0, -insetPx - 3)
      const x1 = Math.min(bar.x1, plotPx + overPx)
      const named = { ...bar, x0, x1: Math.min(x1, plotPx) }
      return [{ ...bar, x0, x1, text: bar.place === 'child' ? namePeriod(named, measure) : '' }]
    }),
    sightings: sightings && {
      ...sightings,
      ticks: sightings.ticks.filter(({ x }) => x >= 0 && x <= plotPx),
      unseen: unseen && unseen.x1 > 0 && unseen.x0 < plotPx ? unseenWords(unseen, cut) : undefined,
    },
    metrics,
  }
}

function unseenWords<T extends { readonly x0: number; readonly x1: number; readonly text: string }>(
  unseen: T,
  cut: (text: string, x0: number, x1: number) => string,
): T {
  return { ...unseen, text: cut(unseen.text, unseen.x0, unseen.x1) }
}

/** Findings with a place in a stretch: their own stretch is in it, or an event they rest on stands there. */
export function findingsWithin(
  of: Case,
  axis: Axis,
  view: View,
  over: Span,
  events: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = of.findings.filter((finding) => {
    if (!view.findings.has(finding.id)) return false
    const at = axis.spanOfFinding(finding)
    return (at && overlaps(at, over)) || finding.events.some((id) => events.has(id))
  })
  return new Set(found.map(({ id }) => id))
}

/** The part of the chart for one page: laid out at the page's own scale, with numbers and words of its own. */
export function placePaperPicture(input: PaperPictureInput): PaperPicture {
  const { of, axis, view, over, events, lanes, widthPx, availablePx, headPx, metrics, measure } = input
  const insetPx = metrics.glyphPx * 0.75
  const trayPx = trayWidthPx(input)
  const plotPx = Math.max(1, widthPx - headPx - trayPx - 2 * insetPx)
  const isHere = (id: string) => {
    const event = of.eventById.get(id)
    const at = event && axis.spanOfEvent(event)
    return at !== undefined && (events.has(id) || overlaps(at, over))
  }
  const reaching = new Set([...view.events].filter(isHere))
  const here: View = { ...view, events: reaching, findings: findingsWithin(of, axis, view, over, events) }
  const pxPerMs = plotPx / lengthMs(over)
  const pieces = piecesOf(input.columns, headPx + trayPx + insetPx, plotPx)
  const whole = place({
    of,
    axis,
    view: here,
    lanes,
    // A ring stands on the page that its middle is in, and on no other.
    outlines: input.outlines?.filter((one) => hasMiddleIn(one, over)),
    hidesFiltered: true,
    spreadsWords: true,
    drawn: over,
    pxPerMs,
    pieces,
    availablePx,
    metrics,
    measure,
    // Words are placed below, once the picture is cut to the page.
    carried: [],
  })
  const picture = trimPicture(whole, input, plotPx, insetPx)
  const wishes = wishesOf({
    of,
    lanes: picture.lanes,
    spines: picture.spines,
    findings: picture.findings,
    view: { ...here, events },
    metrics,
  })
  const words = placePaperWords({
    keyed: findKeyed(input, picture, wishes),
    names: groundNames(picture),
    ...obstaclesOn(picture, metrics),
    frame: { x0: -insetPx, x1: plotPx + insetPx, y0: 0, y1: picture.heightPx },
    metrics,
    measure,
  })
  const chips = picture.lanes.flatMap((lane) => placeChips(input, lane, trayPx))
  return { ...words, picture: { ...picture, labels: words.labels }, events, chips, headPx, trayPx, insetPx, plotPx }
}
