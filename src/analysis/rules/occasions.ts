import type { CaseEvent } from '#model/case.ts'
import type { EventType } from '#model/vocabulary.ts'
import { type CaseIndex, isSocialCare } from '#analysis/case-index.ts'
import { isToSocialCare } from './requests.ts'

/**
 * The occasions that timescales start and stop at. The case file has no types for them, so they are told by an event's
 * type, the agencies in it and the words of its title, as practice names them.
 */
export type Occasion =
  | 'referral-to-social-care'
  | 'social-care-response'
  | 'assessment-concluded'
  | 'strategy-discussion'
  | 'initial-conference'
  | 'plan-made'
  | 'core-group'
  | 'review-conference'
  | 'later-review-conference'
  | 'birth'
  | 'new-birth-visit'
  | 'six-week-review'
  | 'transfer-notified'
  | 'transfer-conference'
  | 'police-protection'
  | 'police-protection-ended'
  | 'emergency-order'
  | 'emergency-order-ended'
  | 'looked-after'
  | 'looked-after-review'
  | 'looked-after-health'
  | 'school-move'
  | 'school-file-sent'
  | 'incident-notified'
  | 'rapid-review'
  | 'investigation-started'
  | 'planning-meeting'

const CONFERENCE = /\bconference\b|\bICPC\b/i
const REVIEW = /\breview\b|\bRCPC\b/i

const led = (index: CaseIndex, event: CaseEvent) =>
  event.agencies.some(
    ({ id, role }) => (role === 'lead' || role === 'attended') && isSocialCare(index.of.agencyById.get(id)),
  )
const isHealthVisiting = (index: CaseIndex, event: CaseEvent) =>
  event.agencies.some(
    ({ id, role }) =>
      (role === 'lead' || role === 'attended') && index.of.agencyById.get(id)?.service === 'health-visiting',
  )
const says = (event: CaseEvent, words: RegExp) => words.test(event.title)
const isConference = (event: CaseEvent) =>
  event.type === 'meeting' && says(event, CONFERENCE) && !says(event, /transfer/i)
const isReviewConference = (event: CaseEvent) =>
  event.type === 'meeting' &&
  says(event, REVIEW) &&
  (says(event, CONFERENCE) || says(event, /child protection review/i))

type Test = (index: CaseIndex, event: CaseEvent) => boolean

const RESPONSES: ReadonlySet<EventType> = new Set<EventType>([
  'decision',
  'assessment',
  'meeting',
  'contact',
  'handover',
  'information',
])
const VISITS: ReadonlySet<EventType> = new Set<EventType>(['contact', 'assessment', 'care'])

/** A test by the title's words, one of the types given if any, and words that must not be there. */
function byWords(words: RegExp, types: readonly EventType[] = [], but?: RegExp): Test {
  return (_, event) =>
    says(event, words) && !(but && says(event, but)) && (types.length === 0 || types.includes(event.type))
}

const isInitialConference: Test = (_, event) => isConference(event) && !isReviewConference(event)

const TESTS: Readonly<Record<Occasion, Test>> = {
  'referral-to-social-care': (index, event) =>
    event.type === 'referral' && isToSocialCare(index, event) && event.outcome !== 'redirected',
  'social-care-response': (index, event) => led(index, event) && RESPONSES.has(event.type),
  'assessment-concluded': (index, event) =>
    led(index, event) && event.type === 'assessment' && !says(event, /\b(open|start|begin|began|commence|agree|plan)/i),
  'strategy-discussion': byWords(/strategy (meeting|discussion)/i, ['meeting']),
  'initial-conference': isInitialConference,
  'plan-made': (index, event) =>
    isInitialConference(index, event) && !says(event, /not met|no plan|not (made|needed)|child in need/i),
  'core-group': byWords(/core group/i, ['meeting']),
  'review-conference': (_, event) => isReviewConference(event),
  'later-review-conference': (_, event) => isReviewConference(event),
  birth: () => false,
  'new-birth-visit': (index, event) => isHealthVisiting(index, event) && VISITS.has(event.type),
  'six-week-review': (index, event) =>
    isHealthVisiting(index, event) &&
    event.type === 'assessment' &&
    says(event, /(six|6|eight|8)[- –]*(to[- ]*(eight|8)[- ]*)?week/i),
  'transfer-notified': byWords(/transfer[- ]in|notif.*(move|transfer)/i, ['handover', 'information', 'referral']),
  'transfer-conference': byWords(/transfer.*conference/i, ['meeting']),
  'police-protection': byWords(/police protection/i, ['legal', 'decision'], /\b(end|lift|released)/i),
  'police-protection-ended': byWords(/police protection.*\b(end|lift|released)/i),
  'emergency-order': byWords(/emergency protection order/i, ['legal', 'decision'], /\b(end|discharg|expire|lapse)/i),
  'emergency-order-ended': byWords(/emergency protection order.*\b(end|discharg|expire|lapse)|interim care order/i),
  'looked-after': byWords(/\b(becomes?|are) looked after|into foster care|accommodated under/i, [
    'decision',
    'care',
    'legal',
  ]),
  'looked-after-review': byWords(/looked[- ]after.*review|LAC review/i, ['meeting']),
  'looked-after-health': byWords(/(initial )?health assessment/i, ['assessment']),
  'school-move': byWords(/(moves?|changes?|transfers?) (to )?(new )?school|leaves? (the )?school/i),
  'school-file-sent': byWords(/child protection file/i, ['information', 'handover']),
  'incident-notified': byWords(/serious incident.*notif|notif.*(serious incident|ofsted|panel)/i),
  'rapid-review': byWords(/rapid review/i),
  'investigation-started': byWords(/(child protection )?investigation (starts?|begins?|opens?)/i),
  'planning-meeting': byWords(/child protection planning meeting/i, ['meeting']),
}

/** Whether an event is such an occasion. Birth is the child's own date, never an event. */
export function isOccasion(index: CaseIndex, event: CaseEvent, occasion: Occasion): boolean {
  return TESTS[occasion](index, event)
}
