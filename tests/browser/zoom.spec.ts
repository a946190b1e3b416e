import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { markPlaces, openCase, status } from './reader.ts'

const HALF_YEAR = 'from=2013-09-01T00:00&to=2014-03-01T00:00'
const moving = (page: Page) => page.locator('canvas.moving')

/** Turns the wheel with Control down, a turn a frame, once more where a frame came so late that it rested, and says how the chart looks once the last has been drawn. */
async function turnWheel(page: Page, turns: number, deltaY: number): Promise<string> {
  return page.locator('.chart').evaluate(
    async (chart, [count, by]) => {
      const { left, top, width } = chart.getBoundingClientRect()
      const frame = async () => new Promise((next) => requestAnimationFrame(next))
      const turn = { deltaY: by, clientX: left + width * 0.6, clientY: top + 200, ctrlKey: true, cancelable: true }
      const canvas = chart.querySelector('canvas')
      for (let done = 0; done < count || canvas?.hidden; done += 1) {
        chart.dispatchEvent(new WheelEvent('wheel', turn))
        await frame()
      }
      return canvas?.toDataURL().split(',')[1] ?? ''
    },
    [turns, deltaY] as const,
  )
}

/** Two pictures of the chart: how far each mark's surroundings differ, of 255, and the share of all pixels that do. */
async function compare(page: Page, passing: string, rest: string) {
  const { x: left, y: top } = (await page.locator('.chart').boundingBox()) ?? { x: 0, y: 0 }
  const marks = [...(await markPlaces(page))].map(([key, { x, y }]) => ({ key, x: x - left, y: y - top }))
  return page.evaluate(
    async ([a, b, all]) => {
      const pixelsOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([bytes]))
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        context?.drawImage(bitmap, 0, 0)
        const image = context?.getImageData(0, 0, bitmap.width, bitmap.height)
        if (!image) throw new Error('A picture cannot be read.')
        return image
      }
      const [one, other] = [await pixelsOf(a), await pixelsOf(b)]
      const away = (x: number, y: number) => {
        const at = (Math.round(y) * one.width + Math.round(x)) * 4
        const channels = [0, 1, 2].map((channel) =>
          Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)),
        )
        return Math.max(...channels)
      }
      const width = Math.min(one.width, other.width)
      const height = Math.min(one.height, other.height)
      const plotX = document.querySelector('[role="grid"] .plot')?.getBoundingClientRect().x ?? 0
      const firstX = plotX - (document.querySelector('.chart')?.getBoundingClientRect().x ?? 0)
      const inSight = all.filter(({ x, y }) => x > firstX + 9 && x < width - 9 && y > 70 && y < height - 9)
      const REACH = 6
      const ofMarks = inSight.map(({ key, x, y }) => {
        const near: number[] = []
        for (let dy = -REACH; dy <= REACH; dy += 1)
          for (let dx = -REACH; dx <= REACH; dx += 1) near.push(away(x + dx, y + dy))
        return { key, away: near.reduce((sum, value) => sum + value, 0) / near.length }
      })
      let different = 0
      for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (away(x, y) > 48) different += 1
      return { marks: ofMarks, share: different / (width * height) }
    },
    [passing, rest, marks] as const,
  )
}

/** Words find new places when the scale rests, and may then lie by another mark. */
const MOST_SHARE = 0.04
/** A mark that stands two pixels aside differs by more than twice this. */
const MOST_AWAY = 14

for (const [id, query, scheme, forced, deltaY] of [
  ['baby-k', HALF_YEAR, 'light', 'none', -45],
  ['baby-k', '', 'light', 'none', 60],
  ['child-m', '', 'dark', 'none', -30],
  ['child-v', '', 'light', 'active', -45],
  ['child-aa', '', 'dark', 'active', -45],
  ['child-z', '', 'light', 'none', -45],
] as const)
  test(`a zoom of ${id} draws each step as it rests, ${scheme}${forced === 'active' ? ' and forced colours' : ''}, by ${deltaY}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, forcedColors: forced })
    await openCase(page, id, query)
    const passing = await turnWheel(page, 4, deltaY)
    await expect(moving(page)).toBeHidden()
    await page.mouse.move(2, 2)
    const rest = await page.locator('.chart').screenshot()
    const { marks, share } = await compare(page, passing, rest.toString('base64'))
    expect(marks.length).toBeGreaterThan(10)
    expect(marks.filter(({ away }) => away > MOST_AWAY).length / marks.length).toBeLessThan(0.05)
    expect(share).toBeLessThan(MOST_SHARE)
  })

/** Everything of the chart that a listener can come to, in order. */
const listened = (page: Page) => page.getByRole('grid').ariaSnapshot()

test('while the scale changes a listener loses nothing, and the place of the focus is kept', async ({ page }) => {
  await openCase(page, 'baby-k', HALF_YEAR)
  await page.locator('[role="grid"] .mark[tabindex="0"]').first().focus()
  const before = await listened(page)
  // A gesture that does not end before it is told to.
  await page.locator('.chart').evaluate((chart) => {
    const { left, top } = chart.getBoundingClientRect()
    const turn = { deltaY: -2, clientX: left + 400, clientY: top + 200, ctrlKey: true, cancelable: true }
    const timer = setInterval(() => chart.dispatchEvent(new WheelEvent('wheel', turn)), 20)
    addEventListener('keyup', () => clearInterval(timer), { once: true })
  })
  await expect(moving(page)).toBeVisible()
  const during = await listened(page)
  await expect(moving(page)).toBeVisible()
  expect(during).toBe(before)
  await expect(page.locator('[role="grid"] .mark[tabindex="0"]').first()).toBeFocused()
  await page.keyboard.press('Shift')
  await expect(moving(page)).toBeHidden()
})

/** The windows that the overview shows from frame to frame, until the chart has been at rest for a while. */
async function watchWindows(page: Page) {
  await page.evaluate(() => {
    const windows: string[] = []
    Object.assign(globalThis, { countWindows: () => windows.length })
    const look = () => {
      const edges = [...document.querySelectorAll<HTMLElement>('.edge')].map(({ style }) => style.transform)
      if (windows.at(-1) !== edges.join()) windows.push(edges.join())
      requestAnimationFrame(look)
    }
    look()
  })
  return async () => page.evaluate('countWindows()')
}

for (const [name, act] of [
  ['a button', async (page: Page) => page.getByRole('button', { name: 'Zoom in', exact: true }).click()],
  ['a key', async (page: Page) => page.keyboard.press('+')],
  ['a double click', async (page: Page) => page.mouse.dblclick(700, 300)],
] as const)
  test(`a zoom by ${name} eases where motion is welcome, is written and told once, and jumps elsewhere`, async ({
    page,
  }) => {
    await openCase(page, 'baby-k')
    await page.locator('[role="grid"] .mark[tabindex="0"]').first().focus()
    await expect(page.locator('.news')).toHaveText(/^Timeline of/)
    const words = await status(page).innerText()
    const windows = await watchWindows(page)
    await act(page)
    await expect(status(page)).not.toHaveText(words)
    await expect(page.locator('.news')).toHaveText(/^Window: /)
    expect(await windows()).toBe(2)

    await page.emulateMedia({ reducedMotion: 'no-preference' })
    const closer = await status(page).innerText()
    const addresses: string[] = []
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
    await act(page)
    await expect(status(page)).not.toHaveText(closer)
    await expect.poll(() => addresses.length).toBe(1)
    expect(page.url()).toBe(addresses[0])
    expect(await windows()).toBeGreaterThan(4)
    await expect(moving(page)).toBeHidden()
  })

test('a zoom pressed twice in a moment zooms twice, and what is pressed ends it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await openCase(page, 'baby-k')
  const widthOf = async () => {
    const xs = [...(await markPlaces(page)).values()].map(({ x }) => x)
    return Math.max(...xs) - Math.min(...xs)
  }
  const before = await widthOf()
  const zoom = page.getByRole('button', { name: 'Zoom in', exact: true })
  await zoom.evaluate((button) => {
    for (let press = 0; press < 2; press += 1) button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  })
  await expect(moving(page)).toBeHidden()
  await expect.poll(async () => (await widthOf()) / before).toBeCloseTo(2.25, 1)
  const isOver = await page.locator('.chart').evaluate(async (chart) => {
    const at = { clientX: 700, clientY: 300, bubbles: true }
    chart.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -45, ctrlKey: true, cancelable: true }))
    await new Promise((next) => requestAnimationFrame(next))
    const wasUnderWay = chart.querySelector('canvas')?.hidden === false
    chart.querySelector('canvas')?.dispatchEvent(new PointerEvent('pointerdown', at))
    await new Promise((next) => setTimeout(next))
    return wasUnderWay && chart.querySelector('canvas')?.hidden
  })
  expect(isOver).toBe(true)
})
