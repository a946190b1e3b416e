import { type ComponentProps, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Case } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import { select, useView } from '#store/view.ts'
import { EvidenceOut } from './EvidenceOut.tsx'
import { KeepBox } from './KeepBox.tsx'
import { QuestionLists } from './QuestionLists.tsx'
import { Thresholds } from './Thresholds.tsx'
import { useHasLasted } from './useHasLasted.ts'
import type { Review } from './useReview.ts'

const Timescales = lazy(async () => ({ default: (await import('./Timescales.tsx')).Timescales }))

interface Props {
  readonly of: Case
  readonly review: Review
  /** The last day shown, in words, and whether only what one agency could have known; undefined for the whole case. */
  readonly horizon: { readonly until: string; readonly hasSeat: boolean } | undefined
  /** Details of what is selected on the chart. */
  readonly panel: ReactNode
  readonly hasCluster: boolean
}

interface OpenLine {
  readonly key: string
  readonly id: string
  readonly kind: 'candidate' | 'finding'
  readonly evidence: readonly string[]
}

function ThresholdFold({ review }: Pick<Props, 'review'>) {
  const { asked, limits, setLimits } = review
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="threshold-fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>Thresholds</h3>
      </summary>
      {isOpen && <Thresholds of={asked.of} day={asked.day} limits={limits} onChange={setLimits} />}
    </details>
  )
}

function TimescaleFold({ of, review }: Pick<Props, 'of' | 'review'>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="threshold-fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>Timescales</h3>
      </summary>
      {isOpen && (
        <Suspense fallback={<p role="status">Loading</p>}>
          <Timescales of={review.asked.of} day={review.asked.day} shown={of} />
        </Suspense>
      )}
    </details>
  )
}

/** What the rules are doing, for as long as anybody would wonder. */
function Asking({ of, review }: Pick<Props, 'of' | 'review'>) {
  const { found, isAsking, trouble, askAgain } = review
  const isLong = useHasLasted(isAsking)
  return (
    <>
      <p role="status" className="asking">
        {isLong &&
          (found
            ? 'The rules are asking again. Until then these are the earlier answers.'
            : `The rules are reading ${formatCount(of.events.length, 'event')}. The chart can be used meanwhile.`)}
      </p>
      {trouble !== undefined && !isAsking && (
        <p role="alert">
          The rules could not be run: {trouble}.{' '}
          <button type="button" className="plain-action" onClick={askAgain}>
            Try again
          </button>
        </p>
      )}
    </>
  )
}

/** What the rules asked, under which thresholds. */
function Asked({
  of,
  review,
  horizon,
  openLine,
  onOpen,
}: Pick<Props, 'of' | 'review' | 'horizon'> & Pick<ComponentProps<typeof QuestionLists>, 'openLine' | 'onOpen'>) {
  return (
    <>
      <ThresholdFold review={review} />
      <TimescaleFold of={of} review={review} />
      <Asking of={of} review={review} />
      {review.found && (
        <QuestionLists
          of={of}
          review={review}
          comparison={review.found.comparison}
          openLine={openLine}
          onOpen={onOpen}
          isCut={horizon !== undefined}
        />
      )}
    </>
  )
}

/** Beside the chart: the questions and what the reviewer makes of them; or the details of what is chosen on the chart. */
export function ReviewColumn({ of, review, horizon, panel, hasCluster }: Props) {
  const selection = useView(({ view }) => view.selection)
  const { found } = review
  const [line, setLine] = useState<OpenLine>()
  const list = useRef<HTMLDivElement>(null)
  const isComingBack = useRef(false)
  const isLine = selection !== undefined && `${selection.kind} ${selection.id}` === line?.key
  const showsPanel = selection ? selection.kind === 'event' || (selection.kind === 'finding' && !isLine) : hasCluster
  // Back from the details, the reader goes on where the list was left.
  useEffect(() => {
    if (showsPanel || !isComingBack.current) return
    isComingBack.current = false
    const head = list.current?.querySelector('.question-head[aria-expanded="true"]')
    if (head instanceof HTMLElement) head.focus()
    else list.current?.focus()
  }, [showsPanel])
  const back = () => {
    isComingBack.current = true
    select(line && { kind: line.kind, id: line.id, evidence: line.evidence })
  }
  const toggle = (
    kind: OpenLine['kind'],
    { id, events }: { readonly id: string; readonly events: readonly string[] },
  ) => {
    const key = `${kind} ${id}`
    const isClosing = line?.key === key
    setLine(isClosing ? undefined : { key, id, kind, evidence: events })
    select(isClosing ? undefined : { kind, id, evidence: events })
  }
  return (
    <div className={`review-column ${showsPanel ? 'covered' : ''}`}>
      {showsPanel && (
        <div className="review-panel">
          <button type="button" className="plain-action review-back" onClick={back}>
            Back to the questions
          </button>
          {panel}
        </div>
      )}
      <section ref={list} className="review-list" aria-labelledby="questions-title" tabIndex={-1}>
        <h2 id="questions-title">Questions</h2>
        <p className="soft">
          What rules noticed in the dates, beside what the review found. Each is a question with its evidence, never an
          answer; quiet here is not quiet in the record.
        </p>
        {horizon?.hasSeat ? (
          <p>
            No questions are asked from one agency’s place: rules would take what others knew for silence. Seen by
            everybody, there are questions again.
          </p>
        ) : (
          <Asked {...{ of, review, horizon }} openLine={line?.key} onOpen={toggle} />
        )}
        <KeepBox caseKey={review.key} decisions={review.decisions} />
        {found && !horizon?.hasSeat && (
          <EvidenceOut of={of} found={found} decisions={review.decisions} horizon={horizon?.until} />
        )}
      </section>
    </div>
  )
}
