// The temporary site: the app as it is built, with generated cases in it, and a page for each peer beside it.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, runnerImport } from 'vite'
import { findMissing, npm } from '../tools/dependencies.mjs'
import { firstDownload } from '../tools/first-download.mjs'
import { locked } from '../tools/lock.mjs'
import { root } from '../tools/root.mjs'
import { generate, toCaseFile, toPeerData } from './chronology.mjs'
import { caseId } from './subjects.mjs'

const here = path.join(root, 'bench')

/** Installs the peers, which nothing but the bench needs. */
export async function ensurePeers() {
  await locked('bench', () => {
    if (findMissing(here).length === 0) return
    console.log('Installing the peers (npm ci in bench/)')
    if (!npm(['ci', '--no-audit', '--no-fund', '--prefer-offline'], here)) throw new Error('npm ci failed in bench/.')
  })
}

function buildApp() {
  const run = spawnSync(process.execPath, [path.join(root, 'tools', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (run.status !== 0) throw new Error('The site was not built; the reasons are above.')
}

/** @param {readonly string[]} names @param {string} folder */
async function buildPeers(names, folder) {
  const pages = path.join(here, 'pages')
  await build({
    configFile: false,
    root: pages,
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: Infinity,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: names.map((name) => path.join(pages, `${name}.html`)),
        checks: { pluginTimings: false },
      },
    },
  })
}

/**
 * @param {readonly number[]} sizes
 * @param {number} seed
 * @param {readonly string[]} peers
 * @returns {Promise<{ folder: string, chronologies: Map<number, import('./chronology.mjs').Chronology>, remove: () => void }>}
 */
export async function makeSite(sizes, seed, peers) {
  buildApp()
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'))
  const app = path.join(folder, 'app')
  const data = path.join(folder, 'data')
  cpSync(path.join(root, 'dist'), app, { recursive: true })
  mkdirSync(data)
  const chronologies = new Map(sizes.map((count) => [count, generate(count, seed)]))
  for (const [count, chronology] of chronologies) {
    const id = caseId(count)
    writeFileSync(path.join(app, 'cases', `${id}.json`), JSON.stringify(toCaseFile(chronology, id)))
    writeFileSync(path.join(data, `${count}.json`), JSON.stringify(toPeerData(chronology)))
  }
  if (peers.length > 0) await buildPeers(peers, path.join(folder, 'peers'))
  return { folder, chronologies, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Refuses generated files that the app would refuse. @param {string} folder @param {readonly number[]} sizes */
export async function checkCases(folder, sizes) {
  const reader = path.join(root, 'src', 'model', 'parse-case.ts')
  const { module } = await runnerImport(reader, { root, configFile: false, logLevel: 'error' })
  for (const count of sizes) {
    const text = readFileSync(path.join(folder, 'app', 'cases', `${caseId(count)}.json`), 'utf8')
    const { ok, problems } = module.parseCaseText(text)
    if (!ok) throw new Error(`The generated case of ${count} events is not valid: ${JSON.stringify(problems[0])}`)
  }
}

/** @param {string} file */
const gzipBytes = (file) => gzipSync(readFileSync(file), { level: 9 }).length

/** What a page's scripts weigh, compressed. @param {string} folder @param {readonly string[]} addresses */
export function weighScripts(folder, addresses) {
  const files = new Set(addresses.map((address) => path.join(folder, new URL(address).pathname)))
  return [...files].reduce((sum, file) => sum + gzipBytes(file), 0)
}

/** @param {string} folder @returns {string[]} the packages its sources name */
function packagesOf(folder) {
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
  const named = sources.flatMap((text) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'.#][^']*)'/g)])
  return named.map(([, name = '']) => (/^(?:@[^/]+\/)?[^/]+/.exec(name) ?? [''])[0])
}

/** @typedef {{ bytes: number, strays: readonly string[], exchanges: boolean }} FirstDownload */

/**
 * What a reader downloads before anything is shown, fonts and case data aside, and what of it imports or exports
 * files: modules of `src/exchange`, and packages that nothing else names.
 * @param {string} folder
 * @returns {Promise<FirstDownload>}
 */
export async function findFirstDownload(folder) {
  const site = path.join(folder, 'app')
  const files = ['index.html', ...firstDownload(readFileSync(path.join(site, 'index.html'), 'utf8'))]
  const bytes = files.reduce((sum, name) => sum + gzipBytes(path.join(site, name)), 0)
  const exchange = path.join(root, 'src', 'exchange')
  if (!existsSync(exchange)) return { bytes, strays: [], exchanges: false }
  const rooms = readdirSync(path.join(root, 'src')).map((name) => path.join(root, 'src', name))
  const elsewhere = new Set(rooms.filter((room) => room !== exchange).flatMap(packagesOf))
  const places = [
    exchange,
    ...packagesOf(exchange)
      .filter((name) => !elsewhere.has(name))
      .map((name) => path.join(root, 'node_modules', name)),
  ]
  const modules = await modulesAtFirst()
  const strays = modules.filter((id) => places.some((place) => id.startsWith(place + path.sep)))
  return { bytes, strays: strays.map((id) => path.relative(root, id)), exchanges: true }
}

/** Every module of the built app that is loaded before anything is shown: the entry's chunk and those it names. */
async function modulesAtFirst() {
  const built = await build({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const chunks = new Map(output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])))
  const first = new Set([...chunks.values()].filter(({ isEntry }) => isEntry))
  for (const chunk of first)
    for (const name of chunk.imports) {
      const other = chunks.get(name)
      if (other) first.add(other)
    }
  return [...first].flatMap(({ moduleIds }) => moduleIds.map((id) => path.normalize(id)))
}
