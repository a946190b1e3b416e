import { useEffect, useMemo } from 'react'
import { cutAtHorizon } from '#analysis/knowledge/cut.ts'
import { formatHorizon } from '#analysis/knowledge/horizon.ts'
import { type Outline, veil } from '#analysis/knowledge/veil.ts'
import type { Case } from '#model/case.ts'
import { DAY_MS, instant, type Instant } from '#model/time.ts'
import { formatDay } from '#model/words.ts'
import type { HorizonChoice } from '#store/horizon-choice.ts'
import { countFrom, keepOnly, readView, useView } from '#store/view.ts'

/** A case as far as the reader wants to see it. */
export interface Seen {
  /** Only for what must be counted from it: nothing of it may be shown. */
  readonly whole: Case
  readonly shown: Case
  /** Events known only to others; undefined where nobody's place is taken. */
  readonly outlines: readonly Outline[] | undefined
  readonly choice: HorizonChoice | undefined
  /** "Health visiting could have known 6 of 23 events …"; undefined where nobody's place is taken. */
  readonly counter: string | undefined
}

const NONE: readonly never[] = []

/** The horizon in words: the last day that is shown. */
export function horizonWords(day: Instant): string {
  return formatDay(instant(day - DAY_MS), 'long')
}

/** The same as sentences for a picture; none where the case is shown whole. */
export function horizonNotes({ choice, counter }: Seen): readonly string[] {
  return choice
    ? [`Nothing after ${horizonWords(choice.day)} is shown.${counter === undefined ? '' : ` ${counter}`}`]
    : NONE
}

function see(whole: Case, choice: HorizonChoice | undefined): Seen {
  if (!choice) return { whole, shown: whole, outlines: undefined, choice, counter: undefined }
  const { agency, day, assumptions } = choice
  const name = agency === undefined ? undefined : whole.agencyById.get(agency)?.name
  if (agency === undefined || name === undefined)
    return { whole, shown: cutAtHorizon(whole, day), outlines: undefined, choice, counter: undefined }
  const { shown, outlines, horizon } = veil(whole, agency, day, assumptions)
  return { whole, shown, outlines, choice, counter: formatHorizon(name, horizon) }
}

/** The case up to the day of the horizon and as far as the agency chosen could have known it. What was chosen beyond is let go. */
export function useSeen(whole: Case): Seen {
  const choice = useView(({ view }) => view.horizon)
  const seen = useMemo(() => see(whole, choice), [whole, choice])
  useEffect(() => {
    const { countFrom: from } = readView().view
    if (choice) keepOnly(seen.shown)
    else if (from !== undefined && !seen.shown.eventById.has(from)) countFrom(undefined)
  }, [choice, seen])
  return seen
}
