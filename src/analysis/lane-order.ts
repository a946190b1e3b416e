import type { Agency } from '#model/case.ts'
import type { MeetingPoint } from './meetings.ts'

export interface LaneProposal {
  /** The same lanes in the order proposed; the order given when no better one was found. */
  readonly order: readonly Agency[]
  /** How often meeting lines pass a lane that has no part in the meeting, as the lanes are and as proposed. */
  readonly before: number
  readonly after: number
}

/** Meetings of the same lanes, counted together. */
interface Gathering {
  readonly lanes: readonly string[]
  readonly count: number
}

/** Neighbouring lanes of one family, which stay together; or a lane that stays where it is. */
interface Run {
  readonly lanes: readonly Agency[]
  readonly isFixed: boolean
}

interface Candidate {
  readonly runs: readonly Run[]
  readonly crossings: number
}

function gather(meetings: readonly MeetingPoint[], lanes: readonly Agency[]): readonly Gathering[] {
  const shown = new Set(lanes.map(({ id }) => id))
  const gatherings = new Map<string, Gathering>()
  for (const { attendees } of meetings) {
    const present = attendees.map(({ agency }) => agency.id).filter((id) => shown.has(id))
    // A line between two lanes can be long; one lane has no line.
    if (present.length < 2) continue
    const key = present.toSorted().join(' ')
    gatherings.set(key, { lanes: present, count: (gatherings.get(key)?.count ?? 0) + 1 })
  }
  return [...gatherings.values()]
}

function countGathered(gatherings: readonly Gathering[], lanes: readonly Agency[]): number {
  const placeOf = new Map(lanes.map(({ id }, place) => [id, place]))
  let crossings = 0
  for (const { lanes: present, count } of gatherings) {
    let top = Infinity
    let bottom = -Infinity
    for (const id of present) {
      const place = placeOf.get(id) ?? 0
      top = Math.min(top, place)
      bottom = Math.max(bottom, place)
    }
    crossings += count * (bottom - top + 1 - present.length)
  }
  return crossings
}

function runsOf(lanes: readonly Agency[], pinned: ReadonlySet<string>): readonly Run[] {
  const runs: { lanes: Agency[]; isFixed: boolean }[] = []
  for (const lane of lanes) {
    const isFixed = pinned.has(lane.id) || lane.family === 'child-and-family'
    const last = runs.at(-1)
    if (last && !last.isFixed && !isFixed && last.lanes[0]?.family === lane.family) last.lanes.push(lane)
    else runs.push({ lanes: [lane], isFixed })
  }
  return runs
}

function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  return all.toSpliced(from, 1).toSpliced(to, 0, ...all.slice(from, from + 1))
}

/** Every way to move one lane within its family. */
function* moveLanes(runs: readonly Run[]): Generator<readonly Run[]> {
  for (const [place, run] of runs.entries())
    for (let from = 0; from < run.lanes.length; from += 1)
      for (let to = 0; to < run.lanes.length; to += 1)
        if (from !== to) yield runs.with(place, { ...run, lanes: moved(run.lanes, from, to) })
}

/** Every way to move one family past others; none moves past a lane that stays where it is. */
function* moveFamilies(runs: readonly Run[]): Generator<readonly Run[]> {
  for (let from = 0; from < runs.length; from += 1)
    for (const by of [-1, 1])
      for (let to = from; runs[to] && !runs[to]?.isFixed; to += by) if (to !== from) yield moved(runs, from, to)
}

function bestOf(all: Iterable<readonly Run[]>, now: Candidate, gatherings: readonly Gathering[]): Candidate {
  let best = now
  for (const runs of all) {
    const crossings = countGathered(
      gatherings,
      runs.flatMap(({ lanes }) => lanes),
    )
    if (crossings < best.crossings) best = { runs, crossings }
  }
  return best
}

/**
 * An order of lanes in which the lines of meetings are shorter. A line is as long as the number of lanes it passes, so
 * what is counted is lanes passed that have no part in the meeting. From the order given, the one move that saves most
 * is made, again and again until none saves anything: moves of a lane within its family first, then of a whole family.
 * Of moves that save the same, the first from the top is made, so that the result is always the same. Pinned lanes and
 * the child's own stay where they are. It finds a good order, not the best there is; never one with longer lines.
 */
export function proposeLaneOrder(
  meetings: readonly MeetingPoint[],
  lanes: readonly Agency[],
  pinned: ReadonlySet<string>,
): LaneProposal {
  const gatherings = gather(meetings, lanes)
  const before = countGathered(gatherings, lanes)
  let now: Candidate = { runs: runsOf(lanes, pinned), crossings: before }
  for (;;) {
    let next = bestOf(moveLanes(now.runs), now, gatherings)
    if (next === now) next = bestOf(moveFamilies(now.runs), now, gatherings)
    if (next === now) break
    now = next
  }
  return { order: now.runs.flatMap((run) => run.lanes), before, after: now.crossings }
}
