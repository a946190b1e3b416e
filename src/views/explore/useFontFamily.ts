import { useEffect, useState } from 'react'

const FAMILY = '"Atkinson Hyperlegible Next"'

/** The font to measure with: the page's own once it has loaded, so that words are placed again at their true width. */
export function useFontFamily(): string {
  const [family, setFamily] = useState('sans-serif')
  useEffect(() => {
    let isCurrent = true
    const faces = document.fonts
      ? Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 12px ${FAMILY}`)))
      : undefined
    // A font that does not load leaves the fallback in place, which is what the page then shows too.
    faces?.then(
      () => isCurrent && setFamily(`${FAMILY}, sans-serif`),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [])
  return family
}
