/** What the probe is wide and high where nothing was changed, as its style says. */
const USUAL_PX = { width: 16, height: 12.5 }

/**
 * Tells how much larger than usual the browser shows text, before it first draws and whenever it changes: by its own size for text, by
 * a style of the reader's, or by a size below which it shows none. Sizes follow it, and so does the chart, which
 * measures its words by itself.
 */
export function watchDeviceText(tell: (scale: number) => void): void {
  const probe = document.createElement('div')
  probe.className = 'text-probe'
  probe.ariaHidden = 'true'
  probe.textContent = '\u00A0'
  document.body.append(probe)
  const read = () => {
    const { width, height } = probe.getBoundingClientRect()
    const scale = Math.max(width / USUAL_PX.width, height / USUAL_PX.height)
    // Printing hides it.
    if (scale > 0) tell(Math.round(scale * 100) / 100)
  }
  // Asks as soon as the page is first laid out; to measure at once would lay it out once more.
  new ResizeObserver(read).observe(probe)
}
