import type { Locator, Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { details, openCase } from './reader.ts'
import { group, lines, list, openReview } from './reviewer.ts'

/** The questions of a case beside its chart, as a reviewer works through them. */

test('a question shows its evidence on the chart, and the address does not name it', async ({ page }) => {
  await openReview(page)
  const line = lines(group(page, 'Both')).filter({ hasText: 'Not in the room' }).first()
  await line.click()
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await expect(list(page).getByRole('heading', { name: 'Its evidence' })).toBeVisible()
  await expect(page.locator('[role="grid"] .evidence').first()).toBeVisible()
  await expect(page).not.toHaveURL(/candidate/)
  await page.getByRole('navigation', { name: 'Pages of the case' }).getByRole('button', { name: 'Timeline' }).click()
  await expect(page.getByRole('complementary', { name: 'What the review found' })).toBeVisible()
})

test('a threshold changes the lists at once', async ({ page }) => {
  await openReview(page)
  const sum = list(page).getByRole('status').filter({ hasText: 'worth asking' })
  const before = await sum.textContent()
  await list(page).getByRole('heading', { name: 'Thresholds' }).click()
  const slider = page.getByRole('slider', { name: 'No event while involved: Health' })
  await slider.focus()
  await slider.press('End')
  await expect(sum).not.toHaveText(before ?? '')
  await page.getByRole('button', { name: 'All to their defaults' }).click()
  await expect(sum).toHaveText(before ?? '')
})

async function keepFirst(page: Page): Promise<void> {
  await lines(group(page, 'Both')).first().click()
  await page.getByRole('radio', { name: 'Keep', exact: true }).check()
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask the midwife.')
  await expect(lines(group(page, 'Both')).first()).toContainText('Mine: keep, with a note')
}

async function reload(page: Page): Promise<void> {
  await page.reload()
  // The whole page, its case and its analysis again: long on a busy machine.
  await expect(lines(group(page, 'Both')).first()).toBeVisible({ timeout: 20_000 })
}

test('a decision is gone after a reload unless the reader keeps it on the device, and can be forgotten', async ({
  page,
}) => {
  test.slow()
  await openReview(page)
  await keepFirst(page)
  await reload(page)
  await expect(list(page)).not.toContainText('Mine: keep')

  await page.getByRole('checkbox', { name: 'Keep my decisions on this device' }).check()
  await keepFirst(page)
  await reload(page)
  await expect(lines(group(page, 'Both')).first()).toContainText('Mine: keep, with a note')
  await expect(page.getByRole('checkbox', { name: 'Keep my decisions on this device' })).toBeChecked()

  await page.getByRole('button', { name: 'Forget 1 decision' }).click()
  await reload(page)
  await expect(list(page)).not.toContainText('Mine: keep')
})

test('a browser that bars all storage shows the case, holds decisions and says that they are not kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    }
  })
  await openReview(page)
  await keepFirst(page)
  await page.getByRole('checkbox', { name: 'Keep my decisions on this device' }).check()
  await expect(page.getByRole('alert')).toContainText('barred or full')
  await expect(lines(group(page, 'Both')).first()).toContainText('Mine: keep, with a note')
})

test('who knew of the drinking in October 2013: one row of the matrix', async ({ page }) => {
  await openReview(page)
  await page.getByRole('button', { name: 'Who knew what' }).click()
  const table = page.getByRole('table', { name: 'Who knew what: Baby K' })
  const row = table.getByRole('row').filter({ hasText: 'one to two bottles of wine a day' })
  const cell = row.getByRole('button', { name: /Oct 2013/ })
  await expect(cell).toHaveCount(1)
  await expect(cell).toContainText('told by the family')
  await cell.click()
  await expect(details(page)).toContainText('October 2013, day not given')
  await expect(details(page).getByRole('list').first()).toHaveText('SMART (drug and alcohol service)')
  await page.getByRole('button', { name: 'Back to the questions' }).click()
  await table.getByRole('button', { name: /Longest lag/ }).click()
  await expect(table.getByRole('columnheader', { name: /Longest lag/ })).toHaveAttribute('aria-sort', 'descending')
})

test('a cell plays the way of its fact on the lanes, by keyboard, and the focus stays on it', async ({ page }) => {
  await openReview(page)
  await page.getByRole('button', { name: 'Who knew what' }).click()
  const table = page.getByRole('table', { name: 'Who knew what: Baby K' })
  const cell = table
    .getByRole('row')
    .filter({ hasText: 'may lose her home' })
    .getByRole('button', { name: /3 Dec 2013/ })
  await cell.focus()
  await page.keyboard.press('Enter')
  const told = page.getByRole('status').filter({ hasText: /^Step/ })
  await expect(told).toHaveText(/^Step 1 of 4: 18 September 2013/)
  const ringed = () =>
    page
      .locator('[role="grid"] .evidence')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-event') ?? ''))])
      .then((ids) => ids.toSorted((a, b) => a.localeCompare(b)).join(' '))
  expect(await ringed()).toBe('e049')
  for (const _ of ['e059', 'e066', 'e075']) await page.keyboard.press('ArrowRight')
  await expect(told).toHaveText(/^Step 4 of 4: 3 December 2013/)
  await expect(cell).toBeFocused()
  expect(await ringed()).toBe('e049 e059 e066 e075')
  const chosen = page.locator('[role="grid"] .mark.selected').first()
  await expect(chosen).toHaveAttribute('data-event', 'e075')
  await expect(chosen).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(told).toHaveCount(0)
  await expect(cell).toBeFocused()
})

test('a way plays by itself where motion is welcome, and nowhere else', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await openReview(page)
  await page.getByRole('button', { name: 'Who knew what' }).click()
  await page
    .getByRole('table', { name: /^Who knew what/ })
    .getByRole('button', { name: /9 Apr 2014/ })
    .first()
    .click()
  const told = page.getByRole('status').filter({ hasText: /^Step/ })
  await expect(told).toHaveText(/^Step 1 of/)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(told).toHaveText(/^Step 2 of/)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeVisible()
})

test('nothing after the horizon is left on the page', async ({ page }) => {
  await openReview(page)
  await page.getByRole('button', { name: 'Stop at a day' }).click()
  await page.getByLabel('Day of the horizon').fill('2013-12-20')
  await page.getByRole('combobox', { name: 'Agency' }).selectOption('Maternity (midwifery)')
  await expect(page.getByText(/Maternity \(midwifery\) could have known \d+ of \d+ events/)).toBeVisible()
  await expect(page.locator('[role="grid"] [data-event="e096"]')).toHaveCount(0)
  await expect(page.locator('body')).not.toContainText(/13 Jan 2014|Baby K dies/)
  await expect(page).toHaveURL(/until=2013-12-20&as=maternity/)
  await expect(page).not.toHaveURL(/event=|finding=/)
  await page.getByRole('button', { name: 'Show the whole case' }).click()
  await expect(page.locator('[role="grid"] [data-event="e096"]').first()).toBeAttached()
})

test('the time between two marks, in days, weeks and working days', async ({ page }) => {
  await openCase(page, 'baby-k', 'page=review&event=e092')
  await page.getByRole('button', { name: 'Measure', exact: true }).click()
  await page.getByRole('button', { name: 'Measure from what is selected' }).click()
  await page.evaluate(() => window.location.replace(window.location.hash.replace('event=e092', 'event=e096')))
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('13 January 2014')
  await page.getByRole('button', { name: 'Measure to what is selected' }).click()
  await expect(page.getByText('5 days; 0 whole weeks; 3 working days (England)')).toBeVisible()
  const chart = page.locator('.chart-frame')
  await expect(chart.locator('.measure-on-axis .measure-tag')).toHaveText(['A', 'B'])
  await expect(chart.locator('.measure-end-mark .measure-tag')).toHaveText(['A', 'B'])

  // Paper has it too; the page that only explores does not; closing the tool ends it.
  await page
    .getByRole('link', { name: 'Print' })
    .or(page.getByRole('button', { name: 'Print' }))
    .click()
  const sheet = page.locator('.sheet').first()
  await expect(sheet.locator('.measure-on-axis .measure-tag')).toHaveText(['A', 'B'])
  await expect(sheet).toContainText(/Measured from A \(.*\) to B \(.*\): 5 days;/)
  const pages = page.getByRole('navigation', { name: 'Pages of the case' })
  await pages.getByRole('button', { name: 'Timeline' }).click()
  await expect(chart.locator('[role="grid"]')).toBeVisible()
  await expect(chart.locator('.measure-tag')).toHaveCount(0)
  await pages.getByRole('button', { name: 'Review' }).click()
  await expect(chart.locator('.measure-on-axis .measure-tag')).toHaveCount(2)
  await page.getByRole('button', { name: 'Measure', exact: true }).click()
  await expect(chart.locator('.measure-tag')).toHaveCount(0)
})

test('the time between two findings, by keyboard alone', async ({ page }) => {
  await openReview(page)
  await page.getByRole('button', { name: 'Measure', exact: true }).click()
  const backTo = async (control: Locator) => {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await control.evaluate((one) => one === document.activeElement)) return
      await page.keyboard.press('Shift+Tab')
    }
    throw new Error('No Shift+Tab leads to the control.')
  }
  const from = page.getByRole('button', { name: 'Measure from what is selected' })
  const to = page.getByRole('button', { name: 'Measure to what is selected' })
  for (const [end, steps] of [
    [from, 1],
    [to, 4],
  ] as const) {
    await page.locator('[role="grid"] [tabindex="0"]').first().focus()
    await page.keyboard.press('Control+Home')
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('g')
    await expect(page.locator('[data-finding]:focus')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(end).toBeEnabled()
    await backTo(end)
    await page.keyboard.press('Enter')
  }
  const bar = page.getByRole('group', { name: 'Measure', exact: true })
  await expect(bar.getByRole('status')).toHaveText(/days?; .* whole weeks?; .* is the earlier\.$/)
  const clear = bar.getByRole('button', { name: 'Clear' })
  await clear.press('Enter')
  await expect(bar.getByRole('status')).toHaveText(/^Choose an event or a finding/)
})

for (const format of ['a Word document', 'Markdown', 'a table (CSV)'])
  test(`what is kept can be saved as ${format}`, async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => void asked.push(request.url()))
    await openReview(page)
    await keepFirst(page)
    expect(asked.filter((address) => address.includes('evidence'))).toEqual([])
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save as ${format}` }).click()
    expect((await saved).suggestedFilename()).toMatch(/^baby-k-evidence\.(docx|md|csv)$/)
    expect(asked.filter((address) => address.includes('evidence')).length).toBeGreaterThan(0)
  })

test('a case without dates and a narrow screen have the page too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openReview(page, 'child-aa')
  expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(320)
  await page.getByRole('button', { name: 'Stop at a day' }).click()
  await page.getByRole('button', { name: 'Who knew what' }).click()
  await expect(page.getByRole('table', { name: /^Who knew what/ })).toBeVisible()
  expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(320)
})
