import { useState, type ReactNode } from 'react'
import type { Candidate } from '#analysis/rules/candidates.ts'
import type { Comparison } from '#analysis/rules/match.ts'
import type { Case, Finding } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import { CandidateLine, FindingLine } from './Question.tsx'
import type { Review } from './useReview.ts'

/** More lines than this wait to be asked for. */
const FIRST_LINES = 60

interface GroupProps<Of> {
  readonly title: string
  readonly about: string
  readonly all: readonly Of[]
  readonly isFirst: boolean
  readonly children: (one: Of) => ReactNode
}

function Group<Of>({ title, about, all, isFirst, children }: GroupProps<Of>) {
  const [isOpen, setOpen] = useState(isFirst)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? all : all.slice(0, FIRST_LINES)
  return (
    <details className="question-group" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
        <span className="question-count">{all.length}</span>
      </summary>
      <p className="soft">{all.length > 0 ? about : 'Nothing here under these thresholds and filters.'}</p>
      {isOpen && <ul>{shown.map(children)}</ul>}
      {shown.length < all.length && (
        <button type="button" className="more-questions" onClick={() => setWhole(true)}>
          Show all {all.length}
        </button>
      )}
    </details>
  )
}

interface Props {
  readonly of: Case
  readonly review: Review
  readonly comparison: Comparison
  /** `candidate <id>` or `finding <id>` of the line that is open. */
  readonly openLine: string | undefined
  readonly onOpen: (kind: 'candidate' | 'finding', one: Candidate | Finding) => void
  /** Whether the review's findings are out of sight because they were made after the horizon. */
  readonly isCut: boolean
}

/** Both, rules only, review only. */
export function QuestionLists({ of, review, comparison, openLine, onOpen, isCut }: Props) {
  const { both, rulesOnly, reviewOnly } = comparison
  const candidate = (one: Candidate) => (
    <CandidateLine
      key={one.id}
      of={of}
      review={review}
      one={one}
      isOpen={openLine === `candidate ${one.id}`}
      onToggle={() => onOpen('candidate', one)}
    />
  )
  const finding = (one: Finding) => (
    <FindingLine
      key={one.id}
      of={of}
      review={review}
      one={one}
      isOpen={openLine === `finding ${one.id}`}
      onToggle={() => onOpen('finding', one)}
    />
  )
  if (isCut)
    return (
      <>
        <p>What the review found was written later and is out of sight, so these are what the rules alone would ask.</p>
        <Group key="cut" title="Rules only" about="Worth asking on that day." all={rulesOnly} isFirst>
          {candidate}
        </Group>
      </>
    )
  return (
    <>
      <p role="status" className="question-sum">
        {`${formatCount(both.length + rulesOnly.length, 'question')} worth asking: ${both.length} that the review speaks of too, ${rulesOnly.length} that only the rules ask. ${formatCount(reviewOnly.length, 'finding')} only the review has.`}
      </p>
      <Group title="Both" about="A rule asks, and the review speaks of it." all={both} isFirst={both.length > 0}>
        {candidate}
      </Group>
      <Group
        title="Rules only"
        about="A rule asks; no finding of the review meets it. It may have been looked at and not written down."
        all={rulesOnly}
        isFirst={both.length === 0}
      >
        {candidate}
      </Group>
      <Group
        title="Review only"
        about="The review found it; no rule asks. Some judgements cannot be read from dates."
        all={reviewOnly}
        isFirst={false}
      >
        {finding}
      </Group>
    </>
  )
}
