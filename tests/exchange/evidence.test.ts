import { describe, expect, test } from 'vitest'
import { analyseCase } from '#analysis/analyse.ts'
import { type Evidence, type Kept, writeCsv, writeMarkdown } from '#exchange/evidence.ts'
import { aCase, aFinding } from '#tests/fixtures/case-file.ts'
import { aWinter } from '#tests/fixtures/winter.ts'

const of = aCase(aWinter())

function keptOf(note = ''): readonly Kept[] {
  const candidate = analyseCase(of).candidates.find(({ rule }) => rule === 'fact-never-reached')
  const finding = of.findingById.get('late')
  if (!candidate || !finding) throw new Error('The winter has no such candidate or finding.')
  return [
    { kind: 'candidate', candidate, note },
    { kind: 'finding', finding, note: '' },
  ]
}

const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  of,
  kept: keptOf(),
  filter: 'No filter.',
  thresholds: ['From a fact being known to its arrival: 7 days'],
  horizon: undefined,
  ...more,
})

/** The cells of comma-separated values, as a spreadsheet reads them. */
function read(csv: string): readonly (readonly string[])[] {
  return csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')))
}

describe.each([
  ['Markdown', writeMarkdown],
  ['CSV', writeCsv],
])('evidence as %s', (_, write) => {
  test('names the case, its edition, the review, the filter, the thresholds and who says so', () => {
    const text = write(evidence({ filter: 'Filtered: without the agencies GP.', horizon: '1 May 2014' }))
    for (const words of [
      'Child W, edition 1',
      'Serious case review',
      'Filtered: without the agencies GP.',
      'From a fact being known to its arrival: 7 days',
      'Nothing after 1 May 2014 was looked at.',
      'they are questions, never findings',
    ])
      expect(text).toContain(words)
  })

  test('gives a question with its interval, how sure it is, its evidence and its places in the review', () => {
    const text = write(evidence({ kept: keptOf('Ask the GP.') }))
    for (const words of [
      'Information that did not arrive',
      'Ms W drinks every day',
      'Social care and GP → Health visiting',
      'Oct 2013: Ms W speaks of drinking',
      '2.1 · 1',
      'Ask the GP.',
      'noticed by a rule',
    ])
      expect(text).toContain(words)
  })

  test('gives a finding as the review’s own, with its length', () => {
    const text = write(evidence())
    for (const words of ['Delayed referral', 'the review says', '65 days', '3.1 · 2.1 · 1'])
      expect(text).toContain(words)
  })

  test('never says breach or failed', () => {
    expect(write(evidence())).not.toMatch(/breach|failed/i)
  })
})

test('Markdown keeps signs that it would read as its own, and says when nothing is kept', () => {
  const [first] = keptOf('look at *this* | [that]')
  expect(writeMarkdown(evidence({ kept: first ? [first] : [] }))).toContain(String.raw`look at \*this\* \| \[that\]`)
  expect(writeMarkdown(evidence({ kept: [] }))).toContain('Nothing was kept.')
})

test('every row of the table has a cell for every heading, whatever stands in a note', () => {
  const rows = read(writeCsv(evidence({ kept: keptOf('a "quoted", note') })))
  expect(rows.map(({ length }) => length)).toEqual([15, 15, 15])
  expect(rows[1]?.[13]).toBe('a "quoted", note')
})

test('no cell of the table is taken for a formula', () => {
  const rows = read(writeCsv(evidence({ kept: keptOf('=HYPERLINK("x")') })))
  expect(rows[1]?.[13]).toBe('\'=HYPERLINK("x")')
})

test('a finding without dates says so', () => {
  const finding = { ...aFinding('late'), when: undefined }
  expect(writeMarkdown(evidence({ kept: [{ kind: 'finding', finding, note: '' }] }))).toContain('Date not given')
})
