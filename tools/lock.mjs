import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './root.mjs'

const PATIENCE_MS = 15 * 60_000
const BIRTH_MS = 5_000

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** @param {string} file */
function isHeld(file) {
  const owner = read(file)
  if (owner === undefined) return false
  // Between creating the file and writing the number in it, an owner is nameless for a moment.
  if (owner === '') return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < BIRTH_MS
  try {
    process.kill(Number(owner), 0)
    return true
  } catch (reason) {
    return reason instanceof Error && 'code' in reason && reason.code === 'EPERM'
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'EEXIST') return false
    throw reason
  }
}

/** @param {string} file */
function clearDead(file) {
  // Renaming first lets only one of several waiting processes clear it.
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  rmSync(aside, { force: true })
}

/**
 * One process at a time per copy of the repository, so that two commands may be typed together on a fresh clone.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function locked(name, work) {
  const copy = createHash('sha256').update(root).digest('hex').slice(0, 16)
  // Outside the repository: `npm ci` removes node_modules, and a lock must outlive that.
  const file = path.join(tmpdir(), `throughline-${copy}-${name}.lock`)
  const since = Date.now()
  while (!take(file)) {
    if (!isHeld(file)) clearDead(file)
    else if (Date.now() - since > PATIENCE_MS) throw new Error(`Another ${name} has held ${file} for 15 minutes.`)
    else await sleep(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
