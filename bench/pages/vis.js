// vis-timeline with groups as lanes, not stacked, so that all marks are in sight as they are elsewhere.
import { DataSet, Timeline } from 'vis-timeline/standalone'
import 'vis-timeline/styles/vis-timeline-graph2d.min.css'
import { box, connect, drawn, load, size } from './page.js'

const data = await load()
const [start, end] = data.overview
const groups = new DataSet(data.lanes.map(({ name }, id) => ({ id, content: name })))
const items = new DataSet(
  data.marks.map(({ id, title, kind, start: from, end: to, lane }) => {
    const isBar = kind === 'month' || kind === 'range'
    return {
      id,
      group: lane,
      content: title,
      start: from,
      ...(isBar ? { end: to } : {}),
      type: isBar ? 'range' : 'point',
    }
  }),
)
let tells = 'shown'
const timeline = new Timeline(box(), items, groups, {
  start,
  end,
  stack: false,
  height: size.height,
  groupHeightMode: 'fixed',
  orientation: 'top',
  showCurrentTime: false,
  selectable: false,
  zoomKey: 'ctrlKey',
})
/** Its first drawings are invisible, while it looks for its size. */
function tell() {
  const isVisible = document.querySelector('.vis-timeline').style.visibility === 'visible'
  if (!tells || !isVisible || !document.querySelector('.vis-foreground .vis-item')) return
  drawn(tells)
  tells = undefined
}
timeline.on('changed', tell)
tell()
connect({
  hide(hides) {
    tells = 'hidden'
    groups.update(data.lanes.flatMap((lane, id) => (lane.hides ? [{ id, visible: !hides }] : [])))
  },
  show: (from, to) => timeline.setWindow(from, to, { animation: false }),
  window() {
    const { start: from, end: to } = timeline.getWindow()
    return [from.getTime(), to.getTime()]
  },
})
