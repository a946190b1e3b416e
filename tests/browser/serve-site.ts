import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from '#tools/root.mjs'
import { serve } from '#tools/serve.mjs'

/** Serves the site as it was built, below a sub-path, as a trust's web server might. */
export default async function serveSite(): Promise<() => Promise<void>> {
  const folder = path.join(root, 'dist')
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error('There is no built site: npm run build makes one.')
  const { url, close } = await serve({ folder, base: '/any/sub/path/' })
  process.env['SITE_URL'] = url
  return close
}
