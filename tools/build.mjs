// Checks the data, builds the site and puts it in dist/ in one move: node tools/build.mjs
import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { locked } from './lock.mjs'
import { root } from './root.mjs'

/** @param {readonly string[]} args */
function run(args) {
  return spawnSync(process.execPath, [...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

const [site, next, last] = /** @type {const} */ (['dist', 'dist.next', 'dist.last'])
const place = (/** @type {string} */ name) => path.join(root, name)

function build() {
  if (!run(['tools/run.mjs', 'tools/data.ts'])) return false
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn']
  if (!run(vite)) return false
  // Swapped, not overwritten: a site that is being looked at or tested keeps its files while another command builds.
  rmSync(place(last), { recursive: true, force: true })
  if (existsSync(place(site))) renameSync(place(site), place(last))
  renameSync(place(next), place(site))
  rmSync(place(last), { recursive: true, force: true })
  return true
}

if (!(await locked('build', build))) process.exitCode = 1
