// A swimlane as d3's own examples draw one: every mark an SVG element, every mark placed again when the scale changes.
import { axisTop, scaleUtc, select, zoom, zoomIdentity } from 'd3'
import { AXIS_PX, box, COLOURS, connect, drawn, inSight, LANE_NAMES_PX, load, size } from './page.js'

const data = await load()
const plotPx = size.width - LANE_NAMES_PX
const base = scaleUtc(data.overview, [LANE_NAMES_PX, size.width])
let scale = base

const svg = select(box()).append('svg').attr('width', size.width).attr('height', size.height)
svg
  .append('clipPath')
  .attr('id', 'plot')
  .append('rect')
  .attr('x', LANE_NAMES_PX)
  .attr('width', plotPx)
  .attr('height', size.height)
const axis = svg.append('g').attr('transform', `translate(0,${AXIS_PX})`)
const heads = svg.append('g')
const plot = svg.append('g').attr('clip-path', 'url(#plot)')

const isBar = ({ kind }) => kind === 'month' || kind === 'range'
const lanePx = () => (size.height - AXIS_PX) / heads.selectAll('text').size()
let points
let bars
let labels

function place() {
  axis.call(axisTop(scale))
  points.attr('cx', ({ start }) => scale(start))
  bars.attr('x', ({ start }) => scale(start)).attr('width', ({ start, end }) => Math.max(2, scale(end) - scale(start)))
  labels.attr('x', ({ start }) => scale(start) + 7)
}

function draw(hides) {
  const { lanes, marks } = inSight(data, hides)
  heads
    .selectAll('text')
    .data(lanes, ({ id }) => id)
    .join('text')
    .attr('x', 8)
  const heightPx = lanePx()
  const y = ({ lane }) => AXIS_PX + (lane + 0.5) * heightPx
  heads
    .selectAll('text')
    .attr('y', (_, lane) => y({ lane }) + 4)
    .text(({ name }) => name)
  const join = (tag, some) =>
    plot
      .selectAll(tag)
      .data(some, ({ id }) => id)
      .join(tag)
  points = join(
    'circle',
    marks.filter((mark) => !isBar(mark)),
  )
    .attr('r', 4)
    .attr('cy', y)
    .attr('fill', ({ kind }) => COLOURS[kind])
  bars = join('rect', marks.filter(isBar))
    .attr('height', 6)
    .attr('y', (mark) => y(mark) - 3)
    .attr('fill', ({ kind }) => COLOURS[kind])
  labels = join('text', marks)
    .attr('y', (mark) => y(mark) - 6)
    .text(({ title }) => title)
  place()
}

const zoomer = zoom()
  .scaleExtent([0.2, 2000])
  .wheelDelta(({ deltaY }) => (-deltaY * 0.001) / Math.LN2)
  .filter(({ button }) => !button)
  .on('zoom', ({ transform }) => {
    scale = transform.rescaleX(base)
    place()
  })
draw(false)
svg.call(zoomer)
connect({
  hide(hides) {
    draw(hides)
    drawn('hidden')
  },
  show(from, to) {
    const [start, end] = base.domain().map(Number)
    const k = (end - start) / (to - from)
    svg.call(zoomer.transform, zoomIdentity.translate(LANE_NAMES_PX - k * base(from), 0).scale(k))
  },
  window: () => scale.domain().map(Number),
})
drawn('shown')
