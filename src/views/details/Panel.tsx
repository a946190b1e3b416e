import { memo, useEffect, useRef } from 'react'
import type { View } from '#analysis/filter.ts'
import type { Case } from '#model/case.ts'
import type { Selection } from '#store/address.ts'
import { select } from '#store/view.ts'
import { actOf } from '#views/keys.ts'
import { type Cluster, ClusterList } from './ClusterList.tsx'
import { EventDetails } from './EventDetails.tsx'
import { FindingDetails } from './FindingDetails.tsx'
import { FindingsIndex } from './FindingsIndex.tsx'
import './details.css'

interface Props {
  readonly of: Case
  readonly selection: Selection | undefined
  readonly view: View
  /** How many findings of the case the chart cannot draw. */
  readonly unplaced: number
  /** A crowd whose events are listed while nothing is selected. */
  readonly cluster?: Cluster | undefined
  readonly onCloseCluster?: () => void
}

/** Gives focus back to what was selected: the mark of it that the reader left, else its first, else its row in the table. */
function returnFocus({ kind, id }: Selection): void {
  const mine = `[data-${kind}="${CSS.escape(id)}"]`
  const mark = document.querySelector(`${mine}[tabindex="0"]`) ?? document.querySelector(mine)
  if (mark instanceof SVGElement || mark instanceof HTMLElement) mark.focus()
}

/** The line that was pressed is gone with the list it stood in: its title takes the focus. */
function readOn(panel: HTMLElement | null): void {
  const title = panel?.querySelector('h2')
  if (!title) return
  title.tabIndex = -1
  title.focus({ preventScroll: true })
}

/** On a narrow screen the panel stands over the chart: what has the focus there must not lie under it. */
function clearOf(panel: HTMLElement | null): void {
  const mark = document.activeElement
  if (!panel || !mark?.closest('[role="grid"]') || getComputedStyle(panel).position !== 'fixed') return
  if (mark.getBoundingClientRect().bottom > panel.getBoundingClientRect().top) mark.scrollIntoView({ block: 'nearest' })
}

function Details({ of, selection }: Pick<Props, 'of' | 'selection'>) {
  const event = selection?.kind === 'event' ? of.eventById.get(selection.id) : undefined
  const finding = selection?.kind === 'finding' ? of.findingById.get(selection.id) : undefined
  if (event) return <EventDetails of={of} event={event} />
  if (finding) return <FindingDetails of={of} finding={finding} />
  return <p>This case has no such event or finding: the link may be from another version of the file.</p>
}

/** Beside the chart: what is selected, or, when nothing is, everything the review found. */
export const Panel = memo(function Panel({ of, selection, view, unplaced, cluster, onCloseCluster }: Props) {
  const panel = useRef<HTMLElement>(null)
  const shown = useRef(selection?.id)
  // A new selection is read from its top; focus stays with the mark until the reader moves on. Who chose it here goes on here.
  useEffect(() => {
    if (shown.current === selection?.id) return
    shown.current = selection?.id
    panel.current?.scrollTo?.({ top: 0 })
    if (document.activeElement === document.body) readOn(panel.current)
    else clearOf(panel.current)
  }, [selection])
  const close = () => {
    if (!selection) return
    select(undefined)
    returnFocus(selection)
  }
  useEffect(() => {
    if (!selection) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (actOf(event, 'page') !== 'close' || event.defaultPrevented) return
      select(selection.path?.before)
      // Who follows a way keeps the focus where its steps are taken.
      if (!selection.path) returnFocus(selection)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [selection])
  return (
    <aside
      ref={panel}
      className={`panel ${selection || cluster ? 'open' : ''}`}
      aria-label={selection ? 'Details' : cluster ? 'What lies together' : 'What the review found'}
    >
      {selection ? (
        <>
          <button type="button" className="panel-close" onClick={close} aria-label="Close details">
            ×
          </button>
          <Details of={of} selection={selection} />
        </>
      ) : cluster ? (
        <>
          <button type="button" className="panel-close" onClick={onCloseCluster} aria-label="Close list">
            ×
          </button>
          <ClusterList cluster={cluster} />
        </>
      ) : (
        <FindingsIndex of={of} view={view} unplaced={unplaced} />
      )}
    </aside>
  )
})
