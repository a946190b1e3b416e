import { launchOptions } from '#tools/browser.mjs'
import { expect, test } from './harness.ts'
import { expectRoom, labelPx, STATES } from './large-text.ts'
import { openCase } from './reader.ts'

// Text at 200 % as the browser is set to show it.
const options = launchOptions()
test.use({ launchOptions: { ...options, args: [...options.args, '--blink-settings=defaultFontSize=32'] } })

for (const [name, reach] of Object.entries(STATES))
  test(`where the browser shows text at 200 % ${name} fits, and no word is cut or lies on another`, async ({
    page,
  }) => {
    test.slow()
    await reach(page)
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expectRoom(page, `${width} pixels wide`)
    }
  })

test('the words of the chart are as large as the others, and are laid out so', async ({ page }) => {
  await openCase(page, 'baby-k')
  expect(await labelPx(page)).toBe(25)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('[role="rowheader"]')].flatMap((head) => {
      const room = head.closest('svg')?.getBoundingClientRect()
      return [...head.querySelectorAll('text')].flatMap((text) =>
        room && text.getBoundingClientRect().right > room.right + 1 ? [text.textContent] : [],
      )
    }),
  )
  expect(cut).toEqual([])
})
