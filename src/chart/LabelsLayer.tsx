import { memo } from 'react'
import { formsOf, labelWithin, type PlacedLabel } from '#layout/labels.ts'
import type { Picture } from '#layout/place.ts'
import type { Focus } from '#layout/walk.ts'
import { LabelText } from './LabelText.tsx'
import { MarkSymbol, ringRadius } from './MarkShape.tsx'
import { Panned } from './Panned.tsx'

interface LabelsProps {
  readonly labels: readonly PlacedLabel[]
  /** Which labels lie wholly in sight, and cut to what, in one text; undefined while that changes with every frame. */
  readonly shown: string | undefined
  readonly selected: string | undefined
}

/** Between a label's key and its words; no key has either. */
const [NEXT, AS] = ['|', '=']

const Labels = memo(function Labels({ labels, shown, selected }: LabelsProps) {
  // Half a word at the edge reads as a fault, but not in passing.
  const forms = shown === undefined ? undefined : new Set(shown.split(NEXT))
  return labels.flatMap((label) => {
    const form = forms ? formsOf(label).find((one) => forms.has(nameOf(one))) : label
    return form ? <LabelText key={label.key} label={form} isSelected={selected === label.key} /> : []
  })
})

const nameOf = ({ key, text }: PlacedLabel) => `${key}${AS}${text.length}`

function labelsInSight(labels: readonly PlacedLabel[], panPx: number, plotPx: number): string {
  return labels
    .flatMap((label) => {
      const within = labelWithin(label, panPx, panPx + plotPx)
      return within ? nameOf(within) : []
    })
    .join(NEXT)
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
