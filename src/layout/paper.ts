import type { View } from '#analysis/filter.ts'
import type { Outline } from '#analysis/knowledge/veil.ts'
import { type Agency, type Case, type CaseEvent, type Finding, finite } from '#model/case.ts'
import { lengthMs, middle, type Span, span } from '#model/time.ts'
import type { Axis } from './axis.ts'
import { orderAgencies } from './lanes.ts'
import { indexLanes } from './lane-index.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import { breakColumns, type BreakInput, breakPages } from './paper-breaks.ts'
import { anchorsOf, paperNumbers, sortOntoPages } from './paper-events.ts'
import { breakKey, countLines, keyMeasure, keyOfEvent, keyOfFinding, type KeyPage } from './paper-key.ts'
import { type PaperColumn, type PaperPicture, placePaperPicture } from './paper-picture.ts'
import { busyAgencies, findUsedLanes, groupLanes } from './paper-lanes.ts'
import { quietHeightPx } from './paper-quiet.ts'
import { FOOT_LINE_PX, FOOT_TEXT_PX, type PaperKind, paperMetrics, type Sheet, sheetOf } from './paper-sheets.ts'
import type { ScalePiece } from './scale.ts'
import { marginsOf, type Tile, tileAt, type TileMargins, tileWall, type WallSize, wallPx } from './paper-wall.ts'

/** A case on paper: pages of time and lanes, then a key that lists everything the pages show. */

export interface PaperInput {
  readonly of: Case
  readonly axis: Axis
  /** What the reader’s filter lets through; the rest is left off the paper. */
  readonly view: View
  /** Events known only to others than the agency in whose place the reader stands; undefined where it is nobody's. */
  readonly outlines?: readonly Outline[] | undefined
  /** The stretch to print, within the axis’s bounds. */
  readonly over: Span
  readonly kind: PaperKind
  /** Sheets of a wall print; of no meaning for others. */
  readonly wall: WallSize
  /** The paragraphs at the foot of every page. */
  readonly foot: readonly string[]
  /** Rows of the legend at the head of the key. */
  readonly legendItems: number
  /** Measures at the label size of the paper’s metrics. */
  readonly measure: MeasureText
}

interface PageBase {
  /** 1-based. */
  readonly number: number
}
export interface PicturePage extends PageBase {
  readonly kind: 'picture'
  readonly over: Span
  readonly lanes: readonly Agency[]
  /** Agencies of the print with nothing on this page. */
  readonly quiet: readonly Agency[]
  readonly part: PaperPicture
}
export interface TilePage extends PageBase {
  readonly kind: 'tile'
  /** What its column of sheets shows. */
  readonly over: Span
  /** Its scales from left to right, in pixels a millisecond. */
  readonly scales: readonly number[]
  readonly tile: Tile
  readonly margins: TileMargins
  readonly part: PaperPicture
}
export interface KeySheetPage extends PageBase {
  readonly kind: 'key'
  readonly columns: KeyPage
  /** The first page of the key has the legend above it. */
  readonly hasLegend: boolean
}
export type PaperPage = PicturePage | TilePage | KeySheetPage

export interface PaperLayout {
  readonly sheet: Sheet
  readonly metrics: Metrics
  /** Height of the foot of every page. */
  readonly footPx: number
  readonly legendPx: number
  readonly legendRows: number
  readonly pages: readonly PaperPage[]
  readonly events: readonly CaseEvent[]
  readonly findings: readonly Finding[]
}

/** Heights of what stands above a picture: the page's own line, and the case's name and headline on the first. */
export const HEAD_PX = 22
export const TITLE_PX = 44
const GAP_PX = 6

/** What naming the lanes without events takes of most pages. */
const QUIET_PX = 26

/** Items of the legend stand side by side, each at least this wide and this high. */
export const LEGEND_ITEM = { widthPx: 168, heightPx: 17, headPx: 30 }

/** How many items of the legend stand one under another: it is read down its columns. */
function legendRows(items: number, widthPx: number): number {
  return Math.ceil(items / Math.max(1, Math.floor(widthPx / LEGEND_ITEM.widthPx)))
}

interface Setting {
  readonly input: PaperInput
  readonly sheet: Sheet
  readonly metrics: Metrics
  readonly footPx: number
  readonly agencies: readonly Agency[]
  readonly numberOf: (key: string) => string
}

type Unnumbered<T> = T extends PaperPage ? Omit<T, 'number'> : never

/** For each lane, where the findings it holds begin: they need numbers and words as well. */
function findingAnchors({ of, axis, view }: PaperInput): readonly Float64Array[] {
  const starts = new Map<string, number[]>()
  for (const finding of of.findings) {
    const at = axis.spanOfFinding(finding)
    const holder = finding.holders[0] ?? ''
    if (at && view.findings.has(finding.id)) starts.set(holder, [...(starts.get(holder) ?? []), at.start])
  }
  return [...starts.values()].map((lane) => Float64Array.from(lane).toSorted())
}

/** Where rings stand: they take room like marks. */
function outlineAnchors({ outlines = [] }: PaperInput): Float64Array {
  return Float64Array.from(outlines, ({ when }) => middle(finite(when))).toSorted()
}

/** What is to be broken into pages or columns of sheets. */
function breakInput({ input, metrics, agencies }: Setting, plotPx: number, availablePx: number): BreakInput {
  const { of, axis, view, over } = input
  const shown = { ...of, events: of.events.filter(({ id }) => view.events.has(id)) }
  const lanes = indexLanes(shown, axis)
  const marks = agencies.flatMap(({ id }) => lanes.get(id)?.anchors ?? [])
  return {
    axis,
    over,
    anchors: [...marks, ...findingAnchors(input), outlineAnchors(input)],
    plotPx,
    roomPx: metrics.labelPx * 7,
    mostMarks: Math.round((plotPx * (availablePx - TITLE_PX - QUIET_PX)) / 7500),
  }
}

function picturePages(setting: Setting, plotPx: number): readonly Unnumbered<PaperPage>[] {
  const { input, sheet, metrics, footPx, agencies, numberOf } = setting
  const { of, axis, view, measure } = input
  const anchors = anchorsOf(of, axis)
  const availablePx = sheet.contentHeightPx - footPx - HEAD_PX - metrics.axisPx - GAP_PX
  const spans = breakPages(breakInput(setting, plotPx, availablePx))
  const sorted = sortOntoPages(of, view, anchors, spans)
  return spans.flatMap((page, place): Unnumbered<PicturePage>[] => {
    const events = sorted[place] ?? new Set<string>()
    const base = {
      of,
      axis,
      view,
      over: page,
      events,
      outlines: input.outlines,
      widthPx: sheet.contentWidthPx,
      headPx: metrics.headPx,
      metrics,
      measure,
      numberOf,
    }
    const busy = busyAgencies(input, agencies, page, events)
    const lanes = findUsedLanes(placePaperPicture({ ...base, availablePx, lanes: busy }), busy)
    const quiet = agencies.filter((agency) => !lanes.includes(agency))
    // Only the first page has the case's name above its picture; each names below it who has no lane there.
    const titlePx = place === 0 ? TITLE_PX : 0
    const roomPx = availablePx - titlePx - quietHeightPx(quiet, sheet.contentWidthPx, measure, metrics.labelPx)
    const part = placePaperPicture({ ...base, availablePx: roomPx, lanes })
    if (part.picture.heightPx <= roomPx) return [{ kind: 'picture', over: page, lanes, quiet, part }]
    return groupLanes(part, roomPx).map((group): Unnumbered<PicturePage> => ({
      kind: 'picture',
      over: page,
      lanes: group,
      quiet,
      part: placePaperPicture({ ...base, availablePx: roomPx, lanes: group }),
    }))
  })
}

/** Half a sheet's width keeps one scale: fewer would crowd a busy month, more would be hard to read across. */
const SCALES_PER_SHEET = 2

/** The stretches of a wall with a scale of their own, two on each column of sheets; undefined where all of it has one. */
function findColumns(setting: Setting): readonly PaperColumn[] | undefined {
  const { input, sheet, metrics } = setting
  const { widthPx, heightPx } = wallPx(sheet, input.wall)
  const top = tileWall(sheet, { ...input.wall, rows: 1 })
  // Where two sheets overlap the later one begins: there it is glued over its neighbour.
  const places = top.flatMap(({ x, overlapLeftPx }, column) => {
    const x0 = column === 0 ? metrics.headPx : x + overlapLeftPx
    const x1 = top[column + 1] ? x + sheet.contentWidthPx : widthPx
    const middleX = (x0 + x1) / 2
    return [
      { x0, x1: middleX },
      { x0: middleX, x1 },
    ]
  })
  const widths = places.map(({ x0, x1 }) => x1 - x0)
  const spans = breakColumns(breakInput(setting, Math.min(...widths), heightPx), widths)
  return spans?.flatMap((over, place) => {
    const at = places[place]
    return at ? [{ over, ...at }] : []
  })
}

const ofTile = <T>(pieces: readonly T[] | undefined, { column }: Tile) =>
  pieces?.slice(column * SCALES_PER_SHEET, (column + 1) * SCALES_PER_SHEET)

function stretchOf(columns: readonly PaperColumn[] | undefined, tile: Tile): Span | undefined {
  const [first, last = first] = ofTile(columns, tile) ?? []
  return first && last && span(first.over.start, last.over.end)
}

const scalesOf = (pieces: readonly ScalePiece[] | undefined, tile: Tile) =>
  ofTile(pieces, tile)?.map(({ pxPerMs }) => pxPerMs)

function tilePages(setting: Setting): readonly Unnumbered<PaperPage>[] {
  const { input, sheet, metrics, numberOf } = setting
  const { of, axis, view, over, wall, measure } = input
  const [events = new Set<string>()] = sortOntoPages(of, view, anchorsOf(of, axis), [over])
  const { widthPx, heightPx } = wallPx(sheet, wall)
  const columns = findColumns(setting)
  const base = {
    of,
    axis,
    view,
    over,
    events,
    outlines: input.outlines,
    widthPx,
    columns,
    availablePx: heightPx - metrics.axisPx,
    headPx: metrics.headPx,
    metrics,
    measure,
    numberOf,
  }
  const busy = busyAgencies(input, setting.agencies, over, events)
  const part = placePaperPicture({ ...base, lanes: findUsedLanes(placePaperPicture({ ...base, lanes: busy }), busy) })
  const plotX = part.headPx + part.trayPx + part.insetPx
  return tileWall(sheet, wall).map((tile): Unnumbered<TilePage> => ({
    kind: 'tile',
    over: stretchOf(columns, tile) ?? over,
    scales: scalesOf(part.picture.scale.pieces, tile) ?? [part.picture.scale.pxPerMs],
    tile,
    margins: marginsOf(tile, part.picture.lanes, part.picture.ticks, plotX, metrics.axisPx),
    part,
  }))
}

/** The pages on which each event and finding stands, in order, by key as in `paperNumbers`. */
function findPlaces(pages: readonly PaperPage[], axisPx: number): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  const add = (key: string, page: number) => {
    const known = places.get(key)
    if (!known) places.set(key, [page])
    else if (!known.includes(page)) known.push(page)
  }
  const tiles = pages.flatMap((page) => (page.kind === 'tile' ? [page] : []))
  for (const page of pages) {
    if (page.kind === 'key') continue
    const { picture, headPx, trayPx, insetPx, events, chips } = page.part
    const owns = (x: number, y: number) =>
      page.kind === 'picture' ||
      tileAt(
        tiles.map(({ tile }) => tile),
        x,
        y + axisPx,
      ) === page.tile
    const plotX = headPx + trayPx + insetPx
    for (const lane of picture.lanes)
      for (const mark of lane.marks)
        if (events.has(mark.event.id) && owns(plotX + mark.x, mark.y)) add(mark.event.id, page.number)
    for (const chip of chips) if (owns(chip.x, chip.y)) add(chip.mark.event.id, page.number)
    for (const { finding, x, y } of picture.findings)
      if (owns(plotX + Math.max(0, x), y)) add(`finding:${finding.id}`, page.number)
  }
  return places
}

function pageWords(numbers: readonly number[] | undefined): string {
  const [first] = numbers ?? []
  const last = numbers?.at(-1)
  if (first === undefined || last === undefined) return '–'
  return numbers?.length === 1
    ? String(first)
    : numbers?.length === last - first + 1
      ? `${first}–${last}`
      : (numbers ?? []).join(', ')
}

/** A case laid out for paper. Pure: the same input gives the same pages. A view without events still has one page, which says so. */
export function layoutPaper(input: PaperInput): PaperLayout {
  const { of, view, kind, measure, foot } = input
  const sheet = sheetOf(kind)
  const metrics = paperMetrics(kind)
  const numberOf = paperNumbers(of)
  const agencies = orderAgencies(of).filter(({ id }) => view.agencies.has(id))
  const footMeasure = (text: string) => (measure(text, false) * FOOT_TEXT_PX * 1.05) / metrics.labelPx
  const footLines = foot.reduce((sum, text) => sum + countLines(text, sheet.contentWidthPx - 80, footMeasure), 0)
  const footPx = footLines * FOOT_LINE_PX + 8
  const setting: Setting = { input, sheet, metrics, footPx, agencies, numberOf }
  const plotPx = sheet.contentWidthPx - metrics.headPx - metrics.glyphPx * 1.5
  const pictures = kind === 'wall' ? tilePages(setting) : picturePages(setting, plotPx)
  const drawn = pictures.map((page, place): PaperPage => ({ ...page, number: place + 1 }))
  const places = findPlaces(drawn, metrics.axisPx)
  const isWhole = lengthMs(input.over) >= lengthMs(input.axis.bounds) - 1
  const events = of.events.filter(({ id }) => view.events.has(id) && places.has(id))
  const findings = of.findings.filter(({ id }) => view.findings.has(id) && (isWhole || places.has(`finding:${id}`)))
  const rows = legendRows(input.legendItems, sheet.contentWidthPx)
  const legendPx = LEGEND_ITEM.headPx + rows * LEGEND_ITEM.heightPx + 2 * GAP_PX
  const gutterPx = 24
  const keyPages = breakKey({
    tables: [
      {
        kind: 'events',
        rows: events.map((event) => keyOfEvent(of, event, numberOf(event.id), pageWords(places.get(event.id)))),
      },
      {
        kind: 'findings',
        rows: findings.map((finding) => {
          const key = `finding:${finding.id}`
          return keyOfFinding(of, finding, numberOf(key), pageWords(places.get(key)))
        }),
      },
    ],
    columns: sheet.keyColumns,
    columnPx: (sheet.contentWidthPx - (sheet.keyColumns - 1) * gutterPx) / sheet.keyColumns,
    heightPx: sheet.contentHeightPx - footPx - HEAD_PX - GAP_PX,
    firstPx: legendPx,
    measure: keyMeasure(measure, metrics.labelPx),
  })
  const keys = keyPages.map((columns, place): PaperPage => ({
    kind: 'key',
    number: drawn.length + place + 1,
    columns,
    hasLegend: place === 0,
  }))
  return { sheet, metrics, footPx, legendPx, legendRows: rows, pages: [...drawn, ...keys], events, findings }
}
