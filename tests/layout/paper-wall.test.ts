import { describe, expect, test } from 'vitest'
import { axisOf } from '#layout/axis.ts'
import { OVERLAP_MM, PX_PER_MM, sheetOf } from '#layout/paper-sheets.ts'
import { tileAt, tileWall, wallPx } from '#layout/paper-wall.ts'
import { IDS, keyRows, lay, read } from '#tests/fixtures/paper-layout.ts'

describe.each(IDS)('%s on a wall', (id) => {
  const of = read(id)
  const laid = lay(of, { kind: 'wall' })

  test('every event is in the key once and the picture fills the sheets', () => {
    const tiles = laid.pages.filter(({ kind }) => kind === 'tile')
    expect(tiles).toHaveLength(6)
    expect(keyRows(laid, 'events').map((row) => row.id)).toEqual(of.events.map((event) => event.id))
    for (const { cells } of keyRows(laid, 'events')) expect(cells.at(-1)).toMatch(/^[1-6]/)
  })

  test('no sheet of a wall is nearly empty, and each column goes on where the one before ends', () => {
    const tiles = laid.pages.flatMap((page) => (page.kind === 'tile' ? [page] : []))
    const rows = [...keyRows(laid, 'events'), ...keyRows(laid, 'findings')]
    const counts = tiles.map(
      ({ number }) => rows.filter(({ cells }) => (cells.at(-1) ?? '').split(/\D+/).includes(String(number))).length,
    )
    expect(Math.min(...counts) / (rows.length / tiles.length)).toBeGreaterThan(0.2)
    if (axisOf(of).kind === 'order') return
    const columns = tiles.slice(0, 3).map(({ over }) => over)
    expect(columns.slice(1).map(({ start }) => start)).toEqual(columns.slice(0, -1).map(({ end }) => end))
    expect([columns[0]?.start, columns.at(-1)?.end]).toEqual([axisOf(of).bounds.start, axisOf(of).bounds.end])
  })
})

describe('a wall of sheets', () => {
  const sheet = sheetOf('wall')
  test.each([
    [1, 1],
    [3, 2],
    [8, 3],
  ])('%i by %i overlap by what is stated and no more', (columns, rows) => {
    const tiles = tileWall(sheet, { columns, rows })
    const overlapPx = OVERLAP_MM * PX_PER_MM
    expect(tiles).toHaveLength(columns * rows)
    for (const tile of tiles) {
      const left = tiles.filter(({ column, row }) => row === tile.row && column === tile.column - 1)
      const above = tiles.filter(({ column, row }) => column === tile.column && row === tile.row - 1)
      expect(left).toHaveLength(tile.column === 0 ? 0 : 1)
      expect(above).toHaveLength(tile.row === 0 ? 0 : 1)
      for (const one of left) expect(one.x + one.widthPx - tile.x).toBeCloseTo(overlapPx)
      for (const one of above) expect(one.y + one.heightPx - tile.y).toBeCloseTo(overlapPx)
    }
    const { widthPx, heightPx } = wallPx(sheet, { columns, rows })
    const last = tiles.at(-1)
    expect((last?.x ?? 0) + (last?.widthPx ?? 0)).toBeCloseTo(widthPx)
    expect((last?.y ?? 0) + (last?.heightPx ?? 0)).toBeCloseTo(heightPx)
    // Every place belongs to one sheet.
    for (let x = 1; x < widthPx; x += 37)
      for (let y = 1; y < heightPx; y += 41) expect(tileAt(tiles, x, y)).toBeDefined()
  })
})
