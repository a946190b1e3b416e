import type { Page } from '@playwright/test'
import { expect, siteUrl, test } from './harness.ts'
import { details, markPlaces, openCase, openDialog, plotBox, type Point } from './reader.ts'

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

const together = (page: Page) => page.getByRole('complementary', { name: 'What lies together' })

/** Marks that a finger can reach, with how far the nearest other event is from each. */
async function marksInSight(page: Page) {
  const plot = await plotBox(page)
  const overview = await page.locator('.minimap').boundingBox()
  const bottom = Math.min(plot.y1, overview?.y ?? plot.y1)
  const all = [...(await markPlaces(page))].map(([key, place]) => ({ event: key.split(' ')[0] ?? '', ...place }))
  const inSight = all.filter(({ x, y }) => x > plot.x0 + 30 && x < plot.x1 - 30 && y > plot.y0 + 30 && y < bottom - 30)
  return inSight.map((mark) => ({
    ...mark,
    room: Math.min(
      ...all.filter(({ event }) => event !== mark.event).map(({ x, y }) => Math.hypot(x - mark.x, y - mark.y)),
    ),
  }))
}

const tap = async (page: Page, { x, y }: Point) => page.touchscreen.tap(x, y)

test('a tap beside a mark opens it where nothing else lies near', async ({ page }) => {
  await openCase(page, 'child-z')
  const marks = (await marksInSight(page)).toSorted((a, b) => b.room - a.room)
  const [mark] = marks
  if (!mark) throw new Error('No mark is in sight.')
  expect(mark.room).toBeGreaterThan(40)
  await tap(page, { x: mark.x + 13, y: mark.y - 12 })
  await expect(details(page)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`event=${mark.event}`))
})

test('where marks lie together a list opens, each of its lines big enough for a finger, and the mark is in it', async ({
  page,
}) => {
  await openCase(page, 'baby-k')
  const mark = (await marksInSight(page)).toSorted((a, b) => a.room - b.room)[0]
  if (!mark) throw new Error('No mark is in sight.')
  expect(mark.room).toBeLessThan(16)
  await tap(page, mark)
  await expect(together(page)).toBeVisible()
  const lines = together(page).getByRole('listitem').getByRole('button')
  const heights = await lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(1)
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(44)
  // Whichever is chosen opens; closed again, the list is still there.
  await lines.first().click()
  await expect(details(page)).toBeVisible()
  await page.getByRole('button', { name: 'Close details' }).click()
  await expect(together(page)).toBeVisible()
})

test('a mouse goes to what it points at and to nothing beside it', async ({ page }) => {
  await openCase(page, 'child-z')
  const marks = (await marksInSight(page)).toSorted((a, b) => b.room - a.room)
  const [mark] = marks
  if (!mark) throw new Error('No mark is in sight.')
  await page.mouse.click(mark.x + 17, mark.y - 12)
  await expect(details(page)).toHaveCount(0)
  await page.mouse.click(mark.x, mark.y)
  await expect(details(page)).toBeVisible()
})

/** What a finger presses outside the chart and is less than 44 pixels high or wide, as WCAG 2.5.5 counts it. */
async function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll(
        'button, summary, a, select, input:not(label input), label:has(input), [role="slider"]',
      ),
    ]
    return all.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const isSeen =
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 0 && height > 0
      // A link among words is as high as its line.
      const isInText = element.tagName === 'A' && getComputedStyle(element).display === 'inline'
      const name = element.getAttribute('aria-label') ?? element.textContent
      return isSeen && !isInText && (width < 43.5 || height < 43.5)
        ? [`${element.tagName} ${name}: ${Math.round(width)} × ${Math.round(height)}`]
        : []
    })
  })
}

const PAGES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the library': async (page) => {
    await page.goto(siteUrl('#/'))
    await expect(page.getByRole('status')).toHaveText(/cases/)
  },
  'the content note': async (page) => {
    await page.goto(siteUrl('#/case/baby-k'))
    await expect(page.getByRole('button', { name: 'Open the case' })).toBeVisible()
  },
  'the display settings': async (page) => {
    await openCase(page, 'child-z')
    await page.getByText('Display', { exact: true }).click()
  },
  'the timeline that counts from an event and is stopped at a day': async (page) =>
    openCase(page, 'baby-k', 'align=e078&event=e078&until=2014-01-20'),
  'the details of a finding': async (page) => openCase(page, 'baby-k', 'finding=f36'),
  'the filters': async (page) => {
    await openCase(page, 'baby-k')
    await page.getByRole('button', { name: 'Filters' }).click()
  },
  'the menus of the chart': async (page) => {
    await openCase(page, 'baby-k')
    for (const name of ['More', 'Save']) {
      await page.locator('.chart-tools summary', { hasText: name }).click()
      expect(await small(page), name).toEqual([])
    }
  },
  'the lanes': async (page) => openDialog(page, 'Lanes'),
  'the keys': async (page) => openDialog(page, 'Keys'),
  'the date to go to': async (page) => openDialog(page, 'Go to a date'),
  'the review': async (page) => {
    await openCase(page, 'baby-k', 'page=review')
    await expect(page.locator('.review-tools')).toBeVisible()
  },
  'the table': async (page) => openCase(page, 'baby-k', 'page=table&event=e096'),
  'the page about a case': async (page) => openCase(page, 'baby-k', 'page=about'),
  'the page that prints': async (page) => {
    await openCase(page, 'child-z', 'page=print')
    await expect(page.locator('.sheet').first()).toBeVisible()
  },
}

for (const [name, reach] of Object.entries(PAGES))
  test(`everything a finger presses outside the chart is at least 44 pixels high and wide: ${name}`, async ({
    page,
  }) => {
    test.slow()
    await reach(page)
    expect(await small(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(await small(page), 'on a wide screen').toEqual([])
  })
