import { useEffect, useMemo, useRef } from 'react'
import { describeFilter } from '#analysis/view-words.ts'
import { handOver } from '#exchange/hand-over.ts'
import { makePicture, pictureFileName, type PictureFormat } from '#exchange/picture.ts'
import type { Case } from '#model/case.ts'
import { useView } from '#store/view.ts'
import type { Timeline } from '#views/explore/useTimeline.ts'
import { themeTitle } from '#views/themes.ts'
import { layPicture } from './lay-picture.ts'
import { PictureDrawing } from './PictureDrawing.tsx'
import './picture.css'

interface Props {
  readonly of: Case
  readonly timeline: Timeline
  readonly notes: readonly string[]
  readonly format: PictureFormat
  /** Told the file's name when it was handed over, or why not. */
  readonly onDone: (outcome: { readonly name: string } | { readonly trouble: string }) => void
}

/** Draws the view out of sight, as the file will show it, and hands the file over once. */
export function PictureOut({ of, timeline, notes, format, onDone }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const isBegun = useRef(false)
  const { filter, hidesFiltered, selection } = useView(({ view }) => view)
  const ringed = useMemo(() => selection?.evidence && new Set(selection.evidence), [selection])
  const laid = useMemo(
    () => layPicture({ of, timeline, notes, filterWords: describeFilter(of, filter, themeTitle), hidesFiltered }),
    [of, timeline, notes, filter, hidesFiltered],
  )
  useEffect(() => {
    if (isBegun.current || !svg.current || !laid) return
    isBegun.current = true
    const { axis, window } = timeline
    const name = pictureFileName(of.id, window, axis.kind === 'order', format)
    makePicture({ drawing: svg.current, title: laid.title, description: laid.description, format }).then(
      (file) => {
        handOver(file, name)
        onDone({ name })
      },
      (reason: unknown) => onDone({ trouble: reason instanceof Error ? reason.message : String(reason) }),
    )
  }, [of, timeline, format, laid, onDone])
  return (
    <div className="picture-out" aria-hidden="true">
      {laid && <PictureDrawing ref={svg} laid={laid} timeline={timeline} ringed={ringed} />}
    </div>
  )
}
