import { useMemo } from 'react'
import { applyFilter, type View } from '#analysis/filter.ts'
import { measureWith } from '#chart/measure-text.ts'
import type { Size } from '#chart/useSize.ts'
import { type Axis, axisOf } from '#layout/axis.ts'
import { orderAgencies } from '#layout/lanes.ts'
import { type MeasureText, type Metrics, metricsOf } from '#layout/metrics.ts'
import { type Picture, place } from '#layout/place.ts'
import { drawnSpan, limitWindow } from '#layout/scale.ts'
import type { Agency, Case } from '#model/case.ts'
import { lengthMs, overlaps, type Span, span } from '#model/time.ts'
import { usePreferences } from '#store/preferences.ts'
import { useView } from '#store/view.ts'
import { useFontFamily } from './useFontFamily.ts'

export interface Timeline {
  readonly axis: Axis
  readonly window: Span
  readonly view: View
  readonly lanes: readonly Agency[]
  /** Agencies whose lanes are folded away because nothing of theirs is in the first view. */
  readonly quiet: readonly Agency[]
  readonly metrics: Metrics
  readonly measure: MeasureText
  readonly headPx: number
  readonly plotPx: number
  /** Undefined until the chart has a size. */
  readonly picture: Picture | undefined
  readonly panPx: number
}

/** Agencies with an event or a finding in the first view, and all, in lane order. An undated event stands where the dated one before it does. */
function splitLanes(of: Case, axis: Axis): { readonly busy: ReadonlySet<string>; readonly all: readonly Agency[] } {
  const busy = new Set<string>()
  let isIn = true
  for (const event of of.events) {
    const at = axis.spanOfEvent(event)
    if (at) isIn = overlaps(at, axis.home)
    if (isIn) for (const { id } of event.agencies) busy.add(id)
  }
  for (const finding of of.findings) {
    const at = axis.spanOfFinding(finding)
    if (at && overlaps(at, axis.home)) for (const id of [...finding.holders, ...finding.receivers]) busy.add(id)
  }
  return { busy, all: orderAgencies(of) }
}

const NARROW_PX = 620

/** The one place where the pipeline is joined: case → filter → picture. Panning changes `panPx` alone. */
export function useTimeline(of: Case, size: Size | undefined): Timeline {
  const { filter, hidesFiltered, showsQuietLanes, window: wanted } = useView(({ view }) => view)
  const textSize = usePreferences((preferences) => preferences.textSize)
  const family = useFontFamily()
  const axis = useMemo(() => axisOf(of), [of])
  const view = useMemo(() => applyFilter(of, filter), [of, filter])
  const metrics = useMemo(() => metricsOf(textSize), [textSize])
  const measure = useMemo(
    () => measureWith(document.createElement('canvas'), family, metrics.labelPx),
    [family, metrics],
  )
  const { lanes, quiet } = useMemo(() => {
    const { busy, all } = splitLanes(of, axis)
    const isIn = ({ id }: Agency) => (showsQuietLanes || busy.has(id)) && (!hidesFiltered || view.agencies.has(id))
    return { lanes: all.filter(isIn), quiet: all.filter(({ id }) => !busy.has(id)) }
  }, [of, axis, view, hidesFiltered, showsQuietLanes])

  const window = useMemo(() => limitWindow(wanted ?? axis.home, axis.bounds), [wanted, axis])
  const widthPx = size?.widthPx ?? 0
  const headPx = Math.round(widthPx < NARROW_PX ? metrics.headPx * 0.55 : metrics.headPx)
  const plotPx = Math.max(1, widthPx - headPx)
  const pxPerMs = plotPx / lengthMs(window)
  const drawn = drawnSpan(window)
  const picture = useMemo(
    () =>
      size && plotPx > 1
        ? place({
            of,
            axis,
            view,
            lanes,
            hidesFiltered,
            drawn: span(drawn.start, drawn.end),
            pxPerMs,
            availablePx: size.heightPx - metrics.axisPx,
            metrics,
            measure,
          })
        : undefined,
    [of, axis, view, lanes, hidesFiltered, drawn.start, drawn.end, pxPerMs, size, plotPx, metrics, measure],
  )
  return {
    axis,
    window,
    view,
    lanes,
    quiet,
    metrics,
    measure,
    headPx,
    plotPx,
    picture,
    panPx: (window.start - drawn.start) * pxPerMs,
  }
}
