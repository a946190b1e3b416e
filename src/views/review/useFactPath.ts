import { useMemo } from 'react'
import type { Cell, Matrix } from '#analysis/knowledge/matrix.ts'
import { type FactPath, findPath } from '#analysis/knowledge/path.ts'
import type { Case } from '#model/case.ts'
import type { PathStop, Selection } from '#store/address.ts'
import { readView, select, useView } from '#store/view.ts'

/** The way that is being followed, and where on it the reader is. */
export interface Followed {
  readonly key: string
  readonly stop: PathStop
  readonly path: FactPath
  readonly cell: Cell
}

export interface Way {
  /** Undefined while none is. */
  readonly followed: Followed | undefined
  readonly begin: (fact: string, agency: string) => void
  readonly goTo: (step: number) => void
}

export const pathKey = (fact: string, agency: string): string => `${fact} ${agency}`

/** Ends a way; what was chosen before it is chosen again. Nothing while none is followed. */
export function leavePath(): void {
  const path = readView().view.selection?.path
  if (path) select(path.before)
}

function findWay(
  of: Case,
  matrix: Matrix | undefined,
  fact: string,
  agency: string,
): Pick<Followed, 'path' | 'cell'> | undefined {
  const row = matrix?.rows.find((one) => one.fact.id === fact)
  const cell = row?.cells.get(agency)
  return row && cell && { path: findPath(of, row.fact, agency, cell), cell }
}

/** A step as it is chosen: its event, with what already happened on the way pointed out. */
function selectionOf({ steps }: FactPath, path: PathStop): Selection {
  const evidence = steps.slice(0, path.step + 1).flatMap(({ event }) => event ?? [])
  const event = steps[path.step]?.event
  return event === undefined
    ? { kind: 'fact', id: path.fact, evidence, path }
    : { kind: 'event', id: event, evidence, path }
}

/** Whether the step that is chosen is still the one of the way: a day that the case is stopped at changes ways. */
function isOnWay(selection: Selection, path: FactPath, stop: PathStop): boolean {
  const { kind, id } = selectionOf(path, stop)
  return selection.kind === kind && selection.id === id
}

/** Following a fact to an agency. Where the reader is on the way is part of the selection, so that choosing anything else ends it. */
export function useFactPath(of: Case, matrix: Matrix | undefined): Way {
  const selection = useView(({ view }) => view.selection)
  const stop = selection?.path
  const [fact, agency] = [stop?.fact, stop?.agency]
  const way = useMemo(
    () => (fact === undefined || agency === undefined ? undefined : findWay(of, matrix, fact, agency)),
    [of, matrix, fact, agency],
  )
  const followed =
    selection && stop && way && isOnWay(selection, way.path, stop)
      ? { key: pathKey(stop.fact, stop.agency), stop, ...way }
      : undefined
  return {
    followed,
    begin: (toFact, toAgency) => {
      const begun = findWay(of, matrix, toFact, toAgency)
      const { selection: now } = readView().view
      const before = now?.path ? now.path.before : now
      if (begun) select(selectionOf(begun.path, { fact: toFact, agency: toAgency, step: 0, before }))
    },
    goTo: (step) => {
      if (followed && step >= 0 && step < followed.path.steps.length && step !== followed.stop.step)
        select(selectionOf(followed.path, { ...followed.stop, step }))
    },
  }
}
