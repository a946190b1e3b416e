import { type Chosen, type End, ENDS, LETTER, type MeasuredEnd, measuredEnd, measureWords } from '#analysis/measured.ts'
import { type Edge, edgesOf } from '#analysis/interval.ts'
import type { Case } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { setMeasured, useMeasured } from '#store/measured.ts'
import { useView } from '#store/view.ts'

const EDGE_NAME: Readonly<Record<Edge, string>> = { start: 'its first day', end: 'its last day', any: 'any day of it' }

interface EndProps {
  readonly end: End
  readonly mark: MeasuredEnd | undefined
  readonly canTake: boolean
  readonly onTake: () => void
  readonly onEdge: (edge: Edge) => void
}

function MeasureEnd({ end, mark, canTake, onTake, onEdge }: EndProps) {
  const edges = edgesOf(mark?.when)
  return (
    <p className="measure-end">
      <button type="button" className="plain-action" disabled={!canTake} onClick={onTake}>
        {end === 'from' ? 'Measure from what is selected' : 'Measure to what is selected'}
      </button>
      <span>
        {mark && <b className="measure-letter">{LETTER[end]}</b>}
        {mark ? `${formatWhen(mark.when, 'short')}: ${mark.title}` : 'nothing chosen yet'}
      </span>
      {edges.length > 0 && (
        <select
          aria-label={end === 'from' ? 'Measure from' : 'Measure to'}
          value={mark?.edge ?? 'any'}
          onChange={({ target }) => onEdge(edges.find((one) => one === target.value) ?? 'any')}
        >
          {edges.map((one) => (
            <option key={one} value={one}>
              {EDGE_NAME[one]}
            </option>
          ))}
        </select>
      )}
    </p>
  )
}

/** The time between two marks or findings: each end is what is selected when its button is pressed. */
export function MeasureBar({ of }: { readonly of: Case }) {
  const selection = useView(({ view }) => view.selection)
  const chosen = useMeasured(of.id)
  const marks = { from: measuredEnd(of, chosen, 'from'), to: measuredEnd(of, chosen, 'to') }
  const { kind, id } = selection ?? {}
  // A finding is a stretch that went on; the range of an event may as well say that its day is not known.
  const taken: Chosen | undefined =
    id !== undefined && (kind === 'event' || kind === 'finding')
      ? { kind, id, edge: kind === 'finding' ? 'start' : 'any' }
      : undefined
  const canTake = taken !== undefined && measuredEnd(of, { from: taken }, 'from') !== undefined
  return (
    <div role="group" aria-label="Measure" className="measure">
      {ENDS.map((end) => (
        <MeasureEnd
          key={end}
          end={end}
          mark={marks[end]}
          canTake={canTake}
          onTake={() => taken && setMeasured(of.id, { ...chosen, [end]: taken })}
          onEdge={(edge) => {
            const one = chosen[end]
            if (one) setMeasured(of.id, { ...chosen, [end]: { ...one, edge } })
          }}
        />
      ))}
      <p role="status" className="measure-result">
        {measureWords(marks.from, marks.to)}
      </p>
      <button
        type="button"
        className="plain-action measure-clear"
        aria-disabled={!marks.from && !marks.to}
        onClick={() => setMeasured(of.id, {})}
      >
        Clear
      </button>
    </div>
  )
}
