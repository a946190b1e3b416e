import { describe, expect, test } from 'vitest'
import { indexCase } from '#analysis/case-index.ts'
import { readClocks } from '#analysis/rules/clocks.ts'
import { readRequest } from '#analysis/rules/requests.ts'
import type { Case } from '#model/case.ts'
import { aBareCase, LANES, lines } from '#tests/fixtures/analysis-case.ts'
import { anAgency, anEvent, roles } from '#tests/fixtures/case-file.ts'

/** Honest authors write the same happening in different ways: with links, with roles, or in the title alone. */

type Given = Parameters<typeof anEvent>[2]
const refer = (more: Given = {}) =>
  anEvent('refer', '2016-02-01', {
    type: 'referral',
    agencies: roles({ school: 'sender', csc: 'recipient' }),
    ...more,
  })
const ofRule = (rule: string, events: Parameters<typeof aBareCase>[0], more: Parameters<typeof aBareCase>[1] = {}) =>
  lines(aBareCase(events, more)).filter((line) => line.startsWith(rule))
const decide = (date: string, more: Given = {}) =>
  anEvent('decide', date, { type: 'decision', agencies: roles({ csc: 'lead' }), ...more })

function recipientsIn(of: Case) {
  const index = indexCase(of)
  return index.events.map((event) => readRequest(index, event)?.recipients)[0]
}

describe('where a referral went', () => {
  const went = (more: Given) => {
    return recipientsIn(aBareCase([refer(more)]))
  }

  test('is its recipient, else who was told of it', () => {
    expect(went({})).toEqual(['csc'])
    expect(went({ agencies: roles({ school: 'lead', gp: 'informed' }) })).toEqual(['gp'])
    expect(went({ agencies: roles({ school: 'sender', csc: 'recipient', gp: 'informed' }) })).toEqual(['csc'])
  })

  test('is the front door when only the title says social care', () => {
    const alone = roles({ school: 'lead' })
    expect(went({ agencies: alone })).toBeUndefined()
    expect(went({ agencies: alone, title: 'School refers to children’s social care' })).toEqual(['csc'])
    const door = anAgency('door', { family: 'childrens-social-care', service: 'social-care-front-door' })
    const of = aBareCase([refer({ agencies: alone, title: 'Referral to social services' })], {
      agencies: [...LANES, door],
    })
    expect(recipientsIn(of)).toEqual(['door'])
  })
})

describe('an answer that no link ties to the referral', () => {
  const unanswered = (events: Parameters<typeof aBareCase>[0]) => ofRule('request-without-reply', events)

  test('is the recipient’s next decision within four weeks', () => {
    expect(unanswered([refer()])).toHaveLength(1)
    expect(unanswered([refer(), decide('2016-02-02')])).toEqual([])
    expect(unanswered([refer(), decide('2016-04-02')])).toHaveLength(1)
  })

  test('is not what answers something else, nor what comes after the next referral', () => {
    const other = anEvent('other', '2016-01-20', { agencies: roles({ hv: 'lead' }) })
    expect(
      unanswered([other, refer(), decide('2016-02-02', { links: [{ kind: 'answers', event: 'other' }] })]),
    ).toHaveLength(1)
    const next = anEvent('next', '2016-02-05', {
      type: 'referral',
      agencies: roles({ gp: 'sender', csc: 'recipient' }),
    })
    expect(unanswered([refer(), next, decide('2016-02-08')])).toHaveLength(1)
  })

  test('is the first contact of a service that was not yet at work, and no other', () => {
    const toHv = refer({ agencies: roles({ school: 'sender', hv: 'recipient' }) })
    const visit = (id: string, date: string) => anEvent(id, date, { agencies: roles({ hv: 'lead' }) })
    expect(unanswered([toHv, visit('v', '2016-02-15')])).toEqual([])
    expect(unanswered([visit('before', '2016-01-10'), toHv, visit('v', '2016-02-15')])).toHaveLength(1)
  })

  test('that may have come before it cannot tell', () => {
    expect(unanswered([refer(), decide('2016-02')])).toEqual([
      'request-without-reply cannot-tell 2016-02-01/.. school > csc',
    ])
  })

  test('stops the clock of one working day, never with certainty', () => {
    const clock = (date: string) => ofRule('clock', [refer(), decide(date)]).filter((line) => !line.includes('..'))
    expect(clock('2016-02-02')).toEqual([])
    expect(clock('2016-02-08')).toEqual(['clock possible 2016-02-01/2016-02-08 csc > school'])
  })
})

test('a referral sent elsewhere is a question until something shows where it went', () => {
  const away = refer({ outcome: 'redirected' })
  expect(ofRule('request', [away])).toEqual(['request-without-reply possible 2016-02-01/.. school > csc'])
  const there = decide('2016-02-20', { links: [{ kind: 'answers', event: 'refer' }] })
  expect(ofRule('request', [away, there])).toEqual([])
})

describe('what a meeting agreed', () => {
  const meeting = anEvent('m', '2016-02-01', {
    type: 'meeting',
    outcome: 'recorded',
    agencies: roles({ csc: 'lead', school: 'attended' }),
  })
  const agreed = (title: string) => decide('2016-02-01', { title, links: [{ kind: 'results-from', event: 'm' }] })
  const asked = agreed('Dental check to be arranged')
  const seen = (events: Parameters<typeof aBareCase>[0]) => ofRule('action', [meeting, ...events])

  test('is asked about while nothing shows it done', () => {
    expect(seen([asked])).toEqual(['action-not-seen possible 2016-02-01/.. csc >'])
  })

  test('is done by an event linked to it, or one that reads like it', () => {
    expect(seen([asked, anEvent('x', '2016-03-01', { links: [{ kind: 'follows-up', event: 'decide' }] })])).toEqual([])
    expect(seen([asked, anEvent('x', '2016-03-01', { title: 'Dental check at school' })])).toEqual([])
    expect(seen([asked, anEvent('x', '2016-01-01', { title: 'Dental check at school' })])).toHaveLength(1)
  })

  test('asks for nothing when it settles something', () => {
    expect(seen([agreed('Child to remain subject to a plan')])).toEqual([])
    expect(seen([agreed('Threshold reached')])).toEqual([])
  })
})

describe('clocks', () => {
  const clocks = (events: Parameters<typeof aBareCase>[0]) =>
    readClocks(indexCase(aBareCase(events))).map(({ rule, verdict }) => `${rule.id} ${verdict}`)

  test('ask for no assessment of what comes in on an open case', () => {
    const visit = anEvent('visit', '2016-01-25', { agencies: roles({ csc: 'lead' }) })
    const accepted = refer({ outcome: 'accepted' })
    expect(clocks([accepted])).toEqual(['E3 no-stop'])
    expect(clocks([visit, accepted])).toEqual([])
  })

  test('ask nothing of early help, which nobody asks to decide within a day', () => {
    const early = anAgency('early', { family: 'childrens-social-care', service: 'family-support' })
    const sent = refer({ agencies: roles({ school: 'sender', early: 'recipient' }) })
    const answer = anEvent('decide', '2016-02-10', { type: 'decision', agencies: roles({ early: 'lead' }) })
    const of = (service: 'family-support' | 'social-care') =>
      readClocks(indexCase(aBareCase([sent, answer], { agencies: [...LANES, { ...early, service }] })))
    expect(of('family-support')).toEqual([])
    expect(of('social-care')).not.toEqual([])
  })

  test('take no conference of another kind for one on child protection', () => {
    const conference = (title: string) => anEvent('c', '2016-01-11', { type: 'meeting', title })
    expect(clocks([conference('Child protection conference')])).toContain('E7 no-stop')
    expect(clocks([conference('Multi-agency risk assessment conference')])).toEqual([])
    expect(clocks([conference('Family group conference')])).toEqual([])
  })

  test('say nothing of what was due before the period under review', () => {
    const conference = (date: string) =>
      anEvent('c', date, { type: 'meeting', title: 'Initial child protection conference' })
    const group = anEvent('g', '2016-03-01', { type: 'meeting', title: 'Core group' })
    expect(clocks([conference('2015-11-02'), group])).not.toContain('E7 over')
    expect(clocks([conference('2016-01-11'), group])).toContain('E7 over')
  })
})

test('services that come when called are not silent between calls', () => {
  const involved = ['2016-01-04/2016-06-26']
  const lane = (service: 'housing' | 'family-support') => [
    anAgency('home', { family: 'child-and-family', service: 'family' }),
    anAgency('x', { family: 'community-and-housing', service, involved }),
  ]
  const call = anEvent('call', '2016-01-10', { agencies: roles({ x: 'lead' }) })
  expect(lines(aBareCase([call], { agencies: lane('housing') }))).toEqual([])
  expect(lines(aBareCase([call], { agencies: lane('family-support') }))).toHaveLength(1)
})

test('a meeting about the family does not end a run of missed contacts', () => {
  const missed = (id: string, date: string) =>
    anEvent(id, date, { type: 'missed-contact', agencies: roles({ hv: 'lead' }) })
  const meeting = anEvent('m', '2016-02-05', { type: 'meeting', agencies: roles({ hv: 'lead' }) })
  const run = [missed('a', '2016-02-01'), meeting, missed('b', '2016-02-10')]
  expect(ofRule('missed-contacts', run)).toEqual(['missed-contacts certain 2016-02-01/2016-02-10 hv >'])
})

test('the child is unseen while one team of social care hands over to the next', () => {
  const team = (id: string, involved: string) =>
    anAgency(id, { family: 'childrens-social-care', service: 'social-care', involved: [involved] })
  const agencies = [
    anAgency('home', { family: 'child-and-family', service: 'family' }),
    anAgency('hv', { service: 'health-visiting' }),
    team('one', '2016-01-10/2016-03-01'),
    team('two', '2016-03-01/2016-06-01'),
  ]
  const seen = (id: string, date: string) =>
    anEvent(id, date, { agencies: roles({ hv: 'lead' }), child: { seen: true } })
  const found = ofRule('child-unseen', [seen('a', '2016-01-20'), seen('b', '2016-05-01')], { agencies })
  expect(found).toEqual(['child-unseen certain 2016-01-20/2016-05-01 one two >'])
})
