import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { openCase, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

const list = () => screen.getByRole('region', { name: 'Questions' })
const entry = (name: string) => {
  const item = within(list()).getByText(name).closest('li')
  if (!item) throw new Error('The timescale stands in no list.')
  return item
}

vi.setConfig({ testTimeout: 30_000 })

test('timescales are told with what each read, their editions, and which are off', async () => {
  await openCase(aWinter(), 'page=review')
  // It comes in a download of its own.
  await screen.findByRole('region', { name: 'Questions' }, { timeout: 10_000 })
  await userEvent.click(await within(list()).findByText('Timescales'))
  await within(list()).findByText('Read in this case: 1')
  const assessed = entry('Referral to end of assessment')
  expect(wordsOf(assessed)).toContain('nothing in this chronology stops the clock of 45 working days')
  expect(within(assessed).getByRole('button', { name: /GP refers to social care/ })).toBeDefined()
  expect(wordsOf(assessed)).toMatch(/2023 wording, 2026 not checked .*unconfirmed/)
  expect(wordsOf(entry('Escalation to its answer'))).toContain('no number is set')
  expect(within(list()).getByText(/^Local and off, since the case is of /)).toBeDefined()
  expect(wordsOf(list())).toContain('East Riding: at least 48 hours')
})
