import { useState } from 'react'
import { atEdge, type Edge, edgesOf, findInterval, formatMeasured, whichFirst } from '#analysis/interval.ts'
import type { Case } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { FINDING_KIND_NAME } from '#model/vocabulary.ts'
import { formatWhen } from '#model/words.ts'
import { useView } from '#store/view.ts'

const ENDS = ['from', 'to'] as const
type End = (typeof ENDS)[number]
const EDGE_NAME: Readonly<Record<Edge, string>> = { start: 'its first day', end: 'its last day', any: 'any day of it' }

/** What was chosen as an end of the measure. */
interface Chosen {
  readonly kind: 'event' | 'finding'
  readonly id: string
  readonly edge: Edge
}

interface Mark {
  readonly title: string
  readonly when: When | undefined
}

/** A chosen mark as the case shown has it: one that a day puts out of sight is gone. */
function markOf(of: Case, chosen: Pick<Chosen, 'kind' | 'id'> | undefined): Mark | undefined {
  if (chosen?.kind === 'event') return of.eventById.get(chosen.id)
  const finding = chosen && of.findingById.get(chosen.id)
  return finding && { title: `${FINDING_KIND_NAME[finding.kind]}: ${finding.title}`, when: finding.when }
}

const ORDER: Readonly<Record<ReturnType<typeof whichFirst>, string>> = {
  first: 'The first is the earlier.',
  second: 'The second is the earlier.',
  'same-day': 'Both are on the same day.',
  open: 'The dates leave open which is the earlier.',
}

/** What is measured so far, in words. */
function resultOf(from: Mark | undefined, to: Mark | undefined, at: Readonly<Record<End, When | undefined>>): string {
  if (!from && !to) return 'Choose an event or a finding on the chart or in the lists, then press a button.'
  if (!from || !to) return 'Choose another event or finding, then press the other button.'
  const interval = findInterval(at.from, at.to)
  if (interval && at.from && at.to) return `${formatMeasured(interval)}. ${ORDER[whichFirst(at.from, at.to)]}`
  if (!at.from && !at.to) return 'Cannot tell: neither has a date.'
  return `Cannot tell: the ${at.from ? 'second' : 'first'} has no date.`
}

interface EndProps {
  readonly end: End
  readonly mark: Mark | undefined
  readonly edge: Edge
  readonly canTake: boolean
  readonly onTake: () => void
  readonly onEdge: (edge: Edge) => void
}

function MeasureEnd({ end, mark, edge, canTake, onTake, onEdge }: EndProps) {
  const edges = edgesOf(mark?.when)
  return (
    <p className="measure-end">
      <button type="button" className="plain-action" disabled={!canTake} onClick={onTake}>
        {end === 'from' ? 'Measure from what is selected' : 'Measure to what is selected'}
      </button>
      <span>{mark ? `${formatWhen(mark.when, 'short')}: ${mark.title}` : 'nothing chosen yet'}</span>
      {edges.length > 0 && (
        <select
          aria-label={end === 'from' ? 'Measure from' : 'Measure to'}
          value={edges.includes(edge) ? edge : 'any'}
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
  const [chosen, setChosen] = useState<Readonly<Partial<Record<End, Chosen>>>>({})
  const marks = { from: markOf(of, chosen.from), to: markOf(of, chosen.to) }
  const edgeOf = (end: End): Edge => {
    const edge = chosen[end]?.edge ?? 'any'
    return edgesOf(marks[end]?.when).includes(edge) ? edge : 'any'
  }
  const at = { from: atEdge(marks.from?.when, edgeOf('from')), to: atEdge(marks.to?.when, edgeOf('to')) }
  const { kind, id } = selection ?? {}
  // A finding is a stretch that went on; the range of an event may as well say that its day is not known.
  const taken: Chosen | undefined =
    id !== undefined && (kind === 'event' || kind === 'finding')
      ? { kind, id, edge: kind === 'finding' ? 'start' : 'any' }
      : undefined
  const canTake = markOf(of, taken) !== undefined
  return (
    <div role="group" aria-label="Measure" className="measure">
      {ENDS.map((end) => (
        <MeasureEnd
          key={end}
          end={end}
          mark={marks[end]}
          edge={edgeOf(end)}
          canTake={canTake}
          onTake={() => taken && setChosen({ ...chosen, [end]: taken })}
          onEdge={(edge) => {
            const one = chosen[end]
            if (one) setChosen({ ...chosen, [end]: { ...one, edge } })
          }}
        />
      ))}
      <p role="status" className="measure-result">
        {resultOf(marks.from, marks.to, at)}
      </p>
      <button
        type="button"
        className="plain-action measure-clear"
        aria-disabled={!marks.from && !marks.to}
        onClick={() => setChosen({})}
      >
        Clear
      </button>
    </div>
  )
}
