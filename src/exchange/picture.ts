import { DAY_MS, type Span } from '#model/time.ts'
import { embedFonts } from './embed-fonts.ts'
import { inlineStyles } from './inline-styles.ts'
import { paintPng } from './paint-png.ts'

/** A drawing of the page as a file that needs nothing else: SVG text, or a PNG at twice its size. */

export const PICTURE_FORMATS = ['svg', 'png'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

export interface PictureInput {
  /** In the document and laid out, so that its styles can be read. */
  readonly drawing: SVGSVGElement
  readonly title: string
  /** What the picture shows, in sentences. */
  readonly description: string
  readonly format: PictureFormat
}

const SVG = 'http://www.w3.org/2000/svg'
const PNG_SCALE = 2

/** "baby-k-2013-06-01-2014-05-31.svg": the days of the window; on an axis of order the places of its first and last event. */
export function pictureFileName(caseId: string, window: Span, isOrder: boolean, format: PictureFormat): string {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  const slot = (at: number) => String(Math.max(1, Math.round(at / DAY_MS)))
  const [from, to] = isOrder
    ? [slot(window.start + DAY_MS), slot(window.end)]
    : [day(window.start), day(window.end - 1)]
  return `${caseId}-${from}-${to}.${format}`
}

function describe(root: SVGSVGElement, name: 'title' | 'desc', text: string): void {
  const element = document.createElementNS(SVG, name)
  element.id = name
  element.textContent = text
  root.prepend(element)
}

/** The picture as a file. Rejects when the browser cannot draw it, with what it said. */
export async function makePicture({ drawing, title, description, format }: PictureInput): Promise<Blob> {
  const { root, weights } = inlineStyles(drawing)
  const fonts = await embedFonts(weights)
  const style = document.createElementNS(SVG, 'style')
  style.textContent = fonts.css
  root.prepend(style)
  describe(root, 'desc', [description, fonts.note].filter(Boolean).join(' '))
  describe(root, 'title', title)
  root.setAttribute('role', 'img')
  root.setAttribute('aria-labelledby', 'title desc')
  root.setAttribute('lang', 'en-GB')
  root.setAttribute('font-family', fonts.family)
  const text = new XMLSerializer().serializeToString(root)
  const file = new Blob([text], { type: 'image/svg+xml;charset=utf-8' })
  if (format === 'svg') return file
  const { width, height } = drawing.viewBox.baseVal
  return paintPng(file, width, height, PNG_SCALE)
}
