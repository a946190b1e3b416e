// Who is measured, and how each is driven: with what a reader has, a mouse and an address.
import { HIDDEN_FAMILY } from './chronology.mjs'

/**
 * `wheelPx` is the turn of the wheel that zooms by about a tenth; `drawn` whether it draws all marks in the DOM, on a
 * canvas, or is one of the two all others are compared with.
 * @typedef {import('playwright').Page} Page
 * @typedef {import('./chronology.mjs').Window} Window
 * @typedef {{ width: number, height: number }} Box
 * @typedef {{
 *   name: string, label: string, kind: 'ours' | 'floor' | 'dom' | 'canvas', wheelPx: number, chart: string,
 *   address: (of: { count: number, overview: Window, box: Box }) => string,
 *   dataFile: (count: number) => string,
 *   prepare?: (page: Page, count: number) => Promise<unknown>,
 *   show: (page: Page, window: Window, count: number) => Promise<void>,
 *   readWindow: (page: Page) => Promise<Window>,
 *   half: (page: Page) => import('playwright').Locator,
 * }} Subject
 */

/** @param {number} count */
export const caseId = (count) => `bench-${count}`

/** What the filter leaves out is hidden, as the peers hide it, not dimmed. @param {number} count @param {Window} window */
function hashOf(count, window) {
  const [from, to] = window.map((at) => new Date(at).toISOString().slice(0, 16))
  return `#/case/${caseId(count)}?from=${from}&to=${to}&filtered=hidden&lanes=all&v=1`
}

/**
 * Runs in the app's page. React has put its elements in place before a frame begins, so a look at the start of each
 * frame finds them in the frame that is about to show them.
 * @param {{ id: string, lanesLeft: number }} of
 */
function watchApp({ id, lanesLeft }) {
  sessionStorage.setItem('throughline.passed', id)
  /** @param {string} what @param {() => boolean} isThere */
  const tell = (what, isThere) => {
    const look = () => void (isThere() ? performance.mark(`bench ${what}`) : requestAnimationFrame(look))
    requestAnimationFrame(look)
  }
  const lanes = () => document.querySelectorAll('[role="grid"] [role="row"][data-agency]').length
  tell('shown', () => document.querySelector('[data-ready="true"] [role="grid"] .pan *:not(:empty)') !== null)
  addEventListener('change', () => tell('hidden', () => lanes() === lanesLeft), { capture: true, once: true })
}

/** @type {Subject} */
const ours = {
  name: 'ours',
  label: 'Throughline, as built',
  kind: 'ours',
  wheelPx: 45,
  chart: '[data-ready="true"]',
  address: ({ count, overview }) => `app/${hashOf(count, overview)}`,
  dataFile: (count) => `cases/${caseId(count)}.json`,
  prepare: (page, count) => page.addInitScript(watchApp, { id: caseId(count), lanesLeft: 6 }),
  async show(page, window, count) {
    await page.evaluate(
      (hash) => {
        location.hash = hash
      },
      hashOf(count, window),
    )
  },
  async readWindow(page) {
    // The address follows 150 ms behind.
    await page.waitForTimeout(300)
    const hash = await page.evaluate(() => location.hash)
    const query = new URLSearchParams(hash.slice(hash.indexOf('?') + 1))
    return [Date.parse(`${query.get('from')}Z`), Date.parse(`${query.get('to')}Z`)]
  },
  // One press on the family hides its six agencies.
  half: (page) =>
    page
      .getByRole('group', { name: 'Agencies', exact: true })
      .getByRole('checkbox', { name: HIDDEN_FAMILY.name, exact: true }),
}

/** @param {Pick<Subject, 'name' | 'label' | 'kind' | 'wheelPx'>} of @returns {Subject} */
const peer = (of) => ({
  ...of,
  chart: '#chart',
  address: ({ count, box }) => `peers/${of.name}.html?data=../data/${count}.json&w=${box.width}&h=${box.height}`,
  dataFile: (count) => `data/${count}.json`,
  async show(page, window) {
    await page.evaluate(([from, to]) => Reflect.get(globalThis, 'bench').show(from, to), window)
  },
  readWindow: (page) => page.evaluate(() => Reflect.get(globalThis, 'bench').window()),
  half: (page) => page.locator('#half'),
})

/** @type {readonly Subject[]} */
export const SUBJECTS = [
  ours,
  peer({ name: 'floor', label: 'bare canvas (floor)', kind: 'floor', wheelPx: 95 }),
  peer({ name: 'd3', label: 'plain d3, SVG', kind: 'dom', wheelPx: 95 }),
  peer({ name: 'vis', label: 'vis-timeline 8.5, not stacked', kind: 'dom', wheelPx: 30 }),
  peer({ name: 'rct', label: 'react-calendar-timeline 0.30 beta', kind: 'dom', wheelPx: 5 }),
  peer({ name: 'echarts', label: 'ECharts 6 custom series', kind: 'canvas', wheelPx: 100 }),
]

/** The box of the app's chart on this screen, which the peers get too. @param {import('playwright').Browser} browser @param {string} home @param {number} count @param {Window} overview @returns {Promise<Box>} */
export async function measureBox(browser, home, count, overview) {
  const page = await browser.newPage({ viewport: VIEWPORT })
  try {
    await ours.prepare?.(page, count)
    await page.goto(new URL(ours.address({ count, overview, box: VIEWPORT }), home).href)
    const box = await page.locator(ours.chart).boundingBox()
    if (!box) throw new Error('The app shows no chart.')
    return { width: Math.round(box.width), height: Math.round(box.height) }
  } finally {
    await page.close()
  }
}

export const VIEWPORT = { width: 1600, height: 900 }
