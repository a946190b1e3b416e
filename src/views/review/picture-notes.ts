import { RULE_NAME } from '#analysis/rules/candidate-words.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#analysis/rules/thresholds.ts'
import { listSettings, nameSetting, unitOf, valueOf } from '#analysis/rules/tuning.ts'
import type { Case } from '#model/case.ts'
import type { Selection } from '#store/address.ts'
import type { Found } from './useReview.ts'

/** "From a request to a reply: 28 days", and the default where the reader chose another. */
export function thresholdWords(of: Case, limits: Thresholds): readonly string[] {
  return listSettings(of).map((one) => {
    const value = valueOf(limits, one)
    const preset = valueOf(DEFAULT_THRESHOLDS, one)
    return `${nameSetting(one)}: ${value} ${unitOf(one)}${value === preset ? '' : ` (default ${preset})`}`
  })
}

/** What the rings of a picture point out, and who says so. */
function ringWords(of: Case, found: Found, { kind, id, path }: Selection): string | undefined {
  if (path) {
    const [way, agency] = [of.facts.find((one) => one.id === path.fact), of.agencyById.get(path.agency)]
    return way && `Ringed: how it became known, as far as followed on the way to ${agency?.name ?? ''}. ${way.title}.`
  }
  if (kind === 'candidate') {
    const { both, rulesOnly } = found.comparison
    const one = [...both, ...rulesOnly].find((candidate) => candidate.id === id)
    return (
      one && `Ringed: the evidence of a question that a rule asks, never a finding. ${RULE_NAME[one.rule]}: ${one.text}`
    )
  }
  if (kind === 'finding') {
    const finding = of.findingById.get(id)
    return finding && `Ringed: the evidence of a finding of the review. ${finding.title}.`
  }
  const fact = of.facts.find((one) => one.id === id)
  return kind === 'fact' && fact ? `Ringed: how it became known. ${fact.title}.` : undefined
}

/** What a picture taken on this page says besides: what is ringed and the thresholds. `of` is the case up to that day. */
export function pictureNotes(of: Case, found: Found | undefined, selection: Selection | undefined): readonly string[] {
  const rings = found && selection?.evidence && ringWords(of, found, selection)
  return [
    ...(rings === undefined ? [] : [rings]),
    ...(found ? [`Thresholds of the rules: ${thresholdWords(of, found.settled).join('; ')}.`] : []),
  ]
}
