import { type Box, boxesMeet, type MeasureText } from './metrics.ts'

/** Something that wants words beside it. */
export interface LabelWish {
  readonly key: string
  readonly text: string
  /** Stands in for the words where they find no room: the event's number in the chronology. */
  readonly number?: string
  readonly bold: boolean
  /** Lower comes first; equal ranks go by x. */
  readonly rank: number
  /** What the words belong to. */
  readonly anchor: Box
  /** The words may not leave this band: usually their lane. */
  readonly top: number
  readonly bottom: number
  readonly tone: 'event' | 'meeting' | 'missed' | 'gap'
  /** Room was kept for the words at the anchor's right: shorter there is better than longer elsewhere. */
  readonly keepsRight?: boolean
}

/** Words as they stand, whole or cut. */
interface Cut {
  readonly text: string
  readonly x: number
  readonly box: Box
}

export interface PlacedLabel extends Cut {
  readonly key: string
  readonly bold: boolean
  readonly tone: LabelWish['tone'] | 'number' | 'ground'
  /** The baseline. */
  readonly y: number
  /** What the words belong to, where it stood when they were placed. */
  readonly anchor: Box
  /** The same words cut ever shorter, for where they do not lie in sight or would meet something. */
  readonly shorter?: readonly Cut[]
}

/** A label and the same label cut ever shorter. */
export function formsOf(label: PlacedLabel): readonly PlacedLabel[] {
  return [label, ...(label.shorter ?? []).map((cut) => ({ ...label, ...cut }))]
}

/** A label as it can stand between two places, whole or cut shorter: half a word at an edge reads as a fault. */
export function labelWithin(label: PlacedLabel, x0: number, x1: number): PlacedLabel | undefined {
  return formsOf(label).find(({ box }) => box.x0 >= x0 && box.x1 <= x1)
}

export interface LabelsPicture {
  readonly labels: readonly PlacedLabel[]
  /** Keys of wishes that found no room for their words; most of them have their number instead. */
  readonly unplaced: readonly string[]
}

const ASCENT = 0.78
const LINE = 1.12
/** Words may be this many label heights long and still be taken in at a glance. */
const MOST_WIDTH_LINES = 15
/** First cut to these shares of it, so that more events find words. */
const SHARES = [0.66, 0.45]
/** Once all stand they grow where there is room: all of them to a glance first, then to whole titles. */
const GROWN_LINES = [MOST_WIDTH_LINES, 40]
const LEAST_LETTERS = 7

/** A text whole, then cut at ever earlier words, with an ellipsis, as long as a useful word is left. */
function* cutsOf(text: string): Generator<string> {
  yield text
  const words = text.split(' ')
  for (let count = words.length - 1; count > 0; count -= 1) {
    const cut = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,;:–-]+$/, '')}…`
    if (cut.length < LEAST_LETTERS) return
    yield cut
  }
}

/** A text cut at a word to a width, with an ellipsis; undefined when not even one useful word fits. */
export function cutToWidth(text: string, widthPx: number, bold: boolean, measure: MeasureText): string | undefined {
  for (const cut of cutsOf(text)) if (measure(cut, bold) <= widthPx) return cut
  return undefined
}

/** A length is said whole or not at all: "1,097 to…" would be another length. */
export const mayBeCut = ({ tone }: Pick<LabelWish, 'tone'>) => tone !== 'gap'

/** Between an anchor and the words at its side. */
const GAP_PX = 3
/** With a sign at the anchor's corner the gap is this much wider. */
const PAST_SIGN = 2.5
/** Around words, where nothing else may stand. */
const MARGIN_PX = 2

/** What words take at the right of their mark when they are given a share of the greatest width, their clearance included. */
export function widestWords(text: string, share: number, bold: boolean, labelPx: number, measure: MeasureText): number {
  const cut = cutToWidth(text, labelPx * MOST_WIDTH_LINES * share, bold, measure)
  return cut === undefined ? 0 : GAP_PX * PAST_SIGN + measure(cut, bold) + MARGIN_PX
}

export interface Try {
  readonly x: number
  readonly y0: number
}

/** Right of the anchor and of a sign at its corner, left of it, centred below, centred above: the order in which a reader finds words. */
export function tries(
  wish: Pick<LabelWish, 'anchor'>,
  widthPx: number,
  heightPx: number,
  gapPx: number,
): readonly Try[] {
  const { anchor } = wish
  const middleY = (anchor.y0 + anchor.y1) / 2 - heightPx / 2
  const centreX = (anchor.x0 + anchor.x1) / 2 - widthPx / 2
  return [
    { x: anchor.x1 + gapPx, y0: middleY },
    { x: anchor.x1 + gapPx * PAST_SIGN, y0: middleY },
    { x: centreX, y0: anchor.y1 + 1 },
    { x: anchor.x0, y0: anchor.y1 + 1 },
    { x: anchor.x1 - widthPx, y0: anchor.y1 + 1 },
    { x: anchor.x0 - gapPx - widthPx, y0: middleY },
    { x: centreX, y0: anchor.y0 - heightPx - 1 },
    { x: anchor.x0, y0: anchor.y0 - heightPx - 1 },
  ]
}

interface Occupied {
  readonly add: (box: Box) => void
  readonly meets: (box: Box) => boolean
}

/** Boxes kept by vertical slices, so that a label is held only against what is near. */
function occupiedBy(boxes: readonly Box[]): Occupied {
  const slicePx = 128
  const slices = new Map<number, Box[]>()
  const near = (box: Box): Box[][] => {
    const found: Box[][] = []
    for (let at = Math.floor(box.x0 / slicePx); at <= Math.floor(box.x1 / slicePx); at += 1) {
      const slice = slices.get(at) ?? []
      slices.set(at, slice)
      found.push(slice)
    }
    return found
  }
  const add = (box: Box) => {
    for (const slice of near(box)) slice.push(box)
  }
  for (const box of boxes) add(box)
  return { add, meets: (box) => near(box).some((slice) => slice.some((other) => boxesMeet(box, other))) }
}

interface Setting {
  readonly occupied: Occupied
  readonly measure: MeasureText
  readonly labelPx: number
}

function placeOne(wish: LabelWish, { occupied, measure, labelPx }: Setting): PlacedLabel | undefined {
  const heightPx = labelPx * LINE
  const widths = SHARES.map((share) => labelPx * MOST_WIDTH_LINES * share)
  const texts = mayBeCut(wish)
    ? [...new Set(widths.map((most) => cutToWidth(wish.text, most, wish.bold, measure)))]
    : [wish.text]
  const steps = texts.flatMap((text) => {
    if (text === undefined) return []
    const widthPx = measure(text, wish.bold)
    return tries(wish, widthPx, heightPx, GAP_PX).map((one, place) => ({ ...one, text, widthPx, isRight: place < 2 }))
  })
  const inTurn = wish.keepsRight === true ? steps.toSorted((a, b) => Number(b.isRight) - Number(a.isRight)) : steps
  for (const { x, y0, text, widthPx } of inTurn) {
    const box: Box = { x0: x - MARGIN_PX, y0, x1: x + widthPx + MARGIN_PX, y1: y0 + heightPx }
    if (box.y0 < wish.top || box.y1 > wish.bottom || occupied.meets(box)) continue
    const y = y0 + labelPx * ASCENT + (heightPx - labelPx) / 2
    return { key: wish.key, text, bold: wish.bold, tone: wish.tone, x, y, box, anchor: wish.anchor }
  }
  return undefined
}

/** Other words in the place of a label's: at the anchor's left they end where those end, else they begin where those do. */
function recut(label: PlacedLabel, text: string, measure: MeasureText): Cut {
  const { x, box, bold, anchor } = label
  const byPx = measure(text, bold) - measure(label.text, bold)
  return box.x1 <= anchor.x0
    ? { text, x: x - byPx, box: { ...box, x0: box.x0 - byPx } }
    : { text, x, box: { ...box, x1: box.x1 + byPx } }
}

/** The same words cut as little as what they grow into leaves free. */
function grow(
  label: PlacedLabel,
  { text: whole }: LabelWish,
  mostPx: number,
  { occupied, measure }: Setting,
): PlacedLabel | undefined {
  for (const text of cutsOf(whole)) {
    if (text.length <= label.text.length) return undefined
    if (measure(text, label.bold) > mostPx) continue
    const cut = recut(label, text, measure)
    const isLeft = cut.box.x0 < label.box.x0
    const into = isLeft ? { ...cut.box, x1: label.box.x0 } : { ...cut.box, x0: label.box.x1 }
    if (!occupied.meets(into)) return { ...label, ...cut }
  }
  return undefined
}

/** A label that has grown, with every cut between it and what it was. */
function withShorter(
  grown: PlacedLabel,
  from: PlacedLabel,
  { text: whole }: LabelWish,
  measure: MeasureText,
): PlacedLabel {
  const between = [...cutsOf(whole)].filter(({ length }) => length < grown.text.length && length > from.text.length)
  const { text, x, box } = from
  return { ...grown, shorter: [...between.map((cut) => recut(from, cut, measure)), { text, x, box }] }
}

/** Numbers are set smaller than words. */
const NUMBER_SIZE = 0.78

/** The number of a wish close by its mark: above it, below it, then at its sides. */
function placeNumber(wish: LabelWish, { occupied, measure, labelPx }: Setting): PlacedLabel | undefined {
  if (wish.number === undefined) return undefined
  const { anchor } = wish
  const widthPx = measure(wish.number, false) * NUMBER_SIZE
  const heightPx = labelPx * NUMBER_SIZE
  const centreX = (anchor.x0 + anchor.x1 - widthPx) / 2
  const middleY = (anchor.y0 + anchor.y1 - heightPx) / 2
  const places: readonly Try[] = [
    { x: centreX, y0: anchor.y1 },
    { x: centreX, y0: anchor.y0 - heightPx },
    { x: anchor.x1 + 1, y0: middleY },
    { x: anchor.x0 - widthPx - 1, y0: middleY },
  ]
  for (const { x, y0 } of places) {
    const box: Box = { x0: x - 1, y0, x1: x + widthPx + 1, y1: y0 + heightPx }
    if (box.y0 < wish.top || box.y1 > wish.bottom || occupied.meets(box)) continue
    const y = y0 + heightPx * 0.86
    return { key: wish.key, text: wish.number, bold: false, tone: 'number', x, y, box, anchor }
  }
  return undefined
}

const bySignificance = (a: LabelWish, b: LabelWish) =>
  a.rank - b.rank || a.anchor.x0 - b.anchor.x0 || (a.key < b.key ? -1 : 1)

const moved = (box: Box, x: number, y: number): Box => ({
  x0: box.x0 + x,
  x1: box.x1 + x,
  y0: box.y0 + y,
  y1: box.y1 + y,
})

/** A label where its anchor has gone: it keeps its side of it. */
function follow(label: PlacedLabel, { anchor, top, bottom }: LabelWish): PlacedLabel | undefined {
  const { anchor: from, box, shorter } = label
  const byX = box.x0 >= from.x1 ? anchor.x1 - from.x1 : anchor.x0 - from.x0
  const byY = anchor.y0 - from.y0
  if (box.y0 + byY < top || box.y1 + byY > bottom) return undefined
  const going = <T extends Cut>(cut: T): T => ({ ...cut, x: cut.x + byX, box: moved(cut.box, byX, byY) })
  return { ...going(label), y: label.y + byY, anchor, ...(shorter && { shorter: shorter.map(going) }) }
}

/**
 * Words placed before, each going with what it belongs to, cut shorter or away where they would meet something. Nothing is
 * measured or cut, and no words change their side: enough, and steadier, while the scale changes from frame to frame.
 */
export function carryLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  before: readonly PlacedLabel[],
): readonly PlacedLabel[] {
  const known = new Map(before.map((label) => [label.key, label]))
  const occupied = occupiedBy(obstacles)
  return wishes.toSorted(bySignificance).flatMap((wish) => {
    const label = known.get(wish.key)
    const whole = label && follow(label, wish)
    const next = whole && formsOf(whole).find(({ box }) => !occupied.meets(box))
    if (!next) return []
    occupied.add(next.box)
    return [next]
  })
}

/**
 * Gives words a place, most significant first, where they meet neither a mark nor other words. Shorter cuts are tried
 * before giving up; what finds no room is listed. The result depends on the wishes alone, not on their order.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Box[],
  measure: MeasureText,
  labelPx: number,
): LabelsPicture {
  const setting: Setting = { occupied: occupiedBy(obstacles), measure, labelPx }
  const labels: PlacedLabel[] = []
  const unplaced: LabelWish[] = []
  const inTurn = wishes.toSorted(bySignificance)
  const byKey = new Map(wishes.map((wish) => [wish.key, wish]))
  for (const wish of inTurn) {
    const placed = placeOne(wish, setting)
    if (placed) {
      labels.push(placed)
      setting.occupied.add(placed.box)
    } else unplaced.push(wish)
  }
  const grown = [...labels]
  for (const lines of GROWN_LINES)
    for (const [place, label] of grown.entries()) {
      const wish = byKey.get(label.key)
      const larger = wish && mayBeCut(wish) && grow(label, wish, labelPx * lines, setting)
      if (!larger) continue
      grown[place] = larger
      setting.occupied.add(larger.box)
    }
  for (const [place, label] of labels.entries()) {
    const [wish, larger] = [byKey.get(label.key), grown[place]]
    if (wish && larger && larger !== label) labels[place] = withShorter(larger, label, wish, measure)
  }
  // Only once all words stand, so that no number takes their room.
  for (const wish of unplaced) {
    const placed = placeNumber(wish, setting)
    if (!placed) continue
    labels.push(placed)
    setting.occupied.add(placed.box)
  }
  return { labels, unplaced: unplaced.map(({ key }) => key) }
}
