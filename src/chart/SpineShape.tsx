import { memo } from 'react'
import type { Spine } from '#layout/spines.ts'

interface Props {
  readonly spine: Spine
  readonly name: string
  readonly isDim: boolean
  readonly isSelected: boolean
  readonly onChoose: (eventId: string, agencyId: string) => void
}

/** What a spine looks like: one line, or two where there are no minutes. */
export function SpineDrawing({ spine }: { readonly spine: Spine }) {
  const offsets = spine.meeting.minutes === 'not-recorded' ? [-2.2, 2.2] : [0]
  const line = spine.segments
    .flatMap(({ y0, y1 }) => offsets.map((offset) => `M${spine.x + offset} ${y0}V${y1}`))
    .join('')
  return <path className="spine-line" d={line} />
}

/** A meeting's spine. Without minutes it is drawn double and open; its nodes are the marks of the lanes. */
export const SpineShape = memo(function SpineShape({ spine, name, isDim, isSelected, onChoose }: Props) {
  const { event, minutes } = spine.meeting
  const isOpen = minutes === 'not-recorded'
  return (
    <g role="gridcell">
      <g
        role="img"
        aria-label={name}
        data-meeting={event.id}
        className={`spine ${isOpen ? 'no-minutes' : ''} ${isDim ? 'dim' : ''} ${isSelected ? 'selected' : ''}`}
        onClick={() => onChoose(event.id, spine.agencyId)}
      >
        <path className="spine-hit" d={`M${spine.x} ${spine.topY}V${spine.bottomY}`} />
        <SpineDrawing spine={spine} />
      </g>
    </g>
  )
})
