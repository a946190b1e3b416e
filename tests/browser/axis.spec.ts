import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { openCase } from './reader.ts'

/** Words of the axis, and of the periods on the child's line, that the plot cuts; and how many there are. */
async function wordsOfAxis(page: Page) {
  return page.evaluate(() => {
    const plot = document.querySelector('.axis .plot')?.getBoundingClientRect()
    if (!plot) throw new Error('There is no axis.')
    const words = [...document.querySelectorAll('.axis .plot text, .period.child text, .sightings text')].flatMap(
      (text) => {
        const { left, right } = text.getBoundingClientRect()
        const isOut = right < plot.left || left > plot.right
        return text.textContent === '' || isOut ? [] : [{ text: text.textContent, left, right }]
      },
    )
    const isCut = ({ left, right }: { readonly left: number; readonly right: number }) =>
      left < plot.left - 1 || right > plot.right + 1
    return { count: words.length, cut: words.filter(isCut).map(({ text }) => text) }
  })
}

for (const [id, query] of [
  ['baby-k', ''],
  ['baby-k', 'align=e078'],
  ['baby-k', 'until=2013-12-20'],
  ['child-m', ''],
  ['child-v', ''],
] as const)
  test(`no word of the axis or of a period is cut at an edge, wherever a pan comes to rest: ${id} ${query}`, async ({
    page,
  }) => {
    await openCase(page, id, query)
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const step of [0, 1, 2, 3]) {
        if (step > 0) await page.locator('.chart').dispatchEvent('wheel', { deltaX: 37, deltaY: 0 })
        const place = `${width} pixels, step ${step}`
        await expect.poll(async () => (await wordsOfAxis(page)).cut, place).toEqual([])
        expect((await wordsOfAxis(page)).count, place).toBeGreaterThan(2)
      }
    }
  })
