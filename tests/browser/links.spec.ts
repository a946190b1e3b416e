import { expect, siteUrl, test } from './harness.ts'
import { details, index, marks, openCase, plotBox, readCase, status, theMeeting } from './reader.ts'

const file = readCase('baby-k')
const heading = (of: ReturnType<typeof details>) => of.getByRole('heading', { level: 2 })

test('a link to an event opens its details and has its mark in sight', async ({ page }) => {
  // Long before the review period, on which the case opens.
  await openCase(page, 'baby-k', 'event=e011')
  await expect(heading(details(page))).toHaveText('Ms A is arrested for drink driving')
  const mark = marks(page, 'e011').first()
  await expect(mark).toHaveAttribute('aria-pressed', 'true')
  const plot = await plotBox(page)
  await expect
    .poll(async () => {
      const box = await mark.boundingBox()
      return box && box.x > plot.x0 && box.x + box.width < plot.x1
    })
    .toBe(true)
})

test('a link to a finding opens it and points out its evidence on the chart', async ({ page }) => {
  const finding = file.findings.find(({ id }) => id === 'f36')
  await openCase(page, 'baby-k', 'finding=f36')
  await expect(heading(details(page))).toHaveText(finding?.title ?? '')
  await expect(page.locator('[data-finding="f36"]')).toHaveAttribute('aria-pressed', 'true')
  const evidence = await page
    .locator('[data-event].evidence')
    .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-event') ?? ''))
  expect([...new Set(evidence)].toSorted()).toEqual(finding?.events.toSorted())
})

test('a link brings back page, window, filter and selection', async ({ page }) => {
  await openCase(
    page,
    'baby-k',
    'from=2013-12-01T00:00&to=2014-02-01T00:00&event=e096&without-types=referral&filtered=hidden',
  )
  await expect(status(page)).toContainText('1 Dec 2013 to 31 Jan 2014')
  await expect(heading(details(page))).toHaveText('Professionals meeting about Ms A')
  await expect(marks(page, 'e078')).toHaveCount(0)
})

test('what the reader does is in the address, so that a copy of it shows the same', async ({ page, context }) => {
  await openCase(page, 'baby-k')
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await theMeeting(page).click()
  await expect(page).toHaveURL(/event=e096/)
  await expect(page).toHaveURL(/from=/)
  const copy = await context.newPage()
  await copy.goto(page.url())
  await copy.getByRole('button', { name: 'Open the case' }).click()
  await expect(heading(details(copy))).toHaveText('Professionals meeting about Ms A')
  await expect(status(copy)).toHaveText(await status(page).innerText())
})

test('Back goes from one selection to the one before, then to none, then to the library', async ({ page }) => {
  await page.goto(siteUrl('#/'))
  await page.getByRole('link', { name: 'Baby K' }).click()
  await page.getByRole('button', { name: 'Open the case' }).click()
  await theMeeting(page).click()
  await expect(page).toHaveURL(/event=e096/)
  await details(page)
    .getByRole('button', { name: /Midwife asks for a professionals|Follows up/ })
    .first()
    .click()
  await expect(page).not.toHaveURL(/event=e096/)
  await expect(page).toHaveURL(/event=/)
  await page.goBack()
  await expect(heading(details(page))).toHaveText('Professionals meeting about Ms A')
  await page.goBack()
  await expect(index(page)).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Throughline' })).toBeVisible()
})

test('Back goes from the table to the timeline', async ({ page }) => {
  await openCase(page, 'baby-k')
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page).toHaveURL(/page=table/)
  await page.goBack()
  await expect(page.getByRole('grid', { name: 'Timeline: Baby K' })).toBeVisible()
})
