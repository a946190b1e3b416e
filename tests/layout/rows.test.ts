import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Extent, stackRows } from '#layout/rows.ts'

const extent = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([x0, length]): Extent => ({ x0, x1: x0 + length }))
const inTime = fc.array(extent, { maxLength: 25 }).map((all) => all.toSorted((a, b) => a.x0 - b.x0))

const overlap = (a: Extent, b: Extent) => a.x0 < b.x1 && b.x0 < a.x1

/** How many extents share a moment at most: only where one begins can there be more than before. */
function greatestOverlap(all: readonly Extent[]): number {
  return Math.max(0, ...all.map(({ x0 }) => all.filter((other) => other.x0 <= x0 && x0 < other.x1).length))
}

/** Extents drawn as dashes, one a line, with the row each is given. */
function rowsOf(drawing: readonly string[], mostRows: number, taken: readonly Extent[] = []) {
  const extents = drawing.map((line) => ({ x0: line.indexOf('-'), x1: line.length }))
  return stackRows(extents, mostRows, taken)
}

describe('rows', () => {
  test('an extent takes the first row where nothing is in its way', () => {
    const { rows, count, shared } = rowsOf(['---', ' ----', '    --', '     ---'], 9)
    expect({ rows, count, shared }).toEqual({ rows: [0, 1, 0, 1], count: 2, shared: 0 })
  })

  test('two extents that only touch share a row', () => {
    expect(rowsOf(['---', '   --'], 9).rows).toEqual([0, 0])
  })

  test('what finds no free row shares the last one and is counted', () => {
    expect(rowsOf(['----', '----', '----', '----'], 2)).toEqual({ rows: [0, 1, 1, 1], count: 2, shared: 2 })
  })

  test('what already stands in the first row pushes others down only where it stands', () => {
    expect(rowsOf(['---', '     ---'], 9, [{ x0: 0, x1: 2 }]).rows).toEqual([1, 0])
  })

  test('nothing needs no row, and something taken already needs one', () => {
    expect(stackRows([], 3)).toEqual({ rows: [], count: 0, shared: 0 })
    expect(stackRows([], 3, [{ x0: 0, x1: 5 }]).count).toBe(1)
  })

  test('under the cap no two extents of a row overlap, and the rows number exactly the greatest overlap', () => {
    fc.assert(
      fc.property(inTime, (extents) => {
        const { rows, count, shared } = stackRows(extents, 30)
        const clashes = extents.flatMap((one, a) =>
          extents.filter((other, b) => b > a && rows[a] === rows[b] && overlap(one, other)),
        )
        expect(clashes).toEqual([])
        expect(count).toBe(greatestOverlap(extents))
        expect(shared).toBe(0)
      }),
    )
  })

  test('over the cap every extent still has a row below it, and only the last row is shared', () => {
    fc.assert(
      fc.property(inTime, fc.integer({ min: 1, max: 4 }), (extents, mostRows) => {
        const { rows, count, shared } = stackRows(extents, mostRows)
        expect(rows).toHaveLength(extents.length)
        expect(count).toBe(Math.min(mostRows, greatestOverlap(extents)))
        expect(rows.every((row) => row >= 0 && row < count)).toBe(true)
        const clashes = extents.flatMap((one, a) =>
          rows.flatMap((row, b) => {
            const other = extents[b]
            return b > a && row === rows[a] && other && overlap(one, other) ? [row] : []
          }),
        )
        expect(clashes.filter((row) => row !== mostRows - 1)).toEqual([])
        expect(shared > 0).toBe(clashes.length > 0)
      }),
    )
  })

  test('the order of extents that begin together loses none of them and needs no more rows', () => {
    const together = fc
      .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 })
      .map((lengths) => lengths.map((length): Extent => ({ x0: 0, x1: length })))
    const inTwoOrders = together.chain((extents) =>
      fc.tuple(
        fc.constant(extents),
        fc.shuffledSubarray(extents, { minLength: extents.length, maxLength: extents.length }),
      ),
    )
    const inOrder = (rows: readonly number[]) => rows.toSorted((a, b) => a - b)
    fc.assert(
      fc.property(inTwoOrders, fc.integer({ min: 1, max: 6 }), ([extents, shuffled], mostRows) => {
        const [first, second] = [stackRows(extents, mostRows), stackRows(shuffled, mostRows)]
        expect(second.rows).toHaveLength(extents.length)
        expect({ count: second.count, shared: second.shared }).toEqual({ count: first.count, shared: first.shared })
        expect(inOrder(second.rows)).toEqual(inOrder(first.rows))
      }),
    )
  })
})
