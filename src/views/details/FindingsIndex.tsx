import { useMemo, useState } from 'react'
import type { View } from '#analysis/filter.ts'
import { findMinutesSentence } from '#analysis/headline.ts'
import type { Case } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import { HIGHLIGHT_NAME, HIGHLIGHT_OF, HIGHLIGHTS } from '#model/vocabulary.ts'
import { useView } from '#store/view.ts'
import { FindingLink } from './ItemLink.tsx'
import { FactSpread } from './FactSpread.tsx'

interface Props {
  readonly of: Case
  readonly view: View
  readonly unplaced: number
}

function Facts({ of }: { readonly of: Case }) {
  const [open, setOpen] = useState<string>()
  if (of.facts.length === 0) return null
  return (
    <section>
      <h3>Who knew what</h3>
      {of.facts.map((fact) => (
        <details
          key={fact.id}
          className="fact-fold"
          open={open === fact.id}
          onToggle={(event) => event.currentTarget.open && setOpen(fact.id)}
        >
          <summary>{fact.title}</summary>
          {open === fact.id && <FactSpread of={of} fact={fact} event={undefined} />}
        </details>
      ))}
    </section>
  )
}

function Sum({ of, view, unplaced }: Props) {
  return (
    <>
      <p className="soft">
        {formatCount(view.findings.size, 'finding')} of {of.findings.length}
        {unplaced > 0 ? `; ${unplaced} without a place on the chart.` : '.'} Choose one to see its evidence, or a mark
        on the chart to see what happened.
      </p>
      {view.findings.size === 0 && <p>No finding passes the filters.</p>}
    </>
  )
}

/** Everything the review found, by highlight, in order of time; and the facts whose spread can be followed. */
export function FindingsIndex({ of, view, unplaced }: Props) {
  const groups = useMemo(
    () =>
      HIGHLIGHTS.map((highlight) => ({
        highlight,
        findings: of.findings
          .filter((finding) => HIGHLIGHT_OF[finding.kind] === highlight && view.findings.has(finding.id))
          .toSorted((a, b) => (a.when?.span.start ?? Infinity) - (b.when?.span.start ?? Infinity)),
      })).filter(({ findings }) => findings.length > 0),
    [of, view],
  )
  const isStopped = useView((state) => state.view.horizon !== undefined)
  const minutes = useMemo(() => findMinutesSentence(of, undefined), [of])
  return (
    <div className="details">
      <h2>What the review found</h2>
      {minutes && <p>{minutes}.</p>}
      {of.findings.length === 0 ? (
        <p className="soft">{isStopped ? 'What was found was written later.' : 'This case file holds no findings.'}</p>
      ) : (
        <Sum {...{ of, view, unplaced }} />
      )}
      {groups.map(({ highlight, findings }) => (
        <section key={highlight}>
          <h3>
            {HIGHLIGHT_NAME[highlight]} <span className="soft">{findings.length}</span>
          </h3>
          <ul className="item-links">
            {findings.map((finding) => (
              <li key={finding.id}>
                <FindingLink finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Facts of={of} />
    </div>
  )
}
