import { expect, test } from 'vitest'
import { cutAtHorizon } from '#analysis/knowledge/cut.ts'
import { ALL_ASSUMPTIONS } from '#analysis/knowledge/horizon.ts'
import { encodeView, FIRST_VIEW, decodeAddress } from '#store/address.ts'
import { forgetUnknown } from '#store/forget.ts'
import { windowUpTo } from '#store/horizon-choice.ts'
import { span } from '#model/time.ts'
import { aCase } from '#tests/fixtures/case-file.ts'
import { at } from '#tests/fixtures/when.ts'
import { aWinter } from '#tests/fixtures/winter.ts'

const whole = aCase(aWinter())
const cut = cutAtHorizon(whole, at('2013-12-01'))
const horizon = { day: at('2013-12-01'), agency: undefined, assumptions: ALL_ASSUMPTIONS }

test('what a stopped case does not have is let go of, and the rest stays', () => {
  const view = {
    ...FIRST_VIEW,
    horizon: { ...horizon, agency: 'csc' },
    countFrom: 'meeting',
    selection: { kind: 'finding', id: whole.findings[0]?.id ?? '' } as const,
    filter: { ...FIRST_VIEW.filter, hiddenAgencies: new Set(['csc', 'gp']), text: 'words' },
    lanes: { ...FIRST_VIEW.lanes, order: ['csc', 'gp'], hidden: new Set(['csc']) },
  }
  const kept = forgetUnknown(view, cut)
  expect(encodeView('w', kept)).toBe('#/case/w?without-agencies=gp&text=words&lane-order=gp&until=2013-11-30&v=1')
  expect(forgetUnknown(kept, cut)).toBe(kept)
  const counted = { ...kept, countFrom: 'drinking' }
  expect(forgetUnknown(counted, cut)).toBe(counted)
})

test('an address keeps the day, the place taken and what is taken for known', () => {
  const route = decodeAddress('#/case/w?v=1&until=2013-11-30&as=gp&assuming=own,received')
  const view = route.name === 'case' ? route.view : FIRST_VIEW
  expect(view.horizon).toEqual({ day: at('2013-12-01'), agency: 'gp', assumptions: new Set(['own', 'received']) })
  expect(decodeAddress(encodeView('w', view))).toEqual({ name: 'case', id: 'w', view })
  for (const day of ['2013-11', 'x', '2013-13-01'])
    expect(decodeAddress(`#/case/w?v=1&until=${day}`)).toEqual({ name: 'case', id: 'w', view: FIRST_VIEW })
})

test('a window ends soon after the day, by a share of what lies before it', () => {
  const window = span(at('2013-11-21'), at('2019-01-01'))
  expect(windowUpTo(window, at('2013-12-01'))).toEqual(span(at('2013-11-21'), at('2013-12-03')))
  expect(windowUpTo(window, at('2013-11-01'))).toBeUndefined()
})
