import { useMemo } from 'react'
import type { Case } from '#model/case.ts'
import { findTermsIn } from '#views/terms.ts'

/** What the abbreviations and terms of a text mean; nothing where it has none. */
export function Terms({ of, text }: { readonly of: Case; readonly text: string }) {
  const terms = useMemo(() => findTermsIn(of, text), [of, text])
  if (terms.length === 0) return null
  return (
    <dl className="terms">
      {terms.map(({ term, meaning }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
