import { describe, expect, test } from 'vitest'
import { applyFilter, NO_FILTER, type Filter } from '#analysis/filter.ts'
import type { Box } from '#layout/metrics.ts'
import { boxesMeet } from '#layout/metrics.ts'
import { boxOfMark, wishesOf } from '#layout/wishes.ts'
import type { Case } from '#model/case.ts'
import type { CaseFile } from '#model/schema.ts'
import { aCase, aFinding, anAgency, anEvent, aPeriod, roles } from '#tests/fixtures/case-file.ts'
import { drawn, layOut } from '#tests/fixtures/drawn.ts'
import { METRICS } from '#tests/fixtures/picture.ts'

function wishesIn(of: Case, filter: Partial<Filter> = {}) {
  const picture = layOut(of)
  const view = applyFilter(of, { ...NO_FILTER, ...filter })
  const wishes = wishesOf({ of, view, ...picture })
  return { picture, wishes, byKey: new Map(wishes.map((wish) => [wish.key, wish])) }
}

const referral = (more: Partial<CaseFile['events'][number]> = {}) =>
  anEvent('referral', '2013-10-03', {
    type: 'referral',
    title: 'Referral for support',
    agencies: roles({ csc: 'recipient', gp: 'sender' }),
    ...more,
  })

describe('an event', () => {
  test('is labelled once: in the lane that sent or led it, else in the first it stands in', () => {
    const informed = anEvent('told', '2013-10-05', { agencies: roles({ gp: 'informed', csc: 'informed' }) })
    const { wishes, picture, byKey } = wishesIn(aCase({ events: [referral(), informed] }))
    const laneOf = (key: string) => picture.lanes.find(({ y }) => y === byKey.get(key)?.top)?.agency.id
    expect(wishes.map(({ key }) => key).toSorted()).toEqual(['referral', 'told'])
    expect([laneOf('referral'), laneOf('told')]).toEqual(['gp', 'csc'])
  })

  test('has its title beside its symbol, within its lane, and its number to stand in for it', () => {
    const { picture, byKey } = wishesIn(aCase({ events: [referral(), anEvent('first', '2013-10-01')] }))
    const lane = picture.lanes.find(({ agency }) => agency.id === 'gp')
    const mark = lane?.marks.at(-1)
    expect(byKey.get('referral')).toMatchObject({
      text: 'Referral for support',
      number: '2',
      tone: 'event',
      anchor: mark && boxOfMark(mark, METRICS),
      top: lane?.y,
      bottom: lane && lane.y + lane.heightPx,
    })
  })

  test('that the filter leaves out wishes nothing', () => {
    const of = aCase({ events: [anEvent('visit', '2013-10-01'), referral()] })
    expect(wishesIn(of, { hiddenTypes: new Set(['contact']) }).wishes.map(({ key }) => key)).toEqual(['referral'])
    expect(wishesIn(of, { text: 'nowhere' }).wishes).toEqual([])
  })
})

describe('a meeting', () => {
  const of = drawn(`
    home |◆  |
    csc  |◆ ◆|
    gp   |◇ ◆|
    cmht |◆  |`)

  test('is labelled at the head of its spine, in the lane of its topmost agency', () => {
    const { byKey, picture } = wishesIn(of)
    const lane = picture.lanes[1]
    expect(byKey.get('meeting-0')).toMatchObject({ tone: 'meeting', top: lane?.y, text: 'Event meeting-0' })
    expect(byKey.size).toBe(2)
  })

  test('of more than two agencies is set in bold', () => {
    const { byKey } = wishesIn(of)
    expect([byKey.get('meeting-0')?.bold, byKey.get('meeting-2')?.bold]).toEqual([true, false])
  })

  test('that the filter leaves out wishes nothing', () => {
    expect(wishesIn(of, { hiddenTypes: new Set(['meeting']) }).wishes).toEqual([])
  })
})

describe('a finding', () => {
  const span = '2013-10-03/2013-10-06'
  const of = aCase({
    events: [anEvent('visit', '2013-10-01'), anEvent('end', '2013-10-12', { agencies: roles({ csc: 'lead' }) })],
    findings: [
      aFinding('missed', { kind: 'missed-referral', span, receivers: ['csc'] }),
      aFinding('late', { kind: 'delayed-referral', span, receivers: ['csc'] }),
      aFinding('band', { kind: 'handover-gap', span, receivers: ['csc'] }),
      aFinding('strip', { kind: 'information-not-shared', span, receivers: ['csc'] }),
      aFinding('moment', { kind: 'record-error', span: '2013-10-03' }),
      aFinding('drift', { kind: 'delay', span }),
      aFinding('praise', { kind: 'good-practice', events: ['visit'] }),
    ],
  })

  test('says in two words what was missed, and of a gap its length; drift and signs say nothing', () => {
    const said = wishesIn(of).wishes.flatMap(({ key, text, tone }) =>
      key.startsWith('finding:') ? [`${key} ${text} (${tone})`] : [],
    )
    expect(said.toSorted()).toEqual([
      'finding:band 3 days (gap)',
      'finding:late Referral late (missed)',
      'finding:missed No referral (missed)',
      'finding:strip 3 days (gap)',
    ])
  })

  test('that the filter leaves out wishes nothing', () => {
    const keys = wishesIn(of, { hiddenHighlights: new Set(['handover-gap']) }).wishes.map(({ key }) => key)
    expect(keys.filter((key) => key.startsWith('finding:')).toSorted()).toEqual(['finding:late', 'finding:missed'])
  })

  test('in a band keeps its words between the two lanes', () => {
    const { byKey, picture } = wishesIn(of)
    const [csc, gp] = ['csc', 'gp'].map((id) => picture.lanes.find(({ agency }) => agency.id === id)?.lineY)
    expect(byKey.get('finding:band')).toMatchObject({ top: csc, bottom: gp })
  })
})

test('what the review points at has its words before what merely happened', () => {
  const of = aCase({
    events: [
      anEvent('visit', '2013-10-01'),
      anEvent('evidence', '2013-10-02'),
      anEvent('serious', '2013-10-04', { concern: 'serious' }),
      referral({ date: '2013-10-06' }),
      anEvent('empty', '2013-10-08', { type: 'meeting', agencies: roles({ gp: 'attended', csc: 'absent' }) }),
      anEvent('meeting', '2013-10-10', { type: 'meeting', agencies: roles({ gp: 'attended', csc: 'attended' }) }),
    ],
    findings: [
      aFinding('praise', { kind: 'good-practice', events: ['evidence'] }),
      aFinding('gap', { kind: 'handover-gap', span: '2013-10-03/2013-10-06', receivers: ['csc'] }),
      aFinding('missed', { kind: 'missed-referral', span: '2013-10-03', receivers: ['csc'] }),
    ],
  })
  const { wishes } = wishesIn(of)
  const inTurn = wishes.toSorted((a, b) => a.rank - b.rank).map(({ key }) => key)
  expect(inTurn).toEqual([
    'finding:missed',
    'empty',
    'finding:gap',
    'referral',
    'serious',
    'evidence',
    'meeting',
    'visit',
  ])
  expect(new Set(wishes.map(({ rank }) => rank)).size).toBe(wishes.length)
})

describe('words keep clear', () => {
  const long = 'Words that would reach far to the right of their mark'

  /** The boxes of a case's words, and whether one of them covers a spot. */
  function covers(of: Case, x: number, y: number) {
    const { labels } = layOut(of)
    const spot: Box = { x0: x - 1, x1: x + 1, y0: y - 1, y1: y + 1 }
    return labels.some(({ box }) => boxesMeet(box, spot))
  }

  test('of other symbols, which nothing may hide', () => {
    const of = aCase({ events: [anEvent('a', '2013-10-01', { title: long }), anEvent('b', '2013-10-05')] })
    const mark = layOut(of)
      .lanes.flatMap(({ marks }) => marks)
      .at(-1)
    expect(covers(of, mark?.x ?? 0, mark?.y ?? 0)).toBe(false)
    expect(
      layOut(of)
        .labels.map(({ key }) => key)
        .toSorted(),
    ).toEqual(['a', 'b'])
  })

  test('of the spine of a meeting, above and below its nodes too', () => {
    const attended = roles({ csc: 'attended', gp: 'attended', 'health-visiting': 'attended' })
    const agencies = [anAgency('csc', { family: 'childrens-social-care' }), anAgency('gp'), anAgency('health-visiting')]
    const of = aCase({
      agencies,
      events: [
        anEvent('before', '2013-10-01', { title: long }),
        anEvent('meeting', '2013-10-05', { type: 'meeting', agencies: attended, title: 'Meets' }),
        anEvent('after', '2013-10-08', { title: long }),
      ],
    })
    const { spines, labels } = layOut(of)
    const lines = spines.flatMap(({ x, segments }) =>
      segments.map(({ y0, y1 }): Box => ({ x0: x - 1, x1: x + 1, y0, y1 })),
    )
    expect(lines).toHaveLength(1)
    expect(labels.map(({ key }) => key)).toContain('after')
    expect(labels.filter(({ box }) => lines.some((line) => boxesMeet(box, line)))).toEqual([])
  })

  test('of strips, bands, ghosts and signs', () => {
    const span = '2013-10-02/2013-10-09'
    const of = aCase({
      events: ['01', '03', '05', '07', '09', '11'].map((day) => anEvent(`e${day}`, `2013-10-${day}`, { title: long })),
      findings: [
        aFinding('missed', { kind: 'missed-referral', span: '2013-10-04', receivers: ['csc'] }),
        aFinding('band', { kind: 'handover-gap', span, receivers: ['csc'] }),
        aFinding('drift', { span }),
        aFinding('praise', { kind: 'good-practice', events: ['e05'] }),
      ],
    })
    const { findings, labels } = layOut(of)
    const boxes = findings.flatMap((mark): Box[] => {
      if (mark.form === 'sign') return [{ x0: mark.x - 3, x1: mark.x + 3, y0: mark.y - 3, y1: mark.y + 3 }]
      if (mark.form === 'missed')
        return [...mark.ghostYs, mark.crossY].map((y) => ({ x0: mark.x - 5, x1: mark.x + 5, y0: y - 5, y1: y + 5 }))
      return [{ x0: mark.x, x1: mark.x1, y0: mark.y, y1: mark.form === 'band' ? mark.y1 : mark.y + mark.heightPx }]
    })
    expect(boxes).toHaveLength(5)
    expect(labels.length).toBeGreaterThan(0)
    expect(labels.filter(({ box }) => boxes.some((other) => boxesMeet(box, other)))).toEqual([])
  })

  test.each([
    ['roomy', 600, [aPeriod('house', '2013-10-02/2013-10-04', { kind: 'home' })]],
    ['low', 0, []],
  ])('of the child’s periods and of when the child was seen, in a %s lane', (_, availablePx, periods) => {
    const sighting = (day: string, title: string) =>
      anEvent(`e${day}`, `2013-10-${day}`, { title, agencies: roles({ home: 'lead' }), child: { seen: true } })
    const of = aCase({
      events: [
        sighting('01', 'Moves house'),
        sighting('02', 'Grandmother visits'),
        sighting('04', 'Father moves out'),
        sighting('12', 'Mother is away'),
      ],
      periods,
    })
    const picture = layOut(of, 20, { lanes: ['home'], availablePx })
    const { sightings, labels } = picture
    const bars = picture.periods.map(({ x0, x1, y, heightPx }): Box => ({ x0, x1, y0: y, y1: y + heightPx }))
    const row = { y0: sightings?.y ?? NaN, y1: (sightings?.y ?? NaN) + (sightings?.heightPx ?? NaN) }
    const ticks = (sightings?.ticks ?? []).map(({ x }): Box => ({ x0: x - 1, x1: x + 1, ...row }))
    const unseen: Box = { x0: sightings?.unseen?.x0 ?? NaN, x1: sightings?.unseen?.x1 ?? NaN, ...row }
    const taken = [...bars, ...ticks, unseen]
    expect(taken).toHaveLength(periods.length + 5)
    expect(labels.length).toBeGreaterThan(0)
    expect(labels.filter(({ box }) => taken.some((other) => boxesMeet(box, other)))).toEqual([])
  })
})
