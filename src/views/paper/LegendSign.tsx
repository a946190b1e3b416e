import { EventSymbol } from '#chart/EventSymbol.tsx'
import { HighlightSymbol } from '#chart/HighlightSymbol.tsx'
import { DateForm, Node } from '#chart/MarkShape.tsx'
import { OutlineShape } from '#chart/OutlineShape.tsx'
import { metricsOf } from '#layout/metrics.ts'
import type { LegendItem } from './legend-items.ts'

const DESK = metricsOf(1)

/** The sign of a legend item, drawn by the chart's own shapes in a 16 px square round 0. */
export function LegendSign({ item }: { readonly item: LegendItem }) {
  switch (item.kind) {
    case 'type':
      return (
        <g className="mark">
          <EventSymbol type={item.type} exact={item.exact} scale={1} />
        </g>
      )
    case 'highlight':
      return (
        <svg x={-8} y={-8} width={16} height={16}>
          <HighlightSymbol highlight={item.highlight} />
        </svg>
      )
    case 'form':
      return (
        <g className="date-bar">
          <DateForm mark={{ form: item.form, barX0: -7.5, barX1: 7.5 }} h={3} />
        </g>
      )
    case 'node':
      return <Node attendance={item.attendance} r={4.6} />
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
    case 'outline':
      return <OutlineShape outline={{ agencyId: '', x: 0, y: 0, x0: 0, x1: 0 }} metrics={DESK} />
    default:
      return item satisfies never
  }
}
