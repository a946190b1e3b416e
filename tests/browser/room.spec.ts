import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ODD_CASES } from '#tests/fixtures/odd-cases.ts'
import { expect, siteUrl, test } from './harness.ts'
import { focused, markPlaces, openCase, plotBox } from './reader.ts'

/** What happens in rooms: odd cases, low projectors, windows that change under a hand, print from a phone. */

async function openOwn(page: Page, id: string): Promise<void> {
  const file = ODD_CASES.find((one) => one.id === id)
  await page.goto(siteUrl('#/'))
  await page.getByLabel('Open a case file').setInputFiles({
    name: `${id}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  const open = page.getByRole('button', { name: 'Open the case' })
  await expect(open.or(page.getByRole('grid'))).toBeVisible()
  if (await open.isVisible()) await open.click()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.evaluate(async () => document.fonts.ready)
}

/** Whatever stands for events on the screen. */
const shown = (page: Page) => page.locator('[role="grid"] :is(.mark, .crowd, .ribbon-cell)')

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

for (const { id, events } of ODD_CASES)
  test(`the case of ${id} draws its events on a low projector and on a phone, and nothing runs out of the page`, async ({
    page,
  }) => {
    test.slow()
    for (const [width, height] of [
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await openOwn(page, id)
      await expect(page.getByRole('status').first()).toContainText(events.length.toLocaleString('en-GB'))
      await expect(shown(page).first()).toBeAttached()
      expect(await sideways(page)).toBe(0)
      const box = await page.getByRole('grid').boundingBox()
      expect(box && box.height > 20 && box.width <= width).toBe(true)
    }
  })

for (const id of ['one-event', 'mostly-trays', 'undated', 'one-week', 'one-day'])
  test(`every event of the case of ${id} is met by keys`, async ({ page }) => {
    test.setTimeout(240_000)
    await openOwn(page, id)
    await page.locator('[role="grid"] [tabindex="0"]').focus()
    await page.keyboard.press('Control+Home')
    const met = new Set<string>()
    for (let lane = 0; lane < 5; lane += 1) {
      await page.keyboard.press('Home')
      for (let at = await focused(page), before = ''; at !== undefined && at !== before;) {
        met.add(at.split(' in ')[0] ?? '')
        before = at
        await page.keyboard.press('ArrowRight')
        at = await focused(page)
      }
      await page.keyboard.press('ArrowDown')
    }
    expect(met.size).toBe(ODD_CASES.find((one) => one.id === id)?.events.length)
  })

test('three hundred events on one day are counted where they stand on one another, and open to a list', async ({
  page,
}) => {
  await openOwn(page, 'one-day')
  const crowd = page.locator('.crowd').first()
  await expect(crowd).toHaveText(/^\+\d+$/)
  await expect(crowd).toHaveAttribute('aria-label', /70 events, Agency 1/)
  await crowd.click()
  await expect(page.getByRole('heading', { name: /70 events, Agency 1/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Event 61 of 300/ }).last()).toBeAttached()
})

test('what is counted on the screen is counted in a saved picture, until every mark is wanted', async ({ page }) => {
  await openOwn(page, 'one-day')
  const counts = await page.locator('.crowd').allTextContents()
  expect(counts.length).toBeGreaterThan(0)
  await page.locator('.save-picture summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^SVG/ }).click(),
  ])
  const words = [...readFileSync(await download.path(), 'utf8').matchAll(/<text[^>]*>(\+\d+)<\/text>/g)]
  // Once more in the legend, which says what such a number means.
  expect(words.map((match) => match[1] ?? '').toSorted()).toEqual([...counts, counts[0] ?? ''].toSorted())

  const marks = await page.locator('[role="grid"] .mark').count()
  await page.keyboard.press('Escape')
  await page.getByText('More', { exact: true }).click()
  const every = page.getByRole('button', { name: 'Show every mark, even where they cover one another' })
  await expect(every).toHaveAttribute('aria-disabled', 'false')
  await every.click()
  await expect(page.locator('.crowd')).toHaveCount(0)
  expect(await page.locator('[role="grid"] .mark').count()).toBeGreaterThan(marks + 200)
})

test('the window may change its size in the middle of a drag', async ({ page }) => {
  await openCase(page, 'baby-k')
  const { x0, x1, y0 } = await plotBox(page)
  await page.mouse.move((x0 + x1) / 2, y0 + 300)
  await page.mouse.down()
  await page.mouse.move((x0 + x1) / 2 - 60, y0 + 300, { steps: 3 })
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.mouse.move((x0 + x1) / 2 - 120, y0 + 300, { steps: 3 })
  await page.mouse.up()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await expect
    .poll(async () => {
      const plot = await plotBox(page)
      return plot.x1 - plot.x0
    })
    .toBeGreaterThan(1000)
  const plot = await plotBox(page)
  const places = [...(await markPlaces(page)).values()]
  expect(places.filter(({ x }) => x > plot.x0 && x < plot.x1).length).toBeGreaterThan(50)
  expect(await sideways(page)).toBe(0)
  // The next drag starts from where the last one ended.
  await page.mouse.move(plot.x0 + 400, plot.y0 + 200)
  const [still] = (await markPlaces(page)).values()
  await page.mouse.move(plot.x0 + 300, plot.y0 + 200)
  expect((await markPlaces(page)).values().next().value).toEqual(still)
})

test('another pixel density moves no mark, and neither does going back', async ({ page, context }) => {
  await openCase(page, 'child-aa')
  const before = await markPlaces(page)
  const browser = await context.newCDPSession(page)
  for (const deviceScaleFactor of [3, 1.25, 1]) {
    await browser.send('Emulation.setDeviceMetricsOverride', {
      width: 1440,
      height: 900,
      deviceScaleFactor,
      mobile: false,
    })
    await expect.poll(async () => page.evaluate(() => window.devicePixelRatio)).toBe(deviceScaleFactor)
    for (const [key, { x, y }] of await markPlaces(page)) {
      expect(Math.abs(x - (before.get(key)?.x ?? NaN)), key).toBeLessThan(1)
      expect(Math.abs(y - (before.get(key)?.y ?? NaN)), key).toBeLessThan(1)
    }
  }
})

test('a page zoomed to double still has a chart, and nothing runs out of it', async ({ page, context }) => {
  await openCase(page, 'baby-k')
  const browser = await context.newCDPSession(page)
  await browser.send('Emulation.setDeviceMetricsOverride', {
    width: 720,
    height: 450,
    deviceScaleFactor: 2,
    mobile: false,
  })
  await expect.poll(async () => page.evaluate(() => window.innerWidth)).toBe(720)
  await expect.poll(async () => sideways(page)).toBe(0)
  const plot = await plotBox(page)
  expect(plot.x1 - plot.x0).toBeGreaterThan(300)
  await expect(shown(page).first()).toBeAttached()
})

test('a phone prints the same pages as a desk', async ({ page }) => {
  test.slow()
  const pagesOf = async () => {
    await expect(page.locator('.sheet').first()).toBeAttached()
    const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    return {
      laid: await page.locator('.paper-sheets').getAttribute('data-pages'),
      printed: String([...text.matchAll(/\/Type \/Page\b(?!s)/g)].length),
      sizes: new Set([...text.matchAll(/\/MediaBox \[[\d. ]+\]/g)].map(([box]) => box)),
    }
  }
  await openCase(page, 'child-aa', 'page=print')
  const desk = await pagesOf()
  await page.setViewportSize({ width: 390, height: 844 })
  const phone = await pagesOf()
  expect(phone).toEqual(desk)
  expect(phone.printed).toBe(phone.laid)
})
