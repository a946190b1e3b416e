// What a trace of the browser says about work and frames.

/**
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: { frameId?: number, data?: { frameId?: number } } }} Entry
 * @typedef {{ main: number, raster: number, wall: number }} Work processor milliseconds of the main thread and of raster, and the main thread's time by the clock
 */

/** The fewest categories that hold what is read below: tracing costs too. */
export const CATEGORIES = [
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
]

const MARK = 'bench '

/** Raster of tiles, with the decoding of their pictures; on threads of their own. */
const RASTER = new Set(['RasterTask', 'ImageDecodeTask'])

/** The marked page's own part of a trace. @param {Buffer} trace */
export function readTrace(trace) {
  /** @type {Entry[]} */
  const all = JSON.parse(trace.toString('utf8')).traceEvents
  const marks = all.filter(({ name }) => name.startsWith(MARK)).sort((a, b) => a.ts - b.ts)
  const [first] = marks
  if (!first) throw new Error('The page told the trace nothing.')
  const own = all.filter(({ pid }) => pid === first.pid)
  const named = (/** @type {string} */ name) => own.filter((one) => one.name === name).sort((a, b) => a.ts - b.ts)
  return {
    marks,
    // A task that runs inside another (a nested loop) is part of that one already.
    tasks: outermost(named('RunTask').filter(({ tid, ph }) => tid === first.tid && ph === 'X')),
    raster: own.filter(({ name, ph }) => RASTER.has(name) && ph === 'X').sort((a, b) => a.ts - b.ts),
    frames: named('BeginMainThreadFrame').filter(({ tid }) => tid === first.tid),
    commits: named('Commit').filter(({ tid, ph }) => tid === first.tid && ph === 'X'),
    activations: named('ActivateLayerTree'),
    draws: named('DrawFrame'),
  }
}

/** @typedef {ReturnType<typeof readTrace>} Trace */

/** @param {Entry[]} tasks */
function outermost(tasks) {
  let end = -Infinity
  return tasks.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false
    end = ts + dur
    return true
  })
}

/** @param {readonly Entry[]} entries @param {number} from @param {number} to */
const startedIn = (entries, from, to) => entries.filter(({ ts }) => ts >= from && ts < to)

/** @param {readonly Entry[]} entries */
const processorMs = (entries) => entries.reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000

/** Work begun in a stretch of the trace. @param {Trace} trace @param {number} from @param {number} to @returns {Work} */
function workIn({ tasks, raster }, from, to) {
  const main = startedIn(tasks, from, to)
  return {
    main: processorMs(main),
    raster: processorMs(startedIn(raster, from, to)),
    wall: main.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000,
  }
}

/** Where the task begins in which something was marked. @param {Trace} trace @param {Entry} mark */
function beginOf({ tasks }, { ts }) {
  return tasks.findLast((task) => task.ts <= ts)?.ts ?? ts
}

/**
 * Work per input: everything from the task that takes one input to the task that takes the next, whichever frame it
 * falls in, so that nobody gains by putting work off.
 * @param {Trace} trace
 * @param {string} kind
 * @returns {Work[]}
 */
export function workPerInput(trace, kind) {
  const starts = trace.marks.filter(({ name }) => name === MARK + kind).map((mark) => beginOf(trace, mark))
  return starts.map((from, place) => workIn(trace, from, starts[place + 1] ?? Infinity))
}

/**
 * The moment a mark is on the screen: the main thread's frame that commits after it, the activation of that frame's
 * tree, which waits for the raster of what is in sight, and the drawing that follows.
 * @param {Trace} trace
 * @param {Entry} mark
 */
function seenAt({ frames, commits, activations, draws }, mark) {
  const commit = commits.find(({ ts }) => ts > mark.ts)
  const frame = commit && frames.findLast(({ ts }) => ts <= commit.ts)
  const id = frame?.args?.data?.frameId
  const active = id === undefined ? undefined : activations.find(({ args }) => (args?.frameId ?? -1) >= id)
  return active && draws.find(({ ts }) => ts >= active.ts)?.ts
}

/** @param {Trace} trace @param {string} what */
const markOf = ({ marks }, what) => marks.find(({ name }) => name === MARK + what)

/**
 * From the end of the data's download to the frame with marks. `at` gives both moments by the page's own clock.
 * @param {Trace} trace
 * @param {{ data: number, shown: number }} at
 */
export function paintOf(trace, at) {
  const shown = markOf(trace, 'shown')
  const seen = shown && seenAt(trace, shown)
  if (!shown || seen === undefined) throw new Error('The trace has no frame with marks.')
  const data = shown.ts - (at.shown - at.data) * 1000
  return { elapsed: (seen - data) / 1000, ...workIn(trace, data, seen) }
}

/** From the press to the frame without the hidden lanes. @param {Trace} trace */
export function filterOf(trace) {
  const click = markOf(trace, 'click')
  const hidden = markOf(trace, 'hidden')
  const seen = hidden && seenAt(trace, hidden)
  if (!click || seen === undefined) throw new Error('The trace has no frame after the filter.')
  return { elapsed: (seen - click.ts) / 1000, ...workIn(trace, beginOf(trace, click), seen) }
}
