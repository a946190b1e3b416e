import { formatLapse } from '#analysis/certainty.ts'
import type { Agreed, Meeting } from '#analysis/rules/meeting-table.ts'
import type { Case, CaseEvent } from '#model/case.ts'
import { formatList, formatWhen } from '#model/words.ts'
import { EventLink } from '#views/details/ItemLink.tsx'

/** "23 days later", "the same day", "days later cannot be told". */
function laterWords(lapse: Agreed['lapse']): string {
  if (!lapse || !Number.isFinite(lapse.most))
    return lapse && lapse.least > 0 ? `${formatLapse(lapse)} later` : 'how much later cannot be told'
  return lapse.most === 0 ? 'the same day' : `${formatLapse(lapse)} later`
}

interface ItemProps {
  readonly of: Case
  readonly item: Agreed
  readonly evidence: readonly string[]
  readonly undone: string
}

function Item({ of, item, evidence, undone }: ItemProps) {
  const { title, agencies, due, lapse, asks } = item
  const done: CaseEvent | undefined = item.done === undefined ? undefined : of.eventById.get(item.done)
  const who = formatList(agencies.flatMap((id) => of.agencyById.get(id)?.name ?? []))
  const terms = [who, due && `by ${formatWhen(due, 'short')}`].filter(Boolean).join(', ')
  return (
    <li>
      {title}
      {terms && <span className="soft meeting-terms">{terms}</span>}
      {done && <EventLink event={done} relation={`Appears done, ${laterWords(lapse)}`} evidence={evidence} />}
      {!done && asks && (
        <span className="meeting-undone">
          <span aria-hidden="true">○ </span>
          {undone}
        </span>
      )}
      {!done && !asks && <span className="soft meeting-terms">a decision that asks for nothing further</span>}
    </li>
  )
}

interface Props {
  readonly of: Case
  readonly meeting: Meeting
  /** Events that are pointed out with each that is chosen here. */
  readonly evidence: readonly string[]
  /** How to say that nothing shows something done. */
  readonly undone: string
}

/** What a meeting agreed, each with whom it fell to, by when, and the event that shows it done. */
export function MeetingAgreed({ of, meeting: { agreed }, evidence, undone }: Props) {
  if (agreed.length === 0) return <td className="matrix-cell not-needed">nothing recorded as agreed</td>
  return (
    <td className="meeting-agreed">
      <ul>
        {agreed.map((item) => (
          <Item key={`${item.decision ?? ''} ${item.title}`} of={of} item={item} evidence={evidence} undone={undone} />
        ))}
      </ul>
    </td>
  )
}
