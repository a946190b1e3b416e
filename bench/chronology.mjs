// Chronologies of any size, the same for the same count and seed.

/**
 * @typedef {{ id: string, title: string, kind: 'point' | 'month' | 'range' | 'meeting', date: string, start: number, end: number, lanes: string[] }} BenchEvent
 * @typedef {{ id: string, name: string, code: string, family: string, service: string }} Lane
 * @typedef {[from: number, to: number]} Window
 * @typedef {{ lanes: Lane[], events: BenchEvent[], overview: Window, quarter: Window }} Chronology
 */

const DAY = 86_400_000
const START = Date.UTC(2010, 0, 1)
const END = Date.UTC(2014, 0, 1)
const DAYS = (END - START) / DAY
const BURSTS = 12
const BURST_DAYS = 14
const SHARE = { day: 0.7, open: 0.2, burst: 0.4 }
/** Room to pan in the overview: one event stands this long before the four years and one as long after them. */
const BACKGROUND_DAYS = 730
/** What the app leaves empty beside a review period, so that everybody shows the same window. */
const MARGIN = { before: 0.02, after: 0.06 }

// Half of the lanes are one family, so that one press hides half of the lanes.
/** @type {Lane[]} */
const LANES = [
  ['home', 'Mother and children', 'FAM', 'child-and-family', 'family'],
  ['social-care', 'Children’s social care', 'CSC', 'childrens-social-care', 'social-care'],
  ['gp', 'GP practice', 'GP', 'health', 'gp'],
  ['midwifery', 'Midwifery', 'MW', 'health', 'midwifery'],
  ['health-visiting', 'Health visiting', 'HV', 'health', 'health-visiting'],
  ['hospital', 'Hospital', 'HOSP', 'health', 'hospital'],
  ['mental-health', 'Adult mental health', 'AMH', 'health', 'adult-mental-health'],
  ['school-nursing', 'School nursing', 'SN', 'health', 'school-nursing'],
  ['police', 'Police', 'POL', 'police-and-justice', 'police'],
  ['probation', 'Probation', 'PROB', 'police-and-justice', 'probation'],
  ['school', 'Primary school', 'SCH', 'education-and-early-years', 'school'],
  ['housing', 'Housing', 'HOUS', 'community-and-housing', 'housing'],
].map(([id = '', name = '', code = '', family = '', service = '']) => ({ id, name, code, family, service }))

/** The family that is hidden to hide half of the lanes. */
export const HIDDEN_FAMILY = { id: 'health', name: 'Health' }

const WORDS = ['Home visit', 'Call', 'Letter', 'Clinic', 'Referral', 'Check', 'Report', 'Seen', 'Concern', 'No reply']
const TYPES = ['contact', 'information', 'assessment', 'care', 'concern', 'referral', 'decision', 'missed-contact']

/** Mulberry32: small, and the same on every machine. @param {number} seed */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** @param {number} at */
const dayText = (at) => new Date(at).toISOString().slice(0, 10)

/** @param {() => number} random */
function partsOf(random) {
  const below = (/** @type {number} */ most) => Math.floor(random() * most)
  const bursts = Array.from({ length: BURSTS }, () => below(DAYS - BURST_DAYS))
  const day = () =>
    START + (random() < SHARE.burst ? (bursts[below(BURSTS)] ?? 0) + below(BURST_DAYS) : below(DAYS)) * DAY
  /** @param {number} count */
  const lanes = (count) => {
    const left = LANES.map(({ id }) => id)
    return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0] ?? '')
  }
  return { below, day, lanes }
}

/** @param {() => number} random @returns {(place: number) => Omit<BenchEvent, 'id' | 'title'>} */
function eventsOf(random) {
  const { below, day, lanes } = partsOf(random)
  return () => {
    const kind = random()
    const start = day()
    if (kind < SHARE.day) return { kind: 'point', date: dayText(start), start, end: start + DAY, lanes: lanes(1) }
    if (kind >= SHARE.day + SHARE.open)
      return { kind: 'meeting', date: dayText(start), start, end: start + DAY, lanes: lanes(2 + below(4)) }
    if (random() < 0.5) {
      const date = new Date(start)
      const from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
      const to = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
      return { kind: 'month', date: dayText(from).slice(0, 7), start: from, end: to, lanes: lanes(1) }
    }
    const end = Math.min(start + (3 + below(58)) * DAY, END)
    const until = dayText(end - DAY)
    return { kind: 'range', date: `${dayText(start)}/${until}`, start, end, lanes: lanes(1) }
  }
}

/**
 * 70 % points at day precision, 20 % months or ranges of 3 to 60 days, 10 % meetings across 2 to 5 lanes; 40 % of the
 * dates in bursts of two weeks; 12 lanes, 4 years.
 * @param {number} count
 * @param {number} seed
 * @returns {Chronology}
 */
export function generate(count, seed) {
  const random = randomFrom(seed)
  const next = eventsOf(random)
  const outside = [START - BACKGROUND_DAYS * DAY, END + BACKGROUND_DAYS * DAY].map((start) => ({
    kind: /** @type {const} */ ('point'),
    date: dayText(start),
    start,
    end: start + DAY,
    lanes: ['home'],
  }))
  const events = [...outside, ...Array.from({ length: count - outside.length }, (_, place) => next(place))]
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((event, place) => ({ id: `e${place}`, title: `${WORDS[place % WORDS.length]} ${place + 1}`, ...event }))
  const length = END - START
  return {
    lanes: LANES,
    events,
    overview: [START - length * MARGIN.before, END + length * MARGIN.after],
    quarter: [Date.UTC(2012, 1, 1), Date.UTC(2012, 4, 1)],
  }
}

/** The chronology as a case file, format 1. @param {Chronology} of @param {string} id */
export function toCaseFile({ lanes, events }, id) {
  const source = ['1']
  return {
    format: 1,
    id,
    version: 1,
    title: `${events.length} events`,
    summary: 'A generated chronology for measuring speed.',
    outcome: 'None.',
    contentNote: [],
    subject: 'child',
    review: {
      kind: 'serious-case-review',
      title: 'Generated',
      publisher: 'Generated',
      authors: [],
      published: null,
      period: `${dayText(START)}/${dayText(END - DAY)}`,
      nation: 'England',
      area: 'Nowhere',
    },
    sections: [{ ref: '1', carries: 'narrative' }],
    people: [{ id: 'child', name: 'Child', relation: 'the child' }],
    agencies: lanes.map((lane) => ({ ...lane, involved: [] })),
    periods: [],
    events: events.map(({ id: event, title, kind, date, lanes: at }, place) => ({
      id: event,
      date,
      type: kind === 'meeting' ? 'meeting' : (TYPES[place % TYPES.length] ?? 'contact'),
      title,
      agencies: at.map((agency, first) => ({ id: agency, role: first === 0 ? 'lead' : 'attended' })),
      source,
    })),
    facts: [],
    findings: [],
    episodes: [],
    themes: [],
    recommendations: [],
    discrepancies: [],
    silent: [],
    glossary: [],
  }
}

/** What the peers get: the same marks with their dates already read. @param {Chronology} of */
export function toPeerData({ lanes, events, overview }) {
  const laneAt = new Map(lanes.map(({ id }, place) => [id, place]))
  return {
    lanes: lanes.map(({ id, name, family }) => ({ id, name, hides: family === HIDDEN_FAMILY.id })),
    overview,
    marks: events.flatMap(({ id, title, kind, start, end, lanes: at }) =>
      at.map((lane) => ({ id: `${id} ${lane}`, title, kind, start, end, lane: laneAt.get(lane) ?? 0 })),
    ),
  }
}
