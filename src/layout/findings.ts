import { formatDays } from '#model/words.ts'
import { daysApart, type When } from '#model/edtf.ts'
import type { Agency, Finding } from '#model/case.ts'
import { HIGHLIGHT_OF, type Highlight } from '#model/vocabulary.ts'
import type { Axis } from './axis.ts'
import type { PlacedLane } from './lanes.ts'
import type { PlacedMark } from './marks.ts'
import type { Metrics } from './metrics.ts'
import { type Scale, toPx } from './scale.ts'
import type { Spine } from './spines.ts'
import { bandLanes, carrierOf, type SizedStrip, type StripRows } from './strips.ts'

interface FindingBase {
  readonly finding: Finding
  readonly highlight: Highlight
  /** The lane whose row carries the mark. */
  readonly agencyId: string
  /** Where a label would start: the head of the drawing. */
  readonly x: number
  readonly y: number
}

/** A request that was not made or came late: ghosts on the lanes that held it, a broken line towards the lane that should have heard. */
export interface MissedMark extends FindingBase {
  readonly form: 'missed'
  readonly ghostYs: readonly number[]
  /** Where the line ends in a cross, short of the lane it was meant for. */
  readonly crossY: number
}
/** A hatched band between two lanes, from leaving one to reaching the other. */
export interface BandMark extends FindingBase {
  readonly form: 'band'
  readonly x1: number
  readonly y1: number
  readonly opensRight: boolean
  readonly lengthText: string | undefined
}
/** A stretch along one lane: hatched for a gap, dotted for drift. */
export interface StripMark extends FindingBase {
  readonly form: 'strip'
  readonly x1: number
  readonly heightPx: number
  readonly opensLeft: boolean
  readonly opensRight: boolean
  readonly lengthText: string | undefined
}
/** A small sign by the mark it speaks of. */
export interface SignMark extends FindingBase {
  readonly form: 'sign'
  readonly sign: 'good-practice' | 'disagreement' | 'empty-chair' | 'no-minutes'
}
export type FindingMark = MissedMark | BandMark | StripMark | SignMark

export interface FindingsInput {
  readonly findings: readonly Finding[]
  readonly lanes: readonly PlacedLane[]
  readonly spines: readonly Spine[]
  readonly strips: ReadonlyMap<string, StripRows>
  readonly axis: Axis
  readonly scale: Scale
  readonly metrics: Metrics
}

/** "34 days", "31 to 61 days", "at least 12 days"… of a stretch; undefined when it has no two ends or no length. */
export function formatStretch(when: When | undefined): string | undefined {
  if (when?.kind !== 'range') return undefined
  if (!when.to) return 'no end given'
  if (!when.from) return undefined
  const days = daysApart(when.from, when.to)
  return days.most === 0 ? undefined : formatDays(days)
}

function laneIndex(lanes: readonly PlacedLane[], ids: readonly string[]): number {
  return lanes.findIndex(({ agency }) => ids.includes(agency.id))
}

function placeMissed(finding: Finding, agencyId: string, input: FindingsInput): MissedMark | undefined {
  const { lanes, metrics, scale, axis } = input
  const over = axis.spanOfFinding(finding)
  const holders = lanes.filter(({ agency }) => finding.holders.includes(agency.id))
  const target =
    lanes[
      laneIndex(
        lanes,
        finding.receivers.filter((id) => !finding.holders.includes(id)),
      )
    ]
  const first = holders[0]
  if (!over || !first) return undefined
  const x = toPx(scale, over.start)
  // Nobody in sight should have heard: the line is a short one, towards where there is room.
  const shortPx = metrics.rowPx * 3
  const targetY = target?.lineY ?? first.lineY + (first.index === 0 ? shortPx : -shortPx)
  const isUp = targetY < first.lineY
  const ghostOffset = metrics.glyphPx * 1.1 * (isUp ? -1 : 1)
  const ghostYs = holders.map(({ lineY }) => lineY + ghostOffset)
  const crossY = targetY + metrics.glyphPx * 1.15 * (isUp ? 1 : -1)
  return {
    form: 'missed',
    finding,
    highlight: 'missed-referral',
    agencyId,
    x,
    y: ghostYs[0] ?? first.lineY,
    ghostYs,
    crossY,
  }
}

function placeBand(finding: Finding, agencyId: string, input: FindingsInput): BandMark | undefined {
  const { lanes, scale, axis, metrics } = input
  const between = bandLanes(
    finding,
    lanes.map(({ agency }) => agency),
    axis.kind,
  )
  const over = axis.spanOfFinding(finding)
  const from = between && lanes[Math.min(between.from, between.to)]
  const to = between && lanes[Math.max(between.from, between.to)]
  if (!over || !from || !to) return undefined
  const x = toPx(scale, over.start)
  return {
    form: 'band',
    finding,
    highlight: 'handover-gap',
    agencyId,
    x,
    x1: Math.max(toPx(scale, over.end), x + metrics.glyphPx / 2),
    y: from.lineY,
    y1: to.lineY,
    opensRight: finding.when?.span.end === Infinity,
    lengthText: formatStretch(finding.when),
  }
}

function placeStrip(strip: SizedStrip, lane: PlacedLane, metrics: Metrics): StripMark {
  return {
    form: 'strip',
    finding: strip.finding,
    highlight: HIGHLIGHT_OF[strip.finding.kind],
    agencyId: strip.agencyId,
    x: strip.x0,
    x1: strip.x1,
    y: lane.stripY + strip.row * (metrics.stripPx + metrics.stripGapPx),
    heightPx: metrics.stripPx,
    opensLeft: strip.opensLeft,
    opensRight: strip.opensRight,
    lengthText: formatStretch(strip.finding.when),
  }
}

function signOf(finding: Finding): SignMark['sign'] | undefined {
  const highlight = HIGHLIGHT_OF[finding.kind]
  switch (highlight) {
    case 'good-practice':
    case 'disagreement':
      return highlight
    case 'meeting-point':
      return finding.kind === 'meeting-not-recorded' ? 'no-minutes' : 'empty-chair'
    case 'missed-referral':
    case 'handover-gap':
    case 'drift':
      return undefined
    default:
      return highlight satisfies never
  }
}

/** Lanes that need room above their marks for signs. */
export function findSignedLanes(findings: readonly Finding[], lanes: readonly Agency[]): ReadonlySet<string> {
  const shown = new Set(lanes.map(({ id }) => id))
  return new Set(findings.flatMap((finding) => (signOf(finding) ? (carrierOf(finding, shown) ?? []) : [])))
}

interface Spot {
  readonly agencyId: string
  readonly x: number
  readonly y: number
}

/** Where a sign stands: at the head of the meeting it speaks of, above the mark it rests on, or on the lane at its date. */
function spotOf(finding: Finding, agencyId: string, input: FindingsInput): Spot | undefined {
  const { lanes, spines, metrics, axis, scale } = input
  const spine =
    HIGHLIGHT_OF[finding.kind] === 'meeting-point' &&
    spines.find(({ meeting }) => finding.events.includes(meeting.event.id))
  if (spine)
    return { agencyId: spine.agencyId, x: spine.x + metrics.glyphPx * 0.7, y: spine.topY - metrics.glyphPx * 0.68 }
  const lane = lanes.find(({ agency }) => agency.id === agencyId)
  if (!lane) return undefined
  // At the upper right, like a note number on a word: it takes no row of its own.
  const above = (x: number, y: number): Spot => ({
    agencyId,
    x: x + metrics.glyphPx * 0.55,
    y: y - metrics.glyphPx * 0.68,
  })
  const mark = lane.marks.find((one: PlacedMark) => finding.events.includes(one.event.id))
  if (mark) return above(mark.x, mark.y)
  const over = axis.spanOfFinding(finding)
  return over && above(toPx(scale, over.start), lane.lineY)
}

/** Steps aside that a drawing may take from its date before it would stand at another date: then it stays and is covered. */
const MOST_STEPS = 3

/** Signs that would stand on one another step to the right, a few steps at most, in the order given. */
function spread(signs: readonly SignMark[], stepPx: number): SignMark[] {
  const taken: SignMark[] = []
  // Less than the step, so that one step is enough however it is rounded.
  const nearPx = stepPx - 0.5
  for (const sign of signs) {
    const isTaken = (x: number) =>
      taken.some(
        (other) =>
          other.agencyId === sign.agencyId && Math.abs(other.x - x) < nearPx && Math.abs(other.y - sign.y) < nearPx,
      )
    taken.push({ ...sign, x: stepAside(sign.x, stepPx, isTaken) })
  }
  return taken
}

/** Missed referrals of one day step to the right, a few steps at most, so that each line can be followed. */
function spreadMissed(missed: readonly MissedMark[], stepPx: number): MissedMark[] {
  const taken: MissedMark[] = []
  const nearPx = stepPx - 0.5
  for (const one of missed.toSorted((a, b) => a.x - b.x)) {
    const isTaken = (x: number) => taken.some((other) => Math.abs(other.x - x) < nearPx)
    taken.push({ ...one, x: stepAside(one.x, stepPx, isTaken) })
  }
  return taken
}

function stepAside(x: number, stepPx: number, isTaken: (x: number) => boolean): number {
  for (let step = 0; step <= MOST_STEPS; step += 1) if (!isTaken(x + step * stepPx)) return x + step * stepPx
  return x
}

/** A finding on a time axis that cannot be drawn, because it has neither a date nor a dated event, or no lane in sight. */
export interface FindingsPicture {
  readonly marks: readonly FindingMark[]
  readonly unplaced: readonly Finding[]
}

/** Every finding as one drawing, those without a place listed apart, so that nothing is left out silently. */
export function placeFindings(input: FindingsInput): FindingsPicture {
  const { findings, lanes, strips, metrics } = input
  const shown = new Set(lanes.map(({ agency }) => agency.id))
  const missed: MissedMark[] = []
  const bands: BandMark[] = []
  const signs: SignMark[] = []
  for (const finding of findings) {
    const agencyId = carrierOf(finding, shown)
    if (agencyId === undefined) continue
    const highlight = HIGHLIGHT_OF[finding.kind]
    const sign = signOf(finding)
    const spot = sign && spotOf(finding, agencyId, input)
    const ghost = highlight === 'missed-referral' ? placeMissed(finding, agencyId, input) : undefined
    const band = highlight === 'handover-gap' ? placeBand(finding, agencyId, input) : undefined
    if (ghost) missed.push(ghost)
    if (band) bands.push(band)
    if (sign && spot) signs.push({ form: 'sign', finding, highlight, sign, ...spot })
  }
  const placedStrips = lanes.flatMap((lane) =>
    (strips.get(lane.agency.id)?.strips ?? []).map((strip) => placeStrip(strip, lane, metrics)),
  )
  const marks = [
    ...bands,
    ...placedStrips,
    ...spreadMissed(missed, metrics.glyphPx * 0.8),
    ...spread(signs, metrics.glyphPx * 0.9),
  ]
  const placed = new Set(marks.map(({ finding }) => finding.id))
  return { marks, unplaced: findings.filter(({ id }) => !placed.has(id)) }
}
