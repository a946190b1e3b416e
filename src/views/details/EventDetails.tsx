import { useMemo } from 'react'
import { findEpisodesAt, findFindingsAt, findLinked } from '#analysis/links.ts'
import { findMeetingPoint } from '#analysis/meetings.ts'
import { findFactsAt } from '#analysis/knowledge/spread.ts'
import { EventSymbol } from '#chart/EventSymbol.tsx'
import type { Case, CaseEvent, Fact } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'
import { formatPrecision, formatWhen } from '#model/words.ts'
import { CONCERN_NAME, EVENT_TYPE_NAME, OUTCOME_NAME, ROLE_NAME } from '#model/vocabulary.ts'
import { Agreed } from './Agreed.tsx'
import { Citation } from './Citation.tsx'
import { CountFrom } from './CountFrom.tsx'
import { EventLink, FindingLink } from './ItemLink.tsx'
import { FactSpread } from './FactSpread.tsx'
import { Terms } from './Terms.tsx'

interface Props {
  readonly of: Case
  readonly event: CaseEvent
}

function WhenLine({ event }: { readonly event: CaseEvent }) {
  const precision = formatPrecision(event.when)
  return (
    <p className="details-when">
      <span className="event-number">{event.order + 1}</span>
      {formatWhen(event.when)}
      {precision && event.when && <span className="soft">, {precision}</span>}
      {event.dateText && <span className="printed">On the date: {event.dateText}</span>}
    </p>
  )
}

function Who({ of, event }: Props) {
  const meeting = findMeetingPoint(of, event)
  return (
    <ul className="who">
      {event.agencies.map(({ id, role }) => {
        const agency = of.agencyById.get(id)
        if (!agency) return null
        const words = role === 'lead' && !meeting ? undefined : ROLE_NAME[role]
        return (
          <li key={id} className={`family-${agency.family} role-${role}`}>
            <span className="agency-name">{agency.name}</span>
            {words && <span className="soft">{words}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function People({ of, event }: Props) {
  const names = (event.people ?? []).flatMap((id) => {
    const person = of.personById.get(id)
    return person ? [`${person.name} (${person.relation})`] : []
  })
  return names.length > 0 ? <p className="soft">{names.join(', ')}</p> : null
}

/** What the source records; folded away where it may distress. */
function Recorded({ event }: { readonly event: CaseEvent }) {
  if (!event.detail) return null
  const body = <p>{event.detail}</p>
  if (!event.sensitive) return body
  return (
    <details className="sensitive">
      <summary>Detail that may distress</summary>
      {body}
    </details>
  )
}

function ChildSeen({ of, event }: Props) {
  const { child } = event
  if (!child) return null
  const who = (child.who ?? []).flatMap((id) => of.personById.get(id)?.name ?? [])
  return (
    <p className="child-seen">
      {child.seen ? 'Seen' : 'Not seen'}
      {who.length > 0 ? `: ${who.join(', ')}` : ''}
      {child.alone === true ? ', alone' : child.alone === false ? ', not alone' : ''}.
      {child.voice ? ` ${child.voice}` : ''}
    </p>
  )
}

function Accounts({ of, event }: Props) {
  const { accounts } = event
  if (!accounts || accounts.length === 0) return null
  return (
    <section>
      <h3>Accounts</h3>
      {accounts.map((account) => {
        const whose =
          (account.agency && of.agencyById.get(account.agency)?.name) ??
          (account.person && of.personById.get(account.person)?.name)
        return (
          <blockquote key={account.says} className="account">
            <p className="account-whose">{whose ?? 'Account'}</p>
            <p>{account.says}</p>
            <Citation source={account.source} />
          </blockquote>
        )
      })}
    </section>
  )
}

/** What else there was to know by this day, for the agencies of this event: folded, because it is long. */
function OtherFacts({ of, event, shown }: Props & { readonly shown: readonly Fact[] }) {
  const here = new Set(event.agencies.map(({ id }) => id))
  const concerns = ({ known, neededBy }: Fact) =>
    known.some(({ agency }) => here.has(agency)) || neededBy.some((id) => here.has(id))
  const facts = of.facts.filter((fact) => !shown.includes(fact) && concerns(fact))
  if (facts.length === 0 || !event.when) return null
  return (
    <details className="fact-fold">
      <summary>Who knew what else by this day</summary>
      {facts.map((fact) => (
        <FactSpread key={fact.id} of={of} fact={fact} event={event} />
      ))}
    </details>
  )
}

/** An event in full: when, what, who; what the source records; what the review says; who knew; where it leads. */
export function EventDetails({ of, event }: Props) {
  const findings = useMemo(() => findFindingsAt(of, event), [of, event])
  const linked = useMemo(() => findLinked(of, event), [of, event])
  const episodes = useMemo(() => findEpisodesAt(of, event), [of, event])
  const facts = useMemo(() => findFactsAt(of, event), [of, event])
  const facets = [
    EVENT_TYPE_NAME[event.type],
    event.outcome && OUTCOME_NAME[event.outcome],
    event.concern && CONCERN_NAME[event.concern],
  ]
  return (
    <article className="details">
      <WhenLine event={event} />
      <h2>{event.title}</h2>
      <p className="facets">
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
          <EventSymbol type={event.type} exact={event.when !== undefined && isExact(event.when)} scale={1} />
        </svg>
        {facets.filter(Boolean).join(' · ')}
      </p>
      <CountFrom of={of} event={event} />
      <Who of={of} event={event} />
      <People of={of} event={event} />
      <Recorded event={event} />
      <ChildSeen of={of} event={event} />
      <Citation source={event.source} />
      <Accounts of={of} event={event} />
      <Agreed of={of} event={event} />
      {findings.length > 0 && (
        <section>
          <h3>The review says</h3>
          <ul className="item-links">
            {findings.map((finding) => (
              <li key={finding.id}>
                <FindingLink finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {facts.map((fact) => (
        <FactSpread key={fact.id} of={of} fact={fact} event={event} />
      ))}
      <OtherFacts of={of} event={event} shown={facts} />
      {linked.length > 0 && (
        <section>
          <h3>Linked events</h3>
          <ul className="item-links">
            {linked.map(({ relation, event: other }) => (
              <li key={`${relation} ${other.id}`}>
                <EventLink event={other} relation={relation} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {episodes.length > 0 && (
        <section>
          <h3>A place to stop</h3>
          {episodes.map((episode) => (
            <p key={episode.id} className="episode">
              <strong>{episode.title}.</strong> {episode.question}
            </p>
          ))}
        </section>
      )}
      <Terms of={of} text={[event.title, event.detail, ...findings.map(({ title }) => title)].join('\n')} />
    </article>
  )
}
