import type { CSSProperties, ReactNode } from 'react'
import type { PaperLayout, PaperPage } from '#layout/paper.ts'
import { FOOT_LINE_PX, FOOT_TEXT_PX } from '#layout/paper-sheets.ts'

interface Props {
  readonly layout: PaperLayout
  readonly page: PaperPage
  readonly foot: readonly string[]
  /** What the page is, for whoever listens. */
  readonly label: string
  /** Drawn over the whole sheet, margins included. */
  readonly over?: ReactNode
  readonly children: ReactNode
}

/** The foot of a wall sheet keeps clear of the marks to cut along. */
const CUT_PX = 12

/** One sheet of paper with the foot that every page has. */
export function Sheet({ layout, page, foot, label, over, children }: Props) {
  const { sheet, pages, metrics } = layout
  const { margin } = sheet
  const style: CSSProperties & Record<'--size-label', string> = {
    width: sheet.widthPx,
    // A hair less than the paper, or rounding would push an empty page after each.
    height: sheet.heightPx - 1,
    padding: `${margin.top}px ${margin.right}px 0 ${margin.left}px`,
    '--size-label': `${metrics.labelPx}px`,
  }
  return (
    <section className={`sheet ${sheet.kind} ${page.kind}`} style={style} aria-label={label} data-page={page.number}>
      {over}
      {children}
      <div
        className="sheet-foot"
        style={{
          left: margin.left + (page.kind === 'tile' ? CUT_PX : 0),
          right: margin.right + (page.kind === 'tile' ? CUT_PX : 0),
          ...(page.kind === 'tile' ? { top: sheet.heightPx - margin.bottom + 14 } : { bottom: margin.bottom }),
          fontSize: FOOT_TEXT_PX,
          lineHeight: `${FOOT_LINE_PX}px`,
        }}
      >
        <div>
          {foot.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
        <p className="sheet-number">
          Page {page.number} of {pages.length}
        </p>
      </div>
    </section>
  )
}
