import type { Page } from '@playwright/test'
import { axe, expect, test } from './harness.ts'
import { details, focused, markPlaces, openCase, plotBox, status, theMeeting } from './reader.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const ask = (page: Page) => page.getByRole('dialog', { name: 'Go to a date' })
const stop = (page: Page) => page.getByRole('grid').locator('[tabindex="0"]')

/** Asks for a date by the button, and types it. */
async function goTo(page: Page, typed: string): Promise<void> {
  await button(page, 'Go to a date').click()
  await ask(page).getByRole('textbox', { name: 'Date' }).fill(typed)
  await page.keyboard.press('Enter')
}

test('a day that is typed comes to the middle of the window, which stays as long as it is', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-06-01T00:00&to=2013-09-01T00:00')
  await goTo(page, '13 January 2014')
  await expect(ask(page)).toBeHidden()
  await expect(status(page)).toContainText('28 Nov 2013 to 28 Feb 2014')
  const plot = await plotBox(page)
  const meeting = (await markPlaces(page)).get('e096 in police')
  expect(Math.abs((meeting?.x ?? 0) - (plot.x0 + plot.x1) / 2)).toBeLessThan(12)
  await expect(button(page, 'Go to a date')).toBeFocused()
})

test('a year that is longer than the window is shown whole', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-06-01T00:00&to=2013-09-01T00:00')
  await goTo(page, '2010')
  await expect(status(page)).toContainText('1 Jan 2010 to 31 Dec 2010')
})

test('D asks for a date too, and the focus comes back to the mark', async ({ page }) => {
  await openCase(page, 'baby-k')
  await stop(page).focus()
  const mark = await focused(page)
  await page.keyboard.press('d')
  await expect(ask(page).getByRole('textbox')).toBeFocused()
  await expect(ask(page).getByRole('textbox')).toHaveValue('')
  await page.keyboard.type('Dec 2013')
  await page.keyboard.press('Enter')
  await expect(ask(page)).toBeHidden()
  expect(await focused(page)).toBe(mark)
})

for (const [typed, trouble] of [
  [
    'soon',
    '“soon” cannot be read as a date. Type a day, a month or a year, such as 25/11/2013, November 2013 or 2013.',
  ],
  ['11/25/2013', '“11/25/2013” cannot be read as a date. Type the day first, then the month, such as 25/11/2013.'],
  ['1 May 1999', '1 May 1999 is outside this case, which runs from 1 January 2007 to 31 May 2015.'],
] as const)
  test(`what cannot be gone to, ${typed}, says why and may be typed again`, async ({ page }) => {
    await openCase(page, 'baby-k')
    const before = await status(page).innerText()
    await goTo(page, typed)
    await expect(ask(page).getByRole('alert')).toHaveText(trouble)
    await expect(ask(page).getByRole('textbox')).toBeFocused()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await status(page).innerText()).toBe(before)
  })

test('a case without dates offers none to go to', async ({ page }) => {
  await openCase(page, 'child-aa')
  await expect(button(page, 'Go to a date')).toHaveCount(0)
  await stop(page).focus()
  await page.keyboard.press('d')
  await expect(page.locator('.news')).toHaveText('This case has an order but no dates to go to.')
  await expect(ask(page)).toBeHidden()
})

test('Back leads through windows, filters and selections as they were, Forward again, by buttons and by keys', async ({
  page,
}) => {
  await openCase(page, 'baby-k')
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true')
  const [first, entries] = [await status(page).innerText(), await page.evaluate(() => history.length)]
  await button(page, 'Whole case').click()
  await expect(status(page)).not.toHaveText(first)
  const whole = await status(page).innerText()
  await page.getByRole('searchbox').fill('police')
  await expect(status(page)).not.toHaveText(whole)
  const filtered = await status(page).innerText()
  await theMeeting(page).click({ force: true })
  await expect(details(page)).toBeVisible()

  await button(page, 'Back').click()
  await expect(details(page)).toBeHidden()
  await expect(status(page)).toHaveText(filtered)
  await button(page, 'Back').click()
  await expect(status(page)).toHaveText(whole)
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await stop(page).focus()
  await page.keyboard.press('b')
  await expect(status(page)).toHaveText(first)
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('b')
  await expect(page.locator('.news')).toHaveText('There is no view before this one.')
  for (const words of [whole, filtered]) {
    await page.keyboard.press('Shift+B')
    await expect(status(page)).toHaveText(words)
  }
  await button(page, 'Forward').click()
  await expect(details(page)).toBeVisible()
  // Windows and filters write into the browser's entry; selecting, letting go and selecting again are entries.
  await expect(page).toHaveURL(/event=e096/)
  expect(await page.evaluate(() => history.length)).toBe(entries + 3)
})

test('a pan of many frames is one view to go back from', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-09-01T00:00&to=2014-03-01T00:00')
  const before = await status(page).innerText()
  await page.locator('.chart').evaluate(async (chart) => {
    for (let frame = 0; frame < 20; frame += 1) {
      chart.dispatchEvent(new WheelEvent('wheel', { deltaX: 15, clientX: 700, cancelable: true }))
      await new Promise((resolve) => setTimeout(resolve))
    }
  })
  await expect(status(page)).not.toHaveText(before)
  await button(page, 'Back').click()
  await expect(status(page)).toHaveText(before)
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true')
})

test('the bar of tools is one stop for Tab; arrows go from tool to tool', async ({ page }) => {
  await openCase(page, 'baby-k')
  await button(page, 'Whole case').focus()
  await page.keyboard.press('ArrowRight')
  await expect(button(page, 'Go to a date')).toBeFocused()
  await page.keyboard.press('End')
  await expect(button(page, 'Keys')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(button(page, 'Back')).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBeDefined()
  await page.keyboard.press('Shift+Tab')
  await expect(button(page, 'Back')).toBeFocused()
})

test('a menu closes by Escape, which leaves the details open, and by a choice; both lead back to its button', async ({
  page,
}) => {
  await openCase(page, 'baby-k', 'event=e096')
  const more = page.locator('summary', { hasText: 'More' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Show 5 quiet lanes')).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(button(page, 'Show 5 quiet lanes')).toBeHidden()
  await expect(more).toBeFocused()
  await expect(details(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await button(page, 'Show 5 quiet lanes').click()
  await expect(more).toBeFocused()
  await expect(status(page)).toContainText('25 of 25 lanes')
})

for (const [width, height, lines] of [
  [390, 844, 2],
  [820, 1180, 1],
  [1024, 768, 1],
  [1440, 900, 1],
  [1920, 1080, 1],
] as const)
  test(`at ${width} pixels the tools stand on ${lines === 1 ? 'one line' : 'two lines'}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const id of ['baby-k', 'child-m']) {
      await openCase(page, id)
      const tops = await page
        .locator('.tool-group > button, .tool-group summary')
        .evaluateAll((all) => all.map((tool) => Math.round(tool.getBoundingClientRect().top)))
      expect(tops.length).toBeGreaterThan(10)
      expect(new Set(tops).size, id).toBe(lines)
    }
  })

test('on a wide screen what is shown and the tools take one line beside the first sentence', async ({ page }) => {
  for (const id of ['baby-k', 'child-m', 'child-v', 'child-aa', 'child-z']) {
    await openCase(page, id)
    const heights = await page
      .locator('.stage-head, .headline')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    const [head = 0, headline = 0] = heights
    expect(head - headline, id).toBeLessThan(42)
  }
})
