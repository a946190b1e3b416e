// What the bench prints.
import { countText } from './bars.mjs'
import { WINDOWS } from './summary.mjs'

/** @typedef {import('./summary.mjs').Row} Row */

/** @param {number | undefined} value */
function number(value) {
  if (value === undefined) return '–'
  return value >= 100 ? countText(Math.round(value)) : value.toFixed(1)
}

/** @param {import('./summary.mjs').Figure | undefined} figure */
const both = (figure) => (figure ? `${number(figure.median)} / ${number(figure.p95)}` : '–')

/** @param {number | undefined} of @param {number | undefined} to */
const times = (of, to) => (of === undefined || to === undefined ? '' : `${(of / to).toFixed(1)}×`)

/** @param {readonly (readonly string[])[]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n')
}

const HEADS = [
  '',
  'first paint',
  '',
  'pan med / p95',
  '',
  'zoom med / p95',
  '',
  'filter',
  '',
  'heap MB',
  'nodes',
  'js kB',
]

/** @param {Row} row @param {Row | undefined} floor @param {'overview' | 'quarter'} window */
function line(row, floor, window) {
  const { pan, zoom } = row[window]
  const isFirst = window === 'overview'
  const once = (/** @type {string} */ text) => (isFirst ? text : '')
  return [
    row.label,
    once(number(row.paint)),
    once(times(row.paint, floor?.paint)),
    both(pan),
    times(pan?.median, floor?.[window].pan?.median),
    both(zoom),
    times(zoom?.median, floor?.[window].zoom?.median),
    once(`${number(row.filter)} (${number(row.filterElapsed)})`),
    once(times(row.filter, floor?.filter)),
    once(number(row.heapMb)),
    once(row.nodes === undefined ? '–' : countText(row.nodes)),
    once(row.scriptBytes === undefined ? '–' : number(row.scriptBytes / 1000)),
  ]
}

/** @param {readonly Row[]} rows */
export function printRows(rows) {
  for (const count of new Set(rows.map((row) => row.count))) {
    const here = rows.filter((row) => row.count === count)
    const floor = here.find(({ kind }) => kind === 'floor')
    for (const window of WINDOWS) {
      console.log(`\n${countText(count)} events, ${window}; × is times the floor`)
      console.log(table([HEADS, ...here.map((row) => line(row, floor, window))]))
    }
    for (const { label, notes } of here) for (const note of notes) console.log(`  ${label}: ${note}`)
  }
}

/** @param {import('./bars.mjs').Check} check */
const isMet = ({ value, most }) => value <= most

/** @param {import('./bars.mjs').Bar} bar @param {boolean} isWhole */
function verdict({ checks, missing }, isWhole) {
  if (checks.some((check) => !isMet(check))) return 'MISSED'
  if (checks.length === 0) return 'NOT MEASURED'
  return isWhole && missing.length === 0 ? 'met' : 'met by what was measured'
}

/** @param {readonly import('./bars.mjs').Bar[]} bars @param {boolean} isWhole whether all sizes and all peers were asked for */
export function printBars(bars, isWhole) {
  console.log('\nBars, as ratios within this run')
  for (const bar of bars) {
    const { title, checks, missing } = bar
    console.log(`\n${verdict(bar, isWhole)}: ${title}`)
    const missed = checks.filter((check) => !isMet(check))
    for (const { text, value, most } of missed) console.log(`  missed  ${value.toFixed(2)} of at most ${most}: ${text}`)
    if (missed.length > 0) console.log(`  ${checks.length - missed.length} of ${checks.length} comparisons met`)
    const [nearest] = checks.toSorted((a, b) => b.value / b.most - a.value / a.most)
    if (nearest && missed.length === 0)
      console.log(
        `  nearest ${nearest.value.toFixed(2)} of at most ${nearest.most}: ${nearest.text} (${checks.length} compared)`,
      )
    for (const text of missing) console.log(`  not measured: ${text}`)
  }
}
