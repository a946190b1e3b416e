import { lazy, Suspense, useCallback, useState } from 'react'
import type { Case } from '#model/case.ts'
import { Menu } from './Menu.tsx'
import type { Timeline } from './useTimeline.ts'

// Few readers save a picture: what makes one comes when they do.
const PictureOut = lazy(async () => ({ default: (await import('#views/picture/PictureOut.tsx')).PictureOut }))

const FORMATS = ['svg', 'png'] as const
type Format = (typeof FORMATS)[number]
const FORMAT_NAME: Readonly<Record<Format, string>> = { svg: 'SVG, sharp at any size', png: 'PNG, for slides and mail' }

interface Props {
  readonly of: Case
  readonly timeline: Timeline
  /** What the picture says besides, a sentence each. */
  readonly notes: readonly string[]
}

/** Saves what is in sight as a file of its own. */
export function SavePicture({ of, timeline, notes }: Props) {
  const [format, setFormat] = useState<Format>()
  const [said, setSaid] = useState('')
  const finish = useCallback((outcome: { readonly name: string } | { readonly trouble: string }) => {
    setFormat(undefined)
    setSaid('name' in outcome ? `Saved as ${outcome.name}.` : `The picture could not be saved: ${outcome.trouble}`)
  }, [])
  return (
    <div className="save-picture">
      <Menu text="Save" name="Save picture">
        {FORMATS.map((one) => (
          <button
            key={one}
            type="button"
            disabled={format !== undefined}
            onClick={() => {
              setSaid('')
              setFormat(one)
            }}
          >
            {FORMAT_NAME[one]}
          </button>
        ))}
      </Menu>
      <span aria-live="polite" className="visually-hidden">
        {said}
      </span>
      {format && (
        <Suspense fallback={null}>
          <PictureOut key={format} of={of} timeline={timeline} notes={notes} format={format} onDone={finish} />
        </Suspense>
      )}
    </div>
  )
}
