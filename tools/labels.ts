import { FIRST_VIEW, type Share, shareOf, sumOf, WIDTHS_PX, ZOOMS } from '#tests/fixtures/label-sweep.ts'
import { publishedCases } from '#tests/fixtures/picture.ts'

const percent = ({ events, worded }: Share) => `${Math.round((worded / Math.max(1, events)) * 100)} %`.padStart(6)

/** Prints which share of the events in sight carries words, in every published case: in the first view by width, then over all zooms. */
export function main(): number {
  const row = (name: string, cells: readonly string[]) => console.log(name.padEnd(12), ...cells)
  row('', [...WIDTHS_PX.map((widthPx) => String(widthPx).padStart(6)), 'all zooms'])
  const all = publishedCases().map(({ id, of }) => {
    const first = WIDTHS_PX.map((widthPx) => shareOf(of, widthPx, FIRST_VIEW))
    const sweep = sumOf(WIDTHS_PX.flatMap((widthPx) => ZOOMS.map((zoom) => shareOf(of, widthPx, zoom))))
    row(id, [...first.map(percent), percent(sweep)])
    return { first, sweep }
  })
  const byWidth = WIDTHS_PX.map((_, place) => sumOf(all.flatMap(({ first }) => first[place] ?? [])))
  row('together', [...byWidth.map(percent), percent(sumOf(all.map(({ sweep }) => sweep)))])
  return 0
}
