import type { Case } from '#model/case.ts'
import { noticeAccounts } from './accounts.ts'
import { noticeActions } from './actions.ts'
import { noticeAbsences, noticeMinutes } from './attendance.ts'
import { type CaseIndex, indexCase } from '#analysis/case-index.ts'
import { type Candidate, compareNoticed, type Noticed, spanOf } from './candidates.ts'
import { type Chain, findChains, noticeNotReceived, noticeRequests } from './chains.ts'
import { type ClockReading, noticeClocks, readClocks } from './clocks.ts'
import { noticeConcerns, noticeEscalation } from './concerns.ts'
import { noticeNoEnquiry } from './enquiries.ts'
import { noticeHandovers } from './handovers.ts'
import { noticeFacts, noticeOutsideKnowledge } from './information.ts'
import { matchFindings } from './match.ts'
import { type Meeting, tellMeetings } from './meeting-table.ts'
import { buildMatrix, type Matrix } from '#analysis/knowledge/matrix.ts'
import { noticeMissedRuns } from './missed-contacts.ts'
import { noticeOversight } from './oversight.ts'
import {
  type AgencySilences,
  findSilences,
  findUnseenStretches,
  noticeSilences,
  noticeUnseen,
  type UnseenStretch,
} from './silences.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from './thresholds.ts'
import { noticeUnaware } from './unaware.ts'
import { noticeUntold } from './untold.ts'

/** Everything the engine says of a case. */
export interface Analysis {
  /** By first date, then rule, then id; those without a date last. */
  readonly candidates: readonly Candidate[]
  readonly silences: readonly AgencySilences[]
  readonly unseen: readonly UnseenStretch[]
  readonly chains: readonly Chain[]
  readonly clocks: readonly ClockReading[]
  readonly matrix: Matrix
  readonly meetings: readonly Meeting[]
}

/** Whether something lies wholly before the period under review: background, told in outline, from which nothing missing can be argued. A disagreement needs no completeness. */
function isBackground(of: Case, noticed: Noticed): boolean {
  const span = spanOf(noticed)
  const start = of.reviewWhen?.span.start
  return noticed.rule !== 'accounts-differ' && span !== undefined && start !== undefined && span.end <= start
}

/** Everything the rules notice in a case, each thing once, sorted by first date. Empty for a case in which nothing stands out. */
export function findNoticed(index: CaseIndex, limits: Thresholds = DEFAULT_THRESHOLDS): readonly Noticed[] {
  const all = [
    ...noticeRequests(index, limits),
    ...noticeNotReceived(index),
    ...noticeConcerns(index, limits),
    ...noticeUntold(index, limits),
    ...noticeNoEnquiry(index, limits),
    ...noticeEscalation(index, limits),
    ...noticeHandovers(index, limits),
    ...noticeFacts(index, limits),
    ...noticeOutsideKnowledge(index),
    ...noticeUnaware(index, limits),
    ...noticeAbsences(index, limits),
    ...noticeMinutes(index),
    ...noticeActions(index, limits),
    ...noticeSilences(index, limits),
    ...noticeUnseen(index, limits),
    ...noticeMissedRuns(index, limits),
    ...noticeOversight(index, limits),
    ...noticeAccounts(index),
    ...noticeClocks(index),
  ]
  const once = new Map(all.map((one) => [one.id, one]))
  return [...once.values()].filter((one) => !isBackground(index.of, one)).sort(compareNoticed)
}

/** The whole analysis of a case under the thresholds given: candidates with the findings they meet, silences, chains, clocks, who knew what and who met. */
export function analyseCase(of: Case, limits: Thresholds = DEFAULT_THRESHOLDS): Analysis {
  const index = indexCase(of)
  return {
    candidates: matchFindings(of, findNoticed(index, limits)),
    silences: findSilences(index),
    unseen: findUnseenStretches(index),
    chains: findChains(index),
    clocks: readClocks(index),
    matrix: buildMatrix(index),
    meetings: tellMeetings(index, limits),
  }
}
