import type { Outline } from '#analysis/knowledge/veil.ts'
import { finite } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'
import { middle } from '#model/time.ts'
import type { Axis } from './axis.ts'
import { crowdPx, type PlacedLane } from './lanes.ts'
import type { Box, Metrics } from './metrics.ts'
import { type Scale, toPx } from './scale.ts'

/** Where events known only to others stand: an empty ring, over the stretch of its date where that is not one day. */
export interface PlacedOutline {
  readonly agencyId: string
  readonly x: number
  readonly y: number
  readonly x0: number
  readonly x1: number
  /** How many events the ring stands for; 0 where only the line over their date reaches in. */
  readonly count: number
  /** Whether a mark stands on it, for want of a row. */
  readonly isUnder: boolean
}

/** The number beside a ring: how many events it stands for besides the one that is seen; 0 for none. */
export function moreAt({ count, isUnder }: PlacedOutline): number {
  return isUnder ? count : count - 1
}

/** Where the number beside a ring ends; the ring itself where it stands for one event. */
function rightOf(outline: PlacedOutline, metrics: Metrics): number {
  const { glyphPx } = metrics
  const more = moreAt(outline)
  return outline.x + (more > 0 ? glyphPx * 0.6 + crowdPx(more, metrics) : glyphPx / 2)
}

function join(one: PlacedOutline, other: PlacedOutline): PlacedOutline {
  const [x0, x1] = [Math.min(one.x0, other.x0), Math.max(one.x1, other.x1)]
  return { ...one, x0, x1, count: one.count + other.count }
}

interface Rows {
  readonly rowYs: readonly number[]
  readonly marks: PlacedLane['marks']
  readonly metrics: Metrics
}

/** Puts one more ring among those of a lane: in the first row with room, best where no two stretches meet; else it joins one it would cover. */
function addOutline(
  placed: PlacedOutline[],
  one: Omit<PlacedOutline, 'y' | 'isUnder'>,
  { rowYs, marks, metrics }: Rows,
): void {
  const covers = (other: { readonly x: number }) => Math.abs(other.x - one.x) < metrics.glyphPx
  const isFree = (y: number) => ![...marks, ...placed].some((other) => other.y === y && covers(other))
  const isApart = (y: number) => placed.every((other) => other.y !== y || other.x1 <= one.x0 || other.x0 >= one.x1)
  const y = rowYs.find((row) => isFree(row) && isApart(row)) ?? rowYs.find(isFree)
  const near = y === undefined ? placed.findLastIndex(covers) : -1
  const known = placed[near]
  const ring = { ...one, y: y ?? rowYs.at(-1) ?? 0, isUnder: y === undefined }
  if (known) placed[near] = join(known, ring)
  else placed.push(ring)
}

/** Rings that the number beside another would run into join it. */
function makeRoom(placed: readonly PlacedOutline[], metrics: Metrics): readonly PlacedOutline[] {
  const apart: PlacedOutline[] = []
  for (const one of placed.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = apart.at(-1)
    const isRunInto = last?.y === one.y && rightOf(last, metrics) > one.x - metrics.glyphPx / 2
    if (last && isRunInto) apart[apart.length - 1] = join(last, one)
    else apart.push(one)
  }
  return apart
}

/** Outlines in the lanes that are in sight. None stands on another: those without a row of their own are one ring that says how many they are. */
export function placeOutlines(
  outlines: readonly Outline[],
  axis: Axis,
  scale: Scale,
  lanes: readonly PlacedLane[],
  metrics: Metrics,
): readonly PlacedOutline[] {
  if (axis.kind === 'order') return []
  return lanes.flatMap(({ agency, marks, lineY }) => {
    const rowCount = Math.max(1, ...marks.map(({ row }) => row + 1))
    const rowYs = Array.from({ length: rowCount }, (_, row) => lineY + row * metrics.rowPx)
    const placed: PlacedOutline[] = []
    for (const { agencyId, when } of outlines) {
      if (agencyId !== agency.id) continue
      const x = toPx(scale, middle(finite(when)))
      const isDay = when.kind === 'moment' && isExact(when)
      const [from, to] = isDay ? [x, x] : [toPx(scale, when.span.start), toPx(scale, when.span.end)]
      const [x0, x1] = [Number.isFinite(from) ? from : x, Number.isFinite(to) ? to : x]
      addOutline(placed, { agencyId, x, x0, x1, count: 1 }, { rowYs, marks, metrics })
    }
    return makeRoom(placed, metrics)
  })
}

export function boxOfOutline(outline: PlacedOutline, metrics: Metrics): Box {
  const half = metrics.glyphPx / 2
  const { x, y } = outline
  return { x0: x - half, y0: y - half, x1: rightOf(outline, metrics), y1: y + half }
}
