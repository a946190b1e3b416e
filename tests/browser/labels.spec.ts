import type { Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { openCase, plotBox } from './reader.ts'

/**
 * Pairs of things on the screen that lie on one another though at least one of them is words. A letter's box reaches
 * above and below what is drawn, so words are held by their size around the middle of their line.
 */
async function collisions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slackPx = 1
    const words = [...document.querySelectorAll('[role="grid"] .labels text')].map((label) => {
      const box = label.getBoundingClientRect()
      const spare = Math.max(0, (box.height - Number.parseFloat(getComputedStyle(label).fontSize)) / 2)
      return { name: `“${label.textContent}”`, x0: box.x, x1: box.right, y0: box.y + spare, y1: box.bottom - spare }
    })
    const symbols = [...document.querySelectorAll('[role="grid"] .mark:not(.tray)')].flatMap((mark) => {
      const box = mark.querySelector('.symbol-body, .node-ring')?.getBoundingClientRect()
      const name = `the mark ${mark.getAttribute('data-event')}`
      return box ? [{ name, x0: box.x, x1: box.right, y0: box.y, y1: box.bottom }] : []
    })
    return words.flatMap((one, place) =>
      [...words.slice(place + 1), ...symbols].flatMap((other) =>
        one.x0 < other.x1 - slackPx &&
        other.x0 < one.x1 - slackPx &&
        one.y0 < other.y1 - slackPx &&
        other.y0 < one.y1 - slackPx
          ? [`${one.name} on ${other.name}`]
          : [],
      ),
    )
  })
}

const labels = (page: Page) => page.locator('[role="grid"] .labels text')

for (const [width, height] of [
  [390, 844],
  [820, 1180],
  [1440, 900],
  [1920, 1080],
] as const)
  test(`at ${width} pixels no label lies on a mark or on another label, in any case`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height })
    for (const id of ['baby-k', 'child-aa', 'child-m', 'child-v', 'child-z']) {
      await openCase(page, id)
      await expect(labels(page).first()).toBeVisible()
      await expect.poll(async () => collisions(page), id).toEqual([])
    }
  })

test('no label lies on anything after zooming in or out', async ({ page }) => {
  await openCase(page, 'baby-k')
  for (const name of ['Zoom in', 'Zoom in', 'Zoom in', 'Later', 'Whole case']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect.poll(async () => collisions(page), name).toEqual([])
  }
})

test('labels lie wholly within the plot', async ({ page }) => {
  await openCase(page, 'baby-k')
  const plot = await plotBox(page)
  const outside = await page.evaluate(
    ({ x0, x1 }) =>
      [...document.querySelectorAll('[role="grid"] .labels text')].flatMap((label) => {
        const box = label.getBoundingClientRect()
        return box.x >= x0 - 1 && box.right <= x1 + 1 ? [] : [label.textContent]
      }),
    plot,
  )
  expect(outside).toEqual([])
})

test('an empty chair is drawn over whatever mark of those days would hide it', async ({ page }) => {
  await openCase(page, 'baby-k')
  const hidden = await page.evaluate(
    () =>
      [...document.querySelectorAll('[role="row"]')].flatMap((row) => {
        const empty = [...row.querySelectorAll('.mark:has(.node.absent, .node.not-invited)')]
        const over = [...row.querySelectorAll('.empty-chairs > g')].map((one) => one.getAttribute('transform'))
        const isLast = row.querySelector('.empty-chairs')?.parentElement?.lastElementChild?.matches('.empty-chairs')
        return empty.filter((one) => isLast !== true || !over.includes(one.getAttribute('transform')))
      }).length,
  )
  await expect(page.locator('.mark .node.absent')).not.toHaveCount(0)
  expect(hidden).toBe(0)
})
