import type { PlacedLane } from './lanes.ts'
import { OVERLAP_MM, PX_PER_MM, type Sheet } from './paper-sheets.ts'
import type { Tick } from './ticks.ts'

/** A wall print: one large picture cut into sheets that overlap, so that they can be glued edge over edge. */

export interface WallSize {
  readonly columns: number
  readonly rows: number
}

/** Most sheets across and down. */
export const MOST_TILES = { columns: 8, rows: 3 }

/** A sheet's part of the large picture, in pixels of the large picture. */
export interface Tile {
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
  readonly widthPx: number
  readonly heightPx: number
  /** How much of its left and its upper edge the neighbour shows too; 0 at the picture's own edges. */
  readonly overlapLeftPx: number
  readonly overlapTopPx: number
}

/** Size of the large picture that a number of sheets makes, in pixels. */
export function wallPx(
  sheet: Sheet,
  { columns, rows }: WallSize,
): { readonly widthPx: number; readonly heightPx: number } {
  const overlapPx = OVERLAP_MM * PX_PER_MM
  return {
    widthPx: columns * sheet.contentWidthPx - (columns - 1) * overlapPx,
    heightPx: rows * sheet.contentHeightPx - (rows - 1) * overlapPx,
  }
}

/** The sheets, row by row. Together they show the whole large picture; neighbours share `OVERLAP_MM` and nothing more. */
export function tileWall(sheet: Sheet, { columns, rows }: WallSize): readonly Tile[] {
  const overlapPx = OVERLAP_MM * PX_PER_MM
  return Array.from({ length: columns * rows }, (_, place): Tile => {
    const column = place % columns
    const row = Math.floor(place / columns)
    return {
      column,
      row,
      x: column * (sheet.contentWidthPx - overlapPx),
      y: row * (sheet.contentHeightPx - overlapPx),
      widthPx: sheet.contentWidthPx,
      heightPx: sheet.contentHeightPx,
      overlapLeftPx: column === 0 ? 0 : overlapPx,
      overlapTopPx: row === 0 ? 0 : overlapPx,
    }
  })
}

/** The sheet that a point of the large picture is counted on: of two that show it, the one whose glued edge it is not on. */
export function tileAt(tiles: readonly Tile[], x: number, y: number): Tile | undefined {
  const isOn = (tile: Tile) =>
    x >= tile.x + tile.overlapLeftPx &&
    x < tile.x + tile.widthPx &&
    y >= tile.y + tile.overlapTopPx &&
    y < tile.y + tile.heightPx
  return tiles.find(isOn)
}

/** What the margins of a tile repeat, so that it can be read before it is glued: lane codes at the left, dates above. */
export interface TileMargins {
  readonly lanes: readonly { readonly code: string; readonly y: number }[]
  readonly ticks: readonly { readonly text: string; readonly x: number }[]
}

/** Lane codes and dates in a tile's own pixels; none where the tile has the lane heads or the axis itself. */
export function marginsOf(
  tile: Tile,
  lanes: readonly PlacedLane[],
  ticks: readonly Tick[],
  plotX: number,
  axisPx: number,
): TileMargins {
  const codes = lanes.map(({ agency, lineY }) => ({ code: agency.code, y: axisPx + lineY - tile.y }))
  const dates = ticks.map(({ text, x }) => ({ text, x: plotX + x - tile.x }))
  return {
    lanes: tile.column === 0 ? [] : codes.filter(({ y }) => y >= 0 && y < tile.heightPx),
    ticks: tile.row === 0 ? [] : dates.filter(({ x, text }) => text !== '' && x >= 0 && x < tile.widthPx - 40),
  }
}
