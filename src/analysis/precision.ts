import type { Case } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'

export interface PrecisionCount {
  readonly name: string
  readonly count: number
}

/** How many events are dated how, in words that follow a count: "dated to the day". Only what occurs, most exact first. */
export function countPrecision(of: Case): readonly PrecisionCount[] {
  const counts = new Map<string, number>([
    ['dated to the minute', 0],
    ['dated to the day', 0],
    ['dated over a stretch', 0],
    ['dated to the month or coarser, or in doubt', 0],
    ['without a date', 0],
  ])
  for (const { when } of of.events) {
    let name = 'dated to the month or coarser, or in doubt'
    if (!when) name = 'without a date'
    else if (when.kind === 'range') name = 'dated over a stretch'
    else if (isExact(when)) name = when.precision === 'minute' ? 'dated to the minute' : 'dated to the day'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].flatMap(([name, count]) => (count > 0 ? [{ name, count }] : []))
}
