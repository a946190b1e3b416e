import { type ReactNode, useRef, useState } from 'react'
import { type LaneProposal as Proposal, proposeLaneOrder } from '#analysis/lane-order.ts'
import { findMeetingPoints } from '#analysis/meetings.ts'
import type { Agency, Case } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import { useView } from '#store/view.ts'
import { arrangeInSight } from './lanes.ts'
import type { LaneArranging } from './useLaneMoves.ts'
import type { Timeline } from './useTimeline.ts'

interface Props {
  readonly of: Case
  readonly timeline: Timeline
  readonly arranging: LaneArranging
  /** What stands beside the button. */
  readonly children: ReactNode
}

function sayResult({ before, after }: Proposal): string {
  const now = `Meeting lines now pass ${formatCount(before, 'lane')} with no part in the meeting.`
  return after < before
    ? `${now} In the order below they would pass ${after}.`
    : `${now} No order was found in which they pass fewer.`
}

/** The order as it would be, each lane with its place of now where that is another. */
function ProposedOrder({ order, lanes }: { readonly order: readonly Agency[]; readonly lanes: readonly Agency[] }) {
  return (
    <ol className="proposed-order" aria-label="Proposed order">
      {order.map((agency, place) => {
        const was = lanes.indexOf(agency)
        return (
          <li key={agency.id} className={`family-${agency.family}`}>
            <span className="agency-name">{agency.name}</span>
            {was !== place && <span className="soft">now {was + 1}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** Proposes an order in which the lines of meetings are shorter, and applies it only when the reader says so. */
export function LaneProposal({ of, timeline, arranging, children }: Props) {
  const { shown, axis, view, lanes, allLanes } = timeline
  const { choice, moves } = arranging
  const hidesFiltered = useView((state) => state.view.hidesFiltered)
  const button = useRef<HTMLButtonElement>(null)
  const [found, setFound] = useState<{ readonly proposal: Proposal; readonly lanes: readonly Agency[] }>()
  // A proposal is for the lanes as they were; another move makes it void.
  const proposal = found?.lanes === lanes ? found.proposal : undefined
  const propose = () => {
    const drawn = findMeetingPoints(shown).filter(
      ({ event }) => axis.spanOfEvent(event) && (!hidesFiltered || view.events.has(event.id)),
    )
    const pinned = new Set(allLanes.flatMap(({ agency, isPinned }) => (isPinned ? [agency.id] : [])))
    const next = proposeLaneOrder(drawn, lanes, pinned)
    setFound({ proposal: next, lanes })
    moves.say('')
  }
  const leave = () => {
    setFound(undefined)
    button.current?.focus()
  }
  const apply = ({ order, before, after }: Proposal) => {
    const ids = order.map(({ id }) => id)
    moves.arrange(
      arrangeInSight(of, choice, allLanes, ids),
      `Lanes are in the order proposed: meeting lines pass ${after} lanes, not ${before}.`,
    )
    leave()
  }
  return (
    <div className="lanes-proposal">
      <p className="lanes-choices">
        <button ref={button} type="button" className="lanes-action" onClick={propose}>
          Shorten meeting lines
        </button>
        {children}
      </p>
      <p aria-live="polite">{proposal && sayResult(proposal)}</p>
      {proposal && proposal.after < proposal.before && (
        <>
          <ProposedOrder order={proposal.order} lanes={lanes} />
          <p className="lanes-choices">
            <button type="button" className="primary" onClick={() => apply(proposal)}>
              Use this order
            </button>
            <button type="button" className="lanes-action" onClick={leave}>
              Keep the order as it is
            </button>
          </p>
        </>
      )}
    </div>
  )
}
