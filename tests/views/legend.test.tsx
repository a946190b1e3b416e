import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { openCase, rowsOf, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

const group = (name: string) => screen.getByRole('group', { name })
const boxes = (of: string) => within(group(of)).getAllByRole<HTMLInputElement>('checkbox')
const box = (of: string, name: string) => within(group(of)).getByRole<HTMLInputElement>('checkbox', { name })
const nameOf = (input: HTMLInputElement) => input.getAttribute('aria-label') ?? wordsOf(input.labels?.[0] ?? input)
const status = () => wordsOf(screen.getByRole('status'))
const press = async (name: string) => userEvent.click(screen.getByRole('button', { name }))

/** What is left in the table, which leaves out what is hidden. */
const titles = () => rowsOf(screen.getByRole('table', { name: 'Events: Child W' })).map((cells) => cells[3] ?? '')

describe('what can be chosen', () => {
  test('agencies stand under their family, which has a box of its own only when it has several', async () => {
    await openCase(aWinter())
    expect(boxes('Agencies').map(nameOf)).toEqual([
      'Child W and family',
      'Social care',
      'Health',
      'GP',
      'Health visiting',
    ])
  })

  test('only types and highlights that the case has are offered', async () => {
    await openCase(aWinter())
    expect(boxes('Event types').map(nameOf)).toEqual(['Contact', 'Referral', 'Meeting'])
    expect(boxes('Highlights').map(nameOf)).toEqual([
      'Missed referrals',
      'Meeting points',
      'Good practice',
      'Only events behind these',
    ])
  })

  test('every option says how many there are, whatever the filter leaves', async () => {
    await openCase(aWinter(), 'without-agencies=gp,csc')
    const counted = (of: string) =>
      boxes(of).map((input) => `${nameOf(input)} ${/\d+$/.exec(wordsOf(input.labels?.[0] ?? input))?.[0] ?? '–'}`)
    expect(counted('Agencies')).toEqual([
      'Child W and family 0',
      'Social care 2',
      'Health 4',
      'GP 3',
      'Health visiting 2',
    ])
    expect(counted('Event types')).toEqual(['Contact 2', 'Referral 1', 'Meeting 1'])
    expect(counted('Highlights').slice(0, 3)).toEqual(['Missed referrals 1', 'Meeting points 1', 'Good practice 1'])
  })

  test('at first everything is chosen and there is nothing to clear', async () => {
    await openCase(aWinter())
    for (const of of ['Agencies', 'Event types']) expect(boxes(of).every(({ checked }) => checked)).toBe(true)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Clear filters' }).disabled).toBe(true)
    expect(status()).toContain('4 of 4 events')
  })
})

describe('the count', () => {
  test('drops by the events of the one agency that is switched off', async () => {
    await openCase(aWinter())
    await userEvent.click(box('Agencies', 'GP'))
    expect(status()).toContain('3 of 4 events')
  })

  test('drops by the events of a type that is switched off, and rises again', async () => {
    await openCase(aWinter())
    await userEvent.click(box('Event types', 'Contact'))
    expect(status()).toContain('2 of 4 events')
    await userEvent.click(box('Event types', 'Contact'))
    expect(status()).toContain('4 of 4 events')
  })

  test('is of the events behind highlights when only those are asked for', async () => {
    await openCase(aWinter())
    await userEvent.click(box('Highlights', 'Only events behind these'))
    expect(status()).toContain('3 of 4 events')
    await userEvent.click(box('Highlights', 'Missed referrals'))
    expect(status()).toContain('1 of 4 events')
  })

  test('narrows to the people chosen, and to nobody in particular when none is', async () => {
    await openCase(aWinter())
    await userEvent.click(box('People', 'Ms W, mother'))
    expect(status()).toContain('1 of 4 events')
    await press('People: all')
    expect(status()).toContain('4 of 4 events')
  })

  test('narrows to what the findings of a theme rest on', async () => {
    await openCase(aWinter())
    await userEvent.click(box('Themes', 'Asking'))
    expect(status()).toContain('2 of 4 events')
  })

  test('follows the search as it is typed, which the key "/" leads to', async () => {
    await openCase(aWinter())
    await userEvent.keyboard('/')
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search' }))
    await userEvent.keyboard('drinks every')
    expect(status()).toContain('1 of 4 events')
  })

  test('comes back whole when the filters are cleared', async () => {
    await openCase(aWinter(), 'without-types=contact&text=gp&without-highlights=good-practice')
    expect(status()).toContain('2 of 4 events')
    await press('Clear filters')
    expect(status()).toContain('4 of 4 events')
    expect(box('Highlights', 'Good practice').checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' }).value).toBe('')
  })
})

describe('the box of a family', () => {
  test('is neither on nor off while some of its agencies are shown', async () => {
    await openCase(aWinter())
    expect(box('Agencies', 'Health').indeterminate).toBe(false)
    await userEvent.click(box('Agencies', 'GP'))
    expect(box('Agencies', 'Health')).toMatchObject({ checked: false, indeterminate: true })
    await userEvent.click(box('Agencies', 'Health visiting'))
    expect(box('Agencies', 'Health')).toMatchObject({ checked: false, indeterminate: false })
  })

  test('switches all of its agencies on when only some are, then all off', async () => {
    await openCase(aWinter(), 'without-agencies=gp')
    await userEvent.click(box('Agencies', 'Health'))
    expect(box('Agencies', 'GP').checked).toBe(true)
    await userEvent.click(box('Agencies', 'Health'))
    expect(box('Agencies', 'GP').checked).toBe(false)
    expect(box('Agencies', 'Health visiting').checked).toBe(false)
    expect(box('Agencies', 'Social care').checked).toBe(true)
  })
})

describe('nothing chosen', () => {
  test.each([
    ['Agencies', 'No agency is chosen, so no event is shown. Choose one, or all.'],
    ['Event types', 'No type is chosen, so no event is shown. Choose one, or all.'],
  ])('in %s explains itself, and "all" brings everything back', async (of, explanation) => {
    await openCase(aWinter())
    expect(screen.queryByText(explanation)).toBeNull()
    await press(`${of}: none`)
    expect(within(group(of)).getByText(explanation)).toBeDefined()
    expect(status()).toContain('0 of 4 events')
    await press(`${of}: all`)
    expect(screen.queryByText(explanation)).toBeNull()
    expect(status()).toContain('4 of 4 events')
  })

  test('of the highlights leaves the events and takes the findings away', async () => {
    await openCase(aWinter())
    await press('Highlights: none')
    expect(within(group('Highlights')).getByText(/events stay, what the review found is left out/)).toBeDefined()
    expect(status()).toContain('4 of 4 events')
    expect(screen.getByText('No finding passes the filters.')).toBeDefined()
  })

  test('is said in the table too, where it is hidden', async () => {
    await openCase(aWinter(), 'page=table&filtered=hidden&text=zzz')
    expect(titles()).toEqual([])
    expect(screen.getByText('No event passes the filters. Clear them, or choose more.')).toBeDefined()
  })
})

describe('what the filters leave out', () => {
  test('is dimmed in its place until the reader has it hidden', async () => {
    await openCase(aWinter(), 'page=table')
    await userEvent.click(box('Event types', 'Contact'))
    expect(titles()).toHaveLength(4)
    await userEvent.click(screen.getByRole('radio', { name: 'Hide' }))
    expect(titles()).toEqual(['GP refers to social care', 'Professionals meet'])
    await userEvent.click(screen.getByRole('radio', { name: 'Dim' }))
    expect(titles()).toHaveLength(4)
  })

  test('keeps its marks while it is dimmed and loses them when it is hidden', async () => {
    await openCase(aWinter())
    const marks = () =>
      [...screen.getByRole('grid', { name: 'Timeline: Child W' }).querySelectorAll('[data-event]')].map((mark) =>
        [mark.getAttribute('data-event'), mark.classList.contains('dim') ? 'dim' : ''].join(' ').trim(),
      )
    expect(new Set(marks())).toEqual(new Set(['drinking', 'referral', 'meeting', 'visit']))
    await userEvent.click(box('Event types', 'Contact'))
    expect(new Set(marks())).toEqual(new Set(['drinking dim', 'referral', 'meeting', 'visit dim']))
    await userEvent.click(screen.getByRole('radio', { name: 'Hide' }))
    expect(new Set(marks())).toEqual(new Set(['referral', 'meeting']))
  })
})

test('the filters fold away and come back with what was chosen', async () => {
  await openCase(aWinter())
  await userEvent.click(box('Event types', 'Contact'))
  const toggle = screen.getByRole('button', { name: /^Filters/ })
  expect(toggle.getAttribute('aria-expanded')).toBe('true')
  await userEvent.click(toggle)
  expect(toggle.getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('group', { name: 'Event types' })).toBeNull()
  expect(toggle.textContent).toBe('Filters on')
  await userEvent.click(toggle)
  expect(box('Event types', 'Contact').checked).toBe(false)
})
