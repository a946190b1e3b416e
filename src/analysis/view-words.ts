import type { Case } from '#model/case.ts'
import { readDate } from '#model/case.ts'
import { EVENT_TYPE_NAME, HIGHLIGHT_NAME } from '#model/vocabulary.ts'
import { formatCount, formatList, formatWhen } from '#model/words.ts'
import type { Filter, View } from './filter.ts'

/** What every print and picture says of itself: which case, which edition, what was left out, and who says so. */

/** "Serious case review re Baby K. Buckinghamshire Safeguarding Children Board, May 2015." Names and a date as published. */
export function citeReview(of: Case): string {
  const published = readDate(of.review.published)
  const date = published ? `, ${formatWhen(published)}` : ', date of publication not given'
  return `${of.review.title.replace(/\.$/, '')}. ${of.review.publisher}${date}.`
}

/** "Baby K, edition 1 of this transcription." */
export function nameEdition(of: Case): string {
  return `${of.title}, edition ${of.version} of this transcription.`
}

/** The conditions of a filter in words, one sentence; "No filter." for none. `themeTitle` names a shared theme. */
export function describeFilter(of: Case, filter: Filter, themeTitle: (id: string) => string): string {
  const without = (names: readonly string[], what: string) =>
    names.length > 0 ? [`without ${what} ${formatList(names)}`] : []
  const only = (names: readonly string[], what: string) =>
    names.length > 0 ? [`only ${what} ${formatList(names)}`] : []
  const themes = [...filter.themes].map((id) => of.themes.find((theme) => theme.id === id)?.title ?? themeTitle(id))
  const parts = [
    ...without(
      of.agencies.flatMap(({ id, name }) => (filter.hiddenAgencies.has(id) ? [name] : [])),
      'the agencies',
    ),
    ...without(
      [...filter.hiddenTypes].map((type) => EVENT_TYPE_NAME[type].toLowerCase()),
      'the event types',
    ),
    ...without(
      [...filter.hiddenHighlights].map((one) => HIGHLIGHT_NAME[one].toLowerCase()),
      'the highlights',
    ),
    ...(filter.onlyHighlighted ? ['only events behind a highlight'] : []),
    ...only(
      of.people.flatMap(({ id, name }) => (filter.people.has(id) ? [name] : [])),
      'events with',
    ),
    ...only(themes, 'the themes'),
    ...(filter.text.trim() === '' ? [] : [`only what has the words “${filter.text.trim()}”`]),
  ]
  return parts.length === 0 ? 'No filter.' : `Filtered: ${parts.join('; ')}.`
}

/** "23 of 139 events, 4 of 15 agencies, 6 of 30 findings." of a view. */
export function countView(of: Case, view: View): string {
  return (
    `${view.events.size} of ${formatCount(of.events.length, 'event')}, ` +
    `${view.agencies.size} of ${formatCount(of.agencies.length, 'agency', 'agencies')}, ` +
    `${view.findings.size} of ${formatCount(of.findings.length, 'finding')}.`
  )
}

/** Who says what on a picture of a case, in one sentence each. */
export const WHO_SAYS =
  'Recorded fact: marks and their bars. The review’s findings: hatched, dotted and broken lines, ghost marks, small signs. ' +
  'Computed here: lengths in days, the sentence at the head, weeks and ages.'
