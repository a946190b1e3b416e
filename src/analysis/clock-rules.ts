import type { Occasion } from './occasions.ts'

/**
 * Timescales as data, from section 4.3 of the project's domain research. `confirmed` is false for what stands there from
 * memory or from a secondary page: it is to be shown as unconfirmed until a primary source is found.
 */
export interface ClockRule {
  readonly id: string
  readonly title: string
  readonly nation: 'England' | 'Wales' | 'Scotland' | 'Northern Ireland'
  /** Only for cases whose area holds this text; every area when undefined. */
  readonly area?: string
  /** ISO days; in force on `validFrom`, no longer on `validTo`; null when still in force. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly authority: 'statute' | 'statutory guidance' | 'local procedure' | 'service aim'
  readonly edition: string
  readonly source: string
  readonly confirmed: boolean
  readonly start: Occasion
  readonly stop: Occasion
  readonly limit: number
  readonly unit: 'working days' | 'days' | 'months' | 'hours'
  /** What it means that no stop is in the chronology: `ask` raises a question, `ignore` does not, since the stop need not follow. */
  readonly whenStopMissing: 'ask' | 'ignore'
  /** Only a stop that the case links to the start counts: many responses follow many referrals. */
  readonly isLinked?: boolean
  /** What to look for, after the days: a question's second half. */
  readonly wording: string
}

const WT2010 = { edition: 'Working Together 2010', validFrom: '2010-03-01', validTo: '2013-04-15' } as const
const SINCE_2013 = { edition: 'Working Together 2013 to 2023', validFrom: '2013-04-15', validTo: '2026-03-18' } as const
const SINCE_2026 = { edition: '2023 wording, 2026 not checked', validFrom: '2026-03-18', validTo: null } as const
const SINCE_2010 = { edition: 'Working Together 2010 to 2023', validFrom: '2010-03-01', validTo: '2026-03-18' } as const
const REASON = 'look for the recorded reason' as const

const referral = {
  id: 'E1',
  title: 'Referral to decision on the response',
  nation: 'England',
  authority: 'statutory guidance',
  source: 'http://trixresources.proceduresonline.com/nat_key/keywords/referral.html',
  start: 'referral-to-social-care',
  stop: 'social-care-response',
  limit: 1,
  unit: 'working days',
  whenStopMissing: 'ignore',
  isLinked: true,
  wording: 'when did a social worker decide, and was the referrer told',
} as const
const assessment = {
  id: 'E3',
  title: 'Referral to end of assessment',
  nation: 'England',
  authority: 'statutory guidance',
  source: 'https://proceduresonline.com/toolkit/glossary/a/cs-assessment',
  start: 'referral-to-social-care',
  stop: 'assessment-concluded',
  limit: 45,
  unit: 'working days',
  whenStopMissing: 'ask',
  wording: REASON,
} as const
const conference = {
  id: 'E6',
  title: 'Strategy discussion to initial child protection conference',
  nation: 'England',
  authority: 'statutory guidance',
  source: 'https://www.frg.org.uk/child-protection-conferences-and-decisions',
  start: 'strategy-discussion',
  stop: 'initial-conference',
  limit: 15,
  unit: 'working days',
  whenStopMissing: 'ignore',
  wording: REASON,
} as const
const coreGroup = {
  id: 'E7',
  title: 'Initial conference to first core group',
  nation: 'England',
  authority: 'statutory guidance',
  source: 'https://youngpeople.nyas.net/index.php/protecting-you/child-protection-conferences',
  start: 'plan-made',
  stop: 'core-group',
  limit: 10,
  unit: 'working days',
  whenStopMissing: 'ask',
  wording: REASON,
} as const
const firstReview = {
  ...coreGroup,
  id: 'E8',
  title: 'Initial conference to first review conference',
  stop: 'review-conference',
  limit: 3,
  unit: 'months',
} as const
const laterReview = {
  ...coreGroup,
  id: 'E9',
  title: 'Review conference to the next',
  source: 'https://bromleychildcare.proceduresonline.com/p_ch_prot_conf.html',
  start: 'review-conference',
  stop: 'later-review-conference',
  limit: 6,
  unit: 'months',
  whenStopMissing: 'ignore',
} as const

const WALES = {
  nation: 'Wales',
  validFrom: '2019-11-01',
  validTo: null,
  authority: 'statutory guidance',
  edition: 'Wales Safeguarding Procedures',
  source: 'https://safeguarding.wales/en/chi-i/chi-i-c3pt2/c3pt2-p13',
  confirmed: true,
} as const

const MANDATED = {
  nation: 'England',
  validFrom: '2015-10-01',
  validTo: null,
  authority: 'statute',
  edition: 'Mandated universal contacts',
  confirmed: true,
  start: 'birth',
  unit: 'days',
  wording: REASON,
} as const

const CHILDREN_ACT = {
  nation: 'England',
  validFrom: '1991-10-14',
  validTo: null,
  authority: 'statute',
  confirmed: false,
  whenStopMissing: 'ignore',
} as const

const LOOKED_AFTER = {
  nation: 'England',
  validFrom: '2011-04-01',
  validTo: null,
  authority: 'statute',
  edition: 'Care Planning Regulations 2010',
  source: 'https://www.legislation.gov.uk/uksi/2010/959',
  confirmed: false,
  start: 'looked-after',
  limit: 20,
  unit: 'working days',
  whenStopMissing: 'ignore',
  wording: REASON,
} as const

/** Every timescale, in the order of the research; more than one line where editions differ. */
export const CLOCK_RULES: readonly ClockRule[] = [
  { ...referral, ...WT2010, confirmed: false },
  { ...referral, ...SINCE_2013, confirmed: true },
  { ...referral, ...SINCE_2026, confirmed: false },
  {
    ...assessment,
    id: 'E3a',
    title: 'Referral to initial assessment',
    ...WT2010,
    limit: 10,
    source: 'https://www.lexology.com/library/detail.aspx?g=789f3a2c-b97c-4514-907e-9feff4ce2435',
    confirmed: true,
  },
  { ...assessment, ...SINCE_2013, confirmed: true },
  { ...assessment, ...SINCE_2026, confirmed: false },
  { ...conference, ...WT2010, confirmed: false },
  { ...conference, ...SINCE_2013, confirmed: true },
  { ...conference, ...SINCE_2026, confirmed: false },
  { ...coreGroup, ...SINCE_2010, confirmed: false },
  { ...coreGroup, ...SINCE_2026, confirmed: false },
  { ...firstReview, ...SINCE_2010, confirmed: true },
  { ...firstReview, ...SINCE_2026, confirmed: false },
  { ...laterReview, ...SINCE_2010, confirmed: true },
  { ...laterReview, ...SINCE_2026, confirmed: false },
  {
    ...MANDATED,
    id: 'H2',
    title: 'Birth to new birth visit',
    source: 'https://www.england.nhs.uk/ourwork/qual-clin-lead/hlth-vistg-prog/5-key-visits/',
    stop: 'new-birth-visit',
    limit: 14,
    whenStopMissing: 'ask',
  },
  {
    ...MANDATED,
    id: 'H3',
    title: 'Birth to the review at 6 to 8 weeks',
    source:
      'https://www.gov.uk/government/publications/delivery-of-the-healthy-child-programme/part-2-health-visiting-ages-0-to-5',
    stop: 'six-week-review',
    limit: 56,
    whenStopMissing: 'ignore',
  },
  {
    id: 'E11',
    title: 'Transfer accepted to transfer-in conference',
    nation: 'England',
    area: 'Tees',
    validFrom: '2010-03-01',
    validTo: null,
    authority: 'local procedure',
    edition: 'Tees procedures',
    source: 'https://www.teescpp.org.uk/procedures-for-the-safeguarding-process/13-transfer-in-out-child-protection/',
    confirmed: true,
    start: 'transfer-notified',
    stop: 'transfer-conference',
    limit: 15,
    unit: 'working days',
    whenStopMissing: 'ask',
    wording: REASON,
  },
  { ...coreGroup, ...WALES, id: 'W1', title: 'Initial conference to core group' },
  { ...firstReview, ...WALES, id: 'W2' },
  {
    id: 'S1',
    title: 'Investigation to planning meeting',
    nation: 'Scotland',
    area: 'Highland',
    validFrom: '2023-01-01',
    validTo: null,
    authority: 'local procedure',
    edition: 'Highland interagency procedures 2023',
    source: 'https://rightdecisions.scot.nhs.uk/',
    confirmed: true,
    start: 'investigation-started',
    stop: 'planning-meeting',
    limit: 28,
    unit: 'days',
    whenStopMissing: 'ask',
    wording: REASON,
  },
  {
    id: 'R2',
    title: 'Notification to rapid review',
    nation: 'England',
    validFrom: '2018-06-29',
    validTo: null,
    authority: 'statutory guidance',
    edition: 'Panel guidance',
    source: 'https://childsafeguarding.independent-panel.uk/about/faqs/',
    confirmed: false,
    start: 'incident-notified',
    stop: 'rapid-review',
    limit: 15,
    unit: 'working days',
    whenStopMissing: 'ignore',
    wording: REASON,
  },
  {
    ...CHILDREN_ACT,
    id: 'P1',
    title: 'Police protection',
    edition: 'Children Act 1989, section 46',
    source: 'https://www.legislation.gov.uk/ukpga/1989/41/section/46',
    start: 'police-protection',
    stop: 'police-protection-ended',
    limit: 72,
    unit: 'hours',
    wording: REASON,
  },
  {
    ...CHILDREN_ACT,
    id: 'P2',
    title: 'Emergency protection order',
    edition: 'Children Act 1989, sections 44 and 45',
    source: 'https://www.legislation.gov.uk/ukpga/1989/41/section/45',
    start: 'emergency-order',
    stop: 'emergency-order-ended',
    limit: 8,
    unit: 'days',
    wording: 'look for the one extension of up to 7 days',
  },
  { ...LOOKED_AFTER, id: 'L1', title: 'Looked after to first review', stop: 'looked-after-review' },
  { ...LOOKED_AFTER, id: 'L1h', title: 'Looked after to health assessment', stop: 'looked-after-health' },
  {
    id: 'X1',
    title: 'School move to child protection file',
    nation: 'England',
    validFrom: '2022-09-01',
    validTo: null,
    authority: 'statutory guidance',
    edition: 'Keeping Children Safe in Education 2022 on',
    source: 'https://www.gov.uk/government/publications/keeping-children-safe-in-education--2',
    confirmed: false,
    start: 'school-move',
    stop: 'school-file-sent',
    limit: 5,
    unit: 'days',
    whenStopMissing: 'ignore',
    wording: REASON,
  },
]
