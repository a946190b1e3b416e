// Runs the named checks, or all of them: node tools/check.mjs [name…]
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { root } from './root.mjs'
import { closingLine, countPlaywright, countVitest, sumCounts } from './count.mjs'

const results = path.join(root, 'test-results')
const report = (/** @type {string} */ name) => path.join(results, `${name}.json`)

/** A package's own command, run by this Node: no shell, so any path will do. @param {string} name @param {string} [command] */
function bin(name, command = name) {
  const folder = path.join(root, 'node_modules', name)
  return path.join(folder, JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).bin[command])
}

/**
 * `count` reads how many tests ran from the text of a report; `needs` names a check without which this one means nothing;
 * `tells` has its output shown whatever the outcome.
 * @typedef {{ run: () => string[], env?: Record<string, string>, count?: (report: string) => import('./count.mjs').Counts, needs?: string, tells?: boolean }} Check
 * @type {Record<string, Check>}
 */
const CHECKS = {
  format: { run: () => [bin('oxfmt'), '--check'] },
  lint: { run: () => [bin('oxlint')] },
  types: { run: () => [bin('typescript', 'tsc')] },
  pure: { run: () => [bin('typescript', 'tsc'), '-p', 'tsconfig.pure.json'] },
  unused: { run: () => [bin('knip')] },
  unit: {
    run: () => [bin('vitest'), 'run', '--reporter=dot', '--reporter=json', `--outputFile=${report('unit')}`],
    count: (report) => countVitest(JSON.parse(report)),
  },
  build: { run: () => ['tools/build.mjs'] },
  browser: {
    run: () => [bin('@playwright/test', 'playwright'), 'test', '-c', 'tests/browser', '--pass-with-no-tests'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('browser') },
    count: (report) => countPlaywright(JSON.parse(report)),
    needs: 'build',
  },
  size: { run: () => ['tools/size.mjs'], needs: 'build', tells: true },
}

/**
 * @param {Check} check
 * @param {boolean} aloud whether to show the output as it comes
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
async function runCheck(check, aloud) {
  // Each tool has its own idea of it, and an inherited one would decide what is built and tested.
  const { NODE_ENV: _, ...rest } = process.env
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: '0' }
  const env = { ...rest, ...colour, ...check.env }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, check.run(), {
      cwd: root,
      env,
      stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    child.on('error', (reason) => resolve({ ok: false, output: String(reason) }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** @param {string} name @param {Check} check */
function countOf(name, check) {
  if (!check.count) return undefined
  try {
    return check.count(readFileSync(report(name), 'utf8'))
  } catch {
    return undefined
  }
}

/** @typedef {{ name: string, ok: boolean, counts?: import('./count.mjs').Counts | undefined }} Outcome */

/** @param {string} name @param {readonly Outcome[]} before @param {boolean} aloud @returns {Promise<Outcome>} */
async function perform(name, before, aloud) {
  const check = CHECKS[name]
  if (!check) throw new Error(`There is no check called ${name}; there are ${Object.keys(CHECKS).join(', ')}.`)
  if (before.some((one) => one.name === check.needs && !one.ok)) {
    console.log(`✗ ${name.padEnd(8)} not run: it needs ${check.needs}`)
    return { name, ok: false }
  }
  rmSync(report(name), { force: true })
  const since = Date.now()
  // A tool that cannot even be started fails its own check only.
  const { ok, output } = await runCheck(check, aloud).catch((reason) => ({ ok: false, output: String(reason) }))
  const counts = countOf(name, check)
  const seconds = `${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(7)
  const tests = counts ? `  ${closingLine(counts)}${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}` : ''
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(8)} ${seconds}${tests}`)
  if (!aloud && (!ok || check.tells)) console.log(`\n${output.trim().replace(/^/gm, '    ')}\n`)
  return { name, ok, counts }
}

/** @param {readonly Outcome[]} outcomes */
function conclude(outcomes) {
  const failing = outcomes.filter((one) => !one.ok)
  if (failing.length > 0) {
    console.log(`\n${failing.length} of ${outcomes.length} checks failed: ${failing.map((one) => one.name).join(', ')}`)
    process.exitCode = 1
  }
  if (!outcomes.some((one) => CHECKS[one.name]?.count)) return
  const sum = sumCounts(outcomes)
  if (sum.passed + sum.failed === 0) {
    console.log('\nNo test ran.')
    process.exitCode = 1
  }
  console.log(`\n${closingLine(sum)}`)
}

async function main() {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CHECKS)
  await ensureDependencies()
  // The check for unused code reads the settings of the browser tests, which name the browser.
  if (names.includes('browser') || names.includes('unused')) await ensureBrowser()
  mkdirSync(results, { recursive: true })
  /** @type {Outcome[]} */
  const outcomes = []
  // One after the other: side by side they would take each other's processors and blur the seconds.
  for (const name of names) outcomes.push(await perform(name, outcomes, names.length === 1))
  conclude(outcomes)
}

await main().catch((reason) => {
  console.error(String(reason.message ?? reason))
  process.exitCode = 1
})
