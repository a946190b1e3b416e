import type { Page } from '@playwright/test'
import { expect, siteUrl } from './harness.ts'
import { details, openCase, openDialog, status } from './reader.ts'

/** What is wider than the screen, or cuts its own words. Tables may scroll; the chart is a picture with a pan of its own. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const all = [...document.querySelectorAll<HTMLElement>('body *:not(svg, svg *, .visually-hidden, option)')]
    return all.flatMap((element) => {
      const box = element.getBoundingClientRect()
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1
      if (!isSeen || element.closest('.table-scroll, .matrix-scroll, .paper-sheets, .chart')) return []
      const name = `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 30)}`
      const { overflowX } = getComputedStyle(element)
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      const isCut = overflowX !== 'visible' && !isField && element.scrollWidth > element.clientWidth + 1
      return [
        ...(box.right > width + 1 || box.left < -1 ? [`${name} is too wide`] : []),
        ...(isCut ? [`${name} is cut`] : []),
      ]
    })
  })
}

/** Words of the page's frame that lie on one another. */
async function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll(
        '.case-header :is(a, h1, .pages button, .case-tools > *), .chart-tools button, .headline',
      ),
    ].filter((part) => part.checkVisibility() && !part.closest('dialog'))
    const boxes = parts.map((part) => ({ name: part.textContent, box: part.getBoundingClientRect() }))
    return boxes.flatMap((one, place) =>
      boxes
        .slice(place + 1)
        .filter(
          ({ box }) =>
            box.x + 1 < one.box.right &&
            one.box.x + 1 < box.right &&
            box.y + 1 < one.box.bottom &&
            one.box.y + 1 < box.bottom,
        )
        .map(({ name }) => `${one.name} on ${name}`),
    )
  })
}

/** States of the page in which words need room. */
export const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the library': async (page) => {
    await page.goto(siteUrl('#/'))
    await expect(status(page)).toHaveText(/cases/)
  },
  'the timeline': async (page) => openCase(page, 'baby-k'),
  'the details': async (page) => {
    await openCase(page, 'baby-k', 'event=e096')
    await expect(details(page)).toBeVisible()
  },
  'the table': async (page) => openCase(page, 'baby-k', 'page=table&align=e078'),
  'the review': async (page) => {
    await openCase(page, 'baby-k', 'page=review')
    await expect(page.locator('.review-tools')).toBeVisible()
  },
  'the page that prints': async (page) => {
    await openCase(page, 'child-z', 'page=print')
    await expect(page.locator('.sheet').first()).toBeVisible()
  },
  'the keys': async (page) => openDialog(page, 'Keys'),
  'the date to go to': async (page) => openDialog(page, 'Go to a date'),
  'the list of lanes': async (page) => openDialog(page, 'Lanes'),
  'what can be saved': async (page) => {
    await openCase(page, 'baby-k')
    await page.locator('.save-picture summary').click()
  },
}

/** Nothing scrolls sideways but tables, no word is cut, none lies on another. */
export async function expectRoom(page: Page, at: string): Promise<void> {
  const sideways = async () =>
    page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth)
  // Polled, because the chart is laid out again a moment after the room changed.
  await expect
    .poll(
      async () => ({ cut: await faultsOf(page), overlapping: await overlaps(page), sideways: await sideways() }),
      at,
    )
    .toEqual({ cut: [], overlapping: [], sideways: 0 })
}

/** How large the words of the chart are drawn, in pixels. */
export const labelPx = async (page: Page) =>
  page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.querySelector('.lane-name') ?? document.body).fontSize),
  )
