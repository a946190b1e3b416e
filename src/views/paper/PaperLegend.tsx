import { LEGEND_ITEM } from '#layout/paper.ts'
import type { LegendItem } from './legend-items.ts'
import { LegendSign } from './LegendSign.tsx'

/** What the signs of the pictures mean, at the head of the key. */
export function PaperLegend({
  items,
  rows,
  heightPx,
}: {
  readonly items: readonly LegendItem[]
  readonly rows: number
  readonly heightPx: number
}) {
  return (
    <section className="paper-legend" style={{ height: heightPx }}>
      <h3 style={{ height: LEGEND_ITEM.headPx }}>What the signs mean</h3>
      <ul style={{ gridTemplateRows: `repeat(${rows}, ${LEGEND_ITEM.heightPx}px)` }}>
        {items.map((item) => (
          <li key={`${item.kind} ${item.name}`}>
            <svg className="chart static" width={18} height={16} viewBox="-9 -8 18 16" aria-hidden="true">
              <LegendSign item={item} />
            </svg>
            {item.name}
          </li>
        ))}
      </ul>
    </section>
  )
}
