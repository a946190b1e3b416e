import { HEAD_PX, type KeySheetPage, type PaperLayout } from '#layout/paper.ts'
import { KEY_COLUMNS, KEY_HEAD_ROW_PX, KEY_HEADING_PX, type KeyKind, type KeyTable } from '#layout/paper-key.ts'
import { KEY_LINE_PX, KEY_TEXT_PX } from '#layout/paper-sheets.ts'
import type { LegendItem } from './legend-items.ts'
import { PaperLegend } from './PaperLegend.tsx'

const TITLE: Readonly<Record<KeyKind, string>> = { events: 'Events', findings: 'What the review found' }

function Table({ table }: { readonly table: KeyTable }) {
  const columns = KEY_COLUMNS[table.kind]
  return (
    <>
      <h3 style={{ height: KEY_HEADING_PX }}>
        {TITLE[table.kind]}
        {table.isContinued && <span className="soft">, continued</span>}
      </h3>
      <table className={`key-table ${table.kind}`} style={{ fontSize: KEY_TEXT_PX, lineHeight: `${KEY_LINE_PX}px` }}>
        <colgroup>
          {columns.map(({ title, share }) => (
            <col key={title} style={{ width: `${share * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: KEY_HEAD_ROW_PX }}>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} data-key={row.id}>
              {row.cells.map((cell, place) =>
                place === 0 ? (
                  <th key={columns[place]?.title} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[place]?.title}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** A page of the key: tables of events and findings in one column or two; the first has the legend. */
export function KeySheet({
  layout,
  page,
  legend,
}: {
  readonly layout: PaperLayout
  readonly page: KeySheetPage
  readonly legend: readonly LegendItem[]
}) {
  return (
    <>
      <h2 className="sheet-head" style={{ height: HEAD_PX }}>
        <span>{page.hasLegend ? 'Key' : 'Key, continued'}</span>
      </h2>
      {page.hasLegend && <PaperLegend items={legend} rows={layout.legendRows} heightPx={layout.legendPx} />}
      <div
        className="key-columns"
        style={{ gridTemplateColumns: `repeat(${layout.sheet.keyColumns}, minmax(0, 1fr))` }}
      >
        {page.columns.map((tables, column) => (
          // Columns never change places.
          <div key={column}>
            {tables.map((table) => (
              <Table key={`${table.kind} ${table.rows[0]?.id ?? ''}`} table={table} />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}
