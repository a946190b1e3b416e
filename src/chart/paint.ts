import { Fragment, isValidElement } from 'react'
import type { Look, LookNode } from './looks.ts'

/** What is drawn on, and what it needs to know. */
export interface Paper {
  readonly pen: CanvasRenderingContext2D
  /** What the pen was last set to, where setting it again, or asking it, is dear. */
  readonly set: { font: string; dashes: readonly number[]; place: Place | undefined }
  /** Device pixels to one of the page. */
  readonly density: number
  /** What is filled with, where that is no colour, by how an element names it. */
  readonly patterns: ReadonlyMap<unknown, CanvasPattern>
}

/** Where the coordinates of an element lie, and how much shows through it. */
interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly alpha: number
}

export type Props = Readonly<Record<string, unknown>>

export const numberOf = (value: unknown, otherwise = 0) => (typeof value === 'number' ? value : otherwise)
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The chart moves and enlarges, and does nothing else to a drawing. */
const TRANSFORM = /^translate\(([^ )]+) ([^)]+)\)(?: scale\(([^)]+)\))?$|^scale\(([^)]+)\)$/

function moved(place: Place, transform: unknown): Place {
  if (typeof transform !== 'string') return place
  const [, x, y, scale, only] = TRANSFORM.exec(transform) ?? []
  return {
    x: place.x + Number(x ?? 0) * place.scale,
    y: place.y + Number(y ?? 0) * place.scale,
    scale: place.scale * Number(scale ?? only ?? 1),
    alpha: place.alpha,
  }
}

const paths = new Map<string, Path2D>()
const MOST_PATHS = 1000

/** The outline that a path's text describes; symbols are described once. */
function pathOf(d: string): Path2D {
  const known = paths.get(d)
  if (known) return known
  if (paths.size >= MOST_PATHS) paths.clear()
  const made = new Path2D(d)
  paths.set(d, made)
  return made
}

function moveTo({ pen, density, set }: Paper, place: Place): void {
  if (set.place === place) return
  const { x, y, scale } = place
  pen.setTransform(density * scale, 0, 0, density * scale, density * x, density * y)
  set.place = place
}

function inkIn(
  { pen, set }: Paper,
  look: Look,
  alpha: number,
  fill: () => void,
  stroke: () => void,
  pattern?: CanvasPattern,
): void {
  const filling = () => {
    if (look.fill === undefined) return
    pen.globalAlpha = alpha * look.fillAlpha
    pen.fillStyle = pattern ?? look.fill
    fill()
  }
  if (!look.isStrokeFirst) filling()
  if (look.stroke !== undefined && look.strokePx > 0) {
    pen.globalAlpha = alpha * look.strokeAlpha
    pen.strokeStyle = look.stroke
    pen.lineWidth = look.strokePx
    pen.lineCap = look.cap
    pen.lineJoin = look.join
    if (set.dashes !== look.dashes) pen.setLineDash([...look.dashes])
    set.dashes = look.dashes
    stroke()
  }
  if (look.isStrokeFirst) filling()
}

const ALIGNS = new Map<unknown, CanvasTextAlign>([
  ['middle', 'center'],
  ['end', 'end'],
])

function words(paper: Paper, props: Props, look: Look, alpha: number): void {
  const { pen, set } = paper
  const { children } = props
  const text = Array.isArray(children) ? children.join('') : textOf(children)
  if (text === '') return
  if (set.font !== look.font) pen.font = look.font
  set.font = look.font
  pen.textAlign = ALIGNS.get(props['textAnchor']) ?? 'start'
  const [x, y] = [numberOf(props['x']), numberOf(props['y'])]
  inkIn(
    paper,
    look,
    alpha,
    () => pen.fillText(text, x, y),
    () => pen.strokeText(text, x, y),
  )
}

function outline(paper: Paper, path: Path2D, look: Look, alpha: number): void {
  const { pen } = paper
  inkIn(
    paper,
    look,
    alpha,
    () => pen.fill(path),
    () => pen.stroke(path),
  )
}

function roundOf(props: Props): Path2D {
  const path = new Path2D()
  path.arc(numberOf(props['cx']), numberOf(props['cy']), numberOf(props['r']), 0, Math.PI * 2)
  return path
}

function box(paper: Paper, props: Props, look: Look, alpha: number): void {
  const { pen } = paper
  const [x, y] = [numberOf(props['x']), numberOf(props['y'])]
  const [width, height] = [numberOf(props['width']), numberOf(props['height'])]
  inkIn(
    paper,
    look,
    alpha,
    () => pen.fillRect(x, y, width, height),
    () => pen.strokeRect(x, y, width, height),
    paper.patterns.get(props['fill']),
  )
}

/** What a pen is taken to be set to where that is not known. */
export const UNSET: Readonly<Paper['set']> = { font: '', dashes: [], place: undefined }

/** A drawing within the drawing: nothing of it shows beyond its edges. */
function inset(paper: Paper, props: Props, at: LookNode, place: Place): void {
  const { pen } = paper
  const inner = { ...place, x: place.x + numberOf(props['x']), y: place.y + numberOf(props['y']) }
  pen.save()
  moveTo(paper, inner)
  pen.beginPath()
  pen.rect(0, 0, numberOf(props['width']), numberOf(props['height']))
  pen.clip()
  paint(paper, props['children'], at, inner)
  pen.restore()
  Object.assign(paper.set, UNSET)
}

function draw(paper: Paper, tag: string, props: Props, around: LookNode, outer: Place): void {
  const at = around.within(tag, textOf(props['className']))
  const place = moved(outer, props['transform'])
  if (tag === 'svg') {
    inset(paper, props, at, place)
    return
  }
  const look = at.look()
  const alpha = place.alpha * look.alpha
  if (tag === 'g') {
    paint(paper, props['children'], at, { ...place, alpha })
    return
  }
  moveTo(paper, place)
  if (tag === 'path') outline(paper, pathOf(textOf(props['d'])), look, alpha)
  else if (tag === 'circle') outline(paper, roundOf(props), look, alpha)
  else if (tag === 'rect') box(paper, props, look, alpha)
  else if (tag === 'text') words(paper, props, look, alpha)
  else throw new Error(`The chart does not draw with ${tag} on a canvas.`)
}

/** The elements that a node comes to, once its components have been asked; not those within them. */
export function eachElement(node: unknown, visit: (tag: string, props: Props) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) eachElement(one, visit)
    return
  }
  if (!isValidElement<Props>(node)) return
  const { type, props } = node
  if (typeof type === 'function') eachElement(Reflect.apply(type, undefined, [props]), visit)
  else if (Object.is(type, Fragment)) eachElement(props['children'], visit)
  else if (typeof type !== 'string') throw new Error('A component that keeps something cannot be drawn on a canvas.')
  else if (type !== 'title') visit(type, props)
}

/**
 * Draws on a canvas the very elements that React would put into the page, so that there is one description of what each
 * thing looks like. The components among them must be plain functions: nothing is kept from one drawing to the next.
 */
export function paint(paper: Paper, node: unknown, around: LookNode, place: Place): void {
  eachElement(node, (tag, props) => draw(paper, tag, props, around, place))
}

/** Has every element that a drawing will need known beforehand: looks are read much faster together than in turn with new ones. */
export function rehearse(node: unknown, around: LookNode): void {
  eachElement(node, (tag, props) => {
    if (tag !== 'text') rehearse(props['children'], around.within(tag, textOf(props['className'])))
    else around.within(tag, textOf(props['className']))
  })
}
