import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { openCase, rowsOf, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

const region = (name: string) => screen.getByRole('region', { name })
const details = () => screen.getByRole('complementary', { name: 'Details' })

describe('the page about a case', () => {
  test('says which places of the report are represented, by what, and which are not', async () => {
    await openCase(aWinter(), 'page=about')
    const coverage = region('Coverage of the report')
    expect(wordsOf(coverage)).toContain(
      '3 of 4 places that carry narrative, findings or recommendations are represented',
    )
    expect(wordsOf(coverage)).toContain('Not represented: 2.2.')
    const rows = new Map(rowsOf(within(coverage).getByRole('table')).map(([place, ...rest]) => [place, rest]))
    expect([...rows.keys()]).toEqual(['1', '2.1 The autumn', '2.2 The spring', '3.1', '9 How it was done'])
    expect(rows.get('2.1 The autumn')?.[1]).toContain('5 Dec 2013: GP refers to social care')
    expect(rows.get('2.2 The spring')).toEqual(['narrative', 'not represented'])
    expect(rows.get('3.1')?.[1]).toContain('The referral could have come in October')
    expect(rows.get('9 How it was done')).toEqual(['method', 'not needed'])
  })

  test('leads from a place of the report to its event on the timeline', async () => {
    await openCase(aWinter(), 'page=about')
    const [mark] = within(region('Coverage of the report')).getAllByRole('button', { name: /GP refers to social care/ })
    if (mark) await userEvent.click(mark)
    expect(screen.getByRole('grid', { name: 'Timeline: Child W' })).toBeDefined()
    expect(within(details()).getByRole('heading', { level: 2 }).textContent).toBe('GP refers to social care')
  })

  test('leads from a place of the report to its finding on the timeline', async () => {
    await openCase(aWinter(), 'page=about')
    await userEvent.click(
      within(region('Coverage of the report')).getByRole('button', { name: /The referral could have come/ }),
    )
    expect(screen.getByRole('grid', { name: 'Timeline: Child W' })).toBeDefined()
    expect(within(details()).getByRole('heading', { level: 2 }).textContent).toBe(
      'The referral could have come in October',
    )
  })

  test('counts what was transcribed and how it is dated', async () => {
    await openCase(aWinter(), 'page=about')
    expect(wordsOf(region('What was transcribed'))).toContain('4 events, 2 findings and 1 fact')
    expect(wordsOf(region('What was transcribed'))).toContain('1 event may distress')
    expect(wordsOf(region('How dates were read'))).toContain(
      '3 events dated to the day and 1 event dated to the month or coarser, or in doubt',
    )
    expect(rowsOf(within(region('How dates were read')).getByRole('table'))).toEqual([
      ['Oct 2013', 'some time in October', 'Oct 2013: Ms W speaks of drinking'],
    ])
  })

  test('keeps how the case ends folded away', async () => {
    await openCase(aWinter(), 'page=about')
    expect(screen.getByText('How it ended.').closest('details')?.open).toBe(false)
  })

  test('tells where the report disagrees with itself, what it leaves unsaid and what it recommends', async () => {
    await openCase(
      aWinter({
        discrepancies: [
          { title: 'Two dates', detail: 'The table and the text differ.', events: ['meeting'], source: ['1'] },
        ],
        silent: ['Who was asked to come.'],
        recommendations: [{ ref: '3.1', to: ['gp', 'csc'], text: 'Write it down.', findings: [] }],
      }),
      'page=about',
    )
    expect(wordsOf(region('Where the report disagrees with itself'))).toContain('The table and the text differ.')
    expect(wordsOf(region('What the report does not say'))).toContain('Who was asked to come.')
    expect(rowsOf(within(region('What the report recommends')).getByRole('table'))).toEqual([
      ['3.1', 'GP and Social care', 'Write it down.'],
    ])
  })
})
