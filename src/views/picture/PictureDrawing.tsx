import type { Ref } from 'react'
import { placeTray } from '#layout/tray.ts'
import { StaticPicture } from '#chart/StaticPicture.tsx'
import type { Timeline } from '#views/explore/useTimeline.ts'
import { LegendSign } from '#views/paper/LegendSign.tsx'
import { type LaidPicture, MARGIN_PX } from './lay-picture.ts'

const LINE = 1.35

function Lines({ block, className }: { readonly block: LaidPicture['foot']; readonly className: string }) {
  return block.lines.map((line, place) => (
    <text
      key={line}
      className={className}
      x={MARGIN_PX}
      y={block.y + place * block.sizePx * LINE}
      fontSize={block.sizePx}
    >
      {line}
    </text>
  ))
}

/** The view as one drawing: heading, chart as it is on the screen, legend, and who says so. */
export function PictureDrawing({
  ref,
  laid,
  timeline,
  ringed,
}: {
  readonly ref: Ref<SVGSVGElement>
  readonly laid: LaidPicture
  readonly timeline: Timeline
  readonly ringed: ReadonlySet<string> | undefined
}) {
  const { widthPx, heightPx, picture } = laid
  const { headPx, plotPx, panPx, metrics, measure, view } = timeline
  const chips = picture.lanes.flatMap((lane) => {
    const places = placeTray(lane, metrics, headPx)
    return lane.tray.map(({ event, type }, place) => ({
      key: `${event.id} ${lane.agency.id}`,
      family: lane.agency.family,
      type,
      number: '',
      isRinged: ringed?.has(event.id) ?? false,
      isDim: !view.events.has(event.id),
      x: places[place]?.x ?? 0,
      y: places[place]?.y ?? 0,
    }))
  })
  return (
    <svg ref={ref} className="chart static" width={widthPx} height={heightPx} viewBox={`0 0 ${widthPx} ${heightPx}`}>
      <rect className="picture-paper" width={widthPx} height={heightPx} />
      <Lines block={laid.heading} className="picture-title" />
      <Lines block={laid.caption} className="picture-caption" />
      <svg x={MARGIN_PX} y={laid.chartY} width={headPx + plotPx} height={metrics.axisPx + picture.heightPx}>
        <StaticPicture
          picture={picture}
          measure={measure}
          headPx={headPx}
          trayPx={0}
          widthPx={headPx + plotPx}
          panPx={-panPx}
          hasMark={() => true}
          isDim={(kind, id) => !(kind === 'event' ? view.events : view.findings).has(id)}
          ringed={ringed}
          labels={picture.labels}
          numbers={[]}
          chips={chips}
          isKeyed={false}
          measured={timeline.measured}
        />
      </svg>
      {laid.legend.map(({ item, x, y }) => (
        <g key={`${item.kind} ${item.name}`} className="picture-legend" transform={`translate(${x} ${y})`}>
          <LegendSign item={item} />
          <text x={14} y={4} fontSize={12}>
            {item.name}
          </text>
        </g>
      ))}
      <Lines block={laid.foot} className="picture-foot" />
    </svg>
  )
}
