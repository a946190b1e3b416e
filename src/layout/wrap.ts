/**
 * A text in lines no wider than a width, broken at spaces; a longer word has a line of its own. An empty text has no
 * line. `measure` gives a text's width in the same unit.
 */
export function wrapWords(text: string, widthPx: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= widthPx) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
