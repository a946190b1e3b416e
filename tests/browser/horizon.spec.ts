import type { Page } from '@playwright/test'
import type { CaseFile } from '#model/schema.ts'
import { expect, siteUrl, test } from './harness.ts'
import { marks, openCase, readCase } from './reader.ts'

/** The horizon: what a page shows of a case that is stopped at a day, and that nothing of what follows can be told from it. */

const DAY = '2013-12-20'
const at = (date: string | null | undefined) => (date ? date.slice(0, DAY.length) : undefined)

/** Whether something of the file, given by its date, was over by the day, however its date is read. */
function isPast(date: string | null): boolean {
  const end = at(date?.split('/').at(-1)?.replace(/[?~%]/g, ''))
  return end !== undefined && end.length === DAY.length && end <= DAY
}

/**
 * The same case with another ending: what was dated after the day has other words, other days and other lengths, half of
 * it is missing, and the review found nothing. Undated things that follow are left as they are.
 */
function withAnotherEnding(of: CaseFile): CaseFile {
  const later = of.events.filter(({ date }) => date !== null && (at(date) ?? '') > DAY)
  const isLater = new Set(later.map(({ id }) => id))
  const dropped = new Set(later.filter((_, place) => place % 2 === 0).map(({ id }) => id))
  // What follows something dropped goes with it.
  for (const { id, after } of [...of.events, ...of.events])
    if (after !== undefined && dropped.has(after)) dropped.add(id)
  const isKept = (id: string | undefined) => id === undefined || !dropped.has(id)
  const events = of.events
    .filter(({ id }) => isKept(id))
    .map(({ accounts: _accounts, ...event }) => ({
      ...event,
      ...(isLater.has(event.id) ? { title: `Else ${event.id}`, detail: 'Elsewhere.', date: '2019-03-05' } : {}),
      ...(event.links ? { links: event.links.filter((link) => isKept(link.event)) } : {}),
      ...(event.known ? { known: event.known.filter(({ since }) => isPast(since ?? event.date)) } : {}),
    }))
  const facts = of.facts.flatMap((fact) => {
    const known = fact.known.filter(({ event }) => event === undefined || (isKept(event) && !isLater.has(event)))
    return known.length > 0 ? [{ ...fact, known }] : []
  })
  const move = (span: string) => (isPast(span) ? span : `${span.split('/')[0]}/2019-03-05`)
  return {
    ...of,
    review: { ...of.review, period: '2013-06-02/2019-03-05' },
    outcome: 'Another ending.',
    people: of.people.map(({ died: _died, ...person }) => person),
    agencies: of.agencies.map((agency) => ({
      ...agency,
      involved: agency.involved
        .filter((span) => (at(span) ?? '') <= DAY)
        .map((span) => (span.includes('/') ? move(span) : span)),
    })),
    periods: of.periods.flatMap((period) => {
      const { span } = period
      if (span === null) return isKept(period.from) && isKept(period.to) ? [period] : []
      return (at(span) ?? '') > DAY ? [] : [{ ...period, span: move(span) }]
    }),
    events,
    facts,
    findings: [],
    episodes: [],
    themes: [],
    recommendations: [],
    discrepancies: [],
  }
}

/** Everything a page says or draws: texts, attributes, geometry, title and address. */
async function everything(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, select, textarea')].map((one) =>
      'value' in one ? String(one.value) : '',
    )
    return [document.title, window.location.hash, ...fields, new XMLSerializer().serializeToString(document.body)]
      .join('\n')
      .replaceAll('><', '>\n<')
  })
}

interface View {
  readonly name: string
  readonly query: string
  readonly reach?: (page: Page) => Promise<void>
}

const VIEWS: readonly View[] = [
  { name: 'the timeline', query: 'page=timeline' },
  { name: 'the timeline of one agency', query: 'page=timeline&as=maternity' },
  {
    name: 'the review',
    query: 'page=review',
    reach: (page) => page.getByRole('button', { name: 'Who knew what' }).click(),
  },
  {
    name: 'the review from one agency',
    query: 'page=review&as=maternity',
    reach: (page) => page.getByRole('button', { name: 'Who knew what' }).click(),
  },
  {
    name: 'the meetings',
    query: 'page=review',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Who was at which meeting' }).click()
      await expect(
        page.locator('.knowledge, .matrix-waiting').filter({ hasText: /meetings? of two or more/ }),
      ).toBeVisible()
    },
  },
  {
    name: 'the meetings from one agency',
    query: 'page=review&as=maternity',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Who was at which meeting' }).click()
      await expect(
        page.locator('.knowledge, .matrix-waiting').filter({ hasText: /meetings? of two or more/i }),
      ).toBeVisible()
    },
  },
  { name: 'the table', query: 'page=table' },
  { name: 'the page about the case', query: 'page=about' },
  { name: 'paper', query: 'page=print' },
  { name: 'paper from one agency', query: 'page=print&as=maternity' },
]

/** What a view with the horizon set looks like, of the case as it is or with another ending. */
async function look(page: Page, { query, reach }: View, file?: CaseFile): Promise<string> {
  if (file) {
    // The visit begins anew, with its content note.
    await page.evaluate(() => sessionStorage.clear())
    await page.goto('about:blank')
  }
  if (file) await page.route('**/cases/baby-k.json', (route) => route.fulfill({ json: file }))
  await openCase(page, 'baby-k', `${query}&until=${DAY}`)
  await expect(page.getByText('Nothing after 20 December 2013 is shown.').first()).toBeVisible()
  await reach?.(page)
  await page.mouse.move(0, 0)
  // The address follows the view after a moment of rest.
  await expect(page).toHaveURL(/until=2013-12-20/)
  // A listener is told what is in sight once it has come to rest.
  if (/page=(timeline|review)/.test(query)) await expect(page.locator('.news')).toHaveText(/Window/)
  await expect.poll(async () => (await everything(page)) === (await everything(page))).toBe(true)
  return everything(page)
}

/** The first line in which two pages differ; a whole page is too long to be told apart by the runner. */
function firstDifference(one: readonly string[], other: readonly string[]): string | undefined {
  const place = one.findIndex((line, at) => line !== other[at])
  if (place !== -1) return `${one[place]}\n${other[place]}`
  return one.length === other.length ? undefined : `${other.length - one.length} lines more`
}

/** Titles and ids of what followed that a page has; a title that something earlier has too tells nothing. */
function leaks(of: CaseFile, page: string): readonly string[] {
  const isLater = ({ date }: CaseFile['events'][number]) => date !== null && (at(date) ?? '') > DAY
  const earlier = of.events.filter((event) => !isLater(event)).map(({ title }) => title)
  const telling = [...of.events.filter(isLater), ...of.findings].flatMap(({ id, title }) =>
    earlier.some((words) => words.includes(title)) ? [`"${id}"`] : [`"${id}"`, title],
  )
  return telling.filter((words) => page.includes(words))
}

for (const view of VIEWS)
  test(`${view.name} is the same whatever came after the horizon`, async ({ page }) => {
    test.slow()
    const of = readCase('baby-k')
    const [real, other] = [await look(page, view), await look(page, view, withAnotherEnding(of))]
    expect(firstDifference(real.split('\n'), other.split('\n'))).toBeUndefined()
    expect(leaks(of, real)).toEqual([])
  })

const grip = (page: Page) => page.getByRole('slider', { name: 'Last day shown' })

test('what only others knew is an empty ring that says nothing and cannot be chosen', async ({ page }) => {
  await openCase(page, 'baby-k', `page=timeline&as=maternity&until=${DAY}`)
  await expect(
    page.getByText('Maternity (midwifery) could have known 14 of 88 events; 74 were known only to others.'),
  ).toBeVisible()
  const rings = page.getByRole('gridcell', { name: 'An event known only to others' })
  await expect(rings.first()).toBeVisible()
  const said = await rings.evaluateAll((cells) =>
    cells
      .flatMap((cell) => [cell, ...cell.querySelectorAll('*')])
      .flatMap((one) => [
        one.textContent,
        ...one.getAttributeNames().filter((name) => /^(id|data-|tabindex|title)/.test(name)),
      ]),
  )
  expect(new Set(said)).toEqual(new Set(['']))
  await rings.last().click({ force: true })
  await expect(page).not.toHaveURL(/event=/)
  await expect(marks(page, 'e096')).toHaveCount(0)
})

test('the line of the horizon is dragged, and moved with keys of its own and of the chart', async ({ page }) => {
  await openCase(page, 'baby-k', `page=timeline&until=${DAY}`)
  const box = await grip(page).boundingBox()
  if (!box) throw new Error('The line has no grip.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 8)
  await page.mouse.down()
  await page.mouse.move(box.x - 200, box.y + box.height - 8, { steps: 4 })
  const held = await grip(page).boundingBox()
  expect(Math.abs((held?.x ?? 0) + box.width / 2 - (box.x - 200))).toBeLessThan(8)
  await page.mouse.up()
  await expect(grip(page)).toHaveAttribute('aria-valuetext', /(Sept|Octo|Novem)ber 2013$/)

  await page.goto('about:blank')
  await page.goto(siteUrl(`#/case/baby-k?v=1&until=${DAY}`))
  await grip(page).press('ArrowLeft')
  await expect(grip(page)).toHaveAttribute('aria-valuetext', '19 December 2013')
  await marks(page, 'e085').first().focus()
  await page.keyboard.press(']')
  await expect(grip(page)).toHaveAttribute('aria-valuetext', '20 December 2013')
  await page.keyboard.press('Shift+BracketRight')
  await expect(grip(page)).not.toHaveAttribute('aria-valuetext', '20 December 2013')
  await expect(page).not.toHaveURL(/until=2013-12-20/)
  await page.getByRole('button', { name: 'Show the whole case' }).click()
  await expect(grip(page)).toHaveCount(0)
})

test('every sheet of paper names the day and the agency, and has the rings', async ({ page }) => {
  await openCase(page, 'baby-k', 'page=print&until=2014-01-31&as=maternity')
  const sheets = page.locator('[data-page]')
  await expect(sheets.first()).toBeVisible()
  const said = 'Nothing after 31 January 2014 is shown. Maternity (midwifery) could have known'
  expect(await sheets.count()).toBeGreaterThan(1)
  await expect(sheets.filter({ hasText: said })).toHaveCount(await sheets.count())
  await expect(sheets.first().locator('.outline-ring').first()).toBeAttached()
  await expect(sheets.getByText('Known only to others', { exact: true })).toHaveCount(1)
  await expect(sheets.getByText('up to 31 Jan 2014', { exact: true })).toHaveCount(1)
  await expect(page.locator('.paper-sheets')).not.toContainText(/Feb(ruary)? 2014|Baby K dies/)
})

test('the overview has rings for what only others knew, and none where nobody’s place is taken', async ({ page }) => {
  await openCase(page, 'baby-k', 'until=2014-01-31&as=maternity')
  await expect(page.locator('.minimap .ring').first()).toBeAttached()
  await page.getByRole('button', { name: 'Show the whole case' }).click()
  await expect(page.locator('.minimap .ring')).toHaveCount(0)
})
