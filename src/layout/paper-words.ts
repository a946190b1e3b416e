import { cutToWidth, type LabelWish, mayBeCut, type PlacedLabel, tries } from './labels.ts'
import { type Box, boxesMeet, type MeasureText, type Metrics } from './metrics.ts'

/** Words and numbers on paper: everything drawn gets its number, and words as well where there is room for them. */

/** Something drawn that the key lists. */
export interface Keyed {
  readonly key: string
  /** As the key has it: "12" for an event, "F3" for a finding. */
  readonly number: string
  readonly anchor: Box
  /** The number may stand on what is drawn softly: a band, a strip, the bar of a date. */
  readonly isBroad: boolean
  /** The band its number should stay in: usually its lane. */
  readonly top: number
  readonly bottom: number
  /** Its words; undefined for a second mark of the same event, which has its number alone. */
  readonly wish: LabelWish | undefined
}

/** A number beside a mark that has no words; `leader` is the line to the mark where there was no room beside it. */
export interface PlacedNumber {
  readonly key: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly box: Box
  readonly leader: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number } | undefined
}

export interface PaperWords {
  readonly labels: readonly PlacedLabel[]
  readonly numbers: readonly PlacedNumber[]
  /** How many numbers had to be put over something else. */
  readonly covered: number
}

/** Something behind the lanes that is named where there is room. */
export interface GroundName {
  readonly key: string
  readonly text: string
  readonly box: Box
}

export interface WordsInput {
  readonly keyed: readonly Keyed[]
  readonly names: readonly GroundName[]
  /** What neither words nor numbers may cover. */
  readonly marks: readonly Box[]
  /** What words may not cover and numbers may. */
  readonly soft: readonly Box[]
  /** Words and numbers stay inside. */
  readonly frame: Box
  readonly metrics: Metrics
  readonly measure: MeasureText
}

/** Height of a number, as a share of the words' height. */
const NUMBER_SHARE = 0.88
const LINE = 1.12
const MOST_WIDTH_LINES = 15
/** Once all stand, words grow to at most so many label heights where there is room; paper has no other way to say them. */
const GROWN_WIDTH_LINES = [44, 26, 20]

interface Taken {
  readonly box: Box
  readonly owner: string
  readonly isSoft: boolean
}

function inside(box: Box, frame: Box): boolean {
  return box.x0 >= frame.x0 && box.x1 <= frame.x1 && box.y0 >= frame.y0 && box.y1 <= frame.y1
}

class Ground {
  readonly #slices = new Map<number, Taken[]>()
  readonly frame: Box
  constructor(frame: Box) {
    this.frame = frame
  }
  *#near(box: Box): Generator<Taken[]> {
    // A bar may begin years before the page.
    const first = Math.floor(Math.max(box.x0, this.frame.x0) / 96)
    const last = Math.floor(Math.min(box.x1, this.frame.x1) / 96)
    for (let at = first; at <= last; at += 1) {
      let slice = this.#slices.get(at)
      if (!slice) this.#slices.set(at, (slice = []))
      yield slice
    }
  }
  take(box: Box, owner: string, isSoft = false): void {
    for (const slice of this.#near(box)) slice.push({ box, owner, isSoft })
  }
  leave(box: Box, owner: string): void {
    for (const slice of this.#near(box)) {
      const at = slice.findIndex((one) => one.owner === owner && one.box === box)
      if (at !== -1) slice.splice(at, 1)
    }
  }
  isFree(box: Box, owner: string, onSoft: boolean): boolean {
    if (!inside(box, this.frame)) return false
    for (const slice of this.#near(box))
      for (const one of slice)
        if (one.owner !== owner && !(onSoft && one.isSoft) && boxesMeet(one.box, box)) return false
    return true
  }
}

interface Spot {
  readonly x: number
  readonly y: number
  /** 0 beside the mark; further out, the number of the ring. */
  readonly ring: number
}

const RINGS = 12
const ANGLES = Array.from({ length: 16 }, (_, place) => (place * Math.PI) / 8)

/** Places for a number round a mark, nearest first: along a broad one, beside a small one, then rings further and further out. */
function* spots({ anchor, isBroad }: Keyed, width: number, height: number): Generator<Spot> {
  const midX = (anchor.x0 + anchor.x1) / 2
  const midY = (anchor.y0 + anchor.y1) / 2
  const [right, left, above, below] = [anchor.x1 + 0.5, anchor.x0 - width - 0.5, anchor.y0 - height, anchor.y1]
  const [centreX, centreY] = [midX - width / 2, midY - height / 2]
  if (isBroad)
    for (let x = anchor.x0 + 1; x + width <= Math.max(anchor.x1, anchor.x0 + width + 2); x += width * 0.7)
      yield { x, y: centreY, ring: 0 }
  for (const y of [centreY, below - height * 0.4, above + height * 0.4]) yield { x: right, y, ring: 0 }
  for (const y of [below, above]) for (const x of [centreX, anchor.x0, anchor.x1 - width]) yield { x, y, ring: 0 }
  for (const y of [centreY, below - height * 0.4, above + height * 0.4]) yield { x: left, y, ring: 0 }
  const reachX = Math.min(anchor.x1 - midX, width)
  for (let ring = 1; ring <= RINGS; ring += 1)
    for (const angle of ANGLES) {
      const x = centreX + Math.cos(angle) * (reachX + width / 2 + ring * height * 0.7)
      const y = centreY + Math.sin(angle) * (anchor.y1 - midY + height / 2 + ring * height * 0.5)
      yield { x, y, ring }
    }
}

function placeNumber(
  one: Keyed,
  ground: Ground,
  { metrics, measure }: WordsInput,
): { number: PlacedNumber; isFree: boolean } {
  const heightPx = metrics.labelPx * NUMBER_SHARE
  const widthPx = measure(one.number, true) * NUMBER_SHARE + (one.isBroad ? 4 : 1)
  const numberAt = (x: number, y: number, ring: number): PlacedNumber => ({
    key: one.key,
    text: one.number,
    x: x + 0.5,
    y: y + heightPx * 0.86,
    box: { x0: x, y0: y, x1: x + widthPx, y1: y + heightPx },
    leader: ring < 2 ? undefined : leaderOf(one.anchor, { x0: x, y0: y, x1: x + widthPx, y1: y + heightPx }),
  })
  for (const onSoft of [false, true])
    for (const { x, y, ring } of spots(one, widthPx, heightPx)) {
      if (!onSoft && ring > 1) break
      const isWithin = ring > 3 || (y >= one.top - heightPx * 0.4 && y + heightPx <= one.bottom + heightPx * 0.4)
      const box = { x0: x, y0: y, x1: x + widthPx, y1: y + heightPx }
      if (isWithin && ground.isFree(box, one.key, onSoft || one.isBroad))
        return { number: numberAt(x, y, ring), isFree: true }
    }
  const x = Math.min(Math.max(one.anchor.x1, ground.frame.x0), ground.frame.x1 - widthPx)
  const y = Math.min(Math.max(one.anchor.y0 - heightPx / 2, ground.frame.y0), ground.frame.y1 - heightPx)
  return { number: numberAt(x, y, 0), isFree: false }
}

function leaderOf(mark: Box, number: Box): PlacedNumber['leader'] {
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
  const from = { x: (mark.x0 + mark.x1) / 2, y: (mark.y0 + mark.y1) / 2 }
  return { x0: from.x, y0: from.y, x1: clamp(from.x, number.x0, number.x1), y1: clamp(from.y, number.y0, number.y1) }
}

function placeWords(
  one: Keyed,
  wish: LabelWish,
  ground: Ground,
  { metrics, measure, frame }: WordsInput,
): PlacedLabel | undefined {
  const heightPx = metrics.labelPx * LINE
  const whole = `${one.number} ${wish.text}`
  const cuts = mayBeCut(wish)
    ? [1, 0.72, 0.5].map((share) => cutToWidth(whole, metrics.labelPx * MOST_WIDTH_LINES * share, wish.bold, measure))
    : [whole]
  for (const text of new Set(cuts)) {
    // A number with half a word says less than a number.
    if (text === undefined || text.length < one.number.length + 6) continue
    const widthPx = measure(text, wish.bold) + one.number.length
    for (const { x, y0 } of tries(wish, widthPx, heightPx, 3)) {
      const box: Box = { x0: x - 2, y0, x1: x + widthPx + 2, y1: y0 + heightPx }
      if (box.y0 < wish.top || box.y1 > wish.bottom || !inside(box, frame) || !ground.isFree(box, one.key, false))
        continue
      const y = y0 + metrics.labelPx * 0.78 + (heightPx - metrics.labelPx) / 2
      return { key: one.key, text, bold: wish.bold, tone: wish.tone, x, y, box, anchor: wish.anchor }
    }
  }
  return undefined
}

/** The same words less cut, where the whole of them is free: on from where they stand, else anywhere about their mark. */
function growWords(
  label: PlacedLabel,
  { number }: Keyed,
  wish: LabelWish,
  ground: Ground,
  { metrics, measure, frame }: WordsInput,
): PlacedLabel | undefined {
  const { y0, y1 } = label.box
  for (const lines of GROWN_WIDTH_LINES) {
    const text = cutToWidth(`${number} ${wish.text}`, metrics.labelPx * lines, wish.bold, measure)
    if (text === undefined || text.length <= label.text.length) continue
    const widthPx = measure(text, wish.bold) + number.length
    const isLeft = label.box.x1 <= wish.anchor.x0
    const on = { x: isLeft ? label.box.x1 - 2 - widthPx : label.x, y0 }
    for (const at of [on, ...tries(wish, widthPx, y1 - y0, 3)]) {
      const box: Box = { x0: at.x - 2, y0: at.y0, x1: at.x + widthPx + 2, y1: at.y0 + y1 - y0 }
      const isWithin = box.y0 >= wish.top && box.y1 <= wish.bottom && inside(box, frame)
      if (isWithin && ground.isFree(box, label.key, false))
        return { ...label, text, box, x: at.x, y: label.y + at.y0 - y0 }
    }
  }
  return undefined
}

/** The name of something behind the lanes, where there is room for it in its box: from its start, else further along. */
function placeGroundName({ key, text, box: room }: GroundName, ground: Ground, input: WordsInput): PlacedLabel[] {
  const { measure, metrics, frame } = input
  const heightPx = metrics.labelPx * LINE
  const widthPx = measure(text, false)
  const from = Math.max(room.x0, frame.x0) + 4
  const to = Math.min(room.x1, frame.x1) - widthPx - 4
  for (let y0 = room.y0 + 2; y0 + heightPx <= room.y1 - 2; y0 += heightPx / 2)
    for (let x = from; x <= to; x += metrics.labelPx * 3) {
      const box: Box = { x0: x - 2, y0, x1: x + widthPx + 2, y1: y0 + heightPx }
      if (!ground.isFree(box, key, false)) continue
      const y = y0 + metrics.labelPx * 0.78 + (heightPx - metrics.labelPx) / 2
      return [{ key, text, bold: false, tone: 'ground', x, y, box, anchor: box }]
    }
  return []
}

/**
 * Numbers for everything keyed, first, so that none is crowded out; then words in order of significance, each in place
 * of its number, where they cover nothing. Where many marks share a day a number stands off with a line to its mark.
 */
export function placePaperWords(input: WordsInput): PaperWords {
  const ground = new Ground(input.frame)
  for (const box of input.marks) ground.take(box, '')
  for (const box of input.soft) ground.take(box, '', true)
  const numbers = new Map<Keyed, PlacedNumber>()
  let covered = 0
  const inTurn = input.keyed.toSorted((a, b) => a.anchor.x0 - b.anchor.x0 || a.anchor.y0 - b.anchor.y0)
  for (const one of inTurn) {
    const { number, isFree } = placeNumber(one, ground, input)
    if (!isFree) covered += 1
    numbers.set(one, number)
    ground.take(number.box, one.key)
  }
  const labels: PlacedLabel[] = []
  const wishing = inTurn.flatMap((one) => (one.wish ? [{ one, wish: one.wish }] : []))
  for (const { one, wish } of wishing.toSorted(
    (a, b) => a.wish.rank - b.wish.rank || a.one.anchor.x0 - b.one.anchor.x0,
  )) {
    const number = numbers.get(one)
    const label = placeWords(one, wish, ground, input)
    if (!label || !number) continue
    ground.leave(number.box, one.key)
    numbers.delete(one)
    ground.take(label.box, one.key)
    labels.push(label)
  }
  const wished = new Map(wishing.map((one) => [one.wish.key, one]))
  for (const [place, label] of labels.entries()) {
    const known = wished.get(label.key)
    const grown = known && growWords(label, known.one, known.wish, ground, input)
    if (!grown) continue
    labels[place] = grown
    ground.leave(label.box, label.key)
    ground.take(grown.box, label.key)
  }
  for (const name of input.names)
    for (const label of placeGroundName(name, ground, input)) {
      ground.take(label.box, label.key)
      labels.push(label)
    }
  return { labels, numbers: [...numbers.values()], covered }
}
