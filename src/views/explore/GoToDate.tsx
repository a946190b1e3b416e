import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Axis } from '#layout/axis.ts'
import type { Case } from '#model/case.ts'
import { middle, overlaps, type Span } from '#model/time.ts'
import { readTypedDate } from '#model/typed-date.ts'
import { formatDay, formatSpan } from '#model/words.ts'
import { Modal } from './Modal.tsx'

/** Where a typed date lies on the axis, or one sentence that says why it does not. */
function findTypedDate(typed: string, of: Case, axis: Axis): { readonly at: Span } | { readonly trouble: string } {
  const date = readTypedDate(typed)
  if (!date.ok) {
    const trouble = typed.trim() === '' ? 'Nothing is typed yet.' : `“${typed.trim()}” cannot be read as a date.`
    return { trouble: `${trouble} Type ${date.expected}.` }
  }
  const extent = of.extent ?? axis.bounds
  if (!overlaps(date.value.span, axis.bounds))
    return { trouble: `${formatSpan(date.value.span)} is outside this case, which runs from ${formatSpan(extent)}.` }
  return { at: date.value.span }
}

function exampleIn({ home }: Axis): string {
  const at = middle(home)
  const [year, month, day] = new Date(at).toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}, ${formatDay(at, 'long').replace(/^\d+ /, '')} or ${year}`
}

interface Props {
  readonly of: Case
  readonly axis: Axis
  readonly onGo: (at: Span) => void
  readonly onClose: () => void
}

/** A date that is typed, and the window goes there. */
export function GoToDate({ of, axis, onGo, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const [hintId, troubleId] = [useId(), useId()]
  // The browser would begin at the button that closes.
  useEffect(() => field.current?.focus(), [])
  const go = (event: FormEvent) => {
    const found = findTypedDate(typed, of, axis)
    if ('at' in found) {
      onGo(found.at)
      return
    }
    // The form would close its dialog.
    event.preventDefault()
    setTrouble(found.trouble)
    field.current?.focus()
    field.current?.select()
  }
  return (
    <Modal title="Go to a date" className="go-to-date" onClose={onClose}>
      <form method="dialog" onSubmit={go}>
        <label>
          <span>Date</span>
          <input
            ref={field}
            type="text"
            autoComplete="off"
            value={typed}
            aria-invalid={trouble !== ''}
            aria-describedby={`${troubleId} ${hintId}`}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="submit" className="primary">
          Go
        </button>
        <p id={troubleId} role="alert" className="go-trouble">
          {trouble}
        </p>
        <p id={hintId} className="soft">
          For example {exampleIn(axis)}.
          {trouble === '' && ` This case runs from ${formatSpan(of.extent ?? axis.bounds)}.`}
        </p>
      </form>
    </Modal>
  )
}
