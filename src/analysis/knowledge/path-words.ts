import type { Case } from '#model/case.ts'
import { EXTENT_NAME, HOW_NAME } from '#model/vocabulary.ts'
import { formatList, formatWhen } from '#model/words.ts'
import { formatLapse } from '#analysis/certainty.ts'
import type { Cell } from './matrix.ts'
import type { Arrival, FactPath } from './path.ts'

const nameOf = (of: Case, id: string) => of.agencyById.get(id)?.name ?? id

function arrivalWords(of: Case, { agency, how, extent }: Arrival): string {
  const name = nameOf(of, agency)
  if (how === 'in-the-room') return `${name} was in the room; that it was told is not recorded`
  const part = extent === 'in-part' || extent === 'told-otherwise' ? `, ${EXTENT_NAME[extent]}` : ''
  return `${name}: ${HOW_NAME[how]}${part}`
}

/** "5 December 2013, GP refers to social care. Social care: told by another agency; 35 to 65 days after the first." */
export function describeStep(of: Case, { steps }: FactPath, place: number): string {
  const step = steps[place]
  if (!step) return ''
  const event = step.event === undefined ? undefined : of.eventById.get(step.event)
  const what = event ? event.title : 'the source names no event for it'
  const lag = step.lapse
    ? `${formatLapse(step.lapse)} after the first`
    : steps.length > 1
      ? 'the first on record'
      : 'first, or no later than the first'
  const who = step.arrivals.map((arrival) => arrivalWords(of, arrival))
  const order = step.isOrderOpen ? ' The dates leave open whether this came after the step before.' : ''
  return `${formatWhen(step.when)}, ${what}. ${who.join('; ')}; ${lag}.${order}`
}

/** What is to be known of a path besides its steps: that it never arrived, and who cannot be placed on it. Often empty. */
export function describeRest(of: Case, { unplaced }: FactPath, agency: string, cell: Cell): string {
  const never = cell.state === 'never' ? `No record that it reached ${nameOf(of, agency)}, which needed it.` : ''
  const others = unplaced.map((id) => nameOf(of, id))
  const undated = others.length === 0 ? '' : `${formatList(others)} knew too, on a day not given.`
  return [never, undated].filter(Boolean).join(' ')
}
