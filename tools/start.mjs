// npm start: installs what is missing, builds, serves and opens. npm start -- --base /reviews/ --port 8080
import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDependencies } from './dependencies.mjs'
import { root } from './root.mjs'
import { serve } from './serve.mjs'

/** @returns {string[] | undefined} the command that shows an address, where somebody is there to see it */
function opener() {
  const { CI, BROWSER, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env
  if (CI || SSH_CONNECTION || BROWSER === 'none') return undefined
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '']
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : undefined
}

/** @param {string} url */
function open(url) {
  const [command, ...args] = opener() ?? []
  if (!command) return
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  // The address is on the screen already; a desktop without an opener is no reason to stop.
  child.on('error', () => {})
  child.unref()
}

/** A script that stops npm means the server too, and npm does not pass that on. */
function endWithParent() {
  const parent = process.ppid
  if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid === parent || process.exit(), 500).unref()
}

async function start() {
  const { values } = parseArgs({ options: { base: { type: 'string' }, port: { type: 'string' } } })
  const base = `/${values.base ?? ''}/`.replace(/\/+/g, '/')
  await ensureDependencies()
  const build = spawnSync(process.execPath, [path.join(root, 'tools', 'build.mjs')], { stdio: 'inherit' })
  if (build.status !== 0) throw new Error('The site was not built; the reasons are above.')
  const port = Number(values.port ?? process.env['PORT'] ?? 4173)
  const { url } = await serve({ folder: path.join(root, 'dist'), base, port })
  console.log(`\nThroughline is at ${url}\nCtrl-C stops it.`)
  open(url)
  endWithParent()
}

await start().catch((reason) => {
  console.error(String(reason.message ?? reason))
  process.exitCode = 1
})
