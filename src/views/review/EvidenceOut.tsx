import { useState } from 'react'
import type { Candidate } from '#analysis/rules/candidates.ts'
import { describeFilter } from '#analysis/view-words.ts'
import type { Evidence, Kept } from '#exchange/evidence.ts'
import { handOver } from '#exchange/hand-over.ts'
import type { Case, Finding } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import type { Decisions } from '#store/decisions.ts'
import { readView } from '#store/view.ts'
import { themeTitle } from '#views/themes.ts'
import { thresholdWords } from './picture-notes.ts'
import type { Found } from './useReview.ts'

interface Props {
  readonly of: Case
  readonly found: Found
  readonly decisions: Decisions
  readonly horizon: string | undefined
}

/** What the reviewer keeps of what the lists show now, in their order. */
function findKept({ comparison }: Found, decisions: Decisions): readonly Kept[] {
  const note = (key: string) => {
    const decision = decisions.of.get(key)
    return decision?.choice === 'keep' ? decision.note : undefined
  }
  const candidate = (one: Candidate): readonly Kept[] => {
    const found = note(`candidate ${one.id}`)
    return found === undefined ? [] : [{ kind: 'candidate', candidate: one, note: found }]
  }
  const finding = (one: Finding): readonly Kept[] => {
    const found = note(`finding ${one.id}`)
    return found === undefined ? [] : [{ kind: 'finding', finding: one, note: found }]
  }
  return [
    ...comparison.both.flatMap(candidate),
    ...comparison.rulesOnly.flatMap(candidate),
    ...comparison.reviewOnly.flatMap(finding),
  ]
}

const FORMATS = ['docx', 'md', 'csv'] as const
type Format = (typeof FORMATS)[number]
const SAVE_AS: Readonly<Record<Format, string>> = {
  docx: 'Save as a Word document',
  md: 'Save as Markdown',
  csv: 'Save as a table (CSV)',
}

/** The file of a format. Few readers take anything out, so what writes it comes when it is asked for. */
async function write(evidence: Evidence, format: Format): Promise<Blob> {
  if (format === 'docx') return (await import('#exchange/evidence-document.ts')).writeDocument(evidence)
  const { writeCsv, writeMarkdown } = await import('#exchange/evidence.ts')
  return format === 'md'
    ? new Blob([writeMarkdown(evidence)], { type: 'text/markdown' })
    : new Blob([writeCsv(evidence)], { type: 'text/csv' })
}

/** What is kept, as files that say what they depend on. */
export function EvidenceOut({ of, found, decisions, horizon }: Props) {
  const [news, setNews] = useState('')
  const kept = findKept(found, decisions)
  const save = async (format: Format) => {
    const name = `${of.id}-evidence.${format}`
    setNews('')
    try {
      const filter = describeFilter(of, readView().view.filter, themeTitle)
      const thresholds = thresholdWords(of, found.settled)
      handOver(await write({ of, kept, filter, thresholds, horizon }, format), name)
      setNews(`${name} saved.`)
    } catch (reason) {
      setNews(`${name} could not be saved: ${reason instanceof Error ? reason.message : String(reason)}`)
    }
  }
  return (
    <section className="evidence-out" aria-labelledby="evidence-title">
      <h3 id="evidence-title">Evidence out</h3>
      <p className="soft">
        {kept.length > 0
          ? `${formatCount(kept.length, 'thing')} kept, with intervals, thresholds and places in the review.`
          : 'Open a line and choose Keep; what is kept can be saved here.'}
      </p>
      <p className="evidence-actions">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className="plain-action"
            disabled={kept.length === 0}
            onClick={() => void save(format)}
          >
            {SAVE_AS[format]}
          </button>
        ))}
      </p>
      <p role="status">{news}</p>
    </section>
  )
}
