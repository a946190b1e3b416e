import type { Case, CaseEvent, Finding } from '#model/case.ts'
import { FINDING_KIND_NAME } from '#model/vocabulary.ts'
import { formatList, formatWhen } from '#model/words.ts'
import type { MeasureText } from './metrics.ts'
import { KEY_LINE_PX, KEY_TEXT_PX } from './paper-sheets.ts'

/** The key: every event and finding of the pictures in words, broken into pages. */

export const KEY_KINDS = ['events', 'findings'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

export interface KeyRow {
  readonly id: string
  /** One text a column. */
  readonly cells: readonly string[]
}

interface KeyColumn {
  readonly title: string
  /** Of the table's width. */
  readonly share: number
}

export const KEY_COLUMNS: Readonly<Record<KeyKind, readonly KeyColumn[]>> = {
  events: [
    { title: 'No.', share: 0.05 },
    { title: 'Date', share: 0.17 },
    { title: 'Agencies', share: 0.25 },
    { title: 'Event', share: 0.34 },
    { title: 'In the review', share: 0.13 },
    { title: 'Page', share: 0.06 },
  ],
  findings: [
    { title: 'No.', share: 0.05 },
    { title: 'Date', share: 0.17 },
    { title: 'Agencies', share: 0.19 },
    { title: 'Finding', share: 0.29 },
    { title: 'Who says so', share: 0.13 },
    { title: 'In the review', share: 0.11 },
    { title: 'Page', share: 0.06 },
  ],
}

/** Part of a table: the rows that stand in one column of one page. */
export interface KeyTable {
  readonly kind: KeyKind
  readonly rows: readonly KeyRow[]
  /** Begun on an earlier column: the heading says so. */
  readonly isContinued: boolean
}

/** One page of the key: its columns from left to right, each with the tables in it from top to bottom. */
export type KeyPage = readonly (readonly KeyTable[])[]

export const KEY_HEADING_PX = 26
export const KEY_HEAD_ROW_PX = 20
const KEY_CELL_PAD_PX = 2
const KEY_RULE_PX = 1
/** The browser's own line breaks may differ from ours by a letter. */
const SAFETY = 1.06

/** How many lines a text takes in a width, broken at spaces and hyphens; at least 1. A longer word is broken within. */
export function countLines(text: string, widthPx: number, measure: (text: string) => number): number {
  let lines = 1
  let usedPx = 0
  for (const word of text.split(/(?<=[\s–-])/)) {
    const px = measure(word)
    if (usedPx + measure(word.trimEnd()) <= widthPx) usedPx += px
    else {
      lines += usedPx === 0 ? 0 : 1
      lines += Math.ceil(px / widthPx) - 1
      usedPx = px % widthPx
    }
  }
  return Math.max(1, lines)
}

/** The row of an event; `page` is the number of the page its mark stands on. */
export function keyOfEvent(of: Case, event: CaseEvent, number: string, page: string): KeyRow {
  const agencies = formatList(event.agencies.flatMap(({ id }) => of.agencyById.get(id)?.name ?? []))
  return {
    id: event.id,
    cells: [number, formatWhen(event.when), agencies, event.title, event.source.join(' · '), page],
  }
}

/** The row of a finding, with who says so: the review in its words, or its transcriber between its lines. */
export function keyOfFinding(of: Case, finding: Finding, number: string, page: string): KeyRow {
  const names = (ids: readonly string[]) => formatList(ids.flatMap((id) => of.agencyById.get(id)?.name ?? []))
  const towards = finding.receivers.filter((id) => !finding.holders.includes(id))
  const agencies = towards.length > 0 ? `${names(finding.holders)}, towards ${names(towards)}` : names(finding.holders)
  const says = finding.basis === 'stated' ? 'the review says' : 'read from the review by the transcriber'
  return {
    id: finding.id,
    cells: [
      number,
      finding.when ? formatWhen(finding.when) : 'No date given',
      agencies,
      `${FINDING_KIND_NAME[finding.kind]}: ${finding.title}`,
      says,
      finding.source.join(' · '),
      page,
    ],
  }
}

/** Height of a row in a table of a width, in pixels. `measure` measures at the key's text size. */
export function keyRowPx(kind: KeyKind, { cells }: KeyRow, widthPx: number, measure: (text: string) => number): number {
  const lines = KEY_COLUMNS[kind].map(({ share }, column) =>
    countLines(cells[column] ?? '', (share * widthPx - 9) / SAFETY, measure),
  )
  return Math.max(...lines) * KEY_LINE_PX + 2 * KEY_CELL_PAD_PX + KEY_RULE_PX
}

/** A measure at the key's text size from one at the labels' size. Figures are set to one width there, the widest. */
export function keyMeasure(measure: MeasureText, labelPx: number): (text: string) => number {
  return (text) => (measure(text.replaceAll(/\d/g, '0'), false) * KEY_TEXT_PX) / labelPx
}

export interface KeyInput {
  readonly tables: readonly { readonly kind: KeyKind; readonly rows: readonly KeyRow[] }[]
  readonly columns: number
  readonly columnPx: number
  readonly heightPx: number
  /** Room kept free at the head of the first page. */
  readonly firstPx: number
  readonly measure: (text: string) => number
}

/** The tables on pages, each column begun with the tables' headings again. No page for no rows. */
export function breakKey({ tables, columns, columnPx, heightPx, firstPx, measure }: KeyInput): readonly KeyPage[] {
  const pages: KeyTable[][][] = []
  let usedPx = Infinity
  const column = (): KeyTable[] => pages.at(-1)?.at(-1) ?? []
  const turn = () => {
    const page = pages.at(-1)
    if (page && page.length < columns) page.push([])
    else pages.push([[]])
    usedPx = pages.length === 1 ? firstPx : 0
  }
  for (const { kind, rows } of tables) {
    let at: { rows: KeyRow[] } | undefined
    for (const row of rows) {
      const rowPx = keyRowPx(kind, row, columnPx, measure)
      const headPx = at ? 0 : KEY_HEADING_PX + KEY_HEAD_ROW_PX
      if (usedPx + headPx + rowPx > heightPx) {
        turn()
        at = undefined
      }
      if (!at) {
        at = { rows: [] }
        column().push({ kind, rows: at.rows, isContinued: row !== rows[0] })
        usedPx += KEY_HEADING_PX + KEY_HEAD_ROW_PX + 2 * KEY_RULE_PX
      }
      at.rows.push(row)
      usedPx += rowPx
    }
  }
  return pages
}
