import { memo, useMemo } from 'react'
import { findHeadline } from '#analysis/headline.ts'
import type { Picture } from '#layout/place.ts'
import type { Case } from '#model/case.ts'
import { useView } from '#store/view.ts'
import { CountingFrom } from './CountingFrom.tsx'
import { ChartTools } from './ChartTools.tsx'
import { GoToDate } from './GoToDate.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { Lanes } from './Lanes.tsx'
import { MoreTools } from './MoreTools.tsx'
import { SavePicture } from './SavePicture.tsx'
import { StatusLine } from './StatusLine.tsx'
import type { LaneArranging } from './useLaneMoves.ts'
import { spanOfSelection } from './useRevealSelection.ts'
import type { Timeline } from './useTimeline.ts'
import type { WindowMoves } from './useWindow.ts'

function leavesMarksOut({ ribbons, lanes }: Picture): boolean {
  return ribbons.length > 0 || lanes.some(({ crowds }) => crowds.length > 0)
}

interface Props {
  readonly of: Case
  readonly timeline: Timeline
  readonly moves: WindowMoves
  readonly arranging: LaneArranging
  readonly pictureNotes: readonly string[]
  readonly isAskingDate: boolean
  readonly onAskDate: (isAsking: boolean) => void
}

/** Above the chart: its first sentence, what is shown, and everything that changes the window or the lanes. */
export const StageHead = memo(function StageHead(props: Props) {
  const { of, timeline, moves, arranging, pictureNotes, isAskingDate, onAskDate } = props
  const selection = useView((state) => state.view.selection)
  const headline = useMemo(() => findHeadline(of), [of])
  const { shown, picture, axis, window, view, lanes } = timeline
  return (
    <div className="stage-head">
      <p className="headline" id="headline">
        {headline}
      </p>
      <StatusLine of={shown} view={view} lanes={lanes} window={axis.kind === 'time' ? window : undefined} />
      <ChartTools moves={moves} axis={axis} window={window} onAskDate={() => onAskDate(true)}>
        <div className="tool-group">
          <Lanes of={of} timeline={timeline} arranging={arranging} />
          <MoreTools
            moves={moves}
            axis={axis}
            selected={spanOfSelection(of, axis, selection)}
            isCrowded={picture !== undefined && leavesMarksOut(picture)}
            arranging={arranging}
            hidden={timeline.allLanes.filter(({ isHidden }) => isHidden).length}
            quiet={timeline.quiet}
          />
          <SavePicture of={of} timeline={timeline} notes={pictureNotes} />
          <KeyHelp />
        </div>
      </ChartTools>
      {axis.anchor && <CountingFrom anchor={axis.anchor} />}
      {isAskingDate && axis.kind === 'time' && (
        <GoToDate of={of} axis={axis} onGo={moves.goTo} onClose={() => onAskDate(false)} />
      )}
    </div>
  )
})
