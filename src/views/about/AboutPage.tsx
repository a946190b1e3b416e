import type { ReactNode } from 'react'
import { countPrecision } from '#analysis/precision.ts'
import type { Case } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import { formatCount, formatList, formatWhen } from '#model/words.ts'
import { REVIEW_KIND_NAME } from '#model/vocabulary.ts'
import { Coverage } from './Coverage.tsx'
import { EventReferences } from './EventReferences.tsx'
import { findTerms } from '#views/terms.ts'
import './about.css'

function Section({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Report({ of }: { readonly of: Case }) {
  const { review } = of
  const published = readDate(review.published)
  return (
    <Section id="report" title="The report">
      <dl className="facts">
        <dt>Title</dt>
        <dd>{review.title}</dd>
        <dt>Kind</dt>
        <dd>{REVIEW_KIND_NAME[review.kind]}</dd>
        <dt>Published by</dt>
        <dd>{review.publisher}</dd>
        <dt>Published</dt>
        <dd>{published ? formatWhen(published) : 'The report does not say when'}</dd>
        {review.authors.length > 0 && (
          <>
            <dt>Author</dt>
            <dd>{formatList(review.authors)}</dd>
          </>
        )}
        <dt>Period under review</dt>
        <dd>{of.reviewWhen ? formatWhen(of.reviewWhen) : 'The report gives none'}</dd>
        <dt>This file</dt>
        <dd>
          Case file “{of.id}”, edition {of.version}, format {of.format}
        </dd>
        <dt>Area</dt>
        <dd>
          {review.area}, {review.nation}
        </dd>
      </dl>
    </Section>
  )
}

function Transcription({ of }: { readonly of: Case }) {
  const inferred = of.findings.filter(({ basis }) => basis === 'inferred').length
  const sensitive = of.events.filter((event) => event.sensitive).length
  return (
    <Section id="transcription" title="What was transcribed">
      <p>
        {formatCount(of.events.length, 'event')}, {formatCount(of.findings.length, 'finding')} and{' '}
        {formatCount(of.facts.length, 'fact')} whose spread can be followed, in{' '}
        {formatCount(of.agencies.length, 'lane')}. Dates, roles and numbers are the report’s; the sentences are ours.{' '}
        {formatCount(sensitive, 'event')} may distress: their detail stays folded away.
      </p>
      <p>
        A finding is the review’s own judgement.{' '}
        {inferred === 0
          ? 'Every one is stated in the report.'
          : `${inferred} of them ${inferred === 1 ? 'is' : 'are'} read from the report by the transcriber rather than stated in it, and marked so.`}{' '}
        Counts, intervals and the sentence above the chart are computed by this tool.
      </p>
    </Section>
  )
}

function Dates({ of }: { readonly of: Case }) {
  const counts = countPrecision(of)
  const interpreted = of.events.filter((event) => event.dateText !== undefined)
  const undated = of.events.filter((event) => event.when === undefined)
  return (
    <Section id="dates" title="How dates were read">
      <p>
        {formatList(counts.map(({ name, count }) => `${formatCount(count, 'event')} ${name}`))}. A filled mark is a
        known day; a hollow one is not. A month is never drawn as its first day, and an interval between inexact dates
        is given as least to most.
      </p>
      {interpreted.length > 0 && (
        <details>
          <summary>{formatCount(interpreted.length, 'date')} where ours interprets the printed form</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Read as</th>
                <th scope="col">In the report</th>
                <th scope="col">Event</th>
              </tr>
            </thead>
            <tbody>
              {interpreted.map((event) => (
                <tr key={event.id}>
                  <td>{formatWhen(event.when, 'short')}</td>
                  <td>{event.dateText}</td>
                  <td>
                    <EventReferences of={of} ids={[event.id]} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {undated.length > 0 && (
        <details>
          <summary>{formatCount(undated.length, 'event')} without a date, in the order the report tells them</summary>
          <EventReferences of={of} ids={undated.map(({ id }) => id)} />
        </details>
      )}
    </Section>
  )
}

function Limits({ of }: { readonly of: Case }) {
  return (
    <>
      {of.discrepancies.length > 0 && (
        <Section id="discrepancies" title="Where the report disagrees with itself">
          {of.discrepancies.map((one) => (
            <details key={one.title}>
              <summary>{one.title}</summary>
              <p>{one.detail}</p>
              <EventReferences of={of} ids={one.events} />
              <p className="citation">{one.source.join(' · ')}</p>
            </details>
          ))}
        </Section>
      )}
      {of.silent.length > 0 && (
        <Section id="silent" title="What the report does not say">
          <ul>
            {of.silent.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>
            A quiet stretch on the chart means that this report tells of no event. It does not mean that the agency’s
            own records hold none.
          </p>
        </Section>
      )}
    </>
  )
}

function Recommendations({ of }: { readonly of: Case }) {
  if (of.recommendations.length === 0) return null
  return (
    <Section id="recommendations" title="What the report recommends">
      <table>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">To</th>
            <th scope="col">In our words</th>
          </tr>
        </thead>
        <tbody>
          {of.recommendations.map((one) => (
            <tr key={one.ref}>
              <td>{one.ref}</td>
              <td>{formatList(one.to.flatMap((id) => of.agencyById.get(id)?.name ?? []))}</td>
              <td>{one.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Terms({ of }: { readonly of: Case }) {
  const terms = findTerms(of)
  if (terms.length === 0) return null
  return (
    <Section id="terms" title="Abbreviations and terms">
      <dl className="facts">
        {terms.map(({ term, meaning }) => (
          <div key={term} className="term">
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** About this case: what it rests on, how it was read, and what it cannot say. */
export function AboutPage({ of }: { readonly of: Case }) {
  return (
    <div className="about">
      <h1>About {of.title}</h1>
      <p className="about-summary">{of.summary}</p>
      <details>
        <summary>How the case ends</summary>
        <p>{of.outcome}</p>
      </details>
      <Report of={of} />
      <Transcription of={of} />
      <Dates of={of} />
      <Limits of={of} />
      <Coverage of={of} />
      <Recommendations of={of} />
      <Terms of={of} />
    </div>
  )
}
