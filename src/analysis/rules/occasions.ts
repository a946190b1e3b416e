import type { CaseEvent } from '#model/case.ts'
import type { EventType, Role, Service } from '#model/vocabulary.ts'
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
  | 'initial-assessment-concluded'
  | 'core-assessment-due'
  | 'core-assessment-concluded'
  | 'chase'
  | 'strategy-decided'
  | 'strategy-discussion'
  | 'section-47-started'
  | 'section-47-ended'
  | 'report-to-parents'
  | 'initial-conference'
  | 'plan-made'
  | 'core-group'
  | 'core-group-or-review'
  | 'review-conference'
  | 'later-review-conference'
  | 'pregnancy'
  | 'antenatal-visit'
  | 'birth'
  | 'birth-under-plan'
  | 'new-birth-visit'
  | 'six-week-review'
  | 'gp-registered'
  | 'gp-records-arrived'
  | 'transfer-notified'
  | 'transfer-written'
  | 'transfer-accepted'
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
  | 'incident-known'
  | 'incident-notified'
  | 'rapid-review'
  | 'investigation-started'
  | 'planning-meeting'
  | 'escalated'
  | 'escalation-answered'

const CONFERENCE = /\bconference\b|\bICPC\b/i
const REVIEW = /\breview\b|\bRCPC\b/i

const led = (index: CaseIndex, event: CaseEvent) =>
  event.agencies.some(
    ({ id, role }) => (role === 'lead' || role === 'attended') && isSocialCare(index.of.agencyById.get(id)),
  )
const isBy = (index: CaseIndex, event: CaseEvent, service: Service, roles: readonly Role[] = ['lead', 'attended']) =>
  event.agencies.some(({ id, role }) => roles.includes(role) && index.of.agencyById.get(id)?.service === service)
const isHealthVisiting = (index: CaseIndex, event: CaseEvent) => isBy(index, event, 'health-visiting')
const says = (event: CaseEvent, words: RegExp) => words.test(event.title)
/** Conferences of other kinds: on domestic abuse, with the wider family, about a case moving or leaving hospital. */
const OTHER_CONFERENCE = /transfer|risk (assessment )?conference|MARAC|family group|discharge|press/i
const isConference = (event: CaseEvent) =>
  event.type === 'meeting' && says(event, CONFERENCE) && !says(event, OTHER_CONFERENCE)
const isReviewConference = (event: CaseEvent) =>
  event.type === 'meeting' && says(event, REVIEW) && (isConference(event) || says(event, /child protection review/i))

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
    (types.length === 0 || types.includes(event.type)) && says(event, words) && !(but && says(event, but))
}

const STRATEGY = /strategy (meeting|discussion)/i
const SECTION_47 = /section 47|\bs\.? ?47\b|child protection (enquir|investigation)/i
const CORE = /core assessment/i
const BEGUN = /\b(open|start|begin|began|commence|agree|plan)/i
const SERIOUS =
  /\b(dies|died|death|serious (incident|injury|injuries|harm)|seriously (injured|harmed)|life-threatening)\b/i
const TRANSFER = /transfer[- ]in|notif.*(move|transfer)|transfer.*(plan|case|area|authority)/i
const ESCALATION = /escalat|professional (disagreement|difference)|dispute resolution/i

const isStrategy = byWords(STRATEGY, ['meeting'])
const isCoreGroup = byWords(/core group/i, ['meeting'])
const isAssessed: Test = (index, event) => event.type === 'assessment' && led(index, event) && !says(event, BEGUN)
const isTransfer = byWords(TRANSFER, ['handover', 'information', 'referral'])
const RECEIVED: readonly Role[] = ['lead', 'attended', 'recipient', 'informed']

const isInitialConference: Test = (_, event) => isConference(event) && !isReviewConference(event)

const TESTS: Readonly<Record<Occasion, Test>> = {
  'referral-to-social-care': (index, event) =>
    event.type === 'referral' && isToSocialCare(index, event) && event.outcome !== 'redirected',
  'social-care-response': (index, event) => led(index, event) && RESPONSES.has(event.type),
  'assessment-concluded': isAssessed,
  'initial-assessment-concluded': (index, event) => isAssessed(index, event) && !says(event, CORE),
  'core-assessment-due': (index, event) =>
    isStrategy(index, event) || (event.type === 'assessment' && says(event, CORE) && says(event, BEGUN)),
  'core-assessment-concluded': (index, event) => isAssessed(index, event) && says(event, CORE),
  chase: () => true,
  'strategy-decided': (index, event) =>
    (event.type === 'decision' || event.type === 'information') && says(event, STRATEGY) && led(index, event),
  'strategy-discussion': isStrategy,
  'section-47-started': (index, event) =>
    isStrategy(index, event) ||
    (says(event, SECTION_47) && says(event, /\b(open|start|begin|began|commence|agree|initiat|launch)/i)),
  'section-47-ended': byWords(new RegExp(`(${SECTION_47.source}).*\\b(end|clos|complet|conclu|finish|outcome)`, 'i')),
  'report-to-parents': byWords(
    /report.*\b(shared|given|sent|shown|read|handed|discussed)\b.*\b(parents?|mother|father|family|ms|mr)\b/i,
    ['information', 'contact'],
  ),
  'initial-conference': isInitialConference,
  'plan-made': (index, event) =>
    isInitialConference(index, event) && !says(event, /not met|no plan|not (made|needed)|child in need/i),
  'core-group': isCoreGroup,
  'core-group-or-review': (index, event) => isCoreGroup(index, event) || isReviewConference(event),
  'review-conference': (_, event) => isReviewConference(event),
  'later-review-conference': (_, event) => isReviewConference(event),
  pregnancy: () => false,
  'antenatal-visit': (index, event) => VISITS.has(event.type) && isHealthVisiting(index, event),
  birth: () => false,
  'birth-under-plan': () => false,
  'new-birth-visit': (index, event) => isHealthVisiting(index, event) && VISITS.has(event.type),
  'six-week-review': (index, event) =>
    isHealthVisiting(index, event) &&
    event.type === 'assessment' &&
    says(event, /(six|6|eight|8)[- –]*(to[- ]*(eight|8)[- ]*)?week/i),
  'gp-registered': (index, event) =>
    says(event, /\bregist(er|ers|ered|ration)\b/i) && !says(event, /birth|death/i) && isBy(index, event, 'gp'),
  'gp-records-arrived': (index, event) =>
    says(event, /records?.*\b(arrive|receive|transfer|sent|come|came)|receives?.*records?/i) &&
    isBy(index, event, 'gp', RECEIVED),
  'transfer-notified': isTransfer,
  'transfer-written': (index, event) => isTransfer(index, event) && !says(event, /\b(tele)?phone|\bcalls?\b|verbal/i),
  'transfer-accepted': (index, event) =>
    (isTransfer(index, event) && event.outcome === 'accepted') ||
    (event.type !== 'meeting' && says(event, /transfer.*\baccept|accept.*\btransfer/i)),
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
  'incident-known': (index, event) =>
    event.type !== 'review' &&
    says(event, SERIOUS) &&
    !says(event, /notif/i) &&
    event.agencies.some(({ id, role }) => RECEIVED.includes(role) && isSocialCare(index.of.agencyById.get(id))),
  'incident-notified': byWords(/serious incident.*notif|notif.*(serious incident|ofsted|panel)/i),
  'rapid-review': byWords(/rapid review/i),
  'investigation-started': byWords(/(child protection )?investigation (starts?|begins?|opens?)/i),
  'planning-meeting': byWords(/child protection planning meeting/i, ['meeting']),
  escalated: byWords(ESCALATION, [], /answer|repl|respon|resol|outcome|polic/i),
  'escalation-answered': () => true,
}

/** Whether an event is such an occasion. Pregnancy and birth are the child's own dates, never events. */
export function isOccasion(index: CaseIndex, event: CaseEvent, occasion: Occasion): boolean {
  return TESTS[occasion](index, event)
}

/** Occasions after the events of the case, which are in the file as parts of the review: the rules look at those nowhere else. */
export const OF_THE_REVIEW: ReadonlySet<Occasion> = new Set<Occasion>(['incident-notified', 'rapid-review'])
