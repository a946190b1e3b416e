import type { FindingMark } from './findings.ts'
import type { PlacedCrowd } from './lanes.ts'
import type { Box, Metrics } from './metrics.ts'
import type { Picture } from './place.ts'
import { placeTray } from './tray.ts'

/** What a finger can mean in a chart. */
export type Touched =
  | { readonly kind: 'event'; readonly eventId: string; readonly agencyId: string }
  | { readonly kind: 'finding'; readonly findingId: string }
  | { readonly kind: 'crowd'; readonly agencyId: string; readonly cell: PlacedCrowd }

/** How far a fingertip reaches from its middle: half of a target of 44 pixels. */
export const FINGER_PX = 22
/** A thing this much nearer than anything else is the one that is meant. */
const CLEAR_PX = 16

/** What is longer than a fingertip can be met elsewhere, so it stands back by this much where a mark is meant. */
const LONG_PX = 12

export interface Touch {
  /** From the left edge of the chart, and from the top of its first lane. */
  readonly x: number
  readonly y: number
  readonly headPx: number
  /** How far the start of the window lies behind the start of the stretch laid out. */
  readonly panPx: number
  /** What of the chart is in sight; nothing beyond can be meant. */
  readonly sight: Box
}

/** Where a finding can be pressed: as tall as a symbol where the drawing is thin, but no wider than what it covers. */
export function findingBox(mark: FindingMark, { glyphPx }: Metrics): Box {
  const half = glyphPx / 2 + 1
  const { x, y } = mark
  switch (mark.form) {
    case 'missed': {
      const ys = [...mark.ghostYs, mark.crossY]
      return { x0: x - half, y0: Math.min(...ys) - half, x1: x + half, y1: Math.max(...ys) + half }
    }
    case 'band':
      return { x0: x, y0: y, x1: mark.x1, y1: mark.y1 }
    case 'strip':
      return { x0: x, y0: y - 2, x1: mark.x1, y1: y + mark.heightPx + 2 }
    case 'sign':
      return { x0: x - half, y0: y - half, x1: x + half, y1: y + half }
    default:
      return mark satisfies never
  }
}

interface Target {
  readonly box: Box
  readonly touched: Touched
}

const pointBox = (x: number, y: number): Box => ({ x0: x, y0: y, x1: x, y1: y })

/** Everything that can be pressed where time runs, in pixels of the stretch laid out. */
function plotTargets({ lanes, spines, findings, metrics }: Picture): readonly Target[] {
  return [
    ...lanes.flatMap(({ marks, crowds, agency: { id: agencyId } }) => [
      ...marks.map(({ event, x, y }): Target => ({
        box: pointBox(x, y),
        touched: { kind: 'event', eventId: event.id, agencyId },
      })),
      ...crowds.map((crowd): Target => ({
        box: { x0: crowd.x0, x1: crowd.x1, y0: crowd.y, y1: crowd.y },
        touched: { kind: 'crowd', agencyId, cell: crowd },
      })),
    ]),
    ...spines.flatMap(({ meeting, agencyId, x, segments }) =>
      segments.map(({ y0, y1 }): Target => ({
        box: { x0: x, x1: x, y0, y1 },
        touched: { kind: 'event', eventId: meeting.event.id, agencyId },
      })),
    ),
    ...findings.map((mark): Target => ({
      box: findingBox(mark, metrics),
      touched: { kind: 'finding', findingId: mark.finding.id },
    })),
  ]
}

/** The chips of undated events, which do not pan. */
function trayTargets({ lanes, metrics }: Picture, headPx: number): readonly Target[] {
  return lanes.flatMap((lane) =>
    placeTray(lane, metrics, headPx).flatMap(({ x, y }, place): Target[] => {
      const chip = lane.tray[place]
      return chip
        ? [{ box: pointBox(x, y), touched: { kind: 'event', eventId: chip.event.id, agencyId: lane.agency.id } }]
        : []
    }),
  )
}

/** The same thing may lie under a finger twice: a meeting as its spine and its nodes, a letter in two lanes. */
function keyOf(touched: Touched): string {
  switch (touched.kind) {
    case 'event':
      return `event ${touched.eventId}`
    case 'finding':
      return `finding ${touched.findingId}`
    case 'crowd':
      return `crowd ${touched.agencyId} ${touched.cell.start}`
    default:
      return touched satisfies never
  }
}

function cut(box: Box, sight: Box): Box {
  const within = (at: number, least: number, most: number) => Math.min(Math.max(at, least), most)
  return {
    x0: within(box.x0, sight.x0, sight.x1),
    x1: within(box.x1, sight.x0, sight.x1),
    y0: within(box.y0, sight.y0, sight.y1),
    y1: within(box.y1, sight.y0, sight.y1),
  }
}

const meets = (box: Box, sight: Box) =>
  box.x0 <= sight.x1 && box.x1 >= sight.x0 && box.y0 <= sight.y1 && box.y1 >= sight.y0

/**
 * What a finger can have meant: one thing where it is nearer than all others by a clear distance, else all that lie
 * under the fingertip, nearest first; nothing where it touched none.
 */
export function touch(picture: Picture, { x, y, headPx, panPx, sight }: Touch): readonly Touched[] {
  const plot = { ...sight, x0: Math.max(sight.x0, headPx) }
  const moved = plotTargets(picture).map(({ box, touched }) => ({
    box: { ...box, x0: box.x0 + headPx - panPx, x1: box.x1 + headPx - panPx },
    touched,
  }))
  const inSight = [
    ...moved.filter(({ box }) => meets(box, plot)).map(({ box, touched }) => ({ box: cut(box, plot), touched })),
    ...trayTargets(picture, headPx).filter(({ box }) => meets(box, sight)),
  ]
  const standBack = ({ x0, x1, y0, y1 }: Box) => (Math.max(x1 - x0, y1 - y0) > 2 * FINGER_PX ? LONG_PX : 0)
  const distance = ({ x0, x1, y0, y1 }: Box) => Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1))
  const near = inSight
    .filter(({ box }) => distance(box) <= FINGER_PX)
    .map(({ box, touched }) => ({ touched, far: distance(box) + standBack(box) }))
    .toSorted((a, b) => a.far - b.far)
  const keys = near.map(({ touched }) => keyOf(touched))
  const each = near.filter((_, place) => keys.indexOf(keys[place] ?? '') === place)
  const [first, second] = each
  const isClear = first && (!second || second.far - first.far >= CLEAR_PX)
  return (isClear ? [first] : each).map(({ touched }) => touched)
}
