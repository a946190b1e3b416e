import { type Metrics, metricsOf } from './metrics.ts'

/** What a case can be printed on. */
export const PAPERS = ['a4-landscape', 'a4-portrait', 'a3-landscape', 'wall'] as const
export type PaperKind = (typeof PAPERS)[number]

/** Pixels of a millimetre on paper, as style sheets count them. */
export const PX_PER_MM = 96 / 25.4

interface SheetSize {
  readonly widthMm: number
  readonly heightMm: number
  readonly marginMm: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Columns of the key. */
  readonly keyColumns: number
}

const EVEN = { top: 9, right: 10, bottom: 8, left: 10 }

const SHEETS: Readonly<Record<PaperKind, SheetSize>> = {
  'a4-landscape': { widthMm: 297, heightMm: 210, marginMm: EVEN, keyColumns: 1 },
  'a4-portrait': { widthMm: 210, heightMm: 297, marginMm: EVEN, keyColumns: 1 },
  'a3-landscape': { widthMm: 420, heightMm: 297, marginMm: EVEN, keyColumns: 2 },
  // The margins of a wall sheet carry what is cut off or glued under: lane codes, dates, the footer.
  wall: { widthMm: 297, heightMm: 210, marginMm: { top: 14, right: 10, bottom: 16, left: 14 }, keyColumns: 1 },
}

/** By how much neighbouring sheets of a wall print show the same, to be glued one on the other. */
export const OVERLAP_MM = 10

/** A sheet in pixels: its outside, its margins and what is left for content. */
export interface Sheet {
  readonly kind: PaperKind
  readonly widthPx: number
  readonly heightPx: number
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly contentWidthPx: number
  readonly contentHeightPx: number
  readonly keyColumns: number
}

/** The sheet of a kind of paper. */
export function sheetOf(kind: PaperKind): Sheet {
  const { widthMm, heightMm, marginMm, keyColumns } = SHEETS[kind]
  const margin = {
    top: marginMm.top * PX_PER_MM,
    right: marginMm.right * PX_PER_MM,
    bottom: marginMm.bottom * PX_PER_MM,
    left: marginMm.left * PX_PER_MM,
  }
  const widthPx = widthMm * PX_PER_MM
  const heightPx = heightMm * PX_PER_MM
  return {
    kind,
    widthPx,
    heightPx,
    margin,
    contentWidthPx: widthPx - margin.left - margin.right,
    contentHeightPx: heightPx - margin.top - margin.bottom,
    keyColumns,
  }
}

const TEXT_SCALE: Readonly<Record<PaperKind, number>> = {
  // Words at 7.5 points: small, and read at arm's length; on the wall from across a table.
  'a4-landscape': 0.8,
  'a4-portrait': 0.8,
  'a3-landscape': 0.86,
  wall: 1.25,
}

/** Metrics of the pictures on a kind of paper. Lanes may grow taller than on a screen: there is no scrolling to avoid. */
export function paperMetrics(kind: PaperKind): Metrics {
  const metrics = metricsOf(TEXT_SCALE[kind])
  return { ...metrics, mostLanePx: metrics.mostLanePx * 4, headPx: metrics.headPx * 1.08 }
}

/** Sizes of the words around the pictures, in pixels: the key in 8 points, the foot in 6.5. */
export const KEY_TEXT_PX = 10.5
export const KEY_LINE_PX = 13
export const FOOT_TEXT_PX = 8.8
export const FOOT_LINE_PX = 11.5
