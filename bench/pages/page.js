// What every peer's page has in common: the data, the box, the button, and what it tells the bench.

const params = new URLSearchParams(location.search)

export const LANE_NAMES_PX = 160
export const AXIS_PX = 40
export const COLOURS = { point: '#1f5fa8', month: '#b9770e', range: '#2e7d4f', meeting: '#8a3ffc' }

/** The same box as the app's own chart. */
export function box() {
  const chart = document.querySelector('#chart')
  chart.style.width = `${params.get('w')}px`
  chart.style.height = `${params.get('h')}px`
  return chart
}

export const size = { width: Number(params.get('w')), height: Number(params.get('h')) }

export async function load() {
  const response = await fetch(params.get('data'))
  return response.json()
}

/** Lanes in sight and their marks, with the lane's place among those in sight. */
export function inSight({ lanes, marks }, hides) {
  const shown = lanes.filter((lane) => !(hides && lane.hides))
  const place = new Map(shown.map((lane, at) => [lanes.indexOf(lane), at]))
  return {
    lanes: shown,
    marks: marks.filter(({ lane }) => place.has(lane)).map((mark) => ({ ...mark, lane: place.get(mark.lane) })),
  }
}

/**
 * Tells the bench how to drive the page. `hide` draws half of the lanes or all of them, `show` another window,
 * `window` says which one is in sight.
 */
export function connect({ hide, show, window: read }) {
  let hides = false
  globalThis.bench = { show, window: read }
  document.querySelector('#half').addEventListener('click', () => {
    hides = !hides
    hide(hides)
  })
}

/** To be called where the drawing has just been handed to the browser: the next frame shows it. */
export function drawn(what) {
  performance.mark(`bench ${what}`)
}
