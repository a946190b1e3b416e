import { familyLaneId, familyMembers } from '#analysis/collapse.ts'
import type { View } from '#analysis/filter.ts'
import type { Axis } from '#layout/axis.ts'
import { orderAgencies } from '#layout/lanes.ts'
import type { Agency, Case } from '#model/case.ts'
import { overlaps, type Span } from '#model/time.ts'
import { FAMILIES, type Family } from '#model/vocabulary.ts'
import type { LaneChoice } from '#store/lane-choice.ts'

/** A lane as the reader has arranged it: one agency's, or a whole family's. */
export interface Lane {
  readonly agency: Agency
  /** The agencies of the case that the lane stands for; one unless it is a collapsed family. */
  readonly members: readonly string[]
  /** A family is pinned when any of its agencies is, and hidden when all of them are. */
  readonly isPinned: boolean
  readonly isHidden: boolean
}

/** Every agency of the case in the reader's order. One that the order does not name follows whom it follows in the case. */
function orderMembers(of: Case, order: readonly string[]): readonly string[] {
  const all = orderAgencies(of).map(({ id }) => id)
  const line = [...new Set(order)].filter((id) => of.agencyById.has(id))
  if (line.length === 0) return all
  all.forEach((id, place) => {
    if (line.includes(id)) return
    const leader = all[place - 1]
    line.splice(leader === undefined ? 0 : line.indexOf(leader) + 1, 0, id)
  })
  return line
}

/** All lanes from the top, those out of sight included: pinned ones first. `shown` is the case with families collapsed. */
export function listLanes(of: Case, shown: Case, choice: LaneChoice): readonly Lane[] {
  const members = new Map<Agency, string[]>()
  for (const id of orderMembers(of, choice.order)) {
    const family = of.agencyById.get(id)?.family
    const agency = shown.agencyById.get(id) ?? (family && shown.agencyById.get(familyLaneId(family)))
    if (agency) members.set(agency, [...(members.get(agency) ?? []), id])
  }
  const lanes = [...members].map(([agency, ids]): Lane => ({
    agency,
    members: ids,
    isPinned: ids.some((id) => choice.pinned.has(id)),
    isHidden: ids.every((id) => choice.hidden.has(id)),
  }))
  return [...lanes.filter(({ isPinned }) => isPinned), ...lanes.filter(({ isPinned }) => !isPinned)]
}

/** Agencies with an event in a window. An undated event stands where the dated one before it does. */
export function findActive(of: Case, axis: Axis, window: Span): ReadonlySet<string> {
  const active = new Set<string>()
  let isIn = true
  for (const event of of.events) {
    const at = axis.spanOfEvent(event)
    if (at) isIn = overlaps(at, window)
    if (isIn) for (const { id } of event.agencies) active.add(id)
  }
  return active
}

/** Agencies with an event or a finding in the first view. */
export function findBusy(of: Case, axis: Axis): ReadonlySet<string> {
  const busy = new Set(findActive(of, axis, axis.home))
  for (const finding of of.findings) {
    const at = axis.spanOfFinding(finding)
    if (at && overlaps(at, axis.home)) for (const id of [...finding.holders, ...finding.receivers]) busy.add(id)
  }
  return busy
}

/** A view of the case in which a collapsed family passes when any of its agencies does. */
export function withFamilies(view: View, of: Case, shown: Case): View {
  if (of === shown) return view
  const families = shown.agencies.filter(
    ({ id, family }) => !of.agencyById.has(id) && familyMembers(of, family).some((one) => view.agencies.has(one.id)),
  )
  return { ...view, agencies: new Set([...view.agencies, ...families.map(({ id }) => id)]) }
}

/** The choice with lanes of one group, pinned or not, in another order. The other group keeps its places. */
function reorder(of: Case, choice: LaneChoice, group: readonly Lane[]): LaneChoice {
  const ids = group.flatMap(({ members }) => members)
  const inGroup = new Set(ids)
  let next = 0
  const order = orderMembers(of, choice.order).map((id) => {
    if (!inGroup.has(id)) return id
    next += 1
    return ids[next - 1] ?? id
  })
  const first = orderAgencies(of)
  return { ...choice, order: order.every((id, place) => id === first[place]?.id) ? [] : order }
}

/** The choice with a lane moved to stand before another, or last. A lane stays among the pinned, or among the others. */
export function moveLane(
  of: Case,
  choice: LaneChoice,
  lanes: readonly Lane[],
  id: string,
  before?: string,
): LaneChoice {
  const lane = lanes.find(({ agency }) => agency.id === id)
  if (!lane || before === id) return choice
  const target = lanes.find(({ agency }) => agency.id === before)
  const group = lanes.filter((one) => one !== lane && one.isPinned === lane.isPinned)
  const place = target ? group.indexOf(target) : -1
  // What was meant for the other group goes as far that way as it may.
  const end = target && target.isPinned && !lane.isPinned ? 0 : group.length
  return reorder(of, choice, group.toSpliced(place === -1 ? end : place, 0, lane))
}

/** The choice with a lane moved past its neighbour among the lanes in sight; undefined when it has none on that side. */
export function stepLane(
  of: Case,
  choice: LaneChoice,
  lanes: readonly Lane[],
  { id, by, among }: { readonly id: string; readonly by: 1 | -1; readonly among: ReadonlySet<string> },
): LaneChoice | undefined {
  const lane = lanes.find(({ agency }) => agency.id === id)
  const group = lanes.filter(({ isPinned }) => isPinned === lane?.isPinned)
  const inSight = group.filter((one) => one === lane || among.has(one.agency.id))
  const neighbour = lane && inSight[inSight.indexOf(lane) + by]
  if (!neighbour) return undefined
  const before = by === -1 ? neighbour : group[group.indexOf(neighbour) + 1]
  return moveLane(of, choice, lanes, id, before?.agency.id)
}

/** The choice with the lanes in sight in the order given, those out of sight keeping their places between them. */
export function arrangeInSight(
  of: Case,
  choice: LaneChoice,
  lanes: readonly Lane[],
  inSight: readonly string[],
): LaneChoice {
  const named = new Set(inSight)
  return [true, false].reduce((now, isPinned) => {
    const group = lanes.filter((lane) => lane.isPinned === isPinned)
    const ids = new Set(group.map(({ agency }) => agency.id))
    const wanted = inSight.filter((id) => ids.has(id))
    let next = 0
    const arranged = group.flatMap((lane) => {
      if (!named.has(lane.agency.id)) return [lane]
      next += 1
      return group.find(({ agency }) => agency.id === wanted[next - 1]) ?? []
    })
    return reorder(of, now, arranged)
  }, choice)
}

function switched<T>(set: ReadonlySet<T>, members: readonly T[], isIn: boolean): ReadonlySet<T> {
  const rest = [...set].filter((one) => !members.includes(one))
  return new Set(isIn ? [...rest, ...members] : rest)
}

export function pinLane(choice: LaneChoice, { members }: Lane, isPinned: boolean): LaneChoice {
  return { ...choice, pinned: switched(choice.pinned, members, isPinned) }
}

export function hideLane(choice: LaneChoice, { members }: Lane, isHidden: boolean): LaneChoice {
  return { ...choice, hidden: switched(choice.hidden, members, isHidden) }
}

/** Lanes of agencies that are not active, pinned ones left out; none when all would be, since a chart of no lanes says nothing. */
export function findEmpty(lanes: readonly Lane[], active: ReadonlySet<string>): readonly Lane[] {
  const empty = lanes.filter(({ agency, isPinned }) => !isPinned && !active.has(agency.id))
  return empty.length === lanes.length ? [] : empty
}

export function collapseFamily(choice: LaneChoice, family: Family, isCollapsed: boolean): LaneChoice {
  return { ...choice, collapsed: switched(choice.collapsed, [family], isCollapsed) }
}

export function isArranged({ order, pinned, hidden, collapsed }: LaneChoice): boolean {
  return order.length + pinned.size + hidden.size + collapsed.size > 0
}

/** A line of the list of lanes: a family's name above its lanes, or a lane. */
export interface LaneLine {
  readonly key: string
  readonly family: Family
  /** Undefined for a family's name. */
  readonly lane: Lane | undefined
  /** How many agencies the family has where the line can collapse or expand it; else undefined. */
  readonly familySize: number | undefined
  readonly level: 1 | 2
}

/**
 * The lanes as a list under the names of their families, as often as a family begins anew. Only the first name of a
 * family collapses it. A family of one agency has no name of its own.
 */
export function lineUp(of: Case, lanes: readonly Lane[]): readonly LaneLine[] {
  const sizes = new Map(FAMILIES.map((family) => [family, familyMembers(of, family).length]))
  const begun = new Set<Family>()
  return lanes.flatMap((lane, place): LaneLine[] => {
    const { id, family } = lane.agency
    const size = sizes.get(family) ?? 0
    if (lane.members.length > 1) return [{ key: familyLaneId(family), family, lane, familySize: size, level: 1 }]
    if (size < 2) return [{ key: id, family, lane, familySize: undefined, level: 1 }]
    const line: LaneLine = { key: id, family, lane, familySize: undefined, level: 2 }
    const above = lanes[place - 1]
    if (above?.agency.family === family && above.isPinned === lane.isPinned) return [line]
    const isFirst = !begun.has(family)
    begun.add(family)
    const key = isFirst ? familyLaneId(family) : `${familyLaneId(family)} before ${id}`
    return [{ key, family, lane: undefined, familySize: isFirst ? size : undefined, level: 1 }, line]
  })
}
