import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { anEvent } from '#tests/fixtures/case-file.ts'
import { openCase, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

// Roles are read out of a whole page with a chart, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const panel = () => screen.getByRole('complementary', { name: 'Details' })
const toggle = () => within(panel()).queryByRole('button', { name: 'Count from this event' })
const clear = () => screen.queryByRole('button', { name: 'Show dates again' })
const news = () => wordsOf(document.querySelector('.news') ?? document.body)
const ticks = () => [...document.querySelectorAll('.axis .tick text')].map(wordsOf).filter((text) => text !== '')
const zero = () => [...document.querySelectorAll('.axis .tick.major text')].map(wordsOf)
const hasLine = () => document.querySelector('.guide-line.anchor') !== null
const isCounted = () => ticks().some((text) => / (before|after)$/.test(text))

async function press(button: HTMLElement | null): Promise<void> {
  if (!button) throw new Error('There is no such button.')
  await userEvent.click(button)
}

function focusMark(event: string): void {
  const mark = document.querySelector(`[role="grid"] [data-event="${event}"]`)
  if (!(mark instanceof SVGElement)) throw new Error(`${event} has no mark.`)
  mark.focus()
}

describe('the axis counted from an event', () => {
  test('by its button: zero has its title and a line, and the page says so; another press ends it', async () => {
    const title = 'The midwife refers'
    const file = aWinter()
    const events = file.events.map((event) => (event.id === 'referral' ? { ...event, title } : event))
    await openCase({ ...file, events }, 'event=referral')
    expect([isCounted(), hasLine(), clear()]).toEqual([false, false, null])
    await press(toggle())
    expect([isCounted(), hasLine(), zero()]).toEqual([true, true, [title]])
    expect(toggle()?.getAttribute('aria-pressed')).toBe('true')
    expect(news()).toBe(`Counting from: ${title}, 5 Dec 2013.`)
    await waitFor(() => expect(location.hash).toContain('align=referral'))
    await press(toggle())
    expect([isCounted(), hasLine(), clear()]).toEqual([false, false, null])
    expect(news()).toBe('Dates again: the axis no longer counts from an event.')
    await waitFor(() => expect(location.hash).not.toContain('align'))
  })

  test('is in the spoken name of every mark and finding', async () => {
    await openCase(aWinter(), 'align=referral')
    const named = (what: string) => document.querySelector(`[role="grid"] ${what}`)?.getAttribute('aria-label')
    expect(named('[data-event="drinking"]')).toMatch(/^October 2013, day not given\. 35 to 65 days before\. GP\./)
    expect(named('[data-event="referral"]')).toMatch(/^5 December 2013\. The axis counts from here\./)
    expect(named('[data-meeting="meeting"]')).toMatch(/^Meeting point, 13 January 2014, 39 days after: /)
    expect(named('[data-finding="late"]')).toMatch(/1 October to 5 December 2013\. 65 days before\./)
    await press(clear())
    expect(named('[data-event="drinking"]')).toMatch(/^October 2013, day not given\. GP\./)
  })

  test('is ended by one press above the chart, which leaves the focus in the chart', async () => {
    await openCase(aWinter(), 'align=referral')
    expect(isCounted()).toBe(true)
    await press(clear())
    expect([isCounted(), clear()]).toEqual([false, null])
    expect(document.activeElement?.closest('.chart-frame')).not.toBeNull()
  })

  test('by a key on its mark; on another mark it moves there, on the same one it ends', async () => {
    await openCase(aWinter())
    focusMark('referral')
    await userEvent.keyboard('c')
    await waitFor(() => expect(location.hash).toContain('align=referral'))
    focusMark('visit')
    await userEvent.keyboard('c')
    await waitFor(() => expect(location.hash).toContain('align=visit'))
    await userEvent.keyboard('c')
    expect([isCounted(), clear()]).toEqual([false, null])
  })

  test('tells how long another event is from it, as least and most where a date is inexact', async () => {
    await openCase(aWinter(), 'align=referral&event=drinking')
    expect(wordsOf(panel())).toMatch(/Between this and “.+”: 35 to 65 days; 5 to 9 whole weeks;/)
  })

  test('counts a stretch from its start in the details too', async () => {
    const events = [anEvent('stay', '2013-11-01/2013-11-20'), anEvent('after', '2013-11-25')]
    await openCase(aWinter({ events, findings: [], facts: [], themes: [] }), 'align=stay&event=after')
    expect(wordsOf(panel())).toMatch(/from start to start: 24 days; 3 whole weeks;/)
  })

  test('says from which day it counts where the date is inexact', async () => {
    await openCase(aWinter(), 'align=drinking')
    expect(wordsOf(document.querySelector('.counting-from') ?? document.body)).toContain(
      'Oct 2013 (counted from 1 Oct 2013, the earliest that its date allows; it may have begun up to 30 days later)',
    )
  })

  test('is let go where the case has no such event', async () => {
    await openCase(aWinter(), 'align=nothing&marks=all')
    await waitFor(() => expect(location.hash).not.toContain('align'))
    expect(location.hash).toContain('marks=all')
  })

  test('is let go where the event lies beyond the day the case is stopped at', async () => {
    await openCase(aWinter(), 'align=meeting&until=2013-12-20')
    await waitFor(() => expect(location.hash).not.toContain('align'))
    expect([location.hash.includes('until=2013-12-20'), isCounted(), clear()]).toEqual([true, false, null])
  })

  test('is not offered where there are no dates to count by', async () => {
    const events = ['one', 'two', 'three'].map((id) => anEvent(id, null))
    await openCase(aWinter({ events, findings: [], facts: [], themes: [] }), 'event=one')
    expect(toggle()).toBeNull()
    focusMark('one')
    await userEvent.keyboard('c')
    expect(news()).toBe('This case has an order but no dates to count by.')
  })
})
