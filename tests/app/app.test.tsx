import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { ErrorBoundary } from '#app/ErrorBoundary.tsx'
import { openSite, wordsOf } from '#tests/fixtures/site.tsx'

test.each(['#/nowhere', '#/case', '#/case/UPPER', '#/case/a/b'])(
  'the address %s names nothing: the page says so and leads back',
  async (address) => {
    openSite({}, address)
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeDefined()
    await userEvent.click(screen.getByRole('link', { name: 'Back to the library' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Throughline' })).toBeDefined()
  },
)

describe('a fault in drawing', () => {
  test('shows what happened and a way back instead of an empty page', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let isBroken = true
    function Page() {
      if (isBroken) throw new Error('A number is not one.')
      return <p>Drawn again</p>
    }
    render(
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>,
    )
    expect(wordsOf(screen.getByRole('alert'))).toContain('Something in this page went wrong.')
    expect(wordsOf(screen.getByRole('alert'))).toContain('A number is not one.')
    isBroken = false
    await userEvent.click(screen.getByRole('link', { name: 'Back to the library' }))
    expect(screen.getByText('Drawn again')).toBeDefined()
  })
})
