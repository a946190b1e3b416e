import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { CaseFile } from '#model/schema.ts'
import { anEvent, roles } from '#tests/fixtures/case-file.ts'
import { openCase, rowsOf, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

// Roles are read out of a whole page with a chart, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
})

const NAME = 'Who was at which meeting'
const tool = (name: string) => screen.findByRole('button', { name }, { timeout: 10_000 })
const table = () => screen.findByRole('table', { name: `${NAME}: Child W` }, { timeout: 10_000 })
const head = (name: RegExp) => within(screen.getByRole('table')).getByRole('button', { name })

/** The winter with a second meeting, to which everybody came; the first agreed two things, of which a visit shows one done. */
function twoMeetings(): CaseFile {
  const { events, ...winter } = aWinter()
  return {
    ...winter,
    events: [
      ...events.map((event) =>
        event.id === 'meeting'
          ? {
              ...event,
              actions: [
                { title: 'See the baby at home', agencies: ['health-visiting'], by: '2014-01-20', done: 'visit' },
                { title: 'Ask about the drinking', agencies: [] },
              ],
            }
          : event,
      ),
      anEvent('second', '2014-03-02', {
        title: 'Core group',
        type: 'meeting',
        agencies: roles({ csc: 'lead', gp: 'reported', 'health-visiting': 'informed' }),
        outcome: 'recorded',
        source: ['2.2'],
      }),
    ],
  }
}

async function openMeetings(query = '', file = twoMeetings()): Promise<HTMLElement> {
  await openCase(file, `page=review${query}`)
  await userEvent.click(await tool(NAME))
  return table()
}

test('agencies by meetings, in the order of the lanes, in words, with what was agreed in the last row', async () => {
  const found = await openMeetings()
  expect(within(found).getAllByRole('columnheader').map(wordsOf)).toEqual([
    'Agency',
    '13 Jan 2014Professionals meet✕ no minutes',
    '2 Mar 2014Core group✓ minutes on record',
  ])
  expect(rowsOf(found)).toEqual([
    ['Social care', 'led', 'led'],
    ['GP', 'attended', 'sent a report'],
    ['Health visiting', 'absentexpected, did not come', '✉︎informed'],
    [
      'What was agreed, and what came of it',
      'See the baby at homeHealth visiting, by 20 Jan 2014Appears done, 21 days later · 3 Feb 2014Health visitor callsAsk about the drinking○ no event shows it done',
      'nothing recorded as agreed',
    ],
  ])
})

test('only meetings with someone missing, and all of them again', async () => {
  const found = await openMeetings()
  expect(screen.getByText('2 meetings of two or more agencies; someone was missing from 1.')).toBeDefined()
  const only = screen.getByRole('checkbox', { name: 'Only meetings with someone missing' })
  const names = () => within(found).getAllByRole('columnheader').slice(1).map(wordsOf)
  await userEvent.click(only)
  expect(names()).toEqual([expect.stringContaining('Professionals meet')])
  await userEvent.click(only)
  expect(names()).toHaveLength(2)
})

test('a meeting is chosen by its heading, with what came of it pointed out, and let go by it', async () => {
  await openMeetings()
  head(/Professionals meet/).focus()
  await userEvent.keyboard('{Enter}')
  const details = screen.getByRole('complementary', { name: 'Details' })
  expect(within(details).getByRole('heading', { level: 2 }).textContent).toBe('Professionals meet')
  expect(head(/Professionals meet/)).toHaveProperty('ariaPressed', 'true')
  expect(head(/Core group/)).toHaveProperty('ariaPressed', 'false')
  const ringed = () =>
    new Set([...document.querySelectorAll('[role="grid"] .evidence')].map((mark) => mark.getAttribute('data-event')))
  await waitFor(() => expect(ringed()).toEqual(new Set(['meeting', 'visit'])))
  await userEvent.keyboard('{Enter}')
  expect(screen.queryByRole('complementary', { name: 'Details' })).toBeNull()
})

test('what shows something done leads to that event', async () => {
  const found = await openMeetings()
  await userEvent.click(within(found).getByRole('button', { name: /^Appears done/ }))
  const details = screen.getByRole('complementary', { name: 'Details' })
  expect(within(details).getByRole('heading', { level: 2 }).textContent).toBe('Health visitor calls')
})

test('one table has the place under the chart at a time', async () => {
  await openMeetings()
  await userEvent.click(await tool('Who knew what'))
  expect(await tool(NAME)).toHaveProperty('ariaExpanded', 'false')
  expect(wordsOf(screen.getByRole('table'))).toContain('Longest lag')
})

test('up to a day nothing of what follows is told', async () => {
  const found = await openMeetings('&until=2014-01-31')
  expect(wordsOf(found)).not.toMatch(/Core group|Health visitor calls|3 Feb/)
  expect(wordsOf(found)).toContain('no event up to 31 January 2014 shows it done')
})

test('from one agency’s place only what it could have known is in it', async () => {
  const found = await openMeetings('&until=2014-03-31&as=gp')
  expect(within(found).getAllByRole('columnheader').map(wordsOf)).toEqual([
    'Agency',
    expect.stringContaining('Professionals meet'),
    expect.stringContaining('Core group'),
  ])
  expect(wordsOf(found)).not.toContain('Health visitor calls')
  expect(wordsOf(found)).toContain('no event it could have known shows it done')
})

test('meetings with one agency named are counted and not shown', async () => {
  const file = twoMeetings()
  const alone = anEvent('alone', '2014-02-20', { title: 'Team talk', type: 'meeting', agencies: roles({ gp: 'lead' }) })
  const found = await openMeetings('', { ...file, events: [...file.events, { ...alone, source: ['2.2'] }] })
  expect(screen.getByText(/someone was missing from 1\. Not shown: 1 meeting with one agency named\.$/)).toBeDefined()
  expect(wordsOf(found)).not.toContain('Team talk')
})

test('a case in which no two agencies met says so', async () => {
  const { events, findings, ...winter } = aWinter()
  const file = {
    ...winter,
    events: events.filter(({ id }) => id !== 'meeting'),
    findings: findings.filter(({ id }) => id !== 'good'),
  }
  await openCase(file, 'page=review')
  await userEvent.click(await tool(NAME))
  expect(await screen.findByText('No meeting of two or more agencies is in this chronology.')).toBeDefined()
})
