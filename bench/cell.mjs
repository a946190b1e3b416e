// One cell of the table: one subject at one size in a browser context of its own.
import { setTimeout as sleep } from 'node:timers/promises'
import { VIEWPORT } from './subjects.mjs'
import { CATEGORIES, filterOf, paintOf, readTrace, workPerInput } from './trace.mjs'

/**
 * @typedef {import('./trace.mjs').Work} Work
 * @typedef {import('./subjects.mjs').Subject} Subject
 * @typedef {Work & { elapsed: number }} Once
 * @typedef {{ pan?: Work[], zoom?: Work[], moved?: number, zoomed?: number }} Gestures `moved` and `zoomed`: what was left of a whole gesture, in lengths of the window
 * @typedef {{
 *   paint?: Once, filter?: Once, heapMb?: number, nodes?: number, scripts?: string[],
 *   overview?: Gestures, quarter?: Gestures, stopped?: string,
 * }} Cell
 * @typedef {{
 *   browser: import('playwright').Browser, home: string, count: number, box: import('./subjects.mjs').Box, limitMs: number,
 *   chronology: import('./chronology.mjs').Chronology,
 * }} Setting
 */

// Longer than a frame of 60 Hz, so that each input has a frame of its own; a slow page makes its own pause,
// because the browser answers an input only when the page has taken it.
const PACE_MS = 30
const PAN_PX = 16
/** Steps to the right, to the left and back, so that the window ends beside where it began. */
const PAN = [16, -32, 25]
const ZOOM = [10, -10, 10, -10, 10, -8]
/** A subject too slow for the whole gesture is measured by as many frames as fit into this. */
const GESTURE_MS = 15_000
const SETTLE_MS = 500

/** Runs in every page, before its own scripts: says which task takes an input. */
function watchInput() {
  for (const kind of ['pointermove', 'wheel', 'click'])
    addEventListener(kind, () => void performance.mark(`bench ${kind}`), { capture: true, passive: true })
}

/** @template T @param {number} ms @param {Promise<T>} work @param {string} what @returns {Promise<T>} */
function within(ms, work, what) {
  const limit = new AbortController()
  const late = sleep(ms, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`${what} took more than ${Math.round(ms / 1000)} s`)
  })
  late.catch(() => {})
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => limit.abort())
}

/** @param {readonly number[]} runs signed numbers of steps */
const stepsOf = (runs) => runs.flatMap((run) => Array.from({ length: Math.abs(run) }, () => Math.sign(run)))

/** @typedef {(act: () => Promise<void>) => Promise<import('./trace.mjs').Trace>} Traced */

/** Records the browser while something is done; one recording at a time. @param {import('playwright').Browser} browser */
function recorder(browser) {
  let isOn = false
  const stop = async () => {
    if (!isOn) return Buffer.of()
    isOn = false
    return browser.stopTracing()
  }
  /** @type {Traced} */
  const traced = async (act) => {
    isOn = true
    await browser.startTracing(undefined, { categories: CATEGORIES })
    await act()
    return readTrace(await stop())
  }
  return { traced, stop }
}

/** Until something has been drawn and a frame has gone by since. @param {import('playwright').Page} page @param {string} what @param {number} limitMs */
async function untilMarked(page, what, limitMs) {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, `bench ${what}`, {
    polling: 200,
    timeout: limitMs,
  })
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
  await sleep(SETTLE_MS)
}

/** @param {import('playwright').Page} page @param {Subject} subject @param {Setting} setting @param {Traced} traced @returns {Promise<Once>} */
async function openAndPaint(page, subject, { home, count, chronology, box, limitMs }, traced) {
  const address = new URL(subject.address({ count, overview: chronology.overview, box }), home).href
  const trace = await traced(async () => {
    await page.goto(address, { waitUntil: 'commit', timeout: limitMs })
    await untilMarked(page, 'shown', limitMs)
  })
  const at = await page.evaluate((file) => {
    const data = performance.getEntriesByType('resource').find(({ name }) => name.endsWith(file))
    const [shown] = performance.getEntriesByName('bench shown')
    if (!(data instanceof PerformanceResourceTiming) || !shown) throw new Error(`Nothing is known of ${file}.`)
    return { data: data.responseEnd, shown: shown.startTime }
  }, subject.dataFile(count))
  return paintOf(trace, at)
}

/** @param {import('playwright').Page} page */
async function weigh(page) {
  const session = await page.context().newCDPSession(page)
  // Twice: what the first pass lets go of may hold on to more.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const heap = await session.send('Runtime.getHeapUsage')
  await session.detach()
  // Elements and canvases live in the browser's own heap, not in the script's.
  const bytes = heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0)
  return { heapMb: bytes / 1e6, nodes: await page.locator('body *').count() }
}

/** @param {import('playwright').Page} page @param {Subject} subject */
async function middleOf(page, subject) {
  const box = await page.locator(subject.chart).boundingBox()
  if (!box) throw new Error('There is no chart.')
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
}

/** One input after another, each in a frame of its own, until the gesture or its time is over. @param {readonly number[]} steps @param {(sign: number) => Promise<void>} act */
async function perform(steps, act) {
  const until = Date.now() + GESTURE_MS
  for (const sign of steps) {
    if (Date.now() > until) return
    await act(sign)
    await sleep(PACE_MS)
  }
}

/** @param {import('playwright').Page} page @param {{ x: number, y: number }} from @param {Traced} traced */
async function pan({ mouse }, { x, y }, traced) {
  let at = x
  const move = async (/** @type {number} */ px) => {
    at += px
    await mouse.move(at, y)
  }
  await mouse.move(at, y)
  await mouse.down()
  // Past the few pixels by which a drag differs from a press.
  await move(-8)
  await move(-8)
  await sleep(SETTLE_MS)
  const trace = await traced(() => perform(stepsOf(PAN), (sign) => move(sign * PAN_PX)))
  await mouse.up()
  return workPerInput(trace, 'pointermove')
}

/** @param {import('playwright').Page} page @param {{ x: number, y: number }} about @param {number} wheelPx @param {Traced} traced */
async function zoom({ mouse, keyboard }, { x, y }, wheelPx, traced) {
  await mouse.move(x, y)
  await keyboard.down('Control')
  await sleep(SETTLE_MS)
  const trace = await traced(() => perform(stepsOf(ZOOM), (sign) => mouse.wheel(0, -sign * wheelPx)))
  await keyboard.up('Control')
  return workPerInput(trace, 'wheel')
}

/**
 * Pan, then zoom, in one window. What is measured is put into `found` as it comes: the limit may fall between the two.
 * @param {import('playwright').Page} page
 * @param {Subject} subject
 * @param {Setting} setting
 * @param {'overview' | 'quarter'} name
 * @param {Traced} traced
 * @param {Gestures} found
 */
async function gesturesIn(page, subject, { count, chronology }, name, traced, found) {
  const window = chronology[name]
  const length = window[1] - window[0]
  const show = async () => {
    await subject.show(page, window, count)
    await sleep(SETTLE_MS)
  }
  await show()
  const about = await middleOf(page, subject)
  found.pan = await pan(page, about, traced)
  const [start] = await subject.readWindow(page)
  if (found.pan.length === stepsOf(PAN).length) found.moved = (start - window[0]) / length
  await show()
  found.zoom = await zoom(page, about, subject.wheelPx, traced)
  const [from, to] = await subject.readWindow(page)
  if (found.zoom.length === stepsOf(ZOOM).length) found.zoomed = (to - from) / length
}

/** @param {import('playwright').Page} page @param {Subject} subject @param {Setting} setting @param {Traced} traced */
async function filter(page, subject, { limitMs, chronology, count }, traced) {
  await subject.show(page, chronology.overview, count)
  const box = subject.half(page)
  await box.scrollIntoViewIfNeeded()
  await box.hover()
  await sleep(SETTLE_MS)
  const trace = await traced(async () => {
    await page.mouse.down()
    await page.mouse.up()
    await untilMarked(page, 'hidden', limitMs)
  })
  await page.mouse.down()
  await page.mouse.up()
  await sleep(SETTLE_MS)
  return filterOf(trace)
}

/**
 * Measures a subject at one size. What it did not manage within the limit is missing from the result, with the reason.
 * @param {Subject} subject
 * @param {Setting} setting
 * @returns {Promise<Cell>}
 */
export async function measureCell(subject, setting) {
  const { browser, count, limitMs } = setting
  /** @type {Cell} */
  const cell = { scripts: [] }
  const { traced, stop } = recorder(browser)
  let stage = 'first paint'
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 })
  const measure = async () => {
    const page = await context.newPage()
    const errors = new Promise((_, reject) => {
      page.on('pageerror', (error) => reject(new Error(`the page failed: ${error.message}`)))
      page.on('crash', () => reject(new Error('the page crashed')))
    })
    page.on('response', (response) => void (/\.m?js$/.test(response.url()) && cell.scripts?.push(response.url())))
    await page.addInitScript(watchInput)
    await subject.prepare?.(page, count)
    const all = async () => {
      cell.paint = await openAndPaint(page, subject, setting, traced)
      Object.assign(cell, await weigh(page))
      stage = 'pan and zoom in the overview'
      await gesturesIn(page, subject, setting, 'overview', traced, (cell.overview = {}))
      stage = 'the filter'
      cell.filter = await filter(page, subject, setting, traced)
      stage = 'pan and zoom in the quarter'
      await gesturesIn(page, subject, setting, 'quarter', traced, (cell.quarter = {}))
    }
    await Promise.race([all(), errors])
  }
  try {
    await within(limitMs, measure(), 'the cell')
  } catch (reason) {
    const [why = ''] = String(reason instanceof Error ? reason.message : reason).split('\n', 1)
    cell.stopped = `${why}, ended in ${stage}`
  } finally {
    // First the page, whose main thread may be busy for minutes; then the recording, which waits for every page.
    await within(20_000, context.close(), 'closing')
    await within(60_000, stop(), 'ending the recording')
  }
  return cell
}
