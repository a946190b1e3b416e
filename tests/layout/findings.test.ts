import { describe, expect, test } from 'vitest'
import { type FindingMark, findSignedLanes, formatStretch } from '#layout/findings.ts'
import { orderAgencies } from '#layout/lanes.ts'
import type { Case } from '#model/case.ts'
import type { Picture } from '#layout/place.ts'
import { FINDING_KINDS, HIGHLIGHT_OF } from '#model/vocabulary.ts'
import { aFinding } from '#tests/fixtures/case-file.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { METRICS, pictureOf, publishedCases } from '#tests/fixtures/picture.ts'
import { when } from '#tests/fixtures/when.ts'

type Draft = Parameters<typeof aFinding>[1]
type Form = FindingMark['form']

const LANES = `
  home   |           |
  csc    |    ◆      |
  gp   ● |●   ◆      |
  cmht   |          ●|`

const withFindings = (findings: Readonly<Record<string, Draft>>): Case =>
  drawn(LANES, { findings: Object.entries(findings).map(([id, more]) => aFinding(id, more)) })

function markOf<F extends Form>(picture: Picture, id: string, form: F): Extract<FindingMark, { form: F }> {
  const found = picture.findings.find(
    (mark): mark is Extract<FindingMark, { form: F }> => mark.finding.id === id && mark.form === form,
  )
  if (!found) throw new Error(`${id} is not drawn as ${form}`)
  return found
}

const lineOf = (picture: Picture, id: string) => picture.lanes.find(({ agency }) => agency.id === id)?.lineY ?? NaN

describe('a missed referral', () => {
  const missed = { kind: 'missed-referral', span: '2013-10-03/2013-10-09' } as const

  test('leaves ghosts on the side of each holder that faces the lane that should have heard, and ends short of it', () => {
    const picture = layOut(withFindings({ up: { ...missed, holders: ['gp', 'cmht'], receivers: ['csc'] } }))
    const { ghostYs, crossY, x } = markOf(picture, 'up', 'missed')
    expect(x).toBeCloseTo(2 * 20)
    expect(ghostYs).toEqual(['gp', 'cmht'].map((id) => lineOf(picture, id) - METRICS.glyphPx * 1.1))
    expect(crossY).toBeGreaterThan(lineOf(picture, 'csc') + METRICS.glyphPx)
    expect(crossY).toBeLessThan(lineOf(picture, 'gp'))
  })

  test('points down to a lane below', () => {
    const picture = layOut(withFindings({ down: { ...missed, holders: ['csc'], receivers: ['cmht'] } }))
    const { ghostYs, crossY } = markOf(picture, 'down', 'missed')
    expect(ghostYs).toEqual([lineOf(picture, 'csc') + METRICS.glyphPx * 1.1])
    expect(crossY).toBeLessThan(lineOf(picture, 'cmht') - METRICS.glyphPx)
    expect(crossY).toBeGreaterThan(lineOf(picture, 'csc'))
  })

  test('to nobody in sight has a short line of its own, down from the first lane and up from any other', () => {
    const picture = layOut(
      withFindings({
        low: { ...missed, holders: ['cmht'], receivers: [] },
        top: { ...missed, holders: ['home'], receivers: [] },
      }),
    )
    for (const [id, way] of [
      ['low', -1],
      ['top', 1],
    ] as const) {
      const { ghostYs, crossY } = markOf(picture, id, 'missed')
      const linePx = (crossY - (ghostYs[0] ?? NaN)) * way
      expect(linePx).toBeGreaterThan(METRICS.glyphPx)
      expect(linePx).toBeLessThan(METRICS.rowPx * 2)
      expect(crossY).toBeGreaterThan(0)
    }
  })

  test('of the same day steps to the right, so that each line can be followed', () => {
    const more = { ...missed, receivers: ['csc'] }
    const picture = layOut(withFindings({ a: more, b: more, c: { ...more, span: '2013-10-09' } }))
    const [a, b, c] = ['a', 'b', 'c'].map((id) => markOf(picture, id, 'missed').x)
    expect([b, c]).toEqual([(a ?? 0) + METRICS.glyphPx * 0.8, 8 * 20])
  })

  test('whose holder is out of sight is listed, not drawn', () => {
    const of = withFindings({ hidden: { ...missed, holders: ['gp'], receivers: ['csc'] } })
    const picture = layOut(of, 20, { lanes: ['csc', 'cmht'] })
    expect(picture.findings).toEqual([])
    expect(picture.unplacedFindings.map(({ id }) => id)).toEqual(['hidden'])
  })
})

describe('a handover gap between neighbours', () => {
  test('reaches from rule to rule, whoever held it, over its stretch', () => {
    const gap = { kind: 'handover-gap', span: '2013-10-03/2013-10-06' } as const
    const picture = layOut(
      withFindings({
        down: { ...gap, holders: ['csc'], receivers: ['gp'] },
        up: { ...gap, holders: ['gp'], receivers: ['csc'] },
      }),
    )
    for (const id of ['down', 'up']) {
      const { x, x1, y, y1, opensRight, lengthText } = markOf(picture, id, 'band')
      expect([y, y1]).toEqual([lineOf(picture, 'csc'), lineOf(picture, 'gp')])
      expect([Math.round(x), Math.round(x1)]).toEqual([40, 120])
      expect([opensRight, lengthText]).toEqual([false, '3 days'])
    }
  })

  test('without an end is open and says so', () => {
    const picture = layOut(withFindings({ open: { kind: 'handover-gap', receivers: ['csc'], span: '2013-10-03/..' } }))
    expect(markOf(picture, 'open', 'band')).toMatchObject({ opensRight: true, lengthText: 'no end given' })
  })
})

describe('a sign', () => {
  const signed = withFindings({
    praised: { kind: 'good-practice', events: ['gp-0'] },
    unrecorded: { kind: 'meeting-not-recorded', holders: ['gp'], events: ['meeting-4'] },
    absent: { kind: 'absent-from-meeting', holders: ['cmht'], events: ['meeting-4'] },
    disputed: { kind: 'conflicting-accounts', holders: ['cmht'], span: '2013-10-03' },
    again: { kind: 'good-practice', events: ['gp-0'] },
  })
  const picture = layOut(signed)

  test('stands at the upper right of the mark it speaks of', () => {
    const { x, y, sign } = markOf(picture, 'praised', 'sign')
    const gp = picture.lanes.find(({ agency }) => agency.id === 'gp')
    const mark = gp?.marks[0]
    expect(sign).toBe('good-practice')
    expect(x - (mark?.x ?? 0)).toBeCloseTo(METRICS.glyphPx * 0.55)
    expect(y).toBeLessThan(mark?.y ?? 0)
    expect(y).toBeGreaterThanOrEqual(gp?.y ?? 0)
  })

  test('of a meeting stands at the head of its spine, in the lane of its topmost node', () => {
    const [spine] = picture.spines
    const { agencyId, y, sign } = markOf(picture, 'unrecorded', 'sign')
    expect([agencyId, sign]).toEqual(['csc', 'no-minutes'])
    expect(y).toBeLessThan(spine?.topY ?? 0)
    expect(markOf(picture, 'absent', 'sign')).toMatchObject({ agencyId: 'csc', sign: 'empty-chair' })
  })

  test('without a mark to speak of stands on its lane at its date', () => {
    const { agencyId, x, sign } = markOf(picture, 'disputed', 'sign')
    expect([agencyId, sign]).toEqual(['cmht', 'disagreement'])
    expect(x).toBeCloseTo(2 * 20 + METRICS.glyphPx * 0.55)
  })

  test('gives way to the right where another stands already', () => {
    const step = METRICS.glyphPx * 0.9
    const between = (one: string, other: string) => markOf(picture, other, 'sign').x - markOf(picture, one, 'sign').x
    expect(between('praised', 'again')).toBeCloseTo(step)
    expect(between('unrecorded', 'absent')).toBeCloseTo(step)
  })

  test('makes its lane keep room for it', () => {
    expect([...findSignedLanes(signed.findings, orderAgencies(signed))].toSorted()).toEqual(['cmht', 'gp'])
    const strip = withFindings({ drift: { span: '2013-10-03' } })
    expect(findSignedLanes(strip.findings, orderAgencies(strip)).size).toBe(0)
  })
})

describe('the length of a stretch', () => {
  test.each([
    ['2013-11-01/2013-12-05', '34 days'],
    ['2013-10/2013-12-01', '31 to 61 days'],
    ['2013-11-01/2013-11-02', '1 day'],
    ['2013-11-01/..', 'no end given'],
    ['../2013-11-01', undefined],
    ['2013-11-01', undefined],
    ['2013-11-01T07:00/2013-11-01T09:00', undefined],
  ])('%s reads %s', (edtf, text) => {
    expect(formatStretch(when(edtf))).toBe(text)
  })

  test('nothing has no length', () => {
    expect(formatStretch(undefined)).toBeUndefined()
  })
})

test.each(FINDING_KINDS)('a finding of kind %s with a date and a lane in sight is drawn as one thing', (kind) => {
  const of = withFindings({ f: { kind, span: '2013-10-03/2013-10-05', receivers: ['csc'], events: ['gp-0'] } })
  const picture = layOut(of)
  expect(picture.findings.map(({ finding, highlight }) => [finding.id, highlight])).toEqual([['f', HIGHLIGHT_OF[kind]]])
  expect(picture.unplacedFindings).toEqual([])
})

test('a finding without a date or a dated event is listed, not drawn', () => {
  const of = withFindings({ bare: {}, resting: { events: ['gp-undated-0'] }, placed: { events: ['gp-0'] } })
  const picture = layOut(of)
  expect(picture.unplacedFindings.map(({ id }) => id)).toEqual(['bare', 'resting'])
  expect(picture.findings.map(({ finding }) => finding.id)).toEqual(['placed'])
})

test('findings the filter leaves out stay when it dims, and go when it hides', () => {
  const of = withFindings({ drift: { span: '2013-10-03' }, praised: { kind: 'good-practice', events: ['gp-0'] } })
  const filter = { hiddenHighlights: new Set(['drift'] as const) }
  const idsOf = (hidesFiltered: boolean) => {
    const { findings, unplacedFindings } = layOut(of, 20, { filter, hidesFiltered })
    return [...findings.map(({ finding }) => finding.id), ...unplacedFindings.map(({ id }) => id)]
  }
  expect(idsOf(false).toSorted()).toEqual(['drift', 'praised'])
  expect(idsOf(true)).toEqual(['praised'])
})

test.each(publishedCases())(
  'in $id every finding is either drawn or listed as unplaced, whatever lanes are in sight',
  ({ of }) => {
    const all = orderAgencies(of).map(({ id }) => id)
    const everyOther = all.filter((_, place) => place % 2 === 0)
    for (const lanes of [all, everyOther, all.slice(0, 3), []]) {
      const picture = pictureOf(of, { lanes })
      const drawnIds = new Set(picture.findings.map(({ finding }) => finding.id))
      const listed = picture.unplacedFindings.map(({ id }) => id)
      expect(listed.filter((id) => drawnIds.has(id))).toEqual([])
      expect([...drawnIds, ...listed].toSorted()).toEqual(of.findings.map(({ id }) => id).toSorted())
      expect(picture.findings).toHaveLength(drawnIds.size)
      expect(picture.findings.filter(({ agencyId }) => !lanes.includes(agencyId))).toEqual([])
    }
  },
)
