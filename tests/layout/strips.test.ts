import { describe, expect, test } from 'vitest'
import type { Case } from '#model/case.ts'
import { bandLanes, carrierOf } from '#layout/strips.ts'
import { orderAgencies } from '#layout/lanes.ts'
import type { Picture } from '#layout/place.ts'
import { aFinding } from '#tests/fixtures/case-file.ts'
import { drawn, layOut, lines, written } from '#tests/fixtures/drawn.ts'
import { METRICS } from '#tests/fixtures/picture.ts'

type Draft = Parameters<typeof aFinding>[1]

const LANES = `
  csc    |          |
  gp     |●         |
  cmht   |          |
  police |         ●|`

const withFindings = (findings: Readonly<Record<string, Draft>>): Case =>
  drawn(LANES, { findings: Object.entries(findings).map(([id, more]) => aFinding(id, more)) })

const stripsOf = (picture: Picture) => picture.findings.flatMap((mark) => (mark.form === 'strip' ? [mark] : []))

describe('a stretch along one lane', () => {
  test('lies under the marks of the lane that held it, from its first day to its last', () => {
    const of = withFindings({ drift: { kind: 'delay', span: '2013-10-03/2013-10-05' } })
    expect(written(layOut(of), 10)).toEqual(
      lines(`
        csc    |          |
        gp     |●         |
               |  ░░░     |
        cmht   |          |
        police |         ●|`),
    )
  })

  test('gaps that overlap have rows of their own, and drift shares the one below', () => {
    const gap = { kind: 'information-not-shared', receivers: ['police'] } as const
    const of = withFindings({
      late: { kind: 'delay', span: '2013-10-01/2013-10-06' },
      first: { ...gap, span: '2013-10-01/2013-10-04' },
      second: { ...gap, span: '2013-10-03/2013-10-07' },
      third: { ...gap, span: '2013-10-08/2013-10-09' },
      later: { kind: 'not-assessed', span: '2013-10-05/2013-10-10' },
    })
    const gp = written(layOut(of), 10).slice(1, 5)
    expect(gp).toEqual(['gp    |●         |', '      |░░░░   ░░ |', '      |  ░░░░░   |', '      |░░░░░░░░░░|'])
  })

  test('more gaps than rows share the last one', () => {
    const of = withFindings(
      Object.fromEntries(
        ['a', 'b', 'c', 'd', 'e'].map((id) => [id, { kind: 'record-error' as const, span: '2013-10-01/2013-10-05' }]),
      ),
    )
    const strips = stripsOf(layOut(of))
    expect(strips).toHaveLength(5)
    expect(new Set(strips.map(({ y }) => y)).size).toBe(3)
  })

  test('of one moment is still wide enough to be seen', () => {
    const of = withFindings({ moment: { kind: 'delay', span: '2013-10-03T10:00' } })
    const [strip] = stripsOf(layOut(of))
    expect(strip && strip.x1 - strip.x).toBe(METRICS.glyphPx / 2)
  })

  test('says at which end it is open', () => {
    const ends = (span: string) => {
      const [strip] = stripsOf(layOut(withFindings({ open: { kind: 'delay', span } })))
      return [strip?.opensLeft, strip?.opensRight]
    }
    expect(ends('2013-10-03/2013-10-05')).toEqual([false, false])
    expect(ends('../2013-10-05')).toEqual([true, false])
    expect(ends('2013-10-03/..')).toEqual([false, true])
  })
})

describe('the lane that carries a finding', () => {
  const finding = (holders: string[], receivers: string[]) => {
    const [found] = withFindings({ f: { holders, receivers } }).findings
    if (!found) throw new Error('no finding')
    return found
  }

  test('is its first holder in sight, else its first receiver', () => {
    const one = finding(['gp', 'cmht'], ['police'])
    expect(carrierOf(one, new Set(['csc', 'gp', 'cmht', 'police']))).toBe('gp')
    expect(carrierOf(one, new Set(['cmht', 'police']))).toBe('cmht')
    expect(carrierOf(one, new Set(['police']))).toBe('police')
    expect(carrierOf(one, new Set(['csc']))).toBeUndefined()
  })
})

describe('a handover gap', () => {
  const of = withFindings({})
  const lanes = orderAgencies(of)
  const between = (more: Draft, axisKind: 'time' | 'order' = 'time') => {
    const [finding] = withFindings({ f: { kind: 'handover-gap', ...more } }).findings
    return finding && bandLanes(finding, lanes, axisKind)
  }

  test('is a band between neighbours, whichever of them held it', () => {
    expect(between({ holders: ['gp'], receivers: ['cmht'] })).toEqual({ from: 1, to: 2 })
    expect(between({ holders: ['cmht'], receivers: ['gp'] })).toEqual({ from: 2, to: 1 })
  })

  test('is a strip between lanes that are far apart, which a band would hatch over', () => {
    expect(between({ holders: ['gp'], receivers: ['police'] })).toBeUndefined()
    const picture = layOut(
      withFindings({ far: { kind: 'handover-gap', receivers: ['police'], span: '2013-10-02/2013-10-04' } }),
    )
    expect(picture.findings.map(({ form }) => form)).toEqual(['strip'])
  })

  test('is a strip when nobody else was to receive it', () => {
    expect(between({ holders: ['gp'], receivers: [] })).toBeUndefined()
    expect(between({ holders: ['gp', 'cmht'], receivers: ['cmht'] })).toBeUndefined()
  })

  test('other gaps of information are never bands, but on an axis of order all of them are', () => {
    const more: Draft = { kind: 'information-not-shared', holders: ['csc'], receivers: ['gp', 'police'] }
    expect(between(more)).toBeUndefined()
    expect(between(more, 'order')).toEqual({ from: 0, to: 3 })
    expect(between({ ...more, kind: 'delay' }, 'order')).toBeUndefined()
  })

  test('is drawn as a band from lane to lane over its days', () => {
    const picture = layOut(
      withFindings({ gap: { kind: 'handover-gap', receivers: ['cmht'], span: '2013-10-03/2013-10-06' } }),
    )
    expect(written(picture, 10)).toEqual(
      lines(`
        csc    |          |
        gp     |●         |
               |  ▒▒▒▒    |
        cmht   |          |
        police |         ●|`),
    )
  })
})
