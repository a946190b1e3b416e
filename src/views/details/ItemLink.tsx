import type { CaseEvent, Finding } from '#model/case.ts'
import { formatWhen } from '#model/words.ts'
import { FINDING_KIND_NAME, HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { FindingSymbol } from '#chart/FindingSymbol.tsx'
import type { Page } from '#store/address.ts'
import { select, showPage } from '#store/view.ts'

/** An event as a line that leads to it. */
export function EventLink({
  event,
  relation,
  evidence,
}: {
  readonly event: CaseEvent
  readonly relation?: string
  /** Events that stay pointed out with it. */
  readonly evidence?: readonly string[]
}) {
  const open = () => select({ kind: 'event', id: event.id, ...(evidence ? { evidence } : {}) })
  return (
    <button type="button" className="item-link" onClick={open}>
      <span className="item-when">
        {relation ? `${relation} · ${formatWhen(event.when, 'short')}` : formatWhen(event.when, 'short')}
      </span>
      <span className="item-title">{event.title}</span>
    </button>
  )
}

/** A finding as a line that leads to it and its evidence: where the line stands, or on another page. */
export function FindingLink({ finding, page }: { readonly finding: Finding; readonly page?: Page }) {
  const highlight = HIGHLIGHT_OF[finding.kind]
  const open = () => {
    if (page) showPage(page)
    select({ kind: 'finding', id: finding.id })
  }
  return (
    <button type="button" className={`item-link finding-link ${highlight}`} onClick={open}>
      <span className="item-when">
        <FindingSymbol kind={finding.kind} />
        {FINDING_KIND_NAME[finding.kind]}
        {finding.when ? ` · ${formatWhen(finding.when, 'short')}` : ''}
      </span>
      <span className="item-title">{finding.title}</span>
    </button>
  )
}
