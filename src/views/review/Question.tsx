import { useId, type ReactNode } from 'react'
import {
  describeLimit,
  formatCertainty,
  formatDates,
  formatInterval,
  formatSides,
  RULE_NAME,
} from '#analysis/rules/candidate-words.ts'
import type { Candidate } from '#analysis/rules/candidates.ts'
import { FindingSymbol } from '#chart/FindingSymbol.tsx'
import type { Case, Finding } from '#model/case.ts'
import { FINDING_KIND_NAME } from '#model/vocabulary.ts'
import { formatLength, formatWhen } from '#model/words.ts'
import { type Decision, UNDECIDED } from '#store/decisions.ts'
import { Citation } from '#views/details/Citation.tsx'
import { EventLink, FindingLink } from '#views/details/ItemLink.tsx'
import { AccountsApart } from './AccountsApart.tsx'
import { CHOICE_NAME, DecisionForm } from './DecisionForm.tsx'
import type { Review } from './useReview.ts'

interface LineProps {
  readonly title: ReactNode
  readonly facts: readonly (string | undefined)[]
  readonly agencies: string
  readonly isUnconfirmed?: boolean
  readonly decision: Decision
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}

/** Where the list stands below the chart, its evidence is out of sight. */
function showChart(): void {
  document.querySelector('.review .chart-frame')?.scrollIntoView({ block: 'center' })
}

/** One line of a list and, opened, everything behind it. */
function Line({ title, facts, agencies, isUnconfirmed = false, decision, isOpen, onToggle, children }: LineProps) {
  const body = useId()
  const { choice, note } = decision
  return (
    <li className={`question ${choice} ${isOpen ? 'open' : ''}`}>
      <h4>
        <button
          type="button"
          className="question-head"
          aria-expanded={isOpen}
          aria-controls={isOpen ? body : undefined}
          onClick={onToggle}
        >
          <span className="question-title">
            {title}
            {isUnconfirmed && <em> unconfirmed</em>}
          </span>
          <span className="question-facts">{facts.filter(Boolean).join(' · ')}</span>
          <span className="question-facts">{agencies}</span>
          {(choice !== 'undecided' || note !== '') && (
            <span className="question-mine">
              Mine: {CHOICE_NAME[choice].toLowerCase()}
              {note === '' ? '' : ', with a note'}
            </span>
          )}
        </button>
      </h4>
      {isOpen && (
        <div id={body} className="question-body">
          {children}
          <button type="button" className="plain-action to-chart" onClick={showChart}>
            Show on the chart
          </button>
        </div>
      )}
    </li>
  )
}

function EvidenceLinks({ of, ids }: { readonly of: Case; readonly ids: readonly string[] }) {
  const events = ids.flatMap((id) => of.eventById.get(id) ?? [])
  if (events.length === 0) return null
  return (
    <section>
      <h5>Its evidence</h5>
      {events.map((event) => (
        <EventLink key={event.id} event={event} evidence={ids} />
      ))}
    </section>
  )
}

interface Props<Of> {
  readonly of: Case
  readonly review: Review
  readonly one: Of
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** What a rule noticed: a question, its evidence, what it was compared with, the findings it meets, the reviewer's decision. */
export function CandidateLine({ of, review, one, isOpen, onToggle }: Props<Candidate>) {
  const id = `candidate ${one.id}`
  const decision = review.decisions.of.get(id) ?? UNDECIDED
  const { words, source, isUnconfirmed } = describeLimit(one.limit, of.agencyById.get(one.holders[0] ?? '')?.family)
  const findings = one.matches.flatMap((match) => of.findingById.get(match) ?? [])
  return (
    <Line
      title={RULE_NAME[one.rule]}
      facts={[formatDates(one), formatInterval(one), formatCertainty(one)]}
      agencies={formatSides(of, one)}
      isUnconfirmed={isUnconfirmed}
      decision={decision}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <p className="question-text">{one.text}</p>
      <EvidenceLinks of={of} ids={one.events} />
      {one.rule === 'accounts-differ' && <AccountsApart of={of} review={review} ids={one.events} />}
      <section>
        <h5>Compared with</h5>
        <p>{words}</p>
        {source && (
          <p className="soft">
            {source}
            {isUnconfirmed ? ' Unconfirmed: no source has been found for it yet.' : ''}
          </p>
        )}
      </section>
      {findings.length > 0 && (
        <section>
          <h5>The review says</h5>
          {findings.map((finding) => (
            <FindingLink key={finding.id} finding={finding} />
          ))}
        </section>
      )}
      <DecisionForm caseKey={review.key} id={id} decision={decision} />
    </Line>
  )
}

/** What only the review found, in its words, with its evidence and the reviewer's decision. */
export function FindingLine({ of, review, one, isOpen, onToggle }: Props<Finding>) {
  const id = `finding ${one.id}`
  const decision = review.decisions.of.get(id) ?? UNDECIDED
  return (
    <Line
      title={
        <>
          <FindingSymbol kind={one.kind} />
          {FINDING_KIND_NAME[one.kind]}: {one.title}
        </>
      }
      facts={[formatWhen(one.when, 'short'), formatLength(one.when)]}
      agencies={formatSides(of, one)}
      decision={decision}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <p className="question-text judgement">{one.detail}</p>
      <Citation source={one.source} />
      <EvidenceLinks of={of} ids={one.events} />
      <DecisionForm caseKey={review.key} id={id} decision={decision} />
    </Line>
  )
}
