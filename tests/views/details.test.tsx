import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { openCase, wordsOf } from '#tests/fixtures/site.tsx'
import { aFinding, anEpisode, anEvent } from '#tests/fixtures/case-file.ts'
import { aWinter } from '#tests/fixtures/winter.ts'

const panel = () => screen.getByRole('complementary', { name: 'Details' })
const index = () => screen.getByRole('complementary', { name: 'What the review found' })
const heading = () => within(panel()).getByRole('heading', { level: 2 }).textContent
const follow = async (name: RegExp) => userEvent.click(within(panel()).getByRole('button', { name }))

/** Fails unless every text stands in the panel, in this order. */
function expectInOrder(texts: readonly string[]): void {
  let rest = wordsOf(panel())
  for (const text of texts) {
    expect(rest).toContain(text)
    rest = rest.slice(rest.indexOf(text) + text.length)
  }
}

/** What a list says of each agency: "GP: attended". */
function agencies(list: HTMLElement): readonly string[] {
  return within(list)
    .getAllByRole('listitem')
    .map((item) => [...item.children].map(wordsOf).join(': '))
}

describe('an event', () => {
  test('is told in order: when, what, who, what is recorded, accounts, findings, who knew, links, a place to stop', async () => {
    const episodes = [anEpisode('asking', { title: 'Who asks', question: 'What is known here?', events: ['drinking'] })]
    await openCase(aWinter({ episodes }), 'event=drinking')
    expectInOrder([
      'October 2013, day not given',
      'some time in October',
      'Ms W speaks of drinking',
      'Contact · attended · concern noted',
      'GP',
      'Ms W (mother)',
      'She drinks every day.',
      '2.1 · 1',
      'Accounts',
      'She was asked and she answered.',
      'The review says',
      'The referral could have come in October',
      'Who knew by this day',
      'Linked events',
      'Leads to',
      'A place to stop',
      'Who asks. What is known here?',
    ])
  })

  test.each([
    ['2014-01-13', '13 January 2014'],
    ['2013-10~', 'about October 2013, day not given'],
    ['2014-02-07/2014-02-24', '7 February to 24 February 2014'],
    [null, 'Date not given'],
  ])('dated %s has its date in words', async (date, words) => {
    await openCase(aWinter({ findings: [], facts: [], themes: [], events: [anEvent('one', date)] }), 'event=one')
    expect(wordsOf(panel())).toContain(words)
  })

  test('of a meeting says who came, who led, who did not come and that there are no minutes', async () => {
    await openCase(aWinter(), 'event=meeting')
    const [who] = within(panel()).getAllByRole('list')
    expect(who && agencies(who)).toEqual([
      'Social care: lead',
      'GP: attended',
      'Health visiting: expected, did not come',
    ])
    expect(wordsOf(panel())).toContain('Meeting · no minutes')
  })

  test('that passes something on says who sent and who received', async () => {
    await openCase(aWinter(), 'event=referral')
    const [who] = within(panel()).getAllByRole('list')
    expect(who && agencies(who)).toEqual(['GP: sender', 'Social care: recipient'])
  })

  test('shows each account under its owner with its own place in the review', async () => {
    await openCase(aWinter(), 'event=drinking')
    const accounts = within(panel())
      .getAllByRole('blockquote')
      .map((account) => [...account.children].map(wordsOf))
    expect(accounts).toEqual([
      ['GP', 'She was asked and she answered.', 'Source in the review: 2.1'],
      ['Ms W', 'Nobody ever asked.', 'Source in the review: 1'],
    ])
  })

  test('that agreed something says who was to do it, by when, and which event shows it done', async () => {
    const file = aWinter()
    const agreed = [
      { title: 'Refer to social care', agencies: ['gp'], by: '2013-11-01', done: 'referral' },
      { title: 'Ask again in a month', agencies: [] },
    ]
    const events = file.events.map((event) => (event.id === 'drinking' ? { ...event, actions: agreed } : event))
    await openCase({ ...file, events }, 'event=drinking')
    expectInOrder([
      'Agreed',
      'Refer to social care GP, by 1 Nov 2013',
      'Done',
      'Ask again in a month',
      'No event is named that shows it done.',
    ])
    await follow(/^Done/)
    expect(location.hash).toContain('event=referral')
  })

  test('whose detail may distress keeps it folded until the reader opens it', async () => {
    await openCase(aWinter(), 'event=visit')
    const fold = screen.getByText('Detail that may distress').closest('details')
    expect(fold && wordsOf(fold)).toContain('What was seen is hard to read.')
    expect(fold?.open).toBe(false)
    await userEvent.click(screen.getByText('Detail that may distress'))
    expect(fold?.open).toBe(true)
  })

  test('shows its detail at once where nothing in it distresses', async () => {
    await openCase(aWinter(), 'event=drinking')
    expect(screen.getByText('She drinks every day.').closest('details')).toBeNull()
  })

  test('says who knew its fact by that day, who learned later and who needed it', async () => {
    await openCase(aWinter(), 'event=drinking')
    const fact = screen.getByRole('heading', { name: 'Who knew by this day' }).parentElement
    expect(fact && agencies(within(fact).getByRole('list'))).toEqual([
      'GP: since Oct 2013; told by the family',
      'Social care: not until 10 Feb 2014',
      'Health visiting: needed it; no record that it knew',
    ])
  })

  test('leads to the events it is linked with, and they lead back', async () => {
    await openCase(aWinter(), 'event=drinking')
    await follow(/^Leads to · 5 Dec 2013/)
    expect(heading()).toBe('GP refers to social care')
    await follow(/^Results from · Oct 2013/)
    expect(heading()).toBe('Ms W speaks of drinking')
  })
})

describe('a finding', () => {
  test('is told in order: stretch, judgement and whose it is, what was expected, who, what it rests on', async () => {
    await openCase(aWinter(), 'finding=late')
    expectInOrder([
      '1 October to 5 December 2013 (65 days)',
      'The referral could have come in October',
      'Delayed referral · the review says',
      'The review says that what was known was enough.',
      'Expected: A referral on the day.',
      '3.1',
      'Held it, or could have acted',
      'GP',
      'Should have heard',
      'Social care',
      'It rests on',
      'Ms W speaks of drinking',
      'GP refers to social care',
    ])
  })

  test('says so when it is read from the review rather than stated in it', async () => {
    const findings = [aFinding('read', { basis: 'inferred' })]
    await openCase(aWinter({ findings, themes: [] }), 'finding=read')
    expect(wordsOf(panel())).toContain('Delay · read from the review by the transcriber')
    expect(wordsOf(panel())).toContain('No date given for this finding')
  })

  test('leads to its evidence, which leads back to it', async () => {
    await openCase(aWinter(), 'finding=late')
    await follow(/GP refers to social care/)
    expect(heading()).toBe('GP refers to social care')
    await follow(/The referral could have come in October/)
    expect(heading()).toBe('The referral could have come in October')
  })

  test('points its evidence out on the chart, and nothing else', async () => {
    await openCase(aWinter(), 'finding=late')
    const marks = [...screen.getByRole('grid').querySelectorAll('[data-event].evidence')]
    expect(new Set(marks.map((mark) => mark.getAttribute('data-event')))).toEqual(new Set(['drinking', 'referral']))
  })

  test('shows the recommendations that answer it', async () => {
    const recommendations = [
      { ref: '3.1', to: ['gp'], text: 'Ask early.', findings: ['late'] },
      { ref: '1', to: [], text: 'Something else.', findings: ['good'] },
    ]
    await openCase(aWinter({ recommendations }), 'finding=late')
    expectInOrder(['Recommended', 'Ask early.', '3.1'])
    expect(wordsOf(panel())).not.toContain('Something else.')
  })
})

describe('the panel', () => {
  test('lists what the review found by highlight while nothing is selected, and each leads to its details', async () => {
    await openCase(aWinter())
    expect(within(index()).getAllByRole('heading', { level: 3 }).map(wordsOf)).toEqual([
      'Missed referrals 1',
      'Good practice 1',
      'Who knew what',
    ])
    await userEvent.click(within(index()).getByRole('button', { name: /The social worker called everybody/ }))
    expect(heading()).toBe('The social worker called everybody together')
  })

  test('unfolds who knew a fact over the whole case', async () => {
    await openCase(aWinter())
    const fact = within(index()).getByText('Ms W drinks every day')
    await userEvent.click(fact)
    const fold = fact.closest('details') ?? index()
    expect(agencies(await within(fold).findByRole('list'))).toContain(
      'Social care: since 10 Feb 2014; told by another agency',
    )
  })

  test('closes by its button, which gives the focus back to the mark', async () => {
    await openCase(aWinter(), 'event=drinking')
    await userEvent.click(screen.getByRole('button', { name: 'Close details' }))
    expect(index()).toBeDefined()
    expect(document.activeElement?.getAttribute('data-event')).toBe('drinking')
  })

  test('says so when a link names what the case does not have', async () => {
    await openCase(aWinter(), 'event=gone')
    expect(wordsOf(panel())).toContain('This case has no such event or finding')
  })
})
