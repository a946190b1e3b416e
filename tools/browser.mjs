// Finds a Chromium-family browser, or brings one. Built-ins only: this is read before anything is installed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { npm } from './dependencies.mjs'
import { locked } from './lock.mjs'
import { root } from './root.mjs'

/** @typedef {{ how: string, path?: string, env?: Record<string, string> }} Browser */

const OLDEST = 123
const cache = path.join(root, 'node_modules', '.cache', 'throughline')
const recordFile = path.join(cache, 'browser.json')
const require = createRequire(path.join(root, 'package.json'))

// The sandbox needs rights that containers and root lack; the rest keeps the browser from talking to its maker.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** @param {string} name */
const onPath = (name) =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Places where an installed browser may be, the developer's own wish first. @returns {string[]} */
function candidates() {
  const env = process.env
  const wished = [env['CHROME_BIN'], env['CHROMIUM_BIN'], env['PUPPETEER_EXECUTABLE_PATH']]
  const usual = {
    darwin: () =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
        ['', env['HOME'] ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
      ),
    win32: () =>
      [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ]),
    linux: () =>
      [
        'chromium',
        'chromium-browser',
        'google-chrome-stable',
        'google-chrome',
        'microsoft-edge-stable',
        'microsoft-edge',
        'brave-browser',
      ].flatMap(onPath),
  }
  const rest = process.platform === 'darwin' || process.platform === 'win32' ? usual[process.platform]() : usual.linux()
  return [...new Set([...wished, ...rest].flatMap((file) => file || []))]
}

/**
 * A file that exists is not proof: some systems ship a stub that only asks for another package to be installed.
 * @param {string} file
 */
function answersVersion(file) {
  if (process.platform === 'win32') return existsSync(file)
  const run = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  const version = /(?:Chromium|Chrome|Edge|Brave)[^\d]*(\d+)\./.exec(run.stdout ?? '')
  return run.status === 0 && Number(version?.[1] ?? 0) >= OLDEST
}

const playwrightVersion = () => require('playwright/package.json').version

/** @param {Browser} browser */
const optionsFor = (browser) => ({
  ...(browser.path ? { executablePath: browser.path } : {}),
  args: ARGS,
  env: { ...process.env, ...browser.env },
})

/** @param {Browser} browser */
async function opensPage(browser) {
  try {
    const running = await require('playwright').chromium.launch({ ...optionsFor(browser), timeout: 60_000 })
    try {
      const page = await running.newPage()
      await page.setContent('<p>ok</p>')
      console.log(`Tests will use: ${browser.how}, version ${running.version()}`)
      return true
    } finally {
      await running.close()
    }
  } catch (reason) {
    console.log(`${browser.how} does not start: ${String(reason).split('\n', 3).join(' ').slice(0, 240)}`)
    return false
  }
}

/** @returns {Browser[]} */
function installed() {
  return candidates()
    .filter((file) => isExecutable(file) && answersVersion(file))
    .map((file) => ({ how: `installed browser ${path.basename(file)}`, path: file }))
}

/** @returns {Browser[]} */
function downloadedByPlaywright() {
  console.log('No installed browser can be used; trying the one Playwright downloads')
  // Without --with-deps, which as root would upgrade unrelated packages of the system.
  const cli = path.join(path.dirname(require.resolve('playwright/package.json')), 'cli.js')
  const args = [cli, 'install', '--only-shell', 'chromium']
  const run = spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 5 * 60_000 })
  return run.status === 0 ? [{ how: 'browser downloaded by Playwright' }] : []
}

/** @returns {Browser[]} */
function shippedByNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  console.log('Trying the Chromium that comes as an npm package')
  const folder = path.join(root, 'tools', 'chromium')
  if (!npm(['ci', '--no-audit', '--no-fund', '--prefer-offline'], folder)) return []
  const unpacked = path.join(cache, 'chromium')
  rmSync(unpacked, { recursive: true, force: true })
  mkdirSync(unpacked, { recursive: true })
  const address = pathToFileURL(createRequire(path.join(folder, 'package.json')).resolve('@sparticuz/chromium')).href
  const code = `const m = await import(${JSON.stringify(address)}); const c = m.default?.default ?? m.default; process.stdout.write(await c.executablePath())`
  // It unpacks into TMPDIR, and brings the libraries it needs only where it believes itself on that platform.
  const env = { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, encoding: 'utf8', env })
  if (run.status !== 0) {
    console.log(run.stderr.slice(0, 400))
    return []
  }
  const libraries = [path.join(unpacked, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return [{ how: 'Chromium from npm', path: run.stdout.trim(), env: { LD_LIBRARY_PATH: libraries } }]
}

/** @returns {Browser[]} */
function packagedBySystem() {
  const isRoot = process.getuid?.() === 0
  if (process.platform !== 'linux' || !onPath('apt-get').some(isExecutable)) return []
  // Changing somebody's own system is theirs to decide; a build machine exists for it.
  if (!isRoot && !process.env['CI']) return []
  console.log('Trying the package of the distribution')
  const sudo = isRoot ? [] : ['sudo', '-n']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', '--no-remove', 'chromium'],
  ]) {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args]
    spawnSync(command, rest, { stdio: ['ignore', 'inherit', 'inherit'], env, timeout: 10 * 60_000 })
  }
  return installed()
}

/** @returns {(Browser & { playwright?: string }) | undefined} */
function recorded() {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8'))
  } catch {
    return undefined
  }
}

function isRecorded() {
  const browser = recorded()
  return browser?.playwright === playwrightVersion() && (!browser?.path || existsSync(browser.path))
}

/** What the browser tests start the browser with. */
export function launchOptions() {
  const browser = recorded()
  if (!browser) throw new Error('No browser is recorded: npm test finds or installs one.')
  return optionsFor(browser)
}

async function findBrowser() {
  const ladder = [installed, () => [{ how: 'browser Playwright has' }], downloadedByPlaywright, shippedByNpm]
  for (const rung of [...ladder, packagedBySystem])
    for (const browser of rung()) if (await opensPage(browser)) return browser
  throw new Error(
    'No Chromium-family browser starts here. Install Chrome, Edge or Chromium, or name one in CHROME_BIN.',
  )
}

export async function ensureBrowser() {
  if (isRecorded()) return
  await locked('browser', async () => {
    if (isRecorded()) return
    const browser = await findBrowser()
    mkdirSync(cache, { recursive: true })
    writeFileSync(recordFile, JSON.stringify({ ...browser, playwright: playwrightVersion() }))
  })
}
