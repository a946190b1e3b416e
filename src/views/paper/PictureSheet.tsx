import type { MeasuredEnd } from '#analysis/measured.ts'
import { StaticFrame, StaticPicture } from '#chart/StaticPicture.tsx'
import type { MeasureText } from '#layout/metrics.ts'
import { HEAD_PX, type PaperLayout, type PicturePage, type TilePage, TITLE_PX } from '#layout/paper.ts'
import { QUIET_LINE_PX, QUIET_TEXT_PX, quietWords } from '#layout/paper-quiet.ts'
import { PX_PER_MM, OVERLAP_MM } from '#layout/paper-sheets.ts'
import type { PaperPicture } from '#layout/paper-picture.ts'
import type { Case } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import { rangeWords, scalesWords, scaleWords } from './page-words.ts'

const NOT_DIM = () => false

/** The drawing of a page or of a whole wall. */
function Drawing({
  part,
  measure,
  measured,
  widthPx,
}: {
  readonly part: PaperPicture
  readonly measure: MeasureText
  readonly measured: readonly MeasuredEnd[]
  readonly widthPx: number
}) {
  return (
    <StaticPicture
      picture={part.picture}
      measure={measure}
      headPx={part.headPx}
      trayPx={part.trayPx}
      widthPx={widthPx}
      panPx={part.insetPx}
      hasMark={(id) => part.events.has(id)}
      isDim={NOT_DIM}
      labels={part.labels}
      numbers={part.numbers}
      chips={part.chips.map(({ mark, number, x, y }) => ({
        key: `${mark.event.id} ${mark.agencyId}`,
        family: part.picture.lanes.find(({ agency }) => agency.id === mark.agencyId)?.agency.family ?? '',
        type: mark.type,
        number,
        x,
        y,
      }))}
      isKeyed
      measured={measured}
    />
  )
}

interface PictureProps {
  readonly of: Case
  readonly layout: PaperLayout
  readonly page: PicturePage
  readonly headline: string
  readonly measure: MeasureText
  /** The ends of a measure that is on. */
  readonly measured: readonly MeasuredEnd[]
}

/** A page of time and lanes: its heading, its picture, and the lanes that have nothing here by name. */
export function PictureSheet({ of, layout, page, headline, measure, measured }: PictureProps) {
  const { sheet, metrics } = layout
  const { part, over, lanes, quiet } = page
  const { axisKind, scale, heightPx } = part.picture
  const range = rangeWords(axisKind, over, of.events.length)
  const isEmpty = part.events.size === 0
  return (
    <>
      {page.number === 1 && (
        <div className="sheet-title" style={{ height: TITLE_PX }}>
          <h1>{of.title}</h1>
          <p>{headline}</p>
        </div>
      )}
      <h2 className="sheet-head" style={{ height: HEAD_PX }}>
        <span>{range}</span>
        <span className="soft">
          {isEmpty
            ? part.picture.outlines.length > 0
              ? 'Only events known to others'
              : 'No event here'
            : formatCount(part.events.size, 'event')}{' '}
          · {scaleWords(axisKind, scale.pxPerMs)}
        </span>
      </h2>
      <StaticFrame
        label={`Timeline, ${range}: ${formatCount(part.events.size, 'event')} in ${formatCount(lanes.length, 'lane')}. The key lists each by its number.`}
        widthPx={sheet.contentWidthPx}
        heightPx={metrics.axisPx + heightPx}
      >
        <Drawing part={part} measure={measure} measured={measured} widthPx={sheet.contentWidthPx} />
      </StaticFrame>
      {quiet.length > 0 && (
        <p className="sheet-quiet" style={{ fontSize: QUIET_TEXT_PX, lineHeight: `${QUIET_LINE_PX}px` }}>
          {quietWords(quiet)}
        </p>
      )}
    </>
  )
}

interface TileProps {
  readonly of: Case
  readonly layout: PaperLayout
  readonly page: TilePage
  readonly wallPx: number
  readonly measure: MeasureText
  readonly measured: readonly MeasuredEnd[]
}

/** A sheet of a wall print: its part of the large picture, with lane codes and dates in its margins. */
export function TileSheet({ of, layout, page, wallPx, measure, measured }: TileProps) {
  const { sheet } = layout
  const { tile, over, scales, part } = page
  const range = rangeWords(part.picture.axisKind, over, of.events.length)
  const where = `Sheet ${tile.column + 1} across, ${tile.row + 1} down`
  const Heading = page.number === 1 ? 'h1' : 'h2'
  return (
    <>
      <Heading className="tile-head" style={{ left: sheet.margin.left, right: sheet.margin.right }}>
        <span>
          {of.title}: {range}
        </span>
        <span className="soft">
          {scalesWords(part.picture.axisKind, scales)}. {where}. Cut at the corner marks; sheets overlap by {OVERLAP_MM}{' '}
          mm, up to the small ticks.
        </span>
      </Heading>
      <StaticFrame
        label={`${where} of the timeline, ${range}. The key lists each event by its number.`}
        widthPx={tile.widthPx}
        heightPx={tile.heightPx}
        viewBox={`${tile.x} ${tile.y} ${tile.widthPx} ${tile.heightPx}`}
      >
        <Drawing part={part} measure={measure} measured={measured} widthPx={wallPx} />
      </StaticFrame>
    </>
  )
}

/** Marks at the corners to cut along, ticks where the neighbour's edge comes to lie, and what the margins repeat. */
export function TileMarks({ layout, page }: Pick<TileProps, 'layout' | 'page'>) {
  const { sheet } = layout
  const { tile, margins } = page
  const { margin } = sheet
  const [left, top] = [margin.left, margin.top]
  const [right, bottom] = [left + tile.widthPx, top + tile.heightPx]
  const gap = 1.2 * PX_PER_MM
  const long = 4 * PX_PER_MM
  const corner = (x: number, y: number, dx: number, dy: number) =>
    `M${x + dx * gap} ${y}h${dx * long}M${x} ${y + dy * gap}v${dy * long}`
  const corners =
    corner(left, top, -1, -1) + corner(right, top, 1, -1) + corner(left, bottom, -1, 1) + corner(right, bottom, 1, 1)
  const overX = left + tile.overlapLeftPx
  const overY = top + tile.overlapTopPx
  const ticks =
    (tile.overlapLeftPx > 0 ? `M${overX} ${top - gap}v${-gap}M${overX} ${bottom + gap}v${gap}` : '') +
    (tile.overlapTopPx > 0 ? `M${left - gap} ${overY}h${-gap}M${right + gap} ${overY}h${gap}` : '')
  return (
    <svg className="tile-marks chart static" width={sheet.widthPx} height={sheet.heightPx} aria-hidden="true">
      <path className="cut-mark" d={corners + ticks} />
      {margins.lanes.map(({ code, y }) => (
        <text key={code} className="margin-word" x={left - 5} y={top + y + 3} textAnchor="end">
          {code}
        </text>
      ))}
      {margins.ticks.map(({ text, x }) => (
        <text key={`${text} ${x}`} className="margin-word" x={left + x + 5} y={top - 5}>
          {text}
        </text>
      ))}
    </svg>
  )
}
