import { DIM_SCALE, EventSymbol } from '#chart/EventSymbol.tsx'
import { FindingSign } from '#chart/FindingSymbol.tsx'
import { DateForm, Node } from '#chart/MarkShape.tsx'
import { OutlineShape } from '#chart/OutlineShape.tsx'
import { hatchLines } from '#layout/hatch.ts'
import { metricsOf } from '#layout/metrics.ts'
import type { LegendItem } from './legend-items.ts'

const DESK = metricsOf(1)

function SpineSign({ hasMinutes }: { readonly hasMinutes: boolean }) {
  return (
    <g className={hasMinutes ? 'spine' : 'spine no-minutes'}>
      <path className="spine-line" d={hasMinutes ? 'M0 -7V7' : 'M-2.2 -7V7M2.2 -7V7'} />
    </g>
  )
}

function ChildSign({ of }: { readonly of: 'seen' | 'unseen' | 'period' }) {
  if (of === 'period')
    return (
      <g className="period child">
        <rect x={-7.5} y={-4.5} width={15} height={9} />
      </g>
    )
  return (
    <g className="sightings">
      <path className={of} d={of === 'seen' ? 'M0 -5V5' : 'M-7.5 0H7.5'} />
    </g>
  )
}

/** The sign of a legend item, drawn by the chart's own shapes in a 16 px square round 0. */
export function LegendSign({ item }: { readonly item: LegendItem }) {
  switch (item.kind) {
    case 'type':
      return (
        <g className="mark">
          <EventSymbol type={item.type} exact={item.exact} scale={1} />
        </g>
      )
    case 'finding':
      return <FindingSign kind={item.of} />
    case 'form':
      return (
        <g className="date-bar">
          <DateForm mark={{ form: item.form, barX0: -7.5, barX1: 7.5 }} h={3} />
        </g>
      )
    case 'node':
      return (
        <g className="spine">
          <path className="spine-line" d="M0 -8V8" />
          <Node attendance={item.attendance} r={4.6} />
        </g>
      )
    case 'spine':
      return <SpineSign hasMinutes={item.hasMinutes} />
    case 'period':
      return (
        <>
          <rect className="period background" x={-7.5} y={-6} width={15} height={12} />
          <path className="period-lines" d={hatchLines('falling', { x0: -7.5, x1: 7.5, y0: -6, y1: 6 })} />
        </>
      )
    case 'child':
      return <ChildSign of={item.of} />
    case 'dim':
      return (
        <g className="mark dim">
          <EventSymbol type="contact" exact scale={DIM_SCALE} />
        </g>
      )
    case 'family':
      return (
        <g className={`family-${item.family}`}>
          <rect className="family-key" x={-2} y={-7} width={4} height={14} />
        </g>
      )
    case 'number':
      return (
        <text className="key-number" y={3.5} textAnchor="middle">
          {item.number}
        </text>
      )
    case 'ribbon':
      return (
        <g className="family-child-and-family">
          <path className="ribbon" d="M-8 6V3L-5 0L-2 4L2 -5L5 2L8 1V6Z" />
        </g>
      )
    case 'crowd':
      return (
        <text className="crowd-count" y={3.5} textAnchor="middle" fontSize={10}>
          {item.text}
        </text>
      )
    case 'bend':
      return <path className="guide-line bend" d="M0 -8V8" />
    case 'outline':
      return (
        <OutlineShape outline={{ agencyId: '', x: 0, y: 0, x0: 0, x1: 0, count: 1, isUnder: false }} metrics={DESK} />
      )
    default:
      return item satisfies never
  }
}
