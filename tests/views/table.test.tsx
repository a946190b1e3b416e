import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { openCase, rowsOf, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

const table = () => screen.getByRole('table', { name: 'Events: Child W' })
const column = (place: number) => rowsOf(table()).map((cells) => cells[place] ?? '')
const sortBy = async (name: string) => userEvent.click(within(table()).getByRole('button', { name }))
const sorting = (name: string) => within(table()).getByRole('columnheader', { name }).getAttribute('aria-sort')

describe('the table of events', () => {
  test('has every event with its number, date in words, agencies, title and detail, type and source', async () => {
    await openCase(aWinter(), 'page=table')
    expect(rowsOf(table())).toEqual([
      ['1', 'Oct 2013', 'GP', 'Ms W speaks of drinkingShe drinks every day.', 'Contact, attended', '2.1 · 1'],
      ['2', '5 Dec 2013', 'GP, Social care', 'GP refers to social care', 'Referral, accepted', '2.1'],
      ['3', '13 Jan 2014', 'Social care, GP, Health visiting', 'Professionals meet', 'Meeting, no minutes', '2.1'],
      [
        '4',
        '3 Feb 2014',
        'Health visiting',
        'Health visitor callsDetail that may distress: choose the event to read it.',
        'Contact',
        '1',
      ],
    ])
  })

  test('never shows a detail that may distress', async () => {
    await openCase(aWinter(), 'page=table')
    expect(wordsOf(table())).not.toContain('hard to read')
  })

  test('is sorted by date at first, and the other way round at the second press', async () => {
    await openCase(aWinter(), 'page=table')
    expect(sorting('Date')).toBe('ascending')
    await sortBy('Date')
    expect(sorting('Date')).toBe('descending')
    expect(column(1)).toEqual(['3 Feb 2014', '13 Jan 2014', '5 Dec 2013', 'Oct 2013'])
  })

  test('sorts by another column, equal ones by date, and says by which', async () => {
    await openCase(aWinter(), 'page=table')
    await sortBy('Type')
    expect(sorting('Type')).toBe('ascending')
    expect(sorting('No.')).toBe('none')
    expect(sorting('Date')).toBe('none')
    expect(column(4)).toEqual(['Contact, attended', 'Contact', 'Meeting, no minutes', 'Referral, accepted'])
    await sortBy('Agencies')
    expect(column(2)).toEqual(['GP', 'GP, Social care', 'Health visiting', 'Social care, GP, Health visiting'])
  })

  test('has a column of days before and after the event that is counted from, until dates are asked for again', async () => {
    await openCase(aWinter(), 'page=table&align=referral')
    expect(screen.getByText(/GP refers to social care, 5 Dec 2013/)).toBeTruthy()
    expect(within(table()).getByRole('columnheader', { name: 'Counted' })).toBeTruthy()
    expect(column(2)).toEqual(['35 to 65 days before', 'The axis counts from here', '39 days after', '60 days after'])
    await userEvent.click(screen.getByRole('button', { name: 'Show dates again' }))
    expect(within(table()).queryByRole('columnheader', { name: 'Counted' })).toBeNull()
    expect(column(2)[0]).toBe('GP')
  })

  test('has the same count as the chart', async () => {
    await openCase(aWinter(), 'page=table&without-types=contact')
    expect(wordsOf(screen.getByRole('status'))).toContain('2 of 4 events')
  })

  test('shares the selection with the chart', async () => {
    await openCase(aWinter(), 'page=table')
    const title = () => within(table()).getByRole('button', { name: 'Professionals meet' })
    expect(title().getAttribute('aria-pressed')).toBe('false')
    await userEvent.click(title())
    expect(title().getAttribute('aria-pressed')).toBe('true')
    const details = () => screen.getByRole('complementary', { name: 'Details' })
    expect(within(details()).getByRole('heading', { level: 2 }).textContent).toBe('Professionals meet')

    await userEvent.click(screen.getByRole('button', { name: 'Timeline' }))
    const marks = screen.getByRole('grid').querySelectorAll('[data-event][aria-pressed="true"]')
    expect([...marks].map((mark) => mark.getAttribute('data-event'))).toEqual(['meeting', 'meeting', 'meeting'])
    expect(within(details()).getByRole('heading', { level: 2 }).textContent).toBe('Professionals meet')
  })

  test('marks what the filter leaves out while it is dimmed', async () => {
    await openCase(aWinter(), 'page=table&without-types=contact')
    const dim = within(table())
      .getAllByRole('row')
      .filter((row) => row.classList.contains('dim'))
    expect(dim.map((row) => within(row).getByRole('button').textContent)).toEqual([
      'Ms W speaks of drinking',
      'Health visitor calls',
    ])
  })
})
