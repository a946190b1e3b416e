import type { FindingMark } from './findings.ts'
import type { LabelWish } from './labels.ts'
import type { Box, Metrics } from './metrics.ts'
import { boxOfOutline } from './outlines.ts'
import type { GroundName, Keyed } from './paper-words.ts'
import type { Picture } from './place.ts'
import { boxOfMark } from './wishes.ts'

function anchorOfFinding(mark: FindingMark, metrics: Metrics): Box {
  const half = metrics.glyphPx / 2
  switch (mark.form) {
    case 'missed':
      return { x0: mark.x - half, x1: mark.x + half, y0: mark.y - half, y1: mark.y + half }
    case 'sign':
      return { x0: mark.x - half * 0.7, x1: mark.x + half * 0.7, y0: mark.y - half * 0.6, y1: mark.y + half * 0.6 }
    case 'band':
      return { x0: Math.max(0, mark.x), x1: mark.x1, y0: mark.y, y1: mark.y1 }
    case 'strip':
      return { x0: Math.max(0, mark.x), x1: mark.x1, y0: mark.y, y1: mark.y + mark.heightPx }
    default:
      return mark satisfies never
  }
}

const isSame = (a: Box, b: Box) => a.x0 === b.x0 && a.y0 === b.y0

interface KeyedInput {
  readonly metrics: Metrics
  readonly numberOf: (key: string) => string
  /** Events whose marks stand on the page. */
  readonly events: ReadonlySet<string>
}

/** Everything on the page that the key lists: marks, spines as one each, findings. */
export function findKeyed(
  { metrics, numberOf, events }: KeyedInput,
  picture: Picture,
  wishes: readonly LabelWish[],
): readonly Keyed[] {
  const wishOf = new Map(wishes.map((wish) => [wish.key, wish]))
  const keyed: Keyed[] = []
  for (const spine of picture.spines) {
    const { id } = spine.meeting.event
    const wish = wishOf.get(id)
    const lane = picture.lanes.find(({ agency }) => agency.id === spine.agencyId)
    if (wish && lane)
      keyed.push({
        key: id,
        number: numberOf(id),
        anchor: wish.anchor,
        isBroad: false,
        top: lane.y,
        bottom: lane.y + lane.heightPx,
        wish,
      })
  }
  const onSpine = new Set(picture.spines.map(({ meeting }) => meeting.event.id))
  for (const lane of picture.lanes)
    for (const mark of lane.marks) {
      const { id } = mark.event
      if (!events.has(id) || onSpine.has(id)) continue
      const anchor = boxOfMark(mark, metrics)
      const wish = wishOf.get(id)
      const isVoice = wish !== undefined && isSame(wish.anchor, anchor)
      keyed.push({
        key: isVoice ? id : `${id} ${lane.agency.id}`,
        number: numberOf(id),
        anchor,
        isBroad: false,
        top: lane.y,
        bottom: lane.y + lane.heightPx,
        wish: isVoice ? wish : undefined,
      })
    }
  for (const mark of picture.findings) {
    const anchor = anchorOfFinding(mark, metrics)
    const wish = wishOf.get(`finding:${mark.finding.id}`)
    keyed.push({
      key: `finding:${mark.finding.id}`,
      number: numberOf(`finding:${mark.finding.id}`),
      anchor,
      isBroad: mark.form === 'strip' || mark.form === 'band',
      top: anchor.y0 - metrics.rowPx,
      bottom: anchor.y1 + metrics.rowPx,
      wish,
    })
  }
  return keyed
}

/** What is drawn on the page: `marks` must stay clear, a number may stand on what is `soft`. */
export function obstaclesOn(
  picture: Picture,
  metrics: Metrics,
): { readonly marks: readonly Box[]; readonly soft: readonly Box[] } {
  const marks: Box[] = []
  const soft: Box[] = []
  for (const lane of picture.lanes)
    for (const mark of lane.marks) {
      marks.push(boxOfMark(mark, metrics))
      if (mark.form !== 'point') soft.push({ x0: mark.barX0, x1: mark.barX1, y0: mark.y - 3.5, y1: mark.y + 3.5 })
    }
  for (const { isFamilyHead, index, y } of picture.lanes)
    if (isFamilyHead && index > 0) marks.push({ x0: -1e6, x1: 1e6, y0: y - 0.5, y1: y + 0.5 })
  for (const outline of picture.outlines) if (outline.count > 0) marks.push(boxOfOutline(outline, metrics))
  for (const { x, segments } of picture.spines)
    for (const { y0, y1 } of segments) marks.push({ x0: x - 3, x1: x + 3, y0, y1 })
  for (const mark of picture.findings) {
    const box = anchorOfFinding(mark, metrics)
    if (mark.form === 'band' || mark.form === 'strip') soft.push(box)
    else marks.push(box)
    if (mark.form !== 'missed') continue
    const ys = [...mark.ghostYs, mark.crossY]
    const half = metrics.glyphPx / 2
    soft.push({ x0: mark.x - 2, x1: mark.x + 2, y0: Math.min(...ys), y1: Math.max(...ys) })
    for (const y of ys) marks.push({ x0: mark.x - half, x1: mark.x + half, y0: y - half, y1: y + half })
  }
  for (const bar of picture.periods)
    if (bar.place === 'child') marks.push({ x0: bar.x0, x1: bar.x1, y0: bar.y, y1: bar.y + bar.heightPx })
  const { sightings } = picture
  if (sightings) marks.push({ x0: -1e6, x1: 1e6, y0: sightings.y, y1: sightings.y + sightings.heightPx })
  return { marks, soft }
}

/** Names of what lies behind single lanes; what lies behind all of them is named on the axis. */
export function groundNames(picture: Picture): readonly GroundName[] {
  return picture.periods.flatMap(({ place, period, x0, x1, y, heightPx }) =>
    place === 'lane'
      ? [{ key: `period:${period.id} ${y}`, text: period.title, box: { x0, x1, y0: y, y1: y + heightPx } }]
      : [],
  )
}
