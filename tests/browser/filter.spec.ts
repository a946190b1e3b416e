import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { details, marks, openCase, readCase, status, theMeeting } from './reader.ts'

const file = readCase('baby-k')
const all = file.events.length
const referrals = file.events.filter(({ type }) => type === 'referral')
const others = all - referrals.length
const choose = async (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).click()
/** How strongly an event's first mark is drawn, 1 being fully. */
const strength = async (page: Page, event: string) =>
  marks(page, event)
    .first()
    .evaluate((mark) => Number(getComputedStyle(mark).opacity))

test('one click on a type changes the count and dims its marks, and only its', async ({ page }) => {
  await openCase(page, 'baby-k')
  await choose(page, 'Referral')
  await expect(status(page)).toContainText(`${others} of ${all} events`)
  expect(await strength(page, 'e078')).toBeLessThan(0.4)
  expect(await strength(page, 'e096')).toBe(1)
  await choose(page, 'Referral')
  await expect(status(page)).toContainText(`${all} of ${all} events`)
  expect(await strength(page, 'e078')).toBe(1)
})

test('hiding removes what dimming kept in its place', async ({ page }) => {
  await openCase(page, 'baby-k')
  await choose(page, 'Referral')
  await expect(marks(page, 'e078')).toHaveCount(2)
  await page.getByRole('radio', { name: 'Hide' }).check()
  await expect(marks(page, 'e078')).toHaveCount(0)
  await expect(marks(page, 'e096').first()).toBeVisible()
})

test('an agency that is hidden has no row', async ({ page }) => {
  await openCase(page, 'baby-k', 'filtered=hidden')
  const row = page.getByRole('rowheader', { name: 'GP1', exact: true })
  await expect(row).toHaveCount(1)
  await choose(page, 'GP1')
  await expect(row).toHaveCount(0)
})

test('the search narrows the chart as one types, and clearing the filters brings everything back', async ({ page }) => {
  await openCase(page, 'baby-k')
  await page.keyboard.press('/')
  await page.keyboard.type('wine')
  await expect(status(page)).not.toContainText(`${all} of ${all} events`)
  await expect(status(page)).toContainText(`of ${all} events`)
  expect(await strength(page, 'e053')).toBe(1)
  expect(await strength(page, 'e078')).toBeLessThan(0.4)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(status(page)).toContainText(`${all} of ${all} events`)
})

test('the filter is in the address, and survives a reload and the change to the table', async ({ page }) => {
  await openCase(page, 'baby-k')
  await choose(page, 'Referral')
  await page.getByRole('radio', { name: 'Hide' }).check()
  await expect(page).toHaveURL(/without-types=referral/)
  await expect(page).toHaveURL(/filtered=hidden/)
  await page.reload()
  await expect(status(page)).toContainText(`${others} of ${all} events`)
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Events: Baby K' }).getByRole('row')).toHaveCount(others + 1)
})

test('nothing chosen explains itself and leaves an empty chart, not an empty page', async ({ page }) => {
  await openCase(page, 'baby-k', 'filtered=hidden')
  await page.getByRole('button', { name: 'Event types: none' }).click()
  await expect(page.getByText('No type is chosen, so no event is shown.')).toBeVisible()
  await expect(status(page)).toContainText(`0 of ${all} events`)
  await expect(page.getByRole('grid').locator('[data-event]')).toHaveCount(0)
})

test('a click on a mark selects it and closing the details lets it go', async ({ page }) => {
  await openCase(page, 'baby-k')
  await theMeeting(page).click()
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Professionals meeting about Ms A')
  await expect(marks(page, 'e096').first()).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Close details' }).click()
  await expect(details(page)).toHaveCount(0)
  await expect(marks(page, 'e096').first()).toHaveAttribute('aria-pressed', 'false')
})
