/** The page's own font written into a picture, so that words keep their measured widths wherever it is opened. */

const FAMILY = 'Atkinson Hyperlegible Next'
const FALLBACK = 'system-ui, sans-serif'

interface Fonts {
  /** `@font-face` rules with the fonts as data; empty when none could be read. */
  readonly css: string
  readonly family: string
  /** A sentence for the description when the font is not inside; empty when it is. */
  readonly note: string
}

interface Face {
  readonly weight: string
  readonly address: string
}

function facesOf(rules: CSSRuleList, base: string): readonly Face[] {
  return [...rules].flatMap((rule): readonly Face[] => {
    if (rule instanceof CSSGroupingRule) return facesOf(rule.cssRules, base)
    if (!(rule instanceof CSSFontFaceRule)) return []
    const family = rule.style.getPropertyValue('font-family').replaceAll(/['"]/g, '')
    const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
    if (family !== FAMILY || !address) return []
    return [{ weight: rule.style.getPropertyValue('font-weight') || '400', address: new URL(address, base).href }]
  })
}

function findFaces(): readonly Face[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return facesOf(sheet.cssRules, sheet.href ?? document.baseURI)
    } catch {
      // A sheet from elsewhere may not be read; the page has none, an extension may.
      return []
    }
  })
}

async function readAsData(address: string): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The font at ${address} could not be read.`)
  const file = new Blob([await answer.arrayBuffer()], { type: 'font/woff2' })
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('The font could not be read.')),
    )
    reader.addEventListener('error', () => reject(new Error('The font could not be read.')))
    reader.readAsDataURL(file)
  })
}

/** The fonts for the weights given. Where they cannot be read (a page opened from a file), the system's font stands in and the note says so. */
export async function embedFonts(weights: ReadonlySet<string>): Promise<Fonts> {
  const faces = findFaces().filter(({ weight }) => weights.has(weight))
  try {
    if (faces.length === 0) throw new Error('The page has no font of its own.')
    const rules = await Promise.all(
      faces.map(async ({ weight, address }) => {
        const data = await readAsData(address)
        return `@font-face{font-family:'${FAMILY}';font-weight:${weight};src:url(${data}) format('woff2')}`
      }),
    )
    return { css: rules.join('\n'), family: `'${FAMILY}', ${FALLBACK}`, note: '' }
  } catch {
    return {
      css: '',
      family: `'${FAMILY}', ${FALLBACK}`,
      note: `Words were measured in ${FAMILY}, which is not inside this file: another font may be wider.`,
    }
  }
}
