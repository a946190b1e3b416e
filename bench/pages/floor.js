// The floor: one canvas, one loop over the marks, nothing kept, nothing to point at, read out or print.
import { AXIS_PX, box, COLOURS, connect, drawn, inSight, LANE_NAMES_PX, load, size } from './page.js'

const YEAR = 31_557_600_000
const TICKS = [YEAR, YEAR / 4, YEAR / 12, YEAR / 52, YEAR / 365]
const MARK_PX = 8
const LETTER_PX = 6

const canvas = document.createElement('canvas')
Object.assign(canvas, size)
box().append(canvas)
const pen = canvas.getContext('2d')
pen.font = '12px sans-serif'

const data = await load()
let [from, to] = data.overview
let sight = byLane(false)
let isDue = false
let tells = 'shown'

function byLane(hides) {
  const { lanes, marks } = inSight(data, hides)
  const rows = lanes.map(({ name }) => ({ name, marks: [] }))
  for (const mark of marks) rows[mark.lane].marks.push(mark)
  return rows
}

const plotPx = size.width - LANE_NAMES_PX
const toX = (at) => LANE_NAMES_PX + ((at - from) / (to - from)) * plotPx

function drawAxis() {
  const step = TICKS.findLast((one) => (one / (to - from)) * plotPx > 60) ?? TICKS[0]
  pen.fillStyle = '#666'
  for (let at = Math.ceil(from / step) * step; at < to; at += step) {
    pen.fillRect(toX(at), 0, 1, size.height)
    pen.fillText(new Date(at).toISOString().slice(0, 10), toX(at) + 3, 14)
  }
}

function drawLane({ name, marks }, top, heightPx) {
  const y = top + heightPx / 2
  let free = -Infinity
  marks.forEach((mark, place) => {
    const x = toX(mark.start)
    const width = Math.max(MARK_PX, toX(mark.end) - x)
    if (x + width < LANE_NAMES_PX || x > size.width) return
    pen.fillStyle = COLOURS[mark.kind]
    if (mark.kind === 'month' || mark.kind === 'range') pen.fillRect(x, y - 3, width, 6)
    else {
      pen.beginPath()
      pen.arc(x, y, MARK_PX / 2, 0, 7)
      pen.fill()
    }
    const label = x + MARK_PX
    const end = label + mark.title.length * LETTER_PX
    const next = marks[place + 1]
    if (label < free || (next && toX(next.start) - MARK_PX < end)) return
    free = end
    pen.fillStyle = '#111'
    pen.fillText(mark.title, label, y - 6)
  })
  pen.fillStyle = '#fff'
  pen.fillRect(0, top, LANE_NAMES_PX, heightPx)
  pen.fillStyle = '#111'
  pen.fillText(name, 8, y + 4)
}

function draw() {
  isDue = false
  pen.clearRect(0, 0, size.width, size.height)
  drawAxis()
  const heightPx = (size.height - AXIS_PX) / sight.length
  sight.forEach((lane, place) => drawLane(lane, AXIS_PX + place * heightPx, heightPx))
  if (tells) drawn(tells)
  tells = undefined
}

function redraw() {
  if (isDue) return
  isDue = true
  requestAnimationFrame(draw)
}

let heldX
canvas.addEventListener('pointerdown', ({ clientX, pointerId }) => {
  heldX = clientX
  canvas.setPointerCapture(pointerId)
})
canvas.addEventListener('pointerup', () => (heldX = undefined))
canvas.addEventListener('pointermove', ({ clientX }) => {
  if (heldX === undefined) return
  const by = ((heldX - clientX) / plotPx) * (to - from)
  heldX = clientX
  from += by
  to += by
  redraw()
})
canvas.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault()
    const about = from + ((event.offsetX - LANE_NAMES_PX) / plotPx) * (to - from)
    const factor = Math.exp(event.deltaY * 0.001)
    from = about + (from - about) * factor
    to = about + (to - about) * factor
    redraw()
  },
  { passive: false },
)

connect({
  hide(hides) {
    sight = byLane(hides)
    tells = 'hidden'
    redraw()
  },
  show(start, end) {
    from = start
    to = end
    redraw()
  },
  window: () => [from, to],
})
draw()
