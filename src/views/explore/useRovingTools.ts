import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The tools themselves, in order; not what their menus and dialogs hold. */
function toolsIn(bar: HTMLElement | null): readonly HTMLElement[] {
  const all = bar?.querySelectorAll<HTMLElement>('button, summary') ?? []
  return [...all].filter((tool) => !tool.closest('.menu-choices, dialog'))
}

interface Roving {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

/** One Tab stop for a bar of tools: arrows, Home and End go from one to the next, and Tab comes back to where one was. */
export function useRovingTools(): Roving {
  const ref = useRef<HTMLDivElement>(null)
  const stop = useRef<HTMLElement>(undefined)
  const settle = () => {
    const tools = toolsIn(ref.current)
    const current = tools.find((tool) => tool === stop.current) ?? tools[0]
    for (const tool of tools) tool.tabIndex = tool === current ? 0 : -1
  }
  // After every render: tools come and go.
  useLayoutEffect(settle)
  return {
    ref,
    onFocus: ({ target }) => {
      const tool = toolsIn(ref.current).find((one) => one === target)
      if (!tool) return
      stop.current = tool
      settle()
    },
    onKeyDown: (event) => {
      const tools = toolsIn(ref.current)
      const at = tools.findIndex((tool) => tool === event.target)
      const step = STEPS[event.key]
      if (at === -1 || !step || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      tools[step(at, tools.length)]?.focus()
    },
  }
}
