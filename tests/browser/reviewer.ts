import type { Locator, Page } from '@playwright/test'
import { expect } from './harness.ts'
import { openCase } from './reader.ts'

/** The questions of a case beside its chart. */

export const list = (page: Page): Locator => page.getByRole('region', { name: 'Questions' })
export const group = (page: Page, name: string): Locator =>
  list(page)
    .locator('details')
    .filter({ has: page.getByRole('heading', { name, exact: true, level: 3 }) })
export const lines = (within: Locator): Locator => within.locator('.question-head')

export async function openReview(page: Page, id = 'baby-k'): Promise<void> {
  await openCase(page, id, 'page=review')
  await expect(list(page)).toBeVisible()
  await expect(page.getByRole('grid')).toBeVisible()
}
