import { useCallback, useEffect, useMemo, useState } from 'react'
import { cutAtHorizon } from '#analysis/cut.ts'
import type { Case } from '#model/case.ts'
import { type Instant, span } from '#model/time.ts'
import { openDecisions } from '#store/decisions.ts'
import { readView, select, showWindow, useView } from '#store/view.ts'
import { Explore } from '#views/explore/Explore.tsx'
import { HorizonBar, horizonWords } from './HorizonBar.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { MeasureBar } from './MeasureBar.tsx'
import { pictureNotes } from './picture-notes.ts'
import { ReviewColumn } from './ReviewColumn.tsx'
import { useReview } from './useReview.ts'
import { useRevealRows } from './useRevealRows.ts'
import './review.css'

const TOOLS = ['knowledge', 'horizon', 'measure'] as const
type Tool = (typeof TOOLS)[number]
const TOOL_NAME: Readonly<Record<Tool, string>> = {
  knowledge: 'Who knew what',
  horizon: 'Stop at a day',
  measure: 'Measure',
}

interface ToolsProps {
  readonly open: ReadonlySet<Tool>
  readonly onToggle: (tool: Tool) => void
}

function Tools({ open, onToggle }: ToolsProps) {
  return (
    <div role="group" aria-label="Tools of the review" className="review-tools">
      {TOOLS.map((tool) => (
        <button key={tool} type="button" aria-expanded={open.has(tool)} onClick={() => onToggle(tool)}>
          {TOOL_NAME[tool]}
        </button>
      ))}
    </div>
  )
}

/** The day up to which the page shows its case. What was chosen beyond it is let go, in the address too. */
function useHorizon(of: Case) {
  const [day, setDay] = useState<Instant>()
  const shown = useMemo(() => (day === undefined ? of : cutAtHorizon(of, day)), [of, day])
  const start = of.reviewWhen?.span.start
  const move = useCallback(
    (to: Instant | undefined) => {
      setDay(to)
      // The first view would look for the end of a review period that is not known yet.
      showWindow(
        to !== undefined && start !== undefined && Number.isFinite(start) && start < to ? span(start, to) : undefined,
      )
    },
    [start],
  )
  useEffect(() => {
    const { selection } = readView().view
    if (day === undefined || !selection) return
    if (selection.kind !== 'event' || !shown.eventById.has(selection.id)) select(undefined)
  }, [shown, day])
  return { day, shown, move }
}

/** Other pages know no candidates and no evidence that a selection brings. */
function leaveSelection(): void {
  const { selection } = readView().view
  if (!selection?.evidence) return
  const { kind, id } = selection
  select(kind === 'event' || kind === 'finding' ? { kind, id } : undefined)
}

/** The questions of a case beside its chart; who knew what; the case up to a day; the time between two marks. */
export function ReviewPage({ of }: { readonly of: Case }) {
  const { day, shown, move } = useHorizon(of)
  const review = useReview(of, day, shown)
  const [tools, setTools] = useState<ReadonlySet<Tool>>(new Set())
  const horizon = day === undefined ? undefined : horizonWords(day)
  const selection = useView(({ view }) => view.selection)
  const notes = useMemo(
    () => pictureNotes(shown, review.found, horizon, selection),
    [shown, review.found, horizon, selection],
  )
  useEffect(() => void openDecisions(review.key), [review.key])
  useEffect(() => leaveSelection, [])
  useRevealRows()
  const toggle = (tool: Tool) => {
    if (tool === 'horizon' && tools.has(tool)) move(undefined)
    setTools(new Set(TOOLS.filter((one) => (one === tool ? !tools.has(one) : tools.has(one)))))
  }
  return (
    <div className={`review ${tools.has('knowledge') ? 'with-matrix' : ''}`}>
      <Explore
        of={shown}
        pictureNotes={notes}
        above={
          <div className="review-above">
            <Tools open={tools} onToggle={toggle} />
            {tools.has('horizon') && <HorizonBar of={of} day={day} onChange={move} />}
            {tools.has('measure') && <MeasureBar of={shown} />}
          </div>
        }
        below={tools.has('knowledge') && <MatrixTable of={shown} matrix={review.found?.matrix} />}
        beside={(panel, hasCluster) => (
          <ReviewColumn of={shown} review={review} horizon={horizon} panel={panel} hasCluster={hasCluster} />
        )}
      />
    </div>
  )
}
