import type { Family, Service } from '#model/vocabulary.ts'

/**
 * Every number a rule compares with, in one place. Defaults come from guidance, not from any case; where guidance gives
 * no number, the source says so. The reader may change each.
 */
export interface Thresholds {
  /** Days from a serious concern to a referral. */
  readonly concernToReferral: number
  /** Days from a serious concern in social care's hands to the next step of an enquiry. */
  readonly concernToStrategy: number
  /** Noted concerns of one agency within half a year that together are worth passing on. */
  readonly notedTogether: number
  /** Days from a request to a reply, for agencies other than children's social care (whose day is a clock). */
  readonly requestToReply: number
  /** Chases without an answer after which the next step up is worth asking about. */
  readonly chasesBeforeEscalation: number
  /** Days from one service handing over to the next one's first own event. */
  readonly handoverToStart: number
  /** Days from a fact being known to its reaching an agency that needed it. */
  readonly factToAgency: number
  /** Days that two agencies work side by side before nothing passing between them is worth asking about. */
  readonly besideEachOther: number
  /** Days either side of a meeting within which an agency's own work makes it one that could have been there. */
  readonly aroundMeeting: number
  /** Days without an event while involved, by agency family; Infinity for those that work by incident. */
  readonly silence: Readonly<Record<Family, number>>
  /** Days between two sightings of the child while children's social care is involved. */
  readonly childUnseen: number
  /** Missed contacts in a row. */
  readonly missedInARow: number
  /** Days within which something is done after a run of missed contacts. */
  readonly missedToFollowUp: number
  /** Days between two supervisions, by agency family; Infinity where no frequency is set. */
  readonly supervision: Readonly<Record<Family, number>>
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  concernToReferral: 2,
  concernToStrategy: 7,
  notedTogether: 3,
  requestToReply: 28,
  chasesBeforeEscalation: 2,
  handoverToStart: 7,
  factToAgency: 7,
  besideEachOther: 28,
  aroundMeeting: 42,
  silence: {
    'child-and-family': Infinity,
    'childrens-social-care': 42,
    health: 63,
    'police-and-justice': 182,
    'education-and-early-years': 91,
    'community-and-housing': 91,
    'review-and-oversight': Infinity,
  },
  childUnseen: 42,
  missedInARow: 2,
  missedToFollowUp: 14,
  supervision: {
    'child-and-family': Infinity,
    'childrens-social-care': 35,
    health: 92,
    'police-and-justice': Infinity,
    'education-and-early-years': 92,
    'community-and-housing': 92,
    'review-and-oversight': Infinity,
  },
}

/** Where each default comes from, in words for the screen. */
export const THRESHOLD_SOURCE: Readonly<Record<keyof Thresholds, string>> = {
  concernToReferral:
    'Working Together: refer at once where a child may be at risk of harm; a written referral within 48 hours, said to be in earlier editions.',
  concernToStrategy:
    'Working Together asks for a strategy discussion whenever significant harm is suspected and gives no number; local procedures say one to three working days. A week is our own allowance.',
  notedTogether:
    'Chronology guidance: single factors can look harmless and together be serious; no number. Three is the fewest that make a pattern.',
  requestToReply:
    'Four weeks: the standard NHS England proposed in 2021 for community mental health services; Working Together gives no number outside children’s social care.',
  chasesBeforeEscalation:
    'Local escalation policies ask for the next stage when discussion between practitioners has not settled the matter; no national number.',
  handoverToStart:
    'Mental health follow-up within 7 days of discharge (Care Programme Approach; 72 hours since 2020); no number for other handovers.',
  factToAgency:
    'Information sharing advice says “timely” and gives no number; 7 days is the NHS Standard Contract’s limit for a clinic letter (14 days in 2016).',
  besideEachOther:
    'No number in guidance; child in need reviews come every four weeks in some areas’ procedures (Sefton), every six in others.',
  aroundMeeting: 'Six weeks: the longest interval between core groups in the Wales Safeguarding Procedures.',
  silence:
    'Social care: six weeks, the longest interval between core groups (Wales Safeguarding Procedures). Health: nine weeks, from the antenatal appointment in week 16 to that in week 25 of a first pregnancy (NICE). Education and community: a school term, our own measure. Police: six months, the longest interval between two child protection reviews. Review bodies are not asked.',
  childUnseen:
    'Six weeks: the longest interval of visits to a looked-after child in the first year of a placement (Care Planning Regulations 2010, regulation 28).',
  missedInARow:
    'Was-not-brought policies ask for a response to repeated missed appointments: the second is the first repeat.',
  missedToFollowUp: 'No national number, and no local policy that names one was found: two weeks is our own allowance.',
  supervision:
    'Social care: monthly (LGA Standards for Employers of Social Workers, standard 5), counted as five weeks: that is our own allowance, so that a session moved by some days is not asked about. Elsewhere: three-monthly safeguarding supervision, said to be in NHS providers’ policies.',
}

/** Whether nothing was found that bears a default out: what is only said to be so, from memory. */
export function isFromMemory(name: keyof Thresholds, family?: Family): boolean {
  return name === 'concernToReferral' || (name === 'supervision' && family !== 'childrens-social-care')
}

/**
 * Services that stay with a family and would be expected to work as one network. Those that come for an incident
 * (ambulance, hospital, court, housing, benefits) are not asked whether they knew of each other.
 */
export const NETWORK_SERVICES: ReadonlySet<Service> = new Set<Service>([
  'social-care',
  'adult-social-care',
  'gp',
  'midwifery',
  'health-visiting',
  'school-nursing',
  'community-nursing',
  'adult-mental-health',
  'psychological-therapies',
  'child-mental-health',
  'substance-misuse',
  'probation',
  'school',
  'childrens-centre',
  'early-years',
  'family-support',
  'domestic-abuse',
  'voluntary',
])

/** Services that every child has by right, whatever the worry: not by themselves a sign that two agencies should have met. */
export const UNIVERSAL_SERVICES: ReadonlySet<Service> = new Set<Service>([
  'gp',
  'midwifery',
  'health-visiting',
  'school-nursing',
  'school',
  'childrens-centre',
  'early-years',
])

/** Services that the family calls on, or that come when called: weeks without an event are how they work, not a silence. */
export const ON_DEMAND_SERVICES: ReadonlySet<Service> = new Set<Service>([
  'gp',
  'hospital',
  'ambulance',
  'sexual-health',
  'police',
  'prosecution',
  'court',
  'coroner',
  'housing',
  'benefits',
  'health-commissioner',
  'social-care-front-door',
  'social-care-out-of-hours',
])
