// Installs what is missing: node tools/setup.mjs
import { ensureDependencies } from './dependencies.mjs'

await ensureDependencies().catch((reason) => {
  console.error(String(reason.message ?? reason))
  process.exitCode = 1
})
