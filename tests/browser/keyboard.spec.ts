import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { details, focused, openCase, plotBox, readCase, status } from './reader.ts'

const stop = (page: Page) => page.getByRole('grid').locator('[tabindex="0"]')
const key = async (page: Page, name: string) => {
  await page.keyboard.press(name)
  return focused(page)
}
const laneOf = (place: string | undefined) => place?.split(' in ')[1]
const eventOf = (place: string | undefined) => place?.split(' in ')[0]

/** Into the grid by Tab, as a reader gets there. */
async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Whole case' }).focus()
  // Past whatever controls stand between it and the grid.
  for (let press = 0; press < 4 && (await focused(page)) === undefined; press += 1) await page.keyboard.press('Tab')
  expect(await focused(page)).toBeDefined()
}

test('the grid is one stop for Tab, and the next Tab leaves it', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-06-01T00:00&to=2014-06-01T00:00')
  await expect(stop(page)).toHaveCount(1)
  await enter(page)
  const first = await focused(page)
  await page.keyboard.press('ArrowRight')
  await expect(stop(page)).toHaveCount(1)
  const second = await focused(page)
  expect(second).not.toBe(first)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('slider', { name: 'Start of the window' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  expect(await focused(page)).toBe(second)
})

for (const id of ['baby-k', 'child-aa', 'child-z'])
  test(`every event of ${id} is met by keys, once in each of its lanes`, async ({ page }) => {
    // Some hundreds of keys.
    test.setTimeout(240_000)
    const { agencies, events } = readCase(id)
    await openCase(page, id, 'lanes=all')
    await stop(page).focus()
    let top = await focused(page)
    for (let above = await key(page, 'ArrowUp'); above !== top; above = await key(page, 'ArrowUp')) top = above
    const met: string[] = []
    for (let lane = 0; lane < agencies.length; lane += 1) {
      let at = await key(page, 'Home')
      // A lane without events is passed over, so the last one may be met before all are counted.
      if (at === undefined || met.includes(at)) break
      for (let next: string | undefined; at !== undefined; at = next === at ? undefined : next) {
        met.push(at)
        next = await key(page, 'ArrowRight')
      }
      await page.keyboard.press('ArrowDown')
    }
    const there = events.flatMap((event) => event.agencies.map((agency) => `${event.id} in ${agency.id}`))
    expect(met.toSorted()).toEqual(there.toSorted())
  })

test('what has the focus is always in sight, with its words for a listener', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-12-01T00:00&to=2014-02-01T00:00')
  await stop(page).focus()
  const plot = await plotBox(page)
  for (const name of ['Control+Home', 'ArrowRight', 'Control+End', 'ArrowUp', 'Home', 'End', 'g', 'g']) {
    await page.keyboard.press(name)
    const box = await page.locator(':focus').boundingBox()
    if (!box) throw new Error(`Nothing is in focus after ${name}.`)
    const isTray = await page.locator(':focus').evaluate((mark) => mark.classList.contains('tray'))
    if (!isTray) {
      expect(box.x + box.width, name).toBeGreaterThan(plot.x0)
      expect(box.x, name).toBeLessThan(plot.x1)
    }
    expect(box.y + box.height, name).toBeGreaterThan(plot.y0)
    expect(box.y, name).toBeLessThan(plot.y1)
    await expect(page.locator(':focus')).toHaveAttribute('aria-label', /\S+ \S+/)
  }
})

test('Home and End go to the ends of the lane, with Control to those of the case', async ({ page }) => {
  const { events } = readCase('baby-k')
  await openCase(page, 'baby-k', 'lanes=all')
  await stop(page).focus()
  const first = await key(page, 'Control+Home')
  expect(eventOf(first)).toBe(events[0]?.id)
  await page.keyboard.press('ArrowDown')
  const lane = laneOf(await focused(page))
  const end = await key(page, 'End')
  expect(laneOf(end)).toBe(lane)
  expect(await key(page, 'ArrowRight')).toBe(end)
  const home = await key(page, 'Home')
  expect(laneOf(home)).toBe(lane)
  expect(home).not.toBe(end)
  const last = await key(page, 'Control+End')
  expect(last).not.toBe(first)
  expect(await key(page, 'ArrowRight')).toBe(last)
})

test('up and down go to the nearest in time of the next lane, and back', async ({ page }) => {
  await openCase(page, 'baby-k')
  await stop(page).focus()
  const start = await key(page, 'Control+Home')
  const below = await key(page, 'ArrowDown')
  expect(laneOf(below)).not.toBe(laneOf(start))
  expect(laneOf(await key(page, 'ArrowUp'))).toBe(laneOf(start))
})

for (const opening of ['Enter', ' '])
  test(`${opening === ' ' ? 'Space' : opening} opens a mark’s details and Escape leads back to that mark`, async ({
    page,
  }) => {
    await openCase(page, 'baby-k', 'event=e096')
    await page.keyboard.press('Escape')
    await expect(details(page)).toHaveCount(0)
    // The meeting has a mark in six lanes; the way back must be to the one the reader left.
    const lane = laneOf(await key(page, 'm'))
    expect(lane).toBeDefined()
    await page.keyboard.press(opening)
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Professionals meeting about Ms A')
    await page.getByRole('button', { name: 'Close details' }).focus()
    await page.keyboard.press('Escape')
    await expect(details(page)).toHaveCount(0)
    expect(await focused(page)).toBe(`e096 in ${lane}`)
  })

test('after a link is closed the arrows go on from its mark', async ({ page }) => {
  await openCase(page, 'baby-k', 'event=e096')
  await page.getByRole('button', { name: 'Close details' }).click()
  const at = await focused(page)
  expect(eventOf(at)).toBe('e096')
  await expect(stop(page)).toBeFocused()
  const next = await key(page, 'ArrowRight')
  expect(laneOf(next)).toBe(laneOf(at))
  expect(await key(page, 'ArrowLeft')).toBe(at)
})

test('G goes from finding to finding, Shift+G back, and Enter opens one', async ({ page }) => {
  await openCase(page, 'baby-k')
  await stop(page).focus()
  const first = await key(page, 'g')
  expect(first).toMatch(/^finding /)
  const second = await key(page, 'g')
  expect(second).toMatch(/^finding /)
  expect(second).not.toBe(first)
  expect(await key(page, 'Shift+G')).toBe(first)
  await page.keyboard.press('Enter')
  await expect(details(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(details(page)).toHaveCount(0)
  expect(await focused(page)).toBe(first)
})

test('M goes round the lanes of a meeting', async ({ page }) => {
  const meeting = readCase('baby-k').events.find(({ id }) => id === 'e096')
  await openCase(page, 'baby-k', 'event=e096')
  await page.keyboard.press('Escape')
  const met = [await focused(page)]
  for (let press = 1; press < (meeting?.agencies.length ?? 0); press += 1) met.push(await key(page, 'm'))
  expect(new Set(met)).toEqual(new Set(meeting?.agencies.map(({ id }) => `e096 in ${id}`)))
  expect(met).toHaveLength(meeting?.agencies.length ?? 0)
  expect(await key(page, 'm')).toBe(met[0])
})

test('plus, minus, nought and the page keys move the window while the mark keeps the focus', async ({ page }) => {
  await openCase(page, 'baby-k')
  await stop(page).focus()
  const at = await focused(page)
  const words = async () => status(page).innerText()
  const first = await words()
  await page.keyboard.press('+')
  await expect(status(page)).not.toHaveText(first)
  const zoomed = await words()
  await page.keyboard.press('PageUp')
  await expect(status(page)).not.toHaveText(zoomed)
  await page.keyboard.press('PageDown')
  await expect(status(page)).toHaveText(zoomed)
  await page.keyboard.press('-')
  await expect(status(page)).toHaveText(first)
  await page.keyboard.press('-')
  await expect(status(page)).not.toHaveText(first)
  await page.keyboard.press('0')
  await expect(status(page)).toHaveText(first)
  expect(await focused(page)).toBe(at)
})

test('a page on or back takes the keyboard along to a mark in sight of the same lane', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-11-01T00:00&to=2013-12-15T00:00')
  const first = readCase('baby-k').events.find(
    ({ agencies, date }) => agencies.some(({ id }) => id === 'maternity') && date?.startsWith('2013-11'),
  )
  const start = `${first?.id} in maternity`
  await page.locator(`[data-event="${first?.id}"][data-lane="maternity"]`).focus()
  expect(await focused(page)).toBe(start)
  for (const press of ['PageDown', 'PageDown', 'PageUp']) {
    const before = await status(page).innerText()
    await page.keyboard.press(press)
    await expect(status(page)).not.toHaveText(before)
    await expect.poll(async () => focusInSight(page)).toBe(true)
    expect(await focused(page)).toMatch(/ in maternity$/)
  }
  expect(await focused(page)).not.toBe(start)
})

test('letters typed into the search do not move the chart', async ({ page }) => {
  await openCase(page, 'baby-k')
  await page.getByRole('searchbox', { name: 'Search' }).fill('')
  const before = await status(page).innerText()
  await page.getByRole('searchbox', { name: 'Search' }).press('0')
  await page.getByRole('searchbox', { name: 'Search' }).press('+')
  await page.getByRole('searchbox', { name: 'Search' }).fill('')
  await expect(status(page)).toHaveText(before)
  expect(await focused(page)).toBeUndefined()
})

/** Whether what has the focus is in sight, with its ring over whatever else stands there. */
const focusInSight = async (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement
    const sight = one?.closest('.chart-scroll')?.getBoundingClientRect()
    const plot = one?.closest('.plot, .lane-start')?.getBoundingClientRect()
    const box = one?.querySelector('.ring')?.getBoundingClientRect()
    if (!sight || !plot || !box) return false
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const echo = document.querySelector('.focus-echo .echo-ring')?.getBoundingClientRect()
    const isOver = one?.closest('.lane-start') || (echo && Math.hypot(echo.x - box.x, echo.y - box.y) < 2)
    return Boolean(isOver) && x > plot.left && x < plot.right && y > sight.top && y < sight.bottom
  })

for (const id of ['child-m', 'baby-k'])
  test(`the focus stays in sight and over other marks while one walks and zooms through ${id}`, async ({ page }) => {
    test.slow()
    await openCase(page, id)
    // The first stop is in sight too, wherever the case began.
    await page.locator('[role="grid"] [tabindex="0"]').focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect.poll(async () => focusInSight(page), 'the first stop').toBe(true)
    const walk = ['End', 'ArrowDown', 'ArrowLeft', 'ArrowDown', 'Home', 'Control+End', 'ArrowUp', 'l', 'm']
    const zoom = ['+', '+', '+', 'ArrowRight', '+', '+', '-', 'ArrowDown', '+', 'ArrowUp', '-', '-']
    for (const [place, key] of [...walk, ...zoom].entries()) {
      await page.keyboard.press(key)
      await expect.poll(async () => focusInSight(page), `${key}, key ${place}`).toBe(true)
    }
  })

test('every finding that G goes to is in sight', async ({ page }) => {
  await openCase(page, 'child-m')
  await page.locator('[role="grid"] [tabindex="0"]').focus()
  for (let place = 0; place < 12; place += 1) {
    await page.keyboard.press('g')
    await expect
      .poll(async () =>
        page.evaluate(() => {
          const box = document.activeElement?.querySelector('.hit')?.getBoundingClientRect()
          const plot = document.activeElement?.closest('.plot')?.getBoundingClientRect()
          return box && plot ? box.left < plot.right && box.right > plot.left : false
        }),
      )
      .toBe(true)
  }
})

test('who opens a line of the panel goes on in it, and the table’s heads never cover the focus', async ({ page }) => {
  await openCase(page, 'baby-k', 'event=e078')
  await details(page).getByRole('listitem').getByRole('button').first().press('Enter')
  await expect(details(page).getByRole('heading', { level: 2 })).toBeFocused()
  await page.getByRole('button', { name: 'Table' }).click()
  const titles = page.locator('.cell-title')
  await titles.nth(30).focus()
  for (let place = 29; place > 8; place -= 1) {
    await page.keyboard.press('Shift+Tab')
    await expect(titles.nth(place)).toBeFocused()
    const isFree = await titles.nth(place).evaluate((title) => {
      const { x, y } = title.getBoundingClientRect()
      return document.elementFromPoint(x + 4, y + 4) === title
    })
    expect(isFree, `row ${place}`).toBe(true)
  }
})

test('on a phone the details do not cover the mark they are of', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openCase(page, 'baby-k')
  await page.locator('[role="grid"] [tabindex="0"]').focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'])
    await page.keyboard.press(key)
  await expect(details(page)).toBeVisible()
  await expect
    .poll(async () =>
      page.evaluate(() => {
        const mark = document.activeElement?.getBoundingClientRect()
        const panel = document.querySelector('.panel')?.getBoundingClientRect()
        return mark && panel ? mark.bottom <= panel.top + 1 : false
      }),
    )
    .toBe(true)
})
