/** Something with an extent along a lane, in pixels. */
export interface Extent {
  readonly x0: number
  readonly x1: number
}

/**
 * Puts each extent into the first row where it overlaps nothing, in the order given, which should be by time: an earlier
 * one is then never pushed below a later one by accident.
 *
 *     a: [---]      row 0  [-a-]    [-c-]
 *     b:   [----]   row 1     [-b--]
 *     c:        [-] →
 *
 * Returns the row of each, in the same order. Beyond `mostRows` the last row is shared, so nothing is ever left out;
 * `shared` counts those. Empty in, empty out.
 */
export function stackRows(
  extents: readonly Extent[],
  mostRows: number,
  taken: readonly Extent[] = [],
): { readonly rows: readonly number[]; readonly count: number; readonly shared: number } {
  const inRow: Extent[][] = [[...taken]]
  const rows: number[] = []
  let shared = 0
  for (const extent of extents) {
    let row = inRow.findIndex((placed) => placed.every((other) => other.x1 <= extent.x0 || extent.x1 <= other.x0))
    if (row === -1 && inRow.length < mostRows) row = inRow.length
    if (row === -1) {
      row = mostRows - 1
      shared += 1
    }
    const placed = inRow[row]
    if (placed) placed.push(extent)
    else inRow.push([extent])
    rows.push(row)
  }
  return { rows, count: rows.length + taken.length === 0 ? 0 : inRow.length, shared }
}
