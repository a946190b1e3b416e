import { describe, expect, test } from 'vitest'
import { findEpisodesAt, findFindingsAt, findLinked } from '#analysis/links.ts'
import { aCase, aFinding, anEpisode, anEvent } from '#tests/fixtures/case-file.ts'

const of = aCase({
  events: [
    anEvent('reply', '2013-12-01', { links: [{ kind: 'answers', event: 'letter' }] }),
    anEvent('letter', '2013-10-01', { links: [{ kind: 'follows-up', event: 'visit' }] }),
    anEvent('chase', '2013-11-01', { links: [{ kind: 'chases', event: 'letter' }] }),
    anEvent('visit', '2013-09-01'),
    anEvent('other', '2013-09-15'),
  ],
  findings: [
    aFinding('f2', { events: ['letter'] }),
    aFinding('f1', { events: ['visit', 'letter'] }),
    aFinding('f3', { events: ['visit'] }),
  ],
  episodes: [anEpisode('late', { events: ['reply', 'letter'] }), anEpisode('early', { events: ['letter'] })],
})

const eventOf = (id: string) => {
  const event = of.eventById.get(id)
  if (!event) throw new Error(`There is no event ${id}`)
  return event
}

describe('what an event is linked with', () => {
  const linked = (id: string) => findLinked(of, eventOf(id)).map(({ relation, event }) => `${relation} ${event.id}`)

  test('is told from both ends, in each direction’s own words', () => {
    expect(linked('reply')).toEqual(['Answers letter'])
    expect(linked('visit')).toEqual(['Followed up by letter'])
  })

  test('gathers its own links and those of others to it, in chronological order', () => {
    expect(linked('letter')).toEqual(['Follows up visit', 'Chased by chase', 'Answered by reply'])
  })

  test('is nothing for an event that no link touches', () => {
    expect(linked('other')).toEqual([])
  })
})

test('the findings at an event are those that rest on it, in the order of the case', () => {
  expect(findFindingsAt(of, eventOf('letter')).map(({ id }) => id)).toEqual(['f2', 'f1'])
  expect(findFindingsAt(of, eventOf('other'))).toEqual([])
})

test('the episodes at an event are those that show it, in the order of the case', () => {
  expect(findEpisodesAt(of, eventOf('letter')).map(({ id }) => id)).toEqual(['late', 'early'])
  expect(findEpisodesAt(of, eventOf('visit'))).toEqual([])
})
