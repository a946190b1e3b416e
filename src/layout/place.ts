import { findAgeTicks, findChildClock, findPregnancyTicks } from '#analysis/child.ts'
import type { View } from '#analysis/filter.ts'
import type { Agency, Case } from '#model/case.ts'
import { intersection, lengthMs, type Span, WEEK_MS } from '#model/time.ts'
import type { Axis } from './axis.ts'
import { type FindingMark, placeFindings } from './findings.ts'
import { placeLabels, type PlacedLabel } from './labels.ts'
import { type PlacedLane, placeLanes } from './lanes.ts'
import { sizeMarks } from './marks.ts'
import type { MeasureText, Metrics } from './metrics.ts'
import { type PeriodBar, type Guide, placeGuides, placePeriods } from './periods.ts'
import { daysPerPx, type Scale, toPx } from './scale.ts'
import { placeSpines, type Spine } from './spines.ts'
import { sizeStrips } from './strips.ts'
import { placeOrderTicks, placeTicks, type Tick } from './ticks.ts'
import { obstaclesOf, wishesOf } from './wishes.ts'
import type { Finding } from '#model/case.ts'

export interface PlaceInput {
  readonly of: Case
  readonly axis: Axis
  readonly view: View
  /** Lanes in sight, in order. */
  readonly lanes: readonly Agency[]
  /** Whether what the filter leaves out is left off the picture; else it stays, to be dimmed. */
  readonly hidesFiltered: boolean
  /** The stretch to lay out; x is 0 at its start. */
  readonly drawn: Span
  readonly pxPerMs: number
  readonly availablePx: number
  readonly metrics: Metrics
  readonly measure: MeasureText
}

/** A small tick of the child's own axis. */
export interface ChildAxisTick {
  readonly x: number
  readonly text: string
}
export interface ChildAxis {
  /** "weeks of pregnancy", "age in weeks"… as far as each is in sight. */
  readonly titles: readonly string[]
  readonly ticks: readonly ChildAxisTick[]
}

/** Everything the chart draws, in pixels from the start of the stretch laid out and from the top of the first lane. */
export interface Picture {
  readonly scale: Scale
  readonly heightPx: number
  readonly axisKind: Axis['kind']
  readonly ticks: readonly Tick[]
  readonly child: ChildAxis
  readonly lanes: readonly PlacedLane[]
  readonly spines: readonly Spine[]
  readonly findings: readonly FindingMark[]
  readonly unplacedFindings: readonly Finding[]
  readonly periods: readonly PeriodBar[]
  readonly guides: readonly Guide[]
  readonly labels: readonly PlacedLabel[]
  /** Keys of marks whose words found no room. */
  readonly unlabelled: readonly string[]
  readonly metrics: Metrics
}

const LEAST_TICK_PX = 62
const LEAST_CHILD_TICK_PX = 34

function chooseStep(unitMs: number, scale: Scale, steps: readonly number[]): number | undefined {
  return steps.find((step) => step * unitMs * scale.pxPerMs >= LEAST_CHILD_TICK_PX)
}

function placeChildAxis(of: Case, axis: Axis, over: Span, scale: Scale): ChildAxis {
  const empty: ChildAxis = { titles: [], ticks: [] }
  if (axis.kind === 'order') return empty
  const clock = findChildClock(of)
  const titles: string[] = []
  const ticks: ChildAxisTick[] = []
  const weeks = chooseStep(WEEK_MS, scale, [1, 2, 4, 8])
  if (clock.pregnancy && weeks !== undefined && intersection(clock.pregnancy, over)) {
    titles.push('weeks of pregnancy')
    for (const { at, text } of findPregnancyTicks(clock.pregnancy, over, weeks))
      ticks.push({ x: toPx(scale, at), text })
  }
  const isYoung =
    clock.born && clock.died && lengthMs({ start: clock.born.span.start, end: clock.died.span.start }) < 26 * WEEK_MS
  const age = ageUnit(scale, isYoung === true)
  if (clock.born && age) {
    const found = findAgeTicks(clock, over, age.step, age.unit)
    if (found.length > 0) titles.push(`age in ${age.unit}s`)
    for (const { at, text } of found) ticks.push({ x: toPx(scale, at), text })
  }
  return { titles, ticks }
}

function ageUnit(
  scale: Scale,
  isYoung: boolean,
): { readonly unit: 'week' | 'month' | 'year'; readonly step: number } | undefined {
  const perPx = daysPerPx(scale)
  if (isYoung) {
    const step = chooseStep(WEEK_MS, scale, [1, 2, 4, 8])
    return step === undefined ? undefined : { unit: 'week', step }
  }
  if (perPx < 1) return { unit: 'month', step: perPx < 0.7 ? 1 : 3 }
  return { unit: 'year', step: 1 }
}

/** Findings of the view on the lanes in sight: in dim mode all of them, since what is dimmed keeps its place. */
function findingsOf({ of, view, hidesFiltered }: PlaceInput): readonly Finding[] {
  return hidesFiltered ? of.findings.filter(({ id }) => view.findings.has(id)) : of.findings
}

/**
 * The picture of a case: a pure function of the case, what is shown of it, the scale and a text measure. It lays out the
 * whole case at this scale, so that rows and words stay where they are while the reader pans.
 */
export function place(input: PlaceInput): Picture {
  const { of, axis, view, hidesFiltered, lanes: agencies, drawn, pxPerMs, availablePx, metrics, measure } = input
  const scale: Scale = { start: drawn.start, pxPerMs }
  const shownCase = hidesFiltered ? { ...of, events: of.events.filter(({ id }) => view.events.has(id)) } : of
  const findings = findingsOf(input)
  const marks = sizeMarks(shownCase, axis, scale, metrics)
  const strips = sizeStrips(findings, agencies, axis, scale, metrics)
  const lanes = placeLanes(agencies, marks, strips, availablePx, metrics)
  const spines = placeSpines(shownCase, lanes, metrics)
  const { marks: findingMarks, unplaced } = placeFindings({ findings, lanes, spines, strips, axis, scale, metrics })
  const periods = placePeriods(of, axis, scale, lanes, metrics)
  const wishes = wishesOf({ of, lanes, spines, findings: findingMarks, view, metrics })
  const obstacles = obstaclesOf({ lanes, spines, findings: findingMarks, periods, metrics, measure })
  const { labels, unplaced: unlabelled } = placeLabels(wishes, obstacles, measure, metrics.labelPx)
  return {
    scale,
    heightPx: lanes.reduce((sum, { heightPx }) => sum + heightPx, 0),
    axisKind: axis.kind,
    ticks:
      axis.kind === 'time'
        ? placeTicks(drawn, scale, LEAST_TICK_PX)
        : placeOrderTicks(of.events.length, scale, LEAST_TICK_PX / 2),
    child: placeChildAxis(of, axis, drawn, scale),
    lanes,
    spines,
    findings: findingMarks,
    unplacedFindings: unplaced,
    periods,
    guides: placeGuides(of, axis, scale),
    labels,
    unlabelled,
    metrics,
  }
}
