import type { Agency, Finding } from '#model/case.ts'
import { HIGHLIGHT_OF } from '#model/vocabulary.ts'
import type { Axis } from './axis.ts'
import type { Metrics } from './metrics.ts'
import { stackRows } from './rows.ts'
import { type Scale, toPx } from './scale.ts'

/** A finding drawn along one lane, under its marks, over the stretch it speaks of. */
export interface SizedStrip {
  readonly finding: Finding
  readonly agencyId: string
  readonly x0: number
  readonly x1: number
  readonly opensLeft: boolean
  readonly opensRight: boolean
  readonly row: number
}

export interface StripRows {
  readonly strips: readonly SizedStrip[]
  readonly count: number
}

const MOST_STRIP_ROWS = 3
/** Lanes further apart than this get strips instead of one band, which would hatch half the chart. */
const MOST_LANES_IN_BAND = 1

/** The lane that carries a finding: its first holder in sight, else its first receiver. */
export function carrierOf(finding: Finding, shown: ReadonlySet<string>): string | undefined {
  return [...finding.holders, ...finding.receivers].find((id) => shown.has(id))
}

/**
 * A handover gap between close lanes is a band between them; anything else with a stretch is a strip. On an axis of
 * order, where each finding has a slot of its own, every gap is a band from holder to the farthest receiver.
 */
export function bandLanes(
  finding: Finding,
  lanes: readonly Agency[],
  axisKind: Axis['kind'],
): { readonly from: number; readonly to: number } | undefined {
  const isOrder = axisKind === 'order'
  if (isOrder ? HIGHLIGHT_OF[finding.kind] !== 'handover-gap' : finding.kind !== 'handover-gap') return undefined
  const from = lanes.findIndex(({ id }) => finding.holders.includes(id))
  const to = lanes.findLastIndex(({ id }) => finding.receivers.includes(id) && !finding.holders.includes(id))
  if (from === -1 || to === -1 || from === to || (!isOrder && Math.abs(from - to) > MOST_LANES_IN_BAND))
    return undefined
  return { from, to }
}

function isStrip(finding: Finding, lanes: readonly Agency[], axisKind: Axis['kind']): boolean {
  const highlight = HIGHLIGHT_OF[finding.kind]
  if (highlight === 'drift') return true
  return highlight === 'handover-gap' && bandLanes(finding, lanes, axisKind) === undefined
}

/** Strips of the findings given, by the lane that carries them, stacked over the whole case so that they do not jump. */
export function sizeStrips(
  findings: readonly Finding[],
  lanes: readonly Agency[],
  axis: Axis,
  scale: Scale,
  metrics: Metrics,
): ReadonlyMap<string, StripRows> {
  const shown = new Set(lanes.map(({ id }) => id))
  const byLane = new Map<string, Omit<SizedStrip, 'row'>[]>()
  for (const finding of findings) {
    const agencyId = carrierOf(finding, shown)
    const over = axis.spanOfFinding(finding)
    if (agencyId === undefined || !over || !isStrip(finding, lanes, axis.kind)) continue
    const x0 = toPx(scale, over.start)
    const strip = {
      finding,
      agencyId,
      x0,
      x1: Math.max(toPx(scale, over.end), x0 + metrics.glyphPx / 2),
      opensLeft: finding.when?.span.start === -Infinity,
      opensRight: finding.when?.span.end === Infinity,
    }
    byLane.set(agencyId, [...(byLane.get(agencyId) ?? []), strip])
  }
  return new Map([...byLane].map(([agencyId, strips]) => [agencyId, stackStrips(strips)]))
}

/**
 * Gaps get rows of their own, so that each length can be read. Drift shares the row below them: its stretches are long
 * and much alike, and what matters of each is where it begins.
 */
function stackStrips(strips: readonly Omit<SizedStrip, 'row'>[]): StripRows {
  const isDrift = ({ finding }: Pick<SizedStrip, 'finding'>) => HIGHLIGHT_OF[finding.kind] === 'drift'
  const gaps = stackGaps(strips.filter((strip) => !isDrift(strip)))
  const drift = strips.filter(isDrift).map((strip) => ({ ...strip, row: gaps.count }))
  return { strips: [...gaps.strips, ...drift], count: gaps.count + (drift.length > 0 ? 1 : 0) }
}

function stackGaps(strips: readonly Omit<SizedStrip, 'row'>[]): StripRows {
  const inTurn = strips.toSorted((a, b) => a.x0 - b.x0 || b.x1 - a.x1)
  const { rows, count } = stackRows(
    inTurn.map(({ x0, x1 }) => ({ x0, x1: x1 + 4 })),
    MOST_STRIP_ROWS,
  )
  return { strips: inTurn.map((strip, place) => ({ ...strip, row: rows[place] ?? 0 })), count }
}
