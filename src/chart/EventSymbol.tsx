import type { EventType } from '#model/vocabulary.ts'
import { SYMBOLS } from './symbols.ts'

interface Props {
  readonly type: EventType
  readonly exact: boolean
  readonly x?: number
  readonly y?: number
  readonly scale: number
}

/** The symbol of an event type, in the current colour. */
export function EventSymbol({ type, exact, x = 0, y = 0, scale }: Props) {
  const { body, cut, line } = SYMBOLS[type]
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} className={exact ? 'symbol exact' : 'symbol inexact'}>
      <path className="symbol-body" d={body} />
      {cut && <path className="symbol-cut" d={cut} />}
      {line && <path className="symbol-line" d={line} />}
    </g>
  )
}
