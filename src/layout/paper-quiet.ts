import type { Agency } from '#model/case.ts'
import { formatList } from '#model/words.ts'
import type { MeasureText } from './metrics.ts'
import { countLines } from './paper-key.ts'

/** The agencies with nothing on a page, by name under its picture. */

export const QUIET_TEXT_PX = 9.5
export const QUIET_LINE_PX = 12
const PAD_PX = 2
/** The browser's own line breaks may differ from ours by a letter. */
const SAFETY = 1.06

export function quietWords(quiet: readonly Agency[]): string {
  return `Nothing on this page: ${formatList(quiet.map(({ name }) => name))}.`
}

/** Height of those words, however many lines they take. */
export function quietHeightPx(
  quiet: readonly Agency[],
  widthPx: number,
  measure: MeasureText,
  labelPx: number,
): number {
  if (quiet.length === 0) return 0
  const size = (text: string) => (measure(text, false) * QUIET_TEXT_PX * SAFETY) / labelPx
  return countLines(quietWords(quiet), widthPx, size) * QUIET_LINE_PX + PAD_PX
}
