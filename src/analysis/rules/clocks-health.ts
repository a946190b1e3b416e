import { NO_NUMBER, REASON } from './clock-bases.ts'
import type { ClockRule } from './clock-rule.ts'

/** The five contacts that councils in England must provide for. */
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

/** In force from 1 April 2011, for England. */
const LOOKED_AFTER = {
  nation: 'England',
  validFrom: '2011-04-01',
  validTo: null,
  start: 'looked-after',
  limit: 20,
  unit: 'working days',
  whenStopMissing: 'ignore',
  wording: REASON,
} as const

/** Timescales of health services, and of children who are looked after. */
export const HEALTH: readonly ClockRule[] = [
  {
    ...MANDATED,
    id: 'H1',
    title: 'Pregnancy to antenatal contact by a health visitor',
    edition: 'Mandated universal contacts: from week 28, before the birth',
    source:
      'https://www.gov.uk/government/publications/delivery-of-the-healthy-child-programme/part-1-principles-of-delivery',
    start: 'pregnancy',
    stop: 'antenatal-visit',
    notBefore: 28,
    limit: 40,
    unit: 'weeks of pregnancy',
    whenStopMissing: 'ask',
  },
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
    ...NO_NUMBER,
    id: 'H4',
    title: 'Registration with a GP to arrival of the records',
    authority: 'service aim',
    edition: 'no number found for England',
    source: 'https://www.accountabilityindex.uk/pfd/7271428/',
    start: 'gp-registered',
    stop: 'gp-records-arrived',
    unit: 'days',
  },
  {
    id: 'H4',
    title: 'Registration with a GP to arrival of the records',
    nation: 'Scotland',
    validFrom: '2010-01-01',
    validTo: null,
    isUndated: true,
    authority: 'service aim',
    edition: 'Practitioner Services: paper records within six weeks',
    source:
      'https://inschmedicalpractice.gp.scot/nhs-services/transfer-of-your-gp-health-records?part=Understanding+access+and+timing+for+moving+your+records',
    confirmed: true,
    start: 'gp-registered',
    stop: 'gp-records-arrived',
    limit: 42,
    unit: 'days',
    whenStopMissing: 'ignore',
    wording: REASON,
  },
  {
    ...LOOKED_AFTER,
    id: 'L1',
    title: 'Looked after to first review',
    authority: 'statute',
    edition: 'Care Planning Regulations 2010',
    source: 'https://www.legislation.gov.uk/uksi/2010/959',
    confirmed: false,
    stop: 'looked-after-review',
  },
  {
    ...LOOKED_AFTER,
    id: 'L1h',
    title: 'Looked after to health assessment',
    authority: 'statutory guidance',
    edition: 'Promoting the health of looked-after children',
    source: 'https://www.speakcase.app/blog/health-looked-after-children',
    confirmed: true,
    stop: 'looked-after-health',
  },
]
