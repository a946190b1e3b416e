import { findMeetingPoint, type MeetingPoint } from '#analysis/meetings.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import type { PlacedLane } from './lanes.ts'
import type { PlacedMark } from './marks.ts'
import type { Metrics } from './metrics.ts'

/** A meeting drawn across lanes: a vertical line through its nodes, broken where it passes a lane with no part in it. */
export interface Spine {
  readonly meeting: MeetingPoint
  readonly x: number
  readonly topY: number
  readonly bottomY: number
  /** Stretches of the line, top to bottom. */
  readonly segments: readonly { readonly y0: number; readonly y1: number }[]
  /** The lane whose row carries the spine: its topmost node's. */
  readonly agencyId: string
  /** Somebody was expected and absent, or not invited. */
  readonly hasEmptyChair: boolean
}

/** The line from the first node to the last without the lanes in between that had no part. */
function breakSegments(
  nodes: readonly PlacedMark[],
  lanes: readonly PlacedLane[],
  metrics: Metrics,
): Spine['segments'] {
  const top = nodes[0]
  const bottom = nodes.at(-1)
  if (!top || !bottom) return []
  const taking = new Set(nodes.map(({ agencyId }) => agencyId))
  const segments: { y0: number; y1: number }[] = []
  let y0 = top.y
  for (const lane of lanes) {
    if (taking.has(lane.agency.id) || lane.lineY <= top.y || lane.lineY >= bottom.y) continue
    // In a low lane a full break would leave crumbs of line between the lanes.
    const gapPx = Math.min(metrics.glyphPx * 0.9, lane.heightPx * 0.26)
    segments.push({ y0, y1: lane.lineY - gapPx })
    y0 = lane.lineY + gapPx
  }
  return [...segments, { y0, y1: bottom.y }].filter((one) => one.y1 > one.y0)
}

/** Every meeting with at least two lanes in sight, of those laid out, in chronological order. Undated ones on a dated axis have no spine. */
export function placeSpines(of: Case, lanes: readonly PlacedLane[], metrics: Metrics): readonly Spine[] {
  const nodesOf = new Map<CaseEvent, PlacedMark[]>()
  for (const lane of lanes)
    for (const mark of lane.marks) {
      if (!mark.attendance) continue
      const nodes = nodesOf.get(mark.event)
      if (nodes) nodes.push(mark)
      else nodesOf.set(mark.event, [mark])
    }
  const inTurn = [...nodesOf].toSorted(([a], [b]) => a.order - b.order)
  return inTurn.flatMap(([event, unsorted]): Spine[] => {
    const meeting = findMeetingPoint(of, event)
    const nodes = unsorted.toSorted((a, b) => a.y - b.y)
    const top = nodes[0]
    const bottom = nodes.at(-1)
    if (!meeting || !top || !bottom || nodes.length < 2) return []
    return [
      {
        meeting,
        x: top.x,
        topY: top.y,
        bottomY: bottom.y,
        segments: breakSegments(nodes, lanes, metrics),
        agencyId: top.agencyId,
        hasEmptyChair: meeting.attendees.some(
          ({ attendance }) => attendance === 'absent' || attendance === 'not-invited',
        ),
      },
    ]
  })
}
