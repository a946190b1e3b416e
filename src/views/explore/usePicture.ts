import { useCallback, useMemo } from 'react'
import type { MeasuredEnd } from '#analysis/measured.ts'
import type { PlacedLabel } from '#layout/labels.ts'
import { indexLanes, type LaneIndexes } from '#layout/lane-index.ts'
import { type Picture, place, type PlaceInput } from '#layout/place.ts'
import { DRAWN_WINDOWS, drawnSpan } from '#layout/scale.ts'
import { lengthMs, type Span, span } from '#model/time.ts'
import { useView } from '#store/view.ts'

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

interface Input extends Pick<
  PlaceInput,
  'of' | 'outlines' | 'axis' | 'view' | 'lanes' | 'pxPerMs' | 'metrics' | 'measure'
> {
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
  /** The picture of a window on its way to another scale: its words go along with their marks. */
  readonly pictureAt: (window: Span) => Picture | undefined
}

const NO_LABELS: readonly PlacedLabel[] = []

/** Everything a picture depends on but where the window is. */
function useSubject(input: Input) {
  const { of, outlines, axis, view, lanes, plotPx, availablePx, metrics, measure } = input
  const hidesFiltered = useView((state) => state.view.hidesFiltered)
  const showsEveryMark = useView((state) => state.view.showsEveryMark)
  const shownCase = useMemo(
    () => (hidesFiltered ? { ...of, events: of.events.filter(({ id }) => view.events.has(id)) } : of),
    [of, view, hidesFiltered],
  )
  const indexes = useMemo(() => indexLanes(shownCase, axis), [shownCase, axis])
  const kept = useKept(input)
  return useMemo(() => {
    const detail = showsEveryMark ? {} : { plotPx }
    const shown = { of, shownCase, outlines, axis, view, lanes, hidesFiltered, indexes, kept }
    const isLarge = shownCase.events.length > MOST_EVENTS_LAID_OUT
    return { ...shown, ...detail, availablePx, metrics, measure, isLarge }
  }, [
    of,
    shownCase,
    outlines,
    axis,
    view,
    lanes,
    hidesFiltered,
    indexes,
    kept,
    showsEveryMark,
    plotPx,
    availablePx,
    metrics,
    measure,
  ])
}

/** `within`: how far a large case is laid out. */
function layOut(
  { availablePx, isLarge, ...subject }: ReturnType<typeof useSubject>,
  drawn: Span,
  pxPerMs: number,
  within: Span,
  words: Pick<PlaceInput, 'carried' | 'wordsIn'>,
): Picture | undefined {
  if (availablePx === undefined) return undefined
  // Who zooms in wants to read: words then come before having every lane in one sight.
  const hasWordsRow = lengthMs(drawn) / DRAWN_WINDOWS <= lengthMs(subject.axis.home) * WORDS_SHARE
  const extent = isLarge ? { within } : { spreadsWords: true }
  return place({ ...subject, ...extent, ...words, hasWordsRow, drawn, pxPerMs, availablePx })
}

/** The picture and the index it is made from: laid out again only when something it depends on has changed. */
export function usePicture(input: Input): Placed {
  const { drawn, pxPerMs, plotPx, hasFont } = input
  const subject = useSubject(input)
  const { start, end } = drawn
  const picture = useMemo(() => {
    const stretch = span(start, end)
    return layOut(subject, stretch, pxPerMs, stretch, hasFont ? {} : { carried: NO_LABELS })
  }, [subject, start, end, pxPerMs, hasFont])
  const carried = picture?.labels ?? NO_LABELS
  const pictureAt = useCallback(
    (window: Span) =>
      layOut(subject, drawnSpan(window), plotPx / lengthMs(window), window, { carried, wordsIn: window }),
    [subject, plotPx, carried],
  )
  return { picture, indexes: subject.indexes, pictureAt }
}
