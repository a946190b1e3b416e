import { max } from 'd3-array'

const WIDTH = 240
const HEIGHT = 40

/** Events per bin as fine upright strokes: where a case was quiet and where it was crowded. */
export function Sparkline({ counts, label }: { readonly counts: readonly number[]; readonly label: string }) {
  const most = max(counts) ?? 0
  const y = (count: number) => HEIGHT - 2 - (count / most) * (HEIGHT - 4)
  const step = WIDTH / Math.max(1, counts.length)
  if (most === 0) return <p className="sparkline-none">Order known, dates not published</p>
  const strokes = counts
    .map((count, bin) => (count > 0 ? `M${(bin + 0.5) * step} ${HEIGHT - 2}V${y(count)}` : ''))
    .join('')
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path className="sparkline-base" d={`M0 ${HEIGHT - 1.5}H${WIDTH}`} />
      <path className="sparkline-strokes" d={strokes} />
    </svg>
  )
}
