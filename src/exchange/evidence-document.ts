import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { nameEdition } from '#analysis/view-words.ts'
import { type Entry, type Evidence, FIELDS, giveAccount, nameEntry, nameEvent, NOTHING } from './evidence.ts'

/** What was kept as a Word document. Heavy, so it is loaded only when it is asked for. */

const BULLETS = 'points'
const INK = '1F2328'
const RULE = 'B5BAC1'
const PAGE_MM = { width: 210, height: 297, margin: 20 }
const WIDTH = mm(PAGE_MM.width - 2 * PAGE_MM.margin)

/** The overview's columns with their share of the width. */
const COLUMNS: readonly { readonly name: string; readonly share: number; readonly of: (entry: Entry) => string }[] = [
  { name: 'What', share: 0.26, of: nameEntry },
  { name: 'When', share: 0.15, of: ({ dates }) => dates },
  { name: 'How long', share: 0.11, of: ({ interval }) => interval },
  { name: 'Agencies', share: 0.26, of: ({ agencies }) => agencies },
  { name: 'Who says so', share: 0.16, of: ({ who }) => who },
]
const NUMBER_SHARE = 0.06

/** Where the words of a field begin, past its name. */
const FIELD_MM = 57

const point = (text: string, keepNext = false) =>
  new Paragraph({
    text,
    keepNext,
    keepLines: true,
    spacing: { after: 60 },
    numbering: { reference: BULLETS, level: 0 },
  })

function row(cells: readonly string[], isHead: boolean): TableRow {
  const widths = [NUMBER_SHARE, ...COLUMNS.map(({ share }) => share)]
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text, column) =>
        new TableCell({
          width: { size: Math.round((widths[column] ?? 0) * WIDTH), type: WidthType.DXA },
          children: [new Paragraph({ style: 'Cell', children: [new TextRun({ text, bold: isHead })] })],
        }),
    ),
  })
}

/** Everything kept, a row each. */
function overview(entries: readonly Entry[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: RULE }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [
      row(['No.', ...COLUMNS.map(({ name }) => name)], true),
      ...entries.map((entry, place) => row([String(place + 1), ...COLUMNS.map(({ of }) => of(entry))], false)),
    ],
  })
}

function tell(entry: Entry, place: number): readonly Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: `${place + 1}. ${nameEntry(entry)}` }),
    new Paragraph({ text: entry.text, keepNext: true }),
    ...FIELDS.flatMap(([name, key]) =>
      entry[key] === ''
        ? []
        : [
            new Paragraph({
              style: 'Field',
              children: [new TextRun({ text: name, bold: true }), new TextRun({ children: [new Tab(), entry[key]] })],
            }),
          ],
    ),
    ...(entry.events.length === 0
      ? []
      : [
          new Paragraph({ style: 'Field', keepNext: true, children: [new TextRun({ text: 'Evidence', bold: true })] }),
          // The last line of evidence never stands alone on a page.
          ...entry.events.map((one, at) => point(nameEvent(one), at === 0 || at === entry.events.length - 2)),
        ]),
  ]
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

const STYLES = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { size: 38, bold: true, color: INK }, paragraph: { spacing: { after: 200 } } },
    heading1: heading(28, 320),
    heading2: heading(23, 280),
  },
  paragraphStyles: [
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { after: 0, line: 250 } } },
    {
      id: 'Field',
      name: 'Field',
      basedOn: 'Normal',
      paragraph: {
        spacing: { after: 60 },
        keepLines: true,
        indent: { left: mm(FIELD_MM), hanging: mm(FIELD_MM) },
        tabStops: [{ type: TabStopType.LEFT, position: mm(FIELD_MM) }],
      },
    },
  ],
}

/** A document with a title, what it depends on, a table of what was kept, and each thing under a heading of its own. */
export async function writeDocument(evidence: Evidence): Promise<Blob> {
  const { title, about, entries } = giveAccount(evidence)
  const edition = nameEdition(evidence.of)
  const footer = new Paragraph({
    alignment: AlignmentType.RIGHT,
    style: 'Cell',
    children: [new TextRun({ children: [`${edition} Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })
  const file = new Document({
    title,
    subject: edition,
    creator: 'Throughline',
    lastModifiedBy: 'Throughline',
    description: about.join(' '),
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: mm(6), hanging: mm(4) }, spacing: { after: 60 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(PAGE_MM.width), height: mm(PAGE_MM.height) },
            margin: { top: mm(20), bottom: mm(20), left: mm(PAGE_MM.margin), right: mm(PAGE_MM.margin) },
          },
        },
        footers: { default: new Footer({ children: [footer] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'What this rests on' }),
          ...about.map((sentence) => point(sentence)),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'What was kept' }),
          ...(entries.length === 0 ? [new Paragraph(NOTHING)] : [overview(entries), ...entries.flatMap(tell)]),
        ],
      },
    ],
  })
  return Packer.toBlob(file)
}
