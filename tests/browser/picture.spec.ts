import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { FINDING_KIND_NAME } from '#model/vocabulary.ts'
import { expect, test } from './harness.ts'
import { openCase, readCase } from './reader.ts'

async function save(page: Page, format: 'SVG' | 'PNG'): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('.save-picture summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: new RegExp(`^${format}`) }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('an SVG of the view needs nothing else and says what it shows', async ({ page }) => {
  await openCase(page, 'baby-k', 'without-types=care')
  const { name, bytes } = await save(page, 'SVG')
  expect(name).toMatch(/^baby-k-2013-\d\d-\d\d-2014-\d\d-\d\d\.svg$/)
  const text = bytes.toString('utf8')
  // Markup may be read from text only outside the app's own policy.
  const blank = await page.context().newPage()
  const found = await blank.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
    const words = [...parsed.querySelectorAll('text')].map((one) => one.textContent ?? '')
    return {
      root: parsed.documentElement.localName,
      title: parsed.querySelector('svg > title')?.textContent,
      desc: parsed.querySelector('svg > desc')?.textContent,
      words,
      classes: parsed.querySelectorAll('[class], [style], [role]:not(:root), [data-event]').length,
    }
  }, text)
  expect(found.root).toBe('svg')
  expect(found.title).toContain('Baby K: ')
  expect(found.desc).toContain((await page.locator('#headline').textContent()) ?? '-')
  expect(found.desc).toContain('without the event types care')
  expect(found.classes).toBe(0)
  const words = found.words.join('\n')
  const { review } = readCase('baby-k')
  for (const one of [
    'Contact',
    'Referral',
    'Meeting',
    FINDING_KIND_NAME['missed-referral'],
    'Baby K, edition',
    review.publisher,
    'Recorded fact: marks',
    'without the event types care',
  ])
    expect(words).toContain(one)
  expect(words).not.toContain('\nCare\n')
  expect(text).toContain('@font-face')
  const references = [...text.matchAll(/(?:href|src)\s*=\s*"([^"]*)"|url\(([^)]*)\)/g)].map(
    (one) => one[1] ?? one[2] ?? '',
  )
  for (const one of references) expect(one).toMatch(/^(#|data:)/)
  // The namespace is a name, not an address that is asked for.
  expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
})

test('a PNG has twice the drawing’s pixels and the colours of paper, whatever the screen’s theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openCase(page, 'child-aa')
  const drawing = await save(page, 'SVG')
  const [, width = 0, height = 0] =
    /width="(\d+)" height="(\d+)"/.exec(drawing.bytes.toString('utf8'))?.map(Number) ?? []
  const { name, bytes } = await save(page, 'PNG')
  expect(name).toMatch(/^child-aa-\d+-\d+\.png$/)
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width * 2, height * 2])
  const corner = await page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))]))
    const canvas = new OffscreenCanvas(1, 1)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
  }, bytes.toString('base64'))
  for (const channel of corner) expect(channel).toBeGreaterThan(240)
})

test('what a filter leaves out is smaller, not only fainter, on the screen and in a file whose legend says so', async ({
  page,
}) => {
  await openCase(page, 'baby-k')
  const marks = page.locator('.mark:has(.symbol-body)')
  const sizes = () =>
    marks.evaluateAll((all) =>
      all.map((one): [string, number] => [
        `${one.getAttribute('data-event')} ${one.getAttribute('data-lane')}`,
        one.querySelector('.symbol-body')?.getBoundingClientRect().height ?? 0,
      ]),
    )
  const before = new Map(await sizes())
  await page.getByRole('checkbox', { name: 'Contact', exact: true }).uncheck()
  await expect(page.locator('.mark.dim').first()).toBeVisible()
  const shares = (await sizes()).map(([key, px]) => Math.round((px / (before.get(key) ?? 0)) * 10))
  const dimmed = await marks.evaluateAll((all) => all.map((one) => one.classList.contains('dim')))
  expect(dimmed.filter(Boolean).length).toBeGreaterThan(5)
  expect([...new Set(shares.filter((_, place) => !dimmed[place]))]).toEqual([10])
  expect(Math.max(...shares.filter((_, place) => dimmed[place]))).toBeLessThan(8)
  expect((await save(page, 'SVG')).bytes.toString('utf8')).toContain('>Left out by the filter<')
  await page.getByRole('radio', { name: 'Hide' }).check()
  expect((await save(page, 'SVG')).bytes.toString('utf8')).not.toContain('>Left out by the filter<')
})

test('nothing from before or after the window is in the file', async ({ page }) => {
  await openCase(page, 'baby-k', 'from=2013-07-01&to=2013-09-01')
  const { name, bytes } = await save(page, 'SVG')
  expect(name).toBe('baby-k-2013-07-01-2013-08-31.svg')
  expect(bytes.toString('utf8')).not.toContain('Baby K dies')
})

test('a picture from the review says what is ringed, where it stops, and under which thresholds', async ({ page }) => {
  await openCase(page, 'baby-k', 'page=review')
  const questions = page.getByRole('region', { name: 'Questions' })
  await page.getByRole('button', { name: 'Stop at a day' }).click()
  await page.getByLabel('Day of the horizon').fill('2013-12-20')
  await questions.getByRole('heading', { name: 'Thresholds' }).click()
  await page.getByRole('spinbutton', { name: /^From a request to a reply/ }).fill('5')
  const line = questions.locator('.question-head').filter({ hasText: 'Working side by side' }).first()
  await line.click()
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  const { name, bytes } = await save(page, 'SVG')
  expect(name).toMatch(/^baby-k-[\d-]+\.svg$/)
  const text = bytes.toString('utf8')
  const caption = /<desc[^>]*>([^<]*)/.exec(text)?.[1] ?? ''
  for (const words of [
    'Ringed: the evidence of a question that a rule asks, never a finding.',
    await questions.locator('.question-text').first().innerText(),
    'Nothing after 20 December 2013 is shown.',
    'From a request to a reply: 5 days (default 28)',
  ])
    expect(caption).toContain(words.replaceAll('&', '&amp;'))
  expect(text.match(/<circle r="12"[^>]*stroke-dasharray="2px, 2px"/g)?.length).toBeGreaterThan(0)
  expect(text).not.toContain('13 Jan 2014')
})

for (const [from, isFew] of [
  ['2013-06-01', false],
  ['2013-12-16', true],
] as const)
  test(`rings of what only others knew since ${from} are in the file, and what they mean`, async ({ page }) => {
    await openCase(page, 'baby-k', `as=maternity&until=2013-12-20&from=${from}&to=2013-12-20`)
    await expect(page.getByRole('gridcell', { name: 'An event known only to others' }).first()).toBeAttached()
    const text = (await save(page, 'SVG')).bytes.toString('utf8')
    expect(text).toContain('>Known only to others<')
    const rings = text.match(/<circle [^>]*stroke-dasharray="2.2px, 1.6px"/g)?.length ?? 0
    // One is the legend's own; what lies before the window is not in the file.
    expect(rings).toBeGreaterThan(1)
    expect(rings < 20).toBe(isFew)
  })

test('what makes pictures is not asked for before it is needed', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openCase(page, 'child-z')
  expect(asked.filter((url) => /PictureOut|PaperPage/.test(url))).toEqual([])
  await save(page, 'SVG')
  expect(asked.filter((url) => /PictureOut.*\.js/.test(url))).toHaveLength(1)
})
