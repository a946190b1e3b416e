import { type AccountQuestion, summariseAccount } from '#analysis/rules/account-words.ts'
import type { Case } from '#model/case.ts'
import { useAccounts } from '#store/rules.ts'
import { EventLink } from '#views/details/ItemLink.tsx'
import type { Review } from './useReview.ts'

interface SideProps {
  readonly of: Case
  readonly id: string
  readonly only: readonly AccountQuestion[]
  readonly both: number
}

function Side({ of, id, only, both }: SideProps) {
  const event = of.eventById.get(id)
  return (
    <li>
      {event && <EventLink event={event} relation="If it was as here" />}
      <p>{summariseAccount(only.length, both)}</p>
      {only.length > 0 && (
        <ul>
          {only.map((one) => (
            <li key={one.id}>
              <strong>{one.title}.</strong> {one.text}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

interface Props {
  readonly of: Case
  readonly review: Review
  /** The events of the question. */
  readonly ids: readonly string[]
}

/** What the rules would ask under each account, where two events of the question cannot both be as recorded. */
export function AccountsApart({ of, review: { asked, limits }, ids }: Props) {
  const { data, isPending } = useAccounts(asked.of, asked.day, limits)
  if (isPending) return <p role="status">Reading the case under each account.</p>
  const told = (data ?? []).filter(({ a, b }) => ids.includes(a) && ids.includes(b))
  if (told.length === 0) return null
  return (
    <section>
      <h5>Under each account</h5>
      {told.map(({ a, b, both, onlyA, onlyB }) => (
        <ul key={`${a} ${b}`} className="accounts-apart">
          <Side of={of} id={a} only={onlyA} both={both} />
          <Side of={of} id={b} only={onlyB} both={both} />
        </ul>
      ))}
    </section>
  )
}
