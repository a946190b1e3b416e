// Built-ins only: this runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { locked } from './lock.mjs'
import { root } from './root.mjs'

/** @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

/** @param {string} file @returns {Record<string, Entry>} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}

/** @param {Entry} entry */
function isDue(entry) {
  if (!entry.optional) return true
  // Which C library is in use is npm's to find out, so what depends on it is not counted as missing.
  if (!entry.os || !entry.cpu || entry.libc) return false
  return entry.os.includes(process.platform) && entry.cpu.includes(process.arch)
}

/**
 * Packages the lock file names and node_modules lacks or holds in another version.
 * npm writes its own record last, so an install that was cut short counts as missing.
 * @param {string} folder
 */
export function findMissing(folder) {
  const want = readPackages(path.join(folder, 'package-lock.json'))
  const have = readPackages(path.join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(want)
    .filter(([place, entry]) => place !== '' && isDue(entry))
    .filter(([place, entry]) => have[place]?.version !== entry.version || !existsSync(path.join(folder, place)))
    .map(([place]) => place)
}

/**
 * @param {readonly string[]} args
 * @param {string} folder
 */
export function npm(args, folder) {
  const cli = process.env['npm_execpath'] ?? ''
  const known = /npm-cli\.c?js$/.test(cli)
  // An inherited "production" would leave out everything that builds and tests.
  const { NODE_ENV: _, ...rest } = process.env
  const env = { ...rest, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  const run = spawnSync(known ? process.execPath : 'npm', known ? [cli, ...args] : [...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !known && process.platform === 'win32',
  })
  return run.status === 0
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
}

export async function ensureDependencies() {
  checkNode()
  if (findMissing(root).length === 0) return
  await locked('install', () => {
    if (findMissing(root).length === 0) return
    console.log('Installing dependencies (npm ci)')
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline']
    if (!npm(args, root)) throw new Error('npm ci failed; what it said is above.')
  })
}
