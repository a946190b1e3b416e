import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test as base, expect } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import type axeCore from 'axe-core'

declare global {
  /** What the tests put into the page. */
  var axe: typeof axeCore
  var reportViolation: (text: string) => void
}

/** Where the built site is, with the slash at its end; routes follow as `#/…`. */
export function siteUrl(route = ''): string {
  return new URL(route, process.env['SITE_URL']).href
}

/** What went wrong in a page that nobody asked about. A test that provokes something says so with `allow`. */
export interface Faults {
  /** Faults that match are expected in this test. */
  readonly allow: (pattern: RegExp) => void
  /** Those seen so far and not allowed, in the order they came. */
  readonly seen: () => readonly string[]
}

/** Listens to everything a page says or asks for, from before its first script. */
export async function watch(context: BrowserContext, home: string): Promise<Faults> {
  const faults: string[] = []
  const allowed: RegExp[] = []
  const leaves = (address: string) => {
    const { protocol, origin, host } = new URL(address)
    if (protocol === 'data:' || protocol === 'blob:') return false
    return origin !== new URL(home).origin && !(protocol === 'ws:' && host === new URL(home).host)
  }
  context.on('request', (request) => {
    if (leaves(request.url())) faults.push(`request to ${request.url()}`)
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (leaves(socket.url())) faults.push(`web socket to ${socket.url()}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => {
    faults.push(`error: ${error.error().message}`)
  })
  await context.exposeFunction('reportViolation', (text: string) => {
    faults.push(`policy: ${text}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      globalThis.reportViolation(`${violatedDirective} stopped ${blockedURI}`)
    })
  })
  return {
    allow: (pattern) => void allowed.push(pattern),
    seen: () => faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
  }
}

/** A test that also fails on an error, a breach of the page's policy or a request to anywhere else. */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ context }, use) => {
      const faults = await watch(context, siteUrl())
      await use(faults)
      expect(faults.seen(), 'what the page did that nobody asked for').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds in the page as it stands, one line per finding and place; pop-ups should be closed. */
export async function axe(page: Page): Promise<string[]> {
  // As a debugger's expression: a script element would not get past the page's policy.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
  })
}
