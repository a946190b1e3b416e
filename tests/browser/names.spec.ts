import { expect, siteUrl, test } from './harness.ts'
import { details, index, openCase, readCase, status } from './reader.ts'

const file = readCase('baby-k')
const sorted = (names: Iterable<string>) => [...names].toSorted()

test('the chart is a grid named after the case, with a row for every agency headed by its name', async ({ page }) => {
  await openCase(page, 'baby-k', 'lanes=all')
  const grid = page.getByRole('grid', { name: 'Timeline: Baby K', exact: true })
  for (const { name } of file.agencies) {
    const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    await expect(row).toHaveCount(1)
  }
  await expect(grid.getByRole('row')).toHaveCount(file.agencies.length)
})

test('every event has a mark with its id, in a gridcell of a row, that can have the focus', async ({ page }) => {
  await openCase(page, 'baby-k', 'lanes=all')
  const found = await page.getByRole('grid').evaluate((grid) =>
    [...grid.querySelectorAll<SVGElement>('[data-event]')].map((mark) => {
      mark.focus()
      return {
        id: mark.getAttribute('data-event') ?? '',
        isFocusable: document.activeElement === mark,
        isInCell: mark.closest('[role="gridcell"]')?.closest('[role="row"]') !== null,
        name: mark.getAttribute('aria-label') ?? '',
      }
    }),
  )
  expect(sorted(new Set(found.map(({ id }) => id)))).toEqual(sorted(file.events.map(({ id }) => id)))
  expect(found.filter(({ isFocusable, isInCell }) => !isFocusable || !isInCell)).toEqual([])
  const titles = new Map(file.events.map(({ id, title }) => [id, title]))
  expect(found.filter(({ id, name }) => !name.includes(titles.get(id) ?? '?'))).toEqual([])
})

test('every finding has a mark with its id, but for those the panel counts as without a place', async ({ page }) => {
  await openCase(page, 'baby-k', 'lanes=all')
  const drawn = await page
    .getByRole('gridcell')
    .locator('[data-finding]')
    .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-finding')))
  const ids = new Set(file.findings.map(({ id }) => id))
  expect(drawn.filter((id) => !ids.has(id ?? ''))).toEqual([])
  const without = /(\d+) without a place/.exec(await index(page).innerText())?.[1] ?? '0'
  expect(new Set(drawn).size + Number(without)).toBe(file.findings.length)
})

test('a meeting’s spine carries the id of its event and opens it', async ({ page }) => {
  await openCase(page, 'baby-k')
  const spine = page.locator('[data-meeting="e096"]')
  await expect(spine).toHaveCount(1)
  await spine.dispatchEvent('click')
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Professionals meeting about Ms A')
})

test('the filters are groups of checkboxes, the count is a status', async ({ page }) => {
  await openCase(page, 'baby-k')
  for (const [group, option] of [
    ['Agencies', 'SMART (drug and alcohol service)'],
    ['Event types', 'Referral'],
    ['Highlights', 'Missed referrals'],
  ] as const)
    await expect(
      page.getByRole('group', { name: group, exact: true }).getByRole('checkbox', { name: option, exact: true }),
    ).toBeChecked()
  await expect(status(page)).toContainText(`${file.events.length} of ${file.events.length} events`)
})

test('the table is named after the case and has a row for every event', async ({ page }) => {
  await openCase(page, 'baby-k', 'page=table')
  const table = page.getByRole('table', { name: 'Events: Baby K', exact: true })
  await expect(table.getByRole('row')).toHaveCount(file.events.length + 1)
})

test('the library is at #/ and a case at #/case/ with its id, read from a file below cases/', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(siteUrl('#/'))
  await page.getByRole('link', { name: 'Baby K' }).click()
  await expect(page).toHaveURL(siteUrl('#/case/baby-k'))
  await expect(page.getByRole('heading', { name: 'Before you read Baby K' })).toBeVisible()
  expect(asked).toContain(siteUrl('cases/baby-k.json'))
  expect(asked.filter((address) => address.includes('/cases/'))).toHaveLength(1)
})
