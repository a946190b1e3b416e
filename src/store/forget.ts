import { NO_FILTER } from '#analysis/filter.ts'
import type { Case } from '#model/case.ts'
import type { ViewAddress } from './address.ts'

const only = <T>(ids: ReadonlySet<T>, isKnown: (id: T) => boolean): ReadonlySet<T> =>
  [...ids].every(isKnown) ? ids : new Set([...ids].filter(isKnown))

/**
 * A view without whatever names an event, a finding, an agency, a person or a theme that a case does not have; the very
 * same view when there is none. The words of a search are the reader's own and stay.
 */
export function forgetUnknown(view: ViewAddress, shown: Case): ViewAddress {
  const isAgency = (id: string) => shown.agencyById.has(id)
  const { selection, filter, lanes, horizon } = view
  const isChosen =
    selection === undefined ||
    (selection.kind === 'event' && shown.eventById.has(selection.id)) ||
    (selection.kind === 'finding' && shown.findingById.has(selection.id))
  const themes = only(filter.themes, (id) => shown.themes.some((theme) => theme.id === id))
  const hiddenAgencies = only(filter.hiddenAgencies, isAgency)
  const people = only(filter.people, (id) => shown.personById.has(id))
  const order = lanes.order.every(isAgency) ? lanes.order : lanes.order.filter(isAgency)
  const pinned = only(lanes.pinned, isAgency)
  const hidden = only(lanes.hidden, isAgency)
  const isCounted = view.countFrom === undefined || shown.eventById.has(view.countFrom)
  const isSeat = horizon?.agency === undefined || isAgency(horizon.agency)
  const isSameFilter = themes === filter.themes && hiddenAgencies === filter.hiddenAgencies && people === filter.people
  const isSameLanes = order === lanes.order && pinned === lanes.pinned && hidden === lanes.hidden
  // Highlights are the review's: by a day before it there are none to leave out.
  const hasFindings = shown.findings.length > 0 || (filter.hiddenHighlights.size === 0 && !filter.onlyHighlighted)
  if (isChosen && isSameFilter && isSameLanes && isSeat && isCounted && hasFindings) return view
  return {
    ...view,
    selection: isChosen ? selection : undefined,
    filter: {
      ...filter,
      themes,
      hiddenAgencies,
      people,
      ...(hasFindings ? {} : { hiddenHighlights: NO_FILTER.hiddenHighlights, onlyHighlighted: false }),
    },
    lanes: { ...lanes, order, pinned, hidden },
    countFrom: isCounted ? view.countFrom : undefined,
    horizon: horizon && !isSeat ? { ...horizon, agency: undefined } : horizon,
  }
}
