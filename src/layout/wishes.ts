import type { View } from '#analysis/filter.ts'
import type { Case } from '#model/case.ts'
import type { Axis } from './axis.ts'
import type { FindingMark } from './findings.ts'
import type { LabelWish } from './labels.ts'
import type { PlacedCrowd, PlacedLane } from './lanes.ts'
import type { PlacedMark } from './marks.ts'
import type { Box, MeasureText, Metrics } from './metrics.ts'
import { boxOfOutline, type PlacedOutline } from './outlines.ts'
import type { PeriodBar } from './periods.ts'
import type { Ribbon } from './ribbons.ts'
import { type Scale, toPx } from './scale.ts'
import type { Sightings } from './sightings.ts'
import type { Spine } from './spines.ts'

/** What of the picture wants words, in which order of significance, and what words must keep clear of. */

const RANK = { missed: 0, emptyChair: 1, gap: 2, referral: 3, serious: 4, evidence: 5, meeting: 6, event: 7 } as const

interface WishInput {
  readonly of: Case
  readonly lanes: readonly PlacedLane[]
  readonly spines: readonly Spine[]
  readonly findings: readonly FindingMark[]
  readonly view: View
  readonly metrics: Metrics
}

export function boxOfMark(mark: PlacedMark, metrics: Metrics): Box {
  const half = metrics.glyphPx / 2
  return { x0: mark.x - half, y0: mark.y - half, x1: mark.x + half, y1: mark.y + half }
}

function rankOf(mark: PlacedMark, evidence: ReadonlySet<string>): number {
  const { event } = mark
  if (event.type === 'referral' || event.type === 'handover') return RANK.referral
  if (event.concern === 'serious') return RANK.serious
  return evidence.has(event.id) ? RANK.evidence : RANK.event
}

/** An event is labelled once: on the lane that led or sent, else on the first it stands in. */
function isVoice(mark: PlacedMark, voices: ReadonlyMap<string, string>): boolean {
  return voices.get(mark.event.id) === mark.agencyId
}

function findVoices(lanes: readonly PlacedLane[]): ReadonlyMap<string, string> {
  const voices = new Map<string, string>()
  for (const lane of lanes)
    for (const mark of lane.marks)
      if (!voices.has(mark.event.id) || mark.role === 'lead' || mark.role === 'sender')
        voices.set(mark.event.id, mark.agencyId)
  return voices
}

function wishOfSpine(spine: Spine, lanes: readonly PlacedLane[], metrics: Metrics): LabelWish | undefined {
  const lane = lanes.find(({ agency }) => agency.id === spine.agencyId)
  if (!lane) return undefined
  const half = metrics.glyphPx / 2
  return {
    key: spine.meeting.event.id,
    text: spine.meeting.event.title,
    number: String(spine.meeting.event.order + 1),
    bold: spine.meeting.attendees.length > 2,
    rank: spine.hasEmptyChair ? RANK.emptyChair : RANK.meeting,
    anchor: { x0: spine.x - half, y0: spine.topY - half, x1: spine.x + half, y1: spine.topY + half },
    top: lane.y,
    bottom: lane.y + lane.heightPx,
    tone: 'meeting',
    keepsRight: lane.isSpread,
  }
}

function wishOfFinding(mark: FindingMark, lane: PlacedLane, metrics: Metrics): LabelWish | undefined {
  const half = metrics.glyphPx / 2
  const base = {
    key: `finding:${mark.finding.id}`,
    bold: false,
    top: lane.y - metrics.rowPx,
    bottom: lane.y + lane.heightPx + metrics.rowPx,
  }
  switch (mark.form) {
    case 'missed': {
      const anchor = { x0: mark.x - half, x1: mark.x + half, y0: mark.y - half, y1: mark.y + half }
      return {
        ...base,
        text: mark.finding.kind === 'missed-referral' ? 'No referral' : 'Referral late',
        rank: RANK.missed,
        anchor,
        tone: 'missed',
        bold: true,
      }
    }
    case 'band': {
      if (!mark.lengthText) return undefined
      const middleY = (mark.y + mark.y1) / 2
      const anchor = { x0: mark.x1, x1: mark.x1, y0: middleY - 2, y1: middleY + 2 }
      return { ...base, text: mark.lengthText, rank: RANK.gap, anchor, tone: 'gap', top: mark.y, bottom: mark.y1 }
    }
    case 'strip': {
      if (!mark.lengthText || mark.highlight !== 'handover-gap') return undefined
      const anchor = { x0: mark.x, x1: mark.x1, y0: mark.y, y1: mark.y + mark.heightPx }
      return { ...base, text: mark.lengthText, rank: RANK.gap, anchor, tone: 'gap' }
    }
    case 'sign':
      return undefined
    default:
      return mark satisfies never
  }
}

/** Every wish for words; what the filter leaves out wishes nothing. */
export function wishesOf({ of, lanes, spines, findings, view, metrics }: WishInput): readonly LabelWish[] {
  const evidence = new Set(of.findings.flatMap(({ events }) => events))
  const voices = findVoices(lanes)
  const onSpine = new Set(spines.map(({ meeting }) => meeting.event.id))
  const wishes: LabelWish[] = []
  for (const lane of lanes)
    for (const mark of lane.marks) {
      if (!view.events.has(mark.event.id) || onSpine.has(mark.event.id) || !isVoice(mark, voices)) continue
      wishes.push({
        key: mark.event.id,
        text: mark.event.title,
        number: String(mark.event.order + 1),
        bold: false,
        rank: rankOf(mark, evidence),
        anchor: boxOfMark(mark, metrics),
        top: lane.y,
        bottom: lane.y + lane.heightPx,
        tone: 'event',
        keepsRight: lane.isSpread,
      })
    }
  for (const spine of spines) {
    const wish = view.events.has(spine.meeting.event.id) && wishOfSpine(spine, lanes, metrics)
    if (wish) wishes.push(wish)
  }
  for (const mark of findings) {
    const lane = lanes.find(({ agency }) => agency.id === mark.agencyId)
    const wish = lane && view.findings.has(mark.finding.id) && wishOfFinding(mark, lane, metrics)
    if (wish) wishes.push(wish)
  }
  return wishes
}

interface ObstacleInput {
  readonly lanes: readonly PlacedLane[]
  readonly outlines?: readonly PlacedOutline[]
  readonly spines: readonly Spine[]
  readonly findings: readonly FindingMark[]
  readonly periods: readonly PeriodBar[]
  readonly ribbons: readonly Ribbon[]
  readonly sightings: Sightings | undefined
  readonly axis: Axis
  readonly scale: Scale
  readonly metrics: Metrics
  readonly measure: MeasureText
}

function boxesOfFinding(mark: FindingMark, metrics: Metrics): readonly Box[] {
  const half = metrics.glyphPx / 2
  switch (mark.form) {
    case 'missed': {
      const ys = [...mark.ghostYs, mark.crossY]
      const line: Box = { x0: mark.x - 2, x1: mark.x + 2, y0: Math.min(...ys), y1: Math.max(...ys) }
      return [line, ...ys.map((y): Box => ({ x0: mark.x - half, x1: mark.x + half, y0: y - half, y1: y + half }))]
    }
    case 'band':
      return [{ x0: mark.x, x1: mark.x1, y0: mark.y, y1: mark.y1 }]
    case 'strip':
      return [{ x0: mark.x, x1: mark.x1, y0: mark.y, y1: mark.y + mark.heightPx }]
    case 'sign':
      return [{ x0: mark.x - half * 0.7, x1: mark.x + half * 0.7, y0: mark.y - half * 0.6, y1: mark.y + half * 0.6 }]
    default:
      return mark satisfies never
  }
}

function boxesOfSightings({ ticks, unseen, y, heightPx }: Sightings): readonly Box[] {
  const stretches = [...ticks.map(({ x }) => ({ x0: x - 2, x1: x + 2 })), ...(unseen ? [unseen] : [])]
  return stretches.map(({ x0, x1 }) => ({ x0, x1, y0: y, y1: y + heightPx }))
}

/** In label heights: longer than any words. */
const BEYOND_LINES = 50

/** What lies beyond both ends of the case, where no window can bring words into sight. */
function edgesOf({ bounds }: Axis, scale: Scale, { labelPx }: Metrics): readonly Box[] {
  const beyondPx = labelPx * BEYOND_LINES
  const [x0, x1] = [toPx(scale, bounds.start), toPx(scale, bounds.end)]
  const all = { y0: -Infinity, y1: Infinity }
  return [
    { x0: x0 - beyondPx, x1: x0, ...all },
    { x0: x1, x1: x1 + beyondPx, ...all },
  ]
}

function boxOfCrowd({ x0, x1, y }: PlacedCrowd, { labelPx }: Metrics): Box {
  return { x0, x1, y0: y - labelPx / 2, y1: y + labelPx / 2 }
}

/** Boxes of everything drawn that words must not cover: symbols, spines, findings, the child's periods and sightings. */
export function obstaclesOf(input: ObstacleInput): readonly Box[] {
  const { lanes, spines, findings, periods, ribbons, sightings, axis, scale, metrics } = input
  const boxes: Box[] = [...edgesOf(axis, scale, metrics), ...(sightings ? boxesOfSightings(sightings) : [])]
  for (const lane of lanes)
    // Words may stand on a date's bar, which is broken or faint, but never on a symbol.
    boxes.push(
      ...lane.marks.map((mark) => boxOfMark(mark, metrics)),
      ...lane.crowds.map((crowd) => boxOfCrowd(crowd, metrics)),
    )
  for (const outline of input.outlines ?? []) boxes.push(boxOfOutline(outline, metrics))
  for (const spine of spines)
    for (const { y0, y1 } of spine.segments) boxes.push({ x0: spine.x - 4, x1: spine.x + 4, y0, y1 })
  for (const mark of findings) boxes.push(...boxesOfFinding(mark, metrics))
  for (const bar of periods)
    if (bar.place === 'child') boxes.push({ x0: bar.x0, x1: bar.x1, y0: bar.y, y1: bar.y + bar.heightPx })
  for (const { cells, y, heightPx } of ribbons)
    for (const { x0, x1 } of cells) boxes.push({ x0, x1, y0: y, y1: y + heightPx })
  return boxes
}
