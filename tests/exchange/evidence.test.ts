import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { analyseCase } from '#analysis/rules/analyse.ts'
import { writeDocument } from '#exchange/evidence-document.ts'
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

/** The parts of a Word document, by name, as XML. */
async function readParts(all: Evidence): Promise<Readonly<Record<string, string>>> {
  const file = await writeDocument(all)
  const parts = Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())))
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The paragraphs of a part with their style, in order. */
function paragraphsOf(xml = ''): readonly { readonly style: string; readonly words: string }[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    words: [...paragraph.matchAll(/<w:t[ >][^<]*/g)].map(([run]) => run.slice(run.indexOf('>') + 1)).join(''),
  }))
}

async function documentWords(all: Evidence): Promise<string> {
  return paragraphsOf((await readParts(all))['word/document.xml'])
    .map(({ words }) => words)
    .join('\n')
}

describe.each([
  ['Markdown', writeMarkdown],
  ['CSV', writeCsv],
  ['a Word document', documentWords],
])('evidence as %s', (_, write) => {
  test('names the case, its edition, the review, the filter, the thresholds and who says so', async () => {
    const text = await write(evidence({ filter: 'Filtered: without the agencies GP.', horizon: '1 May 2014' }))
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

  test('gives a question with its interval, how sure it is, its evidence and its places in the review', async () => {
    const text = await write(evidence({ kept: keptOf('Ask the GP.') }))
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

  test('gives a finding as the review’s own, with its length', async () => {
    const text = await write(evidence())
    for (const words of ['Delayed referral', 'the review says', '65 days', '3.1 · 2.1 · 1'])
      expect(text).toContain(words)
  })

  test('never says breach or failed', async () => {
    expect(await write(evidence())).not.toMatch(/breach|failed/i)
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
  expect(rows[1]?.[12]).toBe('a "quoted", note')
})

test('no cell of the table is taken for a formula', () => {
  const rows = read(writeCsv(evidence({ kept: keptOf('=HYPERLINK("x")') })))
  expect(rows[1]?.[12]).toBe('\'=HYPERLINK("x")')
})

test('a finding without dates says so', () => {
  const finding = { ...aFinding('late'), when: undefined }
  expect(writeMarkdown(evidence({ kept: [{ kind: 'finding', finding, note: '' }] }))).toContain('Date not given')
})

describe('a Word document', () => {
  test('has a title, headings, a table whose first row is its head, and page numbers, in British English', async () => {
    const parts = await readParts(evidence({ kept: keptOf('Ask the GP.') }))
    const xml = parts['word/document.xml'] ?? ''
    const headings = paragraphsOf(xml).filter(({ style }) => /^(Title|Heading\d)$/.test(style))
    expect(headings.map(({ style, words }) => `${style}: ${words}`)).toEqual([
      'Title: Evidence: Child W',
      'Heading1: What this rests on',
      'Heading1: What was kept',
      'Heading2: 1. Information that did not arrive',
      `Heading2: 2. Delayed referral: ${of.findingById.get('late')?.title ?? '-'}`,
    ])
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false])
    expect(paragraphsOf(rows[0]).map(({ words }) => words)).toEqual([
      'No.',
      'What',
      'When',
      'How long',
      'Agencies',
      'Who says so',
    ])
    expect(paragraphsOf(rows[2]).map(({ words }) => words)[1]).toMatch(/^Delayed referral: ./)
    // Each name of a field is parted from its words by a tab, and its places stand in brackets.
    expect(xml).toMatch(/Who says so<\/w:t><\/w:r><w:r><w:tab\/><w:t/)
    expect(paragraphsOf(xml).map(({ words }) => words)).toContainEqual(
      expect.stringMatching(/^Oct 2013: .*\[2\.1 · 1\]$/),
    )
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>')
    expect(parts['docProps/core.xml']).toContain('<dc:title>Evidence: Child W</dc:title>')
    const footer = Object.entries(parts).find(([name]) => /^word\/footer\d+\.xml$/.test(name))?.[1] ?? ''
    expect(footer).toContain('Child W, edition 1')
    expect(footer).toMatch(/>PAGE<.*>NUMPAGES</s)
  })

  test('takes signs of its own format as words, and says when nothing is kept', async () => {
    const [first] = keptOf('a < b & "c"')
    const kept = first ? [first] : []
    expect(await documentWords(evidence({ kept }))).toContain('a &lt; b &amp; &quot;c&quot;')
    expect(await documentWords(evidence({ kept: [] }))).toContain('Nothing was kept.')
  })
})
