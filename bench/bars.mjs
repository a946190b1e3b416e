// The bars of the chart's speed, each with the figures it is judged by. All are ratios within one run of the bench.
import { GESTURES, WINDOWS } from './summary.mjs'

/**
 * @typedef {import('./summary.mjs').Row} Row
 * @typedef {{ text: string, value: number, most: number }} Check a ratio and the most it may be
 * @typedef {{ title: string, checks: Check[], missing: string[] }} Bar
 */

const FLOOR_AT = 1_000
const TENTH_AT = 10_000
const LARGE = 100_000
const PAN_TIMES = 2
const ZOOM_TIMES = 3
const GROWTH_TIMES = 1.5
const PAINT_TIMES = 4
const DOWNLOAD_BYTES = 200_000

/** @param {readonly Row[]} rows */
function lookup(rows) {
  const sizes = [...new Set(rows.map(({ count }) => count))]
  return {
    sizes,
    ours: (/** @type {number} */ count) => rows.find((row) => row.kind === 'ours' && row.count === count),
    floor: (/** @type {number} */ count) => rows.find((row) => row.kind === 'floor' && row.count === count),
    peers: (/** @type {number} */ count) =>
      rows.filter((row) => row.count === count && (row.kind === 'dom' || row.kind === 'canvas')),
  }
}

/** @param {number} count */
export const countText = (count) => count.toLocaleString('en-GB')

/** A bar, filled with what could be compared. @param {string} title @returns {Bar & { compare: (text: string, ours: number | undefined, other: number | undefined, most: number) => void }} */
function bar(title) {
  /** @type {Bar} */
  const made = { title, checks: [], missing: [] }
  return {
    ...made,
    compare(text, ours, other, most) {
      if (ours === undefined || other === undefined) made.missing.push(text)
      else made.checks.push({ text, value: ours / other, most })
    },
  }
}

/** Pan and zoom in both windows. @param {(gesture: 'pan' | 'zoom', window: 'overview' | 'quarter') => void} each */
function eachGesture(each) {
  for (const gesture of GESTURES) for (const window of WINDOWS) each(gesture, window)
}

/** @typedef {ReturnType<typeof lookup>} Found */

/** @param {Found} found */
function againstFloor({ ours, floor }) {
  const made = bar(
    `a pan frame at most ${PAN_TIMES}, a zoom frame at most ${ZOOM_TIMES} times the floor at 1,000 events`,
  )
  eachGesture((gesture, window) => {
    const [own, least] = [ours(FLOOR_AT)?.[window][gesture], floor(FLOOR_AT)?.[window][gesture]]
    const most = gesture === 'pan' ? PAN_TIMES : ZOOM_TIMES
    made.compare(`${gesture}, ${window}, median`, own?.median, least?.median, most)
    made.compare(`${gesture}, ${window}, p95`, own?.p95, least?.p95, most)
  })
  return made
}

/** @param {Found} found */
function belowPeers({ sizes, ours, peers }) {
  const made = bar('a pan and a zoom frame below every peer at every size')
  for (const count of sizes)
    eachGesture((gesture, window) => {
      const own = ours(count)?.[window][gesture]
      for (const peer of peers(count)) {
        const other = peer[window][gesture]
        // A peer that does not finish is no rival, and is listed as such in the table.
        if (!other) continue
        const where = `${countText(count)}, ${gesture}, ${window}, against ${peer.subject}`
        made.compare(`${where}, median`, own?.median, other.median, 1)
        made.compare(`${where}, p95`, own?.p95, other.p95, 1)
      }
    })
  return made
}

/** @param {Found} found */
function tenthOfBest({ ours, peers }) {
  const made = bar('a pan and a zoom frame at most a tenth of the best DOM or SVG peer at 10,000 events')
  eachGesture((gesture, window) => {
    const others = peers(TENTH_AT).filter(({ kind }) => kind === 'dom')
    const known = others.flatMap((peer) => peer[window][gesture]?.median ?? [])
    const best = known.length > 0 ? Math.min(...known) : undefined
    made.compare(`${gesture}, ${window}, median`, ours(TENTH_AT)?.[window][gesture]?.median, best, 0.1)
  })
  return made
}

/** @param {Found} found */
function growth({ ours }) {
  const made = bar(`our own frame at 100,000 events at most ${GROWTH_TIMES} times our own at 1,000`)
  eachGesture((gesture, window) => {
    const [large, small] = [ours(LARGE)?.[window][gesture], ours(FLOOR_AT)?.[window][gesture]]
    made.compare(`${gesture}, ${window}, median`, large?.median, small?.median, GROWTH_TIMES)
    made.compare(`${gesture}, ${window}, p95`, large?.p95, small?.p95, GROWTH_TIMES)
  })
  return made
}

/** @param {Found} found */
function firstPaint({ sizes, ours, floor, peers }) {
  const made = bar(`first paint ahead of every peer at every size, and at most ${PAINT_TIMES} times the floor`)
  for (const count of sizes) {
    made.compare(`${countText(count)}, against floor`, ours(count)?.paint, floor(count)?.paint, PAINT_TIMES)
    for (const peer of peers(count))
      if (peer.paint !== undefined)
        made.compare(`${countText(count)}, against ${peer.subject}`, ours(count)?.paint, peer.paint, 1)
  }
  return made
}

/** @param {Found} found */
function filtering({ ours, peers }) {
  const made = bar('applying a filter at most a quarter of the best peer at 10,000 events')
  for (const [key, text] of /** @type {const} */ ([
    ['filter', 'work'],
    ['filterElapsed', 'elapsed'],
  ])) {
    const known = peers(TENTH_AT).flatMap((peer) => peer[key] ?? [])
    made.compare(text, ours(TENTH_AT)?.[key], known.length > 0 ? Math.min(...known) : undefined, 0.25)
  }
  return made
}

/** A peer that shows its marks has a heap, whether or not it then gets through the gestures. @param {Found} found */
function heap({ ours, peers }) {
  const made = bar('heap at 100,000 events below every peer that finishes')
  for (const peer of peers(LARGE))
    if (peer.heapMb !== undefined) made.compare(`against ${peer.subject}`, ours(LARGE)?.heapMb, peer.heapMb, 1)
  return made
}

/** @param {import('./site.mjs').FirstDownload} first */
function download({ bytes, strays, exchanges }) {
  const title = 'first download at most 200 kB compressed, without import and export code'
  const made = bar(exchanges ? title : `${title} (of which there is none yet)`)
  made.compare('kB of 200', bytes, DOWNLOAD_BYTES, 1)
  for (const stray of strays) made.compare(`${stray} is in it`, 1, 0, 0)
  return made
}

/** @param {readonly Row[]} rows @param {import('./site.mjs').FirstDownload} first @returns {readonly Bar[]} */
export function judge(rows, first) {
  const found = lookup(rows)
  return [
    ...[againstFloor, belowPeers, tenthOfBest, growth, firstPaint, filtering, heap].map((make) => make(found)),
    download(first),
  ]
}
