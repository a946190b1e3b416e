import { follow } from '#analysis/follow.ts'
import { type Focus, type Step, walk } from '#layout/walk.ts'
import type { ActIn } from '#views/keys.ts'
import type { Timeline } from './useTimeline.ts'

/** Where a key leads; without a focus it leads nowhere, and the words say so. */
export interface KeyWalk {
  readonly focus?: Focus | undefined
  readonly news?: string
}

const STEPS: ReadonlySet<string> = new Set<Step>([
  'next',
  'previous',
  'up',
  'down',
  'first-in-lane',
  'last-in-lane',
  'first',
  'last',
])

function isStep(act: string): act is Step {
  return STEPS.has(act)
}

/** The next finding after the one in focus, in the order of their drawing from left to right; wraps round. */
function nextFinding({ picture, view }: Timeline, focus: Focus | undefined, by: 1 | -1): KeyWalk {
  const marks = (picture?.findings ?? [])
    .filter(({ finding }) => view.findings.has(finding.id))
    .toSorted((a, b) => a.x - b.x || a.y - b.y)
  const at = focus?.kind === 'finding' ? marks.findIndex(({ finding }) => finding.id === focus.findingId) : -1
  const next = marks[(at === -1 ? (by === 1 ? 0 : marks.length - 1) : at + by + marks.length) % marks.length]
  return next ? { focus: { kind: 'finding', findingId: next.finding.id } } : { news: 'No finding is shown.' }
}

/** The same meeting in the next lane that takes part in it, wrapping round. */
function alongMeeting({ picture }: Timeline, focus: Focus | undefined): KeyWalk {
  const lanes =
    focus?.kind === 'event'
      ? (picture?.lanes ?? []).filter((lane) => lane.marks.some(({ event }) => event.id === focus.eventId))
      : []
  if (focus?.kind !== 'event' || lanes.length < 2) return { news: 'This event is in no other lane.' }
  const at = lanes.findIndex(({ agency }) => agency.id === focus.agencyId)
  const next = lanes[(at + 1) % lanes.length]
  return next ? { focus: { ...focus, agencyId: next.agency.id } } : {}
}

/** To the ends of a finding: what it rests on last, or first. */
function endOfFinding({ shown, lanes }: Timeline, findingId: string, by: 1 | -1): KeyWalk {
  const ids = shown.findingById.get(findingId)?.events ?? []
  const places = ids.flatMap((id) => {
    const event = shown.eventById.get(id)
    const lane = event?.agencies.find((agency) => lanes.some((one) => one.id === agency.id))
    return event && lane ? [{ event, agencyId: lane.id }] : []
  })
  const sorted = places.toSorted((a, b) => a.event.order - b.event.order)
  const end = by === 1 ? sorted.at(-1) : sorted[0]
  return end
    ? {
        focus: { kind: 'event', agencyId: end.agencyId, eventId: end.event.id },
        news: by === 1 ? 'The last event this finding rests on.' : 'The first event this finding rests on.',
      }
    : { news: 'This finding rests on no event in sight.' }
}

/** Along a referral or a handover, on or back. */
function alongHandover(timeline: Timeline, focus: Focus | undefined, by: 1 | -1): KeyWalk {
  if (!focus) return {}
  if (focus.kind === 'finding') return endOfFinding(timeline, focus.findingId, by)
  const next = follow(timeline.shown, focus, by, new Set(timeline.lanes.map(({ id }) => id)))
  if (!next) return { news: by === 1 ? 'Nothing that follows from this is told.' : 'Nothing that led to this is told.' }
  return { focus: { kind: 'event', ...next.place }, news: `${next.relation}.` }
}

type Walk = (timeline: Timeline, focus: Focus | undefined) => KeyWalk

const WALKS: Readonly<Partial<Record<ActIn<'chart'>, Walk>>> = {
  'next-finding': (timeline, focus) => nextFinding(timeline, focus, 1),
  'previous-finding': (timeline, focus) => nextFinding(timeline, focus, -1),
  'along-meeting': alongMeeting,
  follow: (timeline, focus) => alongHandover(timeline, focus, 1),
  'follow-back': (timeline, focus) => alongHandover(timeline, focus, -1),
}

/** Where an act leads from what has the focus; undefined when it is not about going anywhere. */
export function walkByKey(timeline: Timeline, focus: Focus | undefined, act: ActIn<'chart'>): KeyWalk | undefined {
  if (isStep(act)) return { focus: walk(timeline.picture?.lanes ?? [], focus, act) }
  return WALKS[act]?.(timeline, focus)
}
