// Weighs the first download of the built site: node tools/size.mjs
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstDownload } from './first-download.mjs'
import { root } from './root.mjs'

/** 200 kB, compressed: about a second on a slow mobile line. */
const MOST_BYTES = 200_000

function weigh() {
  const site = path.join(root, 'dist')
  const files = ['index.html', ...firstDownload(readFileSync(path.join(site, 'index.html'), 'utf8'))]
  const rows = files.map((name) => ({
    name: path.normalize(name),
    bytes: gzipSync(readFileSync(path.join(site, name)), { level: 9 }).length,
  }))
  const total = rows.reduce((sum, row) => sum + row.bytes, 0)
  for (const row of [...rows, { name: 'together', bytes: total }, { name: 'at most', bytes: MOST_BYTES }])
    console.log(`${(row.bytes / 1000).toFixed(1).padStart(7)} kB  ${row.name}`)
  if (!files.some((name) => name.endsWith('.js'))) throw new Error('The page asks for no script: nothing was weighed.')
  if (total > MOST_BYTES) throw new Error('The first download is too heavy.')
}

try {
  weigh()
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
}
