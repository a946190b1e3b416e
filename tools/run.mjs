// Runs a TypeScript tool on any Node the project supports: node tools/run.mjs tools/data.ts [arguments]
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const [tool, ...args] = process.argv.slice(2)
const { module } = await runnerImport(path.resolve(root, tool ?? ''), {
  root,
  configFile: false,
  logLevel: 'error',
})
process.exitCode = await module.main(args, { root, cwd: process.cwd() })
