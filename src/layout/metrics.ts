/** Sizes in pixels at text scale 1: what the 12.5 px labels of a 1440-wide screen go with. */
export interface Metrics {
  readonly glyphPx: number
  /** From one row of marks to the next. */
  readonly rowPx: number
  readonly labelPx: number
  readonly lanePadPx: number
  readonly stripPx: number
  readonly stripGapPx: number
  /** Height of a period on the child's own line: words stand inside it. */
  readonly periodPx: number
  readonly leastLanePx: number
  readonly mostLanePx: number
  readonly headPx: number
  /** Height of the axis above the lanes: dates, the child's own clock, guides. */
  readonly axisPx: number
}

/** Metrics for a text scale: 1 on a desk, about 1.5 on a projector. */
export function metricsOf(scale: number): Metrics {
  return {
    glyphPx: 12 * scale,
    rowPx: 13.5 * scale,
    labelPx: 12.5 * scale,
    lanePadPx: 3 * scale,
    stripPx: 5 * scale,
    stripGapPx: 2 * scale,
    periodPx: 13 * scale,
    leastLanePx: 22 * scale,
    mostLanePx: 60 * scale,
    axisPx: 54 * scale,
    headPx: 184 * scale,
  }
}

/** Width of a text in pixels at the label size; comes from outside because only a browser can measure. */
export type MeasureText = (text: string, bold: boolean) => number

/** A rectangle in the picture, in pixels. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}
