import type { EventType } from '#model/vocabulary.ts'
import { SYMBOLS } from './symbols.ts'

interface Props {
  readonly type: EventType
  readonly exact: boolean
  readonly scale: number
}

/** What a filter leaves out is smaller as well as fainter: on grey paper faintness alone may be lost. */
export const DIM_SCALE = 0.62

/** The symbol of an event type, in the current colour, centred on 0. */
export function EventSymbol({ type, exact, scale }: Props) {
  const { body, cut, line } = SYMBOLS[type]
  const transform = scale === 1 ? undefined : `scale(${scale})`
  const state = exact ? 'exact' : 'inexact'
  return (
    <>
      <path className={`symbol-body ${state}`} d={body} transform={transform} />
      {cut && <path className={`symbol-cut ${state}`} d={cut} transform={transform} />}
      {line && <path className="symbol-line" d={line} transform={transform} />}
    </>
  )
}
