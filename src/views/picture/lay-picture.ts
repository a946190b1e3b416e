import { findHeadline } from '#analysis/headline.ts'
import { citeReview, countView, nameEdition, WHO_SAYS } from '#analysis/view-words.ts'
import { anchorNotes } from '#layout/anchor.ts'
import { cropPicture } from '#layout/crop.ts'
import type { Picture } from '#layout/place.ts'
import { wrapWords } from '#layout/wrap.ts'
import type { Case } from '#model/case.ts'
import type { Timeline } from '#views/explore/useTimeline.ts'
import { type LegendItem, legendItems } from '#views/paper/legend-items.ts'
import { rangeWords } from '#views/paper/page-words.ts'

/** Lines of words of one size, with where the first one stands. */
interface Block {
  readonly y: number
  readonly sizePx: number
  readonly lines: readonly string[]
}

/** Everything around the chart in a picture file, with its place. */
export interface LaidPicture {
  readonly title: string
  readonly description: string
  readonly widthPx: number
  readonly heightPx: number
  readonly picture: Picture
  readonly chartY: number
  readonly caption: Block
  readonly heading: Block
  readonly legend: readonly { readonly item: LegendItem; readonly x: number; readonly y: number }[]
  readonly foot: Block
}

export const MARGIN_PX = 24
const LEGEND_PX = { width: 178, height: 20, size: 12 }
const LINE = 1.35

interface Input {
  readonly of: Case
  readonly timeline: Timeline
  readonly filterWords: string
  /** Sentences of the page it is taken on. */
  readonly notes: readonly string[]
  readonly hidesFiltered: boolean
}

/** What stands for marks that are not drawn, where anything does. */
function detailItems({ ribbons, lanes, outlines }: Picture): readonly LegendItem[] {
  const [crowd] = lanes.flatMap(({ crowds }) => crowds)
  const items: LegendItem[] = []
  if (ribbons.length > 0) items.push({ kind: 'ribbon', name: 'How many events, when' })
  if (crowd) items.push({ kind: 'crowd', text: crowd.text, name: 'That many more here' })
  if (outlines.length > 0) items.push({ kind: 'outline', name: 'Known only to others' })
  return items
}

/** Signs that occur in the window, of what the filter lets through. */
function legendOf(of: Case, { view, picture, axis }: Timeline, cropped: Picture): readonly LegendItem[] {
  const events = new Set(cropped.lanes.flatMap(({ marks, tray }) => [...marks, ...tray].map(({ event }) => event.id)))
  for (const { agencyId } of picture?.ribbons ?? [])
    for (const event of of.events) if (event.agencies.some(({ id }) => id === agencyId)) events.add(event.id)
  const findings = new Set(cropped.findings.map(({ finding }) => finding.id))
  const agencies = new Set(cropped.lanes.map(({ agency }) => agency.id))
  const shown = {
    ...view,
    agencies,
    events: new Set([...events].filter((id) => view.events.has(id))),
    findings: new Set([...findings].filter((id) => view.findings.has(id))),
  }
  const dim: readonly LegendItem[] =
    events.size > shown.events.size || findings.size > shown.findings.size
      ? [{ kind: 'dim', name: 'Left out by the filter' }]
      : []
  return [...legendItems(of, shown, axis).filter(({ kind }) => kind !== 'number'), ...detailItems(cropped), ...dim]
}

/** Places heading, chart, legend and foot one under another. Undefined until the chart itself has been laid out. */
export function layPicture({
  of,
  timeline,
  filterWords,
  notes: pageNotes,
  hidesFiltered,
}: Input): LaidPicture | undefined {
  const { picture, shown, view, axis, window, headPx, plotPx, panPx, metrics, measure } = timeline
  if (!picture) return undefined
  const chartPx = headPx + plotPx
  const cropped = cropPicture(picture, panPx, panPx + plotPx, measure)
  const lines = (texts: readonly string[], sizePx: number) =>
    texts.flatMap((text) =>
      wrapWords(text, chartPx * 0.98, (part) => (measure(part, false) * sizePx) / metrics.labelPx),
    )
  const notes = [...anchorNotes(axis), ...pageNotes]
  const headline = findHeadline(of)
  const range = rangeWords(axis.kind, window, of.events.length)
  const title = `${of.title}: ${range}`
  const status = `${range}. ${countView(of, view)} ${filterWords}${filterWords === 'No filter.' || hidesFiltered ? '' : ' What is left out is drawn small and faint.'}`

  const heading: Block = { y: MARGIN_PX + 20, sizePx: 22, lines: [title] }
  const caption: Block = { y: heading.y + 24, sizePx: 14, lines: lines([headline], 14) }
  const chartY = caption.y + caption.lines.length * 14 * LINE
  const legendY = chartY + metrics.axisPx + picture.heightPx + 26
  const columns = Math.max(1, Math.floor(chartPx / LEGEND_PX.width))
  const items = legendOf(shown, timeline, cropped)
  // Read down its columns, as on paper, so that signs of one sort stand together.
  const rows = Math.max(1, Math.ceil(items.length / columns))
  const legend = items.map((item, place) => ({
    item,
    x: MARGIN_PX + 8 + Math.floor(place / rows) * (chartPx / columns),
    y: legendY + (place % rows) * LEGEND_PX.height,
  }))
  const footY = legendY + rows * LEGEND_PX.height + 14
  const foot: Block = {
    y: footY,
    sizePx: 11,
    lines: lines([`${nameEdition(of)} ${citeReview(of)}`, status, ...notes, WHO_SAYS], 11),
  }
  return {
    title,
    description: [headline, status, ...notes].join(' '),
    widthPx: chartPx + 2 * MARGIN_PX,
    heightPx: Math.ceil(footY + foot.lines.length * 11 * LINE + MARGIN_PX / 2),
    picture: cropped,
    chartY,
    heading,
    caption,
    legend,
    foot,
  }
}
