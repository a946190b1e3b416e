import { memo } from 'react'
import { labelWithin, type PlacedLabel } from '#layout/labels.ts'
import type { Picture } from '#layout/place.ts'
import type { Focus } from '#layout/walk.ts'
import { LabelText } from './LabelText.tsx'
import { MarkSymbol, ringRadius } from './MarkShape.tsx'
import { Panned } from './Panned.tsx'

interface LabelsProps {
  readonly labels: readonly PlacedLabel[]
  /** Keys of the labels that lie wholly in sight, in one text, those cut shorter for it with a sign; undefined while that changes with every frame. */
  readonly shown: string | undefined
  readonly selected: string | undefined
}

const SHORT = ' …'

const Labels = memo(function Labels({ labels, shown, selected }: LabelsProps) {
  // Half a word at the edge reads as a fault, but not in passing.
  const keys = shown === undefined ? undefined : new Set(shown.split('|'))
  return labels.flatMap((label) => {
    const words = !keys || keys.has(label.key) ? label : keys.has(label.key + SHORT) ? label.short : undefined
    return words ? <LabelText key={label.key} label={{ ...label, ...words }} isSelected={selected === label.key} /> : []
  })
})

function labelsInSight(labels: readonly PlacedLabel[], panPx: number, plotPx: number): string {
  return labels
    .flatMap((label) => {
      const within = labelWithin(label, panPx, panPx + plotPx)
      if (!within) return []
      return within === label ? label.key : label.key + SHORT
    })
    .join('|')
}

interface Props {
  readonly picture: Picture
  readonly panPx: number
  readonly isPanning: boolean
  readonly headPx: number
  readonly plotPx: number
  readonly selected: string | undefined
  readonly focus: Focus | undefined
}

/** The mark in focus once more, over those that stand on it: else its ring would be half hidden. */
function FocusEcho({ picture, focus }: Pick<Props, 'picture' | 'focus'>) {
  if (focus?.kind !== 'event') return null
  const lane = picture.lanes.find(({ agency }) => agency.id === focus.agencyId)
  const mark = lane?.marks.find(({ event }) => event.id === focus.eventId)
  if (!lane || !mark) return null
  return (
    <g className={`mark focus-echo family-${lane.agency.family}`} transform={`translate(${mark.x} ${mark.y})`}>
      <circle className="echo-ring" r={ringRadius(picture.metrics)} />
      <MarkSymbol mark={mark} metrics={picture.metrics} isDim={false} />
    </g>
  )
}

/** The words of the chart over everything else in it; at rest, those that are wholly in sight. */
export function LabelsLayer({ picture, panPx, isPanning, headPx, plotPx, selected, focus }: Props) {
  const { labels, drawnPx, heightPx } = picture
  return (
    <Panned className="labels" leftPx={headPx} widthPx={plotPx} y={0} isHidden {...{ drawnPx, heightPx }}>
      <Labels
        labels={labels}
        shown={isPanning ? undefined : labelsInSight(labels, panPx, plotPx)}
        selected={selected}
      />
      <FocusEcho picture={picture} focus={focus} />
    </Panned>
  )
}
