import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '#tools/root.mjs'
import { axe, expect, siteUrl, test, watch } from './harness.ts'
import { hostsAskedFor } from './wire.ts'

const cases = readdirSync(path.join(root, 'data', 'cases'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => path.basename(name, '.json'))
const routes = ['#/', ...cases.map((id) => `#/case/${id}`)]

async function open(page: Page, route: string): Promise<void> {
  await page.goto(siteUrl(route))
  await expect(page.locator('#root')).not.toBeEmpty()
  await page.waitForLoadState('networkidle')
}

for (const route of routes) {
  test(`${route} opens below a sub-path without an error, a breach of its policy or a request elsewhere`, async ({
    page,
  }) => {
    await open(page, route)
    await expect(page).toHaveTitle(/Throughline/)
  })

  test(`${route} has no fault that axe can find`, async ({ page }) => {
    await open(page, route)
    expect(await axe(page)).toEqual([])
  })
}

test('nothing but the page’s own host is asked for, even behind the page’s back', async () => {
  const hosts = await hostsAskedFor(async (page) => {
    for (const route of routes) await open(page, route)
  })
  expect(hosts).toEqual([])
})

test('without script the page says why it is empty', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(siteUrl())
  await expect(page.locator('noscript p')).toBeVisible()
  await page.close()
})

// Guards that never ring are worth nothing, so each is rung once.
test.describe('the guards', () => {
  test('the proxy sees a host that a page without a policy asks for', async () => {
    const hosts = await hostsAskedFor(async (page) => {
      await page.goto('about:blank')
      await page.evaluate(async () => {
        await fetch('https://leak.example/x', { mode: 'no-cors' }).catch(() => undefined)
      })
    })
    expect(hosts).toContain('leak.example')
  })

  test('the page’s policy stops what would leave, and the listeners tell', async ({ browser }) => {
    const context = await browser.newContext()
    const faults = await watch(context, siteUrl())
    const page = await context.newPage()
    await page.goto(siteUrl())
    await page.evaluate(async () => {
      new Image().src = 'https://leak.example/x'
      await fetch('https://leak.example/y').catch(() => undefined)
      try {
        Reflect.set(document.body, 'innerHTML', '<b>markup</b>')
      } catch {
        console.error('innerHTML is refused')
      }
    })
    const seen = () => faults.seen().join('\n')
    await expect.poll(seen).toContain('policy: img-src stopped https://leak.example/x')
    await expect.poll(seen).toContain('policy: connect-src stopped https://leak.example/y')
    await expect.poll(seen).toContain('policy: require-trusted-types-for stopped trusted-types-sink')
    expect(seen()).toContain('console: innerHTML is refused')
    expect(seen()).toContain('request to https://leak.example/x')
    await context.close()
  })

  test('axe finds a fault that is put in its way', async ({ page }) => {
    await page.goto(siteUrl())
    await page.evaluate(() => document.body.append(document.createElement('button')))
    expect((await axe(page)).join()).toContain('button-name')
  })
})
