import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { openCase, wordsOf } from '#tests/fixtures/site.tsx'
import { aWinter } from '#tests/fixtures/winter.ts'

// Roles are read out of a whole page with a chart, which takes long on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

test('a question on two events in conflict says what is asked under each account', async () => {
  const file = aWinter()
  const [first, second] = file.events
  if (!first || !second) throw new Error('A winter has events.')
  const links = [...(second.links ?? []), { kind: 'conflicts-with' as const, event: first.id }]
  await openCase({ ...file, events: [first, { ...second, links }, ...file.events.slice(2)] }, 'page=review')
  const list = await screen.findByRole('region', { name: 'Questions' }, { timeout: 10_000 })
  const group = await within(list).findByRole('heading', { name: 'Rules only', level: 3 })
  if (!group.closest('details')?.open) await userEvent.click(group)
  await userEvent.click(within(list).getByRole('button', { name: /^Accounts differ/ }))
  await waitFor(() => expect(wordsOf(list)).toContain('Under each account'))
  expect(wordsOf(list).match(/only if it was so; \d+ questions? under either account/g)).toHaveLength(2)
})
