import { useCallback, useEffect, useRef, useState } from 'react'
import type { Timeline } from './useTimeline.ts'
import { nameWindow } from './window-words.ts'

/** Longer than between two frames of a gesture or two letters of a search: only what has come to rest is told. */
const REST_MS = 500

export interface News {
  readonly text: string
  /** Counts what was told, so that the same words twice are told twice. */
  readonly count: number
}

interface Telling {
  readonly news: News
  readonly say: (text: string) => void
  /** The change of the window under way is not worth telling: the mark that was gone to says where one is. */
  readonly hush: () => void
}

/** What a listener is told: where they have arrived, and what is in sight once it has changed and come to rest. */
export function useNews(
  title: string,
  { shown, axis, window, view }: Pick<Timeline, 'shown' | 'axis' | 'window' | 'view'>,
): Telling {
  const [news, setNews] = useState<News>({ text: '', count: 0 })
  const last = useRef<string>(undefined)
  const isArrived = useRef(false)
  const isHushed = useRef(false)
  const tell = useCallback((text: string) => setNews(({ count }) => ({ text, count: count + 1 })), [])
  // Whoever presses a key has arrived: its answer is not talked over by a welcome that came late.
  const say = useCallback(
    (text: string) => {
      isArrived.current = true
      tell(text)
    },
    [tell],
  )
  const hush = useCallback(() => {
    isHushed.current = true
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => {
      const words = nameWindow(shown, axis, window, view)
      const [before, wasHushed] = [last.current, isHushed.current]
      last.current = words
      isHushed.current = false
      if (words === before || wasHushed || (before === undefined && isArrived.current)) return
      tell(before === undefined ? `Timeline of ${title}. ${words}` : words)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [title, shown, axis, window, view, tell])
  return { news, say, hush }
}
