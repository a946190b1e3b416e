/** A copy of a drawing whose look no longer depends on a style sheet. */

const SVG = 'http://www.w3.org/2000/svg'

/** Properties that the chart's style sheets set, with the value an SVG has without them; inherited ones are compared with the parent's. */
const OWN: Readonly<Record<string, string>> = { opacity: '1', transform: 'none' }
const INHERITED: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-size': '',
  'font-weight': '400',
  'font-variant-numeric': 'normal',
}

/** Attributes that are geometry or structure; classes, roles and the like say nothing outside the page. */
const KEPT = new Set(
  (
    'd x y x1 y1 x2 y2 cx cy r rx ry width height viewBox points text-anchor transform id clip-path href ' +
    'patternUnits patternTransform preserveAspectRatio'
  ).split(' '),
)

/** Colours as every program reads them: "color(srgb 0.5 0.5 0.5 / 0.3)" becomes "rgba(128, 128, 128, 0.3)". */
export function plainColour(text: string): string {
  const found = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(text)
  if (!found) return text
  const [red, green, blue] = found.slice(1, 4).map((share) => Math.round(Number(share) * 255))
  return found[4] === undefined
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${Math.round(Number(found[4]) * 1000) / 1000})`
}

/** A reference to something in the same drawing, without the page's address. */
function plainValue(text: string): string {
  return plainColour(text.replace(/^url\("[^"]*#([^"]+)"\)(.*)$/, 'url(#$1)'))
}

interface Inlined {
  readonly root: SVGSVGElement
  /** The font weights its words are set in. */
  readonly weights: ReadonlySet<string>
}

type Look = Readonly<Record<string, string>>

/** A copy of a drawing that is in the document, with every computed style written into it as attributes. The drawing itself is left as it is. */
export function inlineStyles(drawing: SVGSVGElement): Inlined {
  const weights = new Set<string>()
  const copy = (from: Element, parent: Look): Element | undefined => {
    const style = getComputedStyle(from)
    if (style.display === 'none' || style.visibility === 'hidden') return undefined
    const to = document.createElementNS(SVG, from.localName)
    for (const { name, value } of from.attributes) if (KEPT.has(name)) to.setAttribute(name, value)
    const look: Record<string, string> = {}
    for (const name of Object.keys(INHERITED)) {
      const value = plainValue(style.getPropertyValue(name))
      look[name] = value
      if (value !== parent[name]) to.setAttribute(name, value)
    }
    for (const [name, usual] of Object.entries(OWN)) {
      const value = style.getPropertyValue(name)
      if (value !== usual) to.setAttribute(name, value)
    }
    for (const child of from.childNodes) {
      if (child instanceof Element) {
        const inner = copy(child, look)
        if (inner) to.append(inner)
      } else if (child.nodeType === Node.TEXT_NODE && child.textContent) {
        weights.add(look['font-weight'] ?? '400')
        to.append(child.textContent)
      }
    }
    return to
  }
  const root = copy(drawing, INHERITED)
  if (!(root instanceof SVGSVGElement)) throw new Error('The drawing is not shown, so it has no look to copy.')
  return { root, weights }
}
