import { useEffect } from 'react'
import { useView } from '#store/view.ts'

/** The ids to look for, the chosen event first. */
function wantedOf(kind: string, id: string, evidence: readonly string[]): readonly string[] {
  return kind === 'event' ? [id, ...evidence] : evidence
}

/** Scrolls the lanes, and nothing else, until the first mark of a selection's evidence is in sight. */
export function useRevealRows(): void {
  const selection = useView(({ view }) => view.selection)
  useEffect(() => {
    if (!selection?.evidence) return undefined
    const { kind, id, evidence } = selection
    // The picture is laid out again when the selection moves its window.
    const due = requestAnimationFrame(() => {
      const scroll = document.querySelector('.review .chart-scroll')
      const wanted = wantedOf(kind, id, evidence)
      const marks = wanted.flatMap((event) => [
        ...(scroll?.querySelectorAll(`[data-event="${CSS.escape(event)}"]`) ?? []),
      ])
      const first = marks[0]
      if (!scroll || !first) return
      const frame = scroll.getBoundingClientRect()
      const isIn = ({ top, bottom }: DOMRect) => top >= frame.top && bottom <= frame.bottom
      if (isIn(first.getBoundingClientRect())) return
      const { top, height } = first.getBoundingClientRect()
      scroll.scrollTop += top + height / 2 - (frame.top + frame.height / 2)
    })
    return () => cancelAnimationFrame(due)
  }, [selection])
}
