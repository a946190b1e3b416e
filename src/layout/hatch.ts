import type { Box } from './metrics.ts'

/** Hatches as lines cut to a box. A pattern would be printed as a small blurred image, and not every program draws one. */

export type Hatch = 'rising' | 'falling' | 'crossed' | 'upright' | 'squares'

const PITCH_PX = 5
const DIAGONAL_PX = PITCH_PX * Math.SQRT2
const UPRIGHT_PX = 4.2
const SQUARE_PX = 2.5

const at = (value: number) => String(Math.round(value * 100) / 100)

/** The multiples of a step between two numbers, both included. */
function steps(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step)
  const count = Math.floor(to / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, place) => (first + place) * step)
}

function rising({ x0, y0, x1, y1 }: Box, step: number): string {
  return steps(x0 + y0, x1 + y1, step)
    .map((sum) => {
      const [from, to] = [Math.max(x0, sum - y1), Math.min(x1, sum - y0)]
      return `M${at(from)} ${at(sum - from)}L${at(to)} ${at(sum - to)}`
    })
    .join('')
}

function falling({ x0, y0, x1, y1 }: Box, step: number): string {
  return steps(x0 - y1, x1 - y0, step)
    .map((rest) => {
      const [from, to] = [Math.max(x0, rest + y0), Math.min(x1, rest + y1)]
      return `M${at(from)} ${at(from - rest)}L${at(to)} ${at(to - rest)}`
    })
    .join('')
}

function squares({ x0, y0, x1, y1 }: Box): string {
  const columns = steps(x0, x1 - SQUARE_PX, SQUARE_PX)
  return columns
    .map((x, column) =>
      steps(0, y1 - y0 - SQUARE_PX, SQUARE_PX)
        .filter((_, row) => (row + column) % 2 === 0)
        .map((y) => `M${at(x)} ${at(y0 + y)}h${SQUARE_PX}v${SQUARE_PX}h${-SQUARE_PX}Z`)
        .join(''),
    )
    .join('')
}

/** The lines of a hatch in a box, as the data of one path; neighbouring boxes of one kind run on into each other. */
export function hatchLines(hatch: Hatch, box: Box, spread = 1): string {
  if (box.x1 <= box.x0 || box.y1 <= box.y0) return ''
  switch (hatch) {
    case 'rising':
      return rising(box, DIAGONAL_PX * spread)
    case 'falling':
      return falling(box, DIAGONAL_PX * spread)
    case 'crossed':
      return rising(box, DIAGONAL_PX) + falling(box, DIAGONAL_PX)
    case 'upright':
      return steps(box.x0, box.x1, UPRIGHT_PX)
        .map((x) => `M${at(x)} ${at(box.y0)}V${at(box.y1)}`)
        .join('')
    case 'squares':
      return squares(box)
    default:
      return hatch satisfies never
  }
}
