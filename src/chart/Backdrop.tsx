import { memo } from 'react'
import type { Sightings } from '#layout/sightings.ts'
import type { Picture } from '#layout/place.ts'
import type { Lined } from './FindingDrawing.tsx'
import { HatchDefs } from './HatchDefs.tsx'
import { Panned } from './Panned.tsx'

/** Wider apart than the hatches of findings, which say more. */
const PERIOD_SPREAD = 2

interface Props {
  readonly picture: Picture
  /** Periods named within what is in sight; as they are while that changes with every frame. */
  readonly ground?: Pick<Picture, 'periods' | 'sightings'> | undefined
  readonly headPx: number
  readonly widthPx: number
}

/** When the child was seen: a tick each, and the longest stretch between two as a measured line. */
function SightingsRow({ sightings }: { readonly sightings: Sightings }) {
  const { ticks, y, heightPx, unseen } = sightings
  const middle = y + heightPx / 2
  return (
    <g className="sightings">
      {unseen && (
        <>
          <path className="unseen" d={`M${unseen.x0} ${middle}H${unseen.x1}`} />
          <text x={(unseen.x0 + unseen.x1) / 2} y={y + heightPx * 0.77} textAnchor="middle">
            {unseen.text}
          </text>
        </>
      )}
      {ticks.map(({ eventId, x }) => (
        <path key={eventId} className="seen" d={`M${x} ${y + 2}V${y + heightPx - 2}`}>
          <title>Seen</title>
        </path>
      ))}
    </g>
  )
}

/** Alternate lanes and their rules, which stay where they are. */
export function LaneGround({ picture, headPx, widthPx }: Props) {
  const { lanes } = picture
  return (
    <>
      {lanes.map((lane) => (
        <g key={lane.agency.id} className={`family-${lane.agency.family}`}>
          <rect
            className={lane.index % 2 === 0 ? 'lane even' : 'lane odd'}
            x={0}
            y={lane.y}
            width={widthPx}
            height={lane.heightPx}
          />
          {lane.isFamilyHead && lane.index > 0 && <path className="family-rule" d={`M0 ${lane.y}H${widthPx}`} />}
          <path className="lane-rule" d={`M${headPx} ${lane.lineY}H${widthPx}`} />
        </g>
      ))}
    </>
  )
}

/** On paper periods behind the lanes are hatched, not tinted. */
function PeriodLines({ picture, within }: { readonly picture: Picture; readonly within: Lined }) {
  const lines = picture.periods.flatMap(({ place, x0, x1, y, heightPx }) =>
    place === 'child'
      ? []
      : within.lines(
          'falling',
          { x0: Math.max(x0, within.x0), x1: Math.min(x1, within.x1), y0: y, y1: y + heightPx },
          PERIOD_SPREAD,
        ),
  )
  return <path className="period-lines" d={lines.join('')} />
}

/** Gridlines, periods and guides: what lies behind the marks and pans with them. */
export function PlotGround({ picture, linedWithin }: Pick<Props, 'picture'> & { readonly linedWithin?: Lined }) {
  const { ticks, periods, guides, sightings, heightPx } = picture
  return (
    <>
      {periods
        .filter((bar) => bar.place !== 'child')
        .map((bar) => (
          <rect
            key={`${bar.period.id} ${bar.y}`}
            className={`period ${bar.place} ${bar.period.kind}`}
            x={bar.x0}
            y={bar.y}
            width={Math.max(1, bar.x1 - bar.x0)}
            height={bar.heightPx}
          >
            <title>{bar.period.title}</title>
          </rect>
        ))}
      {linedWithin && <PeriodLines picture={picture} within={linedWithin} />}
      {ticks.map((tick) => (
        <path key={tick.at} className={tick.major ? 'grid-line major' : 'grid-line'} d={`M${tick.x} 0V${heightPx}`} />
      ))}
      {guides.map(
        ({ key, kind, x }) =>
          kind === 'horizon' && (
            <rect key={key} className="after-horizon" x={x} y={0} width={picture.drawnPx} height={heightPx} />
          ),
      )}
      {guides.map(
        ({ key, x, toX }) =>
          toX !== undefined && (
            <rect key={key} className="anchor-spread" x={x} y={0} width={toX - x} height={heightPx} />
          ),
      )}
      {guides.map((guide) => (
        <path key={guide.key} className={`guide-line ${guide.kind}`} d={`M${guide.x} 0V${heightPx}`} />
      ))}
      {periods
        .filter((bar) => bar.place === 'child')
        .map((bar) => (
          <g key={bar.period.id} className={`period child ${bar.period.kind} ${bar.exact ? '' : 'inexact'}`}>
            <title>{bar.period.title}</title>
            <rect x={bar.x0} y={bar.y} width={Math.max(2, bar.x1 - bar.x0)} height={bar.heightPx} />
            <text x={bar.x0 + 5} y={bar.y + bar.heightPx * 0.77}>
              {bar.text}
            </text>
          </g>
        ))}
      {sightings && <SightingsRow sightings={sightings} />}
    </>
  )
}

/** Everything behind the marks. Decoration to a listener. */
export const Backdrop = memo(function Backdrop({ picture, ground, headPx, widthPx }: Props) {
  const { heightPx } = picture
  return (
    <div aria-hidden="true" className="backdrop">
      <svg width={widthPx} height={heightPx}>
        <HatchDefs />
        <LaneGround picture={picture} headPx={headPx} widthPx={widthPx} />
      </svg>
      <Panned
        leftPx={headPx}
        widthPx={Math.max(0, widthPx - headPx)}
        drawnPx={picture.drawnPx}
        y={0}
        heightPx={heightPx}
      >
        <PlotGround picture={ground ? { ...picture, ...ground } : picture} />
      </Panned>
    </div>
  )
})
