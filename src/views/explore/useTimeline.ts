import { useMemo, useState } from 'react'
import type { MeasuredEnd } from '#analysis/measured.ts'
import { measureWith } from '#chart/measure-text.ts'
import type { Size } from '#chart/useSize.ts'
import { type Axis, axisOf, stopAxis, countAxisFrom } from '#layout/axis.ts'
import type { LaneIndexes } from '#layout/lane-index.ts'
import { type MeasureText, type Metrics, metricsOf } from '#layout/metrics.ts'
import type { Picture } from '#layout/place.ts'
import { drawnSpan, keepDrawn, limitWindow } from '#layout/scale.ts'
import type { CaseEvent } from '#model/case.ts'
import { lengthMs, type Span } from '#model/time.ts'
import { useTextScale } from '#store/preferences.ts'
import { useView } from '#store/view.ts'
import type { Seen } from '#views/horizon/useSeen.ts'
import { useFontFamily } from './useFontFamily.ts'
import { usePicture } from './usePicture.ts'
import { type ShownLanes, useShownLanes } from './useShownLanes.ts'

export interface Timeline extends ShownLanes {
  readonly axis: Axis
  /** The event that the axis is counted from, if it is. */
  readonly counted: CaseEvent | undefined
  /** The ends of a measure that is on. */
  readonly measured: readonly MeasuredEnd[]
  readonly window: Span
  readonly indexes: LaneIndexes
  readonly metrics: Metrics
  readonly measure: MeasureText
  readonly headPx: number
  readonly plotPx: number
  /** Undefined until the chart has a size. */
  readonly picture: Picture | undefined
  readonly panPx: number
  /** The picture of a window on its way; undefined until the chart has a size. */
  readonly pictureAt: (window: Span) => Picture | undefined
}

const NARROW_PX = 620
/** Large text must leave room for the marks. */
const MOST_HEAD = 0.36

/** The axis of what is seen. It reaches to the end of a window that is held while the horizon moves. */
function useAxis({ shown, choice }: Seen, wanted: Span | undefined): Pick<Timeline, 'axis' | 'counted'> {
  const whole = useMemo(() => axisOf(shown), [shown])
  const day = choice?.day
  const stopped = useMemo(() => (day === undefined ? whole : stopAxis(whole, shown, day)), [whole, shown, day])
  const held = wanted && day !== undefined && wanted.end > stopped.bounds.end ? wanted.end : undefined
  const axis = useMemo(
    () => (day === undefined || held === undefined ? stopped : stopAxis(whole, shown, day, held)),
    [stopped, whole, shown, day, held],
  )
  const from = useView(({ view }) => view.countFrom)
  return useMemo(() => {
    const event = shown.eventById.get(from ?? '')
    const countedAxis = countAxisFrom(axis, event)
    return { axis: countedAxis, counted: countedAxis.anchor && event }
  }, [axis, shown, from])
}

/** The one place where the pipeline is joined: case → filter → picture. Panning changes `panPx` alone. */
export function useTimeline(
  seen: Seen,
  size: Size | undefined,
  focusedEvent: string | undefined,
  measured: readonly MeasuredEnd[],
): Timeline {
  const wanted = useView((state) => state.view.window)
  const textScale = useTextScale()
  const { family, isSettled: hasFont } = useFontFamily()
  const { axis, counted } = useAxis(seen, wanted)
  const shownLanes = useShownLanes(seen, axis)
  const { shown: of, outlines, view, lanes } = shownLanes
  const metrics = useMemo(() => metricsOf(textScale), [textScale])
  const measure = useMemo(
    () => measureWith(document.createElement('canvas'), family, metrics.labelPx),
    [family, metrics],
  )
  const window = useMemo(() => limitWindow(wanted ?? axis.home, axis.bounds), [wanted, axis])
  const widthPx = size?.widthPx ?? 0
  const wantedPx = widthPx < NARROW_PX ? metrics.headPx * 0.55 : metrics.headPx
  const headPx = Math.round(Math.min(wantedPx, widthPx * MOST_HEAD))
  const plotPx = Math.max(1, widthPx - headPx)
  const pxPerMs = plotPx / lengthMs(window)
  const [last, setLast] = useState(() => drawnSpan(window))
  const drawn = keepDrawn(last, window)
  if (drawn !== last) setLast(drawn)
  const { picture, indexes, pictureAt } = usePicture({
    of,
    outlines,
    axis,
    view,
    lanes,
    drawn,
    pxPerMs,
    plotPx,
    availablePx: size && plotPx > 1 ? size.heightPx - metrics.axisPx : undefined,
    metrics,
    measure,
    hasFont,
    focusedEvent,
    measured,
  })
  return {
    ...shownLanes,
    axis,
    counted,
    measured,
    window,
    indexes,
    metrics,
    measure,
    headPx,
    plotPx,
    picture,
    pictureAt,
    panPx: (window.start - drawn.start) * pxPerMs,
  }
}
