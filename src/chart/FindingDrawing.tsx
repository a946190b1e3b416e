import type { BandMark, FindingMark, MissedMark, SignMark, StripMark } from '#layout/findings.ts'
import type { hatchLines } from '#layout/hatch.ts'
import type { Box, Metrics } from '#layout/metrics.ts'
import type { Extent } from '#layout/rows.ts'
import type { FindingKind } from '#model/vocabulary.ts'
import { CROSS, hatchOf, headOfDrift, HOURGLASS, SIGN_PATH } from './finding-signs.ts'

/** How much of a printed or saved picture is seen, and what draws hatches there; a screen has no need of it. */
export type Lined = Extent & { readonly lines: typeof hatchLines }
type Within = Lined | undefined

function Missed({ mark, metrics }: { readonly mark: MissedMark; readonly metrics: Metrics }) {
  const s = metrics.glyphPx / 12
  const far = mark.ghostYs.reduce((a, b) => (Math.abs(b - mark.crossY) > Math.abs(a - mark.crossY) ? b : a), mark.y)
  const isLate = mark.finding.kind === 'delayed-referral'
  return (
    <g className="missed">
      <path className="missed-line" d={`M${mark.x} ${far}V${mark.crossY}`} />
      {mark.ghostYs.map((y) => (
        <path
          key={y}
          className="missed-ghost"
          d="M-4.2 -5.4L5.6 0L-4.2 5.4Z"
          transform={`translate(${mark.x} ${y}) scale(${s})`}
        />
      ))}
      <path
        className={isLate ? 'missed-late' : 'missed-cross'}
        d={isLate ? HOURGLASS : CROSS}
        transform={`translate(${mark.x} ${mark.crossY}) scale(${s})`}
      />
    </g>
  )
}

/** Lines of a band, which is tall, stand wider apart than those of a strip. */
const BAND_SPREAD = 1.6

/** The hatch of a gap: a pattern on a screen, lines between two places along a picture that is printed or saved. */
function GapHatch({
  kind,
  box,
  within,
  spread = 1,
}: {
  readonly kind: FindingKind
  readonly box: Box
  readonly within: Within
  readonly spread?: number
}) {
  const hatch = hatchOf(kind)
  const { x0, y0, x1, y1 } = box
  if (!within)
    return <rect className="gap-hatch" fill={`url(#hatch-${hatch})`} x={x0} y={y0} width={x1 - x0} height={y1 - y0} />
  const seen = { ...box, x0: Math.max(x0, within.x0), x1: Math.min(x1, within.x1) }
  return <path className={hatch === 'squares' ? 'hatch-square' : 'hatch-line'} d={within.lines(hatch, seen, spread)} />
}

function Band({ mark, within }: { readonly mark: BandMark; readonly within: Within }) {
  const { x, y, x1, y1, opensRight, finding } = mark
  return (
    <g className="gap">
      <rect className="gap-paper" x={x} y={y} width={x1 - x} height={y1 - y} />
      <GapHatch kind={finding.kind} box={{ x0: x, y0: y, x1, y1 }} within={within} spread={BAND_SPREAD} />
      <path className="gap-end" d={`M${x} ${y}V${y1}${opensRight ? '' : `M${x1} ${y}V${y1}`}`} />
    </g>
  )
}

function Strip({ mark, within }: { readonly mark: StripMark; readonly within: Within }) {
  const { x, x1, y, heightPx, finding, opensLeft, opensRight } = mark
  const end = opensRight ? '' : `M${x1} ${y - 1}V${y + heightPx + 1}`
  if (mark.highlight === 'drift')
    return (
      <g className="drift">
        <path className={`drift-line ${finding.kind}`} d={`M${x} ${y + heightPx / 2}H${x1}`} />
        <path className="drift-end" d={end} />
        {!opensLeft && (
          <path
            className="drift-end"
            d={headOfDrift(finding.kind, heightPx / 2 + 1)}
            transform={`translate(${x} ${y + heightPx / 2})`}
          />
        )}
      </g>
    )
  return (
    <g className="gap">
      <GapHatch kind={finding.kind} box={{ x0: x, y0: y, x1, y1: y + heightPx }} within={within} />
      <path className="gap-end" d={`${opensLeft ? '' : `M${x} ${y - 1}V${y + heightPx + 1}`}${end}`} />
    </g>
  )
}

function Sign({ mark, metrics }: { readonly mark: SignMark; readonly metrics: Metrics }) {
  return (
    <path
      className={`sign ${mark.sign}`}
      d={SIGN_PATH[mark.sign]}
      transform={`translate(${mark.x} ${mark.y}) scale(${(metrics.glyphPx / 12) * 0.72})`}
    />
  )
}

/** What a finding looks like. `within` is how much of a printed or saved picture is seen. */
export function FindingDrawing({
  mark,
  metrics,
  within,
}: {
  readonly mark: FindingMark
  readonly metrics: Metrics
  readonly within?: Within
}) {
  switch (mark.form) {
    case 'missed':
      return <Missed mark={mark} metrics={metrics} />
    case 'band':
      return <Band mark={mark} within={within} />
    case 'strip':
      return <Strip mark={mark} within={within} />
    case 'sign':
      return <Sign mark={mark} metrics={metrics} />
    default:
      return mark satisfies never
  }
}
