import { useEffect, useState } from 'react'

const FAMILY = '"Atkinson Hyperlegible Next"'
const FALLBACK = 'sans-serif'
/** A font that takes longer is not waited for: words stand at the fallback's width until it comes. */
const PATIENCE_MS = 300

interface Font {
  readonly family: string
  /** Whether the family is the page's own, or that one is late or missing. */
  readonly isSettled: boolean
}

/** The font to measure with: the page's own once it has loaded, so that words are placed at their true width. */
export function useFontFamily(): Font {
  const [font, setFont] = useState<Font>(() => ({ family: FALLBACK, isSettled: !document.fonts }))
  useEffect(() => {
    if (!document.fonts) return undefined
    let isCurrent = true
    // What the page then shows too.
    const fallBack = () => setFont((found) => ({ ...found, isSettled: true }))
    const timer = setTimeout(fallBack, PATIENCE_MS)
    Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 12px ${FAMILY}`))).then(
      () => isCurrent && setFont({ family: `${FAMILY}, ${FALLBACK}`, isSettled: true }),
      () => isCurrent && fallBack(),
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [])
  return font
}
