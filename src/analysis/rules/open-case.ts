import type { When } from '#model/edtf.ts'
import { DAY_MS } from '#model/time.ts'
import { acted, type CaseIndex, DIRECT_WORK, involvement, isSocialCare } from '#analysis/case-index.ts'
import { isPerhapsAfter, isSurelyAfter, measure } from '#analysis/certainty.ts'
import { walkFromMoment } from '#analysis/line.ts'

/** Whether something was so at a date; `perhaps` when the dates do not decide it. */
export type Standing = 'yes' | 'perhaps' | 'no'

/** Without involvement dates: how long after an event of its own social care is taken to have the case. One quarter; no guidance. */
const CASE_OPEN_DAYS = 91

/** Whether one of some social care teams was active in the quarter before a date; only by its own work with the family or at meetings when so asked. */
function wasActive(index: CaseIndex, when: When, teams: readonly string[], directly: boolean): Standing {
  let found: Standing = 'no'
  for (const id of teams) {
    const line = index.lines.get(id)
    if (!line) continue
    for (const event of walkFromMoment(line, when.span.start - (CASE_OPEN_DAYS + 1) * DAY_MS)) {
      if (!event.when || event.when.span.start >= when.span.end) break
      if (directly && !((DIRECT_WORK.has(event.type) || event.type === 'meeting') && acted(event, id))) continue
      const { least, most } = measure(event.when, when)
      if (isSurelyAfter(when, event.when) && most <= CASE_OPEN_DAYS) return 'yes'
      if (isPerhapsAfter(when, event.when) && least <= CASE_OPEN_DAYS) found = 'perhaps'
    }
  }
  return found
}

/** Whether social care had the case at a date: involved, or, where the case dates no team's involvement, active in the quarter before. */
export function hasCase(index: CaseIndex, when: When): Standing {
  const teams = index.of.agencies.filter(isSocialCare)
  const told = teams.map((team) => involvement(team, when)).filter((one) => one !== 'unknown')
  if (told.length > 0) return told.includes('yes') ? 'yes' : 'no'
  const ids = teams.map(({ id }) => id)
  return wasActive(index, when, ids, false)
}

/** Whether a social care team was already at work with the family just before a date. */
export function isAtWork(index: CaseIndex, when: When): Standing {
  const teams = index.of.agencies.filter((team) => isSocialCare(team) && involvement(team, when) !== 'no')
  const ids = teams.map(({ id }) => id)
  return wasActive(index, when, ids, true)
}
