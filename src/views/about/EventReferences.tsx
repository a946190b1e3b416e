import type { Case } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { select, showPage } from '#store/view.ts'

/** Events as links back to their marks on the timeline; nothing for none. */
export function EventReferences({ of, ids }: { readonly of: Case; readonly ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <ul className="event-references">
      {ids.map((id) => {
        const event = of.eventById.get(id)
        if (!event) return null
        const open = () => {
          showPage('timeline')
          select({ kind: 'event', id })
        }
        return (
          <li key={id}>
            <button type="button" onClick={open}>
              {event.when ? `${formatWhen(event.when, 'short')}: ` : ''}
              {event.title}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
