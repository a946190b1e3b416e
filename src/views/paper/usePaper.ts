import { useMemo } from 'react'
import { applyFilter, type Filter, NO_FILTER } from '#analysis/filter.ts'
import { findHeadline } from '#analysis/headline.ts'
import { type MeasuredEnd, measuredEnds, measureNotes } from '#analysis/measured.ts'
import { citeReview, countView, describeFilter, nameEdition, WHO_SAYS } from '#analysis/view-words.ts'
import { measureWith } from '#chart/measure-text.ts'
import { anchorNotes } from '#layout/anchor.ts'
import { type Axis, axisOf, stopAxis, countAxisFrom } from '#layout/axis.ts'
import type { MeasureText } from '#layout/metrics.ts'
import { layoutPaper, type PaperLayout } from '#layout/paper.ts'
import { viewOnPaper } from '#layout/paper-events.ts'
import { type PaperKind, paperMetrics } from '#layout/paper-sheets.ts'
import type { WallSize } from '#layout/paper-wall.ts'
import { limitWindow } from '#layout/scale.ts'
import type { Case } from '#model/case.ts'
import { type Instant, instant, type Span, span } from '#model/time.ts'
import { useMeasured } from '#store/measured.ts'
import { useView } from '#store/view.ts'
import { useFontFamily } from '#views/explore/useFontFamily.ts'
import { horizonNotes, type Seen } from '#views/horizon/useSeen.ts'
import { themeTitle } from '#views/themes.ts'
import { type LegendItem, legendItems } from './legend-items.ts'
import { rangeWords } from './page-words.ts'

/** What a reader chooses before printing. */
export interface PaperChoice {
  readonly kind: PaperKind
  readonly wall: WallSize
  readonly ink: 'colour' | 'grey'
  readonly what: 'view' | 'whole'
}

export interface Paper {
  readonly layout: PaperLayout
  readonly measure: MeasureText
  /** The ends of a measure that is on. */
  readonly measured: readonly MeasuredEnd[]
  readonly headline: string
  readonly foot: readonly string[]
  readonly legend: readonly LegendItem[]
}

const RING: LegendItem = { kind: 'outline', name: 'Known only to others' }
const BEND: LegendItem = { kind: 'bend', name: 'The scale changes' }

function usePaperAxis(of: Case, day: Instant | undefined, from: string | undefined): Axis {
  return useMemo(() => {
    const axis = axisOf(of)
    return countAxisFrom(day === undefined ? axis : stopAxis(axis, of, day), of.eventById.get(from ?? ''))
  }, [of, day, from])
}

/** On paper nothing is gained by the empty stretch past the day a case stops at. */
function stretchOf({ until }: Axis, { start, end }: Span): Span {
  return until !== undefined && start < until ? span(start, instant(Math.min(end, until))) : span(start, end)
}

/** The pages as they will print: the one place where case, filter and paper are joined. */
export function usePaper(seen: Seen, { kind, wall, what }: PaperChoice): Paper {
  const { filter: wanted, window, countFrom } = useView(({ view }) => view)
  const { family } = useFontFamily()
  const { shown: of, outlines, choice } = seen
  const chosen = useMeasured(of.id)
  const measured = useMemo(() => measuredEnds(of, chosen), [of, chosen])
  const axis = usePaperAxis(of, choice?.day, what === 'whole' ? undefined : countFrom)
  const filter: Filter = what === 'whole' ? NO_FILTER : wanted
  const view = useMemo(() => applyFilter(of, filter), [of, filter])
  const over = useMemo(
    () => stretchOf(axis, what === 'whole' ? axis.bounds : limitWindow(window ?? axis.home, axis.bounds)),
    [axis, window, what],
  )
  const measure = useMemo(
    () => measureWith(document.createElement('canvas'), family, paperMetrics(kind).labelPx),
    [family, kind],
  )
  const printed = useMemo(() => viewOnPaper(of, axis, view, over), [of, axis, view, over])
  const legend = useMemo(
    () => [
      ...legendItems(of, printed, axis),
      ...(outlines?.length ? [RING] : []),
      ...(kind === 'wall' && axis.kind === 'time' ? [BEND] : []),
    ],
    [of, printed, axis, outlines, kind],
  )
  const foot = useMemo(
    () => [
      `${nameEdition(of)} ${citeReview(of)}`,
      `${rangeWords(axis.kind, over, of.events.length)}. ${countView(of, printed)} ${describeFilter(of, filter, themeTitle)}`,
      ...horizonNotes(seen),
      ...anchorNotes(axis),
      ...measureNotes(of, chosen),
      WHO_SAYS,
    ],
    [seen, of, axis, over, printed, filter, chosen],
  )
  const layout = useMemo(
    () => layoutPaper({ of, axis, view, outlines, over, kind, wall, foot, legendItems: legend.length, measure }),
    [of, axis, view, outlines, over, kind, wall, foot, legend, measure],
  )
  const headline = useMemo(() => findHeadline(of), [of])
  return { layout, measure, measured, headline, foot, legend }
}
