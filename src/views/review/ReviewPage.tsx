import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { indexCase } from '#analysis/case-index.ts'
import { findLongestUnseen } from '#analysis/child.ts'
import { buildMatrix, type Matrix } from '#analysis/knowledge/matrix.ts'
import { type ChosenEnds, measuredEnds, measureNotes } from '#analysis/measured.ts'
import type { Case } from '#model/case.ts'
import { formatDays, formatWhen } from '#model/words.ts'
import { openDecisions } from '#store/decisions.ts'
import { setMeasured, useMeasured } from '#store/measured.ts'
import { readView, select, stopAt, useView } from '#store/view.ts'
import { Explore } from '#views/explore/Explore.tsx'
import { horizonNotes, horizonWords, type Seen } from '#views/horizon/useSeen.ts'
import { HorizonBar } from './HorizonBar.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { MeasureBar } from './MeasureBar.tsx'
import { pictureNotes } from './picture-notes.ts'
import { ReviewColumn } from './ReviewColumn.tsx'
import { leavePath } from './useFactPath.ts'
import { type Review, useReview } from './useReview.ts'
import { useRevealRows } from './useRevealRows.ts'
import './review.css'

const MeetingTable = lazy(async () => ({ default: (await import('./MeetingTable.tsx')).MeetingTable }))

const TOOLS = ['knowledge', 'meetings', 'horizon', 'measure'] as const
type Tool = (typeof TOOLS)[number]
const TOOL_NAME: Readonly<Record<Tool, string>> = {
  knowledge: 'Who knew what',
  meetings: 'Who was at which meeting',
  horizon: 'Stop at a day',
  measure: 'Measure',
}

/** Two tables have one place under the chart, so opening one closes the other. */
const TABLE_BESIDE: Readonly<Partial<Record<Tool, Tool>>> = { knowledge: 'meetings', meetings: 'knowledge' }

function toggled(open: ReadonlySet<Tool>, tool: Tool): ReadonlySet<Tool> {
  return new Set(TOOLS.filter((one) => (one === tool ? !open.has(one) : open.has(one) && one !== TABLE_BESIDE[tool])))
}

/** What is still stopped at or measured shows with what it is set by. */
function firstTools(isStopped: boolean, chosen: ChosenEnds): ReadonlySet<Tool> {
  return new Set(
    TOOLS.filter((tool) => (tool === 'horizon' ? isStopped : tool === 'measure' && (chosen.from ?? chosen.to))),
  )
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

/** Other pages know no candidates and no evidence that a selection brings. */
function leaveSelection(): void {
  const { selection } = readView().view
  if (!selection?.evidence) return
  const { kind, id } = selection
  select(kind === 'event' || kind === 'finding' ? { kind, id } : undefined)
}

/** The child's longest stretch unseen, in words: on the chart it may be out of sight or too short to be written on. */
function Unseen({ of }: { readonly of: Case }) {
  const longest = useMemo(() => findLongestUnseen(of), [of])
  if (!longest) return null
  const { from, to, days } = longest
  return (
    <p className="soft">
      Longest stretch between sightings of the child in the report: {formatDays(days)}, {formatWhen(from.when, 'short')}{' '}
      to {formatWhen(to.when, 'short')}.
    </p>
  )
}

/** Who knew what. From one agency's place it is that agency's row alone, which the rules are not asked for. */
function useMatrix({ shown, choice }: Seen, { found }: Review): Matrix | undefined {
  const hasSeat = choice?.agency !== undefined
  const own = useMemo(() => (hasSeat ? buildMatrix(indexCase(shown)) : undefined), [shown, hasSeat])
  return hasSeat ? own : found?.matrix
}

/** What a picture taken here says besides. From one agency's place the rules are out of sight, and so are their thresholds. */
function useNotes(seen: Seen, { found }: Review, chosen: ChosenEnds): readonly string[] {
  const selection = useView(({ view }) => view.selection)
  return useMemo(() => {
    const ruled = seen.choice?.agency === undefined ? found : undefined
    return [...pictureNotes(seen.shown, ruled, selection), ...measureNotes(seen.shown, chosen), ...horizonNotes(seen)]
  }, [seen, found, selection, chosen])
}

/** The questions of a case beside its chart; who knew what; the case up to a day; the time between two marks. */
export function ReviewPage({ seen }: { readonly seen: Seen }) {
  const { whole, shown, choice } = seen
  const review = useReview(whole, choice?.day, shown)
  const matrix = useMatrix(seen, review)
  const chosen = useMeasured(whole.id)
  const [tools, setTools] = useState<ReadonlySet<Tool>>(() => firstTools(choice !== undefined, chosen))
  const measured = useMemo(() => measuredEnds(shown, chosen), [shown, chosen])
  const horizon = choice && { until: horizonWords(choice.day), hasSeat: choice.agency !== undefined }
  const notes = useNotes(seen, review, chosen)
  useEffect(() => openDecisions(review.key), [review.key])
  useEffect(() => leaveSelection, [])
  useRevealRows()
  const toggle = (tool: Tool) => {
    if (tool === 'horizon' && tools.has(tool)) stopAt(undefined)
    if (tool in TABLE_BESIDE) leavePath()
    if (tool === 'measure' && tools.has(tool)) setMeasured(whole.id, {})
    setTools(toggled(tools, tool))
  }
  return (
    <div className={`review ${tools.has('knowledge') || tools.has('meetings') ? 'with-matrix' : ''}`}>
      <Explore
        seen={seen}
        pictureNotes={notes}
        measured={measured}
        above={
          <div className="review-above">
            <Tools open={tools} onToggle={toggle} />
            {!horizon?.hasSeat && <Unseen of={shown} />}
            {tools.has('horizon') && <HorizonBar seen={seen} />}
            {tools.has('measure') && <MeasureBar of={shown} />}
          </div>
        }
        below={
          <>
            {tools.has('knowledge') && <MatrixTable of={shown} matrix={matrix} />}
            {tools.has('meetings') && (
              <Suspense fallback={<p className="matrix-waiting">Loading</p>}>
                <MeetingTable of={shown} review={review} horizon={horizon} />
              </Suspense>
            )}
          </>
        }
        beside={(panel, hasCluster) => (
          <ReviewColumn of={shown} review={review} horizon={horizon} panel={panel} hasCluster={hasCluster} />
        )}
      />
    </div>
  )
}
