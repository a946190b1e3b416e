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

export interface PlacedLabel {
  readonly key: string
  readonly text: string
  readonly bold: boolean
  readonly tone: LabelWish['tone'] | 'number' | 'ground'
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly box: Box
  /** What the words belong to, where it stood when they were placed. */
  readonly anchor: Box
  /** The same words cut shorter, for where the whole does not lie in sight. */
  readonly short?: Pick<PlacedLabel, 'text' | 'x' | 'box'>
}

/** A label as it can stand between two places, whole or cut shorter: half a word at an edge reads as a fault. */
export function labelWithin(label: PlacedLabel, x0: number, x1: number): PlacedLabel | undefined {
  const isIn = ({ box }: Pick<PlacedLabel, 'box'>) => box.x0 >= x0 && box.x1 <= x1
  if (isIn(label)) return label
  return label.short && isIn(label.short) ? { ...label, ...label.short } : undefined
}

export interface LabelsPicture {
  readonly labels: readonly PlacedLabel[]
  /** Keys of wishes that found no room for their words; most of them have their number instead. */
  readonly unplaced: readonly string[]
}

const ASCENT = 0.78
const LINE = 1.12
/** Words are cut to this many label heights at most. */
const MOST_WIDTH_LINES = 15
/** First cut to these shares of it, so that more events find words; once all stand, they grow where there is room. */
const SHARES = [0.66, 0.45]
const LEAST_LETTERS = 7

/** A text cut at a word to a width, with an ellipsis; undefined when not even one useful word fits. */
export function cutToWidth(text: string, widthPx: number, bold: boolean, measure: MeasureText): string | undefined {
  if (measure(text, bold) <= widthPx) return text
  const words = text.split(' ')
  for (let count = words.length - 1; count > 0; count -= 1) {
    const cut = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,;:–-]+$/, '')}…`
    if (cut.length < LEAST_LETTERS) return undefined
    if (measure(cut, bold) <= widthPx) return cut
  }
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

/** The same words less cut, where what they grow into is free; at the anchor's left they grow to the left. */
function grow(label: PlacedLabel, wish: LabelWish, { occupied, measure, labelPx }: Setting): PlacedLabel | undefined {
  const text = cutToWidth(wish.text, labelPx * MOST_WIDTH_LINES, wish.bold, measure)
  if (text === undefined || text.length <= label.text.length) return undefined
  const byPx = measure(text, wish.bold) - measure(label.text, wish.bold)
  const { x0, x1 } = label.box
  const isLeft = x1 <= wish.anchor.x0
  const into = isLeft ? { ...label.box, x0: x0 - byPx, x1: x0 } : { ...label.box, x0: x1, x1: x1 + byPx }
  if (occupied.meets(into)) return undefined
  const box = { ...label.box, x0: Math.min(x0, into.x0), x1: Math.max(x1, into.x1) }
  const { text: shortText, x, box: shortBox } = label
  return { ...label, text, x: isLeft ? x - byPx : x, box, short: { text: shortText, x, box: shortBox } }
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
  const { anchor: from, box, short } = label
  const byX = box.x0 >= from.x1 ? anchor.x1 - from.x1 : anchor.x0 - from.x0
  const byY = anchor.y0 - from.y0
  const next = moved(box, byX, byY)
  if (next.y0 < top || next.y1 > bottom) return undefined
  const shorter = short && { short: { ...short, x: short.x + byX, box: moved(short.box, byX, byY) } }
  return { ...label, x: label.x + byX, y: label.y + byY, box: next, anchor, ...shorter }
}

/**
 * Words placed before, each going with what it belongs to; those that would meet something stay away. Nothing is
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
    const next = label && follow(label, wish)
    if (!next || occupied.meets(next.box)) return []
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
  for (const [place, label] of labels.entries()) {
    const wish = byKey.get(label.key)
    const grown = wish && grow(label, wish, setting)
    if (!grown) continue
    labels[place] = grown
    setting.occupied.add(grown.box)
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
