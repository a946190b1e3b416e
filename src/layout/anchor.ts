import type { CaseEvent } from '#model/case.ts'
import { isExact } from '#model/edtf.ts'
import { DAY_MS, instant, type Instant, lengthMs } from '#model/time.ts'
import { formatCount, formatDay, formatWhen } from '#model/words.ts'

/** The event an axis is counted from. */
export interface Anchor {
  /** Where counting starts: when it began, or the earliest that can have been. */
  readonly at: Instant
  /** The end of the stretch in which it can have begun; undefined where the day is known. */
  readonly latest: Instant | undefined
  /** Whether the time of day is known, so that hours can be counted too. */
  readonly hasTime: boolean
  readonly title: string
  /** From what exactly is counted, and what its date leaves open: one sentence. */
  readonly words: string
}

/** An event as one to count from; undefined where nobody knows how early it can have begun. */
export function anchorOf({ title, when }: CaseEvent): Anchor | undefined {
  const began = when?.kind === 'range' ? when.from : when
  if (!when || !began) return undefined
  const isKnown = isExact(began)
  const later = Math.round(lengthMs(began.span) / DAY_MS) - 1
  const first = formatDay(began.span.start, 'short')
  const open = later > 0 ? `it may have begun up to ${formatCount(later, 'day')} later` : 'the date is not certain'
  const how = !isKnown
    ? ` (counted from ${first}, the earliest that its date allows; ${open})`
    : when.kind === 'range'
      ? ' (counted from its start)'
      : ''
  return {
    at: began.span.start,
    latest: isKnown ? undefined : instant(began.span.end),
    hasTime: isKnown && began.precision === 'minute',
    title,
    words: `${title}, ${formatWhen(when, 'short')}${how}`,
  }
}

/** What a picture or a page says of an axis counted from an event; nothing where the axis is the calendar's. */
export function anchorNotes({ anchor }: { readonly anchor?: Anchor }): readonly string[] {
  return anchor ? [`The axis counts from: ${anchor.words}.`] : []
}
