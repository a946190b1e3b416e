import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { MeasuredEnd } from '#analysis/measured.ts'
import { Chart } from '#chart/Chart.tsx'
import { useSize } from '#chart/useSize.ts'
import { firstInSight, settleFocus } from '#layout/standing.ts'
import type { Focus } from '#layout/walk.ts'
import { useView } from '#store/view.ts'
import { Panel } from '#views/details/Panel.tsx'
import { Legend } from './Legend.tsx'
import { NewsLine } from './NewsLine.tsx'
import { Overview } from './Overview.tsx'
import { StageHead } from './StageHead.tsx'
import { useAtRest } from './useAtRest.ts'
import { useChartKeys } from './useChartKeys.ts'
import { useCountNews } from './useCountNews.ts'
import { useChoices } from './useChoices.ts'
import { useLaneMoves } from './useLaneMoves.ts'
import { useHorizonLine } from './useHorizonLine.ts'
import { useMotion } from './useMotion.ts'
import { useNames } from './useNames.ts'
import { useNews } from './useNews.ts'
import { useRevealSelection } from './useRevealSelection.ts'
import { useStanding } from './useStanding.ts'
import { type Timeline, useTimeline } from './useTimeline.ts'
import { useWindow } from './useWindow.ts'
import type { Seen } from '#views/horizon/useSeen.ts'
import { useLegendFolded } from '#views/useLegendFolded.ts'
import './explore.css'

interface Props {
  readonly seen: Seen
  /** What a picture of this page says besides, a sentence each. */
  readonly pictureNotes?: readonly string[]
  /** The ends of a measure that is on. */
  readonly measured?: readonly MeasuredEnd[]
  /** What stands over the chart and under it; nothing on the page that only explores. */
  readonly above?: ReactNode
  readonly below?: ReactNode
  /** What stands beside the chart in the panel's place; the panel is its to show, and is asked for while a crowd is open. */
  readonly beside?: (panel: ReactNode, hasCluster: boolean) => ReactNode
}

/** Where the keyboard stands; before it has been anywhere, on the first mark in sight. */
function useStop(focus: Focus | undefined, { picture }: Timeline, still: Timeline): Focus | undefined {
  const first = useMemo(() => still.picture && firstInSight(still.picture.lanes, still.window), [still])
  return useMemo(() => picture && settleFocus(focus, picture.lanes, first), [focus, picture, first])
}

const NO_NOTES: readonly string[] = []
const alone = (panel: ReactNode) => panel
const NOTHING_MEASURED: readonly MeasuredEnd[] = []

/** The timeline of a case: legend, chart, overview and details beside one another. */
export function Explore({ seen, pictureNotes = NO_NOTES, measured = NOTHING_MEASURED, ...around }: Props) {
  const of = seen.shown
  const frame = useRef<HTMLDivElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const isFolded = useLegendFolded()
  const selection = useView((state) => state.view.selection)
  const [focus, setFocus] = useState<Focus>()
  const [isAskingDate, setIsAskingDate] = useState(false)
  const timeline = useTimeline(seen, size, focus?.kind === 'event' ? focus.eventId : undefined, measured)
  const still = useAtRest(timeline)
  const { news, say, hush } = useNews(of.title, still)
  useCountNews(timeline.axis, say)
  const { motion, moving } = useMotion(timeline)
  const moves = useWindow(timeline, motion, hush)
  const arranging = useLaneMoves(of, timeline)
  const { shown, picture, view, indexes } = timeline
  const stop = useStop(focus, timeline, still)
  const standing = useStanding(of, timeline, stop)
  const names = useNames(shown, indexes, timeline.counted)
  const { grip, moves: horizonMoves } = useHorizonLine(seen, timeline, moves)
  const onKeyDown = useChartKeys({
    timeline,
    moves,
    laneMoves: arranging.moves,
    horizonMoves,
    focus: stop,
    setFocus,
    say,
    askDate: setIsAskingDate,
    frame: scroll,
  })
  const { actions, cluster, closeCluster } = useChoices(shown, names, indexes, setFocus, arranging.moves.open)
  useRevealSelection(shown, timeline, moves.reveal)

  return (
    <div className={`explore ${isFolded ? 'folded' : ''}`}>
      {!isFolded && <Legend of={of} />}
      <section className="stage" aria-label="Timeline">
        <StageHead
          {...{ of, moves, arranging, pictureNotes, isAskingDate }}
          timeline={still}
          onAskDate={setIsAskingDate}
        />
        <NewsLine news={news} />
        {around.above}
        <div ref={frame} className="chart-frame" data-ready={picture ? 'true' : 'false'}>
          {picture && (
            <Chart
              {...{ picture, standing, names, actions, moving, measured, grip, onKeyDown }}
              label={`Timeline: ${of.title}`}
              describedBy="headline"
              panPx={timeline.panPx}
              isPanning={still.window !== timeline.window}
              widthPx={size?.widthPx ?? 0}
              headPx={timeline.headPx}
              measure={timeline.measure}
              gestures={moves.gestures}
              onMoveLane={arranging.moves.drop}
              scrollRef={scroll}
            />
          )}
        </div>
        {size && <Overview {...{ timeline, motion, moves }} eventCount={of.events.length} widthPx={size.widthPx} />}
        {around.below}
      </section>
      {(around.beside ?? alone)(
        <Panel
          {...{ of, selection, view, cluster }}
          unplaced={picture?.unplacedFindings.length ?? 0}
          onCloseCluster={closeCluster}
        />,
        cluster !== undefined,
      )}
    </div>
  )
}
