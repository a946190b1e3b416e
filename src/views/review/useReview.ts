import { useMemo, useState } from 'react'
import type { Candidate } from '#analysis/rules/candidates.ts'
import { applyFilter, type View } from '#analysis/filter.ts'
import { compareWithReview, type Comparison } from '#analysis/rules/match.ts'
import type { Matrix } from '#analysis/knowledge/matrix.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#analysis/rules/thresholds.ts'
import type { Case } from '#model/case.ts'
import type { Instant } from '#model/time.ts'
import { HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { type Decisions, decisionsKey, useDecisions } from '#store/decisions.ts'
import { type Ruled, useRules } from '#store/rules.ts'
import { useView } from '#store/view.ts'

/** What the rules said. */
export interface Found {
  /** What the lists are computed with: follows the chosen thresholds as fast as the machine allows. */
  readonly settled: Thresholds
  readonly matrix: Matrix
  /** What passes the filter, in three lists. */
  readonly comparison: Comparison
}

export interface Review {
  /** The whole case, and the first moment after the last day that is looked at. */
  readonly asked: { readonly of: Case; readonly day: Instant | undefined }
  readonly limits: Thresholds
  readonly setLimits: (limits: Thresholds) => void
  /** Undefined until the rules have answered once for this case and day. */
  readonly found: Found | undefined
  /** Whether an answer is on its way; what was found may be an earlier one. */
  readonly isAsking: boolean
  /** Why there is no answer, in words. */
  readonly trouble: string | undefined
  readonly askAgain: () => void
  readonly decisions: Decisions
  /** Under what the decisions of this case stand. */
  readonly key: string
}

/** A candidate passes when one of its agencies is shown, its highlight is, and an event it rests on passes. */
function passes(view: View, hidden: ReadonlySet<string>, one: Candidate): boolean {
  return (
    [...one.holders, ...one.receivers].some((id) => view.agencies.has(id)) &&
    !hidden.has(HIGHLIGHT_OF[one.kind]) &&
    (one.events.length === 0 || one.events.some((id) => view.events.has(id)))
  )
}

/** What was found, as three lists under the filter. */
function useFound(shown: Case, ruled: Ruled | undefined): Found | undefined {
  const filter = useView(({ view }) => view.filter)
  const whole = useMemo(() => ruled && compareWithReview(shown, ruled.candidates), [shown, ruled])
  return useMemo(() => {
    if (!ruled || !whole) return undefined
    const { limits: settled, matrix } = ruled
    const view = applyFilter(shown, filter)
    if (!view.isFiltered) return { settled, matrix, comparison: whole }
    const isIn = (one: Candidate) => passes(view, filter.hiddenHighlights, one)
    const comparison: Comparison = {
      both: whole.both.filter(isIn),
      rulesOnly: whole.rulesOnly.filter(isIn),
      reviewOnly: whole.reviewOnly.filter(({ id }) => view.findings.has(id)),
    }
    return { settled, matrix, comparison }
  }, [shown, filter, ruled, whole])
}

/** The analysis of a case under the reader's thresholds and filter, with what the reader decided. `shown` is the case up to `day`. */
export function useReview(of: Case, day: Instant | undefined, shown: Case): Review {
  const [limits, setLimits] = useState(DEFAULT_THRESHOLDS)
  const isOwn = useView(({ route }) => route.name === 'own')
  const key = decisionsKey(of.id, isOwn)
  const decisions = useDecisions(key)
  const { data, error, isFetching, refetch } = useRules(of, day, limits)
  const found = useFound(shown, data)
  return {
    asked: { of, day },
    limits,
    setLimits,
    found,
    isAsking: isFetching,
    trouble: error?.message,
    askAgain: () => void refetch(),
    decisions,
    key,
  }
}
