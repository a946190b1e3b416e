import { FAMILIES, type Family } from '#model/vocabulary.ts'

/** How the reader has arranged the lanes. Not a filter: a lane out of sight takes nothing from the counts. */
export interface LaneChoice {
  /** Agencies from the top; empty for the order the case opens with. */
  readonly order: readonly string[]
  /** Agencies whose lanes stand above all others. */
  readonly pinned: ReadonlySet<string>
  /** Agencies whose lanes are out of sight. */
  readonly hidden: ReadonlySet<string>
  /** Families drawn as one lane. */
  readonly collapsed: ReadonlySet<Family>
}

export const FIRST_LANES: LaneChoice = { order: [], pinned: new Set(), hidden: new Set(), collapsed: new Set() }

export type LaneLists = Readonly<Record<keyof LaneChoice, readonly string[]>>

const ids = (list: readonly string[]): ReadonlySet<string> => new Set(list.filter((id) => /^[a-z0-9-]+$/.test(id)))

/** A choice from plain lists, as an address or a stored set has them. What cannot be an id or a family is left out. */
export function laneChoiceOf({ order, pinned, hidden, collapsed }: LaneLists): LaneChoice {
  return {
    order: [...ids(order)],
    pinned: ids(pinned),
    hidden: ids(hidden),
    collapsed: new Set(FAMILIES.filter((family) => collapsed.includes(family))),
  }
}

export function laneListsOf({ order, pinned, hidden, collapsed }: LaneChoice): LaneLists {
  return { order, pinned: [...pinned], hidden: [...hidden], collapsed: [...collapsed] }
}
