import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { CaseFile } from '#model/schema.ts'
import { root } from '#tools/root.mjs'
import { expect, siteUrl } from './harness.ts'

/** A case as it is published, to hold the page against. */
export function readCase(id: string): CaseFile {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm run data has checked it against the schema
  return JSON.parse(readFileSync(path.join(root, 'data', 'cases', `${id}.json`), 'utf8')) as CaseFile
}

/** Opens a case past its content note; `query` is the part of the address behind the question mark. */
export async function openCase(page: Page, id: string, query = ''): Promise<void> {
  await page.goto(siteUrl(`#/case/${id}${query && `?v=1&${query}`}`))
  await page.getByRole('button', { name: 'Open the case' }).click()
  await expect(page.getByRole('navigation', { name: 'Pages of the case' })).toBeVisible()
  if (!query.includes('page=')) await expect(page.getByRole('grid')).toBeVisible()
  await page.evaluate(async () => document.fonts.ready)
}

/** Opens Baby K and, by its button, a dialog. */
export async function openDialog(page: Page, button: string): Promise<void> {
  await openCase(page, 'baby-k')
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

export const status = (page: Page): Locator => page.getByRole('status')
export const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' })
export const index = (page: Page): Locator => page.getByRole('complementary', { name: 'What the review found' })
/** An event's marks: one in every lane that took part. */
export const marks = (page: Page, event: string): Locator => page.locator(`[role="grid"] [data-event="${event}"]`)

/** A node of the professionals meeting of 13 January 2014, in a lane where nothing else stands on that day. */
export const theMeeting = (page: Page): Locator => page.locator('[data-event="e096"][data-lane="police"] .node-ring')

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where the centre of every mark on the axis is on the screen, by event and lane; marks in trays have no place in time. */
export async function markPlaces(page: Page): Promise<ReadonlyMap<string, Point>> {
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('[role="grid"] .mark:not(.tray)')].map((mark) => {
      const symbol = mark.querySelector('.symbol-body, .node-ring')?.getBoundingClientRect()
      if (!symbol) throw new Error('A mark has no symbol.')
      const key = `${mark.getAttribute('data-event')} in ${mark.getAttribute('data-lane')}`
      return [key, { x: symbol.x + symbol.width / 2, y: symbol.y + symbol.height / 2 }] as const
    }),
  )
  return new Map(places)
}

/** What both pictures have, as pairs. */
export function pairs(
  before: ReadonlyMap<string, Point>,
  after: ReadonlyMap<string, Point>,
): readonly { readonly key: string; readonly before: Point; readonly after: Point }[] {
  return [...before].flatMap(([key, point]) => {
    const other = after.get(key)
    return other ? [{ key, before: point, after: other }] : []
  })
}

/** The part of the chart where time runs, on the screen. */
export async function plotBox(page: Page): Promise<{ x0: number; x1: number; y0: number; y1: number }> {
  return page.evaluate(() => {
    const chart = document.querySelector('.chart-scroll')?.getBoundingClientRect()
    const plot = document.querySelector('[role="grid"] .plot')?.getBoundingClientRect()
    if (!chart || !plot) throw new Error('There is no chart.')
    return { x0: plot.x, x1: plot.right, y0: chart.y, y1: chart.bottom }
  })
}

/** A mark on the axis that lies well inside the plot and on top of everything there. */
export async function aMarkInSight(page: Page): Promise<{ readonly key: string } & Point> {
  const plot = await plotBox(page)
  for (const [key, { x, y }] of await markPlaces(page)) {
    const isInside = x > plot.x0 + 80 && x < plot.x1 - 240 && y > plot.y0 + 10 && y < plot.y1 - 10
    if (!isInside) continue
    const onTop = await page.evaluate(
      ([left, top]) => {
        const mark = document.elementFromPoint(left, top)?.closest('[data-event]')
        return mark ? `${mark.getAttribute('data-event')} in ${mark.getAttribute('data-lane')}` : undefined
      },
      [x, y] as const,
    )
    if (onTop === key) return { key, x, y }
  }
  throw new Error('No mark is in sight.')
}

/** The event and lane, or the finding, whose mark has the focus; undefined when the focus is elsewhere. */
export async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement: one } = document
    const finding = one?.getAttribute('data-finding')
    if (finding) return `finding ${finding}`
    return one?.hasAttribute('data-lane')
      ? `${one.getAttribute('data-event')} in ${one.getAttribute('data-lane')}`
      : undefined
  })
}
