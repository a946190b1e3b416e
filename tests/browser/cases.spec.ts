import { readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '#tools/root.mjs'
import { expect, siteUrl, test } from './harness.ts'
import { details, openCase, readCase, status } from './reader.ts'

const cases = readdirSync(path.join(root, 'data', 'cases')).map((name) => readCase(path.basename(name, '.json')))

for (const { id, title, events } of cases) {
  // The harness fails a test whose page logs an error, breaks its policy or asks another origin for anything.
  test(`${title} can be read on all its pages without a fault`, async ({ page }) => {
    await openCase(page, id)
    await expect(
      page
        .getByRole('grid', { name: `Timeline: ${title}` })
        .locator('[data-event]')
        .first(),
    ).toBeVisible()
    await expect(status(page)).toContainText(`${events.length} of ${events.length} events`)
    await page.getByRole('button', { name: 'Whole case' }).click({ force: true })
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await expect(page.getByRole('table', { name: `Events: ${title}` }).getByRole('row')).toHaveCount(events.length + 1)
    await page.getByRole('table').locator('[data-event]').first().click()
    await expect(details(page)).toBeVisible()
    await page.getByRole('button', { name: 'About this case' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `About ${title}` })).toBeVisible()
  })
}

test('the library lists every published case', async ({ page }) => {
  await page.goto(siteUrl('#/'))
  await expect(status(page)).toHaveText(`${cases.length} cases`)
  for (const { title } of cases) await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
})

test('the content note is asked once per case and visit, also after a reload', async ({ page }) => {
  await openCase(page, 'child-aa')
  await page.reload()
  await expect(page.getByRole('grid', { name: 'Timeline: Child AA' })).toBeVisible()
  await page.goto(siteUrl('#/case/child-z'))
  await expect(page.getByRole('heading', { name: 'Before you read Child Z' })).toBeVisible()
})
