import type { Page } from '@playwright/test'
import { KEY_GROUPS } from '#views/keys.ts'
import { axe, expect, test } from './harness.ts'
import { details, focused, openCase, status } from './reader.ts'

declare global {
  /** What was told to a listener, gathered in the page. */
  var told: string[]
}

const help = (page: Page) => page.getByRole('dialog', { name: 'Keys' })
const stop = (page: Page) => page.getByRole('grid').locator('[tabindex="0"]')
const news = (page: Page) => page.locator('.news')

/** Every sentence that is told from now on. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const line = document.querySelector('.news')
    if (!line) throw new Error('Nothing tells a listener anything.')
    globalThis.told = []
    new MutationObserver(() => globalThis.told.push(line.textContent ?? '')).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  return async () => page.evaluate(() => globalThis.told)
}

test('? explains every key there is, from anywhere, and the focus goes back to where it was', async ({ page }) => {
  await openCase(page, 'baby-k')
  await stop(page).focus()
  const mark = await focused(page)
  await page.keyboard.press('?')
  await expect(help(page)).toBeVisible()
  for (const { title, bindings } of KEY_GROUPS) {
    await expect(help(page).getByRole('heading', { name: title })).toBeVisible()
    for (const { does } of bindings) await expect(help(page).getByText(does, { exact: true }).first()).toBeVisible()
  }
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  expect(await focused(page)).toBe(mark)
})

test('a button explains the keys too, and Escape there closes nothing else', async ({ page }) => {
  await openCase(page, 'baby-k', 'event=e096')
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(help(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help(page)).toBeHidden()
  await expect(details(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keys' })).toBeFocused()
})

test('who speaks to the computer can switch keys of one character off, and that is remembered', async ({ page }) => {
  await openCase(page, 'baby-k')
  await page.getByRole('button', { name: 'Keys' }).click()
  await help(page).getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('grid')).toBeVisible()
  await stop(page).focus()
  const before = await status(page).innerText()
  for (const key of ['?', '+', '/', 'g']) await page.keyboard.press(key)
  await expect(help(page)).toBeHidden()
  await expect(stop(page)).toBeFocused()
  expect(await status(page).innerText()).toBe(before)
})

test('L follows a referral to who received it and on to the answer, Shift+L back, and says how', async ({ page }) => {
  await openCase(page, 'baby-k', 'event=e078')
  await page.keyboard.press('Escape')
  await stop(page).focus()
  expect(await focused(page)).toBe('e078 in first-response')
  const way = [
    ['Shift+L', 'e078 in maternity', 'Sent by Maternity (midwifery).'],
    ['l', 'e078 in first-response', 'Received by First Response.'],
    ['l', 'e080 in first-response', 'Answered by.'],
    ['Shift+L', 'e078 in first-response', 'Answers.'],
  ] as const
  for (const [key, place, words] of way) {
    await page.keyboard.press(key)
    expect(await focused(page)).toBe(place)
    await expect(news(page)).toHaveText(words)
  }
})

test('where nothing follows, L stays and says so', async ({ page }) => {
  await openCase(page, 'baby-k')
  await stop(page).focus()
  await page.keyboard.press('Control+End')
  const last = await focused(page)
  await page.keyboard.press('l')
  await expect(news(page)).toHaveText('Nothing that follows from this is told.')
  expect(await focused(page)).toBe(last)
})

test('a listener is told where they have arrived', async ({ page }) => {
  await openCase(page, 'baby-k')
  await expect(news(page)).toHaveText(
    /^Timeline of Baby K\. Window: \d+ May 2013 to \d+ June 2014, \d+ of 172 events\.$/,
  )
})

test('a zoom by twenty turns of the wheel is told once, after it', async ({ page }) => {
  await openCase(page, 'baby-k')
  await expect(news(page)).toHaveText(/Timeline of/)
  const told = await listen(page)
  await page.locator('.chart').evaluate(async (chart) => {
    for (let turn = 0; turn < 20; turn += 1) {
      chart.dispatchEvent(new WheelEvent('wheel', { deltaY: -20, clientX: 700, ctrlKey: true, cancelable: true }))
      await new Promise((resolve) => setTimeout(resolve))
    }
  })
  await expect(news(page)).toHaveText(/^Window: /)
  expect(await told()).toHaveLength(1)
})

test('what a filter leaves is told', async ({ page }) => {
  await openCase(page, 'baby-k')
  // What changes before the arrival was told is told with it.
  await expect(news(page)).toHaveText(/^Timeline of Baby K/)
  await page.getByRole('searchbox').fill('police')
  await expect(news(page)).toHaveText(/^Window: .*; the filter lets \d+ through\.$/)
})

test('going to a mark out of sight tells the mark alone; a zoom after it is told', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-12-01T00:00&to=2014-01-01T00:00')
  await expect(news(page)).toHaveText(/Timeline of/)
  const [told, before] = [await listen(page), await status(page).innerText()]
  await stop(page).focus()
  await page.keyboard.press('g')
  await expect(status(page)).not.toHaveText(before)
  // Longer than anything is put off.
  await page.evaluate(async () => new Promise((resolve) => setTimeout(resolve, 800)))
  expect(await told()).toEqual([])
  await page.keyboard.press('-')
  await expect(news(page)).toHaveText(/^Window: /)
})

test('Control with − and 0 is the browser’s own zoom, not the chart’s', async ({ page }) => {
  await openCase(page, 'baby-k')
  await stop(page).focus()
  const before = await status(page).innerText()
  await page.keyboard.press('Control+-')
  await page.keyboard.press('Control+0')
  await page.keyboard.press('ArrowRight')
  expect(await status(page).innerText()).toBe(before)
})
