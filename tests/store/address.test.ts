import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FILTER } from '#analysis/filter.ts'
import {
  decodeAddress,
  encodeView,
  FIRST_VIEW,
  PAGES,
  roundWindow,
  type Route,
  type ViewAddress,
} from '#store/address.ts'
import { instant, lengthMs, MINUTE_MS, span } from '#model/time.ts'
import { EVENT_TYPES, FAMILIES, HIGHLIGHTS } from '#model/vocabulary.ts'
import { at } from '#tests/fixtures/when.ts'

/** The view of a case's address; fails for any other address. */
function viewOf(hash: string): ViewAddress {
  const route = decodeAddress(hash)
  if (route.name !== 'case') throw new Error(`${hash} names no case but ${route.name}`)
  return route.view
}

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}$/)
const ids = fc.array(id, { maxLength: 3 }).map((all) => new Set(all))
const minute = fc.integer({ min: at('1901') / MINUTE_MS, max: at('2099') / MINUTE_MS })
const windows = fc
  .tuple(minute, fc.integer({ min: 1, max: 500_000 }))
  .map(([start, length]) => span(instant(start * MINUTE_MS), instant((start + length) * MINUTE_MS)))
const views = fc
  .record({
    page: fc.constantFrom(...PAGES),
    window: fc.option(windows, { nil: undefined }),
    selection: fc.option(fc.record({ kind: fc.constantFrom('event' as const, 'finding' as const), id }), {
      nil: undefined,
    }),
    filter: fc.record({
      hiddenAgencies: ids,
      hiddenTypes: fc.subarray([...EVENT_TYPES]).map((all) => new Set(all)),
      hiddenHighlights: fc.subarray([...HIGHLIGHTS]).map((all) => new Set(all)),
      onlyHighlighted: fc.boolean(),
      people: ids,
      themes: ids,
      text: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
    }),
    hidesFiltered: fc.boolean(),
    showsQuietLanes: fc.boolean(),
    showsEveryMark: fc.boolean(),
    countFrom: fc.option(id, { nil: undefined }),
    lanes: fc.record({
      order: ids.map((all) => [...all]),
      pinned: ids,
      hidden: ids,
      collapsed: fc.subarray([...FAMILIES]).map((all) => new Set(all)),
    }),
  })
  .map((view): ViewAddress => ({ ...FIRST_VIEW, ...view }))

describe('a view and its address', () => {
  test('any view is the same after it was written and read', () => {
    fc.assert(
      fc.property(id, views, (caseId, view) => {
        expect(decodeAddress(encodeView(caseId, view))).toEqual({ name: 'case', id: caseId, view })
      }),
    )
  })

  test('a view that is at its first values is the name of the case alone', () => {
    expect(encodeView('baby-k', FIRST_VIEW)).toBe('#/case/baby-k')
  })

  test('a view can be read by people, too', () => {
    const view: ViewAddress = {
      ...FIRST_VIEW,
      window: span(at('2013-10-01'), at('2013-12-24T10:05')),
      selection: { kind: 'event', id: 'first-visit' },
      filter: { ...NO_FILTER, hiddenAgencies: new Set(['gp', 'csc']), text: 'not seen' },
    }
    expect(encodeView('baby-k', view)).toBe(
      '#/case/baby-k?from=2013-10-01T00:00&to=2013-12-24T10:05&event=first-visit&without-agencies=gp,csc&text=not+seen&v=1',
    )
  })

  test('blanks around a search are not worth a link', () => {
    expect(encodeView('baby-k', { ...FIRST_VIEW, filter: { ...NO_FILTER, text: '  ' } })).toBe('#/case/baby-k')
  })
})

describe('an address', () => {
  test.each<[string, Route]>([
    ['', { name: 'library' }],
    ['#', { name: 'library' }],
    ['#/', { name: 'library' }],
    ['#/own', { name: 'own' }],
    ['#/case/baby-k', { name: 'case', id: 'baby-k', view: FIRST_VIEW }],
    ['#case/baby-k', { name: 'case', id: 'baby-k', view: FIRST_VIEW }],
    ['#/case', { name: 'unknown', path: 'case' }],
    ['#/case/', { name: 'unknown', path: 'case/' }],
    ['#/case/Baby%20K', { name: 'unknown', path: 'case/Baby%20K' }],
    ['#/case/../own', { name: 'unknown', path: 'case/../own' }],
    ['#/case/baby-k/more', { name: 'unknown', path: 'case/baby-k/more' }],
    ['#/elsewhere', { name: 'unknown', path: 'elsewhere' }],
  ])('%j names its page', (hash, route) => {
    expect(decodeAddress(hash)).toEqual(route)
  })

  test('what is not understood is left out, and the rest holds', () => {
    const view = viewOf(
      '#/case/a?page=poster&without-types=contact,dance&without-highlights=sparkle&lanes=some&text=x&colour=red',
    )
    expect(view).toEqual({
      ...FIRST_VIEW,
      filter: { ...NO_FILTER, hiddenTypes: new Set(['contact']), text: 'x' },
    })
  })

  test('an address of a later version opens the first view', () => {
    expect(viewOf('#/case/a?page=table&v=2')).toEqual(FIRST_VIEW)
    expect(viewOf('#/case/a?page=table&v=1').page).toBe('table')
    expect(viewOf('#/case/a?page=table').page).toBe('table')
  })

  test.each([
    'from=2013-10-01',
    'to=2013-10-01',
    'from=2013-10-01&to=yesterday',
    'from=2013-10-01&to=2013-10-01',
    'from=2013-10-02&to=2013-10-01',
    'from=../2013-10-01&to=2013-12-01',
  ])('%s is no window', (query) => {
    expect(viewOf(`#/case/a?${query}`).window).toBeUndefined()
  })

  test('a window by months is read from the first moment of each', () => {
    expect(viewOf('#/case/a?from=2013-10&to=2014-01').window).toEqual(span(at('2013-10-01'), at('2014-01-01')))
  })

  test('an event comes before a finding when a link names both', () => {
    expect(viewOf('#/case/a?finding=f&event=e').selection).toEqual({ kind: 'event', id: 'e' })
    expect(viewOf('#/case/a?finding=f').selection).toEqual({ kind: 'finding', id: 'f' })
  })

  test('whatever is typed opens something, and what it opens can be written again', () => {
    const dates = fc.constantFrom('2013', '2014-02-10T08:00~', '../2013', '2013/..', '2013-21', 'soon', '')
    const values = fc.oneof(fc.string(), fc.constantFrom('table', 'contact,meeting', '1', '%E0%A4%A', '?', '#'))
    const queries = fc
      .record({
        from: dates,
        to: dates,
        page: values,
        event: values,
        text: values,
        'without-types': values,
        people: values,
      })
      .map((all) =>
        Object.entries(all)
          .map(([key, value]) => `${key}=${value}`)
          .join('&'),
      )
    fc.assert(
      fc.property(queries, (query) => {
        const view = viewOf(`#/case/a?${query}`)
        const again: ViewAddress = { ...view, filter: { ...view.filter, text: view.filter.text.trim() } }
        expect(viewOf(encodeView('a', view))).toEqual(again)
      }),
      { numRuns: 500 },
    )
  })

  test('no text is so strange that it opens nothing', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(['library', 'own', 'case', 'unknown']).toContain(decodeAddress(hash).name)
      }),
    )
  })
})

describe('a window in a link', () => {
  test('is of whole minutes, at least one long, and never far from what was seen', () => {
    const any = fc
      .tuple(fc.integer({ min: -1e12, max: 4e12 }), fc.integer({ min: 0, max: 1e11 }))
      .map(([start, length]) => span(instant(start), instant(start + length)))
    fc.assert(
      fc.property(any, (window) => {
        const rounded = roundWindow(window)
        expect(rounded.start % MINUTE_MS).toBeCloseTo(0)
        expect(rounded.end % MINUTE_MS).toBeCloseTo(0)
        expect(lengthMs(rounded)).toBeGreaterThanOrEqual(MINUTE_MS)
        expect(Math.abs(rounded.start - window.start)).toBeLessThanOrEqual(MINUTE_MS / 2)
        expect(Math.abs(rounded.end - window.end)).toBeLessThanOrEqual(MINUTE_MS * 1.5)
      }),
    )
  })
})
