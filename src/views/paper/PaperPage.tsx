import { useState } from 'react'
import type { PaperPage as Page } from '#layout/paper.ts'
import { wallPx } from '#layout/paper-wall.ts'
import type { Case } from '#model/case.ts'
import type { Seen } from '#views/horizon/useSeen.ts'
import { KeySheet } from './KeySheet.tsx'
import { PaperForm } from './PaperForm.tsx'
import { PictureSheet, TileMarks, TileSheet } from './PictureSheet.tsx'
import { Sheet } from './Sheet.tsx'
import { type Paper, type PaperChoice, usePaper } from './usePaper.ts'
import './paper.css'

const FIRST: PaperChoice = { kind: 'a4-landscape', wall: { columns: 3, rows: 2 }, ink: 'colour', what: 'view' }

function Content({
  of,
  paper,
  page,
  wall,
}: {
  readonly of: Case
  readonly paper: Paper
  readonly page: Page
  readonly wall: PaperChoice['wall']
}) {
  const { layout, measure, measured, headline, legend } = paper
  switch (page.kind) {
    case 'picture':
      return <PictureSheet {...{ of, layout, page, headline, measure, measured }} />
    case 'tile':
      return <TileSheet {...{ of, layout, page, measure, measured }} wallPx={wallPx(layout.sheet, wall).widthPx} />
    case 'key':
      return <KeySheet layout={layout} page={page} legend={legend} />
    default:
      return page satisfies never
  }
}

/** The case on paper: a small form, then the pages exactly as they will print. */
export function PaperPage({ seen }: { readonly seen: Seen }) {
  const of = seen.shown
  const [choice, setChoice] = useState(FIRST)
  const paper = usePaper(seen, choice)
  const { layout, foot } = paper
  return (
    <div className="paper">
      <PaperForm
        choice={choice}
        pageCount={layout.pages.length}
        onChoose={(part) => setChoice({ ...choice, ...part })}
      />
      <div className={`paper-sheets ${layout.sheet.kind} ${choice.ink}`} data-pages={layout.pages.length}>
        {layout.pages.map((page) => (
          <Sheet
            key={page.number}
            layout={layout}
            page={page}
            foot={foot}
            label={`Page ${page.number} of ${layout.pages.length}`}
            over={page.kind === 'tile' ? <TileMarks layout={layout} page={page} /> : undefined}
          >
            <Content of={of} paper={paper} page={page} wall={choice.wall} />
          </Sheet>
        ))}
      </div>
    </div>
  )
}
