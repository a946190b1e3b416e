import type { Axis } from '#layout/axis.ts'
import type { Agency } from '#model/case.ts'
import type { Span } from '#model/time.ts'
import { formatCount, formatList } from '#model/words.ts'
import { showEveryMark, showQuietLanes, useView } from '#store/view.ts'
import { Menu } from './Menu.tsx'
import type { LaneArranging } from './useLaneMoves.ts'
import type { WindowMoves } from './useWindow.ts'

interface Props {
  readonly moves: WindowMoves
  readonly axis: Axis
  /** Where the selection lies; undefined when nothing with a place is selected. */
  readonly selected: Span | undefined
  /** Whether some marks are not drawn: their lane is a ribbon, or they are counted beside one of them. */
  readonly isCrowded: boolean
  readonly arranging: LaneArranging
  /** How many lanes the reader has hidden. */
  readonly hidden: number
  /** Agencies that have no lane because nothing of theirs is in the first view. */
  readonly quiet: readonly Agency[]
}

const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end

/** What is wanted now and then. Nothing in it is out of reach of a key or of another button's way. */
export function MoreTools({ moves, axis, selected, isCrowded, arranging, hidden, quiet }: Props) {
  const showsQuietLanes = useView(({ view }) => view.showsQuietLanes)
  const showsEveryMark = useView(({ view }) => view.showsEveryMark)
  const { review } = axis
  const canChoose = isCrowded || showsEveryMark
  return (
    <Menu text="More">
      {review && !isSame(review, axis.home) && (
        <button type="button" onClick={() => moves.fit(review)}>
          Show the review period
        </button>
      )}
      <button type="button" aria-disabled={!selected} onClick={() => selected && moves.show(selected)}>
        Fit what is selected
      </button>
      <button
        type="button"
        aria-disabled={!canChoose}
        aria-pressed={showsEveryMark}
        onClick={() => canChoose && showEveryMark(!showsEveryMark)}
      >
        Show every mark, even where they cover one another
      </button>
      <button type="button" onClick={arranging.moves.hideEmpty}>
        Hide lanes without events in this window
      </button>
      {hidden > 0 && (
        <button type="button" onClick={arranging.moves.showHidden}>
          Show {formatCount(hidden, 'hidden lane')}
        </button>
      )}
      {quiet.length > 0 && (
        <button
          type="button"
          aria-pressed={showsQuietLanes}
          title={`${formatList(quiet.map(({ name }) => name))}: nothing in this period`}
          onClick={() => showQuietLanes(!showsQuietLanes)}
        >
          Show {formatCount(quiet.length, 'quiet lane')}
        </button>
      )}
    </Menu>
  )
}
