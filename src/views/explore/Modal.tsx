import { type ReactNode, useEffect, useId, useRef } from 'react'
import './modal.css'

/** What a dialog does not do by itself, until the function returned is called. */
export function listenModal(box: HTMLDialogElement): () => void {
  const stop = new AbortController()
  const { signal } = stop
  // A press on the dialog but on nothing in it is a press on the page behind it.
  box.addEventListener('click', (event) => event.target === box && box.close(), { signal })
  // Escape closes this alone, not the details beside the chart.
  box.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation(), { signal })
  return () => stop.abort()
}

interface Props {
  readonly title: string
  readonly className: string
  /** Called once it has closed, by whatever means; what shows it should then take it away. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A native dialog in front of the page while it is there: the browser keeps the focus in it, and gives it back to what had it. */
export function Modal({ title, className, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const box = dialog.current
    if (!box) return undefined
    if (!box.open) box.showModal()
    return listenModal(box)
  }, [])
  return (
    <dialog ref={dialog} className={`modal ${className}`} aria-labelledby={titleId} onClose={onClose}>
      <div className="modal-body">
        <div className="modal-heading">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="modal-close" aria-label="Close" onClick={() => dialog.current?.close()}>
            ×
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
