import { expect, test } from 'vitest'

test('the clock stands in the zone that this run is named after', () => {
  const winter = new Date(2014, 0, 13).getTimezoneOffset()
  expect(process.env['TZ']).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone)
  expect(winter).toBe(process.env['TZ'] === 'UTC' ? 0 : 210)
})
