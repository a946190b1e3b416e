// A custom series over a category axis of lanes, with an inside data zoom: the swimlane of ECharts' own gallery.
import { CustomChart } from 'echarts/charts'
import { DataZoomComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { AXIS_PX, box, COLOURS, connect, drawn, inSight, LANE_NAMES_PX, load } from './page.js'

use([CustomChart, GridComponent, DataZoomComponent, CanvasRenderer])

const data = await load()
const chart = init(box())
let tells = 'shown'

function renderItem(_, api) {
  const [x, y] = api.coord([api.value(1), api.value(0)])
  const [end] = api.coord([api.value(2), api.value(0)])
  const kind = KINDS[api.value(3)]
  const isBar = kind === 'month' || kind === 'range'
  const style = { fill: COLOURS[kind] }
  return {
    type: 'group',
    children: [
      isBar
        ? { type: 'rect', shape: { x, y: y - 3, width: Math.max(2, end - x), height: 6 }, style }
        : { type: 'circle', shape: { cx: x, cy: y, r: 4 }, style },
      { type: 'text', x: x + 7, y: y - 16, style: { text: titles[api.value(4)], fill: '#111' } },
    ],
  }
}

const KINDS = Object.keys(COLOURS)
let titles = []

function part(hides) {
  const { lanes, marks } = inSight(data, hides)
  titles = marks.map(({ title }) => title)
  return {
    yAxis: { type: 'category', inverse: true, data: lanes.map(({ name }) => name) },
    series: [
      {
        type: 'custom',
        renderItem,
        clip: true,
        encode: { x: [1, 2], y: 0 },
        // All marks in every frame, as everybody else draws them, not some now and some later.
        progressive: 0,
        data: marks.map(({ lane, start, end, kind }, place) => [lane, start, end, KINDS.indexOf(kind), place]),
      },
    ],
  }
}

chart.on('rendered', () => {
  if (tells) drawn(tells)
  tells = undefined
})
const [startValue, endValue] = data.overview
chart.setOption({
  animation: false,
  useUTC: true,
  grid: { left: LANE_NAMES_PX, right: 0, top: AXIS_PX, bottom: 0 },
  xAxis: {
    type: 'time',
    position: 'top',
    min: ({ min }) => Math.min(min, startValue),
    max: ({ max }) => Math.max(max, endValue),
  },
  // Its own throttle would let several moves share a frame.
  dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', filterMode: 'weakFilter', throttle: 0, startValue, endValue }],
  ...part(false),
})
connect({
  hide(hides) {
    tells = 'hidden'
    chart.setOption(part(hides))
  },
  show: (from, to) => chart.dispatchAction({ type: 'dataZoom', startValue: from, endValue: to }),
  window() {
    const [{ startValue: from, endValue: to }] = chart.getOption().dataZoom
    return [from, to]
  },
})
