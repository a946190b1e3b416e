import { memo, type ReactNode, useMemo, useRef, useState } from 'react'
import { findHeadline } from '#analysis/headline.ts'
import { Chart } from '#chart/Chart.tsx'
import { useSize } from '#chart/useSize.ts'
import type { Focus } from '#layout/walk.ts'
import type { Case } from '#model/case.ts'
import { useView } from '#store/view.ts'
import { Panel } from '#views/details/Panel.tsx'
import { ChartTools } from './ChartTools.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import { Lanes } from './Lanes.tsx'
import { settleFocus } from './lanes.ts'
import { Legend } from './Legend.tsx'
import { NewsLine } from './NewsLine.tsx'
import { Overview } from './Overview.tsx'
import { QuietLanes } from './QuietLanes.tsx'
import { SavePicture } from './SavePicture.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useAtRest } from './useAtRest.ts'
import { useChartKeys } from './useChartKeys.ts'
import { useChoices } from './useChoices.ts'
import { type LaneArranging, useLaneMoves } from './useLaneMoves.ts'
import { useHorizonLine } from './useHorizonLine.ts'
import { useNames } from './useNames.ts'
import { useNews } from './useNews.ts'
import { spanOfSelection, useRevealSelection } from './useRevealSelection.ts'
import { useStanding } from './useStanding.ts'
import { type Timeline, useTimeline } from './useTimeline.ts'
import { useWindow, type WindowMoves } from './useWindow.ts'
import type { Seen } from '#views/horizon/useSeen.ts'
import { useLegendFolded } from '#views/useLegendFolded.ts'
import './explore.css'

interface LineProps {
  readonly of: Case
  readonly timeline: Timeline
  readonly moves: WindowMoves
  readonly arranging: LaneArranging
  readonly pictureNotes: readonly string[]
}

/** What is shown, in words, and everything that changes the window or the lanes. */
const StageLine = memo(function StageLine({ of, timeline, moves, arranging, pictureNotes }: LineProps) {
  const selection = useView((state) => state.view.selection)
  const showsEveryMark = useView((state) => state.view.showsEveryMark)
  const { shown, picture, axis, window, view, lanes } = timeline
  return (
    <div className="stage-line">
      <StatusLine of={shown} view={view} lanes={lanes} window={axis.kind === 'time' ? window : undefined} />
      <QuietLanes quiet={timeline.quiet} />
      <Lanes of={of} timeline={timeline} arranging={arranging} />
      <ChartTools
        moves={moves}
        axis={axis}
        window={window}
        selected={spanOfSelection(of, axis, selection)}
        hasEveryMark={showsEveryMark || (picture?.ribbons.length ?? 0) > 0 ? showsEveryMark : undefined}
      />
      <SavePicture of={of} timeline={timeline} notes={pictureNotes} />
      <KeyHelp />
    </div>
  )
})

interface Props {
  readonly seen: Seen
  /** What a picture of this page says besides, a sentence each. */
  readonly pictureNotes?: readonly string[]
  /** What stands over the chart and under it; nothing on the page that only explores. */
  readonly above?: ReactNode
  readonly below?: ReactNode
  /** What stands beside the chart in the panel's place; the panel is its to show, and is asked for while a crowd is open. */
  readonly beside?: (panel: ReactNode, hasCluster: boolean) => ReactNode
}

function Headline({ of }: { readonly of: Case }) {
  const headline = useMemo(() => findHeadline(of), [of])
  return (
    <p className="headline" id="headline">
      {headline}
    </p>
  )
}

const NO_NOTES: readonly string[] = []

/** The timeline of a case: legend, chart, overview and details beside one another. */
export function Explore({ seen, pictureNotes = NO_NOTES, above, below, beside = (panel) => panel }: Props) {
  const of = seen.shown
  const frame = useRef<HTMLDivElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const isFolded = useLegendFolded()
  const selection = useView((state) => state.view.selection)
  const [focus, setFocus] = useState<Focus>()
  const timeline = useTimeline(seen, size, focus?.kind === 'event' ? focus.eventId : undefined)
  const still = useAtRest(timeline)
  const { news, say, hush } = useNews(of.title, still)
  const moves = useWindow(timeline, hush)
  const arranging = useLaneMoves(of, timeline)
  const { shown, picture, view, indexes } = timeline
  const stop = useMemo(() => picture && settleFocus(focus, picture.lanes), [focus, picture])
  const standing = useStanding(of, timeline, stop)
  const names = useNames(shown, indexes)
  const { grip, moves: horizonMoves } = useHorizonLine(seen, timeline, moves)
  const onKeyDown = useChartKeys({
    of,
    timeline,
    moves,
    laneMoves: arranging.moves,
    horizonMoves,
    focus: stop,
    setFocus,
    say,
    frame: scroll,
  })
  const { actions, cluster, closeCluster } = useChoices(names, indexes, setFocus, arranging.moves.open)
  useRevealSelection(shown, timeline, moves.reveal)

  return (
    <div className={`explore ${isFolded ? 'folded' : ''}`}>
      {!isFolded && <Legend of={of} />}
      <section className="stage" aria-label="Timeline">
        <Headline of={of} />
        <StageLine of={of} timeline={still} moves={moves} arranging={arranging} pictureNotes={pictureNotes} />
        <NewsLine news={news} />
        {above}
        <div ref={frame} className="chart-frame" data-ready={picture ? 'true' : 'false'}>
          {picture && (
            <Chart
              label={`Timeline: ${of.title}`}
              describedBy="headline"
              picture={picture}
              panPx={timeline.panPx}
              isPanning={still.window !== timeline.window}
              widthPx={size?.widthPx ?? 0}
              headPx={timeline.headPx}
              standing={standing}
              names={names}
              actions={actions}
              measure={timeline.measure}
              gestures={moves.gestures}
              onKeyDown={onKeyDown}
              onMoveLane={arranging.moves.drop}
              grip={grip}
              scrollRef={scroll}
            />
          )}
        </div>
        {size && <Overview timeline={timeline} moves={moves} eventCount={of.events.length} widthPx={size.widthPx} />}
        {below}
      </section>
      {beside(
        <Panel
          of={of}
          selection={selection}
          view={view}
          unplaced={picture?.unplacedFindings.length ?? 0}
          cluster={cluster}
          onCloseCluster={closeCluster}
        />,
        cluster !== undefined,
      )}
    </div>
  )
}
