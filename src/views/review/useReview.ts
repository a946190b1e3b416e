import { useDeferredValue, useMemo, useState } from 'react'
import { analyseCase } from '#analysis/analyse.ts'
import type { Candidate } from '#analysis/candidates.ts'
import { applyFilter, type View } from '#analysis/filter.ts'
import { compareWithReview, type Comparison } from '#analysis/match.ts'
import type { Matrix } from '#analysis/matrix.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#analysis/thresholds.ts'
import type { Case } from '#model/case.ts'
import { HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { type Decisions, decisionsKey, useDecisions } from '#store/decisions.ts'
import { useView } from '#store/view.ts'

export interface Review {
  readonly limits: Thresholds
  readonly setLimits: (limits: Thresholds) => void
  /** What the lists are computed with: follows `limits` as fast as the machine allows. */
  readonly settled: Thresholds
  readonly matrix: Matrix
  /** What passes the filter, in three lists. */
  readonly comparison: Comparison
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

/** The analysis of a case under the reader's thresholds and filter, with what the reader decided. `of` may be a case cut at a day. */
export function useReview(of: Case): Review {
  const [limits, setLimits] = useState(DEFAULT_THRESHOLDS)
  const settled = useDeferredValue(limits)
  const filter = useView(({ view }) => view.filter)
  const isOwn = useView(({ route }) => route.name === 'own')
  const key = decisionsKey(of.id, isOwn)
  const decisions = useDecisions(key)
  const analysis = useMemo(() => analyseCase(of, settled), [of, settled])
  const whole = useMemo(() => compareWithReview(of, analysis.candidates), [of, analysis])
  const comparison = useMemo((): Comparison => {
    const view = applyFilter(of, filter)
    if (!view.isFiltered) return whole
    const isIn = (one: Candidate) => passes(view, filter.hiddenHighlights, one)
    return {
      both: whole.both.filter(isIn),
      rulesOnly: whole.rulesOnly.filter(isIn),
      reviewOnly: whole.reviewOnly.filter(({ id }) => view.findings.has(id)),
    }
  }, [of, filter, whole])
  return { limits, setLimits, settled, matrix: analysis.matrix, comparison, decisions, key }
}
