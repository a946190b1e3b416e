import type { Page } from '@playwright/test'
import { axe, expect, test } from './harness.ts'
import { group, lines, list, openReview } from './reviewer.ts'

/** The review page in every state, for whoever cannot see it, or sees it small. */

const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the questions': async () => {},
  'an open question': async (page) => lines(group(page, 'Both')).first().click(),
  'a question on two accounts': async (page) => {
    await lines(list(page)).filter({ hasText: 'Accounts differ' }).first().click()
    await expect(list(page).getByRole('heading', { name: 'Under each account' })).toBeVisible()
    await expect(
      list(page)
        .getByText(/only if it was so/)
        .first(),
    ).toBeVisible()
  },
  'the thresholds': async (page) => list(page).getByRole('heading', { name: 'Thresholds' }).click(),
  'the timescales': async (page) => {
    await list(page).getByRole('heading', { name: 'Timescales' }).click()
    await list(page).getByText('1 working day; 3 editions, 2 unconfirmed').click()
    await expect(list(page).getByRole('heading', { name: /^Local and off/ })).toBeVisible()
  },
  'who knew what': async (page) => page.getByRole('button', { name: 'Who knew what' }).click(),
  'who was at which meeting': async (page) => {
    await page.getByRole('button', { name: 'Who was at which meeting' }).click()
    const table = page.getByRole('table', { name: /^Who was at which meeting/ })
    await table.locator('thead').getByRole('button').first().click()
    await expect(table.getByText('not invited')).toBeVisible()
  },
  'the horizon and the measure': async (page) => {
    await page.getByRole('button', { name: 'Measure', exact: true }).click()
    await page.getByRole('button', { name: 'Stop at a day' }).click()
    await page.getByLabel('Day of the horizon').fill('2013-12-20')
  },
}

/** Filters, thresholds, a question, who knew what, the horizon and the measure, all open. */
async function openEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Who knew what' }).click()
  await page.getByRole('button', { name: 'Stop at a day' }).click()
  await page.getByRole('button', { name: 'Measure', exact: true }).click()
  await list(page).getByRole('heading', { name: 'Thresholds' }).click()
  await list(page).getByRole('heading', { name: 'Timescales' }).click()
  await expect(list(page).getByRole('heading', { name: 'Referral to end of assessment' })).toBeVisible()
  await lines(list(page)).first().click()
  await expect(list(page).getByRole('heading', { name: 'Its evidence' })).toBeVisible()
  await expect(page.getByRole('table', { name: /^Who knew what/ })).toBeVisible()
}

for (const [name, media] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)
  test(`axe finds nothing with the filters and everything else open, ${name}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia(media)
    await openReview(page)
    await openEverything(page)
    await page.getByRole('button', { name: /^Filters/ }).click()
    await expect(page.getByRole('group', { name: 'Highlights' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Who was at which meeting' }).click()
    await expect(page.getByRole('table', { name: /^Who was at which meeting/ })).toBeVisible()
    expect(await axe(page)).toEqual([])
  })

/** What stands out of the window at its right, save what scrolls in a frame of its own. */
async function findWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.scrollingElement, ...document.querySelectorAll('main, main *')].flatMap((one) => {
      // A menu that is closed has a place but is not drawn.
      if (!one?.checkVisibility() || one.closest('svg, .chart-frame, .matrix-scroll, .visually-hidden')) return []
      const isOut = one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5
      return isOut || (one.tagName === 'MAIN' && one.scrollWidth > one.clientWidth) ? [one.className] : []
    }),
  )
}

for (const width of [390, 320])
  test(`at ${width} pixels nothing has to be scrolled sideways but the table itself, and axe finds nothing`, async ({
    page,
  }) => {
    test.slow()
    await page.setViewportSize({ width, height: 800 })
    await openReview(page)
    await openEverything(page)
    expect(await findWide(page)).toEqual([])
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Who was at which meeting' }).click()
    await expect(page.getByRole('table', { name: /^Who was at which meeting/ })).toBeVisible()
    expect(await findWide(page)).toEqual([])
  })

for (const scheme of ['light', 'dark'] as const)
  for (const [name, reach] of Object.entries(STATES))
    test(`axe finds nothing in ${name}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await openReview(page)
      await reach(page)
      expect(await axe(page)).toEqual([])
    })
