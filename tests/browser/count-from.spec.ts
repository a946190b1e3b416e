import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { axe, expect, test } from './harness.ts'
import { details, marks, openCase } from './reader.ts'

const REFERRAL = 'e078'
const TITLE = 'Midwife refers Ms A to First Response'

const counting = (page: Page) => page.locator('.counting-from')
const tick = (page: Page, text: string | RegExp) => page.locator('.axis .tick').filter({ hasText: text })
const toggle = (page: Page) => details(page).getByRole('button', { name: 'Count from this event' })

test('an axis counted from the referral stays so in a link, while panning, in a picture and on paper', async ({
  page,
}) => {
  await openCase(page, 'baby-k', `event=${REFERRAL}&from=2013-11-01&to=2014-01-10`)
  await toggle(page).click()
  await expect(counting(page)).toContainText(`Counting from: ${TITLE}, 5 Dec 2013`)
  await expect(page).toHaveURL(new RegExp(`align=${REFERRAL}`))
  await expect(page.locator('.axis .tick.major')).toHaveText(/^Midwife refers Ms A to/)
  await expect(tick(page, /^\d+ weeks after$/).first()).toBeVisible()
  expect(await axe(page)).toEqual([])

  // Zero stands where the event's day begins: at this scale, under its mark.
  const line = await page.locator('.guide-line.anchor').boundingBox()
  const mark = await marks(page, REFERRAL).first().locator('.symbol-body').boundingBox()
  if (!line || !mark) throw new Error('The line or the mark is not drawn.')
  expect(Math.abs(line.x + line.width / 2 - (mark.x + mark.width / 2))).toBeLessThan(12)

  await page.reload()
  await expect(counting(page)).toContainText(TITLE)
  await page.getByRole('toolbar', { name: 'Chart' }).getByRole('button', { name: 'Later' }).click()
  await expect(tick(page, /^\d+ weeks after$/).first()).toBeVisible()

  await page.locator('.save-picture summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^SVG/ }).click(),
  ])
  const svg = readFileSync(await download.path(), 'utf8')
  expect(svg).toMatch(/>\d+ weeks after</)
  expect(svg).toContain(`The axis counts from: ${TITLE}, 5 Dec 2013.`)

  await page
    .getByRole('link', { name: 'Print' })
    .or(page.getByRole('button', { name: 'Print' }))
    .first()
    .click()
  await expect(page.getByText(`The axis counts from: ${TITLE}, 5 Dec 2013.`).first()).toBeVisible()
  await expect(page.locator('.paper .axis .tick', { hasText: 'after' }).first()).toBeAttached()
})

test('by keyboard alone: C counts from the mark in focus, and × gives the dates back', async ({ page }) => {
  await openCase(page, 'baby-k')
  await marks(page, REFERRAL).first().focus()
  await page.keyboard.press('c')
  await expect(counting(page)).toContainText(TITLE)
  await expect(page.locator('.news')).toHaveText(`Counting from: ${TITLE}, 5 Dec 2013.`)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(counting(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Forward', exact: true }).click()
  await page.getByRole('button', { name: 'Show dates again' }).press('Enter')
  await expect(counting(page)).toHaveCount(0)
  await expect(tick(page, /before|after/)).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.closest('.chart-frame') !== null)).toBe(true)
})
