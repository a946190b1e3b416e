import type { Page } from '@playwright/test'
import { FAMILY_NAME, FINDING_KIND_NAME } from '#model/vocabulary.ts'
import { axe, expect, test } from './harness.ts'
import { openCase, readCase } from './reader.ts'

const CASES = ['baby-k', 'child-m', 'child-v', 'child-aa', 'child-z']

interface Pdf {
  readonly text: string
  readonly pages: number
  /** Width and height in points, one for each page. */
  readonly sizes: readonly (readonly number[])[]
}

/** What can be told of a PDF without unpacking it: Chromium leaves everything but the drawing itself readable. */
async function print(page: Page): Promise<Pdf> {
  const text = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1')
  const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) => box.slice(1, 3).map(Number))
  return { text, pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length, sizes }
}

async function openPaper(page: Page, id: string, query = ''): Promise<void> {
  await openCase(page, id, `page=print${query}`)
  await expect(page.locator('.sheet').first()).toBeVisible()
}

/** How many points a sheet's size may be off: browsers round to whole device pixels. */
const MM = 72 / 25.4

function expectSize(pdf: Pdf, widthMm: number, heightMm: number): void {
  for (const [width = 0, height = 0] of pdf.sizes) {
    expect(Math.abs(width - widthMm * MM)).toBeLessThan(1.5)
    expect(Math.abs(height - heightMm * MM)).toBeLessThan(1.5)
  }
}

/** Pages whose words run into their foot or over their edge. */
async function overfull(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.sheet:not(.tile)')].flatMap((sheet) => {
      const foot = sheet.querySelector('.sheet-foot')?.getBoundingClientRect().top ?? 0
      return [...sheet.children].flatMap((child) =>
        !child.classList.contains('sheet-foot') && child.getBoundingClientRect().bottom > foot + 1
          ? [`${sheet.getAttribute('aria-label')}: ${child.className}`]
          : [],
      )
    }),
  )
}

/** The least size of any word on a sheet, in points as printed; sheets are shown smaller on narrow screens. */
async function leastPoints(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes = [...document.querySelectorAll('.sheet *')].flatMap((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        ? [Number.parseFloat(getComputedStyle(one).fontSize) * 0.75]
        : [],
    )
    return Math.min(...sizes)
  })
}

/** Words that name the lanes without events and are cut off, by page. */
async function cutQuiet(page: Page): Promise<readonly string[]> {
  return page
    .locator('.sheet-quiet')
    .evaluateAll((all) =>
      all.flatMap((one) => (one.scrollHeight > one.clientHeight + 1 ? [one.textContent?.slice(-40) ?? ''] : [])),
    )
}

for (const id of CASES) {
  test(`${id} prints to as many tagged A4 pages as were laid out, and nothing else`, async ({ page }) => {
    test.setTimeout(120_000)
    await openPaper(page, id)
    await page.getByRole('radio', { name: 'Whole case' }).check()
    await expect(page.locator('.paper-sheets')).toHaveAttribute('data-pages', /\d+/)
    const wanted = Number(await page.locator('.paper-sheets').getAttribute('data-pages'))
    await expect(page.locator('.sheet')).toHaveCount(wanted)
    expect(await overfull(page)).toEqual([])
    expect(await cutQuiet(page)).toEqual([])
    expect(await leastPoints(page)).toBeGreaterThanOrEqual(6.5)

    const { events, findings } = readCase(id)
    const key = await page
      .locator('.key-table.events tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('data-key')} ${row.querySelector('th')?.textContent}`),
      )
    expect(new Set(key).size).toBe(events.length)
    expect(key.map((row) => Number(row.split(' ')[1]))).toEqual(events.map((_, place) => place + 1))
    await expect(page.locator('.key-table.findings tbody tr')).toHaveCount(findings.length)
    const drawn = new Set(
      await page.locator('.sheet .key-number').evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? '')),
    )
    for (const place of events.keys()) expect(drawn, `number ${place + 1} on a picture`).toContain(String(place + 1))

    const pdf = await print(page)
    expect(pdf.pages).toBe(wanted)
    expectSize(pdf, 297, 210)
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Marked true', '/Outlines']) expect(pdf.text).toContain(mark)
    expect(pdf.text).toMatch(/\/Lang \(en-GB\)/)
    expect(pdf.text).toMatch(/\/Title/)

    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.case-header')).toBeHidden()
    await expect(page.getByRole('form', { name: 'Print' })).toBeHidden()
    const outside = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { parentElement: holder, textContent: text } = node
        if (text?.trim() && holder && !holder.closest('.sheet, noscript, script') && holder.checkVisibility())
          found.push(text)
      }
      return found
    })
    expect(outside).toEqual([])
  })
}

test('every paper prints at its own size, each page with its foot', async ({ page }) => {
  test.setTimeout(120_000)
  await openPaper(page, 'child-aa')
  for (const [name, width, height] of [
    ['A4 portrait', 210, 297],
    ['A3 landscape', 420, 297],
    ['Wall of A4 sheets', 297, 210],
  ] as const) {
    await page.getByRole('radio', { name }).check()
    const count = Number(await page.locator('.paper-sheets').getAttribute('data-pages'))
    await expect(page.locator('.sheet-foot')).toHaveCount(count)
    await expect(page.locator('.sheet-number').last()).toHaveText(`Page ${count} of ${count}`)
    expect(await overfull(page)).toEqual([])
    expect(await cutQuiet(page)).toEqual([])
    expect(await leastPoints(page)).toBeGreaterThanOrEqual(6.5)
    const pdf = await print(page)
    expect(pdf.pages).toBe(count)
    expectSize(pdf, width, height)
  }
})

test('the foot says which case, which filter and who says so', async ({ page }) => {
  await openPaper(page, 'baby-k', '&without-types=care')
  const foot = page.locator('.sheet-foot').first()
  const { review } = readCase('baby-k')
  for (const text of [
    'Baby K, edition',
    review.title,
    review.publisher,
    'without the event types care',
    'Recorded fact: marks',
    'The review’s findings',
  ])
    await expect(foot).toContainText(text)
  await page.getByRole('radio', { name: 'Whole case' }).check()
  await expect(foot).toContainText('No filter.')
  await expect(foot).toContainText('172 of 172 events')
})

test('the window of the view is what prints, and fewer events than the whole', async ({ page }) => {
  await openPaper(page, 'baby-k', '&from=2013-11-01&to=2013-12-01')
  await expect(page.locator('.sheet-head').first()).toContainText('1 November 2013 to 30 November 2013')
  const rows = page.locator('.key-table.events tbody tr')
  const few = await rows.count()
  await page.getByRole('radio', { name: 'Whole case' }).check()
  await expect(rows).toHaveCount(readCase('baby-k').events.length)
  expect(few).toBeLessThan(30)
  expect(few).toBeGreaterThan(5)
})

test('on grey paper nothing is coloured', async ({ page }) => {
  await openPaper(page, 'baby-k')
  await page.getByRole('radio', { name: 'Greyscale' }).check()
  const coloured = await page.locator('.sheet *').evaluateAll((all) => {
    const isGrey = (text: string) => {
      const [red, green, blue] = [...text.matchAll(/[\d.]+/g)].map(([number]) => Number(number))
      return red === undefined || (Math.abs(red - (green ?? 0)) <= 8 && Math.abs(red - (blue ?? 0)) <= 8)
    }
    return all.flatMap((one) => {
      const { fill, stroke, color } = getComputedStyle(one)
      return [fill, stroke, color].filter((value) => value.startsWith('rgb') && !isGrey(value))
    })
  })
  expect([...new Set(coloured)]).toEqual([])
})

/** How much of the ink of two signs of the legend differs, least first: 0 where they look the same, 1 where they share nothing. */
async function unlikeness(page: Page): Promise<readonly (readonly [number, string])[]> {
  const names = await page.locator('.paper-legend li').evaluateAll((items) => {
    const board = document.createElement('div')
    board.id = 'board'
    Object.assign(board.style, { position: 'fixed', top: 0, left: 0, zIndex: 9, background: '#fff' })
    for (const item of items) {
      const sign = item.querySelector('svg')?.cloneNode(true)
      if (sign instanceof SVGSVGElement) {
        Object.assign(sign.style, { width: '72px', height: '64px' })
        board.append(sign)
      }
    }
    document.querySelector('.paper-sheets')?.append(board)
    return items.map((item) => item.textContent?.trim() ?? '')
  })
  await page.setViewportSize({ width: 1280, height: 64 * names.length })
  const shot = await page.locator('#board').screenshot()
  const inks = await page.evaluate(
    async ({ data, count }) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))]))
      const canvas = new OffscreenCanvas(72, 64 * count)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data: bytes = new Uint8ClampedArray() } = context?.getImageData(0, 0, 72, 64 * count) ?? {}
      const each = 72 * 64
      return Array.from({ length: count }, (_, sign) =>
        Array.from({ length: each }, (__, at) => (bytes[(sign * each + at) * 4] ?? 255) < 150),
      )
    },
    { data: shot.toString('base64'), count: names.length },
  )
  const pairs = inks.flatMap((one, place) =>
    inks.slice(place + 1).map((other, further): readonly [number, string] => {
      const all = one.filter((ink, at) => ink || other[at]).length
      const unlike = one.filter((ink, at) => ink !== other[at]).length
      return [unlike / all, `${names[place]} / ${names[place + 1 + further]}`]
    }),
  )
  return pairs.toSorted(([a], [b]) => a - b)
}

test('in grey every sign of the legend is told from every other by what it looks like', async ({ page }) => {
  test.setTimeout(120_000)
  await openPaper(page, 'baby-k')
  await page.getByRole('radio', { name: 'Greyscale' }).check()
  await page.getByRole('radio', { name: 'Whole case' }).check()
  const listed = await page.locator('.paper-legend li').allTextContents()
  const { findings } = readCase('baby-k')
  const kinds = [...new Set(findings.map(({ kind }) => FINDING_KIND_NAME[kind]))]
  expect(kinds.length).toBeGreaterThan(12)
  const others = ['At the meeting', 'Expected and absent', 'Not invited', 'Hollow: date not exact', 'Met, no minutes']
  expect(listed).toEqual(expect.arrayContaining([...kinds, ...others, 'The child was seen', 'Period behind the lanes']))
  // Families are told by lane and name; their swatch is colour alone.
  const families = Object.values(FAMILY_NAME)
  const told = (await unlikeness(page)).filter(([, pair]) => !families.some((name) => pair.includes(name)))
  // The nearest two, a disc and a lozenge, differ in a sixth of their ink.
  expect(told.filter(([share]) => share < 0.14)).toEqual([])
})

test('the wall’s sheets have lane codes and dates in their margins and marks to cut along', async ({ page }) => {
  await openPaper(page, 'baby-k')
  await page.getByRole('radio', { name: 'Wall of A4 sheets' }).check()
  await page.getByRole('combobox', { name: 'Across' }).selectOption('2')
  await page.getByRole('combobox', { name: 'Down' }).selectOption('2')
  await expect(page.locator('.sheet.tile')).toHaveCount(4)
  await expect(page.locator('.sheet.tile .cut-mark')).toHaveCount(4)
  const last = page.locator('.sheet.tile').nth(3)
  expect(await last.locator('.margin-word').count()).toBeGreaterThan(8)
})

test('the button in the header leads to the pages, and axe finds no fault there', async ({ page }) => {
  test.setTimeout(120_000)
  await openCase(page, 'child-aa')
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await expect(page).toHaveURL(/page=print/)
  await expect(page.locator('.sheet').first()).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.getByRole('radio', { name: 'Wall of A4 sheets' }).check()
  expect(await axe(page)).toEqual([])
})
