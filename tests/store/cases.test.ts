import { expect, test } from 'vitest'
import { CaseError, newQueryClient, readCaseFile } from '#store/cases.ts'
import { aCaseFile, anEvent } from '#tests/fixtures/case-file.ts'

/** What is thrown at a reader who opens a file. */
function refusalOf(text: string): CaseError {
  try {
    readCaseFile(text, 'mine.json')
  } catch (reason) {
    if (reason instanceof CaseError) return reason
    throw reason
  }
  throw new Error('the file was accepted')
}

test('a case file is read as a case', () => {
  const text = JSON.stringify(aCaseFile({ events: [anEvent('e1', '2013-10-01')] }))
  expect(readCaseFile(text, 'mine.json').events.map(({ id }) => id)).toEqual(['e1'])
})

test('a file that cannot be shown is named, and told with every problem it has', () => {
  const refusal = refusalOf(
    JSON.stringify(aCaseFile({ subject: 'nobody', events: [anEvent('e1', '2013-10-01', { source: ['9'] })] })),
  )
  expect(refusal.title).toBe('mine.json is not a case file that can be shown.')
  expect(refusal.problems.map(({ path }) => path)).toEqual(['subject', 'events[0].source[0]'])
})

test('a file that is not even JSON is told with one problem', () => {
  expect(refusalOf('Dear Sir,').problems.map(({ path }) => path)).toEqual(['the file'])
})

test('what was loaded once is neither loaded again nor forgotten, and needs no network to be tried', () => {
  expect(newQueryClient().getDefaultOptions().queries).toMatchObject({
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    networkMode: 'always',
  })
})
