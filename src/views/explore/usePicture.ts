import { useMemo, useState } from 'react'
import type { MeasuredEnd } from '#analysis/measured.ts'
import type { PlacedLabel } from '#layout/labels.ts'
import { indexLanes, type LaneIndexes } from '#layout/lane-index.ts'
import { type Picture, place, type PlaceInput } from '#layout/place.ts'
import { DRAWN_WINDOWS } from '#layout/scale.ts'
import { lengthMs, type Span, span } from '#model/time.ts'
import { useView } from '#store/view.ts'
import { useIsMoving } from './useIsMoving.ts'

/** Up to this many events the whole case is laid out, so that words stand still while panning; above it, what is near. */
const MOST_EVENTS_LAID_OUT = 600
/** A search that finds more than this is not a search any more. */
const MOST_HITS_KEPT = 200

/** Events that keep their mark at every level of detail: the selection and the evidence it brings, the focus, what is measured, what a search found. */
function useKept({ view, focusedEvent, measured }: Input): ReadonlySet<string> {
  const selection = useView((state) => state.view.selection)
  const text = useView((state) => state.view.filter.text)
  return useMemo(() => {
    const hits = text.trim() !== '' && view.events.size <= MOST_HITS_KEPT ? [...view.events] : []
    const chosen = [selection?.kind === 'event' ? selection.id : undefined, focusedEvent]
    const ends = measured.map(({ id }) => id)
    return new Set([...hits, ...ends, ...(selection?.evidence ?? []), ...chosen.filter((id) => id !== undefined)])
  }, [view, text, selection, focusedEvent, measured])
}

/** A window this much shorter than the first view is one to read in. */
const WORDS_SHARE = 0.5

interface Input extends Pick<PlaceInput, 'of' | 'axis' | 'view' | 'lanes' | 'pxPerMs' | 'metrics' | 'measure'> {
  readonly window: Span
  readonly outlines: PlaceInput['outlines']
  readonly drawn: Span
  readonly plotPx: number
  /** Undefined until the chart has a size. */
  readonly availablePx: number | undefined
  /** Whether it is known how wide words are; until then marks stand without them. */
  readonly hasFont: boolean
  readonly focusedEvent: string | undefined
  readonly measured: readonly MeasuredEnd[]
}

interface Placed {
  readonly picture: Picture | undefined
  readonly indexes: LaneIndexes
}

const NO_LABELS: readonly PlacedLabel[] = []

/** How much is laid out, and with which words: undefined for those that find their places anew. */
function useExtent({ window, drawn, pxPerMs, hasFont }: Input, isLarge: boolean, last: readonly PlacedLabel[]) {
  const isZooming = useIsMoving(pxPerMs)
  // A pan moves what is laid out; a zoom lays out again at every step, and then only what is in sight.
  const { start, end } = isZooming ? window : drawn
  const within = useMemo(() => (isLarge ? span(start, end) : undefined), [isLarge, start, end])
  return { carried: isZooming ? last : hasFont ? undefined : NO_LABELS, within }
}

/** The picture and the index it is made from: laid out again only when something it depends on has changed. */
export function usePicture(input: Input): Placed {
  const { of, outlines, axis, view, lanes, drawn } = input
  const { pxPerMs, plotPx, availablePx, metrics, measure } = input
  const hidesFiltered = useView((state) => state.view.hidesFiltered)
  const showsEveryMark = useView((state) => state.view.showsEveryMark)
  const shownCase = useMemo(
    () => (hidesFiltered ? { ...of, events: of.events.filter(({ id }) => view.events.has(id)) } : of),
    [of, view, hidesFiltered],
  )
  const indexes = useMemo(() => indexLanes(shownCase, axis), [shownCase, axis])
  const kept = useKept(input)
  const isLarge = shownCase.events.length > MOST_EVENTS_LAID_OUT
  const { start, end } = drawn
  const [last, setLast] = useState(NO_LABELS)
  const { carried, within } = useExtent(input, isLarge, last)
  // Who zooms in wants to read: words then come before having every lane in one sight.
  const hasWordsRow = (end - start) / DRAWN_WINDOWS <= lengthMs(axis.home) * WORDS_SHARE
  const picture = useMemo(() => {
    if (availablePx === undefined) return undefined
    const stretch = span(start, end)
    const detail = showsEveryMark ? {} : { plotPx }
    const extent = within ? { within } : { spreadsWords: true }
    const shown = { of, outlines, axis, view, lanes, hidesFiltered, indexes, kept, hasWordsRow }
    const words = carried ? { carried } : {}
    return place({ ...shown, ...detail, ...extent, ...words, drawn: stretch, pxPerMs, availablePx, metrics, measure })
  }, [
    of,
    outlines,
    axis,
    view,
    lanes,
    hidesFiltered,
    indexes,
    kept,
    carried,
    hasWordsRow,
    showsEveryMark,
    plotPx,
    start,
    end,
    within,
    pxPerMs,
    availablePx,
    metrics,
    measure,
  ])
  if (picture && !carried && picture.labels !== last) setLast(picture.labels)
  return { picture, indexes }
}
