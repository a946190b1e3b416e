import type { Page } from '@playwright/test'
import { aCaseFile, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { expect, siteUrl, test } from './harness.ts'
import { readCase } from './reader.ts'

/** The rules run beside the page: a case that keeps them busy for seconds never keeps the reader waiting. */

const TYPES = ['contact', 'information', 'concern', 'referral', 'decision', 'missed-contact'] as const
const AGENCIES = ['gp', 'csc', 'home'] as const
const DAY_MS = 86_400_000

function aLargeCase(count: number) {
  const first = Date.UTC(2010, 0, 1)
  const events = Array.from({ length: count }, (_, place) =>
    anEvent(`e${place}`, new Date(first + (place % 1500) * DAY_MS).toISOString().slice(0, 10), {
      type: TYPES[place % TYPES.length] ?? 'contact',
      agencies: roles({ [AGENCIES[place % AGENCIES.length] ?? 'gp']: 'lead' }),
    }),
  )
  return aCaseFile({ id: 'large', title: 'A large case', events })
}

async function openOwn(page: Page, file: unknown): Promise<void> {
  await page.getByLabel('Open a case file').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await page.getByRole('button', { name: 'Open the case' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
}

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of the case' }).getByRole('button', { name })
const list = (page: Page) => page.getByRole('region', { name: 'Questions' })

test('while the rules read 100,000 events the page says so and answers; earlier answers stay while a threshold moves', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.goto(siteUrl('#/'))
  await openOwn(page, { ...readCase('child-aa'), id: 'mine' })
  await page.getByRole('link', { name: 'Throughline' }).click()
  await openOwn(page, aLargeCase(100_000))
  await tab(page, 'Review').click()

  const busy = page.getByText('The rules are reading 100,000 events.')
  await expect(busy).toBeVisible({ timeout: 20_000 })
  await expect(busy).toHaveRole('status')
  const tool = page.getByRole('button', { name: 'Who knew what' })
  await tool.click()
  await expect(tool).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText('Who knew what is still being read.')).toBeVisible()
  await expect(busy).toBeVisible()
  await expect(list(page).getByRole('heading', { name: 'Rules only' })).toHaveCount(0)

  await expect(list(page).getByRole('heading', { name: 'Rules only' })).toBeVisible({ timeout: 120_000 })
  await expect(busy).toHaveCount(0)

  await list(page).getByRole('heading', { name: 'Thresholds' }).click()
  await page.getByRole('spinbutton', { name: 'Missed contacts in a row, in times' }).fill('9')
  await expect(page.getByText('Until then these are the earlier answers.')).toBeVisible()
  await expect(list(page).getByRole('heading', { name: 'Rules only' })).toBeVisible()
})

test('a worker that does not load is told of, and can be tried again', async ({ page, faults }) => {
  faults.allow(/ERR_FAILED|Failed to load/)
  await page.route('**/rules-worker*.js', async (route) => route.abort())
  await page.goto(siteUrl('#/case/child-aa?page=review&v=1'))
  await page.getByRole('button', { name: 'Open the case' }).click()
  const alert = list(page).getByRole('alert')
  await expect(alert).toContainText('The rules could not be run')
  await page.unroute('**/rules-worker*.js')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(list(page).getByRole('heading', { name: 'Rules only' })).toBeVisible()
  await expect(alert).toHaveCount(0)
})
