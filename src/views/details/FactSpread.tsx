import { useMemo } from 'react'
import { findSpread, type Knower } from '#analysis/knowledge/spread.ts'
import type { Case, CaseEvent, Fact } from '#model/case.ts'
import { instant } from '#model/time.ts'
import { formatWhen } from '#model/words.ts'
import { HOW_NAME } from '#model/vocabulary.ts'

interface Props {
  readonly of: Case
  readonly fact: Fact
  /** The day to ask about: the end of this event's own date; the whole case when it has none. */
  readonly event: CaseEvent | undefined
}

function standingWords({ standing, since, needed }: Knower): string {
  const when = since ? `since ${formatWhen(since, 'short')}` : 'date not given'
  switch (standing) {
    case 'knew':
      return when
    case 'in-part':
      return `in part, ${when}`
    case 'told-otherwise':
      return `told otherwise, ${formatWhen(since, 'short')}`
    case 'perhaps':
      return `cannot tell: ${formatWhen(since, 'short')}`
    case 'not-yet':
      return `not until ${formatWhen(since, 'short')}`
    case 'no-record':
      return needed ? 'needed it; no record that it knew' : 'no record'
    default:
      return standing satisfies never
  }
}

/** Who knew a fact by the day of an event, how, and who needed it. */
export function FactSpread({ of, fact, event }: Props) {
  const day = event?.when?.span.end ?? instant(Infinity)
  const { knowers } = useMemo(() => findSpread(of, fact, day), [of, fact, day])
  return (
    <section className="fact">
      <h3>{event ? 'Who knew by this day' : 'Who knew'}</h3>
      <p>{fact.title}</p>
      <ul>
        {knowers.map((knower, place) => (
          <li
            key={`${knower.agency.id} ${place}`}
            className={`family-${knower.agency.family} standing-${knower.standing}`}
          >
            <span className="agency-name">{knower.agency.name}</span>
            <span className="soft">
              {standingWords(knower)}
              {knower.known && knower.standing !== 'not-yet' ? `; ${HOW_NAME[knower.known.how]}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <p className="citation">{fact.source.join(' · ')}</p>
    </section>
  )
}
