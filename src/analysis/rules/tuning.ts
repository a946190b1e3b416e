import type { Case } from '#model/case.ts'
import { type Family, FAMILIES, FAMILY_NAME } from '#model/vocabulary.ts'
import { findNoticed } from './analyse.ts'
import { THRESHOLD_NAME } from './candidate-words.ts'
import type { Noticed } from './candidates.ts'
import { indexCase } from '#analysis/case-index.ts'
import type { Days } from '#analysis/certainty.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from './thresholds.ts'

/** Thresholds one by one, as a reader moves them, and the lengths in a case that each is compared with. */

type Single = Exclude<keyof Thresholds, 'silence' | 'supervision'>

export type Setting = { readonly most: number } & (
  | { readonly name: Single; readonly family?: undefined }
  | { readonly name: 'silence' | 'supervision'; readonly family: Family }
)

const SINGLES: readonly { readonly name: Single; readonly most: number }[] = [
  { name: 'concernToReferral', most: 90 },
  { name: 'concernToStrategy', most: 90 },
  { name: 'notedTogether', most: 10 },
  { name: 'requestToReply', most: 120 },
  { name: 'chasesBeforeEscalation', most: 10 },
  { name: 'handoverToStart', most: 90 },
  { name: 'factToAgency', most: 180 },
  { name: 'besideEachOther', most: 180 },
  { name: 'aroundMeeting', most: 120 },
  { name: 'childUnseen', most: 180 },
  { name: 'missedInARow', most: 10 },
  { name: 'missedToFollowUp', most: 90 },
]

/** Every setting that means something in a case: one for each agency family that is asked and has an agency in it, one for each other threshold. */
export function listSettings(of: Case): readonly Setting[] {
  const present = new Set(of.agencies.map(({ family }) => family))
  const byFamily = (['silence', 'supervision'] as const).flatMap((name) =>
    FAMILIES.filter((family) => present.has(family) && Number.isFinite(DEFAULT_THRESHOLDS[name][family])).map(
      (family): Setting => ({ name, family, most: 365 }),
    ),
  )
  return [...SINGLES, ...byFamily]
}

/** A key for a setting: "factToAgency", "silence health". */
export function keyOfSetting({ name, family }: Pick<Setting, 'name' | 'family'>): string {
  return family ? `${name} ${family}` : name
}

/** "From a request to a reply", "No event while involved: Health". */
export function nameSetting({ name, family }: Setting): string {
  return family ? `${THRESHOLD_NAME[name]}: ${FAMILY_NAME[family]}` : THRESHOLD_NAME[name]
}

/** What a setting's number counts. */
export function unitOf({ name }: Pick<Setting, 'name'>): 'days' | 'times' {
  return name === 'chasesBeforeEscalation' || name === 'missedInARow' || name === 'notedTogether' ? 'times' : 'days'
}

export function valueOf(limits: Thresholds, setting: Setting): number {
  return setting.family === undefined ? limits[setting.name] : limits[setting.name][setting.family]
}

/** The thresholds with one setting at another value. */
export function withValue(limits: Thresholds, { name, family }: Setting, value: number): Thresholds {
  if (family === undefined) return { ...limits, [name]: value }
  return name === 'silence'
    ? { ...limits, silence: { ...limits.silence, [family]: value } }
    : { ...limits, supervision: { ...limits.supervision, [family]: value } }
}

/** The settings of a case that are not at their default, in order. */
export function listChanged(of: Case, limits: Thresholds): readonly Setting[] {
  return listSettings(of).filter((one) => valueOf(limits, one) !== valueOf(DEFAULT_THRESHOLDS, one))
}

/** Below any length, so that every length a rule looks at is noticed. Counts and windows stay as they are. */
function lowest(): Thresholds {
  const under = (limits: Readonly<Record<Family, number>>): Readonly<Record<Family, number>> => {
    const all = { ...limits }
    for (const family of FAMILIES) if (Number.isFinite(limits[family])) all[family] = -1
    return all
  }
  const { silence, supervision, chasesBeforeEscalation, missedInARow, aroundMeeting, ...days } = DEFAULT_THRESHOLDS
  const zeroed = { ...days }
  for (const { name } of SINGLES)
    if (name !== 'chasesBeforeEscalation' && name !== 'missedInARow' && name !== 'aroundMeeting') zeroed[name] = -1
  return {
    ...zeroed,
    chasesBeforeEscalation,
    missedInARow,
    aroundMeeting,
    silence: under(silence),
    supervision: under(supervision),
  }
}

function settingOf(of: Case, { limit, holders }: Noticed): string | undefined {
  if (limit.name === 'none' || limit.name.startsWith('clock ') || limit.unit !== 'days') return undefined
  if (limit.name !== 'silence' && limit.name !== 'supervision') return limit.name
  const family = of.agencyById.get(holders[0] ?? '')?.family
  return family && `${limit.name} ${family}`
}

/** The lengths that each setting is compared with in a case, by `keyOfSetting`, in no order; settings with none are absent. */
export function findCompared(of: Case): ReadonlyMap<string, readonly Days[]> {
  const found = new Map<string, Days[]>()
  for (const one of findNoticed(indexCase(of), lowest())) {
    const key = settingOf(of, one)
    if (key === undefined || one.limit.name === 'aroundMeeting') continue
    const known = found.get(key)
    if (known) known.push(one.days)
    else found.set(key, [one.days])
  }
  return found
}

/** How many lengths fall into each of `bins` equal parts from 0 to `most`, by their least; the last also holds what is longer. */
export function binLengths(lengths: readonly Days[], most: number, bins: number): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const { least } of lengths) {
    const bin = Math.min(bins - 1, Math.floor((least / most) * bins))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}
