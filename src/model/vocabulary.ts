/**
 * The words of the case file and what each is called on screen. Order in these lists is the order in which
 * filters and legends show them.
 */

export const FAMILIES = [
  'child-and-family',
  'childrens-social-care',
  'health',
  'police-and-justice',
  'education-and-early-years',
  'community-and-housing',
  'review-and-oversight',
] as const
export type Family = (typeof FAMILIES)[number]

export const FAMILY_NAME: Readonly<Record<Family, string>> = {
  'child-and-family': 'Child and family',
  'childrens-social-care': 'Children’s social care',
  health: 'Health',
  'police-and-justice': 'Police and justice',
  'education-and-early-years': 'Education and early years',
  'community-and-housing': 'Community and housing',
  'review-and-oversight': 'Review and oversight',
}

/** What an agency does, so that a question asked of one case can be asked of another. */
export const SERVICES = [
  'family',
  'social-care-front-door',
  'social-care',
  'social-care-out-of-hours',
  'childrens-legal-services',
  'adult-social-care',
  'gp',
  'midwifery',
  'health-visiting',
  'school-nursing',
  'community-nursing',
  'hospital',
  'neonatal',
  'ambulance',
  'adult-mental-health',
  'psychological-therapies',
  'child-mental-health',
  'substance-misuse',
  'sexual-health',
  'health-commissioner',
  'police',
  'probation',
  'court',
  'prosecution',
  'coroner',
  'school',
  'childrens-centre',
  'early-years',
  'family-support',
  'housing',
  'domestic-abuse',
  'benefits',
  'voluntary',
  'safeguarding-board',
  'independent-reviewer',
  'inspectorate',
  'government',
  'other',
] as const
export type Service = (typeof SERVICES)[number]

export const EVENT_TYPES = [
  'contact',
  'missed-contact',
  'concern',
  'referral',
  'information',
  'assessment',
  'meeting',
  'handover',
  'decision',
  'care',
  'legal',
  'supervision',
  'family',
  'review',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const EVENT_TYPE_NAME: Readonly<Record<EventType, string>> = {
  contact: 'Contact',
  'missed-contact': 'Missed contact',
  concern: 'Concern',
  referral: 'Referral',
  information: 'Information',
  assessment: 'Assessment',
  meeting: 'Meeting',
  handover: 'Handover',
  decision: 'Decision',
  care: 'Care',
  legal: 'Legal',
  supervision: 'Supervision',
  family: 'Family',
  review: 'Review process',
}

export const ROLES = [
  'lead',
  'attended',
  'absent',
  'not-invited',
  'reported',
  'sender',
  'recipient',
  'informed',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAME: Readonly<Record<Role, string>> = {
  lead: 'lead',
  attended: 'attended',
  absent: 'expected, did not come',
  'not-invited': 'not invited',
  reported: 'sent a report',
  sender: 'sender',
  recipient: 'recipient',
  informed: 'informed',
}

const CONTACT_OUTCOMES = [
  'attended',
  'did-not-attend',
  'was-not-brought',
  'cancelled-by-family',
  'cancelled-by-service',
  'no-reply',
  'declined',
] as const
const PASSING_OUTCOMES = ['accepted', 'not-accepted', 'no-response', 'not-received', 'redirected'] as const
const MEETING_OUTCOMES = ['recorded', 'not-recorded'] as const
export const OUTCOMES = [...CONTACT_OUTCOMES, ...PASSING_OUTCOMES, ...MEETING_OUTCOMES] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_NAME: Readonly<Record<Outcome, string>> = {
  attended: 'attended',
  'did-not-attend': 'did not attend',
  'was-not-brought': 'was not brought',
  'cancelled-by-family': 'cancelled by the family',
  'cancelled-by-service': 'cancelled by the service',
  'no-reply': 'no reply',
  declined: 'declined',
  accepted: 'accepted',
  'not-accepted': 'not accepted',
  'no-response': 'no response',
  'not-received': 'not received',
  redirected: 'redirected',
  recorded: 'minutes exist',
  'not-recorded': 'no minutes',
}

/** Types of event that pass something from one agency to another. */
export const PASSING_TYPES: ReadonlySet<EventType> = new Set(['referral', 'information', 'handover', 'concern'])

/** Which roles an event of a type may give to an agency. `lead` and `informed` fit every type. */
export function rolesFor(type: EventType): readonly Role[] {
  const roles: Role[] = ['lead', 'attended', 'informed']
  if (PASSING_TYPES.has(type)) roles.push('sender', 'recipient')
  if (type === 'meeting' || type === 'legal' || type === 'review' || type === 'supervision')
    roles.push('absent', 'not-invited', 'reported')
  return roles
}

/** Which outcomes an event of a type may have; an empty list when the type has none. */
export function outcomesFor(type: EventType): readonly Outcome[] {
  switch (type) {
    case 'referral':
    case 'handover':
      return PASSING_OUTCOMES
    case 'information':
    case 'concern':
      return [...PASSING_OUTCOMES, 'no-reply']
    case 'meeting':
    case 'supervision':
      return MEETING_OUTCOMES
    case 'review':
      return [...MEETING_OUTCOMES, ...PASSING_OUTCOMES]
    case 'contact':
    case 'missed-contact':
    case 'assessment':
    case 'care':
    case 'legal':
      return CONTACT_OUTCOMES
    case 'decision':
    case 'family':
      return []
    default:
      return type satisfies never
  }
}

export const CONCERNS = ['none', 'noted', 'serious'] as const
export type Concern = (typeof CONCERNS)[number]
export const CONCERN_NAME: Readonly<Record<Concern, string>> = {
  none: 'no concern recorded',
  noted: 'concern noted',
  serious: 'serious concern',
}

export const LINK_KINDS = [
  'answers',
  'follows-up',
  'chases',
  'hands-over',
  'results-from',
  'conflicts-with',
  'same-as',
] as const
export type LinkKind = (typeof LINK_KINDS)[number]
/** Read from the event that carries the link to the event it names, and back. */
export const LINK_NAME: Readonly<Record<LinkKind, { readonly out: string; readonly back: string }>> = {
  answers: { out: 'Answers', back: 'Answered by' },
  'follows-up': { out: 'Follows up', back: 'Followed up by' },
  chases: { out: 'Chases', back: 'Chased by' },
  'hands-over': { out: 'Hands over', back: 'Handed over by' },
  'results-from': { out: 'Results from', back: 'Leads to' },
  'conflicts-with': { out: 'Conflicts with', back: 'Conflicts with' },
  'same-as': { out: 'Same event as', back: 'Same event as' },
}

export const HOWS = ['told-by-family', 'observed', 'told-by-agency', 'present', 'record'] as const
export type How = (typeof HOWS)[number]
export const HOW_NAME: Readonly<Record<How, string>> = {
  'told-by-family': 'told by the family',
  observed: 'observed',
  'told-by-agency': 'told by another agency',
  present: 'present',
  record: 'in the record',
}

export const EXTENTS = ['in-full', 'in-part', 'told-otherwise'] as const
export type Extent = (typeof EXTENTS)[number]
export const EXTENT_NAME: Readonly<Record<Extent, string>> = {
  'in-full': 'in full',
  'in-part': 'in part',
  'told-otherwise': 'told otherwise',
}

export const HIGHLIGHTS = [
  'missed-referral',
  'handover-gap',
  'meeting-point',
  'drift',
  'disagreement',
  'good-practice',
] as const
export type Highlight = (typeof HIGHLIGHTS)[number]
export const HIGHLIGHT_NAME: Readonly<Record<Highlight, string>> = {
  'missed-referral': 'Missed referrals',
  'handover-gap': 'Handover gaps',
  'meeting-point': 'Meeting points',
  drift: 'Drift',
  disagreement: 'Disagreement',
  'good-practice': 'Good practice',
}

export const FINDING_KINDS = [
  'missed-referral',
  'delayed-referral',
  'handover-gap',
  'information-not-shared',
  'unaware-of-each-other',
  'record-error',
  'absent-from-meeting',
  'meeting-not-recorded',
  'delay',
  'not-assessed',
  'supervision-gap',
  'escalation-not-used',
  'conflicting-accounts',
  'good-practice',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export const FINDING_KIND_NAME: Readonly<Record<FindingKind, string>> = {
  'missed-referral': 'Missed referral',
  'delayed-referral': 'Delayed referral',
  'handover-gap': 'Handover gap',
  'information-not-shared': 'Information not shared',
  'unaware-of-each-other': 'Unaware of each other',
  'record-error': 'Error in a record',
  'absent-from-meeting': 'Absent from a meeting',
  'meeting-not-recorded': 'Meeting not recorded',
  delay: 'Delay',
  'not-assessed': 'Not assessed',
  'supervision-gap': 'Gap in supervision',
  'escalation-not-used': 'Escalation not used',
  'conflicting-accounts': 'Conflicting accounts',
  'good-practice': 'Good practice',
}

export const HIGHLIGHT_OF: Readonly<Record<FindingKind, Highlight>> = {
  'missed-referral': 'missed-referral',
  'delayed-referral': 'missed-referral',
  'handover-gap': 'handover-gap',
  'information-not-shared': 'handover-gap',
  'unaware-of-each-other': 'handover-gap',
  'record-error': 'handover-gap',
  'absent-from-meeting': 'meeting-point',
  'meeting-not-recorded': 'meeting-point',
  delay: 'drift',
  'not-assessed': 'drift',
  'supervision-gap': 'drift',
  'escalation-not-used': 'drift',
  'conflicting-accounts': 'disagreement',
  'good-practice': 'good-practice',
}

export const PERIOD_KINDS = [
  'review-period',
  'life',
  'pregnancy',
  'home',
  'carer',
  'placement',
  'hospital-stay',
  'plan',
  'order',
  'relationship',
  'leave',
  'service-change',
  'critical-period',
  'incident',
] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]
/** Periods that belong to the child's own line rather than to the background of the lanes they name. */
export const CHILD_PERIODS: ReadonlySet<PeriodKind> = new Set([
  'life',
  'pregnancy',
  'home',
  'carer',
  'placement',
  'hospital-stay',
  'plan',
  'order',
])

export const SECTION_CARRIES = ['narrative', 'findings', 'recommendations', 'method'] as const

export const REVIEW_KINDS = [
  'serious-case-review',
  'child-safeguarding-practice-review',
  'child-practice-review',
  'learning-review',
  'response-to-review',
] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]
export const REVIEW_KIND_NAME: Readonly<Record<ReviewKind, string>> = {
  'serious-case-review': 'Serious case review',
  'child-safeguarding-practice-review': 'Local child safeguarding practice review',
  'child-practice-review': 'Child practice review',
  'learning-review': 'Learning review',
  'response-to-review': 'Response to a serious case review',
}
export const NATIONS = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const
