import { expect, test } from './harness.ts'
import { details, index, openCase, status, theMeeting } from './reader.ts'

/** What somebody who has not seen the case must be able to say after reading the page. */

test('which agency knew about the drinking in October 2013: by searching, and in the list of who knew what', async ({
  page,
}) => {
  await openCase(page, 'baby-k')
  const fold = index(page).locator('details').filter({ hasText: 'one to two bottles of wine a day' })
  await fold.locator('summary').click()
  const knowers = fold.getByRole('listitem')
  await expect(knowers.first()).toContainText('SMART (drug and alcohol service)')
  await expect(knowers.first()).toContainText('since Oct 2013')
  await expect(knowers.filter({ hasText: 'Community mental health team' })).toContainText('3 Dec 2013')

  await page.getByRole('searchbox', { name: 'Search' }).fill('bottles of wine each day')
  await expect(status(page)).toContainText('1 of ')
  await page.locator('[data-event]:not(.dim)').first().click({ force: true })
  await expect(details(page)).toContainText('October 2013, day not given')
  await expect(details(page).getByRole('list').first()).toHaveText('SMART (drug and alcohol service)')
  await expect(details(page)).toContainText('Who knew by this day')
})

test('when the referral was made and how long allocation took: in the first sentence and on the chart', async ({
  page,
}) => {
  await openCase(page, 'baby-k')
  await expect(page.getByRole('grid')).toHaveAccessibleDescription(/Referral to First Response: 5 December 2013/)
  const allocated = page.locator('[role="grid"] [data-event="e092"]').first()
  await expect(allocated).toHaveAccessibleName(/8 January 2014.*allocated to a children’s social worker/)
  await index(page)
    .getByRole('button', { name: /First Response closing and a social worker/ })
    .click()
  await expect(details(page)).toContainText('17 December 2013 to 8 January 2014')
  await expect(details(page)).toContainText('(22 days)')
  await expect(
    details(page).getByRole('button', { name: /Case is allocated to a children’s social worker/ }),
  ).toBeVisible()
})

test('who was missing on 13 January 2014: from the mark, its name and its details', async ({ page }) => {
  await openCase(page, 'baby-k')
  const mark = page.locator('[role="grid"] [data-event="e096"][data-lane="maternity"]')
  await expect(mark).toHaveAccessibleName(
    /13 January 2014.*Children’s centre expected and absent; Thames Valley Police not invited; no minutes/,
  )
  await theMeeting(page).click()
  const who = details(page).getByRole('list').first()
  await expect(who.getByRole('listitem').filter({ hasText: 'Children’s centre' })).toContainText(
    'expected, did not come',
  )
  await expect(who.getByRole('listitem').filter({ hasText: 'Thames Valley Police' })).toContainText('not invited')
  await expect(details(page)).toContainText('no minutes')
})
