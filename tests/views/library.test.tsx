import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { summariseCase } from '#analysis/catalogue.ts'
import { aCase, aCaseFile } from '#tests/fixtures/case-file.ts'
import { openSite, rowsOf, visit, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

const catalogue = [
  summariseCase(aCase(aWinter())),
  summariseCase(aCase({ id: 'other', title: 'Child X', contentNote: ['loss'] })),
]
const site = { 'catalogue.json': catalogue, 'cases/case.json': aWinter() }
const jsonFile = (value: unknown, name = 'mine.json') =>
  new File([typeof value === 'string' ? value : JSON.stringify(value)], name, { type: 'application/json' })
const choose = async (file: File) => userEvent.upload(screen.getByLabelText('Open a case file'), file)
const mine = aCaseFile({ id: 'mine', title: 'Child of mine' })

describe('the library', () => {
  test('lists every case with its figures and leads to it', async () => {
    openSite(site)
    expect(wordsOf(await screen.findByRole('status'))).not.toBe('')
    const entry = (await screen.findByRole('heading', { name: 'Child W' })).closest('li')
    if (!entry) throw new Error('The case has no entry.')
    expect(screen.getByRole('status').textContent).toBe('2 cases')
    expect(wordsOf(entry)).toContain('Serious case review, The board')
    expect(wordsOf(entry)).toContain('Speaks of alcohol and neglect.')
    const figures = within(entry)
      .getAllByRole('term')
      .map((term) => `${term.textContent} ${term.nextElementSibling?.textContent}`)
    expect(figures).toEqual(['Agencies 3', 'Events 4', 'Findings 2', 'Meeting points 1'])
    expect(within(entry).getByRole('link', { name: 'Child W' }).getAttribute('href')).toBe('#/case/case')
    expect(within(entry).getByRole('img', { name: 'Events over time, Child W' })).toBeDefined()
  })

  test('says so where a case has too few dates for a picture', async () => {
    openSite(site)
    const entry = (await screen.findByRole('heading', { name: 'Child X' })).closest('li')
    expect(entry && wordsOf(entry)).toContain('Order known, dates not published')
  })

  test.each([
    ['is missing', {}, /There is no list of cases here/],
    ['is no list', { 'catalogue.json': { cases: [] } }, /The list of cases cannot be read/],
    ['is no JSON', { 'catalogue.json': '<h1>Hello</h1>' }, /The list of cases cannot be read/],
  ])('whose catalogue %s says so and still opens a file', async (_, files, words) => {
    openSite(files)
    expect((await screen.findByRole('alert')).textContent).toMatch(words)
    await choose(jsonFile(mine))
    expect(await screen.findByRole('heading', { name: 'Before you read Child of mine' })).toBeDefined()
  })
})

describe('the reader’s own file', () => {
  test('opens as a case, after its content note', async () => {
    openSite(site)
    await choose(jsonFile(mine))
    await screen.findByRole('heading', { name: 'Before you read Child of mine' })
    await userEvent.click(screen.getByRole('button', { name: 'Open the case' }))
    expect(await screen.findByRole('grid', { name: 'Timeline: Child of mine' })).toBeDefined()
    expect(window.location.hash).toBe('#/own')
  })

  test('opens when it is dropped', async () => {
    openSite(site)
    const place = (await screen.findByRole('heading', { name: 'Your own case file' })).closest('section')
    if (!place) throw new Error('There is no place to drop a file.')
    fireEvent.drop(place, { dataTransfer: { files: [jsonFile(mine)] } })
    expect(await screen.findByRole('heading', { name: 'Before you read Child of mine' })).toBeDefined()
  })

  test('that is wrong shows the list of problems beside the library, which stays as it was', async () => {
    openSite(site)
    await screen.findByRole('heading', { name: 'Child W' })
    await choose(jsonFile({ ...mine, title: undefined, extra: 1 }, 'broken.json'))
    const alert = await screen.findByRole('alert')
    expect(wordsOf(alert)).toContain('broken.json is not a case file that can be shown.')
    expect(rowsOf(within(alert).getByRole('table', { name: 'Problems in the file' })).map(([where]) => where)).toEqual([
      'title',
      'extra',
    ])
    expect(screen.getByRole('link', { name: 'Child W' })).toBeDefined()
    expect(window.location.hash).toBe('#/')
  })

  test('that is refused keeps the one that was open', async () => {
    openSite(site)
    await choose(jsonFile(mine))
    await screen.findByRole('heading', { name: 'Before you read Child of mine' })
    visit('#/')
    await screen.findByRole('heading', { level: 1, name: 'Throughline' })
    await choose(jsonFile('{ not json', 'broken.json'))
    await screen.findByRole('alert')
    visit('#/own')
    expect(await screen.findByRole('heading', { name: 'Before you read Child of mine' })).toBeDefined()
  })

  test('can be chosen again once it was put right', async () => {
    openSite(site)
    await choose(jsonFile({ ...mine, title: '' }))
    await screen.findByRole('alert')
    await choose(jsonFile(mine))
    await screen.findByRole('heading', { name: 'Before you read Child of mine' })
    visit('#/')
    await screen.findByRole('heading', { level: 1, name: 'Throughline' })
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('that is no longer held says so', async () => {
    openSite(site, '#/own')
    expect(await screen.findByRole('heading', { name: 'Your file is not open' })).toBeDefined()
  })
})
