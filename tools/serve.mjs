import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Which file an address stands for; undefined when it stands for none that may be given out.
 * @param {string} address as in the request: escaped, perhaps with a query
 * @param {{ folder: string, base: string }} site
 */
function fileFor(address, { folder, base }) {
  let place
  try {
    place = decodeURIComponent(address.replace(/[?#].*$/s, ''))
  } catch {
    return undefined
  }
  if (!place.startsWith(base) || place.includes('\0')) return undefined
  const inside = place.slice(base.length)
  const file = path.join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside)
  return file.startsWith(folder + path.sep) ? file : undefined
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>} the port in use: the wished one or the next that is free
 */
async function listen(server, port) {
  for (let next = port; ; next += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(next, '127.0.0.1', () => {
          server.off('error', reject)
          resolve(undefined)
        })
      })
      const at = server.address()
      return at && typeof at === 'object' ? at.port : next
    } catch (reason) {
      const taken = reason instanceof Error && 'code' in reason && reason.code === 'EADDRINUSE'
      if (!taken || next >= port + 100) throw reason
    }
  }
}

/** @param {string} file @param {number} length */
function headersFor(file, length) {
  return {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': length,
    'cache-control': /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // The page's own policy cannot say this one: browsers ignore it in a meta element.
    'content-security-policy': "frame-ancestors 'none'",
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ folder: string, base: string }} site
 */
async function answer(request, response, site) {
  const address = request.url ?? '/'
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end()
  // Without the last slash every relative address in the page would point one level too high.
  if (address === site.base.slice(0, -1)) return response.writeHead(301, { location: site.base }).end()
  const file = fileFor(address, site)
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined)
  if (file === undefined || body === undefined)
    return response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
  return response.writeHead(200, headersFor(file, body.length)).end(request.method === 'HEAD' ? undefined : body)
}

/**
 * Gives out a folder on this machine only, as any static host would.
 * @param {{ folder: string, base?: string, port?: number }} options `base` starts and ends with a slash; port 0 is any
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder, base = '/', port = 0 }) {
  const site = { folder: path.resolve(folder), base }
  const server = createServer((request, response) => void answer(request, response, site))
  const used = await listen(server, port)
  return {
    url: `http://127.0.0.1:${used}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
