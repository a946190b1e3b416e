import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_ASSUMPTIONS, ASSUMPTIONS, findHorizon, formatHorizon } from '#analysis/knowledge/horizon.ts'
import { aBareCase } from '#tests/fixtures/analysis-case.ts'
import { aFact, anEvent, roles } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'

const SOURCE = { source: ['1'] }
const of = aBareCase(
  [
    anEvent('own', '2016-02-01', { agencies: roles({ hv: 'lead' }) }),
    anEvent('others', '2016-02-02', { agencies: roles({ gp: 'lead' }) }),
    anEvent('sent', '2016-02-03', { type: 'information', agencies: roles({ gp: 'sender', hv: 'recipient' }) }),
    anEvent('lost', '2016-02-04', {
      type: 'information',
      outcome: 'not-received',
      agencies: roles({ gp: 'sender', hv: 'recipient' }),
    }),
    anEvent('met', '2016-02-05', { type: 'meeting', agencies: roles({ csc: 'lead', hv: 'attended' }) }),
    anEvent('away', '2016-02-06', { type: 'meeting', agencies: roles({ csc: 'lead', hv: 'absent', gp: 'attended' }) }),
    anEvent('told', '2016-02-07', { agencies: roles({ csc: 'lead', hv: 'informed' }) }),
    anEvent('heard', '2016-02-08', { known: [{ agency: 'hv', since: '2016-02-20', how: 'record', ...SOURCE }] }),
    anEvent('after', null, { after: 'heard', agencies: roles({ hv: 'lead' }) }),
    anEvent('month', '2016-03', { agencies: roles({ hv: 'lead' }) }),
    anEvent('later', '2016-04-01', { agencies: roles({ hv: 'lead' }) }),
    anEvent('last', null, { after: 'later', agencies: roles({ hv: 'lead' }) }),
    anEvent('review', '2016-02-01', { type: 'review', agencies: roles({ csc: 'lead' }) }),
  ],
  { facts: [aFact('f', { known: [{ agency: 'hv', since: '2016-02-10', how: 'record', ...SOURCE }] })] },
)

describe('the horizon of an agency', () => {
  test('holds its own events, meetings, messages and what it was told, each with its assumption', () => {
    expect([...findHorizon(of, 'hv', at('2016-02-09')).could]).toEqual([
      ['own', 'own'],
      ['sent', 'received'],
      ['met', 'meeting'],
      ['told', 'informed'],
    ])
  })

  test('leaves to others what it was not part of, was absent from or did not receive', () => {
    expect([...findHorizon(of, 'hv', at('2016-02-09')).onlyOthers]).toEqual(['others', 'lost', 'away', 'heard'])
  })

  test('counts what it learned later only from then', () => {
    expect(findHorizon(of, 'hv', at('2016-02-21')).could.get('heard')).toBe('known')
  })

  test('hides what may still have been to come, and what comes after', () => {
    const { perhaps, later } = findHorizon(of, 'hv', at('2016-03-15'))
    expect([...perhaps]).toEqual([])
    expect([...later]).toEqual(['after', 'month', 'later', 'last'])
  })

  test('says perhaps where only the date of knowing leaves it open', () => {
    const heard = anEvent('heard', '2016-02-08', {
      known: [{ agency: 'hv', since: '2016-03', how: 'record', ...SOURCE }],
    })
    const { could, perhaps, onlyOthers } = findHorizon(aBareCase([heard]), 'hv', at('2016-03-15'))
    expect([[...could], [...perhaps], [...onlyOthers]]).toEqual([[], [['heard', 'known']], []])
  })

  test('is narrower when an assumption is left out', () => {
    expect(findHorizon(of, 'hv', at('2016-02-09'), new Set(['own'])).could.size).toBe(1)
    expect(ALL_ASSUMPTIONS.size).toBe(Object.keys(ASSUMPTIONS).length)
  })

  test('holds the facts it knew by then', () => {
    expect(findHorizon(of, 'hv', at('2016-02-09')).facts).toEqual([])
    expect(findHorizon(of, 'hv', at('2016-02-12')).facts.map(({ id }) => id)).toEqual(['f'])
  })

  test('puts every event of the case in one place, and never loses what could be known', () => {
    const day = fc
      .integer({ min: 0, max: 150 })
      .map((offset) => new Date(Date.UTC(2016, 0, 1 + offset)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [early = one, late = other] = [one, other].sort()
        const [before, after] = [findHorizon(of, 'hv', at(early)), findHorizon(of, 'hv', at(late))]
        const { could, perhaps, onlyOthers, later } = before
        const all = [...could.keys(), ...perhaps.keys(), ...onlyOthers, ...later]
        expect(all.toSorted()).toEqual(of.events.flatMap(({ id, type }) => (type === 'review' ? [] : [id])).toSorted())
        for (const id of could.keys()) expect(after.could.has(id)).toBe(true)
      }),
    )
  })
})

test('the counter counts only what had happened', () => {
  expect(formatHorizon('Health visiting', findHorizon(of, 'hv', at('2016-02-09')))).toBe(
    'Health visiting could have known 4 of 8 events; 4 were known only to others.',
  )
  expect(formatHorizon('Health visiting', findHorizon(of, 'hv', at('2016-03-15')))).toBe(
    'Health visiting could have known 5 of 8 events; 3 were known only to others.',
  )
})
