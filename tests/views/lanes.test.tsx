import { screen, waitFor, within } from '@testing-library/react'
import { userEvent as events } from '@testing-library/user-event'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { readView } from '#store/view.ts'
import { openCase, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

// Each opens the whole app, which takes a busy machine some seconds.
vi.setConfig({ testTimeout: 20_000 })

// jsdom has the element but not what opens and closes it.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

// Looking through every style of the page for what is hidden takes most of a test's time.
const userEvent = events.setup({ pointerEventsCheck: 0 })
const button = (name: string | RegExp) => within(dialog()).getByRole('button', { name, hidden: true })
const dialog = () => screen.getByRole('dialog', { hidden: true })
const press = async (name: string | RegExp) => userEvent.click(button(name))
const listOf = (name: string) =>
  within(within(dialog()).getByRole('list', { name, hidden: true })).getAllByRole('listitem', { hidden: true })
const lanes = () => Array.from(document.querySelectorAll('[role=rowheader]'), (head) => head.getAttribute('aria-label'))
const news = () => wordsOf(dialog().querySelector('.lanes-news') ?? dialog())
const opener = () => screen.getByText(/^Lanes(, \d+ hidden)?$/, { selector: 'button' })

async function open(query = ''): Promise<void> {
  await openCase(aWinter(), `lanes=all&${query}`)
  await userEvent.click(opener())
}

describe('the list of lanes', () => {
  test('names families above their lanes; who has none of its own is a line alone', async () => {
    await open()
    expect(listOf('Lanes from the top').map((line) => wordsOf(line).replace('↑↓PinHide', ''))).toEqual([
      'Child W and family, quiet',
      'Social care',
      '▾ Health, 2 agencies',
      'GP',
      'Health visiting',
    ])
  })

  test('moves a lane by buttons and by keys, on the chart and in the address, and says so', async () => {
    await open()
    await press('Move GP down')
    expect(lanes()).toEqual(['Child W and family', 'Social care', 'Health visiting', 'GP'])
    expect(news()).toBe('GP is now below Health visiting, lane 4 of 4.')
    expect(readView().view.lanes.order).toEqual(['home', 'csc', 'health-visiting', 'gp'])
    button('Hide GP').focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(lanes()).toEqual(['Child W and family', 'Social care', 'GP', 'Health visiting'])
    expect(readView().view.lanes.order).toEqual([])
  })

  test('says when a lane can go no further', async () => {
    await open()
    await press('Move Child W and family up')
    expect(news()).toBe('Child W and family is as far up as it can go.')
    expect(button('Move Child W and family up').ariaDisabled).toBe('true')
  })

  test('pins a lane to the top and lets it go again', async () => {
    await open()
    await press('Pin GP to the top')
    expect(lanes()[0]).toBe('GP')
    expect(button('Pin GP to the top').ariaPressed).toBe('true')
    await press('Pin GP to the top')
    expect(lanes()[0]).toBe('Child W and family')
  })

  test('hides a lane without taking its events from the counts, and the button says how many are hidden', async () => {
    await open()
    await press('Hide GP')
    expect(lanes()).not.toContain('GP')
    expect(wordsOf(opener())).toBe('Lanes, 1 hidden')
    expect(wordsOf(screen.getByRole('status'))).toContain('4 of 4 events, 3 of 4 lanes')
    await press('Hide GP')
    expect(lanes()).toContain('GP')
  })

  test('hides lanes without events in the window at once, and shows them again', async () => {
    await openCase(aWinter(), 'lanes=all&from=2014-01-25&to=2014-02-08')
    await userEvent.click(screen.getByText('More', { selector: 'summary' }))
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide lanes without events in this window', hidden: true }),
    )
    expect(lanes()).toEqual(['Health visiting'])
    expect(wordsOf(opener())).toBe('Lanes, 3 hidden')
    expect(readView().view.lanes.hidden).toEqual(new Set(['home', 'csc', 'gp']))
    await userEvent.click(screen.getByRole('button', { name: 'Show 3 hidden lanes', hidden: true }))
    expect(lanes()).toHaveLength(4)
  })

  test('collapses a family to one lane that keeps the marks of all, and expands it again', async () => {
    await open()
    await press('Health, 2 agencies')
    expect(lanes()).toEqual(['Child W and family', 'Social care', 'Health'])
    const row = screen.getByRole('rowheader', { name: 'Health', hidden: true }).closest('[role="row"]')
    for (const event of ['drinking', 'meeting', 'referral', 'visit'])
      expect(row?.querySelectorAll(`.mark[data-event=${event}]`)).toHaveLength(1)
    const fold = button('Health, 2 agencies in one lane')
    expect(document.activeElement).toBe(fold)
    expect(fold.ariaExpanded).toBe('false')
    await userEvent.click(fold)
    expect(lanes()).toHaveLength(4)
  })

  test('resets everything at once', async () => {
    await open('pinned-lanes=gp&hidden-lanes=csc&collapsed=health&lane-order=csc,home')
    await press('Reset lanes')
    expect(lanes()).toEqual(['Child W and family', 'Social care', 'GP', 'Health visiting'])
    expect(button('Reset lanes').ariaDisabled).toBe('true')
  })

  test('closed by its button, is gone', async () => {
    await open()
    await press('Close lanes')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('details of an event in a collapsed family', () => {
  test('name the agencies themselves', async () => {
    await openCase(aWinter(), 'collapsed=health&event=referral')
    const details = screen.getByRole('complementary', { name: 'Details' })
    expect(wordsOf(details)).toContain('GP')
  })
})

describe('a proposed order', () => {
  // The meeting of social care and health visiting passes the GP, who has no part in it.
  const crossed = () => {
    const file = aWinter()
    return {
      ...file,
      events: file.events.map((event) =>
        event.id === 'meeting' ? { ...event, agencies: event.agencies.filter(({ id }) => id !== 'gp') } : event,
      ),
    }
  }

  test('is shown with what it saves, and applied only when the reader says so', async () => {
    await openCase(crossed(), 'lanes=all')
    await userEvent.click(opener())
    await press('Shorten meeting lines')
    expect(wordsOf(dialog())).toContain(
      'now pass 1 lane with no part in the meeting. In the order below they would pass 0.',
    )
    expect(listOf('Proposed order').map(wordsOf)).toEqual([
      'Child W and family',
      'Social care',
      'Health visitingnow 4',
      'GPnow 3',
    ])
    expect(lanes()[2]).toBe('GP')
    await press('Use this order')
    expect(lanes()).toEqual(['Child W and family', 'Social care', 'Health visiting', 'GP'])
    expect(screen.queryByRole('list', { name: 'Proposed order', hidden: true })).toBeNull()
    expect(document.activeElement).toBe(button('Shorten meeting lines'))
  })

  test('is left alone on request, and void after another move', async () => {
    await openCase(crossed(), 'lanes=all')
    await userEvent.click(opener())
    await press('Shorten meeting lines')
    await press('Keep the order as it is')
    expect(lanes()[2]).toBe('GP')
    await press('Shorten meeting lines')
    await press('Hide GP')
    expect(screen.queryByRole('list', { name: 'Proposed order', hidden: true })).toBeNull()
  })

  test('is none when nothing can be saved', async () => {
    await open()
    await press('Shorten meeting lines')
    expect(wordsOf(dialog())).toContain('now pass 0 lanes with no part in the meeting. No order was found')
    expect(screen.queryByRole('button', { name: 'Use this order', hidden: true })).toBeNull()
  })
})

describe('sets of lanes', () => {
  test('can be saved under a name, used and deleted', async () => {
    await open()
    await press('Hide GP')
    within(dialog()).getByLabelText('Name for the lanes as they are now').focus()
    await userEvent.paste(' No GP ')
    await press('Save')
    expect(news()).toBe('These lanes are saved as “No GP”.')
    await press('Reset lanes')
    expect(lanes()).toContain('GP')
    await press('Use No GP')
    expect(lanes()).not.toContain('GP')
    await press('Delete No GP')
    expect(screen.queryByRole('button', { name: 'Use No GP', hidden: true })).toBeNull()
    expect(lanes()).not.toContain('GP')
  })

  test('need a name', async () => {
    await open()
    await press('Save')
    expect(news()).toBe('A set needs a name.')
    expect(document.activeElement).toBe(within(dialog()).getByRole('textbox', { hidden: true }))
  })
})

describe('the head of a lane', () => {
  const head = (name: string) => screen.getByRole('button', { name: `Move, pin or hide ${name}`, hidden: true })
  const focusFirstMarkOf = (name: string) => {
    const row = screen.getByRole('rowheader', { name, hidden: true }).closest('[role="row"]')
    const mark = row?.querySelector('[data-event]')
    if (mark instanceof SVGElement) mark.focus()
  }

  test('is reached with ← from the first mark, and moves its lane with Alt and an arrow', async () => {
    await openCase(aWinter(), 'lanes=all')
    focusFirstMarkOf('GP')
    await userEvent.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(head('GP'))
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(lanes()).toEqual(['Child W and family', 'Social care', 'Health visiting', 'GP'])
    expect(document.activeElement).toBe(head('GP'))
    await userEvent.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(head('Health visiting'))
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement?.getAttribute('data-lane')).toBe('health-visiting')
  })

  test('opens the list of lanes at its lane', async () => {
    await openCase(aWinter(), 'lanes=all')
    head('GP').focus()
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement).toBe(button('Move GP up'))
  })

  test('a mark’s lane moves with Alt and an arrow too', async () => {
    await openCase(aWinter(), 'lanes=all')
    focusFirstMarkOf('GP')
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(lanes()).toEqual(['Child W and family', 'GP', 'Social care', 'Health visiting'])
  })
})
