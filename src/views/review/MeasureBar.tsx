import { useState } from 'react'
import { findInterval, formatMeasured } from '#analysis/interval.ts'
import type { Case } from '#model/case.ts'
import type { When } from '#model/edtf.ts'
import { formatWhen } from '#model/words.ts'
import { useView } from '#store/view.ts'

interface Mark {
  readonly title: string
  readonly when: When | undefined
}

const ENDS = ['from', 'to'] as const

/** The time between two marks: each end is what is selected on the chart when its button is pressed. */
export function MeasureBar({ of }: { readonly of: Case }) {
  const selection = useView(({ view }) => view.selection)
  const [marks, setMarks] = useState<Readonly<Partial<Record<'from' | 'to', string>>>>({})
  const markOf = (key: string | undefined): Mark | undefined =>
    key === undefined ? undefined : (of.eventById.get(key) ?? of.findingById.get(key))
  const selected =
    selection?.kind === 'event' || selection?.kind === 'finding' ? markOf(selection.id) && selection.id : undefined
  const [from, to] = [markOf(marks.from), markOf(marks.to)]
  const interval = from && to && findInterval(from.when, to.when)
  return (
    <div className="measure">
      {ENDS.map((end) => {
        const mark = markOf(marks[end])
        return (
          <p key={end} className="measure-end">
            <button
              type="button"
              className="plain-action"
              disabled={selected === undefined}
              onClick={() => selected !== undefined && setMarks({ ...marks, [end]: selected })}
            >
              {end === 'from' ? 'Measure from the selected mark' : 'Measure to the selected mark'}
            </button>
            <span>{mark ? `${formatWhen(mark.when, 'short')}: ${mark.title}` : 'nothing chosen yet'}</span>
          </p>
        )
      })}
      <p role="status" className="measure-result">
        {from && to
          ? interval
            ? formatMeasured(interval)
            : 'Cannot tell: one of the two has no date.'
          : 'Select a mark on the chart, then press a button.'}
      </p>
    </div>
  )
}
