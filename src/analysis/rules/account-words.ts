import type { Case } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import { indexCase } from '#analysis/case-index.ts'
import { compareAccounts, findConflicts } from './accounts.ts'
import { findNoticed } from './analyse.ts'
import { formatDates, RULE_NAME } from './candidate-words.ts'
import type { Noticed } from './candidates.ts'
import type { Thresholds } from './thresholds.ts'

/** A question that is asked under one account only. */
export interface AccountQuestion {
  readonly id: string
  /** The rule's name and the dates: "Request without a reply, 1 Feb to 5 May 2016". */
  readonly title: string
  readonly text: string
}

/** What the rules ask under each of two events that cannot both be as recorded. */
export interface AccountsTold {
  readonly a: string
  readonly b: string
  /** How many questions stand under either. */
  readonly both: number
  readonly onlyA: readonly AccountQuestion[]
  readonly onlyB: readonly AccountQuestion[]
}

const tell = (one: Noticed): AccountQuestion => ({
  id: one.id,
  title: `${RULE_NAME[one.rule]}, ${formatDates(one)}`,
  text: one.text,
})

/** Without the disagreement itself, which each account by itself ends. */
const tellAll = (noticed: readonly Noticed[]) => noticed.filter(({ rule }) => rule !== 'accounts-differ').map(tell)

/** Those that the other side does not ask too, of the same dates though on other evidence. */
const apart = (mine: readonly AccountQuestion[], theirs: readonly AccountQuestion[]) =>
  mine.filter(({ title }) => !theirs.some((one) => one.title === title))

/** Every pair of events in conflict, in order, with what the rules ask under each alone and how much under either. Empty without conflicts. */
export function tellAccounts(of: Case, limits: Thresholds): readonly AccountsTold[] {
  const find = (shown: Case) => findNoticed(indexCase(shown), limits)
  return findConflicts(indexCase(of)).map((conflict) => {
    const compared = compareAccounts(of, conflict, find)
    const [all, a, b] = [compared.both, compared.onlyA, compared.onlyB].map(tellAll)
    const [onlyA, onlyB] = [apart(a ?? [], b ?? []), apart(b ?? [], a ?? [])]
    const both = (all?.length ?? 0) + (a?.length ?? 0) - onlyA.length
    return { a: conflict.a.id, b: conflict.b.id, both, onlyA, onlyB }
  })
}

/** "3 questions are asked only if it was so, 41 under either account." */
export function summariseAccount(only: number, both: number): string {
  const own =
    only === 0 ? 'No question is asked' : `${formatCount(only, 'question')} ${only === 1 ? 'is' : 'are'} asked`
  return `${own} only if it was so; ${formatCount(both, 'question')} under either account.`
}
