import type { Page } from '@playwright/test'
import { axe, expect, test } from './harness.ts'
import { openCase, status } from './reader.ts'

const heads = (page: Page) =>
  page.getByRole('rowheader').evaluateAll((all) => all.map((head) => head.getAttribute('aria-label') ?? ''))
const opener = (page: Page) => page.getByRole('button', { name: /^Lanes(, \d+ hidden)?$/ })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Lanes' })
const head = (page: Page, name: string) =>
  page.getByRole('grid').getByRole('button', { name: `Move, pin or hide ${name}`, exact: true })

async function open(page: Page, id: string, query = ''): Promise<void> {
  await openCase(page, id, query)
  await opener(page).click()
  await expect(dialog(page)).toBeVisible()
}

test('the list of lanes is worked by keys alone, and focus comes back to its button', async ({ page }) => {
  await openCase(page, 'child-v', 'lanes=all')
  await opener(page).focus()
  await page.keyboard.press('Enter')
  const up = dialog(page).getByRole('button', { name: 'Move Thames Valley Police up' })
  await up.focus()
  const before = await heads(page)
  await page.keyboard.press('Enter')
  await expect.poll(() => heads(page)).not.toEqual(before)
  // The button that was pressed keeps the focus on the way, past the end of a family too.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(up).toBeFocused()
  expect((await heads(page)).indexOf('Thames Valley Police')).toBe(before.indexOf('Thames Valley Police') - 3)
  await expect(page).toHaveURL(/lane-order=/)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(opener(page)).toBeFocused()
})

test('Escape closes the list and leaves the details open', async ({ page }) => {
  await open(page, 'baby-k', 'event=e096')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible()
})

test('a press beside the list closes it', async ({ page }) => {
  await open(page, 'baby-k')
  await page.mouse.click(300, 300)
  await expect(dialog(page)).toBeHidden()
})

test('the lanes of one day can be had alone, and Back brings the others again', async ({ page }) => {
  await openCase(page, 'child-m', 'from=2014-03-29T00:00&to=2014-03-30T00:00')
  const before = await heads(page)
  await page.locator('summary', { hasText: 'More' }).click()
  await page.getByRole('button', { name: 'Hide lanes without events in this window' }).click()
  await expect.poll(async () => (await heads(page)).length).toBeLessThan(before.length)
  const names = await heads(page)
  for (const name of [
    'Hospital A',
    'Ambulance service',
    'Police, Northamptonshire',
    'Children’s social care, Milton Keynes',
  ])
    expect(names).toContain(name)
  await expect(opener(page)).toHaveText(`Lanes, ${before.length - names.length} hidden`)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect.poll(() => heads(page)).toEqual(before)
})

test('a link keeps order, pins, hidden lanes and collapsed families', async ({ page }) => {
  await open(page, 'child-m')
  await dialog(page).getByRole('button', { name: 'Health, 14 agencies' }).click()
  await dialog(page).getByRole('button', { name: 'Pin Police, Northamptonshire to the top' }).click()
  await dialog(page).getByRole('button', { name: 'Hide Children’s centre' }).click()
  await dialog(page).getByRole('button', { name: 'Move Health up' }).click()
  await expect(page).toHaveURL(/lane-order=.*pinned-lanes=.*hidden-lanes=.*collapsed=health/)
  const there = await heads(page)
  await page.reload()
  await expect.poll(() => heads(page)).toEqual(there)
  expect(there).toContain('Health')
  expect(there[0]).toBe('Police, Northamptonshire')
  await expect(opener(page)).toHaveText('Lanes, 1 hidden')
  await expect(status(page)).toContainText('222 of 222 events')
})

test('a set of lanes is there after the page is loaded again', async ({ page }) => {
  await open(page, 'child-m', 'collapsed=health')
  await dialog(page).getByRole('textbox').fill('Health as one')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Reset lanes' }).click()
  await expect(page).not.toHaveURL(/collapsed/)
  await page.reload()
  await expect.poll(() => heads(page)).not.toContain('Health')
  await opener(page).click()
  await dialog(page).getByRole('button', { name: 'Use Health as one' }).click()
  await expect.poll(() => heads(page)).toContain('Health')
})

test('a lane is dragged by its head; a click on the head opens the list at that lane', async ({ page }) => {
  await openCase(page, 'child-v')
  const before = await heads(page)
  const [first = '', second = '', third = ''] = before
  expect(third).not.toBe('')
  const from = await head(page, second).boundingBox()
  const to = await head(page, third).boundingBox()
  if (!from || !to) throw new Error('The heads of the lanes are not drawn.')
  await page.mouse.move(from.x + 20, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 4 })
  await page.mouse.move(to.x + 20, to.y + to.height - 2, { steps: 2 })
  await expect(page.locator('.lane-drop')).toBeVisible()
  await page.mouse.up()
  await expect(page.locator('.lane-drop')).toHaveCount(0)
  await expect(dialog(page)).toBeHidden()
  expect(await heads(page)).toEqual([first, third, second, ...before.slice(3)])
  await head(page, third).click({ position: { x: 20, y: 10 } })
  await expect(dialog(page).getByRole('button', { name: `Move ${third} up` })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(head(page, third)).toBeFocused()
})

test('on the chart a lane moves with Alt and an arrow, from its head and from a mark', async ({ page }) => {
  await openCase(page, 'child-v')
  const before = await heads(page)
  await page.getByRole('grid').locator('[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  const name = await page.locator(':focus').getAttribute('aria-label')
  expect(name).toMatch(/^Move, pin or hide /)
  const lane = name?.replace('Move, pin or hide ', '') ?? ''
  const place = before.indexOf(lane)
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await heads(page)).indexOf(lane)).toBe(place + 1)
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', name ?? '')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator(':focus')).toHaveAttribute('data-event', /./)
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => heads(page)).toEqual(before)
  await expect(page.locator(':focus')).toHaveAttribute('data-event', /./)
})

test('a proposed order shortens the lines it says it shortens', async ({ page }) => {
  await open(page, 'child-m')
  const before = await heads(page)
  const lengths = () =>
    page
      .locator('.spine-line')
      .evaluateAll((lines) =>
        lines.reduce((sum, line) => sum + (line instanceof SVGGraphicsElement ? line.getBBox().height : 0), 0),
      )
  const long = await lengths()
  await dialog(page).getByRole('button', { name: 'Shorten meeting lines' }).click()
  await expect(dialog(page)).toContainText(/now pass \d+ lanes with no part in the meeting/)
  expect(await heads(page)).toEqual(before)
  await dialog(page).getByRole('button', { name: 'Use this order' }).click()
  await expect.poll(() => heads(page)).not.toEqual(before)
  expect(await lengths()).toBeLessThan(long)
  await dialog(page).getByRole('button', { name: 'Reset lanes' }).click()
  await expect.poll(() => heads(page)).toEqual(before)
})

test('with every lane hidden the chart is empty and the way back is there', async ({ page }) => {
  await open(page, 'child-aa')
  const hide = dialog(page).getByRole('button', { name: /^Hide / })
  for (let place = 0; place < (await hide.count()); place += 1) await hide.nth(place).click()
  await expect(page.getByRole('rowheader')).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Reset lanes' }).click()
  await expect(page.getByRole('rowheader').first()).toBeAttached()
})

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the open list, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await open(page, 'child-m', 'collapsed=health&pinned-lanes=police&hidden-lanes=cps')
    await dialog(page).getByRole('button', { name: 'Shorten meeting lines' }).click()
    expect(await axe(page)).toEqual([])
  })

test('everything in the list can be hit by a finger', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await open(page, 'child-m')
  const small = await dialog(page)
    .locator('button, input')
    .evaluateAll((all) =>
      all.flatMap((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width < 44 || height < 44 ? [`${one.textContent} ${width}×${height}`] : []
      }),
    )
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await context.close()
})
