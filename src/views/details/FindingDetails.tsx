import { useMemo } from 'react'
import { formatStretch } from '#layout/findings.ts'
import type { Case, Finding } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { FINDING_KIND_NAME, HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { FindingSymbol } from '#chart/FindingSymbol.tsx'
import { Citation } from './Citation.tsx'
import { EventLink } from './ItemLink.tsx'
import { Terms } from './Terms.tsx'

function AgencyList({
  of,
  ids,
  title,
}: {
  readonly of: Case
  readonly ids: readonly string[]
  readonly title: string
}) {
  if (ids.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="who">
        {ids.map((id) => {
          const agency = of.agencyById.get(id)
          return agency ? (
            <li key={id} className={`family-${agency.family}`}>
              <span className="agency-name">{agency.name}</span>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}

/** A finding in full: the review's judgement, marked as such, with its stretch, its parties and its evidence. */
export function FindingDetails({ of, finding }: { readonly of: Case; readonly finding: Finding }) {
  const highlight = HIGHLIGHT_OF[finding.kind]
  const events = useMemo(() => finding.events.flatMap((id) => of.eventById.get(id) ?? []), [of, finding])
  const recommendations = useMemo(
    () => of.recommendations.filter((one) => one.findings.includes(finding.id)),
    [of, finding],
  )
  const stretch = formatStretch(finding.when)
  return (
    <article className={`details finding-details ${highlight}`}>
      <p className="details-when">
        {finding.when ? formatWhen(finding.when) : 'No date given for this finding'}
        {stretch && <span className="soft"> ({stretch})</span>}
      </p>
      <h2>{finding.title}</h2>
      <p className="facets">
        <FindingSymbol kind={finding.kind} />
        {FINDING_KIND_NAME[finding.kind]} ·{' '}
        {finding.basis === 'stated' ? 'the review says' : 'read from the review by the transcriber'}
      </p>
      <p className="judgement">{finding.detail}</p>
      {finding.expected && (
        <p>
          <strong>Expected:</strong> {finding.expected}
        </p>
      )}
      <Citation source={finding.source} />
      <AgencyList
        of={of}
        ids={finding.holders}
        title={highlight === 'good-practice' ? 'By' : 'Held it, or could have acted'}
      />
      <AgencyList
        of={of}
        ids={finding.receivers}
        title={highlight === 'good-practice' ? 'Towards' : 'Should have heard'}
      />
      {events.length > 0 && (
        <section>
          <h3>It rests on</h3>
          <ul className="item-links">
            {events.map((event) => (
              <li key={event.id}>
                <EventLink event={event} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {recommendations.length > 0 && (
        <section>
          <h3>Recommended</h3>
          {recommendations.map((one) => (
            <p key={one.ref}>
              {one.text} <span className="citation-inline">{one.ref}</span>
            </p>
          ))}
        </section>
      )}
      <Terms of={of} text={`${finding.title}\n${finding.detail}`} />
    </article>
  )
}
