// Measures the chart against its peers: npm run bench -- [--sizes 100,1000] [--runs 3] [--only ours,floor] [--seed 1]
// [--limit 180] [--json file]. How it measures is in bench/README.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { ensureBrowser, launchOptions } from '../tools/browser.mjs'
import { ensureDependencies } from '../tools/dependencies.mjs'
import { serve } from '../tools/serve.mjs'
import { countText, judge } from './bars.mjs'
import { measureCell } from './cell.mjs'
import { printBars, printRows } from './report.mjs'
import { checkCases, ensurePeers, findFirstDownload, makeSite, weighScripts } from './site.mjs'
import { measureBox, SUBJECTS } from './subjects.mjs'
import { summarise } from './summary.mjs'

const SIZES = [100, 1_000, 10_000, 100_000]
const USAGE =
  'npm run bench -- [--sizes 100,1000] [--runs 3] [--only ours,floor] [--seed 1] [--limit 180] [--json file]'

function readOptions() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: SIZES.join() },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: SUBJECTS.map(({ name }) => name).join() },
      seed: { type: 'string', default: '1' },
      limit: { type: 'string', default: '180' },
      json: { type: 'string' },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const [runs, seed, limit] = [values.runs, values.seed, values.limit].map(Number)
  const names = values.only.split(',')
  const subjects = SUBJECTS.filter(({ name }) => names.includes(name))
  const isRight = sizes.every((size) => size >= 10) && subjects.length === names.length && runs && limit
  if (!isRight || Number.isNaN(seed)) throw new Error(`${USAGE}\nNames: ${SUBJECTS.map(({ name }) => name).join(', ')}`)
  return { sizes, runs: runs ?? 1, seed: seed ?? 1, limitMs: (limit ?? 1) * 1000, subjects, json: values.json }
}

/** @typedef {ReturnType<typeof readOptions>} Options */
/** @typedef {import('./cell.mjs').Cell} Cell */

/** The same order every time would give somebody the cooler processor. @template T @param {readonly T[]} all @param {number} by */
const rotated = (all, by) => [...all.slice(by % all.length), ...all.slice(0, by % all.length)]

/** @param {Cell} cell @param {number} seconds */
function progress({ paint, stopped }, seconds) {
  const result = stopped ? `stopped: ${stopped}` : `first paint ${Math.round(paint?.elapsed ?? 0)} ms`
  return `${result} (${Math.round(seconds)} s)`
}

/**
 * All cells, interleaved: each run goes through the sizes, each size through the subjects.
 * @param {Options} options
 * @param {{ home: string, chronologies: Map<number, import('./chronology.mjs').Chronology> }} site
 */
async function measureAll({ runs, subjects, limitMs }, { home, chronologies }) {
  let browser = await chromium.launch(launchOptions())
  const version = browser.version()
  const [[smallest, first] = []] = [...chronologies].toSorted(([a], [b]) => a - b)
  if (!smallest || !first) throw new Error('No size was given.')
  const box = await measureBox(browser, home, smallest, first.overview)
  console.log(`Chromium ${version}; the app's chart is ${box.width} × ${box.height} pixels, and so is everybody's`)
  /** @type {Map<string, Cell[]>} */
  const cells = new Map()
  /** @type {Map<string, number>} the size at which a subject was stopped */
  const stoppedAt = new Map()
  for (let run = 0; run < runs; run += 1)
    for (const [count, chronology] of chronologies)
      for (const subject of rotated(subjects, run)) {
        const past = stoppedAt.get(subject.name)
        const key = `${subject.name} ${count}`
        if (past !== undefined && past <= count) {
          if (!cells.has(key)) cells.set(key, [{ stopped: `not tried: it did not finish ${countText(past)} events` }])
          continue
        }
        const since = Date.now()
        const cell = await measureCell(subject, { browser, home, count, box, limitMs, chronology }).catch(async () => {
          console.log('A page could not be closed; the browser is started again.')
          await Promise.race([browser.close(), new Promise((resolve) => void setTimeout(resolve, 10_000))])
          browser = await chromium.launch(launchOptions())
          return { stopped: 'the page could not be closed' }
        })
        if (cell.stopped) stoppedAt.set(subject.name, count)
        cells.set(key, [...(cells.get(key) ?? []), cell])
        const seconds = (Date.now() - since) / 1000
        console.log(
          `run ${run + 1} of ${runs}, ${countText(count)} events, ${subject.label}: ${progress(cell, seconds)}`,
        )
      }
  await browser.close()
  return { version, box, cells }
}

async function main() {
  const options = readOptions()
  await ensureDependencies()
  await ensureBrowser()
  const { sizes, seed, subjects, json } = options
  const peers = subjects.filter(({ kind }) => kind !== 'ours').map(({ name }) => name)
  if (peers.length > 0) await ensurePeers()
  const { folder, chronologies, remove } = await makeSite(sizes, seed, peers)
  try {
    await checkCases(folder, sizes)
    const first = await findFirstDownload(folder)
    const { url: home, close } = await serve({ folder })
    const { version, box, cells } = await measureAll(options, { home, chronologies })
    await close()
    const rows = sizes.flatMap((count) =>
      subjects.map((subject) =>
        summarise(subject, count, cells.get(`${subject.name} ${count}`) ?? [], (scripts) =>
          weighScripts(folder, scripts),
        ),
      ),
    )
    printRows(rows)
    const bars = judge(rows, first)
    printBars(bars, subjects.length === SUBJECTS.length && SIZES.every((size) => sizes.includes(size)))
    if (json) {
      const { runs } = options
      const frames = Object.fromEntries(cells)
      writeFileSync(
        json,
        `${JSON.stringify({ chromium: version, seed, runs, box, first, bars, rows, frames }, null, 1)}\n`,
      )
    }
  } finally {
    remove()
  }
}

await main().catch((reason) => {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
})
