import { useMemo } from 'react'
import { type ClockEntry, type ClockTold, describeEdition, listClocks, summarise } from '#analysis/rules/clock-words.ts'
import type { Case } from '#model/case.ts'
import type { Instant } from '#model/time.ts'
import { useClocks } from '#store/rules.ts'
import { EventLink } from '#views/details/ItemLink.tsx'

/** Editions from one source name it once, with the last of them. */
function Editions({ editions }: Pick<ClockEntry, 'editions'>) {
  return (
    <ul>
      {editions.map((rule, place) => (
        <li key={`${rule.validFrom} ${rule.areas?.[0] ?? ''}`}>
          {describeEdition(rule)}
          {!rule.confirmed && <em>unconfirmed</em>}
          {rule.source !== editions[place + 1]?.source && <span className="clock-source">{rule.source}</span>}
        </li>
      ))}
    </ul>
  )
}

interface EntryProps {
  readonly of: Case
  readonly entry: ClockEntry
  readonly told: readonly ClockTold[]
}

function Entry({ of, entry, told }: EntryProps) {
  return (
    <li className="clock">
      <h5>{entry.title}</h5>
      {told.map(({ words, events }) => (
        <div key={[words, ...events].join(' ')} className="clock-told">
          <p>{words}</p>
          {events.map((id) => {
            const event = of.eventById.get(id)
            return event && <EventLink key={id} event={event} evidence={events} />
          })}
        </div>
      ))}
      <details className="soft">
        <summary>{summarise(entry)}</summary>
        <Editions editions={entry.editions} />
      </details>
    </li>
  )
}

interface Props {
  readonly of: Case
  /** The first moment after the last day that is looked at; undefined for the whole case. */
  readonly day: Instant | undefined
  /** What is shown of the case. */
  readonly shown: Case
}

/** Every timescale the case is read by, with what it read and where it comes from; and those that are off. Read only when opened. */
export function Timescales({ of, day, shown }: Props) {
  const { on, off } = useMemo(() => listClocks(of), [of])
  const { data: told, isFetching } = useClocks(of, day)
  const ran = on.filter(({ id }) => told?.some((one) => one.id === id))
  const rest = on.filter((entry) => !ran.includes(entry))
  const { nation, area } = of.review
  const list = (entries: readonly ClockEntry[]) => (
    <ul className="clocks">
      {entries.map((entry) => (
        <Entry
          key={entry.editions.map(describeEdition).join()}
          of={shown}
          entry={entry}
          told={told?.filter(({ id }) => entries !== off && id === entry.id) ?? []}
        />
      ))}
    </ul>
  )
  return (
    <div className="timescales">
      <p className="soft">
        Each is read by the edition in force on the day, from what events are called in this chronology. Where one was
        passed, look for the recorded reason. What guidance sets no number for is told and not asked about.
      </p>
      <h4>{isFetching && !told ? 'Being read in this case' : `Read in this case: ${ran.length}`}</h4>
      {list(ran)}
      <h4>Nothing to read them from in this case: {rest.length}</h4>
      {list(rest)}
      {off.length > 0 && (
        <>
          <h4>
            Local and off, since the case is of {area}: {off.length}
          </h4>
          {list(off)}
        </>
      )}
      <p className="soft">Timescales of other nations than {nation} are not read.</p>
    </div>
  )
}
