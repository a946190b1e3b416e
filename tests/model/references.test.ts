import { describe, expect, test } from 'vitest'
import { findBrokenReferences } from '#model/references.ts'
import type { CaseFile } from '#model/schema.ts'
import {
  aCaseFile,
  aChild,
  aFact,
  aFinding,
  anAgency,
  anEpisode,
  anEvent,
  aPeriod,
  roles,
} from '#tests/fixtures/case-file.ts'

const broken = (more: Partial<CaseFile>) => findBrokenReferences(aCaseFile(more))
const one = (more: Parameters<typeof anEvent>[2]) => ({ events: [anEvent('e1', '2013', more)] })

const AGENCY = 'the id of an agency in this case'
const PERSON = 'the id of a person in this case'
const EVENT = 'the id of an event in this case'
const FINDING = 'the id of a finding in this case'
const PLACE = 'a place listed in "sections"'
const KNOWN = { agency: 'gp', how: 'observed', source: ['1'] } as const

test('an action is for agencies of the case and done by another event of it', () => {
  const action = { title: 'Test', agencies: ['nobody'], done: 'e1' }
  expect(broken(one({ actions: [action, { ...action, agencies: [], done: 'e9' }] }))).toEqual([
    { path: 'events[0].actions[0].agencies[0]', found: '"nobody"', expected: AGENCY },
    { path: 'events[0].actions[0].done', found: 'the event itself', expected: 'another event' },
    { path: 'events[0].actions[1].done', found: '"e9"', expected: EVENT },
  ])
})

test('a file whose references all hold has no problem', () => {
  const file = aCaseFile({
    people: [aChild({ born: '2013-05', died: '2013-05' })],
    periods: [aPeriod('p1', null, { from: 'e1', to: 'e2', agencies: ['gp'], people: ['child'] })],
    events: [
      anEvent('e1', '2013', {
        people: ['child'],
        child: { seen: true, who: ['child'] },
        accounts: [
          { agency: 'gp', says: 'One.', source: ['1'] },
          { person: 'child', says: 'Two.', source: ['1'] },
        ],
        known: [KNOWN],
      }),
      anEvent('e2', null, { after: 'e1', links: [{ kind: 'answers', event: 'e1' }] }),
    ],
    facts: [aFact('fact', { known: [{ ...KNOWN, event: 'e1' }], neededBy: ['csc'] })],
    findings: [aFinding('f1', { holders: [], receivers: ['gp'], events: ['e1'] })],
    episodes: [anEpisode('ep1', { events: ['e1'], findings: ['f1'] })],
    themes: [{ id: 'theme', findings: ['f1'] }],
    recommendations: [{ ref: '1', to: ['gp'], text: 'Do.', findings: ['f1'] }],
    discrepancies: [{ title: 'Two', detail: 'Both.', events: ['e1'], source: ['1'] }],
  })
  expect(findBrokenReferences(file)).toEqual([])
})

describe('an id that names nothing is told with its place', () => {
  test.each<[path: string, file: Partial<CaseFile>, expected: string]>([
    ['subject', { subject: 'x' }, PERSON],
    ['periods[0].agencies[0]', { periods: [aPeriod('p', '2013', { agencies: ['x'] })] }, AGENCY],
    ['periods[0].people[0]', { periods: [aPeriod('p', '2013', { people: ['x'] })] }, PERSON],
    ['periods[0].from', { periods: [aPeriod('p', '2013', { from: 'x' })] }, EVENT],
    ['periods[0].to', { periods: [aPeriod('p', '2013', { to: 'x' })] }, EVENT],
    ['events[0].agencies[1].id', one({ agencies: roles({ gp: 'lead', x: 'attended' }) }), AGENCY],
    ['events[0].people[1]', one({ people: ['child', 'x'] }), PERSON],
    ['events[0].child.who[0]', one({ child: { seen: true, who: ['x'] } }), PERSON],
    ['events[0].after', one({ after: 'x' }), EVENT],
    ['events[0].links[0].event', one({ links: [{ kind: 'answers', event: 'x' }] }), EVENT],
    ['events[0].accounts[0].agency', one({ accounts: [{ agency: 'x', says: 'So.', source: ['1'] }] }), AGENCY],
    ['events[0].accounts[0].person', one({ accounts: [{ person: 'x', says: 'So.', source: ['1'] }] }), PERSON],
    ['events[0].known[0].agency', one({ known: [{ ...KNOWN, agency: 'x' }] }), AGENCY],
    ['events[0].known[0].event', one({ known: [{ ...KNOWN, event: 'x' }] }), EVENT],
    ['facts[0].known[0].agency', { facts: [aFact('f', { known: [{ ...KNOWN, agency: 'x' }] })] }, AGENCY],
    ['facts[0].known[0].event', { facts: [aFact('f', { known: [{ ...KNOWN, event: 'x' }] })] }, EVENT],
    ['facts[0].neededBy[0]', { facts: [aFact('f', { neededBy: ['x'] })] }, AGENCY],
    ['findings[0].holders[0]', { findings: [aFinding('f', { holders: ['x'] })] }, AGENCY],
    ['findings[0].receivers[0]', { findings: [aFinding('f', { receivers: ['x'] })] }, AGENCY],
    ['findings[0].events[0]', { findings: [aFinding('f', { events: ['x'] })] }, EVENT],
    ['episodes[0].events[0]', { episodes: [anEpisode('e', { events: ['x'] })] }, EVENT],
    ['episodes[0].findings[0]', { episodes: [anEpisode('e', { findings: ['x'] })] }, FINDING],
    ['themes[0].findings[0]', { themes: [{ id: 't', findings: ['x'] }] }, FINDING],
    ['recommendations[0].to[0]', { recommendations: [{ ref: '1', to: ['x'], text: 'Do.', findings: [] }] }, AGENCY],
    [
      'recommendations[0].findings[0]',
      { recommendations: [{ ref: '1', to: [], text: 'Do.', findings: ['x'] }] },
      FINDING,
    ],
    [
      'discrepancies[0].events[0]',
      { discrepancies: [{ title: 'Two', detail: 'Both.', events: ['x'], source: ['1'] }] },
      EVENT,
    ],
  ])('%s', (path, file, expected) => {
    expect(broken(file)).toEqual([{ path, found: '"x"', expected }])
  })
})

describe('a place that is not in the sections is told wherever it is cited', () => {
  const source = ['1', '9.9']
  test.each<[path: string, file: Partial<CaseFile>]>([
    ['periods[0].source[1]', { periods: [aPeriod('p', '2013', { source })] }],
    ['events[0].source[1]', one({ source })],
    ['events[0].accounts[0].source[1]', one({ accounts: [{ agency: 'gp', says: 'So.', source }] })],
    ['events[0].known[0].source[1]', one({ known: [{ ...KNOWN, source }] })],
    ['facts[0].source[1]', { facts: [aFact('f', { source })] }],
    ['facts[0].known[0].source[1]', { facts: [aFact('f', { known: [{ ...KNOWN, source }] })] }],
    ['findings[0].source[1]', { findings: [aFinding('f', { source })] }],
    ['episodes[0].source[1]', { episodes: [anEpisode('e', { source })] }],
    ['discrepancies[0].source[1]', { discrepancies: [{ title: 'Two', detail: 'Both.', events: [], source }] }],
    ['recommendations[0].ref', { recommendations: [{ ref: '9.9', to: [], text: 'Do.', findings: [] }] }],
  ])('%s', (path, file) => {
    expect(broken(file)).toEqual([{ path, found: '"9.9"', expected: PLACE }])
  })
})

describe('an id that is taken is told with the place that has it', () => {
  test.each<[path: string, first: string, file: Partial<CaseFile>]>([
    ['people[1].id', 'people[0]', { people: [aChild(), aChild()] }],
    ['agencies[2].id', 'agencies[0]', { agencies: [anAgency('child'), anAgency('b'), anAgency('child')] }],
    ['periods[1].id', 'periods[0]', { periods: [aPeriod('child', '2013'), aPeriod('child', '2014')] }],
    ['events[1].id', 'events[0]', { events: [anEvent('child', '2013'), anEvent('child', '2014')] }],
    ['facts[1].id', 'facts[0]', { facts: [aFact('child'), aFact('child')] }],
    ['findings[1].id', 'findings[0]', { findings: [aFinding('child'), aFinding('child')] }],
    ['episodes[1].id', 'episodes[0]', { episodes: [anEpisode('child'), anEpisode('child')] }],
    [
      'themes[1].id',
      'themes[0]',
      {
        themes: [
          { id: 'child', findings: [] },
          { id: 'child', findings: [] },
        ],
      },
    ],
  ])('%s', (path, first, file) => {
    expect(broken(file)).toEqual([{ path, found: '"child" again', expected: `an id of its own (${first} has it)` }])
  })

  test('a section that is listed twice is one too', () => {
    const sections: CaseFile['sections'] = [
      { ref: '1', carries: 'narrative' },
      { ref: '1', carries: 'method' },
    ]
    expect(broken({ sections })).toMatchObject([{ path: 'sections[1].id', found: '"1" again' }])
  })

  test('the same id in two lists is no problem', () => {
    expect(broken({ events: [anEvent('x', '2013')], findings: [aFinding('x')] })).toEqual([])
  })
})

describe('what does not fit together', () => {
  test('a role is told with the type of the event and the roles that fit it', () => {
    expect(broken(one({ type: 'contact', agencies: roles({ gp: 'absent' }) }))).toEqual([
      {
        path: 'events[0].agencies[0].role',
        found: '"absent"',
        expected: 'a role that fits an event of type "contact": lead, attended, informed',
      },
    ])
  })

  test('an outcome is told with the outcomes that fit, or with their absence', () => {
    expect(broken(one({ type: 'meeting', outcome: 'declined' }))).toEqual([
      {
        path: 'events[0].outcome',
        found: '"declined"',
        expected: 'an outcome that fits an event of type "meeting": recorded, not-recorded',
      },
    ])
    expect(broken(one({ type: 'decision', outcome: 'accepted' }))).toEqual([
      { path: 'events[0].outcome', found: '"accepted"', expected: 'no outcome for an event of type "decision"' },
    ])
  })

  test('an agency that is in an event twice is told at the second place', () => {
    const agencies = [...roles({ gp: 'lead' }), ...roles({ gp: 'informed' })]
    expect(broken(one({ agencies }))).toEqual([
      { path: 'events[0].agencies[1].id', found: '"gp" again', expected: 'each agency once in an event' },
    ])
  })

  test('an event cannot be linked with itself', () => {
    expect(broken(one({ links: [{ kind: 'same-as', event: 'e1' }] }))).toEqual([
      { path: 'events[0].links[0].event', found: 'the event itself', expected: 'another event' },
    ])
  })

  test('an account is somebody’s', () => {
    expect(broken(one({ accounts: [{ says: 'So.', source: ['1'] }] }))).toEqual([
      {
        path: 'events[0].accounts[0]',
        found: 'an account of nobody',
        expected: 'an "agency" or a "person" whose account it is',
      },
    ])
  })

  test('a period has dates or both the events it runs between', () => {
    const expected = 'a date, or the events it runs "from" and "to"'
    const events = [anEvent('e1', '2013')]
    for (const half of [{}, { from: 'e1' }, { to: 'e1' }])
      expect(broken({ events, periods: [aPeriod('p', null, half)] })).toEqual([
        { path: 'periods[0].span', found: 'null', expected },
      ])
  })

  test('a finding concerns somebody', () => {
    expect(broken({ findings: [aFinding('f', { holders: [] })] })).toEqual([
      {
        path: 'findings[0].holders',
        found: 'an empty list',
        expected: 'at least one agency in "holders" or "receivers"',
      },
    ])
  })

  test('a death before the birth is told with both dates', () => {
    expect(broken({ people: [aChild({ born: '2014-04-04', died: '2014-03' })] })).toEqual([
      { path: 'people[0].died', found: '"2014-03"', expected: 'a date that is not before the birth, "2014-04-04"' },
    ])
  })

  test('a death on the day, or in the year, of the birth is no problem', () => {
    expect(broken({ people: [aChild({ born: '2014', died: '2014-03' })] })).toEqual([])
    expect(broken({ people: [aChild({ born: '2014-04-04', died: '2014-04-04' })] })).toEqual([])
    expect(broken({ people: [aChild({ born: '2014-04-04', died: '2014' })] })).toEqual([])
  })
})
