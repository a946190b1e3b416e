import type { ChildAxisTick } from './child-axis.ts'
import { cutToWidth } from './labels.ts'
import type { MeasureText } from './metrics.ts'
import { cutPeriod, type Guide } from './periods.ts'
import type { Caption, Picture } from './place.ts'
import type { Extent } from './rows.ts'
import type { Tick } from './ticks.ts'

/** From a tick, or a guide's line, to its words. */
export const TICK_GAP_PX = 5
export const GUIDE_GAP_PX = 4

/** What the axis says; its lines are those of the picture. */
export interface AxisWords {
  readonly ticks: readonly Tick[]
  readonly child: readonly ChildAxisTick[]
  readonly captions: readonly Caption[]
  readonly guides: readonly Guide[]
}

/** Every word of an axis, wherever it is seen from. */
export function allWords({ ticks, child, captions, guides }: Pick<Picture, 'child' | keyof AxisWords>): AxisWords {
  return { ticks, child: child.ticks, captions, guides }
}

function extentOf({ x, text }: Guide, side: Guide['side'], measure: MeasureText): Extent {
  const widthPx = measure(text, false) + GUIDE_GAP_PX
  return side === 'left' ? { x0: x - widthPx, x1: x } : { x0: x, x1: x + widthPx }
}

/** Where two words meet, the earlier of these kinds has its own. */
const FIRST: readonly Guide['kind'][] = ['anchor', 'horizon', 'life', 'review']

/** The guides with words that would be cut or meet others on the other side of their line where that is free, else without words. */
function turnGuides(
  guides: readonly Guide[],
  isIn: (extent: Extent) => boolean,
  measure: MeasureText,
): readonly Guide[] {
  const taken: Extent[] = []
  const turned = new Map<Guide, Guide>()
  for (const guide of guides.toSorted((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind))) {
    const other: Guide['side'] = guide.side === 'left' ? 'right' : 'left'
    const side = ([guide.side, other] as const).find((one) => {
      const extent = extentOf(guide, one, measure)
      const meets = ({ x0, x1 }: Extent) => x0 < extent.x1 && extent.x0 < x1
      const crosses = ({ x }: Guide) => one === other && x > extent.x0 && x < extent.x1
      return isIn(extent) && !taken.some(meets) && !guides.some(crosses)
    })
    if (guide.text !== '' && side) taken.push(extentOf(guide, side, measure))
    turned.set(guide, side ? { ...guide, side } : { ...guide, text: '' })
  }
  return guides.map((guide) => turned.get(guide) ?? guide)
}

/**
 * The words of an axis as they can stand wholly between two places along it: turned to the other side of their line, cut
 * at a word where they are a title, else left out. Half a word at an edge reads as a fault.
 */
export function axisWordsWithin(
  { ticks, child, captions, guides }: Pick<Picture, 'ticks' | 'child' | 'captions' | 'guides'>,
  x0: number,
  x1: number,
  measure: MeasureText,
): AxisWords {
  const isIn = (extent: Extent) => extent.x0 >= x0 && extent.x1 <= x1
  const zero = guides.find(({ kind }) => kind === 'anchor')?.x
  return {
    ticks: ticks.map((tick) => {
      const from = tick.x + TICK_GAP_PX
      if (from < x0) return { ...tick, text: '' }
      if (from + measure(tick.text, tick.major) <= x1) return tick
      const title = tick.x === zero ? cutToWidth(tick.text, x1 - from, true, measure) : undefined
      return { ...tick, text: title ?? '' }
    }),
    child: child.ticks.filter(({ x, text }) => {
      const half = measure(text, false) / 2
      return isIn({ x0: x - half, x1: x + half })
    }),
    captions: captions.flatMap((caption) => {
      const text = caption.x < x0 ? undefined : cutToWidth(caption.text, x1 - caption.x, false, measure)
      return text === undefined ? [] : [{ ...caption, text }]
    }),
    guides: turnGuides(guides, isIn, measure),
  }
}

/** The same words without those of guides and captions that would stand under something put there. */
export function clearOf(words: AxisWords, taken: readonly Extent[], measure: MeasureText): AxisWords {
  const isClear = ({ x0, x1 }: Extent) => taken.every((other) => other.x1 <= x0 || other.x0 >= x1)
  return {
    ...words,
    captions: words.captions.filter(({ x, text }) => isClear({ x0: x, x1: x + measure(text, false) })),
    guides: words.guides.map((guide) =>
      guide.text === '' || isClear(extentOf(guide, guide.side, measure)) ? guide : { ...guide, text: '' },
    ),
  }
}

/** Periods and the child's longest stretch unseen, named within the part of them that lies between two places. */
export function groundWithin(
  { periods, sightings }: Pick<Picture, 'periods' | 'sightings'>,
  x0: number,
  x1: number,
  measure: MeasureText,
): Pick<Picture, 'periods' | 'sightings'> {
  const cut = periods.map((bar) => (bar.x1 > x0 && bar.x0 < x1 ? cutPeriod(bar, x0, x1, measure) : bar))
  const unseen = sightings?.unseen
  if (!unseen || unseen.x1 <= x0 || unseen.x0 >= x1) return { periods: cut, sightings }
  const [left, right] = [Math.max(unseen.x0, x0), Math.min(unseen.x1, x1)]
  const text = measure(unseen.text, false) <= right - left ? unseen.text : ''
  return { periods: cut, sightings: { ...sightings, unseen: { x0: left, x1: right, text } } }
}
