import type { Locator, Page } from '@playwright/test'
import { expect, test } from './harness.ts'
import { openCase } from './reader.ts'

/**
 * What a reviewer asks first, each answered from the review page of a real case in at most five interactions. An
 * interaction is one control reached and used: a click, or with the keyboard the Tabs that lead to a control, however many, and
 * the press or the words typed there. Reading is none. Moving on within an open list with arrows is part of using it.
 */
const MOST = 5

interface Hand {
  readonly press: (control: Locator) => Promise<void>
  /** Types into a date field: day, month, year as they stand in it. */
  readonly date: (control: Locator, day: string) => Promise<void>
  readonly choose: (control: Locator, option: string) => Promise<void>
  readonly used: () => number
}

const mouse = (): Hand => {
  let used = 0
  return {
    press: async (control) => {
      used += 1
      await control.click()
    },
    date: async (control, day) => {
      used += 1
      await control.fill(day)
    },
    choose: async (control, option) => {
      used += 1
      await control.selectOption(option)
    },
    used: () => used,
  }
}

/** Tab, forwards from where the focus is, until a control has it. */
async function reach(page: Page, control: Locator): Promise<void> {
  const MANY = 400
  for (let tabs = 0; tabs < MANY; tabs += 1) {
    if (await control.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('No Tab leads to the control.')
}

const keyboard = (page: Page): Hand => {
  let used = 0
  const at = async (control: Locator) => {
    used += 1
    await reach(page, control)
  }
  return {
    press: async (control) => {
      await at(control)
      await page.keyboard.press('Enter')
    },
    date: async (control, day) => {
      await at(control)
      const [year = '', month = '', date = ''] = day.split('-')
      // The field has the order of the computer it stands on, which a reader sees.
      for (const typed of [`${month}${date}${year}`, `${date}${month}${year}`]) {
        await page.keyboard.type(typed)
        if ((await control.inputValue()) === day) return
        await page.keyboard.press('ArrowLeft')
        await page.keyboard.press('ArrowLeft')
      }
      throw new Error('The day could not be typed.')
    },
    choose: async (control, option) => {
      await at(control)
      // A closed list goes to the option whose name begins as typed.
      await page.keyboard.type(option)
    },
    used: () => used,
  }
}

const row = (page: Page) => page.getByRole('row').filter({ hasText: 'one to two bottles of wine a day' })

interface Task {
  readonly asks: string
  readonly answer: (page: Page, hand: Hand) => Promise<void>
}

const TASKS: readonly Task[] = [
  {
    asks: 'who first knew a fact',
    answer: async (page, { press }) => {
      await press(page.getByRole('button', { name: 'Who knew what' }))
      const first = row(page).getByRole('button', { name: /first, or no later than the first/ })
      await expect(first).toHaveCount(1)
      await expect(first).toContainText('Oct 2013')
    },
  },
  {
    asks: 'how long it took to reach an agency',
    answer: async (page, { press }) => {
      await press(page.getByRole('button', { name: 'Who knew what' }))
      await expect(
        page
          .getByRole('table', { name: /^Who knew what/ })
          .getByText(/days after the first/)
          .first(),
      ).toBeVisible()
    },
  },
  {
    asks: 'who was missing from a meeting',
    answer: async (page, { press }) => {
      const line = page.locator('.question-head').filter({ hasText: 'Not in the room' }).first()
      await expect(line).toBeVisible()
      await press(line)
      await expect(line).toHaveAttribute('aria-expanded', 'true')
      await expect(page.locator('.question-text').first()).toContainText(
        'Children’s centre and Thames Valley Police are recorded as away',
      )
    },
  },
  {
    asks: 'what an agency knew on a day',
    answer: async (page, { press, date, choose }) => {
      await press(page.getByRole('button', { name: 'Stop at a day' }))
      await date(page.getByLabel('Day of the horizon'), '2013-12-20')
      await choose(page.getByRole('combobox', { name: 'Agency' }), 'Maternity (midwifery)')
      await expect(page.getByText('Maternity (midwifery) could have known 14 of 88 events')).toBeVisible()
    },
  },
  {
    asks: 'the longest stretch in which the child was not seen',
    answer: async (page) => {
      await expect(
        page.getByText(/^Longest stretch between sightings of the child in the report: \d+ days, /),
      ).toBeVisible()
    },
  },
]

for (const { asks, answer } of TASKS)
  for (const [name, handOf] of [
    ['mouse', mouse],
    ['keyboard', keyboard],
  ] as const)
    test(`${asks}, by ${name}, in at most five interactions`, async ({ page }) => {
      test.slow()
      await openCase(page, 'baby-k', 'page=review')
      await expect(page.getByRole('grid')).toBeVisible()
      const hand = handOf(page)
      await answer(page, hand)
      expect(hand.used()).toBeLessThanOrEqual(MOST)
    })
