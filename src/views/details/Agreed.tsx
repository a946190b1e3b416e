import type { Case, CaseEvent } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import { formatList, formatWhen } from '#model/words.ts'
import { EventLink } from './ItemLink.tsx'

interface Props {
  readonly of: Case
  readonly event: CaseEvent
}

/** What an event agreed to be done, by whom and by when, and the event that shows it done; nothing when it lists none. */
export function Agreed({ of, event }: Props) {
  const { actions } = event
  if (!actions || actions.length === 0) return null
  return (
    <section>
      <h3>Agreed</h3>
      <ul className="agreed">
        {actions.map(({ title, agencies, by, done: id }) => {
          const done = id === undefined ? undefined : of.eventById.get(id)
          const who = formatList(agencies.flatMap((agency) => of.agencyById.get(agency)?.name ?? []))
          const due = readDate(by)
          const terms = [who, due && `by ${formatWhen(due, 'short')}`].filter(Boolean).join(', ')
          return (
            <li key={[title, by, ...agencies].join(' ')}>
              {title}
              {terms && <span className="agreed-terms"> {terms}</span>}
              {done ? <EventLink event={done} relation="Done" /> : <p>No event is named that shows it done.</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
