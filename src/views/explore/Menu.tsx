import { type ReactNode, useEffect, useRef } from 'react'

/** What a disclosure does not do by itself, until the function returned is called: it closes as menus do. */
function listen(box: HTMLDetailsElement): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const close = () => {
    box.open = false
    box.querySelector('summary')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.open) return
    // Escape closes this alone, not the details beside the chart.
    event.stopPropagation()
    close()
  }
  const choose = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('.menu-choices button:not([aria-disabled="true"])')) close()
  }
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.open = false
  }
  const pressElsewhere = ({ target }: PointerEvent) => {
    if (target instanceof Node && !box.contains(target)) box.open = false
  }
  box.addEventListener('keydown', press, { signal })
  box.addEventListener('click', choose, { signal })
  box.addEventListener('focusout', leave, { signal })
  document.addEventListener('pointerdown', pressElsewhere, { signal })
  return () => stop.abort()
}

interface Props {
  /** What stands on it, and its name where that says more. */
  readonly text: string
  readonly name?: string
  readonly children: ReactNode
}

/** A native disclosure over the page: a choice, Escape or going elsewhere closes it; the first two lead back to its button. */
export function Menu({ text, name, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => (box.current ? listen(box.current) : undefined), [])
  return (
    <details ref={box} className="menu">
      <summary aria-label={name}>{text}</summary>
      <div className="menu-choices">{children}</div>
    </details>
  )
}
