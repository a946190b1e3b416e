import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { aMarkInSight, index, markPlaces, openCase, plotBox } from './reader.ts'

const HALF_YEAR = 'from=2013-09-01T00:00&to=2014-03-01T00:00'

const placeOf = async (page: Page, key: string) => {
  const place = (await markPlaces(page)).get(key)
  if (!place) throw new Error(`${key} is not drawn.`)
  return place
}
/** How far apart the outermost marks are: the measure of a zoom. */
const width = async (page: Page) => {
  const xs = [...(await markPlaces(page)).values()].map(({ x }) => x)
  return Math.max(...xs) - Math.min(...xs)
}

/** A place of the plot where a press chooses nothing. */
async function emptyPlace(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const plot = await plotBox(page)
  const place = await page.evaluate(({ x0, x1, y0, y1 }) => {
    for (let y = y0 + 20; y < y1 - 20; y += 6)
      for (let x = x0 + 100; x < x1 - 100; x += 10) {
        const there = document.elementFromPoint(x, y)
        if (there?.closest('.chart') && !there.closest('[role="button"], [role="gridcell"]')) return { x, y }
      }
    return undefined
  }, plot)
  if (!place) throw new Error('No place of the plot is empty.')
  return place
}

for (const [direction, modifiers, factor] of [
  ['in', [], 2],
  ['out with Shift', ['Shift'], 1 / 2],
  ['out with Alt', ['Alt'], 1 / 2],
] as const)
  test(`a double click zooms ${direction} about the pointer, and neither selects words nor opens anything`, async ({
    page,
  }) => {
    await openCase(page, 'baby-k', HALF_YEAR)
    const [place, before, places] = [await emptyPlace(page), await width(page), await markPlaces(page)]
    for (const key of modifiers) await page.keyboard.down(key)
    await page.mouse.dblclick(place.x, place.y)
    for (const key of modifiers) await page.keyboard.up(key)
    await expect.poll(async () => (await width(page)) / before).toBeCloseTo(factor, 1)
    const after = await markPlaces(page)
    for (const [key, { x }] of places) {
      const now = after.get(key)
      if (now) expect(Math.abs(now.x - (place.x + (x - place.x) * factor)), key).toBeLessThan(2)
    }
    await expect(index(page)).toBeVisible()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  })

test('the wheel scrolls the lanes when they do not fit, and the time stays', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 })
  await openCase(page, 'child-m')
  const mark = await aMarkInSight(page)
  await page.mouse.move(mark.x, mark.y)
  await page.mouse.wheel(0, 120)
  await expect.poll(async () => (await placeOf(page, mark.key)).y - mark.y).toBeLessThan(-100)
  expect(Math.abs((await placeOf(page, mark.key)).x - mark.x)).toBeLessThan(1)
})

test.describe('with fingers', () => {
  test.use({ hasTouch: true })
  type Points = readonly { readonly x: number; readonly y: number }[]

  const touch = async (cdp: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: Points) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) })

  /** Fingers from their places to others, in steps, and up. */
  async function slide(page: Page, from: Points, to: Points): Promise<void> {
    const cdp = await page.context().newCDPSession(page)
    await touch(cdp, 'touchStart', from)
    for (let step = 1; step <= 8; step += 1)
      await touch(
        cdp,
        'touchMove',
        from.map(({ x, y }, finger) => ({
          x: x + (((to[finger]?.x ?? x) - x) * step) / 8,
          y: y + (((to[finger]?.y ?? y) - y) * step) / 8,
        })),
      )
    await touch(cdp, 'touchEnd', [])
  }

  test('a pinch zooms the time, which stays under both fingers, and chooses nothing', async ({ page }) => {
    await openCase(page, 'baby-k', HALF_YEAR)
    const [mark, before] = [await aMarkInSight(page), await width(page)]
    const { x, y } = mark
    await slide(
      page,
      [
        { x, y },
        { x: x + 100, y: y + 10 },
      ],
      [
        { x: x - 60, y },
        { x: x + 140, y: y + 10 },
      ],
    )
    await expect.poll(async () => (await width(page)) / before).toBeCloseTo(2, 1)
    expect(Math.abs((await placeOf(page, mark.key)).x - (x - 60))).toBeLessThan(3)
    await expect(index(page)).toBeVisible()
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)
  })

  test('one finger sideways moves the time with it, and chooses nothing', async ({ page }) => {
    await openCase(page, 'baby-k', HALF_YEAR)
    const mark = await aMarkInSight(page)
    await slide(page, [mark], [{ x: mark.x + 90, y: mark.y }])
    await expect.poll(async () => Math.round((await placeOf(page, mark.key)).x - mark.x)).toBeGreaterThan(70)
    await expect(index(page)).toBeVisible()
  })

  test('one finger up scrolls the lanes and leaves the time', async ({ page }) => {
    await page.setViewportSize({ width: 820, height: 1180 })
    await openCase(page, 'child-m')
    const mark = await aMarkInSight(page)
    await slide(page, [{ x: 400, y: 800 }], [{ x: 400, y: 640 }])
    await expect.poll(async () => (await placeOf(page, mark.key)).y - mark.y).toBeLessThan(-60)
    expect(Math.abs((await placeOf(page, mark.key)).x - mark.x)).toBeLessThan(1)
  })
})
