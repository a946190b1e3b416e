import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { aMarkInSight, details, index, type Point, markPlaces, openCase, pairs, plotBox, status } from './reader.ts'

const press = async (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const placeOf = async (page: Page, key: string): Promise<Point> => {
  const place = (await markPlaces(page)).get(key)
  if (!place) throw new Error(`${key} is not drawn.`)
  return place
}
/** How far apart the outermost marks are: the measure of a zoom. */
const width = async (page: Page) => {
  const xs = [...(await markPlaces(page)).values()].map(({ x }) => x)
  return Math.max(...xs) - Math.min(...xs)
}

test('the buttons zoom in by half as much again, out again, to the whole case and back to the first view', async ({
  page,
}) => {
  await openCase(page, 'baby-k')
  const [before, words] = [await width(page), await status(page).innerText()]
  await press(page, 'Zoom in')
  await expect.poll(async () => (await width(page)) / before).toBeCloseTo(1.5, 1)
  await press(page, 'Zoom out')
  await expect.poll(async () => (await width(page)) / before).toBeCloseTo(1, 2)
  await press(page, 'Whole case')
  await expect.poll(async () => (await width(page)) / before).toBeLessThan(0.5)
  await expect(page.getByRole('button', { name: 'Whole case' })).toBeDisabled()
  await press(page, 'First view')
  await expect(status(page)).toHaveText(words)
})

test('Earlier and Later move the window by half, without zooming', async ({ page }) => {
  await openCase(page, 'baby-k')
  await press(page, 'Zoom in')
  const before = await markPlaces(page)
  const plot = await plotBox(page)
  await press(page, 'Later')
  await expect
    .poll(async () => pairs(before, await markPlaces(page)).map((one) => Math.round(one.before.x - one.after.x)))
    .toEqual(pairs(before, before).map(() => Math.round((plot.x1 - plot.x0) / 2)))
})

for (const [direction, wheel] of [
  ['in', -240],
  ['out', 240],
] as const)
  test(`Ctrl and the wheel zoom ${direction} about the pointer: the time under it stays`, async ({ page }) => {
    await openCase(page, 'baby-k', 'from=2013-09-01T00:00&to=2014-03-01T00:00')
    const mark = await aMarkInSight(page)
    const before = await width(page)
    await page.mouse.move(mark.x, mark.y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, wheel)
    await page.keyboard.up('Control')
    await expect.poll(async () => Math.sign((await width(page)) - before)).toBe(-Math.sign(wheel))
    expect(Math.abs((await placeOf(page, mark.key)).x - mark.x)).toBeLessThan(1.5)
  })

test('the wheel alone does not zoom', async ({ page }) => {
  await openCase(page, 'baby-k')
  const mark = await aMarkInSight(page)
  await page.mouse.move(mark.x, mark.y)
  await page.mouse.wheel(0, 300)
  // Something that must come after it.
  await page.mouse.wheel(120, 0)
  await expect.poll(async () => Math.round((await placeOf(page, mark.key)).x - mark.x)).toBe(-120)
})

test('a drag moves the chart with the pointer and selects nothing, not even the mark it began on', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-09-01T00:00&to=2014-03-01T00:00')
  const mark = await aMarkInSight(page)
  await page.mouse.move(mark.x, mark.y)
  await page.mouse.down()
  await page.mouse.move(mark.x + 60, mark.y, { steps: 4 })
  await page.mouse.move(mark.x + 130, mark.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Math.round((await placeOf(page, mark.key)).x - mark.x)).toBe(130)
  await expect(index(page)).toBeVisible()
  await expect(page.locator('[data-event][aria-pressed="true"]')).toHaveCount(0)
})

test('a press that does not move is a click, also after a drag', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-09-01T00:00&to=2014-03-01T00:00')
  const mark = await aMarkInSight(page)
  await page.mouse.move(mark.x, mark.y)
  await page.mouse.down()
  await page.mouse.move(mark.x + 40, mark.y, { steps: 4 })
  await page.mouse.up()
  await page.mouse.click(mark.x + 40, mark.y)
  await expect(details(page)).toBeVisible()
  await expect(page.locator('[role="grid"] [aria-pressed="true"]').first()).toHaveAttribute(
    'data-event',
    mark.key.split(' ')[0] ?? '',
  )
})

test('panning changes neither a lane’s place nor a mark’s row, and moves every mark alike', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-11-01T00:00&to=2014-02-01T00:00')
  const lanes = async () =>
    page.getByRole('rowheader').evaluateAll((all) => all.map((head) => Math.round(head.getBoundingClientRect().y)))
  const [marksBefore, lanesBefore] = [await markPlaces(page), await lanes()]
  await page.getByRole('grid').locator('[data-event][tabindex="0"]').focus()
  let last = await status(page).innerText()
  for (const key of ['PageDown', 'PageDown', 'PageUp', 'PageUp', 'PageUp', 'PageUp']) {
    await page.keyboard.press(key)
    await expect(status(page)).not.toHaveText(last)
    last = await status(page).innerText()
    const moved = pairs(marksBefore, await markPlaces(page))
    expect(moved.length).toBeGreaterThan(20)
    expect(moved.filter(({ before, after }) => Math.abs(before.y - after.y) > 0.5)).toEqual([])
    const shifts = moved.map(({ before, after }) => after.x - before.x)
    expect(Math.max(...shifts) - Math.min(...shifts)).toBeLessThan(1)
    expect(await lanes()).toEqual(lanesBefore)
  }
})

test('the edges of the overview are sliders that keys move, and say what day they stand on', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-06-01T00:00&to=2014-06-01T00:00')
  const start = page.getByRole('slider', { name: 'Start of the window' })
  const end = page.getByRole('slider', { name: 'End of the window' })
  await expect(start).toHaveAttribute('aria-valuetext', '1 June 2013')
  await start.focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
  await expect(start).not.toHaveAttribute('aria-valuetext', '1 June 2013')
  await expect(end).toHaveAttribute('aria-valuetext', '1 June 2014')
  const day = (await start.getAttribute('aria-valuetext')) ?? ''
  expect(Date.parse(`${day} UTC`)).toBeGreaterThan(Date.parse('2013-06-01'))
  await expect(start).toBeFocused()
  const before = Number(await end.getAttribute('aria-valuenow'))
  await end.focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageDown')
  await expect.poll(async () => Number(await end.getAttribute('aria-valuenow'))).toBeLessThan(before)
  await expect(start).toHaveAttribute('aria-valuetext', day)
})

test('a press on the overview centres the window there', async ({ page }) => {
  await openCase(page, 'baby-k')
  const box = await page.getByRole('group', { name: 'Overview of the whole case' }).boundingBox()
  if (!box) throw new Error('There is no overview.')
  await page.mouse.click(box.x + box.width * 0.3, box.y + 20)
  const middle = async () => {
    const at = async (name: string) => Number(await page.getByRole('slider', { name }).getAttribute('aria-valuenow'))
    return ((await at('Start of the window')) + (await at('End of the window'))) / 2
  }
  await expect.poll(async () => Math.abs((await middle()) - 30)).toBeLessThan(1.6)
})
