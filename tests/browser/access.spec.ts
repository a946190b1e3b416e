import type { Page } from '@playwright/test'
import { axe, expect, siteUrl, test } from './harness.ts'
import { details, openCase, status, theMeeting } from './reader.ts'

const notFound = /status of 404/

async function openWrongFile(page: Page): Promise<void> {
  await page.goto(siteUrl('#/'))
  await page.getByLabel('Open a case file').setInputFiles({
    name: 'wrong.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{ "format": 1 }'),
  })
  await expect(page.getByRole('table', { name: 'Problems in the file' })).toBeVisible()
}

/** States of the page in which a reader may be. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the library': async (page) => {
    await page.goto(siteUrl('#/'))
    await expect(status(page)).toHaveText(/cases/)
  },
  'the content note': async (page) => {
    await page.goto(siteUrl('#/case/baby-k'))
    await expect(page.getByRole('heading', { name: 'Before you read Baby K' })).toBeVisible()
  },
  'the timeline': async (page) => openCase(page, 'baby-k'),
  'the timeline in the order of a case without dates': async (page) => openCase(page, 'child-aa'),
  'an event’s details': async (page) => {
    await openCase(page, 'baby-k', 'event=e096')
    await expect(details(page)).toBeVisible()
  },
  'a finding’s details': async (page) => {
    await openCase(page, 'baby-k', 'finding=f36')
    await expect(details(page)).toBeVisible()
  },
  'a filter that dims': async (page) =>
    openCase(page, 'baby-k', 'without-types=contact,referral&without-agencies=gp-1'),
  'a filter that leaves nothing': async (page) =>
    openCase(page, 'baby-k', 'filtered=hidden&without-types=contact&text=zzzz'),
  'the display settings': async (page) => {
    await openCase(page, 'child-z')
    await page.getByText('Display', { exact: true }).click()
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeVisible()
  },
  'the table': async (page) => openCase(page, 'baby-k', 'page=table&event=e096'),
  'the table with a filter that dims': async (page) => openCase(page, 'baby-k', 'page=table&without-types=contact'),
  'the page about a case': async (page) => {
    await openCase(page, 'baby-k', 'page=about')
    await page.locator('.about details').evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '')
    })
  },
  'a case that is not there': async (page) => {
    await page.goto(siteUrl('#/case/nowhere'))
    await expect(page.getByRole('alert')).toBeVisible()
  },
  'a wrong file': openWrongFile,
}

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing in ${name}`, async ({ page, faults }) => {
    // All folds of the page about a case are some thousands of elements.
    test.slow()
    faults.allow(notFound)
    await reach(page)
    expect(await axe(page)).toEqual([])
  })

  test(`at four times the size ${name} needs no sideways scrolling, and nothing is cut off`, async ({
    page,
    faults,
  }) => {
    faults.allow(notFound)
    await page.setViewportSize({ width: 320, height: 256 })
    await reach(page)
    // The chart is a picture with a pan of its own; everything else must fit.
    const tooWide = await page.evaluate(() => {
      const width = document.documentElement.clientWidth
      return [...document.querySelectorAll('body, body *:not(svg, svg *, .pan, .visually-hidden)')].flatMap(
        (element) => {
          const box = element.getBoundingClientRect()
          const isSeen = element.checkVisibility() && box.width > 0 && box.height > 0
          const isWide = isSeen && (box.right > width + 1 || box.left < -1)
          return isWide
            ? [`${element.tagName} ${element.className} ${Math.round(box.left)}–${Math.round(box.right)}`]
            : []
        },
      )
    })
    expect(tooWide).toEqual([])
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320)
  })
}

for (const [width, textSize] of [
  [320, 1],
  [390, 1],
  [820, 1],
  [1100, 1],
  [1440, 1],
  [1440, 1.5],
] as const)
  test(`at ${width} pixels and ${textSize} times the text nothing in the bar above a case lies on anything else`, async ({
    page,
  }) => {
    await page.addInitScript((preferences) => {
      localStorage.setItem('throughline.preferences', preferences)
    }, JSON.stringify({ textSize }))
    await page.setViewportSize({ width, height: 800 })
    await openCase(page, 'child-aa')
    const overlaps = await page.evaluate(() => {
      const all = [...document.querySelectorAll('.case-header :is(a, h1, button, summary, .search)')]
      const parts = all.filter((part) => part.checkVisibility())
      const boxes = parts.map((part) => ({ name: part.textContent || part.tagName, box: part.getBoundingClientRect() }))
      return boxes.flatMap((one, place) =>
        boxes
          .slice(place + 1)
          .filter(
            ({ box }) =>
              box.x < one.box.right && one.box.x < box.right && box.y < one.box.bottom && one.box.y < box.bottom,
          )
          .map(({ name }) => `${one.name} on ${name}`),
      )
    })
    expect(overlaps).toEqual([])
  })

for (const [name, media] of [
  ['in the dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const)
  test(`axe finds nothing ${name}: library, timeline, details, table`, async ({ page }) => {
    test.slow()
    await page.emulateMedia(media)
    for (const state of ['the library', 'the timeline', 'an event’s details', 'the table']) {
      // Another visit, so that the content note is asked again.
      await page.goto(siteUrl('#/'))
      await page.evaluate(() => sessionStorage.clear())
      await page.goto('about:blank')
      await STATES[state]?.(page)
      expect(await axe(page), state).toEqual([])
    }
  })

test('the theme that is chosen holds against the device’s, and is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openCase(page, 'baby-k')
  const paper = async () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await paper()
  await page.getByText('Display', { exact: true }).click()
  await page.getByRole('radio', { name: 'Light' }).check()
  await expect.poll(paper).not.toBe(dark)
  const light = await paper()
  await page.reload()
  await expect(page.getByRole('grid')).toBeVisible()
  expect(await paper()).toBe(light)
})

test('in forced colours marks and their names are drawn in colours the reader can see', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openCase(page, 'baby-k')
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const hidden = await page.evaluate((background) => {
    const names = [...document.querySelectorAll('.lane-name')]
    return names.filter((name) => getComputedStyle(name).fill === background).map((name) => name.textContent)
  }, paper)
  expect(hidden).toEqual([])
})

test('nothing moves by itself when the reader asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(() => {
    for (const kind of ['transitionrun', 'animationstart'])
      document.addEventListener(kind, (moved) => {
        document.documentElement.dataset['moved'] = moved.type
      })
  })
  await openCase(page, 'baby-k')
  const before = await status(page).innerText()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(status(page)).not.toHaveText(before)
  await theMeeting(page).click()
  await expect(details(page)).toBeVisible()
  await page.getByRole('button', { name: 'Close details' }).click()
  await page.getByRole('button', { name: 'Whole case' }).click()
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.dataset['moved'])).toBeUndefined()
})

test('everything that can be pressed is at least 24 pixels high and wide', async ({ page }) => {
  await openCase(page, 'baby-k', 'event=e096')
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, summary, label:has(input)')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      const isSeen = width > 0 && height > 0
      return isSeen && (width < 23.5 || height < 23.5)
        ? [`${element.getAttribute('aria-label') ?? element.textContent}: ${Math.round(width)} × ${Math.round(height)}`]
        : []
    }),
  )
  expect(small).toEqual([])
})
