import { describe, expect, test } from 'vitest'
import { orderAgencies } from '#layout/lanes.ts'
import type { Case } from '#model/case.ts'
import { aCase, aFinding, anAgency, aPeriod } from '#tests/fixtures/case-file.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { METRICS, pictureOf, publishedCases } from '#tests/fixtures/picture.ts'

/** Four lanes of unlike need: periods, nothing, rows of marks, a strip and a sign. */
const VARIED = drawn(
  `
  home   |●        |
  csc    |         |
  gp     |●●●●     |
  cmht   |  ●      |`,
  {
    periods: [aPeriod('home', '2013-10-01/2013-10-06', { kind: 'home' })],
    findings: [
      aFinding('drift', { holders: ['cmht'], span: '2013-10-01/2013-10-04' }),
      aFinding('good', { kind: 'good-practice', holders: ['cmht'], events: ['cmht-2'] }),
    ],
  },
)

const heights = (of: Case, availablePx: number, columnPx = 8) =>
  layOut(of, columnPx, { availablePx }).lanes.map(({ heightPx }) => heightPx)

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

describe('the order of lanes', () => {
  test('is by family, child and family first, and within one as the case lists them', () => {
    const agencies = [
      anAgency('police', { family: 'police-and-justice' }),
      anAgency('gp'),
      anAgency('home', { family: 'child-and-family' }),
      anAgency('midwifery'),
      anAgency('csc', { family: 'childrens-social-care' }),
    ]
    const ordered = orderAgencies(aCase({ agencies })).map(({ id }) => id)
    expect(ordered).toEqual(['home', 'csc', 'gp', 'midwifery', 'police'])
  })

  test('is the order drawn, each lane with its place, the first of a family marked as its head', () => {
    const { lanes } = layOut(VARIED)
    expect(lanes.map(({ agency, index, isFamilyHead }) => [agency.id, index, isFamilyHead])).toEqual([
      ['home', 0, true],
      ['csc', 1, true],
      ['gp', 2, true],
      ['cmht', 3, false],
    ])
  })
})

describe('the heights of lanes', () => {
  test('a lane with nothing takes the least a lane may have', () => {
    expect(heights(VARIED, 0)[1]).toBe(METRICS.leastLanePx)
  })

  test('what is to spare is shared out evenly', () => {
    const natural = heights(VARIED, 0)
    const roomy = heights(VARIED, sum(natural) + 40)
    // Heights are whole pixels, so a share may lose one.
    const gains = roomy.map((height, place) => height - (natural[place] ?? 0))
    expect(gains.every((gain) => gain >= 9 && gain <= 10)).toBe(true)
  })

  test('no lane grows beyond the most it may have', () => {
    expect(Math.max(...heights(VARIED, 5000))).toBe(METRICS.mostLanePx)
  })

  test('what is available is never overrun where it could be kept', () => {
    const natural = sum(heights(VARIED, 0))
    for (const availablePx of [natural + 1, natural + 33, 400])
      expect(sum(heights(VARIED, availablePx))).toBeLessThanOrEqual(availablePx)
  })

  test('lanes in too little room keep what they need and scroll', () => {
    const picture = layOut(VARIED, 20, { availablePx: 10 })
    expect(picture.heightPx).toBeGreaterThan(10)
    expect(picture.lanes.every(({ heightPx }) => heightPx >= METRICS.leastLanePx)).toBe(true)
  })

  test('a lone row of marks stands in the middle of its lane', () => {
    const [lane] = layOut(drawn('gp |●|')).lanes
    expect(lane && lane.lineY - lane.y).toBeCloseTo((lane?.heightPx ?? 0) / 2)
  })

  test('no lanes make a picture without height', () => {
    const picture = layOut(VARIED, 20, { lanes: [] })
    expect([picture.heightPx, picture.lanes, picture.labels]).toEqual([0, [], []])
  })
})

const scenes = [{ id: 'a drawing', of: VARIED }, ...publishedCases()]

describe.each(scenes)('in $id', ({ of }) => {
  const pictures = [200, 700, 1500].flatMap((availablePx) =>
    [300, 1000, 2000].map((plotPx) => pictureOf(of, { availablePx, plotPx })),
  )

  test('lanes stand one under another without a gap', () => {
    for (const { lanes, heightPx } of pictures) {
      const tops = lanes.map(({ y }) => y)
      const feet = lanes.map((lane) => lane.y + lane.heightPx)
      expect(tops).toEqual([0, ...feet.slice(0, -1)])
      expect(feet.at(-1)).toBe(heightPx)
    }
  })

  test('marks, strips and periods lie within their lane, one kind under another', () => {
    for (const { lanes, findings, periods } of pictures)
      for (const lane of lanes) {
        const foot = lane.y + lane.heightPx
        const lowest = Math.max(...lane.marks.map(({ y }) => y), lane.lineY) + METRICS.rowPx / 2
        const strips = findings.flatMap((mark) =>
          mark.form === 'strip' && mark.agencyId === lane.agency.id ? [mark] : [],
        )
        const bars = periods.filter((bar) => bar.place === 'child' && bar.y >= lane.y && bar.y < foot)
        const isFamily = lane.agency.family === 'child-and-family'
        const stripFoot = Math.max(lane.stripY, ...strips.map(({ y, heightPx }) => y + heightPx))
        const barFoot = Math.max(0, ...bars.map(({ y, heightPx }) => y + heightPx))
        // Heights are cut to whole pixels.
        const steps = [lane.y, ...lane.marks.map(({ y }) => y - METRICS.glyphPx / 2)]
        expect(Math.min(...steps)).toBe(lane.y)
        expect(lowest).toBeLessThanOrEqual(lane.stripY + 1)
        expect(Math.min(lane.stripY, ...strips.map(({ y }) => y))).toBe(lane.stripY)
        expect(stripFoot).toBeLessThanOrEqual(isFamily ? lane.periodY + 1 : foot)
        expect(barFoot).toBeLessThanOrEqual(foot)
      }
  })
})
