import { describe, expect, test } from 'vitest'
import { applyFilter, countCase, type Filter, findEventHighlights, isFiltering, NO_FILTER } from '#analysis/filter.ts'
import { aCase, aChild, aFinding, anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'

/**
 * visit: GP, with the mother. referral: GP to social care, evidence of f-ref. meeting: GP and social care, a meeting
 * point. care: home only, with the child, evidence of f-good.
 */
const of = aCase({
  people: [aChild(), { id: 'mother', name: 'Chloé Étienne', relation: 'mother' }],
  agencies: [
    anAgency('home', { family: 'child-and-family' }),
    anAgency('gp', { name: 'GP surgery', code: 'GPS', partOf: 'Bucks Trust' }),
    anAgency('csc', { name: 'Children’s social care', code: 'CSC' }),
  ],
  events: [
    anEvent('visit', '2013-10-01', {
      title: 'Crèche visit',
      detail: 'Mother’s worries about O’Brien.',
      people: ['mother'],
    }),
    anEvent('referral', '2013-10-02', {
      type: 'referral',
      title: 'Letter',
      dateText: 'early Oct.',
      agencies: roles({ gp: 'sender', csc: 'recipient' }),
      accounts: [{ agency: 'csc', says: 'Nothing arrived.', source: ['1'] }],
    }),
    anEvent('meeting', '2013-10-03', {
      type: 'meeting',
      title: 'Round table',
      agencies: roles({ gp: 'lead', csc: 'attended' }),
      people: ['mother', 'child'],
    }),
    anEvent('care', '2013-10-04', {
      type: 'family',
      title: 'Day out',
      agencies: roles({ home: 'lead' }),
      people: ['child'],
    }),
  ],
  findings: [
    aFinding('f-ref', {
      kind: 'missed-referral',
      holders: ['gp'],
      receivers: ['csc'],
      title: 'No threshold',
      expected: 'A phone call',
      events: ['referral'],
    }),
    aFinding('f-good', { kind: 'good-practice', holders: ['home'], title: 'Kept going', events: ['care'] }),
    aFinding('f-meet', { kind: 'meeting-not-recorded', holders: ['csc'], title: 'No notes', events: [] }),
  ],
  themes: [
    { id: 'assessment', findings: ['f-ref'] },
    { id: 'supervision', findings: ['f-good', 'f-meet'] },
  ],
})

const ALL_EVENTS = ['visit', 'referral', 'meeting', 'care']
const ALL_FINDINGS = ['f-ref', 'f-good', 'f-meet']

function shown(filter: Partial<Filter>): { events: string[]; findings: string[] } {
  const view = applyFilter(of, { ...NO_FILTER, ...filter })
  return { events: [...view.events], findings: [...view.findings] }
}

const eventsFor = (text: string) => shown({ text }).events

test('without a condition everything is shown and nothing is called filtered', () => {
  expect(shown({})).toEqual({ events: ALL_EVENTS, findings: ALL_FINDINGS })
  expect([...applyFilter(of, NO_FILTER).agencies]).toEqual(['home', 'gp', 'csc'])
  expect(applyFilter(of, NO_FILTER).isFiltered).toBe(false)
})

describe('hiding an agency', () => {
  test('hides the events that are only its own, and keeps those it shares', () => {
    expect(shown({ hiddenAgencies: new Set(['gp']) }).events).toEqual(['referral', 'meeting', 'care'])
    expect(shown({ hiddenAgencies: new Set(['gp', 'csc']) }).events).toEqual(['care'])
  })

  test('hides the findings that concern nobody else, and keeps those that reach another', () => {
    expect(shown({ hiddenAgencies: new Set(['gp']) }).findings).toEqual(ALL_FINDINGS)
    expect(shown({ hiddenAgencies: new Set(['csc']) }).findings).toEqual(['f-ref', 'f-good'])
    expect(shown({ hiddenAgencies: new Set(['gp', 'csc']) }).findings).toEqual(['f-good'])
  })

  test('takes it from the list of agencies', () => {
    expect([...applyFilter(of, { ...NO_FILTER, hiddenAgencies: new Set(['gp']) }).agencies]).toEqual(['home', 'csc'])
  })
})

test('hiding a type of event hides those events and no finding', () => {
  expect(shown({ hiddenTypes: new Set(['referral', 'family']) })).toEqual({
    events: ['visit', 'meeting'],
    findings: ALL_FINDINGS,
  })
})

test('hiding a highlight hides its findings and no event', () => {
  expect(shown({ hiddenHighlights: new Set(['missed-referral']) })).toEqual({
    events: ALL_EVENTS,
    findings: ['f-good', 'f-meet'],
  })
})

describe('only what is highlighted', () => {
  test('keeps evidence of findings and meeting points', () => {
    expect(shown({ onlyHighlighted: true }).events).toEqual(['referral', 'meeting', 'care'])
  })

  test('counts a highlight only while it is shown', () => {
    const hiddenHighlights = new Set(['meeting-point', 'good-practice'] as const)
    expect(shown({ onlyHighlighted: true, hiddenHighlights }).events).toEqual(['referral'])
  })
})

describe('asking for people', () => {
  test('keeps events with any of them', () => {
    expect(shown({ people: new Set(['mother']) }).events).toEqual(['visit', 'meeting'])
    expect(shown({ people: new Set(['child']) }).events).toEqual(['meeting', 'care'])
    expect(shown({ people: new Set(['mother', 'child']) }).events).toEqual(['visit', 'meeting', 'care'])
  })

  test('keeps findings that rest on an event with them', () => {
    expect(shown({ people: new Set(['child']) }).findings).toEqual(['f-good'])
  })
})

describe('asking for themes', () => {
  test('keeps their findings and the events these rest on', () => {
    expect(shown({ themes: new Set(['assessment']) })).toEqual({ events: ['referral'], findings: ['f-ref'] })
    expect(shown({ themes: new Set(['supervision']) })).toEqual({ events: ['care'], findings: ['f-good', 'f-meet'] })
  })

  test('keeps what belongs to any of several, and nothing for one that the case does not have', () => {
    expect(shown({ themes: new Set(['assessment', 'supervision']) }).events).toEqual(['referral', 'care'])
    expect(shown({ themes: new Set(['housing']) })).toEqual({ events: [], findings: [] })
  })
})

describe('searching', () => {
  test.each([
    ['a title', 'round table', ['meeting']],
    ['a detail', 'worries', ['visit']],
    ['a printed date', 'early oct', ['referral']],
    ['a type', 'referral', ['referral']],
    ['an agency’s name', 'surgery', ['visit', 'referral', 'meeting']],
    ['an agency’s code', 'csc', ['referral', 'meeting']],
    ['an organisation', 'bucks', ['visit', 'referral', 'meeting']],
    ['a person’s name', 'étienne', ['visit', 'meeting']],
    ['an account', 'arrived', ['referral']],
  ])('finds %s', (_what, text, events) => {
    expect(eventsFor(text)).toEqual(events)
  })

  test('finds a place in the review', () => {
    const sections = [{ ref: '5.14', carries: 'narrative' as const }]
    const cited = aCase({ sections, events: [anEvent('e1', null, { source: ['5.14'] })] })
    expect(applyFilter(cited, { ...NO_FILTER, text: '5.14' }).events.size).toBe(1)
    expect(applyFilter(cited, { ...NO_FILTER, text: '5.15' }).events.size).toBe(0)
  })

  test('pays no heed to accents, capitals or the shape of an apostrophe, on either side', () => {
    expect(eventsFor('CRECHE')).toEqual(['visit'])
    expect(eventsFor('crèche')).toEqual(['visit'])
    expect(eventsFor('etienne')).toEqual(['visit', 'meeting'])
    expect(eventsFor("o'brien")).toEqual(['visit'])
    expect(eventsFor('O’Brien')).toEqual(['visit'])
    expect(eventsFor("children's")).toEqual(['referral', 'meeting'])
  })

  test('wants every word, in any order and anywhere in the event', () => {
    expect(eventsFor('worries creche')).toEqual(['visit'])
    expect(eventsFor('creche letter')).toEqual([])
  })

  test('looks in the words of a finding, or of the events it rests on', () => {
    expect(shown({ text: 'threshold' })).toEqual({ events: [], findings: ['f-ref'] })
    expect(shown({ text: 'phone' }).findings).toEqual(['f-ref'])
    expect(shown({ text: 'missed referral' }).findings).toEqual(['f-ref'])
    expect(shown({ text: 'letter' })).toEqual({ events: ['referral'], findings: ['f-ref'] })
  })

  test('for blanks is no condition', () => {
    expect(shown({ text: '  ' })).toEqual({ events: ALL_EVENTS, findings: ALL_FINDINGS })
    expect(isFiltering({ ...NO_FILTER, text: '  ' })).toBe(false)
  })

  test('does not find the word "undefined" where something is not given', () => {
    expect(shown({ text: 'undefined' })).toEqual({ events: [], findings: [] })
  })
})

test('conditions hold together: only what meets every one of them is shown', () => {
  const all: Partial<Filter> = {
    hiddenAgencies: new Set(['home']),
    people: new Set(['mother']),
    text: 'gp',
    onlyHighlighted: true,
  }
  expect(shown(all).events).toEqual(['meeting'])
  expect(shown({ ...all, onlyHighlighted: false }).events).toEqual(['visit', 'meeting'])
  expect(shown({ ...all, people: new Set() }).events).toEqual(['referral', 'meeting'])
  expect(shown({ ...all, hiddenTypes: new Set(['meeting']) }).events).toEqual([])
  expect(shown({ ...all, themes: new Set(['assessment']) }).events).toEqual([])
  expect(shown({ ...all, text: 'creche' }).events).toEqual([])
})

test.each<[what: string, filter: Partial<Filter>]>([
  ['a hidden agency', { hiddenAgencies: new Set(['gp']) }],
  ['a hidden type', { hiddenTypes: new Set(['care']) }],
  ['a hidden highlight', { hiddenHighlights: new Set(['drift']) }],
  ['only what is highlighted', { onlyHighlighted: true }],
  ['a person', { people: new Set(['mother']) }],
  ['a theme', { themes: new Set(['assessment']) }],
  ['a word', { text: 'a' }],
])('%s is a filter, which the view tells', (_what, filter) => {
  expect(applyFilter(of, { ...NO_FILTER, ...filter }).isFiltered).toBe(true)
})

describe('the highlights of events', () => {
  test('are those of the findings they are evidence for, and being a meeting point', () => {
    expect(findEventHighlights(of)).toEqual(
      new Map([
        ['referral', new Set(['missed-referral'])],
        ['meeting', new Set(['meeting-point'])],
        ['care', new Set(['good-practice'])],
      ]),
    )
  })

  test('gather when several findings rest on one event', () => {
    const two = aCase({
      events: [anEvent('e1', null, { type: 'meeting', agencies: roles({ gp: 'lead', csc: 'absent' }) })],
      findings: [
        aFinding('f1', { kind: 'delay', events: ['e1'] }),
        aFinding('f2', { kind: 'record-error', events: ['e1'] }),
      ],
    })
    expect(findEventHighlights(two).get('e1')).toEqual(new Set(['drift', 'handover-gap', 'meeting-point']))
  })
})

describe('the counts of a case', () => {
  const counts = countCase(of)

  test('are of events for agencies, types and people', () => {
    expect(counts.agencies).toEqual(
      new Map([
        ['gp', 3],
        ['csc', 2],
        ['home', 1],
      ]),
    )
    expect(counts.types.get('meeting')).toBe(1)
    expect(counts.types.has('assessment')).toBe(false)
    expect(counts.people).toEqual(
      new Map([
        ['mother', 2],
        ['child', 2],
      ]),
    )
  })

  test('are of events for families, one that several of its agencies share counted once', () => {
    expect(counts.families).toEqual(
      new Map([
        ['health', 3],
        ['child-and-family', 1],
      ]),
    )
  })

  test('are of findings for highlights, but of meetings for meeting points', () => {
    expect(counts.highlights).toEqual(
      new Map([
        ['meeting-point', 1],
        ['missed-referral', 1],
        ['good-practice', 1],
      ]),
    )
  })
})
