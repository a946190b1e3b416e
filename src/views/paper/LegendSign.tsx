import { EventSymbol } from '#chart/EventSymbol.tsx'
import { HighlightSymbol } from '#chart/HighlightSymbol.tsx'
import { DateForm, Node } from '#chart/MarkShape.tsx'
import type { LegendItem } from './legend-items.ts'

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
    default:
      return item satisfies never
  }
}
