import { HatchDefs } from './HatchDefs.tsx'
import type { LookNode } from './looks.ts'
import { eachElement, numberOf, paint, UNSET } from './paint.ts'

/** A tile is drawn larger than it is seen, so that turning it does not blur it. */
const TILE_DENSITY = 4
const TURN = /^rotate\(([^)]+)\)$/

/** The page's hatches as a canvas fills with them, by how an element names them. */
export function patternsOf(pen: CanvasRenderingContext2D, looks: LookNode): ReadonlyMap<string, CanvasPattern> {
  const patterns = new Map<string, CanvasPattern>()
  eachElement(HatchDefs(), (_, defs) =>
    eachElement(defs['children'], (_tag, { id, width, height, patternTransform, children }) => {
      const tile = document.createElement('canvas')
      tile.width = Math.round(numberOf(width) * TILE_DENSITY)
      tile.height = Math.round(numberOf(height) * TILE_DENSITY)
      const density = tile.width / numberOf(width, 1)
      const tilePen = tile.getContext('2d')
      if (!tilePen) return
      const place = { x: 0, y: 0, scale: 1, alpha: 1 }
      paint({ pen: tilePen, set: { ...UNSET }, density, patterns }, children, looks, place)
      const made = pen.createPattern(tile, 'repeat')
      const turn = typeof patternTransform === 'string' ? Number(TURN.exec(patternTransform)?.[1] ?? 0) : 0
      made?.setTransform(new DOMMatrix().rotateSelf(turn).scaleSelf(1 / density))
      if (made && typeof id === 'string') patterns.set(`url(#${id})`, made)
    }),
  )
  return patterns
}
