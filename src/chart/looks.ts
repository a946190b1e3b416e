/** How an element of the chart looks, as far as a canvas can be told. */
export interface Look {
  /** Undefined for what is not painted. */
  readonly fill: string | undefined
  readonly stroke: string | undefined
  readonly fillAlpha: number
  readonly strokeAlpha: number
  /** Of the element and all within it. */
  readonly alpha: number
  readonly strokePx: number
  readonly dashes: readonly number[]
  readonly cap: CanvasLineCap
  readonly join: CanvasLineJoin
  readonly isStrokeFirst: boolean
  readonly font: string
}

/** A place in a tree of elements, by tag and classes; its look is read when it is first asked for. */
export interface LookNode {
  readonly look: () => Look
  readonly within: (tag: string, className: string) => LookNode
}

const NOTHING = /^(?:none|transparent|rgba\(.*, 0\))$/
const UNBROKEN: readonly number[] = []
const CAPS = { butt: 'butt', round: 'round', square: 'square' } as const
const JOINS = { miter: 'miter', round: 'round', bevel: 'bevel' } as const

const has = <K extends string>(keys: Readonly<Record<K, unknown>>, key: string): key is K => Object.hasOwn(keys, key)
const colour = (value: string) => (NOTHING.test(value) ? undefined : value)

function read(element: Element): Look {
  const style = getComputedStyle(element)
  const { strokeLinecap, strokeLinejoin, strokeDasharray } = style
  return {
    fill: colour(style.fill),
    stroke: colour(style.stroke),
    fillAlpha: Number.parseFloat(style.fillOpacity),
    strokeAlpha: Number.parseFloat(style.strokeOpacity),
    alpha: Number.parseFloat(style.opacity),
    strokePx: Number.parseFloat(style.strokeWidth),
    dashes: strokeDasharray === 'none' ? UNBROKEN : strokeDasharray.split(',').map(Number.parseFloat),
    cap: has(CAPS, strokeLinecap) ? CAPS[strokeLinecap] : 'butt',
    join: has(JOINS, strokeLinejoin) ? JOINS[strokeLinejoin] : 'miter',
    isStrokeFirst: style.paintOrder.startsWith('stroke'),
    font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
  }
}

function nodeOf(element: Element): LookNode {
  const nodes = new Map<string, Map<string, LookNode>>()
  let known: Look | undefined
  return {
    look: () => (known ??= read(element)),
    within: (tag, className) => {
      const alike = nodes.get(tag) ?? new Map<string, LookNode>()
      const there = alike.get(className)
      if (there) return there
      nodes.set(tag, alike)
      const part = document.createElementNS('http://www.w3.org/2000/svg', tag)
      if (className !== '') part.setAttribute('class', className)
      element.append(part)
      const made = nodeOf(part)
      alike.set(className, made)
      return made
    },
  }
}

/**
 * Reads what the style sheets say of elements inside a frame, from elements made for it that are never drawn: colours,
 * themes and forced colours thus keep their one home. To be let go of before the style sheets may say anything else.
 */
export function readLooks(frame: Element): { readonly root: LookNode; readonly remove: () => void } {
  const root = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  root.setAttribute('class', 'looks')
  root.setAttribute('aria-hidden', 'true')
  frame.append(root)
  return { root: nodeOf(root), remove: () => root.remove() }
}

/** What an element stands on: the first background that is not clear, of its own or of what it stands in. */
export function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = colour(getComputedStyle(at).backgroundColor)
    if (ground !== undefined) return ground
  }
  return 'Canvas'
}
