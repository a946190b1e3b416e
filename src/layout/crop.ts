import { axisWordsWithin } from './axis-words.ts'
import type { FindingMark } from './findings.ts'
import { labelWithin } from './labels.ts'
import type { MeasureText } from './metrics.ts'
import { cutPeriod } from './periods.ts'
import type { Picture } from './place.ts'

function reaches(mark: FindingMark, x0: number, x1: number): boolean {
  switch (mark.form) {
    case 'missed':
    case 'sign':
      return mark.x >= x0 && mark.x <= x1
    case 'band':
    case 'strip':
      return mark.x1 >= x0 && mark.x <= x1
    default:
      return mark satisfies never
  }
}

/**
 * The part of a picture between two places along it: a file then holds what was in sight and nothing of what came
 * before or after. What reaches in from outside stays; words stay only where they lie wholly inside.
 */
export function cropPicture(picture: Picture, x0: number, x1: number, measure: MeasureText): Picture {
  const isIn = ({ x }: { readonly x: number }) => x >= x0 && x <= x1
  const marginPx = picture.metrics.glyphPx
  const { sightings } = picture
  const words = axisWordsWithin(picture, x0, x1, measure)
  return {
    ...picture,
    ticks: words.ticks.filter(isIn),
    child: { ...picture.child, ticks: words.child },
    captions: words.captions.filter(isIn),
    guides: words.guides.filter(isIn),
    lanes: picture.lanes.map((lane) => ({
      ...lane,
      marks: lane.marks.filter(
        ({ x, barX0, barX1 }) => Math.max(x + marginPx, barX1) >= x0 && Math.min(x - marginPx, barX0) <= x1,
      ),
      crowds: lane.crowds.filter((crowd) => crowd.x1 >= x0 && crowd.x0 <= x1),
    })),
    outlines: picture.outlines.filter(({ x, x0: from, x1: to }) => Math.max(x, to) >= x0 && Math.min(x, from) <= x1),
    spines: picture.spines.filter(isIn),
    findings: picture.findings.filter((mark) => reaches(mark, x0, x1)),
    periods: picture.periods.flatMap((bar) => (bar.x1 >= x0 && bar.x0 <= x1 ? [cutPeriod(bar, x0, x1, measure)] : [])),
    sightings: sightings && { ...sightings, ticks: sightings.ticks.filter(isIn) },
    labels: picture.labels.flatMap((label) => labelWithin(label, x0, x1) ?? []),
  }
}
