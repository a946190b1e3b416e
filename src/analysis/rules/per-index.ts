import type { CaseIndex } from '#analysis/case-index.ts'

/** What a function of the lookups alone gives, found once for each: several rules and every move of a threshold ask again. */
export function perIndex<Found>(find: (index: CaseIndex) => Found): (index: CaseIndex) => Found {
  const known = new WeakMap<CaseIndex, { readonly found: Found }>()
  return (index) => {
    const before = known.get(index)
    if (before) return before.found
    const found = find(index)
    known.set(index, { found })
    return found
  }
}
