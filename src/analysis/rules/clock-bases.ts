/** What timescales of one edition or one law have in common; `clock-rules.ts` says each in full. */

export const WT2010 = { edition: 'Working Together 2010', validFrom: '2010-03-01', validTo: '2013-04-15' } as const
export const SINCE_2013 = {
  edition: 'Working Together 2013 to 2023',
  validFrom: '2013-04-15',
  validTo: '2026-03-18',
} as const
export const SINCE_2026 = { edition: '2023 wording, 2026 not checked', validFrom: '2026-03-18', validTo: null } as const
export const SINCE_2010 = {
  edition: 'Working Together 2010 to 2023',
  validFrom: '2010-03-01',
  validTo: '2026-03-18',
} as const
export const BEFORE_2018 = {
  edition: 'Working Together 2010 to 2015',
  validFrom: '2010-03-01',
  validTo: '2018-07-04',
} as const
export const SINCE_2018 = {
  edition: 'Working Together 2018 and 2023',
  validFrom: '2018-07-04',
  validTo: '2026-03-18',
} as const
/** No edition read sets a number, so none is left at the end of 2013 to 2023; what 2026 says was not found. */
export const NO_NUMBER = {
  nation: 'England',
  validFrom: '2013-04-15',
  validTo: null,
  authority: 'statutory guidance',
  edition: 'Working Together 2013 on sets no number',
  confirmed: true,
  limit: null,
  unit: 'working days',
  whenStopMissing: 'ignore',
  wording: 'how long did it take',
} as const
export const REASON = 'look for the recorded reason' as const

export const referral = {
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
  isLinked: 'reply',
  wording: 'when did a social worker decide, and was the referrer told',
} as const
export const assessment = {
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
export const conference = {
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
export const coreGroup = {
  id: 'E7',
  title: 'Initial conference to first core group',
  nation: 'England',
  authority: 'statutory guidance',
  source: 'https://frg.org.uk/get-help-and-advice/what/child-protection/core-group-meeting/',
  start: 'plan-made',
  stop: 'core-group',
  limit: 10,
  unit: 'working days',
  whenStopMissing: 'ask',
  wording: REASON,
} as const
export const firstReview = {
  ...coreGroup,
  id: 'E8',
  title: 'Initial conference to first review conference',
  source: 'https://youngpeople.nyas.net/index.php/protecting-you/child-protection-conferences',
  stop: 'review-conference',
  limit: 3,
  unit: 'months',
} as const
export const laterReview = {
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

export const WALES = {
  nation: 'Wales',
  validFrom: '2019-11-01',
  validTo: null,
  authority: 'statutory guidance',
  edition: 'Wales Safeguarding Procedures',
  source: 'https://safeguarding.wales/en/chi-i/chi-i-c3pt2/c3pt2-p13',
  confirmed: true,
} as const

export const transferIn = {
  id: 'E11',
  title: 'Notice of the move to transfer-in conference',
  start: 'transfer-notified',
  stop: 'transfer-conference',
  limit: 15,
  unit: 'working days',
  whenStopMissing: 'ask',
  wording: REASON,
} as const

/** In force from 1 April 2008. The lengths are from memory: only a local protocol that rests on them was found. */
export const WALES_2008 = {
  ...WALES,
  validFrom: '2008-04-01',
  validTo: '2019-11-01',
  edition: 'All Wales Child Protection Procedures 2008',
  source: 'https://studylib.net/doc/7595341/child-protection-core-group-protocol',
  confirmed: false,
} as const
