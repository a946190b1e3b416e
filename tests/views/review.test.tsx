import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CaseFile } from '#model/schema.ts'
import { decisionsKey, forgetDecisions } from '#store/decisions.ts'
import { setMeasured } from '#store/measured.ts'
import { openCase, rowsOf, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

const list = () => screen.getByRole('region', { name: 'Questions' })
const group = (name: string) => {
  const found = within(list()).getByRole('heading', { name, level: 3 }).closest('details')
  if (!found) throw new Error(`There is no group ${name}.`)
  return found
}
const line = (name: RegExp) => within(list()).getByRole('button', { name })
const unfold = async (name: string) => {
  const fold = group(name)
  if (!fold.open) await userEvent.click(within(list()).getByRole('heading', { name, level: 3 }))
}

async function openReview(file: CaseFile = aWinter(), query = ''): Promise<void> {
  await openCase(file, `page=review${query}`)
  // It comes in a download of its own.
  await screen.findByRole('region', { name: 'Questions' }, { timeout: 10_000 })
  await within(list()).findByRole('heading', { name: 'Rules only', level: 3 })
}

/** The ids of the events that the chart points out. */
const pointedOut = () =>
  [...document.querySelectorAll('[role="grid"] .evidence')].map((mark) => mark.getAttribute('data-event'))

// Roles are read out of a whole page with a chart, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

// Decisions last for a visit, which outlives a test.
beforeEach(() => {
  forgetDecisions(decisionsKey('case', false))
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
})

describe('the questions of a case', () => {
  test('stand in three groups with their counts in a sentence', async () => {
    await openReview()
    const names = within(list()).getAllByRole('heading', { level: 3 }).map(wordsOf)
    expect(names).toEqual([
      'Thresholds',
      'Timescales',
      'Both',
      'Rules only',
      'Review only',
      'My decisions',
      'Evidence out',
    ])
    expect(wordsOf(list())).toMatch(/\d+ questions? worth asking: \d+ that the review speaks of too/)
  })

  test('say rule, dates, interval, certainty and agencies in one line', async () => {
    await openReview()
    await unfold('Rules only')
    expect(wordsOf(line(/^Information that did not arrive/))).toMatch(
      /^Information that did not arrivefrom Oct 2013, no end in this chronology · .+ days · .+Social care and GP → Health visiting$/,
    )
  })

  test('opened, show the question, its evidence, what it was compared with and a decision; on the chart its events', async () => {
    await openReview()
    await unfold('Rules only')
    await userEvent.click(line(/^Information that did not arrive/))
    expect(line(/^Information that did not arrive/)).toHaveProperty('ariaExpanded', 'true')
    const body = wordsOf(list())
    for (const words of [
      'what stood in the way?',
      'Its evidence',
      '7 days is the NHS Standard Contract',
      'My decision',
    ])
      expect(body).toContain(words)
    await waitFor(() => expect(pointedOut()).toContain('drinking'))
    expect(window.location.hash).not.toContain('candidate')
  })

  test('lead to an event, and back to the line that was open', async () => {
    await openReview()
    await unfold('Rules only')
    await userEvent.click(line(/^Information that did not arrive/))
    await userEvent.click(within(list()).getByRole('button', { name: /Ms W speaks of drinking$/ }))
    expect(screen.getByRole('complementary', { name: 'Details' })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Back to the questions' }))
    expect(screen.queryByRole('complementary', { name: 'Details' })).toBeNull()
    expect(document.activeElement && wordsOf(document.activeElement)).toMatch(/^Information that did not arrive/)
  })

  test('never say breach or failed', async () => {
    await openReview()
    for (const name of ['Both', 'Rules only', 'Review only']) await unfold(name)
    expect(wordsOf(list())).not.toMatch(/breach|failed/i)
  })
})

describe('a threshold', () => {
  test('changes the lists when it is moved, and goes back to its default', async () => {
    const [fact] = aWinter().facts
    if (!fact) throw new Error('The winter has no fact.')
    await openReview(aWinter({ facts: [{ ...fact, neededBy: ['csc'] }] }))
    await unfold('Rules only')
    const late = () => within(list()).queryByRole('button', { name: /^Information that came later/ })
    expect(late() && wordsOf(list())).toContain('102 to 132 days · certain from the dates')
    await userEvent.click(within(list()).getByRole('heading', { name: 'Thresholds' }))
    const field = await screen.findByRole('spinbutton', { name: /^From a fact being known to its arrival/ })
    fireEvent.change(field, { target: { value: '110' } })
    await waitFor(() => expect(wordsOf(list())).toContain('102 to 132 days · cannot tell from the dates'))
    fireEvent.change(field, { target: { value: '140' } })
    await waitFor(() => expect(late()).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'All to their defaults' }))
    await waitFor(() => expect(late()).not.toBeNull())
  })
})

describe('a decision', () => {
  test('with its note stands on the line, and what is kept can be taken out', async () => {
    await openReview()
    await unfold('Rules only')
    await userEvent.click(line(/^Information that did not arrive/))
    expect(screen.getByRole('button', { name: 'Save as Markdown' })).toHaveProperty('disabled', true)
    await userEvent.click(screen.getByRole('radio', { name: 'Keep' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'Ask them.')
    expect(wordsOf(line(/^Information that did not arrive/))).toContain('Mine: keep, with a note')
    expect(screen.getByRole('button', { name: 'Save as Markdown' })).toHaveProperty('disabled', false)
    await userEvent.click(screen.getByRole('button', { name: 'Forget 1 decision' }))
    expect(wordsOf(line(/^Information that did not arrive/))).not.toContain('Mine')
  })

  test('is not kept on the device unless the reader asks', async () => {
    await openReview()
    expect(screen.getByRole('checkbox', { name: 'Keep my decisions on this device' })).toHaveProperty('checked', false)
  })
})

describe('who knew what', () => {
  test('is a table of facts by agencies, in words', async () => {
    await openReview()
    await userEvent.click(screen.getByRole('button', { name: 'Who knew what' }))
    const table = screen.getByRole('table', { name: 'Who knew what: Child W' })
    expect(within(table).getAllByRole('columnheader').map(wordsOf)).toEqual([
      'Fact',
      'Longest lag ↕',
      'GP',
      'Health visiting',
      'Social care',
    ])
    expect(rowsOf(table)).toEqual([
      [
        'Ms W drinks every day',
        'never reached all',
        '●Oct 2013told by the familyfirst, or no later than the first',
        '○neverneeded it; no record that it knew',
        '●10 Feb 2014told by another agency102 to 132 days after the first',
      ],
    ])
  })

  test('chosen, shows the event and the way of the fact on the chart', async () => {
    await openReview()
    await userEvent.click(screen.getByRole('button', { name: 'Who knew what' }))
    const table = screen.getByRole('table', { name: 'Who knew what: Child W' })
    await userEvent.click(within(table).getByRole('button', { name: /Oct 2013/ }))
    const details = screen.getByRole('complementary', { name: 'Details' })
    expect(within(details).getByRole('heading', { level: 2 }).textContent).toBe('Ms W speaks of drinking')
  })
})

describe('the way of a fact', () => {
  const openTable = async (query = '') => {
    await openReview(aWinter(), query)
    await userEvent.click(screen.getByRole('button', { name: 'Who knew what' }))
  }
  const cell = (name: RegExp) => within(screen.getByRole('table')).getByRole('button', { name })
  const told = () => {
    const words = screen.getAllByRole('status').map(wordsOf)
    return words.find((one) => one.startsWith('Step'))
  }
  const button = (name: string) => screen.queryByRole('button', { name })

  test('is taken step by step with arrows or buttons, and the focus stays', async () => {
    await openTable()
    await userEvent.click(cell(/10 Feb 2014/))
    expect(told()).toBe(
      'Step 1 of 2: October 2013, Ms W speaks of drinking. GP: told by the family; the first on record.',
    )
    await userEvent.keyboard('{ArrowRight}')
    expect(told()).toBe(
      'Step 2 of 2: 10 February 2014, the source names no event for it. Social care: told by another agency; 102 to 132 days after the first.',
    )
    expect(document.activeElement).toBe(cell(/10 Feb 2014/))
    await waitFor(() => expect(pointedOut()).toContain('drinking'))
    expect(button('Next')).toHaveProperty('ariaDisabled', 'true')
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }))
    expect(told()).toMatch(/^Step 1 of 2/)
  })

  test('says at its end that it never arrived', async () => {
    await openTable()
    await userEvent.click(cell(/never/))
    await userEvent.keyboard('{ArrowRight}')
    expect(told()).toMatch(/No record that it reached Health visiting, which needed it\.$/)
  })

  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its button', () => userEvent.click(screen.getByRole('button', { name: 'Stop' }))],
  ])('ends with %s, and what was chosen before is chosen again', async (_, end) => {
    await openTable('&event=visit')
    await userEvent.click(cell(/10 Feb 2014/))
    const heading = () => screen.getByRole('complementary', { name: 'Details' }).querySelector('h2')?.textContent
    expect(heading()).toBe('Ms W speaks of drinking')
    await end()
    expect(heading()).toBe('Health visitor calls')
    expect(told()).toBeUndefined()
    expect(cell(/10 Feb 2014/)).toHaveProperty('ariaPressed', 'false')
    expect(document.activeElement).toBe(cell(/10 Feb 2014/))
  })

  test('ends when anything else is chosen', async () => {
    await openTable()
    await userEvent.click(cell(/10 Feb 2014/))
    await userEvent.click(screen.getByRole('button', { name: 'Back to the questions' }))
    expect(told()).toBeUndefined()
  })

  test('plays once asked to, and stops at its end', async () => {
    await openTable()
    await userEvent.click(cell(/10 Feb 2014/))
    vi.useFakeTimers()
    try {
      fireEvent.click(screen.getByRole('button', { name: 'Play' }))
      expect(button('Pause')).not.toBeNull()
      act(() => void vi.runOnlyPendingTimers())
      expect(told()).toMatch(/^Step 2 of 2/)
      expect(button('Pause')).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  test('never plays by itself where the reader wants nothing to move', async () => {
    await openTable()
    vi.stubGlobal('matchMedia', (asked: string) => ({
      matches: asked.includes('reduced-motion'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }))
    await userEvent.click(cell(/10 Feb 2014/))
    expect(button('Next')).not.toBeNull()
    expect(button('Play')).toBeNull()
  })
})

describe('measuring', () => {
  afterEach(() => setMeasured('', {}))
  const bar = () => screen.getByRole('group', { name: 'Measure' })
  const result = () => wordsOf(within(bar()).getByRole('status'))
  const press = (name: string) => userEvent.click(within(bar()).getByRole('button', { name }))

  test('is between an event and a finding too, at either end of its stretch, and says which is the earlier', async () => {
    await openReview(aWinter(), '&event=referral')
    await userEvent.click(screen.getByRole('button', { name: 'Measure' }))
    await press('Measure from what is selected')
    expect(result()).toBe('Choose another event or finding, then press the other button.')
    const details = screen.getByRole('complementary', { name: 'Details' })
    await userEvent.click(within(details).getByRole('button', { name: /The referral could have come in October/ }))
    await press('Measure to what is selected')
    expect(result()).toBe('65 days; 9 whole weeks; 47 working days (England). The second is the earlier.')
    const edge = within(bar()).getByRole('combobox', { name: 'Measure to' })
    await userEvent.selectOptions(edge, 'its last day')
    expect(result()).toMatch(/^0 days; .* Both are on the same day\.$/)
    await userEvent.selectOptions(edge, 'any day of it')
    expect(result()).toMatch(/^0 to 65 days; .* The dates leave open which is the earlier\.$/)
    await press('Clear')
    expect(result()).toMatch(/^Choose an event or a finding/)
    expect(wordsOf(bar())).not.toContain('GP refers')
  })

  test('says which of the two has no date', async () => {
    await openReview(aWinter(), '&event=meeting')
    await userEvent.click(screen.getByRole('button', { name: 'Measure' }))
    await press('Measure to what is selected')
    const details = screen.getByRole('complementary', { name: 'Details' })
    await userEvent.click(within(details).getByRole('button', { name: /called everybody together/ }))
    await press('Measure from what is selected')
    expect(result()).toBe('Cannot tell: the first has no date.')
    await press('Measure to what is selected')
    expect(result()).toBe('Cannot tell: neither has a date.')
  })
})

describe('the horizon', () => {
  const stopAt = async (day: string) => {
    await userEvent.click(screen.getByRole('button', { name: 'Stop at a day' }))
    fireEvent.change(screen.getByLabelText('Day of the horizon'), { target: { value: day } })
  }

  test('shows nothing that was found for another day while its own answer is awaited', async () => {
    await openReview()
    const rulesOnly = () => within(list()).queryByRole('heading', { name: 'Rules only', level: 3 })
    await stopAt('2013-12-31')
    expect(rulesOnly()).toBeNull()
    await waitFor(() => expect(rulesOnly()).not.toBeNull())
    await userEvent.click(within(list()).getByRole('heading', { name: 'Thresholds' }))
    const field = await screen.findByRole('spinbutton', { name: /^From a fact being known to its arrival/ })
    fireEvent.change(field, { target: { value: '110' } })
    expect(rulesOnly()).not.toBeNull()
  })

  test('takes what came later from the whole page, and says what an agency could have known', async () => {
    await openReview()
    await stopAt('2013-12-31')
    await waitFor(() => expect(screen.getByText(/Nothing after 31 December 2013 is shown/)).toBeDefined())
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Agency' }), 'GP')
    expect(screen.getByText(/GP could have known 2 of 2 events; 0 were known only to others/)).toBeDefined()
    expect(document.body.textContent).not.toMatch(
      /Professionals meet|Health visitor calls|The referral could have come/,
    )
  })
})
