import { useEffect, useRef } from 'react'
import type { Case } from '#model/case.ts'
import { passNote } from '#store/visit.ts'

/** Comes before the case: what it speaks of, so that a reader can decide. Asked once per case and visit. */
export function ContentNote({ of }: { readonly of: Case }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="content-note" aria-labelledby="note-heading">
      <h1 id="note-heading" ref={heading} tabIndex={-1}>
        Before you read {of.title}
      </h1>
      <p>{of.summary}</p>
      <p>This review speaks of:</p>
      <ul>
        {of.contentNote.map((topic) => (
          <li key={topic}>{topic}</li>
        ))}
      </ul>
      <p>Detail that may distress stays folded away until you open it. You can stop at any time.</p>
      <p className="note-actions">
        <button type="button" className="primary" onClick={() => passNote(of.id)}>
          Open the case
        </button>
        <a href="#/">Back to the library</a>
      </p>
    </section>
  )
}
