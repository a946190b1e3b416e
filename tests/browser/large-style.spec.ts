import { expect, test } from './harness.ts'
import { expectRoom, labelPx, STATES } from './large-text.ts'

// Text at 200 % by a style of the reader's own: no question about widths knows of it.
for (const [name, reach] of Object.entries(STATES))
  test(`with text at 200 % by a style ${name} fits, and no word is cut or lies on another`, async ({ page }) => {
    await reach(page)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    // The chart measures its own words, and follows.
    if (await page.getByRole('grid').isVisible()) await expect.poll(async () => labelPx(page)).toBe(25)
    await expectRoom(page, '1440 pixels wide')
  })
