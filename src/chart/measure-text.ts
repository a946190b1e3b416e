import type { MeasureText } from '#layout/metrics.ts'

/** A text measure in the page's own font at a size in pixels, remembering what it measured. */
export function measureWith(canvas: HTMLCanvasElement, family: string, sizePx: number): MeasureText {
  const context = canvas.getContext('2d')
  const widths = new Map<string, number>()
  return (text, bold) => {
    const key = bold ? `*${text}` : text
    const known = widths.get(key)
    if (known !== undefined) return known
    if (context) context.font = `${bold ? 700 : 400} ${sizePx}px ${family}`
    // Where nothing can be measured (no canvas), half an em a letter is a fair guess.
    const width = context?.measureText(text).width ?? text.length * sizePx * 0.5
    widths.set(key, width)
    return width
  }
}
