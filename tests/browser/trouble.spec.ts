import type { Page } from '@playwright/test'
import { expect, siteUrl, test } from './harness.ts'
import { readCase, status } from './reader.ts'

const problems = (page: Page) => page.getByRole('table', { name: 'Problems in the file' }).locator('tbody tr')
const wrong = { ...readCase('child-aa'), title: '', surprise: true }

async function choose(page: Page, name: string, file: unknown): Promise<void> {
  await page.getByLabel('Open a case file').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)),
  })
}

test('a case that is missing says so and leaves the library usable', async ({ page, faults }) => {
  faults.allow(/status of 404/)
  await page.goto(siteUrl('#/case/nowhere'))
  await expect(page.getByRole('alert')).toContainText('There is no case “nowhere” here')
  await page.getByRole('link', { name: 'Back to the library' }).click()
  await page.getByRole('link', { name: 'Baby K' }).click()
  await expect(page.getByRole('heading', { name: 'Before you read Baby K' })).toBeVisible()
})

test('a published file and a local one with the same faults show the same list', async ({ page }) => {
  await page.route('**/cases/child-aa.json', async (route) => route.fulfill({ json: wrong }))
  await page.goto(siteUrl('#/case/child-aa'))
  await expect(page.getByRole('alert')).toContainText('cases/child-aa.json is not a case file that can be shown.')
  const published = await problems(page).allInnerTexts()
  expect(published).toHaveLength(2)
  await page.getByRole('link', { name: 'Back to the library' }).click()
  await choose(page, 'mine.json', wrong)
  await expect(page.getByRole('alert')).toContainText('mine.json is not a case file that can be shown.')
  expect(await problems(page).allInnerTexts()).toEqual(published)
})

test('a wrong file leaves the library usable and the page whole', async ({ page }) => {
  await page.goto(siteUrl('#/'))
  await choose(page, 'notes.json', 'Dear diary')
  await expect(problems(page)).toHaveCount(1)
  await expect(status(page)).toHaveText(/\d cases/)
  await page.getByRole('link', { name: 'Child Z' }).click()
  await expect(page.getByRole('heading', { name: 'Before you read Child Z' })).toBeVisible()
})

test('a right file of the reader’s own opens as a case and asks the network for nothing', async ({ page }) => {
  await page.goto(siteUrl('#/'))
  await expect(status(page)).toHaveText(/\d cases/)
  const asked: string[] = []
  page.on('request', (request) => {
    // The browser asks for the page's icon when it pleases.
    if (!request.url().endsWith('.svg')) asked.push(request.url())
  })
  await choose(page, 'mine.json', { ...readCase('child-aa'), id: 'mine', title: 'Child of mine' })
  await page.getByRole('button', { name: 'Open the case' }).click()
  await expect(page.getByRole('grid', { name: 'Timeline: Child of mine' })).toBeVisible()
  await expect(page).toHaveURL(siteUrl('#/own'))
  expect(asked).toEqual([])
})

test('an address that names nothing says so and leads back', async ({ page }) => {
  await page.goto(siteUrl('#/nowhere/at/all'))
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the library' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Throughline' })).toBeVisible()
})
