import { useEffect, useRef } from 'react'
import type { Case } from '#model/case.ts'
import { isArranged } from './lanes.ts'
import { LaneList } from './LaneList.tsx'
import { LaneProposal } from './LaneProposal.tsx'
import { LaneSets } from './LaneSets.tsx'
import { listenModal } from './Modal.tsx'
import type { LaneArranging } from './useLaneMoves.ts'
import type { Timeline } from './useTimeline.ts'
import './lanes.css'

interface Props {
  readonly of: Case
  readonly timeline: Timeline
  readonly arranging: LaneArranging
}

/** What can be done with lanes, in words and buttons: their list, a proposed order, and arrangements with a name. */
function LanesPanel({ of, timeline, arranging, onClose }: Props & { readonly onClose: () => void }) {
  const { choice, moves, news } = arranging
  const isReset = !isArranged(choice)
  return (
    <div className="lanes-panel">
      <div className="lanes-heading">
        <h2 id="lanes-title">Lanes</h2>
        <button type="button" className="lanes-close" aria-label="Close lanes" onClick={onClose}>
          ×
        </button>
      </div>
      <p className="soft">
        In the order of the chart. A hidden lane is only out of sight: its events still count. With Alt and an arrow key
        a lane moves up or down, here and on the chart.
      </p>
      <p aria-live="polite" className="lanes-news">
        {news}
      </p>
      <LaneProposal of={of} timeline={timeline} arranging={arranging}>
        <button
          type="button"
          className="lanes-action"
          aria-disabled={isReset}
          onClick={isReset ? undefined : moves.reset}
        >
          Reset lanes
        </button>
      </LaneProposal>
      <LaneList of={of} timeline={timeline} moves={moves} />
      <LaneSets of={of} arranging={arranging} />
    </div>
  )
}

/** The button that opens the list of lanes, and says how many are hidden. */
export function Lanes({ of, timeline, arranging }: Props) {
  const { moves, news, opened } = arranging
  const button = useRef<HTMLButtonElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const box = dialog.current
    if (!opened || !box || box.open) return
    box.showModal()
    const row = opened.at !== undefined && box.querySelector(`[data-lane-row="${CSS.escape(opened.at)}"] button`)
    if (row instanceof HTMLElement) row.focus()
  }, [opened])
  useEffect(() => (dialog.current ? listenModal(dialog.current) : undefined), [])
  const close = () => {
    moves.close()
    // The browser gives focus back to what had it; if that is gone from the chart by now, it comes here.
    if (!document.activeElement || document.activeElement === document.body) button.current?.focus()
  }
  const hidden = timeline.allLanes.filter(({ isHidden }) => isHidden).length
  return (
    <>
      <button ref={button} type="button" aria-haspopup="dialog" onClick={() => moves.open()}>
        Lanes{hidden > 0 && `, ${hidden} hidden`}
      </button>
      <p aria-live="polite" className="visually-hidden">
        {news}
      </p>
      <dialog ref={dialog} className="lanes-dialog" aria-labelledby="lanes-title" onClose={close}>
        {opened && (
          <LanesPanel of={of} timeline={timeline} arranging={arranging} onClose={() => dialog.current?.close()} />
        )}
      </dialog>
    </>
  )
}
