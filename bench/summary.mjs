// From frames to figures: medians and 95th percentiles over all runs of a cell.

/**
 * @typedef {number | undefined} Once
 * @typedef {{ median: number, p95: number, frames: number }} Figure
 * @typedef {Partial<Record<'pan' | 'zoom' | 'panMain' | 'zoomMain', Figure | undefined>>} WindowFigures
 * @typedef {{
 *   subject: string, kind: import('./subjects.mjs').Subject['kind'], label: string, count: number,
 *   paint: Once, paintWork: Once, filter: Once, filterElapsed: Once, heapMb: Once, nodes: Once, scriptBytes: Once,
 *   overview: WindowFigures, quarter: WindowFigures, notes: string[],
 * }} Row
 * @typedef {import('./cell.mjs').Cell} Cell
 * @typedef {'overview' | 'quarter'} WindowName
 * @typedef {'pan' | 'zoom'} Gesture
 */

/** @type {readonly WindowName[]} */
export const WINDOWS = ['overview', 'quarter']
/** @type {readonly Gesture[]} */
export const GESTURES = ['pan', 'zoom']

/** A gesture that moved the window by less than this share of what it should have is no measurement. */
const LEAST_MOVE = 0.02
const MOST_ZOOMED = 0.95

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}

/** @param {readonly (number | undefined)[]} values */
function medianOf(values) {
  const known = values.filter((value) => value !== undefined)
  return known.length > 0 ? quantile(known, 0.5) : undefined
}

/** @param {readonly number[]} values @returns {Figure | undefined} */
const figureOf = (values) =>
  values.length > 0 ? { median: quantile(values, 0.5), p95: quantile(values, 0.95), frames: values.length } : undefined

/** @param {readonly Cell[]} cells @param {WindowName} window @returns {WindowFigures} */
function windowFigures(cells, window) {
  const frames = (/** @type {Gesture} */ gesture) => cells.flatMap((cell) => cell[window]?.[gesture] ?? [])
  const both = (/** @type {Gesture} */ gesture) => figureOf(frames(gesture).map(({ main, raster }) => main + raster))
  const main = (/** @type {Gesture} */ gesture) => figureOf(frames(gesture).map((work) => work.main))
  return { pan: both('pan'), zoom: both('zoom'), panMain: main('pan'), zoomMain: main('zoom') }
}

/** What a reader of the figures has to know of how they came about. @param {readonly Cell[]} cells */
function notesOf(cells) {
  const still = WINDOWS.flatMap((window) =>
    cells.flatMap((cell) => {
      const seen = cell[window]
      if (!seen) return []
      return [
        ...(Math.abs(seen.moved ?? 1) < LEAST_MOVE ? [`pan in ${window} moved nothing`] : []),
        ...((seen.zoomed ?? 0) > MOST_ZOOMED ? [`zoom in ${window} changed nothing`] : []),
      ]
    }),
  )
  return [...new Set([...cells.flatMap(({ stopped }) => stopped ?? []), ...still])]
}

/**
 * @param {import('./subjects.mjs').Subject} subject
 * @param {number} count
 * @param {readonly Cell[]} cells the runs of one subject at one size
 * @param {(addresses: readonly string[]) => number} weighScripts
 * @returns {Row}
 */
export function summarise({ name, kind, label }, count, cells, weighScripts) {
  const last = cells.findLast(({ paint }) => paint)
  return {
    subject: name,
    kind,
    label,
    count,
    paint: medianOf(cells.map(({ paint }) => paint?.elapsed)),
    paintWork: medianOf(cells.map(({ paint }) => paint && paint.main + paint.raster)),
    filter: medianOf(cells.map(({ filter }) => filter && filter.main + filter.raster)),
    filterElapsed: medianOf(cells.map(({ filter }) => filter?.elapsed)),
    heapMb: medianOf(cells.map(({ heapMb }) => heapMb)),
    nodes: medianOf(cells.map(({ nodes }) => nodes)),
    scriptBytes: last && weighScripts(last.scripts ?? []),
    overview: windowFigures(cells, 'overview'),
    quarter: windowFigures(cells, 'quarter'),
    notes: notesOf(cells),
  }
}
