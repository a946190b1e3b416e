import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { aCaseFile, anEvent } from '#tests/fixtures/case-file.ts'
import { openSite, rowsOf, visit, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

const winter = { 'cases/case.json': aWinter(), 'cases/other.json': aCaseFile({ id: 'other', title: 'Child X' }) }
const note = async (title: string) => screen.findByRole('heading', { level: 1, name: `Before you read ${title}` })

describe('the content note', () => {
  test('comes before the case, names every topic and has the focus', async () => {
    openSite(winter, '#/case/case')
    const heading = await note('Child W')
    await waitFor(() => expect(document.activeElement).toBe(heading))
    expect(screen.getAllByRole('listitem').map(wordsOf)).toEqual(['alcohol', 'neglect'])
    expect(screen.queryByRole('grid')).toBeNull()
    expect(screen.queryByRole('searchbox')).toBeNull()
    expect(document.title).toBe('Child W – Throughline')
  })

  test('is asked once per case: not when the reader comes back, but for another case', async () => {
    openSite(winter, '#/case/case')
    await note('Child W')
    await userEvent.click(screen.getByRole('button', { name: 'Open the case' }))
    expect(await screen.findByRole('grid', { name: 'Timeline: Child W' })).toBeDefined()

    visit('#/case/other')
    await note('Child X')
    visit('#/case/case')
    expect(await screen.findByRole('grid', { name: 'Timeline: Child W' })).toBeDefined()
    expect(screen.queryByRole('heading', { name: /Before you read/ })).toBeNull()
  })

  test('lets the reader turn back', async () => {
    openSite(winter, '#/case/case')
    await note('Child W')
    await userEvent.click(screen.getByRole('link', { name: 'Back to the library' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Throughline' })).toBeDefined()
  })
})

describe('a case that cannot be shown', () => {
  test('because it is not there says so and leads back', async () => {
    openSite({}, '#/case/nowhere')
    expect(wordsOf(await screen.findByRole('alert'))).toContain('There is no case “nowhere” here.')
    expect(screen.getByRole('link', { name: 'Back to the library' }).getAttribute('href')).toBe('#/')
  })

  test('because it is wrong lists every problem: where, what was found, what was expected', async () => {
    const wrong = aCaseFile({ events: [anEvent('one', '2013-99'), { ...anEvent('two', '2014'), title: '' }] })
    openSite({ 'cases/case.json': wrong }, '#/case/case')
    const alert = await screen.findByRole('alert')
    expect(wordsOf(alert)).toContain('2 problems found.')
    const rows = rowsOf(within(alert).getByRole('table', { name: 'Problems in the file' }))
    expect(rows.map(([where, found]) => [where, found])).toEqual([
      ['events[0].date', '"2013-99"'],
      ['events[1].title', 'an empty text'],
    ])
    for (const [, , expected] of rows) expect(expected).not.toBe('')
  })

  test('because it is no JSON at all says that', async () => {
    openSite({ 'cases/case.json': '<h1>Not found</h1>' }, '#/case/case')
    const rows = rowsOf(within(await screen.findByRole('alert')).getByRole('table'))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.join(' ')).toMatch(/^the file text that is not JSON .* a JSON case file$/)
  })
})
