import { createServer, request as ask } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { launchOptions } from '#tools/browser.mjs'

// Chromium calls its maker whatever it is told; that is not the page's doing.
const MAKER = /(^|\.)(google\.com|googleapis\.com|gvt1\.com)$/

function forward(target: URL, request: IncomingMessage, response: ServerResponse): void {
  const { hostname: host, port, pathname, search } = target
  const path = pathname + search
  const onward = ask({ host, port, path, method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => void response.writeHead(502).end())
  request.pipe(onward)
}

/**
 * Lets a visit happen in a browser whose only way out is a proxy, and returns the hosts it asked for besides this
 * machine: also what the page's own events never tell, such as connections opened and then not used.
 */
export async function hostsAskedFor(visit: (page: Page) => Promise<void>): Promise<string[]> {
  const hosts: string[] = []
  const note = (host: string) => {
    if (!MAKER.test(host)) hosts.push(host)
  }
  const proxy = createServer((request, response) => {
    const target = new URL(request.url ?? '')
    if (target.hostname === '127.0.0.1') return forward(target, request, response)
    note(target.hostname)
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    note((request.url ?? '').replace(/:\d+$/, ''))
    socket.on('error', () => {})
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const at = proxy.address()
  const port = typeof at === 'object' && at ? at.port : 0
  const browser = await chromium.launch({
    ...launchOptions(),
    // Chromium goes past a proxy to its own machine unless told not to.
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
  })
  try {
    await visit(await browser.newPage())
  } finally {
    await browser.close()
    proxy.closeAllConnections()
    proxy.close()
  }
  return hosts
}
