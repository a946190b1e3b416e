import { useMemo, useRef, useState } from 'react'
import { findHeadline } from '#analysis/headline.ts'
import { Chart } from '#chart/Chart.tsx'
import { Minimap } from '#chart/Minimap.tsx'
import { useSize } from '#chart/useSize.ts'
import { firstFocus, type Focus } from '#layout/walk.ts'
import { placeMinimap } from '#layout/minimap.ts'
import type { Case } from '#model/case.ts'
import { formatDay } from '#model/words.ts'
import { usePreferences } from '#store/preferences.ts'
import { select, useView } from '#store/view.ts'
import { Panel } from '#views/details/Panel.tsx'
import { ChartTools } from './ChartTools.tsx'
import { Legend } from './Legend.tsx'
import { QuietLanes } from './QuietLanes.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useChartKeys } from './useChartKeys.ts'
import { useNames } from './useNames.ts'
import { spanOfSelection, useRevealSelection } from './useRevealSelection.ts'
import { useStanding } from './useStanding.ts'
import { useTimeline } from './useTimeline.ts'
import { useWindow } from './useWindow.ts'
import './explore.css'

const MINIMAP_PX = 46
const NONE: readonly never[] = []

/** The timeline of a case: legend, chart, overview and details beside one another. */
export function Explore({ of }: { readonly of: Case }) {
  const frame = useRef<HTMLDivElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const isFolded = usePreferences(({ isLegendFolded }) => isLegendFolded)
  const selection = useView(({ view }) => view.selection)
  const timeline = useTimeline(of, size)
  const moves = useWindow(timeline)
  const { picture, axis, window, view, lanes } = timeline
  const [focus, setFocus] = useState<Focus>()
  const stop = useMemo(() => focus ?? (picture && firstFocus(picture.lanes)), [focus, picture])
  const standing = useStanding(of, timeline, stop)
  const names = useNames(of)
  const headline = useMemo(() => findHeadline(of), [of])
  const onKeyDown = useChartKeys({ of, timeline, moves, focus: stop, setFocus, frame: scroll })
  const actions = useMemo(
    () => ({
      choose: (id: string, agencyId: string) => {
        setFocus({ kind: 'event', agencyId, eventId: id })
        select({ kind: 'event', id })
      },
      chooseFinding: (id: string) => {
        setFocus({ kind: 'finding', findingId: id })
        select({ kind: 'finding', id })
      },
    }),
    [],
  )
  const overview = useMemo(
    () => placeMinimap(of, axis, lanes, window, size?.widthPx ?? 0, MINIMAP_PX),
    [of, axis, lanes, window, size],
  )
  useRevealSelection(of, timeline, moves.reveal)

  return (
    <div className={`explore ${isFolded ? 'folded' : ''}`}>
      {!isFolded && <Legend of={of} />}
      <section className="stage" aria-label="Timeline">
        <p className="headline" id="headline">
          {headline}
        </p>
        <div className="stage-line">
          <StatusLine of={of} view={view} lanes={lanes} window={axis.kind === 'time' ? window : undefined} />
          <QuietLanes quiet={timeline.quiet} />
          <ChartTools moves={moves} axis={axis} window={window} selected={spanOfSelection(of, axis, selection)} />
        </div>
        <div ref={frame} className="chart-frame" data-ready={picture ? 'true' : 'false'}>
          {picture && (
            <Chart
              label={`Timeline: ${of.title}`}
              describedBy="headline"
              picture={picture}
              panPx={timeline.panPx}
              widthPx={size?.widthPx ?? 0}
              headPx={timeline.headPx}
              standing={standing}
              names={names}
              actions={actions}
              measure={timeline.measure}
              gestures={moves.gestures}
              onKeyDown={onKeyDown}
              scrollRef={scroll}
            />
          )}
        </div>
        {size && (
          <Minimap
            picture={overview}
            passing={view.events}
            widthPx={size.widthPx}
            heightPx={MINIMAP_PX}
            onCentre={(px) => moves.centreOn(px / size.widthPx)}
            onMoveEdge={(edge, px) => moves.moveEdge(edge, px / size.widthPx)}
            edgeNames={{ start: formatDay(window.start, 'long'), end: formatDay(window.end, 'long') }}
          />
        )}
      </section>
      <Panel of={of} selection={selection} view={view} unplaced={picture?.unplacedFindings ?? NONE} />
    </div>
  )
}
