import type { CaseEvent, Finding } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { FINDING_KIND_NAME, HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { HighlightSymbol } from '#chart/HighlightSymbol.tsx'
import { select } from '#store/view.ts'

/** An event as a line that leads to it. */
export function EventLink({ event, relation }: { readonly event: CaseEvent; readonly relation?: string }) {
  return (
    <button type="button" className="item-link" onClick={() => select({ kind: 'event', id: event.id })}>
      <span className="item-when">
        {relation ? `${relation} · ${formatWhen(event.when, 'short')}` : formatWhen(event.when, 'short')}
      </span>
      <span className="item-title">{event.title}</span>
    </button>
  )
}

/** A finding as a line that leads to it and its evidence. */
export function FindingLink({ finding }: { readonly finding: Finding }) {
  const highlight = HIGHLIGHT_OF[finding.kind]
  return (
    <button
      type="button"
      className={`item-link finding-link ${highlight}`}
      onClick={() => select({ kind: 'finding', id: finding.id })}
    >
      <span className="item-when">
        <HighlightSymbol highlight={highlight} />
        {FINDING_KIND_NAME[finding.kind]}
        {finding.when ? ` · ${formatWhen(finding.when, 'short')}` : ''}
      </span>
      <span className="item-title">{finding.title}</span>
    </button>
  )
}
